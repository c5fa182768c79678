// SPDX-License-Identifier: GPL-3.0-or-later
// Pledge parts: what a split target is made of, and which parts figures can tell of.
#pragma once

#include "core/analysis/analysis_data.h"
#include "core/model/table.h"

namespace entente {

/// One row a part among `all` (by uid), or the pledge itself if it has none:
///   pledge, title
///   sense, target, unit, due     as files have them
///   reported                "measured" where a series of figures measures it; else "not yet reported": there
///                           is no figure, which is not 0
///   states                  that count in the last year of the latest edition and have a figure there
///   meeting                 of these, those that keep the part's target
///   year                    that last year
/// The last three are missing for a part that is not measured. O(parts * figures).
[[nodiscard]] Table pledgeParts(const Pledge& pledge, const std::vector<Pledge>& all,
                                const AnalysisData& data);

}  // namespace entente
