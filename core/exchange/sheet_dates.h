// SPDX-License-Identifier: GPL-3.0-or-later
// Day numbers of spreadsheets, as dates with the precision that their format shows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// What a number format shows of a day number. None: it is no format of dates.
struct DateFormat {
  bool year = false;
  bool month = false;
  bool day = false;
  bool time = false;
  bool seconds = false;
  bool elapsed = false;  ///< "[h]:mm": hours that may be more than a day's

  [[nodiscard]] bool any() const { return year || month || day || time; }
  bool operator==(const DateFormat&) const = default;
};

/// Of a format that every workbook has (ECMA-376, part 1, 18.8.30): 14 to 22 and 45 to 47, and those that
/// East Asian versions use for dates (27 to 36, 50 to 58).
[[nodiscard]] DateFormat builtInDateFormat(int id);

/// Of a format code: "dd\.mm\.yyyy", "[$-409]mmmm yyyy;@". Quoted and escaped text, colours and conditions do
/// not count; m is minutes beside h or s. Of the sections the first one counts.
[[nodiscard]] DateFormat dateFormatOf(std::string_view code);

/// The number as EDTF, as far as the format shows it: "2014-05-03", "2014-05", "2014",
/// "2014-05-03T14:30:00"; a time alone as "14:30:00" or "14:30"; a day and month without year as "3 May",
/// which is no date. The systems of 1900 (with its 29 February 1900, which never was: it is given as such)
/// and 1904. Nothing for numbers that are no days up to the year 9999.
[[nodiscard]] std::optional<std::string> sheetDate(double number, const DateFormat& format, bool from1904);

}  // namespace entente
