// SPDX-License-Identifier: GPL-3.0-or-later
// Chart analysis: a snapshot as the analysis of pledges reads it.
#pragma once

#include <vector>

#include "core/analysis/analysis_data.h"
#include "core/view/chart_choice.h"
#include "core/view/snapshot.h"

namespace entente {

/// What analysis reads, of a snapshot that must outlive it; what editions count is what the claims about
/// their sources resolve to (kDefinitionQuestion).
[[nodiscard]] AnalysisData analysisData(const Snapshot& snapshot);
/// The states that a choice asks for; empty: all that count. A group of which the archive has no state gives
/// one empty uid, which is nobody's.
[[nodiscard]] std::vector<ActorUid> statesOf(const ChartChoice& choice, const AnalysisData& data);

}  // namespace entente
