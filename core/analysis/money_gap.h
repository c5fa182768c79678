// SPDX-License-Identifier: GPL-3.0-or-later
// Money gap: what a share of the economy below or above the target comes to in money.
#pragma once

#include "core/analysis/analysis_data.h"
#include "core/model/table.h"

namespace entente {

/// What money is measured in, in the order in which it is looked for: constant prices before current ones.
inline constexpr SpendingMetric kMoneyMetrics[] = {SpendingMetric::Usd2021Billion,
                                                   SpendingMetric::UsdBillion};

/// An edition with one price base: both the share and the money are from it.
struct MoneyBasis {
  SourceUid edition;
  SpendingMetric money = SpendingMetric::Usd2021Billion;

  bool operator==(const MoneyBasis&) const = default;
};

/// The edition that is asked for with the first price base that it has; where none is asked for, the latest
/// (see latestEdition) of those that have both shares and money. Nothing if there is none.
[[nodiscard]] std::optional<MoneyBasis> moneyBasis(const PledgeQuestion& question, const AnalysisData& data);

/// Spending is a share of the economy; so spending x (target / share - 1) is what is missing to the target
/// (negative: what is spent beyond it), with spending and share of one edition and one price base. One row a
/// state and year in which it counts for certain and the edition has a share or a sum:
///   actor, name, code, year
///   share                   percent of GDP, as published
///   spending                billions in `basis`, as published
///   gap                     billions in `basis`; missing where a figure is missing or the share is 0
///   no_figure               "share", "spending", "share is 0" where the gap is missing; else missing
///   estimate                one of the two is an estimate
///   basis                   "usd2021_bn", "usd_bn"
///   target, edition
/// Empty for a pledge that is no share of GDP. The gap has the accuracy of the rounded figures that it is
/// made from. O(figures).
[[nodiscard]] Table moneyGaps(const PledgeQuestion& question, const AnalysisData& data);

}  // namespace entente
