// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the six event tables: the common ones through a path into Event, each kind's own beside
// them.
#include <fmt/ranges.h>

#include <algorithm>

#include "core/model/column_makers.h"
#include "core/model/record_tables.h"

namespace entente {

using namespace columns;  // NOLINT(google-build-using-namespace): the makers read as the table's own words

namespace {

template <class R>
Column<R> eventUid() {
  return uid < R, [](auto& r) -> auto& {
    return r.event.uid;
  }
  > ();
}

template <class R>
Column<R> title() {
  return text < R, [](auto& r) -> auto& {
    return r.event.title;
  }
  > ("title", kRequired);
}

template <class R>
Column<R> shortTitle() {
  return text < R, [](auto& r) -> auto& {
    return r.event.shortTitle;
  }
  > ("short_title");
}

template <class R>
Column<R> when(bool required = kRequired) {
  return date < R, [](auto& r) -> auto& {
    return r.event.when;
  }
  > ("when", required);
}

template <class R>
Column<R> place() {
  return reference < R, [](auto& r) -> auto& {
    return r.event.place;
  }
  > ("place", TableId::Places);
}

template <class R>
Column<R> summary() {
  return text < R, [](auto& r) -> auto& {
    return r.event.summary;
  }
  > ("summary");
}

template <class R>
Column<R> sources() {
  return uidList < R, [](auto& r) -> auto& {
    return r.event.sources;
  }
  > ("sources", TableId::Sources);
}

template <class R>
Column<R> knownFrom() {
  return date < R, [](auto& r) -> auto& {
    return r.event.knownFrom;
  }
  > ("known_from");
}

template <class R>
Column<R> note() {
  return text < R, [](auto& r) -> auto& {
    return r.event.note;
  }
  > ("note");
}

template <class R>
Column<R> tags() {
  return {"tags",
          CellType::Text,
          false,
          {},
          [](const R& r) {
            std::string joined;
            for (const QString& tag : r.event.tags)
              joined += (joined.empty() ? "" : ";") + tag.toStdString();
            return joined;
          },
          [](R& r, std::string_view cell) -> std::string {
            r.event.tags.clear();
            return splitList(cell, [&r](std::string_view part) -> std::string {
              const QString tag = QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size()));
              if (tag.trimmed().isEmpty()) return "a tag is empty";
              if (tag != tag.trimmed()) return fmt::format("the tag '{}' has spaces around it", part);
              if (std::ranges::find(r.event.tags, tag) != r.event.tags.end())
                return fmt::format("the tag '{}' stands in the list twice", part);
              r.event.tags.push_back(tag);
              return {};
            });
          }};
}

/// Empty in a file means the default, and the default is written as empty.
template <class R>
Column<R> weight() {
  return {"weight",
          CellType::Integer,
          false,
          {},
          [](const R& r) {
            return r.event.weight == kDefaultWeight ? std::string() : fmt::format("{}", r.event.weight);
          },
          [](R& r, std::string_view cell) -> std::string {
            const auto value = cell.empty() ? kDefaultWeight : wholeNumber(cell, 0, 9);
            if (!value) return fmt::format("'{}' is not a whole number from 0 to 9", cell);
            r.event.weight = static_cast<int>(*value);
            return {};
          }};
}

template <class R>
Column<R> participants() {
  return {"participants",
          CellType::ParticipantList,
          false,
          TableId::Actors,
          [](const R& r) {
            std::string joined;
            for (const Participant& one : r.event.participants)
              joined += fmt::format("{}{}:{}", joined.empty() ? "" : ";", one.role, one.actor.value);
            return joined;
          },
          [](R& r, std::string_view cell) -> std::string {
            r.event.participants.clear();
            return splitList(cell, [&r](std::string_view part) -> std::string {
              const std::size_t colon = part.find(':');
              if (colon == std::string_view::npos || !isUid(part.substr(0, colon)) ||
                  !isUid(part.substr(colon + 1)))
                return fmt::format("'{}' is not of the form role:actor", part);
              const std::string_view role = part.substr(0, colon);
              if (role == "sender" || role == "recipient" || role == "speaker")
                return fmt::format("the role '{}' has a column of its own", role);
              r.event.participants.push_back(
                  {std::string(part.substr(0, colon)), ActorUid(Uid(part.substr(colon + 1)))});
              return {};
            });
          }};
}

Column<Pledge> adherents() {
  return {"adherents",
          CellType::AdherentList,
          false,
          TableId::Actors,
          [](const Pledge& r) {
            std::string joined;
            for (const Adherent& one : r.adherents) {
              if (!joined.empty()) joined += ';';
              joined += one.actor.value;
              if (one.membersOn) joined += '@' + one.membersOn->edtf();
            }
            return joined;
          },
          [](Pledge& r, std::string_view cell) -> std::string {
            r.adherents.clear();
            return splitList(cell, [&r](std::string_view part) -> std::string {
              const std::size_t at = part.find('@');
              if (!isUid(part.substr(0, at))) return notAUid(part.substr(0, at));
              Adherent one{ActorUid(Uid(part.substr(0, at))), std::nullopt};
              if (at != std::string_view::npos) {
                auto day = FuzzyDate::parse(part.substr(at + 1));
                if (!day)
                  return fmt::format("'{}' is not a date: {}", part.substr(at + 1), day.error().message);
                one.membersOn = std::move(*day);
              }
              r.adherents.push_back(std::move(one));
              return {};
            });
          }};
}

}  // namespace

