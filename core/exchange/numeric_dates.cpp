// SPDX-License-Identifier: GPL-3.0-or-later
// A cursor over digits.
#include "core/exchange/numeric_dates.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "core/exchange/published_text.h"

namespace entente {

namespace {

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

class FigureCursor {
 public:
  explicit FigureCursor(std::string_view text) : m_text(text) {}

  [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
  }
  bool skip(char c) {
    if (peek() != c) return false;
    ++m_at;
    return true;
  }
  void skipSpaces() {
    while (peek() == ' ')
      ++m_at;
  }
  /// Small letters given; letters of the text may be large.
  bool skipWord(std::string_view word) {
    for (std::size_t i = 0; i < word.size(); ++i) {
      const char c = peek(i);
      if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) != word[i]) return false;
    }
    m_at += word.size();
    return true;
  }
  /// How many digits, up to 9; -1 if there are more.
  int number(int& value) {
    int digits = 0;
    value = 0;
    while (isDigit(peek())) {
      if (++digits > 9) return -1;
      value = value * 10 + (m_text[m_at] - '0');
      ++m_at;
    }
    return digits;
  }

 private:
  std::string_view m_text;
  std::size_t m_at = 0;
};

/// Behind a time; false for a zone by name, and for rubbish.
bool readOffset(FigureCursor& cursor, std::string& time) {
  cursor.skipSpaces();
  if (cursor.atEnd()) return true;
  const bool isUtc = cursor.skipWord("utc") || cursor.skipWord("gmt") || cursor.skipWord("z");
  cursor.skipSpaces();
  const bool isWest = cursor.peek() == '-';
  if (!isWest && cursor.peek() != '+') {
    if (isUtc) time += 'Z';
    return isUtc && cursor.atEnd();
  }
  cursor.skip(cursor.peek());
  int hour = 0;
  int minute = 0;
  const int digits = cursor.number(hour);
  if (digits == 4) {
    minute = hour % 100;
    hour /= 100;
  } else if (digits < 1 || digits > 2) {
    return false;
  } else if (cursor.skip(':') && cursor.number(minute) != 2) {
    return false;
  }
  if (minute > 59 || hour * 60 + minute > 14 * 60 || !cursor.atEnd()) return false;
  time += hour == 0 && minute == 0 ? "Z" : fmt::format("{}{:02}:{:02}", isWest ? '-' : '+', hour, minute);
  return true;
}

/// False for an hour that no half of a day has; `said` if there is AM or PM.
bool readHalf(FigureCursor& cursor, int& hour, bool& said) {
  cursor.skipSpaces();
  const bool isPm = cursor.skipWord("pm") || cursor.skipWord("p.m.") || cursor.skipWord("p.m");
  const bool isAm = !isPm && (cursor.skipWord("am") || cursor.skipWord("a.m.") || cursor.skipWord("a.m"));
  said = isPm || isAm;
  if (!said) return true;
  if (hour < 1 || hour > 12) return false;
  hour = hour % 12 + (isPm ? 12 : 0);
  return true;
}

/// Up to the end of the text.
bool readTime(FigureCursor& cursor, std::string& time) {
  int hour = 0;
  int minute = 0;
  int second = 0;
  const int digits = cursor.number(hour);
  if (digits < 1 || digits > 2) return false;
  const bool hasMinutes =
      cursor.skip(':') || (cursor.peek() == 'h' && isDigit(cursor.peek(1)) && cursor.skip('h'));
  if (hasMinutes) {
    if (cursor.number(minute) != 2) return false;
    if (cursor.skip(':') && cursor.number(second) != 2) return false;
    if ((cursor.peek() == '.' || cursor.peek() == ',') && isDigit(cursor.peek(1))) {
      cursor.skip(cursor.peek());
      while (isDigit(cursor.peek()))
        cursor.skip(cursor.peek());
    }
  }
  bool isSaid = hasMinutes;
  bool isHalf = false;
  if (!readHalf(cursor, hour, isHalf)) return false;
  isSaid |= isHalf;
  // A number alone is no time, unless it says so.
  if (!isSaid && !cursor.skipWord("h") && !cursor.skipWord("uhr")) return false;
  if (hour > 23 || minute > 59 || second > 59) return false;
  time = fmt::format("T{:02}:{:02}:{:02}", hour, minute, second);
  return readOffset(cursor, time);
}

}  // namespace

