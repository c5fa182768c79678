// SPDX-License-Identifier: GPL-3.0-or-later
// Chart words: title, subtitle, source line and spoken description of the spending chart.
#pragma once

#include "app/charts/chart_data.h"

namespace entente {

/// "3.5% goal, due 2035", "2% goal since 2023", "2.1% ceiling since 2025".
[[nodiscard]] QString goalInWords(const Pledge& pledge);

/// Fills every text of `data` from its lines and goal.
void addWords(ChartData& data, const Snapshot& snapshot, const Pledge& pledge, const SourceUid& edition);

/// "Spain, 2026: 2.00% of GDP, an estimate".
[[nodiscard]] QString pointInWords(const ChartData& data, const ChartLine& line, const ChartPoint& point);

}  // namespace entente
