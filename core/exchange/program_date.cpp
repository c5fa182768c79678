// SPDX-License-Identifier: GPL-3.0-or-later
// Precision and EDTF of programs' dates.
#include "core/exchange/program_date.h"

#include <fmt/core.h>

#include <cmath>
#include <utility>

namespace entente {

namespace {

constexpr double kMostMilliseconds = 8.64e15;  // ECMA-262, "Time Values and Time Range"

std::string yearText(std::int64_t year) {
  if (year > 9999 || year < -9999) return fmt::format("Y{}", year);
  return year < 0 ? fmt::format("-{:04}", -year) : fmt::format("{:04}", year);
}

bool isLong(const ProgramDate& date) {
  return date.day.year > 9999 || date.day.year < -9999;
}

void dropTime(ProgramDate& date) {
  date.precision = DatePrecision::Day;
  date.clock = {};
  date.offsetMinutes.reset();
}

}  // namespace

tl::expected<ProgramDate, std::string> programDay(std::int64_t year, int month, int day) {
  ProgramDate date;
  if (year < kMinYear || year > kMaxYear) {
    return tl::unexpected(fmt::format("the year {} is out of range", year));
  }
  if (month < 0 || month > 12) return tl::unexpected(fmt::format("there is no month {}", month));
  date.day.year = year;
  if (month == 0) {
    // A day without its month says nothing that can be kept; it is not a date.
    if (day != 0) return tl::unexpected(fmt::format("the day {} stands there without a month", day));
    return date;
  }
  date.day.month = month;
  date.precision = DatePrecision::Month;
  if (day == 0) return date;
  if (day < 1 || day > daysInMonth(year, month)) {
    return tl::unexpected(fmt::format("there is no day {} in month {} of {}", day, month, year));
  }
  date.day.day = day;
  date.precision = DatePrecision::Day;
  return date;
}

std::optional<ProgramDate> fromEpochMilliseconds(double milliseconds) {
  if (!(std::abs(milliseconds) <= kMostMilliseconds)) return std::nullopt;
  const double seconds = std::floor(milliseconds / 1000);
  const auto all = static_cast<std::int64_t>(seconds);
  ProgramDate date;
  const std::int64_t days = all >= 0 ? all / 86'400 : -((-all + 86'399) / 86'400);
  const std::int64_t left = all - days * 86'400;
  date.day = civilFromDays(days);
  date.clock = {static_cast<int>(left / 3600), static_cast<int>(left / 60 % 60), static_cast<int>(left % 60)};
  date.precision = DatePrecision::Second;
  date.offsetMinutes = 0;
  date.hasFraction = milliseconds != seconds * 1000;
  return date;
}

std::string edtfOf(const ProgramDate& date) {
  if (!date.people.empty()) return date.people;
  std::string text = yearText(date.day.year);
  if (date.precision == DatePrecision::Year || isLong(date)) return text;
  text += fmt::format("-{:02}", date.day.month);
  if (date.precision == DatePrecision::Month) return text;
  text += fmt::format("-{:02}", date.day.day);
  if (date.precision == DatePrecision::Day) return text;
  // EDTF has no times without seconds.
  text += fmt::format("T{:02}:{:02}:{:02}", date.clock.hour, date.clock.minute, date.clock.second);
  if (!date.offsetMinutes) return text;
  const int offset = *date.offsetMinutes;
  if (offset == 0) return text + "Z";
  const int size = std::abs(offset);
  return text + fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', size / 60, size % 60);
}

bool isBeyondEdtf(const ProgramDate& date) {
  return date.people.empty() && isLong(date) && date.precision != DatePrecision::Year;
}

tl::expected<FuzzyDate, std::string> periodOf(ProgramDate begin, std::optional<ProgramDate> end) {
  const bool wholeBegin = !begin.hasTime() || begin.isMidnight();
  const bool wholeEnd = !end || !end->hasTime() || end->isMidnight() || end->clock == CivilTime{23, 59, 59} ||
                        (end->clock == CivilTime{23, 59, 0} && begin.isMidnight());
  if (wholeBegin && wholeEnd) {
    if (begin.hasTime()) dropTime(begin);
    if (end && end->hasTime()) dropTime(*end);
  }
  std::string edtf = edtfOf(begin);
  const auto joins = [](const std::string& text) { return text.find_first_of("/[{") == std::string::npos; };
  if (end) {
    const std::string last = edtfOf(*end);
    if (last != edtf) {
      if (!joins(edtf) || !joins(last)) {
        return tl::unexpected(fmt::format("\"{}\" to \"{}\" cannot be said as one period", edtf, last));
      }
      edtf += "/" + last;
    }
  }
  auto date = FuzzyDate::read(edtf);
  if (date) return std::move(*date);
  if (end && FuzzyDate::read(edtfOf(begin)) && FuzzyDate::read(edtfOf(*end))) {
    return tl::unexpected(fmt::format("\"{}\": it ends before it begins", edtf));
  }
  return tl::unexpected(fmt::format("\"{}\" is no date: {}", edtf, date.error().reason));
}

}  // namespace entente
