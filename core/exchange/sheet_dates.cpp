// SPDX-License-Identifier: GPL-3.0-or-later
// Format codes letter by letter; day numbers by the calendar.
#include "core/exchange/sheet_dates.h"

#include <fmt/core.h>

#include <array>
#include <cmath>

#include "core/time/civil.h"

namespace entente {

namespace {

constexpr std::int64_t kSecondsOfDay = 86'400;
constexpr double kLastDay = 2'958'466;  ///< the first day of the year 10000
constexpr std::int64_t kFalseDay = 60;  ///< 29 February 1900
constexpr std::int64_t k1904 = 1'462;   ///< days from the one system to the other

char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// The letters of a format that stand for something, "m" for minutes as "n".
std::string lettersOf(std::string_view code) {
  std::string letters;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = small(code[i]);
    if (c == ';') break;
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '"') {
      const std::size_t end = code.find('"', i + 1);
      if (end == std::string_view::npos) break;
      i = end;
    } else if (c == '[') {
      const std::size_t end = code.find(']', i);
      if (end == std::string_view::npos) break;
      const char first = small(code[i + 1]);
      const bool isElapsed =
          (first == 'h' || first == 'm' || first == 's') &&
          code.substr(i + 1, end - i - 1).find_first_not_of("hHmMsS") == std::string_view::npos;
      if (isElapsed) letters += {'[', first};
      i = end;
    } else if (c == 'g' && code.size() - i >= 7 && code.substr(i, 7) == "General") {
      i += 6;
    } else if (std::string_view("ymdhse").find(c) != std::string_view::npos) {
      letters += c;
    }
  }
  return letters;
}

std::string timeOfDay(std::int64_t second, bool seconds) {
  const auto hour = second / 3'600;
  const auto minute = second / 60 % 60;
  if (!seconds && second % 60 == 0) return fmt::format("{:02}:{:02}", hour, minute);
  return fmt::format("{:02}:{:02}:{:02}", hour, minute, second % 60);
}

std::string monthName(int month) {
  constexpr std::array<std::string_view, 12> kNames{"January",   "February", "March",    "April",
                                                    "May",       "June",     "July",     "August",
                                                    "September", "October",  "November", "December"};
  return std::string(kNames.at(static_cast<std::size_t>(month - 1)));
}

}  // namespace

DateFormat builtInDateFormat(int id) {
  const bool isEastAsian = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  if (id == 14 || id == 15 || isEastAsian) return {true, true, true, false, false, false};
  if (id == 16) return {false, true, true, false, false, false};
  if (id == 17) return {true, true, false, false, false, false};
  if (id == 18 || id == 20) return {false, false, false, true, false, false};
  if (id == 19 || id == 21 || id == 45 || id == 47) return {false, false, false, true, true, false};
  if (id == 22) return {true, true, true, true, false, false};
  if (id == 46) return {false, false, false, true, true, true};
  return {};
}

DateFormat dateFormatOf(std::string_view code) {
  DateFormat format;
  const std::string letters = lettersOf(code);
  // What "e+00" is in: a number.
  if (letters.find_first_not_of('e') == std::string::npos) return format;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char c = letters[i];
    if (c == '[') {
      format.elapsed = format.time = true;
      ++i;
    } else if (c == 'm') {
      std::size_t end = i;
      while (end < letters.size() && letters[end] == 'm')
        ++end;
      const char before = i > 0 ? letters[i - 1] : ' ';
      const char after = end < letters.size() ? letters[end] : ' ';
      const bool isMinutes = before == 'h' || before == 's' || after == 's';
      (isMinutes ? format.time : format.month) = true;
      i = end - 1;
    } else {
      format.year |= c == 'y' || c == 'e';
      format.day |= c == 'd';
      format.time |= c == 'h' || c == 's';
      format.seconds |= c == 's';
    }
  }
  return format;
}

std::optional<std::string> sheetDate(double number, const DateFormat& format, bool from1904) {
  if (!format.any() || !std::isfinite(number) || number < 0 || number >= kLastDay) return std::nullopt;
  std::int64_t day = static_cast<std::int64_t>(std::floor(number));
  // Days are binary fractions: nearest second.
  auto second = static_cast<std::int64_t>(std::llround((number - std::floor(number)) * kSecondsOfDay));
  if (second == kSecondsOfDay) {
    second = 0;
    ++day;
  }
  const bool hasDate = format.year || format.month || format.day;
  if (!hasDate) {
    if (format.elapsed) second += day * kSecondsOfDay;
    return timeOfDay(second, format.seconds);
  }
  if (from1904) day += k1904;
  if (day < 1) return std::nullopt;
  std::string text;
  CivilDate date{1900, 2, 29};
  if (day != kFalseDay) date = civilFromDays(daysFromCivil({1899, 12, 30}) + day + (day < kFalseDay ? 1 : 0));
  if (!format.year && !format.month) return fmt::format("{}", date.day);
  if (!format.year && !format.day) return monthName(date.month);
  if (!format.year) return fmt::format("{} {}", date.day, monthName(date.month));
  if (format.day || format.time) {
    text = fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
  } else {
    text = format.month ? fmt::format("{:04}-{:02}", date.year, date.month) : fmt::format("{:04}", date.year);
  }
  if (format.time) text += fmt::format("T{:02}:{:02}:{:02}", second / 3'600, second / 60 % 60, second % 60);
  return text;
}

}  // namespace entente
