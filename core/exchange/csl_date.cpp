// SPDX-License-Identifier: GPL-3.0-or-later
// date-parts, seasons, raw and literal dates, EDTF; both ways.
#include "core/exchange/csl_date.h"

#include <fmt/core.h>
#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

#include "core/exchange/csl_json.h"
#include "core/exchange/published_text.h"
#include "core/exchange/source_text.h"

namespace entente {

namespace {

constexpr std::int64_t kSpring = 21;

/// Nothing for null and empty texts; an error for what is no whole number.
tl::expected<std::optional<std::int64_t>, std::string> numberOf(const QJsonValue& value) {
  if (value.isDouble()) {
    const double number = value.toDouble();
    if (std::floor(number) != number || std::abs(number) > 1e10)
      return tl::make_unexpected(fmt::format("{} is no whole number", number));
    return static_cast<std::int64_t>(number);
  }
  if (value.isNull() || value.isUndefined()) return std::optional<std::int64_t>();
  const QString text = value.toString().trimmed();
  if (value.isString() && text.isEmpty()) return std::optional<std::int64_t>();
  bool isNumber = false;
  const qlonglong number = text.toLongLong(&isNumber);
  if (!value.isString() || !isNumber || std::abs(number) > 10'000'000'000)
    return tl::make_unexpected(fmt::format("\"{}\" is no whole number", text.left(40).toStdString()));
  return number;
}

/// CSL counts years before Christ from -1.
std::string yearText(std::int64_t cslYear) {
  const std::int64_t year = cslYear < 0 ? cslYear + 1 : cslYear;
  if (year > 9999 || year < -9999) return fmt::format("Y{}", year);
  return year < 0 ? fmt::format("-{:04}", -year) : fmt::format("{:04}", year);
}

/// 21 to 24, or 0.
std::int64_t seasonOf(const QJsonValue& value) {
  const std::string text = foldedText(cslText(value).toStdString());
  constexpr std::string_view kNames[] = {"|1|21|spring|", "|2|22|summer|", "|3|23|autumn|fall|",
                                         "|4|24|winter|"};
  for (std::int64_t i = 0; i < 4; ++i)
    if (isListed(text, kNames[i])) return kSpring + i;
  return 0;
}

/// One date of date-parts; empty for none.
tl::expected<std::string, std::string> partsText(const QJsonArray& parts, std::int64_t season) {
  std::int64_t numbers[3] = {0, 0, 0};
  bool has[3] = {false, false, false};
  for (qsizetype i = 0; i < 3 && i < parts.size(); ++i) {
    const auto number = numberOf(parts.at(i));
    if (!number) return tl::make_unexpected(number.error());
    has[i] = number->has_value() && **number != 0;
    if (has[i]) numbers[i] = **number;
  }
  if (!has[0]) return std::string();
  std::string text = yearText(numbers[0]);
  // Citation processors have seasons as months 13 to 16 besides those of EDTF.
  if (has[1] && numbers[1] >= 13 && numbers[1] <= 16) numbers[1] += kSpring - 13;
  if (!has[1] && season != 0) numbers[1] = season;
  if (numbers[1] == 0) return text;
  if (numbers[1] < 1 || numbers[1] > 24 || (numbers[1] > 12 && numbers[1] < kSpring))
    return tl::make_unexpected(fmt::format("month {} does not exist", numbers[1]));
  text += fmt::format("-{:02}", numbers[1]);
  if (!has[2] || numbers[1] > 12) return text;
  if (numbers[2] < 1 || numbers[2] > 31)
    return tl::make_unexpected(fmt::format("day {} does not exist", numbers[2]));
  return text + fmt::format("-{:02}", numbers[2]);
}

bool isOpenEnd(const QJsonArray& parts) {
  const QString first = cslText(parts.first());
  return first == QLatin1String("0");
}

bool isTrue(const QJsonValue& value) {
  if (value.isBool()) return value.toBool();
  const QString text = cslText(value);
  return !text.isEmpty() && text != QLatin1String("0") && text != QLatin1String("false");
}

tl::expected<std::optional<FuzzyDate>, std::string> fromParts(const QJsonObject& object) {
  QJsonArray dates = object.value(QLatin1String("date-parts")).toArray();
  // "date-parts": [2019, 5] is written by hand.
  if (!dates.isEmpty() && !dates.first().isArray()) {
    QJsonArray one;
    one.append(dates);
    dates = one;
  }
  if (dates.isEmpty()) return std::optional<FuzzyDate>();
  const std::string mark = isTrue(object.value(QLatin1String("circa"))) ? "~" : "";
  const std::int64_t season = seasonOf(object.value(QLatin1String("season")));
  const auto begin = partsText(dates.first().toArray(), season);
  if (!begin) return tl::make_unexpected(begin.error());
  if (begin->empty()) return std::optional<FuzzyDate>();
  std::string text = *begin + mark;
  if (dates.size() > 1) {
    const QJsonArray last = dates.at(1).toArray();
    const auto end = partsText(last, 0);
    if (!end) return tl::make_unexpected(end.error());
    if (isOpenEnd(last))
      text += "/..";
    else if (!end->empty() && *end != *begin)
      text += "/" + *end + mark;
  }
  auto date = FuzzyDate::parse(text);
  if (!date) return tl::make_unexpected(fmt::format("\"{}\" is no date: {}", text, date.error().message));
  return *date;
}

/// Whether the parts say the same as those of the object.
bool isSameWithoutCirca(const QJsonArray& parts, QJsonObject object) {
  object.remove(QLatin1String("circa"));
  const auto one = fromParts(object);
  object.remove(QLatin1String("season"));
  object.insert(QLatin1String("date-parts"), parts);
  const auto other = fromParts(object);
  return one && other && *one == *other;
}

tl::expected<std::optional<FuzzyDate>, std::string> fromText(const QString& text) {
  if (text.trimmed().isEmpty()) return std::optional<FuzzyDate>();
  auto date = readSourceDate(text.toStdString());
  if (!date)
    return tl::make_unexpected(
        fmt::format("\"{}\" cannot be read as a date: {}", text.left(80).toStdString(), date.error()));
  return *date;
}

QJsonArray partsOf(const DatePart& part) {
  QJsonArray parts;
  parts.append(static_cast<qint64>(part.year <= 0 ? part.year - 1 : part.year));
  if (part.yearMask != 0 || !part.hasMonth || part.monthMask != 0) return parts;
  if (part.hasSeason()) {
    if (part.month <= 24) parts.append(part.month);
    return parts;
  }
  parts.append(part.month);
  if (part.hasDay && part.dayMask == 0) parts.append(part.day);
  return parts;
}

}  // namespace

QString cslText(const QJsonValue& value) {
  if (value.isString()) return value.toString();
  if (value.isDouble()) return QString::number(value.toDouble(), 'g', 15);
  // Crossref has lists of titles.
  if (value.isArray() && !value.toArray().isEmpty() && value.toArray().first().isString())
    return value.toArray().first().toString();
  return {};
}

tl::expected<std::optional<FuzzyDate>, std::string> readCslDate(const QJsonValue& value) {
  // [[2019, 5]] and [{"year": 2019, "month": 5}] are written too.
  if (value.isArray() && value.toArray().first().isArray())
    return fromParts({{QStringLiteral("date-parts"), value}});
  if (value.isArray() && value.toArray().first().isObject()) return readCslDate(value.toArray().first());
  if (!value.isObject()) return fromText(cslText(value));
  QJsonObject object = value.toObject();
  if (!object.contains(QLatin1String("date-parts")) && object.contains(QLatin1String("year"))) {
    QJsonArray parts;
    for (const char* name : {"year", "month", "day"})
      parts.append(object.value(QLatin1String(name)));
    QJsonArray dates;
    dates.append(parts);
    object.insert(QLatin1String("date-parts"), dates);
  }
  const auto parts = fromParts(object);
  const QString own = cslText(object.value(QLatin1String("edtf")));
  if (const auto edtf = FuzzyDate::parse(own.toStdString())) {
    const auto said = cslDateParts(*edtf);
    if (!parts || !*parts || (said && isSameWithoutCirca(said->parts, object))) return *edtf;
  }
  if (!parts) return tl::make_unexpected(parts.error());
  if (*parts) return parts;
  for (const char* name : {"raw", "literal", "date-time"}) {
    const QString text = cslText(object.value(QLatin1String(name)));
    if (!text.trimmed().isEmpty()) return fromText(text);
  }
  return std::optional<FuzzyDate>();
}

std::optional<CslDateParts> cslDateParts(const FuzzyDate& date) {
  if (date.beginKind() != EndKind::Known) return std::nullopt;
  CslDateParts result;
  result.parts.append(partsOf(date.begin()));
  if (date.isInterval() || date.isSet()) {
    if (date.endKind() != EndKind::Known)
      result.parts.append(QJsonArray{0});
    else
      result.parts.append(partsOf(date.end()));
  }
  result.circa = date.isApproximate();
  QJsonObject object;
  object.insert(QLatin1String("date-parts"), result.parts);
  if (result.circa) object.insert(QLatin1String("circa"), true);
  const auto back = fromParts(object);
  result.isWhole = back && *back && **back == date;
  return result;
}

}  // namespace entente