template <>
const RecordTable<Summit>& recordTable() {
  using R = Summit;
  static const Column<R> columns[] = {eventUid<R>(),
                                      title<R>(),
                                      shortTitle<R>(),
                                      when<R>(),
                                      place<R>(),
                                      text<R, &R::series>("series", kRequired),
                                      integer<R, &R::number, 1, 100'000>("number"),
                                      text<R, &R::host>("host"),
                                      word<R, &R::status>("status"),
                                      summary<R>(),
                                      uidList<R, &R::documents>("documents", TableId::Sources),
                                      participants<R>(),
                                      sources<R>(),
                                      tags<R>(),
                                      weight<R>(),
                                      knownFrom<R>(),
                                      note<R>()};
  static const RecordTable<R> table{TableId::Summits, "summits", columns, &Records::summits};
  return table;
}

template <>
const RecordTable<Message>& recordTable() {
  using R = Message;
  static const Column<R> columns[] = {eventUid<R>(),
                                      title<R>(),
                                      shortTitle<R>(),
                                      uidList<R, &R::senders>("sender", TableId::Actors, kRequired),
                                      uidList<R, &R::recipients>("recipients", TableId::Actors),
                                      word<R, &R::channel>("channel"),
                                      text<R, &R::language>("language"),
                                      text<R, &R::text>("text"),
                                      summary<R>(),
                                      place<R>(),
                                      participants<R>(),
                                      sources<R>(),
                                      tags<R>(),
                                      weight<R>(),
                                      knownFrom<R>(),
                                      note<R>()};
  static const RecordTable<R> table{TableId::Messages, "messages", columns, &Records::messages};
  return table;
}

template <>
const RecordTable<Pledge>& recordTable() {
  using R = Pledge;
  static const Column<R> columns[] = {eventUid<R>(),
                                      title<R>(),
                                      shortTitle<R>(),
                                      reference<R, &R::madeAt>("made_at", TableId::Summits),
                                      when<R>(),
                                      reference<R, &R::partOf>("part_of", TableId::Pledges),
                                      text<R, &R::metric>("metric", kRequired),
                                      word<R, &R::measuredBy>("measured_by"),
                                      word<R, &R::sense>("sense"),
                                      decimal<R, &R::target>("target"),
                                      word<R, &R::unit>("unit"),
                                      date<R, &R::due>("due"),
                                      date<R, &R::review>("review"),
                                      word<R, &R::status>("status"),
                                      adherents(),
                                      summary<R>(),
                                      place<R>(),
                                      participants<R>(),
                                      sources<R>(),
                                      tags<R>(),
                                      weight<R>(),
                                      knownFrom<R>(),
                                      note<R>()};
  static const RecordTable<R> table{TableId::Pledges, "pledges", columns, &Records::pledges};
  return table;
}

template <>
const RecordTable<Statement>& recordTable() {
  using R = Statement;
  static const Column<R> columns[] = {eventUid<R>(),
                                      title<R>(),
                                      shortTitle<R>(),
                                      reference<R, &R::speaker>("speaker", TableId::Actors, kRequired),
                                      when<R>(),
                                      word<R, &R::form>("form"),
                                      text<R, &R::medium>("medium"),
                                      place<R>(),
                                      summary<R>(),
                                      text<R, &R::quote>("quote"),
                                      participants<R>(),
                                      sources<R>(),
                                      tags<R>(),
                                      weight<R>(),
                                      knownFrom<R>(),
                                      note<R>()};
  static const RecordTable<R> table{TableId::Statements, "statements", columns, &Records::statements};
  return table;
}

template <>
const RecordTable<Period>& recordTable() {
  using R = Period;
  static const Column<R> columns[] = {eventUid<R>(), title<R>(),   shortTitle<R>(),   when<R>(),
                                      place<R>(),    summary<R>(), participants<R>(), sources<R>(),
                                      tags<R>(),     weight<R>(),  knownFrom<R>(),    note<R>()};
  static const RecordTable<R> table{TableId::Periods, "periods", columns, &Records::periods};
  return table;
}

template <>
const RecordTable<PlainEvent>& recordTable() {
  using R = PlainEvent;
  static const Column<R> columns[] = {eventUid<R>(), title<R>(),   shortTitle<R>(),   when<R>(!kRequired),
                                      place<R>(),    summary<R>(), participants<R>(), sources<R>(),
                                      tags<R>(),     weight<R>(),  knownFrom<R>(),    note<R>()};
  static const RecordTable<R> table{TableId::Events, "events", columns, &Records::events};
  return table;
}

}  // namespace entente
