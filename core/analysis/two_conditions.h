// SPDX-License-Identifier: GPL-3.0-or-later
// Two conditions: states that keep both parts of a double pledge (2% of GDP, and 20% of it on equipment), one
// of them, or none.
#pragma once

#include "core/analysis/analysis_data.h"
#include "core/model/table.h"

namespace entente {

/// The newest adopted pledge among `all` that is a share of defence spending for equipment and shares an
/// adherent with a share of GDP; null if there is none.
[[nodiscard]] const Pledge* equipmentPledge(const Pledge& share, const std::vector<Pledge>& all);

/// The edition for both: the one that is asked for, else the latest that has both metrics.
[[nodiscard]] SourceUid editionForBoth(const PledgeQuestion& share, const AnalysisData& data);

/// One row a state and year in which it counts for certain and has both figures in one edition:
///   actor, name, code, year
///   share, equipment        as published
///   share_target, equipment_target
///   meets_share, meets_equipment
///   estimate                one of the two is an estimate
///   edition
/// `question` is of the share of GDP. O(figures).
[[nodiscard]] Table twoConditions(const PledgeQuestion& question, const Pledge& equipment,
                                  const AnalysisData& data);

}  // namespace entente
