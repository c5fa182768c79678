// SPDX-License-Identifier: GPL-3.0-or-later
// PlotScene: a figure laid out in pixels: what the view draws, what can be hit, and what tests read.
#pragma once

#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <cstdint>
#include <optional>
#include <vector>

#include "app/charts/chart_labels.h"
#include "app/charts/figure.h"
#include "app/render/type.h"

namespace entente {

/// Where the plot lies across.
struct PlotFrame {
  double gutterPx = 40;  ///< left of the plot; rows take as much as their names need
  /// Width of the timeline's canvas, which a plot over time takes over where there is room for it. Not set:
  /// all there is.
  std::optional<double> canvasPx;
  /// Leaves room for the labels at the right of a plot over time. Where the axis is to be the timeline's they
  /// stand in it.
  bool labelsOutside = true;
};

/// A point or a bar of a figure, by indices: valid as long as the figure.
struct PlotRef {
  std::size_t panel = 0;
  bool isBar = false;
  std::size_t item = 0;   ///< of the lines or the bars
  std::size_t point = 0;  ///< of a line

  bool operator==(const PlotRef&) const = default;
};

enum class StrokeKind : std::uint8_t { Series, Estimate, Goal, GoalAhead, Path };

/// Empty where nothing of it lies in the plot: the number of strokes depends on the figure alone.
struct PlotStroke {
  QPolygonF points;
  StrokeKind kind = StrokeKind::Series;
  MarkRole role = MarkRole::Greyed;
};

struct PlotDot {
  QPointF at;
  MarkRole role = MarkRole::Greyed;
  bool hollow = false;
  bool isShown = true;  ///< a greyed line has no dots, but its points can be hit
  bool isInside = true;
  PlotRef ref;
};

struct PlotBox {
  QRectF rect;
  MarkRole role = MarkRole::Greyed;
  bool estimate = false;
  std::optional<double> tickX;
  QRectF row;  ///< all that can be hit of it
  PlotRef ref;
};

enum class RuleKind : std::uint8_t { Grid, Zero };
struct PlotRule {
  QPointF from;
  QPointF to;
  RuleKind kind = RuleKind::Grid;
};

enum class TextInk : std::uint8_t { Ink, Ink2, Ink3, Accent, Greyed };
struct PlotText {
  QString text;
  QRectF rect;
  TextInk ink = TextInk::Ink3;
  bool strong = false;
  bool onGround = false;  ///< with canvas behind it, since lines pass beneath
  std::optional<PlotRef> ref = {};
};

/// A position that was taken: a diamond.
struct PlotDiamond {
  QPointF at;
  ActorUid actor;
  QString words;
};

struct PlotScene {
  std::vector<QRectF> plots;  ///< one a panel
  ValueTicks ticks;
  std::vector<PlotRule> rules;
  std::vector<PlotBox> boxes;
  std::vector<PlotStroke> strokes;
  std::vector<PlotDot> dots;
  std::vector<PlotText> texts;
  std::vector<PlotDiamond> diamonds;
  std::optional<QRectF> highlightedRow;
  TimeSpan span;  ///< of a figure over time

  [[nodiscard]] double xOf(Instant at) const;
  [[nodiscard]] Instant instantAt(double x) const;
};

struct PlotPage {
  QSizeF size;
  PlotFrame frame;
  std::optional<TimeSpan>
      span;  ///< of a figure over time; not set: its years, and those until its goal is due
  TypeFaces faces;
  double scale = 1;  ///< of text, and of what is measured by it
};

/// Cost: points of the figure.
[[nodiscard]] PlotScene layoutPlot(const Figure& figure, const PlotPage& page);

/// The least height that shows all of it: rows and small charts need their number of lines. `width` in
/// pixels.
[[nodiscard]] double neededHeight(const Figure& figure, double width, double scale);

/// What a figure over time shows by itself.
[[nodiscard]] TimeSpan naturalSpan(const Figure& figure);

}  // namespace entente
