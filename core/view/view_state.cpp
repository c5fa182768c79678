// SPDX-License-Identifier: GPL-3.0-or-later
// Writes and reads views.
#include "core/view/view_state.h"

#include <fmt/core.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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

QByteArray toJson(const SavedState& state) {
  QByteArray json = "{\"version\":" + QByteArray::number(kViewVersion) +
                    ",\"span\":" + spanJson(state.view.span) + ",\"grouping\":\"kind\"";
  if (state.view.offices) {
    QByteArrayList pairs;
    for (const OfficeKey& key : *state.view.offices)
      pairs << '[' + quoted(key.office) + ',' + quoted(key.body) + ']';
    json += ",\"offices\":[" + pairs.join(',') + ']';
  }
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
    } else if (it.key() == QLatin1String("selection")) {
      auto selection = readSelection(*it);
      if (!selection) return fail(selection.error());
      state.selection = std::move(*selection);
    } else if (it.key() == QLatin1String("grouping")) {
      if (it->toString() != QLatin1String("kind")) return invalid("the grouping is not 'kind'");
    } else if (it.key() != QLatin1String("version")) {
      return invalid(fmt::format("'{}' is not part of a view", it.key().toStdString()));
    }
  }
  if (!hasSpan) return invalid("it has no span");
  return state;
}

}  // namespace entente
