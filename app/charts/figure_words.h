// SPDX-License-Identifier: GPL-3.0-or-later
// Figure words: amounts, goals, editions and source lines of charts.
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "app/charts/figure_draft.h"

namespace entente {

/// With `decimals`, or as many more (up to four) as it takes to stay on its side of the goal.
[[nodiscard]] QString roundedText(double value, const std::optional<double>& goal, int decimals = 1);
/// The same of several goals: on the right side of the one that is closest.
[[nodiscard]] QString roundedText(double value, const std::vector<GoalStep>& goals, int decimals);

[[nodiscard]] bool isPercent(SpendingMetric metric);
/// "%" or nothing: behind a number on an axis.
[[nodiscard]] QString suffixOf(SpendingMetric metric);
/// Behind a number in a sentence: "% of GDP", " billion US dollars of 2021".
[[nodiscard]] QString unitInWords(SpendingMetric metric);
/// "Share of GDP, in percent".
[[nodiscard]] QString measureInWords(SpendingMetric metric);

/// "3.5% goal, due 2035", "2% goal since 2023", "2.1% ceiling since 2025".
[[nodiscard]] QString goalInWords(const Pledge& pledge);
[[nodiscard]] QString goalInWords(const GoalStep& step, SpendingMetric metric);
/// "3.5%": a target as it was published.
[[nodiscard]] QString targetText(const Pledge& pledge);

/// "edition of July 2026, core defence", "edition undated": with what it counts where that is on record.
[[nodiscard]] QString editionInWords(const FigureDraft& draft, const SourceUid& edition);
/// "Source: NATO Defence Investment 2014-2026; NATO, 10 July 2026 (B, usually reliable)."
[[nodiscard]] QString sourceLine(const Snapshot& snapshot, const std::vector<SourceUid>& editions);
/// "Members of NATO", "Europe and Canada", "5 states".
[[nodiscard]] QString groupInWords(const ChartChoice& choice);

/// "Figures by year", "Ranking of states" ...
[[nodiscard]] QString chartKindInWords(ChartKind kind);

/// "Spain, 2026: 2.00% of GDP, an estimate".
[[nodiscard]] QString figureInWords(const QString& name, int year, const QString& amount, bool estimate);

/// What a diamond means.
[[nodiscard]] QString exceptionNote();
/// " (estimate)" if one of the rows is one; else empty.
[[nodiscard]] QString estimateMark(const Table& table);
/// "Hollow and dashed: estimate." if one of the rows of a table is one; else empty. Begins with a blank.
[[nodiscard]] QString estimateNote(const Table& table, bool bars);

}  // namespace entente
