// SPDX-License-Identifier: GPL-3.0-or-later
// The calendar axis: which ticks a scale shows, in two tiers, calendar-true.
#pragma once

#include <cstdint>
#include <vector>

#include "core/time/instant.h"
#include "core/time/time_scale.h"

namespace entente {

enum class TickUnit : std::uint8_t { Second, Minute, Hour, Day, Month, Year };

/// One rung: every `count` units, aligned to the calendar (every 6 hours begins at 0, 6, 12, 18; every 5
/// years at years divisible by 5; every 3 months at January, April ...). Days step by 1, or
/// by 7 from Monday to Monday (2 or 5 days would align with nothing).
struct TickStep {
  TickUnit unit = TickUnit::Year;
  std::int64_t count = 1;

  bool operator==(const TickStep&) const = default;
};

/// What the steps of a week and of three months are called: by their first day, or by their number ("W26",
/// "Q3").
struct AxisNames {
  bool isoWeeks = false;
  bool quarters = false;

  bool operator==(const AxisNames&) const = default;
};

/// One tick. Its label reaches from `at` to the next tick of the same tier; `next` is where that one stands.
struct Tick {
  Instant at;
  Instant next;

  bool operator==(const Tick&) const = default;
};

/// The two tiers: `major` is the coarser unit that groups `minor` (years over months, months over days, days
/// over hours...). Ticks cover the scale's span; the first of each tier may lie before its begin (a label
/// sticks to the left edge). No two neighbouring minor ticks lie closer than minLabelPx, major ones never
/// closer than minor ones. Ticks stay within the ends of time: the last `next` may be kEndOfTime, and the
/// first `at` kBeginningOfTime, though no step begins there.
struct TickTiers {
  TickStep majorStep;
  TickStep minorStep;
  std::vector<Tick> major;
  std::vector<Tick> minor;
};

/// Labels with a clock time ("14:00:30") need more room than "Jan", "24" or "2025", which minLabelPx is for.
inline constexpr double kClockLabelFactor = 1.7;

/// Chooses the finest rung whose labels have at least minLabelPx each (> 0; clock times more), the shortest
/// month or year of all included, in view or not: the rung depends on the zoom alone and never changes while
/// panning. Rungs: 1, 5, 10, 30 seconds; 1, 5, 10, 30 minutes; 1, 3, 6, 12 hours; 1 day; 1 week; 1, 3 months;
/// years. Steps of years go 1, 2, 5, 10, 20, 50 ... without end. When the minor tier is years, the major tier
/// is the next decade, century ... step that is at least 5 times as coarse. Below years it is days over hours
/// and finer, months over days, years over months. O(number of ticks); at most widthPx / minLabelPx + 2 of
/// each.
[[nodiscard]] TickTiers tickTiers(const TimeScale& scale, double minLabelPx);

}  // namespace entente
