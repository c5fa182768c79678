// SPDX-License-Identifier: GPL-3.0-or-later
// ChartData: what the spending chart draws, as plain values, and how it is made from an archive.
#pragma once

#include <QString>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/analysis/spending_series.h"
#include "core/model/event_detail.h"
#include "core/time/time_span.h"
#include "core/view/snapshot.h"

namespace entente {

enum class LineRole : std::uint8_t { Greyed, Compared, Highlighted };

struct ChartPoint {
  int year = 0;
  double value = 0;
  QString text;  ///< as published
  bool estimate = false;
};

struct ChartLine {
  ActorUid actor;
  QString name;
  LineRole role = LineRole::Greyed;
  std::vector<ChartPoint> points;  ///< by year; a year without a figure is not there
};

/// The target: `solid` is the time in which it holds, `ahead` the time until it is due. Either may be empty.
struct ChartGoal {
  double value = 0;
  TimeSpan solid;
  TimeSpan ahead;
  QString label;  ///< "3.5% goal, due 2035", "2.1% ceiling, no date due"
};

struct ChartData {
  QString title;                 ///< what the figures say
  QString subtitle;              ///< measure, unit, edition
  QString source;                ///< with its grade
  QString edition;               ///< for tool tips
  QString description;           ///< the title and the last value of every labelled state, as sentences
  QString suffix;                ///< behind a number on the axis: "%"
  QString unit;                  ///< behind a number in a sentence: "% of GDP"
  std::vector<ChartLine> lines;  ///< greyed, compared, highlighted: in the order of drawing
  std::optional<ChartGoal> goal;
  Instant today;

  [[nodiscard]] bool isEmpty() const { return lines.empty(); }
  [[nodiscard]] const ChartLine* line(const ActorUid& actor) const;
};

/// At most so many points a line; of a longer series the last ones.
inline constexpr std::size_t kMostPoints = 2'000;

/// Where a year's figure is drawn.
[[nodiscard]] Instant middleOf(int year);

/// First and last year of all figures; nothing if there are none.
[[nodiscard]] std::optional<std::pair<int, int>> yearsOf(const ChartData& data);

/// What is compared. Actors without a series are passed over.
struct ChartChoice {
  SourceUid edition;
  ActorUid highlighted;
  std::vector<ActorUid> compared;
};

/// States (not groups or organisations) that have figures of this metric in this edition, by name.
[[nodiscard]] std::vector<ActorUid> statesWithFigures(const Snapshot& snapshot, SpendingMetric metric,
                                                      const SourceUid& edition);

/// The states that concern the pledge most in this edition: highlighted the one that wants out or has a
/// reservation, else the one with the lowest figure; compared at most three others.
[[nodiscard]] ChartChoice usualChoice(const Snapshot& snapshot, const EventDetail& pledge,
                                      const SourceUid& edition);

/// Empty if the pledge has no metric, or the edition no figures. O(figures of the archive).
[[nodiscard]] ChartData chartData(const Snapshot& snapshot, const Pledge& pledge, const ChartChoice& choice,
                                  Instant now);

/// "Poland", or the uid of an actor without a record.
[[nodiscard]] QString shortNameOf(const Snapshot& snapshot, const ActorUid& uid);

/// With one decimal, or as many more (up to four) as it takes to stay on its side of the goal.
[[nodiscard]] QString roundedText(double value, const std::optional<double>& goal);

}  // namespace entente
