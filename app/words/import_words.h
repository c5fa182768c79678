// SPDX-License-Identifier: GPL-3.0-or-later
// Import words: what an import of figures does, in sentences.
#pragma once

#include <QString>

#include "core/exchange/figure_plan.h"

namespace entente {

/// "403 figures of 31 states and 2 groups, 2012 to 2026"
[[nodiscard]] QString figuresInWords(const FigurePlan& plan);
/// The same, with what was left out: "...; 2 rows refused; 14 cells empty"
[[nodiscard]] QString importInWords(const FigurePlan& plan, const FigureImport& import);
/// "390 added, 3 changed, 10 unchanged"
[[nodiscard]] QString differenceInWords(const FigurePlan& plan);
/// As a step of the history: "Import 403 figures: NATO defence expenditure"
[[nodiscard]] QString importTitle(const FigurePlan& plan);

}  // namespace entente
