// SPDX-License-Identifier: GPL-3.0-or-later
// Writes and reads choices of charts.
#include "core/view/chart_choice.h"

#include <fmt/core.h>

#include <QJsonArray>
#include <QJsonObject>

namespace entente {

namespace {

// Uids and the closed lists need no escapes.
void add(QByteArray& json, const char* key, const QByteArray& value) {
  json += json.size() > 1 ? ",\"" : "\"";
  json += QByteArray(key) + "\":" + value;
}

QByteArray quoted(std::string_view word) {
  return '"' + QByteArray(word.data(), static_cast<qsizetype>(word.size())) + '"';
}

QByteArray list(const std::vector<ActorUid>& actors) {
  QByteArrayList words;
  for (const ActorUid& actor : actors)
    words << quoted(actor.value);
  return '[' + words.join(',') + ']';
}

tl::unexpected<Error> invalid(const std::string& what) {
  return fail(ErrorKind::Invalid, fmt::format("The choice of a chart cannot be read: {}.", what));
}

template <class Id>
bool readUid(const QJsonValue& value, Id& into) {
  into = Id(value.toString().toStdString());
  return isUid(into.value);
}

bool readActors(const QJsonValue& value, std::vector<ActorUid>& into) {
  const QJsonArray words = value.toArray();
  for (const auto word : words) {
    if (!readUid(word, into.emplace_back())) return false;
  }
  return value.isArray();
}

template <class Enum>
bool readWord(const QJsonValue& value, Enum& into) {
  const auto found = fromWord<Enum>(value.toString().toStdString());
  if (found) into = *found;
  return found.has_value();
}

bool readYear(const QJsonValue& value, std::optional<int>& into) {
  constexpr double kMostYear = 1e6;
  const double year = value.toDouble(kMostYear + 1);
  into = static_cast<int>(year);
  return year <= kMostYear && year >= -kMostYear;
}

bool readPart(const QString& key, const QJsonValue& value, ChartChoice& choice) {
  if (key == QLatin1String("kind")) return readWord(value, choice.kind);
  if (key == QLatin1String("pledge")) return readUid(value, choice.pledge);
  if (key == QLatin1String("highlighted")) return readUid(value, choice.highlighted.emplace());
  if (key == QLatin1String("compared")) return readActors(value, choice.compared.emplace());
  if (key == QLatin1String("group")) return readWord(value, choice.group);
  if (key == QLatin1String("states")) return readActors(value, choice.states);
  if (key == QLatin1String("year")) return readYear(value, choice.year);
  return key == QLatin1String("edition") && readUid(value, choice.edition);
}

}  // namespace

QByteArray toJson(const ChartChoice& choice) {
  QByteArray json = "{";
  if (choice.kind != ChartKind::Lines) add(json, "kind", quoted(wordOf(choice.kind)));
  if (!choice.pledge.value.empty()) add(json, "pledge", quoted(choice.pledge.value));
  if (choice.highlighted) add(json, "highlighted", quoted(choice.highlighted->value));
  if (choice.compared) add(json, "compared", list(*choice.compared));
  if (choice.group != StateGroup::Members) add(json, "group", quoted(wordOf(choice.group)));
  if (!choice.states.empty()) add(json, "states", list(choice.states));
  if (choice.year) add(json, "year", QByteArray::number(*choice.year));
  if (!choice.edition.value.empty()) add(json, "edition", quoted(choice.edition.value));
  return json + '}';
}

Result<ChartChoice> chartChoiceFromJson(const QJsonValue& json) {
  if (!json.isObject()) return invalid("it is not an object");
  ChartChoice choice;
  const QJsonObject object = json.toObject();
  for (auto it = object.begin(); it != object.end(); ++it) {
    if (!readPart(it.key(), *it, choice))
      return invalid(fmt::format("'{}' is not said so of a chart", it.key().toStdString()));
  }
  return choice;
}

}  // namespace entente
