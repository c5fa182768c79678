// SPDX-License-Identifier: GPL-3.0-or-later
// Sample charts: small snapshots and figures for tests, made by hand.
#pragma once

#include "app/charts/figure_maker.h"

namespace entente::test {

/// Alpha 1.0, 1.5, 2.0e (2022 to 2024); Beta 3.0, then a gap, 4.68e; Gamma 2.0, 1.997, 1.997. Edition "new";
/// edition "old" has Alpha alone, 1.25 in 2023. A group with a figure is there as well.
[[nodiscard]] Snapshot smallSnapshot();

/// At least 2 percent of GDP, made on 5 May 2023, due in 2030, measured.
[[nodiscard]] Pledge smallPledge();

[[nodiscard]] FuzzyDate date(const char* edtf);
/// Noon of 1 June 2024.
[[nodiscard]] Instant sampleToday();

/// Of the small pledge: Alpha highlighted, Beta and Gamma compared, edition "new".
[[nodiscard]] ChartChoice smallChoice(ChartKind kind = ChartKind::Lines);
[[nodiscard]] Figure smallFigure(const ChartChoice& choice);
[[nodiscard]] Figure smallFigure(const Snapshot& snapshot, const Pledge& pledge, const ChartChoice& choice);

}  // namespace entente::test
