// SPDX-License-Identifier: GPL-3.0-or-later
// EdtfParser: reads the letters of an EDTF expression; what they mean in seconds is FuzzyDate's business.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "core/time/edtf.h"

namespace entente {

/// Source: Library of Congress, "Extended Date/Time Format (EDTF) Specification", 4 February 2019. Recursive
/// descent, one function a rule, each of which leaves the position behind what it has read:
///   expression = set | date | interval
///   interval   = ( date | ".." | nothing ) "/" ( date | ".." | nothing )        (nothing not at both ends)
///   set        = "[" members "]" | "{" members "}"
///   members    = member { "," member }
///   member     = date | date ".." date | ".." date (the first) | date ".." (the last)
///   date       = q year q [ "-" q month q [ "-" q day q [ "T" time ] ] ]
///   q          = [ "?" | "~" | "%" ]
///   year       = [ "-" ] 4 digits or X [ "S" number ] | "Y" [ "-" ] number [ "E" number ] [ "S" number ]
///   month      = 2 digits or X: 01 to 12, or 21 to 41 without X
///   day        = 2 digits or X
///   time       = hour ":" minute ":" second [ offset ]
///   offset     = "Z" | ( "+" | "-" ) hour [ ":" minute ]                        (up to 14:00)
/// A qualifier behind a component qualifies it and all before it, one before it that one alone.
///
/// Where the specification is silent:
/// - "-0000" is not a year, "-00:00" not an offset. 24:00 is not an hour (ISO 8601-1:2019 has taken it out),
/// 60 not a
///   second.
/// - Y stands before years of more than four digits only, exponents and signs included; a long year is a year
///   alone, without month.
/// - There are no more significant digits than the year has digits.
/// - Digits that are not specified must leave a date that exists ("2001-02-3X" does not), and are not mixed
/// with
///   seasons' numbers ("2001-2X").
/// - A time has neither X nor qualifiers in its date; members of sets have no time.
/// - Intervals and ranges that end before they begin under every reading are refused; that needs bounds, see
///   FuzzyDate. So is "/", which says nothing.
/// - No spaces.
///
/// More than the specification, because people write it; `deviation` tells: times without seconds or minutes
/// ("2020-06-01T20:30Z"), a qualifier behind a time, times in intervals.
///
/// Keeps a view of the text: it must outlive the parser. O(length).
class EdtfParser {
 public:
  explicit EdtfParser(std::string_view text) : m_text(text) {}

  /// Called once. False if it is refused: see problem().
  [[nodiscard]] bool parse(EdtfExpression& result);

  [[nodiscard]] const EdtfProblem& problem() const { return m_problem; }
  /// The first place that is read here though the specification does not have it.
  [[nodiscard]] const std::optional<EdtfProblem>& deviation() const { return m_deviation; }
  /// 0 to 2: the lowest level of the specification that has all that was written.
  [[nodiscard]] int level() const { return m_level; }

 private:
  // Each returns false after it has refused.
  [[nodiscard]] bool interval(EdtfExpression& result);
  [[nodiscard]] bool intervalEnd(DatePart& part, EndKind& kind);
  [[nodiscard]] bool set(EdtfExpression& result);
  [[nodiscard]] bool member(EdtfExpression& result, bool first);
  [[nodiscard]] bool dateOfMember(DatePart& part);
  [[nodiscard]] bool date(DatePart& part);
  [[nodiscard]] bool year(DatePart& part);
  [[nodiscard]] bool longYear(DatePart& part);
  [[nodiscard]] bool exponent(DatePart& part);
  [[nodiscard]] bool significantDigits(DatePart& part);
  [[nodiscard]] bool month(DatePart& part);
  [[nodiscard]] bool day(DatePart& part);
  [[nodiscard]] bool time(DatePart& part);
  [[nodiscard]] bool offset(DatePart& part);

  [[nodiscard]] bool masked(std::size_t count, int& value, std::uint8_t& mask, std::string_view reason);
  [[nodiscard]] bool twoDigits(std::int8_t& value, int largest, std::string_view reason);
  [[nodiscard]] bool number(std::int64_t& value, std::string_view reason);
  [[nodiscard]] Qualifier qualifier();
  /// Behind a component: qualifies `components` too.
  void qualifyGroup(std::initializer_list<Qualifier*> components);
  void rankUnspecified(const DatePart& part);

  [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }
  /// The byte at the position; 0 behind the last one (a 0 within the text is never looked for).
  [[nodiscard]] char next() const { return atEnd() ? '\0' : m_text[m_at]; }
  [[nodiscard]] bool skip(std::string_view expected);
  void atLeast(int level) { m_level = level > m_level ? level : m_level; }

  bool refuse(std::size_t at, std::string_view reason);
  /// At the position; names what older drafts had there, else gives the reason.
  bool refuseNext(std::string_view reason);
  void deviate(std::size_t at, std::string_view reason);

  std::string_view m_text;
  std::size_t m_at = 0;
  int m_level = 0;
  bool m_inInterval = false;
  EdtfProblem m_problem;
  std::optional<EdtfProblem> m_deviation;
};

}  // namespace entente
