// SPDX-License-Identifier: GPL-3.0-or-later
// Makes one event for each time that an entry of a calendar happens.
#pragma once

#include <vector>

#include "core/exchange/calendar_entry.h"
#include "core/exchange/icalendar.h"

namespace entente {

/// Without a span remarks that entries recur. With one, replaces what recurs by its occurrences in it, in
/// their order; what stands for one of them (RECURRENCE-ID) or is excepted is not made again. An entry that
/// has none there is counted in `leftOut`. Cancelled if the progress says so.
[[nodiscard]] Result<void> expandCalendar(ForeignArchive& archive, const std::vector<CalendarSeries>& series,
                                          const CalendarOptions& options, CalendarRecurrence& recurrence,
                                          const Progress& progress);

}  // namespace entente
