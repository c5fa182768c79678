// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers one event with everything that is said about it.
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/core.h>

#include <algorithm>
#include <tuple>

#include "core/archive/archive.h"
#include "core/archive/archive_impl_sql.h"
#include "core/archive/database_sql.h"
#include "core/archive/record_look_sql.h"
#include "core/archive/record_store_sql.h"

namespace entente {

namespace {

/// The rows whose uids a query names, in its order.
template <class R>
Result<std::vector<R>> readMany(SQLite::Database& database, const std::string& uidQuery,
                                const std::string& argument) {
  SQLite::Statement query(database, uidQuery);
  query.bind(1, argument);
  std::vector<R> rows;
  while (query.executeStep()) {
    auto row = readRecord<R>(database, query.getColumn(0).getString());
    if (!row) return fail(row.error());
    if (*row) rows.push_back(std::move(**row));
  }
  return rows;
}

template <class R>
Result<void> readAs(SQLite::Database& database, const Uid& uid, EventRecord& into) {
  auto row = readRecord<R>(database, uid);
  if (!row) return fail(row.error());
  if (!*row)
    return fail(ErrorKind::Damaged,
                fmt::format("The archive is damaged: event {} has no part of its kind.", uid));
  into = std::move(**row);
  return {};
}

Result<void> readEvent(SQLite::Database& database, EventKind kind, const Uid& uid, EventRecord& into) {
  switch (kind) {
    case EventKind::Summit:
      return readAs<Summit>(database, uid, into);
    case EventKind::Message:
      return readAs<Message>(database, uid, into);
    case EventKind::Pledge:
      return readAs<Pledge>(database, uid, into);
    case EventKind::Statement:
      return readAs<Statement>(database, uid, into);
    case EventKind::Period:
      return readAs<Period>(database, uid, into);
    case EventKind::Event:
      return readAs<PlainEvent>(database, uid, into);
  }
  return {};
}

Instant beginOf(const std::optional<FuzzyDate>& when) {
  return when ? when->bounds().earliestBegin : kEndOfTime;
}

/// In the order of time, those without a day last. Stages of one day stand in the order in which they can
/// happen.
void sortByTime(std::vector<Stage>& stages) {
  std::ranges::stable_sort(stages, {},
                           [](const Stage& s) { return std::tuple(beginOf(s.when), s.stage, s.uid); });
}

void sortByTime(std::vector<Position>& positions) {
  std::ranges::stable_sort(positions, {},
                           [](const Position& p) { return std::tuple(beginOf(p.when), p.uid); });
}

LinkEnd linkEnd(SQLite::Database& database, Link link, bool outgoing) {
  LinkEnd end{std::move(link), outgoing, {}, {}, {}};
  RecordLook look = lookAt(database, end.other());
  end.title = std::move(look.title);
  if (!isEventKind(end.other().kind)) return end;
  end.event = look.event;
  end.when = std::move(look.when);
  return end;
}

Result<void> readLinks(SQLite::Database& database, const std::string& ref, EventDetail& detail) {
  for (const bool outgoing : {true, false}) {
    auto links = readMany<Link>(
        database, fmt::format("SELECT uid FROM link WHERE \"{}\" = ? ORDER BY uid", outgoing ? "from" : "to"),
        ref);
    if (!links) return fail(links.error());
    for (Link& link : *links)
      detail.links.push_back(linkEnd(database, std::move(link), outgoing));
  }
  return {};
}

/// Reads the rows that `uids` name into a map, each once.
template <class R>
Result<void> readNamed(SQLite::Database& database, const std::vector<Uid>& uids, std::map<Uid, R>& into) {
  for (const Uid& uid : uids) {
    if (uid.empty() || into.contains(uid)) continue;
    auto row = readRecord<R>(database, uid);
    if (!row) return fail(row.error());
    if (*row) into.emplace(uid, std::move(**row));
  }
  return {};
}

void addReferences(const EventDetail& detail, std::vector<Uid>& actors, std::vector<Uid>& sources) {
  std::visit(
      [&]<class R>(const R& row) {
        for (const Column<R>& column : recordTable<R>().columns) {
          std::vector<Uid>* into = column.target == TableId::Actors    ? &actors
                                   : column.target == TableId::Sources ? &sources
                                                                       : nullptr;
          if (!into) continue;
          for (Uid& uid : uidsIn(column.type, column.get(row)))
            into->push_back(std::move(uid));
        }
      },
      detail.record);
  for (const Stage& stage : detail.stages) {
    actors.push_back(stage.actor.value);
    sources.push_back(stage.source.value);
  }
  for (const Position& position : detail.positions) {
    actors.push_back(position.actor.value);
    sources.push_back(position.source.value);
  }
  for (const LinkEnd& end : detail.links)
    sources.push_back(end.link.source.value);
  for (const Claim& claim : detail.claims)
    sources.push_back(claim.source.value);
}

Result<void> readParts(SQLite::Database& database, EventKind kind, const Uid& uid, EventDetail& detail) {
  if (kind == EventKind::Message) {
    auto stages = readMany<Stage>(database, "SELECT uid FROM stage WHERE message = ? ORDER BY uid", uid);
    if (!stages) return fail(stages.error());
    detail.stages = std::move(*stages);
    sortByTime(detail.stages);
  }
  if (kind == EventKind::Pledge) {
    auto positions =
        readMany<Position>(database, "SELECT uid FROM position WHERE pledge = ? ORDER BY uid", uid);
    if (!positions) return fail(positions.error());
    detail.positions = std::move(*positions);
    sortByTime(detail.positions);
  }
  const std::string ref = RecordRef{recordKindOf(kind), uid}.text();
  auto claims = readMany<Claim>(database, "SELECT uid FROM claim WHERE subject = ? ORDER BY uid", ref);
  if (!claims) return fail(claims.error());
  detail.claims = std::move(*claims);
  return readLinks(database, ref, detail);
}

Result<void> readWhoAndWhere(SQLite::Database& database, EventDetail& detail) {
  if (const Uid& place = eventOf(detail.record).place.value; !place.empty()) {
    auto row = readRecord<Place>(database, place);
    if (!row) return fail(row.error());
    detail.place = std::move(*row);
  }
  std::vector<Uid> actors, sources;
  addReferences(detail, actors, sources);
  if (auto done = readNamed(database, actors, detail.actors); !done) return done;
  if (auto done = readNamed(database, sources, detail.sources); !done) return done;
  for (const auto& [uid, actor] : detail.actors) {
    auto offices = readMany<Office>(database, "SELECT uid FROM office WHERE actor = ? ORDER BY uid", uid);
    if (!offices) return fail(offices.error());
    detail.offices.insert(detail.offices.end(), offices->begin(), offices->end());
  }
  return {};
}

}  // namespace

Result<EventDetail> Archive::detail(EventId id) const {
  return guarded(m_impl->path, [&]() -> Result<EventDetail> {
    SQLite::Database& database = m_impl->database;
    SQLite::Transaction snapshot(database);
    SQLite::Statement query(database, "SELECT uid, kind, shown_when FROM event WHERE key = ?");
    query.bind(1, id.key);
    if (id.origin != EventOrigin::Curated || !query.executeStep())
      return fail(ErrorKind::NotFound, "This event is no longer in the archive.");
    const Uid uid = query.getColumn(0).getString();
    const auto kind = fromWord<EventKind>(query.getColumn(1).getString());
    if (!kind)
      return fail(ErrorKind::Damaged,
                  fmt::format("The archive is damaged: event {} has no known kind.", uid));
    EventDetail detail{id, Period{}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
    if (auto when = FuzzyDate::parse(query.getColumn(2).getString())) detail.shownWhen = std::move(*when);
    if (auto done = readEvent(database, *kind, uid, detail.record); !done) return fail(done.error());
    if (auto done = readParts(database, *kind, uid, detail); !done) return fail(done.error());
    if (auto done = readWhoAndWhere(database, detail); !done) return fail(done.error());
    return detail;
  });
}

}  // namespace entente
