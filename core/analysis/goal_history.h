// SPDX-License-Identifier: GPL-3.0-or-later
// Goal history: what has been promised when, as steps of one line.
#pragma once

#include <optional>
#include <vector>

#include "core/model/records.h"
#include "core/time/time_span.h"

namespace entente {

/// A target while no later pledge of the same kind has taken its place.
struct GoalStep {
  EventUid pledge;
  Decimal target;
  PledgeSense sense = PledgeSense::AtLeast;
  std::optional<FuzzyDate> due;
  /// From the day of the pledge until the next one sets another target; a goal for a later year goes on
  /// until that year ends. The last step without a due year has no end (kEndOfTime).
  TimeSpan span;
  bool isAhead = false;  ///< due later than `now`: to be reached, not yet to be kept

  bool operator==(const GoalStep&) const = default;
};

/// The adopted pledges among `all` that are measured as `pledge` is, have its sense and unit, and share an
/// adherent with it, in order of time; those that only repeat the target before them do not begin a step of
/// their own. While a new target is ahead the one before it stays in force until it is due. A pledge that is
/// not adopted stands alone. Empty if the pledge is not measured or has no known day.
[[nodiscard]] std::vector<GoalStep> goalHistory(const Pledge& pledge, const std::vector<Pledge>& all,
                                                Instant now);

}  // namespace entente
