// SPDX-License-Identifier: GPL-3.0-or-later
// A place in the text of a program's date, and the parts that its readers have in common.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/exchange/program_date.h"

namespace entente {

[[nodiscard]] constexpr bool isDigitOfDate(char c) {
  return c >= '0' && c <= '9';
}

/// A place in a text; what is taken moves it on, what is not there leaves it.
class DateCursor {
 public:
  explicit DateCursor(std::string_view text) : m_text(text) {}

  [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
  [[nodiscard]] char next() const { return atEnd() ? '\0' : m_text[m_at]; }
  bool take(char c) {
    if (next() != c || atEnd()) return false;
    ++m_at;
    return true;
  }
  bool takeOne(std::string_view of) {
    return !atEnd() && of.find(next()) != std::string_view::npos && ++m_at > 0;
  }
  void skipSpaces() {
    while (next() == ' ')
      ++m_at;
  }
  /// Digits, between so many; the number of digits, 0 if they are not there.
  std::size_t digits(std::int64_t& value, std::size_t least, std::size_t most) {
    std::size_t count = 0;
    while (m_at + count < m_text.size() && count <= most && isDigitOfDate(m_text[m_at + count]))
      ++count;
    if (count < least || count > most) return 0;
    (void)std::from_chars(m_text.data() + m_at, m_text.data() + m_at + count, value);
    m_at += count;
    return count;
  }
  bool two(int& value, int most) {
    if (m_at + 2 > m_text.size() || !isDigitOfDate(m_text[m_at]) || !isDigitOfDate(m_text[m_at + 1]))
      return false;
    const int read = (m_text[m_at] - '0') * 10 + (m_text[m_at + 1] - '0');
    if (read > most) return false;
    value = read;
    m_at += 2;
    return true;
  }
  [[nodiscard]] std::string_view rest() const { return m_text.substr(std::min(m_at, m_text.size())); }
  [[nodiscard]] std::size_t at() const { return m_at; }
  void back(std::size_t at) { m_at = at; }

 private:
  std::string_view m_text;
  std::size_t m_at = 0;
};

/// "+02:00", "-0600", "+2"; at the sign. False for what is none.
[[nodiscard]] bool takeOffset(DateCursor& cursor, int& minutes);
/// "12", "12:30", "12:30:15.25" and, without colons, "1230", "123015". Where it is none, the date is as
/// before.
[[nodiscard]] bool takeClock(DateCursor& cursor, ProgramDate& date, bool colonsOnly);
/// Words and numbers in any order that has one meaning: "Thu Jan 01 00:00:00 UTC 2004", "May 28, 2006". True
/// for what it understands; if there is no such day, `reason` says so.
[[nodiscard]] bool readDateWords(std::string_view text, ProgramDate& date, std::string& reason);

}  // namespace entente
