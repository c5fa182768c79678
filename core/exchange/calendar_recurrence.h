// SPDX-License-Identifier: GPL-3.0-or-later
// CalendarRecurrence: when a rule of a calendar (RRULE) makes something happen again, within bounds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/calendar_time.h"

namespace entente {

struct Recurrences {
  std::vector<Instant> starts;  ///< clock times (see CalendarTime::wallClock), ascending, none twice
  bool isCut = false;           ///< there are more
  std::string problem;          ///< one phrase if the rule is not followed; `starts` is empty then
};

/// Follows the rules of one file and keeps count of what that costs: beyond some million steps or some
/// seconds the rules that come behind are not followed. One thread at a time may use any of these (libical
/// has state of its own): calls wait for each other.
class CalendarRecurrence {
 public:
  /// The clock times in [span.begin, span.end) at which the rule makes it happen, `start` not included unless
  /// the rule has it; at most `most`. Rules by hours, minutes and seconds, with lists of minutes and seconds,
  /// and of other calendars than the Gregorian one are not followed.
  [[nodiscard]] Recurrences follow(std::string_view rule, const CalendarTime& start, TimeSpan wallClockSpan,
                                   std::size_t most);

 private:
  std::int64_t m_steps = 0;
  double m_seconds = 0;
};

}  // namespace entente
