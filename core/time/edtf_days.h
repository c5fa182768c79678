// SPDX-License-Identifier: GPL-3.0-or-later
// The calendar days that a date of an EDTF expression may mean.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/time/civil.h"
#include "core/time/edtf.h"

namespace entente {

/// Both inclusive, as written, before any shift to UTC.
struct DayRange {
  CivilDate first;
  CivilDate last;

  bool operator==(const DayRange&) const = default;
};

/// The first and the last day that it may mean or cover. Nothing if no day of the calendar fits its
/// unspecified digits ("2001-02-3X"). Qualifiers do not count. O(1) without X, else at most 10^4 steps.
///
/// Parts of a year, where ISO 8601-2 gives no months: seasons 21 to 24 and 25 to 28 (north) are spring from
/// March, summer from June, autumn from September, winter from December to February of the next year; 29 to
/// 32 (south) are spring from September, summer from December to February of the next year, autumn from
/// March, winter from June. 33 to 36 are quarters, 37 to 39 thirds, 40 and 41 halves of the year. Significant
/// digits: "1950S2" may mean any year from 1900 to 1999.
[[nodiscard]] std::optional<DayRange> daysOf(const DatePart& part);

/// One of the two outermost days of an expression.
struct OutermostDay {
  enum class Kind : std::uint8_t {
    Day,
    Infinite,   ///< an open end, or a set that reaches there
    Unknown,    ///< an interval's end that is left empty
    NotDefined  ///< the standard gives no days to seasons (21 to 32)
  };
  Kind kind = Kind::Day;
  CivilDate day;  ///< of a Day

  bool operator==(const OutermostDay&) const = default;
};

struct OutermostDays {
  OutermostDay earliest;
  OutermostDay latest;
};

/// As written, before any shift to UTC.
[[nodiscard]] OutermostDays outermostDays(const EdtfExpression& expression);

/// "1985-04-12", "-0044-03-15", "170000002-01-01".
[[nodiscard]] std::string dayText(const CivilDate& day);

}  // namespace entente
