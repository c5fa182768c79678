// SPDX-License-Identifier: GPL-3.0-or-later
// Dates of slides, and slides out of entries.
#include "core/exchange/timelinejs_slide.h"

#include <fmt/core.h>

#include <QString>
#include <cmath>

#include "core/exchange/foreign_fields.h"
#include "core/time/edtf_days.h"

namespace entente {

namespace {

using LeftOut = std::map<std::string, std::size_t>;

/// 0 and nothing for what is empty; false for what is no whole number.
bool readPart(const QJsonValue& value, std::int64_t& number) {
  const QString text = jsonText(value).trimmed();
  number = 0;
  if (text.isEmpty()) return true;
  bool fine = false;
  number = text.toLongLong(&fine);
  if (fine) return true;
  const double real = text.toDouble(&fine);
  if (!fine || std::abs(real) > 1e15 || real != std::floor(real)) return false;
  number = static_cast<std::int64_t>(real);
  return true;
}

std::string partText(const QJsonValue& value) {
  return shown(jsonText(value));
}

constexpr std::int64_t kLeastSlideYear = -9999;  ///< before it years are ages of the earth: numbers

std::int64_t slideYear(std::int64_t astronomical) {
  return astronomical <= 0 && astronomical > kLeastSlideYear ? astronomical - 1 : astronomical;
}

QJsonObject dateObject(const CivilDate& day, DatePrecision precision, const DatePart* time) {
  QJsonObject date;
  date[QStringLiteral("year")] = static_cast<qint64>(slideYear(day.year));
  if (precision >= DatePrecision::Season) return date;
  date[QStringLiteral("month")] = day.month;
  if (precision == DatePrecision::Month) return date;
  date[QStringLiteral("day")] = day.day;
  if (precision == DatePrecision::Day || time == nullptr) return date;
  date[QStringLiteral("hour")] = time->hour;
  date[QStringLiteral("minute")] = time->minute;
  date[QStringLiteral("second")] = time->second;
  return date;
}

/// Whether a slide's own parts say all of it: no X, no qualifier, no season, no offset.
bool isPlain(const DatePart& part) {
  return !part.hasUnspecified() && !part.qualifier().any() && !part.hasSeason() &&
         part.significantDigits == 0 && !part.hasOffset;
}

bool isPlain(const FuzzyDate& date) {
  if (date.isSet() || date.beginKind() != EndKind::Known || date.endKind() != EndKind::Known) return false;
  return isPlain(date.begin()) && isPlain(date.end());
}

QJsonObject dateOf(const DatePart& part, bool last) {
  if (isPlain(part) || part.hasTime) {
    const CivilDate day{part.year, part.month == 0 ? 1 : part.month, part.day == 0 ? 1 : part.day};
    return dateObject(day, part.precision, &part);
  }
  if (!part.hasUnspecified() && !part.hasSeason() && part.significantDigits == 0) {
    const CivilDate day{part.year, part.month == 0 ? 1 : part.month, part.day == 0 ? 1 : part.day};
    return dateObject(day, part.precision, nullptr);
  }
  const auto days = daysOf(part);
  const CivilDate day = days ? (last ? days->last : days->first) : CivilDate{part.year, 1, 1};
  const bool years = part.precision >= DatePrecision::Year;
  return dateObject(day, years ? DatePrecision::Year : DatePrecision::Day, nullptr);
}

void putDates(const FuzzyDate& when, QJsonObject& slide) {
  DatePart first = when.begin();
  DatePart last = when.end();
  if (when.isSet()) {
    first = when.expression().members.front().first;
    const SetMember& member = when.expression().members.back();
    last = member.isRange && !member.openEnd ? member.last : member.first;
  }
  QJsonObject begin = dateOf(first, false);
  QJsonObject end = when.endKind() == EndKind::Known ? dateOf(last, true) : begin;
  if (!isPlain(when)) begin[QStringLiteral("display_date")] = QString::fromStdString(when.edtf());
  QJsonObject plain = begin;
  plain.remove(QStringLiteral("display_date"));
  slide[QStringLiteral("start_date")] = begin;
  if (end != plain && when.endKind() == EndKind::Known) slide[QStringLiteral("end_date")] = end;
}

QString html(const QString& text) {
  return text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
}

void count(LeftOut* leftOut, bool is, const char* what) {
  if (leftOut != nullptr && is) ++(*leftOut)[what];
}

void countMissing(const ForeignEvent& event, LeftOut* leftOut) {
  const FuzzyDate& when = *event.when;
  count(leftOut, when.isUncertain() || when.isApproximate(), "uncertain dates");
  count(leftOut, when.isSet(), "dates that are one or all of several");
  count(leftOut, when.endKind() != EndKind::Known, "ends that are open or not known");
  const bool known = !when.isSet() && when.endKind() == EndKind::Known;
  count(leftOut, known && (when.begin().hasUnspecified() || when.end().hasUnspecified()),
        "unspecified digits");
  count(leftOut, known && (when.begin().hasSeason() || when.end().hasSeason()), "seasons");
  count(leftOut, known && (when.begin().hasOffset || when.end().hasOffset), "time zones");
  count(leftOut, event.kind && *event.kind != EventKind::Period, "kinds");
  count(leftOut, !event.where.isEmpty() || event.latitude.has_value(), "places");
  count(leftOut, !event.actors.empty(), "participants");
  count(leftOut, event.tags.size() > 1, "further tags");
  count(leftOut, event.sources.size() > 1, "further sources");
  count(leftOut, event.weight.has_value(), "weights");
  count(leftOut, !event.note.isEmpty(), "notes");
}

}  // namespace

bool hasSlide(const ForeignEvent& event) {
  if (!event.when) return false;
  if (event.when->isSet()) return !event.when->expression().members.front().openBegin;
  return event.when->beginKind() == EndKind::Known;
}

QJsonObject slideOf(const ForeignEvent& event, LeftOut* leftOut) {
  QJsonObject slide;
  if (!event.key.isEmpty()) slide[QStringLiteral("unique_id")] = event.key;
  if (hasSlide(event)) {
    putDates(*event.when, slide);
    countMissing(event, leftOut);
  }
  QJsonObject text;
  text[QStringLiteral("headline")] = html(event.title);
  if (!event.summary.isEmpty()) text[QStringLiteral("text")] = html(event.summary);
  slide[QStringLiteral("text")] = text;
  if (!event.tags.empty()) slide[QStringLiteral("group")] = event.tags.front();
  if (!event.sources.empty()) {
    const Source& source = event.sources.front().source;
    QJsonObject media;
    media[QStringLiteral("url")] = source.url;
    if (!source.title.isEmpty()) media[QStringLiteral("caption")] = html(source.title);
    if (!source.author.isEmpty()) media[QStringLiteral("credit")] = html(source.author);
    slide[QStringLiteral("media")] = media;
  }
  return slide;
}

std::int64_t astronomicalYear(std::int64_t slide) {
  return slide < 0 && slide >= kLeastSlideYear ? slide + 1 : slide;
}

tl::expected<ProgramDate, std::string> readSlideDate(const QJsonObject& date) {
  static constexpr const char* kParts[] = {"year", "month", "day", "hour", "minute", "second", "millisecond"};
  std::int64_t numbers[7] = {};
  const QString yearText = jsonText(date[QLatin1String("year")]).trimmed();
  if (yearText.isEmpty()) return tl::unexpected(std::string("it has no year"));
  for (std::size_t i = 0; i < 7; ++i) {
    const QJsonValue part = date[QLatin1String(kParts[i])];
    if (readPart(part, numbers[i])) continue;
    // "c. 1500" where a year should stand alone.
    if (i == 0 && jsonText(date[QLatin1String("month")]).trimmed().isEmpty()) {
      auto read = readProgramDate(yearText.toStdString());
      if (read && read->precision >= DatePrecision::Year) return read;
    }
    return tl::unexpected(fmt::format("\"{}\" is no {}", partText(part), kParts[i]));
  }
  if (numbers[1] < 0 || numbers[1] > 12)
    return tl::unexpected(fmt::format("there is no month {}", numbers[1]));
  if (numbers[2] < 0 || numbers[2] > 31) return tl::unexpected(fmt::format("there is no day {}", numbers[2]));
  auto read =
      programDay(astronomicalYear(numbers[0]), static_cast<int>(numbers[1]), static_cast<int>(numbers[2]));
  if (!read) return read;
  if (numbers[3] < 0 || numbers[3] > 23 || numbers[4] < 0 || numbers[4] > 59 || numbers[5] < 0 ||
      numbers[5] > 59) {
    return tl::unexpected(fmt::format("there is no time {}:{}:{}", numbers[3], numbers[4], numbers[5]));
  }
  if (read->precision != DatePrecision::Day) return read;
  const auto has = [&](const char* name) { return !jsonText(date[QLatin1String(name)]).trimmed().isEmpty(); };
  if (!has("hour") && numbers[4] == 0 && numbers[5] == 0) return read;
  read->clock = {static_cast<int>(numbers[3]), static_cast<int>(numbers[4]), static_cast<int>(numbers[5])};
  read->precision = has("second")   ? DatePrecision::Second
                    : has("minute") ? DatePrecision::Minute
                                    : DatePrecision::Hour;
  read->hasFraction = numbers[6] != 0;
  return read;
}

}  // namespace entente
