// SPDX-License-Identifier: GPL-3.0-or-later
// ZoneTable: how far the clocks of a place are ahead of UTC over time, as plain numbers.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "core/time/instant.h"

namespace entente {

/// What a clock on the wall shows is told as an Instant too: the one at which a clock of UTC would show the
/// same.
class ZoneTable {
 public:
  /// From an instant (UTC) on the clocks are so many seconds ahead of UTC; behind it: negative.
  struct Step {
    Instant from;
    std::int32_t offsetSeconds = 0;
  };

  /// `first` holds before all steps; steps ascend, each at least a day after the one before. Offsets are less
  /// than a day.
  ZoneTable(std::int32_t first, std::vector<Step> steps) : m_first(first), m_steps(std::move(steps)) {}

  // O(log steps).
  [[nodiscard]] std::int32_t offsetAt(Instant utc) const;
  [[nodiscard]] Instant wallClock(Instant utc) const { return plusSeconds(utc, offsetAt(utc)); }
  /// When the clock shows a time: the first of the two moments where it was put back, the moment at which it
  /// was put forward where it never showed it.
  [[nodiscard]] Instant utc(Instant wallClock) const;

 private:
  std::int32_t m_first;
  std::vector<Step> m_steps;
};

}  // namespace entente
