// SPDX-License-Identifier: GPL-3.0-or-later
// CalendarLines: the content lines of iCalendar and vCalendar, unfolded, with their parameters and places.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

/// "DTSTART;TZID=Europe/Berlin:20250624T100000".
struct CalendarLine {
  std::string name;  ///< capital letters; "BEGIN" and "END" too; empty if the line is no property
  std::vector<std::pair<std::string, std::string>> parameters;  ///< names in capital letters, values unquoted
  std::string value;  ///< as it stands, unfolded; of a line that is no property all of it
  std::int64_t line = 1;
  bool isCut = false;  ///< it is longer than may be: `value` has its beginning

  /// Of the first parameter with that name; empty if there is none.
  [[nodiscard]] std::string_view parameter(std::string_view parameterName) const;
};

/// Sources: RFC 5545, sections 3.1 (folding) and 3.2 (parameters); RFC 6868 (^n, ^^ and ^' in parameters);
/// vCalendar 1.0 (quoted-printable values with soft line ends, parameters without names). Line ends are CR
/// LF, LF or CR. A line whose name has other characters than letters, figures, '-' and '.' is no property.
/// What stands before a '.' in the name (a group) is dropped.
class CalendarLines {
 public:
  /// UTF-8; must outlive this. Lines beyond `mostBytes` are cut.
  CalendarLines(std::string_view text, std::size_t mostBytes) : m_rest(text), m_most(mostBytes) {}

  /// The next line that is not empty; false at the end. O(its length).
  [[nodiscard]] bool next(CalendarLine& line);
  /// Bytes that have not been read.
  [[nodiscard]] std::size_t rest() const { return m_rest.size(); }

 private:
  [[nodiscard]] std::string_view physicalLine();
  void append(std::string& whole, std::string_view part, bool& isCut) const;
  [[nodiscard]] bool nextIsFolded() const;

  std::string_view m_rest;
  std::size_t m_most;
  std::int64_t m_line = 0;
};

/// A TEXT value without its backslashes: "\n" and "\N" are line ends, of any other character it is that one.
[[nodiscard]] std::string calendarText(std::string_view value);
/// The parts of a list that is parted by commas without backslash, each as calendarText(). Empty ones are
/// left out.
[[nodiscard]] std::vector<std::string> calendarTexts(std::string_view value);

}  // namespace entente
