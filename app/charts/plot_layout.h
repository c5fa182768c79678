// SPDX-License-Identifier: GPL-3.0-or-later
// PlotLayout: the steps of layoutPlot that its parts share. For the plot_layout*.cpp files alone.
#pragma once

#include <QFontMetricsF>

#include "app/charts/plot_scene.h"

namespace entente {

/// A plot with an axis across and one up.
struct PlotMap {
  QRectF plot;
  double x0 = 0;  ///< at the left edge
  double x1 = 1;
  double y0 = 0;  ///< at the bottom
  double y1 = 1;

  [[nodiscard]] double x(double value) const { return plot.left() + (value - x0) / (x1 - x0) * plot.width(); }
  [[nodiscard]] double y(double value) const {
    return plot.bottom() - (value - y0) / (y1 - y0) * plot.height();
  }
  [[nodiscard]] QPointF at(double valueX, double valueY) const { return {x(valueX), y(valueY)}; }
};

struct PlotMetrics {
  QFont caption;
  QFont strong;
  double lineHeight = 0;
  double scale = 1;

  explicit PlotMetrics(const PlotPage& page);
  [[nodiscard]] double width(const QString& text, bool isStrong = false) const;
};

/// The part of a line of points that lies between two x, cut at them.
[[nodiscard]] QPolygonF cutAcross(const QPolygonF& line, double left, double right);

void layoutRows(PlotScene& scene, const Figure& figure, const PlotPage& page);
void layoutMultiples(PlotScene& scene, const Figure& figure, const PlotPage& page);
/// Over time, scatter, revisions.
void layoutPlane(PlotScene& scene, const Figure& figure, const PlotPage& page);

/// Lines, dots, vertical bars, goals and paths of one panel.
void addMarks(PlotScene& scene, const PlotPanel& panel, std::size_t index, const PlotMap& map,
              const PlotMetrics& metrics);
void addLevels(PlotScene& scene, const PlotMap& map, const PlotMetrics& metrics, const QString& suffix,
               bool named);
/// Where labels of lines end, goals and dots stand.
void addLineLabels(PlotScene& scene, const PlotPanel& panel, const PlotMap& map, const PlotPage& page,
                   const PlotMetrics& metrics);
void addDotLabels(PlotScene& scene, const PlotPanel& panel, const PlotMap& map, const PlotMetrics& metrics,
                  double widthPx);
void addGoalLabels(PlotScene& scene, const PlotPanel& panel, const PlotMap& map, const PlotMetrics& metrics);

[[nodiscard]] ValueTicks valueTicksOf(const Figure& figure, double heightPx, double scale);
[[nodiscard]] TextInk inkOf(MarkRole role);
/// "Spain 2.0"
[[nodiscard]] QString labelOf(const PlotLine& line, const PlotPoint& point, const PlotPanel& panel);

inline constexpr double kEdgePx = 4;
inline constexpr double kLabelPitchPx = 14;
inline constexpr double kLabelGapPx = 8;
inline constexpr double kDotPx = 7;
inline constexpr double kRowPx = 18;

}  // namespace entente
