// SPDX-License-Identifier: GPL-3.0-or-later
// The Julian calendar (Old Style), proleptic: the dates that sources before the reform of the calendar give.
#pragma once

#include <cstdint>

#include "core/time/civil.h"

namespace entente {

/// A CivilDate that counts in the Julian calendar has the same numbering (year 0 is 1 BCE); every fourth year
/// is a leap year. Both are O(1); year within kMinYear..kMaxYear, the date must exist.
[[nodiscard]] CivilDate civilFromJulian(const CivilDate& julian);
[[nodiscard]] CivilDate julianFromCivil(const CivilDate& date);

/// 28 to 31.
[[nodiscard]] int daysInJulianMonth(std::int64_t year, int month);

}  // namespace entente
