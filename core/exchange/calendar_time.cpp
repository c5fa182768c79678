// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the dates, times, durations and offsets of calendars, and turns spans of them into EDTF and back.
#include "core/exchange/calendar_time.h"

#include <fmt/core.h>

#include <cstdlib>

#include "core/exchange/published_text.h"

namespace entente {

namespace {

constexpr std::int64_t kMostDurationDays = 4'000'000;

bool isFigure(char c) {
  return c >= '0' && c <= '9';
}

/// Takes figures off the front, at least one and at most `most`.
std::optional<std::int64_t> takeNumber(std::string_view& text, std::size_t most) {
  std::size_t size = 0;
  std::int64_t value = 0;
  while (size < text.size() && size < most && isFigure(text[size]))
    value = value * 10 + (text[size++] - '0');
  if (size == 0) return std::nullopt;
  text.remove_prefix(size);
  return value;
}

/// Exactly so many figures.
std::optional<int> takeFigures(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  for (std::size_t i = 0; i < count; ++i)
    if (!isFigure(text[i])) return std::nullopt;
  const auto value = takeNumber(text, count);
  return static_cast<int>(*value);
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

using Problem = std::optional<std::string>;

Problem takeDate(std::string_view& text, CivilDate& date) {
  const auto year = takeFigures(text, 4);
  const bool dashes = year && take(text, '-');
  const auto month = takeFigures(text, 2);
  if (dashes && !take(text, '-')) return "it is not written as a date";
  const auto day = takeFigures(text, 2);
  if (!year || !month || !day || (!text.empty() && isFigure(text.front())))
    return "it is not written as a date";
  if (*year == 0) return "there is no year 0 in calendars";
  if (*month < 1 || *month > 12) return fmt::format("month {} does not exist", *month);
  if (*day < 1 || *day > daysInMonth(*year, *month))
    return fmt::format("day {} of month {} does not exist", *day, *month);
  date = {*year, *month, *day};
  return std::nullopt;
}

/// "100000", "10:00:00", "1000", "10:00".
Problem takeTime(std::string_view& text, CalendarTime& time) {
  const auto hour = takeFigures(text, 2);
  const bool colons = hour && take(text, ':');
  const auto minute = takeFigures(text, 2);
  int second = 0;
  if ((colons && take(text, ':')) || (!colons && !text.empty() && isFigure(text.front()))) {
    const auto seconds = takeFigures(text, 2);
    if (!seconds) return "its time is not written as one";
    second = *seconds;
  }
  if (!hour || !minute) return "its time is not written as one";
  if (take(text, '.') || take(text, ','))
    while (!text.empty() && isFigure(text.front()))
      text.remove_prefix(1);
  if (*hour > 24 || *minute > 59 || second > 60 || (*hour == 24 && (*minute > 0 || second > 0)))
    return fmt::format("time {:02}:{:02}:{:02} does not exist", *hour, *minute, second);
  time.hasTime = true;
  time.time = {*hour % 24, *minute, second == 60 ? 59 : second};
  if (*hour == 24) time.date = civilFromDays(daysFromCivil(time.date) + 1);
  return std::nullopt;
}

std::string edtfOfTime(const CalendarTime& time) {
  std::string text = fmt::format("{:04}-{:02}-{:02}", time.date.year, time.date.month, time.date.day);
  if (!time.hasTime) return text;
  text += fmt::format("T{:02}:{:02}:{:02}", time.time.hour, time.time.minute, time.time.second);
  const auto utc = time.utc();
  if (!utc) return text;
  if (time.offset && *time.offset == 0) return text + "Z";
  const std::int64_t seconds = time.wallClock().seconds - utc->seconds;
  const std::int64_t minutes = (std::abs(seconds) + 30) / 60;
  // EDTF has no offsets beyond 14 hours.
  if (minutes > 840) {
    CalendarTime other = time.at(*utc);
    other.offset = 0;
    return edtfOfTime(other);
  }
  if (minutes == 0) return text + "Z";
  return text + fmt::format("{}{:02}:{:02}", seconds < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

bool isInYears(const CivilDate& date) {
  return date.year >= 1 && date.year <= 9999;
}

/// A moment as a date's part gives it: floating, or in UTC.
CalendarTime momentOf(const DatePart& part) {
  CalendarTime time;
  time.hasTime = true;
  time.date = {part.year, part.month, part.day};
  time.time = {part.hour, part.minute, part.second};
  if (!part.hasOffset) return time;
  time.offset = 0;
  return time.at(plusSeconds(time.wallClock(), -std::int64_t{part.offsetMinutes} * 60));
}

CalendarTime dayOf(std::int64_t days) {
  CalendarTime time;
  time.date = civilFromDays(days);
  return time;
}

std::int64_t floorDays(Instant at) {
  const std::int64_t days = at.seconds / kSecondsPerDay;
  return at.seconds % kSecondsPerDay < 0 ? days - 1 : days;
}

}  // namespace

Instant CalendarTime::wallClock() const {
  return plusSeconds(startOfDay(date), time.hour * 3600 + time.minute * 60 + time.second);
}

std::optional<Instant> CalendarTime::utc() const {
  if (!hasTime) return std::nullopt;
  const Instant wall = wallClock();
  if (offset) return plusSeconds(wall, -std::int64_t{*offset});
  if (zone == nullptr) return std::nullopt;
  const Instant found = zone->utc(wall);
  if (zone->wallClock(found) == wall) return found;
  return plusSeconds(wall, -std::int64_t{zone->offsetAt(plusSeconds(found, -1))});
}

CalendarTime CalendarTime::at(Instant newWallClock) const {
  CalendarTime result = *this;
  result.date = dateOf(newWallClock);
  if (hasTime) result.time = timeOf(newWallClock);
  return result;
}

tl::expected<CalendarTime, std::string> readCalendarTime(std::string_view value) {
  std::string_view text = withoutSpaces(value);
  CalendarTime time;
  if (auto problem = takeDate(text, time.date)) return tl::make_unexpected(std::move(*problem));
  // Some write "20131210Z" for a day.
  if (text.empty() || text == "Z") return time;
  if (!take(text, 'T') && !take(text, 't') && !take(text, ' '))
    return tl::make_unexpected(std::string("it is not written as a date"));
  if (text.empty()) return time;
  if (auto problem = takeTime(text, time)) return tl::make_unexpected(std::move(*problem));
  if (!isInYears(time.date)) return tl::make_unexpected(std::string("it is after the year 9999"));
  text = withoutSpaces(text);
  if (text == "Z" || text == "z") {
    time.offset = 0;
  } else if (!text.empty()) {
    if (text.front() == '+' || text.front() == '-') time.offset = readCalendarOffset(text);
    if (!time.offset) return tl::make_unexpected(std::string("there is something behind its time"));
  }
  return time;
}

std::optional<CalendarDuration> readCalendarDuration(std::string_view value) {
  std::string_view text = withoutSpaces(value);
  const bool negative = take(text, '-');
  if (!negative) take(text, '+');
  if (!take(text, 'P') && !take(text, 'p')) return std::nullopt;
  CalendarDuration duration;
  bool inTime = false;
  bool any = false;
  while (!text.empty()) {
    if (take(text, 'T') || take(text, 't')) {
      inTime = true;
      continue;
    }
    const auto number = takeNumber(text, 9);
    if (!number || text.empty()) return std::nullopt;
    const char unit = static_cast<char>(text.front() & ~0x20);
    text.remove_prefix(1);
    any = true;
    if (unit == 'W' && !inTime)
      duration.days += *number * 7;
    else if (unit == 'D' && !inTime)
      duration.days += *number;
    else if (unit == 'H')
      duration.seconds += *number * 3600;
    else if (unit == 'M' && inTime)
      duration.seconds += *number * 60;
    else if (unit == 'S')
      duration.seconds += *number;
    else
      return std::nullopt;
    if (duration.days > kMostDurationDays || duration.seconds > kMostDurationDays * kSecondsPerDay)
      return std::nullopt;
  }
  if (!any) return std::nullopt;
  if (negative) duration = {-duration.days, -duration.seconds};
  return duration;
}

CalendarTime plus(const CalendarTime& time, const CalendarDuration& duration) {
  const CalendarTime days = time.at(plusSeconds(time.wallClock(), duration.days * kSecondsPerDay));
  if (duration.seconds == 0) return days;
  const auto utc = days.utc();
  if (!utc || days.zone == nullptr || days.offset)
    return days.at(plusSeconds(days.wallClock(), duration.seconds));
  return days.at(days.zone->wallClock(plusSeconds(*utc, duration.seconds)));
}

std::optional<std::int32_t> readCalendarOffset(std::string_view value) {
  std::string_view text = withoutSpaces(value);
  const bool negative = take(text, '-');
  if (!negative) take(text, '+');
  // "UTC+2" has one figure.
  const auto hours = text.size() == 1 ? takeFigures(text, 1) : takeFigures(text, 2);
  take(text, ':');
  const auto minutes = text.empty() ? std::optional<int>(0) : takeFigures(text, 2);
  take(text, ':');
  const auto seconds = text.empty() ? std::optional<int>(0) : takeFigures(text, 2);
  if (!hours || !minutes || !seconds || !text.empty() || *hours > 23 || *minutes > 59 || *seconds > 59)
    return std::nullopt;
  const std::int32_t offset = *hours * 3600 + *minutes * 60 + *seconds;
  return negative ? -offset : offset;
}

bool endsBeforeBegin(const CalendarSpan& span) {
  if (!span.end) return false;
  const auto begin = span.begin.utc();
  const auto end = span.end->utc();
  if (begin && end) return *end < *begin;
  if (span.begin.hasTime != span.end->hasTime) return span.end->date < span.begin.date;
  return span.end->wallClock() < span.begin.wallClock();
}

Result<FuzzyDate> edtfOf(const CalendarSpan& span) {
  const std::string begin = edtfOfTime(span.begin);
  if (!span.end || endsBeforeBegin(span)) return FuzzyDate::parse(begin);
  CalendarTime last = *span.end;
  if (!last.hasTime && last.date > span.begin.date)
    last = last.at(plusSeconds(last.wallClock(), -kSecondsPerDay));
  const std::string end = edtfOfTime(last);
  if (!isInYears(last.date)) return fail(ErrorKind::Invalid, "its end is after the year 9999");
  return FuzzyDate::parse(end == begin ? begin : begin + "/" + end);
}

std::optional<CalendarSpan> calendarSpanOf(const FuzzyDate& date) {
  const DateBounds& bounds = date.bounds();
  if (date.beginKind() != EndKind::Known || bounds.earliestBegin <= kBeginningOfTime) return std::nullopt;
  CalendarSpan span;
  const bool moments = !date.isSet() && date.begin().hasTime &&
                       (!date.isInterval() || date.endKind() != EndKind::Known || date.end().hasTime);
  const bool hasEnd = date.endKind() == EndKind::Known && bounds.latestEnd < kEndOfTime;
  if (moments) {
    span.begin = momentOf(date.begin());
    if (date.isInterval() && hasEnd) span.end = momentOf(date.end());
  } else {
    const std::int64_t first = floorDays(bounds.earliestBegin);
    span.begin = dayOf(first);
    const std::int64_t last = hasEnd ? floorDays(plusSeconds(bounds.latestEnd, -1)) : first;
    span.end = dayOf(last + 1);
  }
  if (!isInYears(span.begin.date) || (span.end && !isInYears(span.end->date))) return std::nullopt;
  return span;
}

bool isSameSpan(const CalendarSpan& a, const CalendarSpan& b) {
  const auto isSame = [](const CalendarTime& one, const CalendarTime& other) {
    return one.hasTime == other.hasTime && one.utc().has_value() == other.utc().has_value() &&
           (one.utc() ? *one.utc() == *other.utc() : one.wallClock() == other.wallClock());
  };
  // A day and a moment end with themselves where no end is given.
  const auto endOf = [](const CalendarSpan& span) {
    if (span.end) return *span.end;
    return span.begin.hasTime ? span.begin : plus(span.begin, {1, 0});
  };
  return isSame(a.begin, b.begin) && isSame(endOf(a), endOf(b));
}

}  // namespace entente
