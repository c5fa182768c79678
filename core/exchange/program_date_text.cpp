// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the texts of programs' dates: ISO 8601 first, then words in the orders of JavaScript and Java.
#include <fmt/core.h>

#include <algorithm>
#include <charconv>

#include "core/exchange/program_date.h"
#include "core/exchange/program_date_cursor.h"
#include "core/exchange/published_text.h"
#include "core/time/people_dates.h"

namespace entente {

namespace {

/// The whole text, or it is something else.
bool readIso(std::string_view text, ProgramDate& date, std::string& reason) {
  DateCursor cursor(text);
  const bool negative = cursor.next() == '-';
  const bool sign = cursor.takeOne("+-");
  std::int64_t year = 0;
  const std::size_t length = cursor.digits(year, 1, 11);
  if (length == 0) return false;
  std::int64_t month = 0;
  std::int64_t day = 0;
  if (cursor.atEnd() && length == 8 && !sign) {
    month = year / 100 % 100;
    day = year % 100;
    year /= 10'000;
    if (month == 0 || day == 0) return false;
  } else if (length == 8 && !sign && (cursor.next() == 'T' || cursor.next() == ' ')) {
    month = year / 100 % 100;
    day = year % 100;
    year /= 10'000;
  } else if (cursor.next() == '-' || (cursor.next() == '/' && length == 4)) {
    const char mark = cursor.next();
    if (length < 3 && !sign) return false;
    (void)cursor.take(mark);
    if (cursor.digits(month, 1, 2) == 0) return false;
    if (cursor.take(mark) && cursor.digits(day, 1, 2) == 0) return false;
  } else if (!cursor.atEnd()) {
    return false;
  } else if (length < 3 && !sign) {
    return false;
  } else if (length == 6 && !sign && year % 100 >= 1 && year % 100 <= 12 && year < 300'000) {
    reason = "it may be a year or a year with its month";
    return true;
  }
  const auto read = programDay(negative ? -year : year, static_cast<int>(month), static_cast<int>(day));
  if (!read) {
    reason = read.error();
    return true;
  }
  date = *read;
  if (cursor.atEnd()) return true;
  if (date.precision != DatePrecision::Day || !cursor.takeOne("Tt ")) return false;
  cursor.skipSpaces();
  if (!takeClock(cursor, date, false)) return false;
  cursor.skipSpaces();
  if (cursor.takeOne("Zz")) {
    date.offsetMinutes = 0;
  } else if (!cursor.atEnd()) {
    if (cursor.rest() == "UTC" || cursor.rest() == "GMT") {
      date.offsetMinutes = 0;
      return true;
    }
    int minutes = 0;
    if (!takeOffset(cursor, minutes)) return false;
    date.offsetMinutes = minutes;
  }
  return cursor.atEnd();
}

/// "5/28/2006", with a time or not.
bool readSlashes(std::string_view text, ProgramDate& date, std::string& reason) {
  DateCursor cursor(text);
  std::int64_t first = 0;
  std::int64_t second = 0;
  std::int64_t third = 0;
  if (cursor.digits(first, 1, 2) == 0 || !cursor.take('/')) return false;
  std::size_t length = cursor.digits(second, 1, 4);
  if (length == 0 || length == 3) return false;
  std::int64_t day = 0;
  if (length == 4) {
    third = second;
  } else {
    day = second;
    if (!cursor.take('/')) return false;
    length = cursor.digits(third, 1, 4);
    if (length != 4) {
      reason = "the year has fewer than four digits";
      return length > 0;
    }
    if (first > 12 && day <= 12) std::swap(first, day);
  }
  const auto read = programDay(third, static_cast<int>(first), static_cast<int>(day));
  if (!read) {
    reason = read.error();
    return true;
  }
  date = *read;
  date.monthFirst = day != 0 && day <= 12 && day != first && second == day;
  if (cursor.atEnd()) return true;
  if (day == 0 || !cursor.take(' ')) return false;
  cursor.skipSpaces();
  if (!takeClock(cursor, date, true)) return false;
  cursor.skipSpaces();
  const std::string_view half = cursor.rest();
  if (half == "AM" || half == "PM" || half == "am" || half == "pm") {
    if (date.clock.hour < 1 || date.clock.hour > 12) return false;
    date.clock.hour = date.clock.hour % 12 + (half[0] == 'P' || half[0] == 'p' ? 12 : 0);
    return true;
  }
  return cursor.atEnd();
}

/// Microsoft's JSON: "/Date(1198908717056)/".
bool readTicks(std::string_view text, ProgramDate& date) {
  constexpr std::string_view kBegin = "/Date(";
  if (text.substr(0, kBegin.size()) != kBegin) return false;
  std::int64_t ticks = 0;
  const char* const begin = text.data() + kBegin.size();
  const auto read = std::from_chars(begin, text.data() + text.size(), ticks);
  if (read.ec != std::errc() || std::string_view(read.ptr, text.data() + text.size()) != ")/") return false;
  const auto at = fromEpochMilliseconds(static_cast<double>(ticks));
  if (at) date = *at;
  return at.has_value();
}

bool dependsOnToday(const std::string& folded) {
  std::size_t run = 0;
  std::size_t longest = 0;
  for (const char c : folded) {
    run = isDigitOfDate(c) ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const bool hasEra = holdsAny(" " + folded + " ", " bc | bce | ad | ce | century | centuries | b c ");
  return (longest < 3 && !hasEra) || holdsAny(" " + folded + " ", " ago | last | next | this | now | today ");
}

}  // namespace

tl::expected<ProgramDate, std::string> readProgramDate(std::string_view text, bool shortYears) {
  const std::string_view given = withoutSpaces(text);
  const std::string shown(given.substr(0, 80));
  if (given.empty()) return tl::unexpected(std::string("the date is empty"));
  if (given.size() > kLongestPeopleDate) {
    return tl::unexpected(fmt::format("\"{}...\" is too long for a date", shown));
  }
  ProgramDate date;
  std::string reason;
  const auto tell = [&] { return tl::unexpected(fmt::format("\"{}\" is no date: {}", shown, reason)); };
  const auto attempt = [&](auto&& reader) {
    date = {};
    reason.clear();
    return reader();
  };
  if (attempt([&] { return readIso(given, date, reason); }) ||
      attempt([&] { return readDateWords(given, date, reason); }) ||
      attempt([&] { return readSlashes(given, date, reason); }) ||
      attempt([&] { return readTicks(given, date); })) {
    if (!reason.empty()) return tell();
    return date;
  }
  date = {};
  std::int64_t year = 0;
  if (DateCursor cursor(given); shortYears && cursor.digits(year, 1, 2) != 0 && cursor.atEnd()) {
    date.day.year = year;
    return date;
  }
  if (dependsOnToday(foldedText(given))) {
    return tl::unexpected(fmt::format("\"{}\" is no date that can be read without guessing", shown));
  }
  const auto people = readPeopleDate(given, PeopleContext{});
  if (!people) {
    reason = people.error().reason;
    return tell();
  }
  if (people->ambiguous) {
    return tl::unexpected(
        fmt::format("\"{}\" can be read as {} and as {}", shown, people->edtf, people->other));
  }
  date.people = people->edtf;
  return date;
}

}  // namespace entente
