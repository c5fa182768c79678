// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as programs write them (ISO 8601, JavaScript, numbers of a day), and what precision they claim.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "core/time/civil.h"
#include "core/time/edtf.h"
#include "core/time/fuzzy_date.h"

namespace entente {

/// A moment in the clocks of some place, or a coarser date. Years are as the file counts them: 0 is the year
/// before 1.
struct ProgramDate {
  CivilDate day;  ///< month and day are 1 where the precision is coarser
  CivilTime clock;
  DatePrecision precision = DatePrecision::Year;  ///< Year, Month, Day, Hour, Minute, Second
  std::optional<int> offsetMinutes;               ///< of the time, east positive; nothing: not said
  std::string people;  ///< EDTF; if it is not empty, nothing else counts: the text was none of a program

  bool hasFraction = false;  ///< it named parts of a second, which are dropped
  bool monthFirst =
      false;  ///< "3/4/2012" was read as 4 March, as JavaScript does; it may have been meant otherwise
  bool wrongWeekday = false;  ///< it names a day of the week that its date was not

  [[nodiscard]] bool hasTime() const { return people.empty() && precision < DatePrecision::Day; }
  /// Programs write 00:00:00 where nobody gave a time: no time of day is claimed by it. So is 23:59:59 at an
  /// end.
  [[nodiscard]] bool isMidnight() const { return hasTime() && clock == CivilTime{}; }

  bool operator==(const ProgramDate&) const = default;
};

/// Understood: ISO 8601 with and without hyphens, "T" or a space before the time, years with a sign and more
/// than four digits; a year alone (three digits and more, or with a sign, or fewer digits if `shortYears`);
/// what JavaScript and Java print and read ("Thu Jan 01 2004 00:00:00 GMT-0600 (CST)", "Thu Jan 01 00:00:00
/// UTC 2004", "May 28, 2006 9:00 PM", "28 May 2006", "5/28/2006": month first); "/Date(1398211200000)/";
/// whatever else readPeopleDate reads, but for dates that depend on today. Otherwise the reason, one phrase
/// with the text in it.
[[nodiscard]] tl::expected<ProgramDate, std::string> readProgramDate(std::string_view text,
                                                                     bool shortYears = false);

/// Of the parts of a date: a month or day of 0 is one that is not given. The reason if there is no such day.
[[nodiscard]] tl::expected<ProgramDate, std::string> programDay(std::int64_t year, int month, int day);

/// Milliseconds since 1970 in UTC, as JavaScript counts; nothing outside of the years of that clock (-271821
/// to 275760) and for what is no number.
[[nodiscard]] std::optional<ProgramDate> fromEpochMilliseconds(double milliseconds);

/// A year of more than four digits has neither months nor times in EDTF: they are dropped.
[[nodiscard]] std::string edtfOf(const ProgramDate& date);
/// Whether edtfOf drops something of it.
[[nodiscard]] bool isBeyondEdtf(const ProgramDate& date);

/// From the one to the other, both as written: where both fall on midnight (or the end on 23:59:59), whole
/// days are meant, the last one included, as people pick them in programs that store seconds for everything.
/// Without an end, or with the same one, the begin alone. The reason if it ends before it begins.
[[nodiscard]] tl::expected<FuzzyDate, std::string> periodOf(ProgramDate begin,
                                                            std::optional<ProgramDate> end);

}  // namespace entente
