// SPDX-License-Identifier: GPL-3.0-or-later
// Shift date: moves a date through the calendar without making it more or less precise than it is.
#pragma once

#include <cstdint>

#include "core/base/result.h"
#include "core/time/fuzzy_date.h"

namespace entente {

/// Which part of an interval moves. Of a single date the whole moves whatever is asked for.
enum class MovedPart : std::uint8_t { Whole, Begin, End };

/// The date so many units later (earlier if `steps` is negative), as precise and as qualified (? ~ %) as it
/// was. The unit must not be finer than what moves: a month moves by months or years, never by days.
/// - Days, hours, minutes and seconds are counted exactly; the offset of a time stays, so that its clock
///   moves.
/// - By months and years the day stays, or becomes the last of the month: 31 January and a month is 28 or 29
///   February, 29 February and a year 28 February. (So a way forth and back may end a few days earlier.)
/// - Season is one of the parts into which its year is divided: a quarter moves by quarters, and autumn comes
///   before winter. In the south the year's parts follow each other as their months do.
/// - Decade, Century and Millennium count as 10, 100 and 1000 years.
/// - Ends that are open or unknown stay so.
/// Refused with a sentence (ErrorKind::Invalid): sets, unspecified digits ("156X"), rounded years ("1950S2",
/// "Y17E7"), an end that is open or unknown alone, a finer unit, a begin behind the end, and years of more
/// than 14 digits.
[[nodiscard]] Result<FuzzyDate> shifted(const FuzzyDate& date, DatePrecision unit, std::int64_t steps,
                                        MovedPart part = MovedPart::Whole);

/// The finest unit by which that part may be moved: its own, of an interval that moves as a whole the coarser
/// one of its two ends. Meaningful where shifted() does not refuse the part.
[[nodiscard]] DatePrecision shiftUnit(const FuzzyDate& date, MovedPart part = MovedPart::Whole);

}  // namespace entente
