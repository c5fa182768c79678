// SPDX-License-Identifier: GPL-3.0-or-later
// Figure: a chart as data: a tidy table, its words, and what is drawn, in the units of its axes.
#pragma once

#include <QString>
#include <QStringList>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "core/model/table.h"
#include "core/model/uids.h"
#include "core/model/vocabulary.h"
#include "core/time/time_span.h"
#include "core/view/chart_choice.h"

namespace entente {

/// How much a state stands out. Group: a sum that a publisher gives, or the mean of a group; no state.
enum class MarkRole : std::uint8_t { Greyed, Group, Compared, Highlighted };

/// What a point or a bar shows, so that it can be explained.
struct FigureKey {
  ActorUid actor;
  int year = 0;
  SpendingMetric metric = SpendingMetric::PercentOfGdp;
  SourceUid edition;

  bool operator==(const FigureKey&) const = default;
};

struct PlotPoint {
  double x = 0;  ///< along the axis across: of time seconds
  double y = 0;
  QString words;  ///< "Spain, 2026: 2.00% of GDP, an estimate"
  bool estimate = false;
  std::optional<FigureKey> key;
};

struct PlotLine {
  ActorUid actor;
  QString name;
  MarkRole role = MarkRole::Greyed;
  std::vector<PlotPoint> points;  ///< by x
  /// Points that lie further apart are not joined: a missing year is a gap.
  double mostStep = std::numeric_limits<double>::infinity();
  bool isScatter = false;  ///< points alone
  QString label = {};      ///< at its last point in view; empty: the name and the value there
  bool onlyLastDot = false;
};

/// A bar along the axis of values, from `from` to `to`.
struct PlotBar {
  ActorUid actor;
  QString name;
  MarkRole role = MarkRole::Greyed;
  double place = 0;  ///< on the other axis: a row, or seconds
  double from = 0;
  double to = 0;
  QString label;  ///< behind its end
  QString words;
  bool estimate = false;            ///< hollow
  std::optional<double> tick = {};  ///< a value of before, or one to compare with
  std::optional<FigureKey> key = {};
  QString remark = {};  ///< on a position that was taken; a diamond beside the name
  bool isSum = false;   ///< of a publisher: no state
};

/// A target: solid while it is in force, dashed where it is to be reached.
struct PlotGoal {
  double value = 0;
  double begin = -std::numeric_limits<double>::infinity();  ///< along the other axis
  double end = std::numeric_limits<double>::infinity();
  bool upright = false;  ///< a line of equal x
  bool isAhead = false;
  QString label;
  EventUid pledge;
};

/// From a state's last figure to what it has promised.
struct PlotPath {
  ActorUid actor;
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

/// A position that a state took: a hollow diamond on its line.
struct PlotStand {
  ActorUid actor;
  double x = 0;
  double y = 0;
  QString words;
};

/// Time: seconds, named in years. Rows: whole numbers from 0, `names` beside them. Number: values.
enum class AxisKind : std::uint8_t { Time, Number, Rows };
struct PlotAxis {
  AxisKind kind = AxisKind::Number;
  QString suffix = {};     ///< behind the last number: "%"
  QString title = {};      ///< at the end of the axis, where the values are not the subtitle's
  QStringList names = {};  ///< of Rows
  bool fromZero = true;    ///< of Number: whether 0 belongs to it
  bool isCount = false;    ///< of Number: whole numbers alone
};

struct PlotPanel {
  QString title;  ///< of one among several
  MarkRole role = MarkRole::Compared;
  PlotAxis across;
  PlotAxis up;
  std::vector<PlotLine> lines;  ///< greyed first: in the order of drawing
  std::vector<PlotBar> bars;
  std::vector<PlotGoal> goals;
  std::vector<PlotPath> paths;
  std::vector<PlotStand> stands;
};

struct Figure {
  ChartKind kind = ChartKind::Lines;
  QString title;        ///< what the figures say
  QString subtitle;     ///< measure, unit, definition, edition
  QString source;       ///< with its grade
  QString legend;       ///< of marks that explain themselves only where they can be pointed at
  QString description;  ///< in sentences, for who cannot see it
  /// Why there is nothing to draw, a sentence; empty where there is.
  QString nothing;
  QString unit;  ///< behind a number in a sentence: "% of GDP"
  ActorUid highlighted;
  std::vector<ActorUid> compared;
  std::vector<PlotPanel> panels;
  Table table;
  std::vector<SourceUid> editions;          ///< whose figures are in the table
  SourceUid edition;                        ///< of the pledge's metric, that is asked for or the latest
  std::vector<SourceUid> editionsOfMetric;  ///< that there are of it, newest first
  std::vector<int> years;                   ///< to choose from, where the chart is of one year
  std::optional<int> year;                  ///< the one that is shown
  std::vector<std::pair<int, bool>>
      estimatedYears;  ///< each year and whether all of its figures are estimates
  Instant today;

  [[nodiscard]] bool isEmpty() const { return panels.empty(); }
  /// Whether its axis across is time, which the timeline's can be.
  [[nodiscard]] bool isOverTime() const {
    return panels.size() == 1 && panels.front().across.kind == AxisKind::Time;
  }
  /// Null if it has none.
  [[nodiscard]] const PlotLine* line(const ActorUid& actor) const;
  [[nodiscard]] const PlotBar* bar(const ActorUid& actor) const;
};

/// At most so many points a line (of a longer series the last ones) and so many bars.
inline constexpr std::size_t kMostPoints = 2'000;
inline constexpr std::size_t kMostBars = 200;

/// Where a year's figure is drawn.
[[nodiscard]] Instant middleOf(int year);
[[nodiscard]] double plotSeconds(Instant at);

/// First and last year of a figure over time; nothing if it has none.
[[nodiscard]] std::optional<std::pair<int, int>> yearsOf(const Figure& figure);

/// A figure on the way from one to another of the same kind: bars and points of an actor that is in both
/// glide, the rest is as in `to`. part: 0 to 1.
[[nodiscard]] Figure between(const Figure& from, const Figure& to, double part);

}  // namespace entente
