// SPDX-License-Identifier: GPL-3.0-or-later
// FigureDraft: what every kind of chart is made from. For the figure_*.cpp files alone.
#pragma once

#include <QString>
#include <vector>

#include "app/charts/figure_maker.h"
#include "core/analysis/analysis_data.h"
#include "core/analysis/goal_history.h"
#include "core/analysis/spending_series.h"

namespace entente {

/// The state in front and those that are compared with it, as the choice has it or, where it does not say,
/// those that concern the pledge most: in front the one that wants out or has a reservation, else the one
/// with the lowest figure; compared at most three others.
struct StatesInFront {
  ActorUid highlighted;
  std::vector<ActorUid> compared;
};

struct FigureDraft {
  const FigureInput& input;
  AnalysisData data;
  PledgeQuestion question;             ///< with the states and the edition that are asked for
  SourceUid edition;                   ///< of the pledge's metric; empty if there is none
  std::vector<SpendingSeries> series;  ///< all of that edition, by uid of the actor
  StatesInFront front;
  std::vector<GoalStep> goals;

  [[nodiscard]] const Pledge& pledge() const { return input.pledge; }
  [[nodiscard]] SpendingMetric metric() const { return *input.pledge.measuredBy; }
  [[nodiscard]] QString name(const ActorUid& actor) const { return shortNameOf(input.snapshot, actor); }
  [[nodiscard]] MarkRole role(const ActorUid& actor) const;
  /// Whether it is one of the states that are asked for.
  [[nodiscard]] bool isAsked(const ActorUid& actor) const;
  /// The positions of those that take exception: a reservation, an opt-out, a delay; on the pledge or on the
  /// one that it is a part of.
  [[nodiscard]] std::vector<Position> exceptions() const;
  /// The one that is asked for if it is among `years`, else the last of them.
  [[nodiscard]] int yearAmong(const std::vector<int>& years) const;
};

// Each fills panels, table, words, years and editions.
void makeLines(Figure& figure, const FigureDraft& draft);
void makeRanking(Figure& figure, const FigureDraft& draft);
void makeMeeting(Figure& figure, const FigureDraft& draft);
void makeCourse(Figure& figure, const FigureDraft& draft);
void makeGap(Figure& figure, const FigureDraft& draft);
void makeScatter(Figure& figure, const FigureDraft& draft);
void makeRevisions(Figure& figure, const FigureDraft& draft);
void makeMultiples(Figure& figure, const FigureDraft& draft);

/// Rows from the top: bars in the order of their values, the greatest first, equal ones by name; at most
/// kMostBars. Sets places and the axes' kinds and names.
[[nodiscard]] PlotPanel rowsPanel(std::vector<PlotBar> bars);
/// The series of the states that are asked for.
[[nodiscard]] std::vector<SpendingSeries> askedSeries(const FigureDraft& draft);
/// Their lines, in the order of drawing.
[[nodiscard]] std::vector<PlotLine> seriesLines(const FigureDraft& draft);
/// The steps of the goal as lines of equal value over time.
[[nodiscard]] std::vector<PlotGoal> goalsOverTime(const FigureDraft& draft);
/// Every year of the lines and whether all of its figures are estimates.
[[nodiscard]] std::vector<std::pair<int, bool>> estimatedYears(const std::vector<SpendingSeries>& series);
/// The years of a table's rows, in order.
[[nodiscard]] std::vector<int> yearsIn(const Table& table);

}  // namespace entente
