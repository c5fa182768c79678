// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for the step before an instant, and the moments of a wall clock.
#include "core/time/zone_table.h"

#include <algorithm>

namespace entente {

std::int32_t ZoneTable::offsetAt(Instant utc) const {
  const auto next = std::ranges::upper_bound(m_steps, utc, {}, &Step::from);
  return next == m_steps.begin() ? m_first : (next - 1)->offsetSeconds;
}

Instant ZoneTable::utc(Instant wallClock) const {
  // Whichever offset holds, it is the one of a day before or of a day after.
  const std::int32_t before = offsetAt(plusSeconds(wallClock, -kSecondsPerDay));
  const std::int32_t after = offsetAt(plusSeconds(wallClock, kSecondsPerDay));
  const Instant early = plusSeconds(wallClock, -before);
  if (before == after || offsetAt(early) == before) return early;
  const Instant late = plusSeconds(wallClock, -after);
  if (offsetAt(late) == after) return late;
  // It lies in the hour that was left out: the step is the last one that `early` has passed.
  return (std::ranges::upper_bound(m_steps, early, {}, &Step::from) - 1)->from;
}

}  // namespace entente
