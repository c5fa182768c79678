// SPDX-License-Identifier: GPL-3.0-or-later
// Writes and reads views.
#include "core/view/view_state.h"

#include <fmt/core.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>

#include "core/model/vocabulary.h"
#include "core/time/civil.h"
#include "core/time/fuzzy_date.h"

namespace entente {

namespace {

constexpr int kViewVersion = 1;

std::string isoTime(Instant at) {
  const CivilDate date = dateOf(at);
  const CivilTime time = timeOf(at);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", date.year, date.month, date.day, time.hour,
                     time.minute, time.second);
}

std::string isoDate(Instant at) {
  const CivilDate date = dateOf(at);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

bool isMidnight(Instant at) {
  return timeOf(at) == CivilTime{};
}

QByteArray spanJson(TimeSpan span) {
  const Instant last = plusSeconds(span.end, -1);
  if (dateOf(span.begin).year < 0 || dateOf(last).year > 9999)
    return QByteArray::fromStdString(fmt::format("[{},{}]", span.begin.seconds, span.end.seconds));
  const bool days = isMidnight(span.begin) && isMidnight(span.end);
  return QByteArray::fromStdString(days ? fmt::format("\"{}/{}\"", isoDate(span.begin), isoDate(last))
                                        : fmt::format("\"{}/{}\"", isoTime(span.begin), isoTime(last)));
}

/// A JSON string with its quotes and escapes.
QByteArray quoted(const QString& text) {
  const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
  return array.mid(1, array.size() - 2);
}

tl::unexpected<Error> invalid(const std::string& what) {
  return fail(ErrorKind::Invalid, fmt::format("The view cannot be read: {}.", what));
}

Result<TimeSpan> readSpan(const QJsonValue& value) {
  TimeSpan span;
  if (value.isArray()) {
    const QJsonArray ends = value.toArray();
    if (ends.size() != 2 || !ends[0].isDouble() || !ends[1].isDouble())
      return invalid("span needs two numbers");
    span = {Instant{ends[0].toInteger()}, Instant{ends[1].toInteger()}};
  } else {
    auto date = FuzzyDate::parse(value.toString().toStdString());
    if (!date) return invalid(fmt::format("span: {}", date.error().message));
    span = date->bounds().outer();
  }
  if (span.isEmpty() || span.begin <= kBeginningOfTime || span.end >= kEndOfTime)
    return invalid("span is empty or has no end");
  return span;
}

Result<std::vector<OfficeKey>> readOffices(const QJsonValue& value) {
  std::vector<OfficeKey> offices;
  const QJsonArray pairs = value.toArray();
  for (const auto pair : pairs) {
    const QJsonArray names = pair.toArray();
    if (names.size() != 2 || !names[0].isString() || !names[1].isString())
      return invalid("offices needs pairs of office and body");
    offices.push_back({names[0].toString(), names[1].toString()});
  }
  return offices;
}

constexpr std::array kDisputeWords{std::pair{DisputeState::Disputed, "disputed"},
                                   std::pair{DisputeState::Refuted, "refuted"},
                                   std::pair{DisputeState::Undisputed, "undisputed"}};

QString wordOfState(DisputeState state) {
  const auto found = std::ranges::find(kDisputeWords, state, &std::pair<DisputeState, const char*>::first);
  return QString::fromLatin1(found->second);
}

Result<DisputeState> stateOfWord(const QString& word) {
  for (const auto& [state, text] : kDisputeWords) {
    if (word == QLatin1String(text)) return state;
  }
  return invalid(fmt::format("'{}' is not a state of dispute", word.toStdString()));
}

Result<EventKind> kindOfWord(const QString& word) {
  const auto kind = fromWord<EventKind>(word.toStdString());
  if (kind) return *kind;
  return invalid(fmt::format("'{}' is not a kind of event", word.toStdString()));
}

Result<ActorUid> actorOfWord(const QString& word) {
  if (isUid(word.toStdString())) return ActorUid(word.toStdString());
  return invalid(fmt::format("'{}' is not the uid of an actor", word.toStdString()));
}

Result<SourceUid> sourceOfWord(const QString& word) {
  if (isUid(word.toStdString())) return SourceUid(word.toStdString());
  return invalid(fmt::format("'{}' is not the uid of a source", word.toStdString()));
}

Result<EventUid> eventOfWord(const QString& word) {
  if (isUid(word.toStdString())) return EventUid(word.toStdString());
  return invalid(fmt::format("'{}' is not the uid of an event", word.toStdString()));
}

Result<EventTag> tagOfWord(const QString& word) {
  return EventTag{word};
}

Result<QString> itself(const QString& word) {
  return word;
}

template <class T>
Result<void> readList(const QJsonValue& value, Result<T> (*read)(const QString&), std::vector<T>& into) {
  if (!value.isArray()) return invalid("what should be a list is none");
  const QJsonArray words = value.toArray();
  for (const auto word : words) {
    if (!word.isString()) return invalid("a list holds something else than words");
    auto one = read(word.toString());
    if (!one) return fail(one.error());
    into.push_back(std::move(*one));
  }
  return {};
}

Result<void> readRest(const QJsonValue& value, EventFilter& filter) {
  if (value != QLatin1String("greyed") && value != QLatin1String("hidden"))
    return invalid("the rest of a filter is neither 'hidden' nor 'greyed'");
  filter.rest = value == QLatin1String("greyed") ? RestOfEvents::Greyed : RestOfEvents::Hidden;
  return {};
}

Result<EventFilter> readFilter(const QJsonValue& value) {
  if (!value.isObject()) return invalid("the filter is not an object");
  EventFilter filter;
  const QJsonObject object = value.toObject();
  for (auto it = object.begin(); it != object.end(); ++it) {
    Result<void> done;
    if (it.key() == QLatin1String("kinds")) {
      done = readList(*it, kindOfWord, filter.kinds);
    } else if (it.key() == QLatin1String("actors")) {
      done = readList(*it, actorOfWord, filter.actors);
    } else if (it.key() == QLatin1String("countries")) {
      done = readList(*it, itself, filter.countries);
    } else if (it.key() == QLatin1String("disputes")) {
      done = readList(*it, stateOfWord, filter.disputes);
    } else if (it.key() == QLatin1String("tags")) {
      done = readList(*it, tagOfWord, filter.tags);
    } else if (it.key() == QLatin1String("refutedBy")) {
      done = readList(*it, sourceOfWord, filter.refutedBy);
    } else if (it.key() == QLatin1String("events")) {
      done = readList(*it, eventOfWord, filter.events);
      std::ranges::sort(filter.events);
    } else if (it.key() == QLatin1String("rest")) {
      done = readRest(*it, filter);
    } else {
      return invalid(fmt::format("'{}' is not part of a filter", it.key().toStdString()));
    }
    if (!done) return fail(done.error());
  }
  return filter;
}

QString textOf(std::string_view word) {
  return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
}

template <class T, class ToWord>
QByteArray listJson(const char* name, const std::vector<T>& list, ToWord toWord) {
  if (list.empty()) return {};
  QByteArrayList words;
  for (const T& one : list)
    words << quoted(toWord(one));
  return QByteArray("\"") + name + "\":[" + words.join(',') + ']';
}

QByteArray filterJson(const EventFilter& filter) {
  QByteArrayList parts;
  parts << listJson("kinds", filter.kinds, [](EventKind kind) { return textOf(wordOf(kind)); });
  parts << listJson("actors", filter.actors,
                    [](const ActorUid& actor) { return QString::fromStdString(actor.value); });
  parts << listJson("countries", filter.countries, [](const QString& country) { return country; });
  parts << listJson("disputes", filter.disputes, wordOfState);
  parts << listJson("tags", filter.tags, [](const EventTag& tag) { return tag.name; });
  parts << listJson("refutedBy", filter.refutedBy,
                    [](const SourceUid& source) { return QString::fromStdString(source.value); });
  parts << listJson("events", filter.events,
                    [](const EventUid& event) { return QString::fromStdString(event.value); });
  if (filter.rest == RestOfEvents::Greyed) parts << QByteArray("\"rest\":\"greyed\"");
  parts.removeAll(QByteArray());
  return parts.isEmpty() ? QByteArray() : ",\"filter\":{" + parts.join(',') + '}';
}

QByteArray lanesJson(const LaneChoice& lanes) {
  const auto same = [](const QString& key) { return key; };
  QByteArrayList parts;
  if (lanes.sort != LaneSort::Usual) parts << "\"sort\":" + quoted(textOf(wordOf(lanes.sort)));
  parts << listJson("order", lanes.order, same) << listJson("hidden", lanes.hidden, same)
        << listJson("collapsed", lanes.collapsed, same);
  if (!lanes.solo.isEmpty()) parts << "\"solo\":" + quoted(lanes.solo);
  parts.removeAll(QByteArray());
  return parts.isEmpty() ? QByteArray() : ",\"lanes\":{" + parts.join(',') + '}';
}

Result<LaneChoice> readLanes(const QJsonValue& value) {
  if (!value.isObject()) return invalid("the lanes are not an object");
  LaneChoice lanes;
  const QJsonObject object = value.toObject();
  for (auto it = object.begin(); it != object.end(); ++it) {
    Result<void> done;
    if (it.key() == QLatin1String("sort")) {
      const auto sort = fromWord<LaneSort>(it->toString().toStdString());
      if (!sort) return invalid("lanes are not sorted so");
      lanes.sort = *sort;
    } else if (it.key() == QLatin1String("order")) {
      done = readList(*it, itself, lanes.order);
    } else if (it.key() == QLatin1String("hidden")) {
      done = readList(*it, itself, lanes.hidden);
    } else if (it.key() == QLatin1String("collapsed")) {
      done = readList(*it, itself, lanes.collapsed);
    } else if (it.key() == QLatin1String("solo")) {
      if (!it->isString()) return invalid("the only lane is not a text");
      lanes.solo = it->toString();
    } else {
      return invalid(fmt::format("'{}' is not said of lanes", it.key().toStdString()));
    }
    if (!done) return fail(done.error());
  }
  return lanes;
}

Result<std::vector<RecordRef>> readSelection(const QJsonValue& value) {
  std::vector<RecordRef> selection;
  const QJsonArray refs = value.toArray();
  for (const auto one : refs) {
    auto ref = RecordRef::parse(one.toString().toStdString());
    if (!ref) return invalid(fmt::format("selection: {}", ref.error().message));
    selection.push_back(std::move(*ref));
  }
  return selection;
}

}  // namespace

Lens lensOf(const ViewState& view) {
  Lens lens;
  if (view.knownAsOf) lens.until = view.knownAsOf->bounds().latestEnd;
  return lens;
}

Instant shownNow(const ViewState& view, Instant now) {
  return view.knownAsOf ? std::min(now, plusSeconds(view.knownAsOf->bounds().latestEnd, -1)) : now;
}

QByteArray toJson(const SavedState& state) {
  QByteArray json =
      "{\"version\":" + QByteArray::number(kViewVersion) + ",\"span\":" + spanJson(state.view.span) +
      ",\"grouping\":" + quoted(textOf(wordOf(state.view.grouping))) + lanesJson(state.view.lanes);
  if (state.view.offices) {
    QByteArrayList pairs;
    for (const OfficeKey& key : *state.view.offices)
      pairs << '[' + quoted(key.office) + ',' + quoted(key.body) + ']';
    json += ",\"offices\":[" + pairs.join(',') + ']';
  }
  if (state.view.axisNames.isoWeeks) json += ",\"weeks\":\"numbered\"";
  if (state.view.axisNames.quarters) json += ",\"quarters\":\"numbered\"";
  if (!state.view.zone.isEmpty()) json += ",\"zone\":" + quoted(state.view.zone);
  json += filterJson(state.view.filter);
  if (state.view.knownAsOf)
    json += ",\"knownAsOf\":" + quoted(QString::fromStdString(state.view.knownAsOf->edtf()));
  if (!state.view.find.isEmpty()) json += ",\"find\":" + quoted(state.view.find);
  if (state.view.chart != ChartChoice()) json += ",\"chart\":" + toJson(state.view.chart);
  if (!state.selection.empty()) {
    QByteArrayList refs;
    for (const RecordRef& ref : state.selection)
      refs << quoted(QString::fromStdString(ref.text()));
    json += ",\"selection\":[" + refs.join(',') + ']';
  }
  return json + '}';
}

Result<SavedState> savedStateFromJson(const QByteArray& json) {
  QJsonParseError error;
  const QJsonDocument document = QJsonDocument::fromJson(json, &error);
  if (!document.isObject())
    return invalid(fmt::format("at byte {}: {}", error.offset, error.errorString().toStdString()));
  const QJsonObject object = document.object();
  if (object.value(QLatin1String("version")).toInt() != kViewVersion) return invalid("its version is not 1");
  SavedState state;
  bool hasSpan = false;
  for (auto it = object.begin(); it != object.end(); ++it) {
    if (it.key() == QLatin1String("span")) {
      auto span = readSpan(*it);
      if (!span) return fail(span.error());
      state.view.span = *span;
      hasSpan = true;
    } else if (it.key() == QLatin1String("offices")) {
      auto offices = readOffices(*it);
      if (!offices) return fail(offices.error());
      state.view.offices = std::move(*offices);
    } else if (it.key() == QLatin1String("filter")) {
      auto filter = readFilter(*it);
      if (!filter) return fail(filter.error());
      state.view.filter = std::move(*filter);
    } else if (it.key() == QLatin1String("weeks") || it.key() == QLatin1String("quarters")) {
      if (it->toString() != QLatin1String("numbered"))
        return invalid(fmt::format("{} are numbered or not named", it.key().toStdString()));
      (it.key() == QLatin1String("weeks") ? state.view.axisNames.isoWeeks : state.view.axisNames.quarters) =
          true;
    } else if (it.key() == QLatin1String("zone")) {
      if (!it->isString()) return invalid("the zone is not a name");
      state.view.zone = it->toString();
    } else if (it.key() == QLatin1String("knownAsOf")) {
      auto day = FuzzyDate::parse(it->toString().toStdString());
      if (!day) return invalid(fmt::format("knownAsOf: {}", day.error().message));
      if (day->bounds().latestEnd >= kEndOfTime) return invalid("knownAsOf has no end");
      state.view.knownAsOf = std::move(*day);
    } else if (it.key() == QLatin1String("find")) {
      if (!it->isString()) return invalid("what is to be found is not a text");
      state.view.find = it->toString();
    } else if (it.key() == QLatin1String("chart")) {
      auto chart = chartChoiceFromJson(*it);
      if (!chart) return fail(chart.error());
      state.view.chart = std::move(*chart);
    } else if (it.key() == QLatin1String("selection")) {
      auto selection = readSelection(*it);
      if (!selection) return fail(selection.error());
      state.selection = std::move(*selection);
    } else if (it.key() == QLatin1String("grouping")) {
      const auto grouping = fromWord<Grouping>(it->toString().toStdString());
      if (!grouping) return invalid("the grouping is none that there is");
      state.view.grouping = *grouping;
    } else if (it.key() == QLatin1String("lanes")) {
      auto lanes = readLanes(*it);
      if (!lanes) return fail(lanes.error());
      state.view.lanes = std::move(*lanes);
    } else if (it.key() != QLatin1String("version")) {
      return invalid(fmt::format("'{}' is not part of a view", it.key().toStdString()));
    }
  }
  if (!hasSpan) return invalid("it has no span");
  return state;
}

}  // namespace entente
