// SPDX-License-Identifier: GPL-3.0-or-later
// Group shares: the mean of a group of states, and its share as a whole where its economy follows from the
// figures.
#pragma once

#include "core/analysis/analysis_data.h"
#include "core/model/table.h"

namespace entente {

/// One row a year in which a state of the question counts for certain and has a figure:
///   year
///   states                  that count and have a figure
///   mean                    of their figures, each state alike (unweighted)
///   weighted                100 x sum of spending / sum of GDP, with GDP = spending / (share / 100), where
///                           every one of these states has a sum in the same edition and price base; else
///                           missing
///   with_spending           states of which GDP follows
///   basis                   price base of the sums ("usd2021_bn"); missing where there are none
///   estimates               of `states` those that are estimates
///   edition
/// `weighted` is made for shares of GDP alone. O(figures).
[[nodiscard]] Table groupShares(const PledgeQuestion& question, const AnalysisData& data);

}  // namespace entente