bool hasFourFigures(std::string_view text) {
  int figures = 0;
  for (const char c : text) {
    figures = isDigit(c) ? figures + 1 : 0;
    if (figures == 4) return true;
  }
  return false;
}

std::optional<NumericDate> readNumericDate(std::string_view text) {
  FigureCursor cursor(text);
  NumericDate date;
  const int firstDigits = cursor.number(date.first);
  date.separator = cursor.peek();
  if (firstDigits < 1 || firstDigits > 4 || firstDigits == 3) return std::nullopt;
  if (date.separator != '-' && date.separator != '/' && date.separator != '.') return std::nullopt;
  cursor.skip(date.separator);
  if (date.separator == '.') cursor.skipSpaces();
  const int secondDigits = cursor.number(date.second);
  if (secondDigits < 1 || secondDigits > 2 || !cursor.skip(date.separator)) return std::nullopt;
  if (date.separator == '.') cursor.skipSpaces();
  const int thirdDigits = cursor.number(date.third);
  date.yearFirst = firstDigits == 4;
  date.shortYear = !date.yearFirst && thirdDigits == 2;
  if (date.yearFirst ? thirdDigits < 1 || thirdDigits > 2 : thirdDigits != 4 && thirdDigits != 2)
    return std::nullopt;
  if (cursor.atEnd()) return date;
  const bool isJoined = cursor.skip('T') || cursor.skip('t');
  if (!isJoined) {
    const bool isComma = cursor.skip(',');
    if (!isComma && cursor.peek() != ' ') return std::nullopt;
    cursor.skipSpaces();
  }
  if (!readTime(cursor, date.time)) return std::nullopt;
  return date;
}

std::optional<std::string> readClock(std::string_view text) {
  text = withoutSpaces(text);
  FigureCursor cursor(text);
  std::string time;
  if (!readTime(cursor, time)) return std::nullopt;
  return time;
}

std::optional<std::string> readEastAsianDate(std::string_view text) {
  using Signs = std::array<std::string_view, 2>;
  constexpr std::array<Signs, 3> kSigns{{{"年", "년"}, {"月", "월"}, {"日", "일"}}};
  std::string date;
  for (const Signs& signs : kSigns) {
    text = withoutSpaces(text);
    if (text.empty()) break;
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const bool isYear = date.empty();
    if (isYear ? digits < 3 || digits > 4 : digits < 1 || digits > 2) return std::nullopt;
    const std::string number(text.substr(0, digits));
    text = withoutSpaces(text.substr(digits));
    const auto sign =
        std::ranges::find_if(signs, [&](std::string_view one) { return text.starts_with(one); });
    if (sign == signs.end()) return std::nullopt;
    text.remove_prefix(sign->size());
    date += isYear ? std::string(4 - digits, '0') + number : '-' + std::string(2 - digits, '0') + number;
  }
  if (date.empty() || !withoutSpaces(text).empty()) return std::nullopt;
  return date;
}

std::optional<std::int64_t> readWhole(std::string_view text) {
  const bool isNegative = text.starts_with('-') || text.starts_with("\xE2\x88\x92");
  if (isNegative) text.remove_prefix(text.front() == '-' ? 1 : 3);
  if (text.ends_with(".0")) text.remove_suffix(2);
  if (text.empty() || text.size() > 18) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : text) {
    if (!isDigit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return isNegative ? -value : value;
}

}  // namespace entente
