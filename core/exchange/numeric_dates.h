// SPDX-License-Identifier: GPL-3.0-or-later
// Dates in figures ("03/04/2025 14:30", "2025-06-24T14:30:00.000+0200"), part by part, nothing decided.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// Three numbers between two like separators of - / . and perhaps a time behind them.
struct NumericDate {
  int first = 0;
  int second = 0;
  int third = 0;
  bool yearFirst = false;  ///< the first one has four digits; else the last one has four or two
  bool shortYear = false;  ///< the year has two digits
  char separator = '-';
  std::string time;  ///< "T14:30:00", with "Z" or "+02:00" where an offset is given; or empty

  [[nodiscard]] bool isMidnight() const { return time.starts_with("T00:00:00"); }
};

/// Whether there are four figures side by side, as only years have them in dates.
[[nodiscard]] bool hasFourFigures(std::string_view text);

/// Nothing if the text has another form. O(length).
[[nodiscard]] std::optional<NumericDate> readNumericDate(std::string_view text);

/// "1949年10月1日", "1945년 8월 15일", "1868年" as EDTF; nothing if the text has another form (years of eras
/// have words in front). Whether there is such a day is not looked at.
[[nodiscard]] std::optional<std::string> readEastAsianDate(std::string_view text);

/// "2:30 PM", "14:30", "14:30:05.123Z", "14h30", "1430 hrs", "9 am" as "T14:30:00" (with its offset); nothing
/// if it is none. A fraction of a second is left out.
[[nodiscard]] std::optional<std::string> readClock(std::string_view text);

/// A whole number, with sign, perhaps ".0" behind it as spreadsheets and programs leave it.
[[nodiscard]] std::optional<std::int64_t> readWhole(std::string_view text);

}  // namespace entente
