// SPDX-License-Identifier: GPL-3.0-or-later
// Share tables: each state's figure against the target, year by year, and how many states keep it.
#pragma once

#include "core/analysis/counted_states.h"
#include "core/analysis/spending_series.h"
#include "core/model/table.h"

namespace entente {

/// The edition that is asked for, or the latest of the pledge's metric. Empty if there are no figures.
[[nodiscard]] SourceUid editionFor(const PledgeQuestion& question, const AnalysisData& data);

/// One row a figure of a state (and of a group, which never counts) in the edition, by actor, then year:
///   actor, name, code       text
///   year                    integer
///   value                   as published, in the metric's unit
///   estimate                yes or no
///   counts                  "yes", "no", "possibly": whether the state counts in that year (CountedStates)
///   target                  as published
///   distance                value - target, in the metric's unit (percentage points for a share)
///   meets                   whether the target is kept; missing where the state does not count for certain
///   edition                 uid of the source
/// Empty if the pledge is not measured. target, distance and meets are missing where the target is in another
/// unit than the figures. O(figures).
[[nodiscard]] Table sharesByYear(const PledgeQuestion& question, const AnalysisData& data);

/// One row a year of the edition:
///   year, meeting           states that count for certain and keep the target
///   with_figures            states that count for certain and have a figure
///   members                 states that count for certain
///   possibly                states that may count and have a figure; not among the three before
///   estimates               of with_figures those that are estimates
///   states_meeting          their names, parted by "; "
///   edition
/// A state without a figure is not counted as one that misses the target. Of a pledge that names nobody
/// known, `members` is missing. O(figures).
[[nodiscard]] Table statesMeeting(const PledgeQuestion& question, const AnalysisData& data);

}  // namespace entente
