// SPDX-License-Identifier: GPL-3.0-or-later
// Course table: since when each state keeps the target, and whether it is on course for it.
#pragma once

#include "core/analysis/analysis_data.h"
#include "core/model/table.h"

namespace entente {

/// Over how many years the growth of late is measured.
inline constexpr int kRecentYears = 5;

/// One row a state that counts in the last year for which it has a figure (v, in year y), by uid; T is the
/// target, d the year in which it is due (the last one of a fuzzy date), n = d - y:
///   actor, name, code
///   first_met               the first year in which it counted and kept the target
///   years_since             y - first_met, whether it kept the target in between or not
///   years_met, years_with_figures     of the years in which it counted
///   year, value, estimate   y and v: the last figure
///   target, distance        T and v - T
///   meets
///   due                     d
///   needed_linear           (T - v) / n a year, in the metric's unit; 0 where the target is kept
///   needed_compound         ((T / v)^(1 / n) - 1) x 100, percent a year of the figure itself; likewise
///   recent_linear           (v - w) / 5, w the figure of y - 5
///   recent_compound         ((v / w)^(1/5) - 1) x 100
///   on_course_linear        v + recent_linear x n keeps T: if growth goes on as it was in the last five
///                           years, the same amount each year
///   on_course_compound      v x (1 + recent_compound / 100)^n keeps T: the same rate each year
///   edition
/// The compound rate is the compound annual growth rate, (end / begin)^(1 / years) - 1. What needs a figure
/// that is not there (of y - 5, or one above 0 for a rate), or a due year that is not after y, is missing.
/// Empty if the pledge is not measured in the unit of its target.
[[nodiscard]] Table courseByState(const PledgeQuestion& question, const AnalysisData& data);

}  // namespace entente
