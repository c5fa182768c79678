// SPDX-License-Identifier: GPL-3.0-or-later
// EdtfParser: reads the letters of an EDTF expression; what they mean in seconds is FuzzyDate's business.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/time/fuzzy_date.h"

namespace entente {

/// Recursive descent, one function a rule, each of which leaves the position behind what it has read:
///   expression = "/" end | ".." "/" end | date [ "/" end ]
///   end        = ".." | nothing | date                      (nothing not at both ends)
///   date       = year [ "-" month [ "-" day [ "T" time ] ] ] [ "?" | "~" | "%" ]
///   time       = hour [ ":" minute [ ":" second ] ] [ offset ]
///   offset     = "Z" | ( "+" | "-" ) hour [ ":" minute ]     (up to 14:00; "-00" is not an offset)
///   year       = [ "-" ] 4 digits                            ("-0000" is not a year)
/// All others have two digits. EDTF itself wants seconds in every time and no qualifier after a time; people
/// leave the seconds out and qualify times, so both are read. Keeps a view of the text: it must outlive the
/// parser. O(length).
class EdtfParser {
 public:
  explicit EdtfParser(std::string_view text) : m_text(text) {}

  /// Everything but the bounds, which stay 0. Called once.
  [[nodiscard]] Result<FuzzyDate> parse();

 private:
  // Each returns false after it has refused.
  [[nodiscard]] bool expression(FuzzyDate& result);
  [[nodiscard]] bool begin(FuzzyDate& result);
  [[nodiscard]] bool end(FuzzyDate& result);
  [[nodiscard]] bool date(DatePart& part);
  [[nodiscard]] bool year(DatePart& part);
  [[nodiscard]] bool month(DatePart& part);
  [[nodiscard]] bool day(DatePart& part);
  [[nodiscard]] bool time(DatePart& part);
  [[nodiscard]] bool minuteAndSecond(DatePart& part);
  [[nodiscard]] bool offset(DatePart& part);
  [[nodiscard]] bool qualifier(DatePart& part);
  [[nodiscard]] bool twoDigits(int& value, int largest, const char* reason);
  [[nodiscard]] bool digits(int count, int& value, const char* reason);

  [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }
  /// The byte at the position; 0 behind the last one (a 0 within the text is never looked for).
  [[nodiscard]] char next() const { return atEnd() ? '\0' : m_text[m_at]; }
  [[nodiscard]] bool skip(std::string_view expected);

  bool refuse(std::size_t at, std::string_view reason);
  /// At the position; names what EDTF has and we do not read, else gives the reason.
  bool refuseNext(std::string_view reason);

  std::string_view m_text;
  std::size_t m_at = 0;
  std::string m_error;
};

}  // namespace entente
