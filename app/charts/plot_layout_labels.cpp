// SPDX-License-Identifier: GPL-3.0-or-later
// Where words stand in a plane: at the ends of lines, along goals, beside dots.
#include <algorithm>
#include <cmath>

#include "app/charts/figure_words.h"
#include "app/charts/plot_layout.h"

namespace entente {

namespace {

constexpr double kBesidePart = 0.8;

/// The last point of a line that lies in the plot.
const PlotPoint* lastIn(const PlotLine& line, const PlotMap& map) {
  for (auto point = line.points.rbegin(); point != line.points.rend(); ++point) {
    if (point->x >= map.x0 && point->x <= map.x1) return &*point;
  }
  return nullptr;
}

bool isFree(const PlotScene& scene, const QRectF& rect) {
  return std::ranges::none_of(scene.texts, [&](const PlotText& text) { return text.rect.intersects(rect); });
}

std::optional<double> goalOf(const PlotPanel& panel, double value) {
  std::optional<double> closest;
  for (const PlotGoal& goal : panel.goals) {
    if (goal.upright) continue;
    if (!closest || std::abs(goal.value - value) < std::abs(*closest - value)) closest = goal.value;
  }
  return closest;
}

}  // namespace

QString labelOf(const PlotLine& line, const PlotPoint& point, const PlotPanel& panel) {
  if (!line.label.isEmpty()) return line.label;
  return QStringLiteral("%1 %2").arg(line.name, roundedText(point.y, goalOf(panel, point.y)));
}

void addLineLabels(PlotScene& scene, const PlotPanel& panel, const PlotMap& map, const PlotPage& page,
                   const PlotMetrics& metrics) {
  std::vector<PlotText> labels;
  std::vector<double> wanted;
  const double pitch = std::max(kLabelPitchPx * page.scale, metrics.lineHeight);
  // Backwards: the highlighted line is the last one and its label the first.
  for (std::size_t i = panel.lines.size(); i-- > 0;) {
    const PlotLine& line = panel.lines[i];
    const PlotPoint* point = line.role == MarkRole::Greyed || line.isScatter ? nullptr : lastIn(line, map);
    if (!point) continue;
    const bool strong = line.role == MarkRole::Highlighted;
    // Only a name that would fill the chart is shortened; its tool tip has all of it.
    constexpr double kMostOfChart = 0.3;
    const QFontMetricsF font(strong ? metrics.strong : metrics.caption);
    PlotLine named = line;
    named.name = font.elidedText(line.name, Qt::ElideRight, page.size.width() * kMostOfChart);
    const QString text = labelOf(named, *point, panel);
    const double across = metrics.width(text, strong);
    const QPointF at = map.at(point->x, point->y);
    const double last = std::max(map.plot.left() + 1, page.size.width() - across - 2);
    const double left = std::min(at.x() + kLabelGapPx * page.scale, last);
    labels.push_back({text, QRectF(left, 0, across, metrics.lineHeight), inkOf(line.role), strong, true,
                      PlotRef{0, false, i, static_cast<std::size_t>(point - line.points.data())}});
    // Where there is no room beside the point it stands above it, or below if that is where a goal is.
    const bool covers = left < at.x() + kDotPx * page.scale / 2;
    const double above = at.y() - pitch * kBesidePart;
    const auto goal = goalOf(panel, point->y);
    const bool isTaken = goal && std::abs(map.y(*goal) - above) < pitch * kBesidePart;
    wanted.push_back(!covers ? at.y() : isTaken ? at.y() + pitch * kBesidePart : above);
  }
  const auto places = spread(wanted, pitch, map.plot.top() + pitch / 2, map.plot.bottom() - pitch / 2);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (std::isnan(places[i])) continue;
    labels[i].rect.moveTop(places[i] - labels[i].rect.height() / 2);
    scene.texts.push_back(labels[i]);
  }
}

void addGoalLabels(PlotScene& scene, const PlotPanel& panel, const PlotMap& map, const PlotMetrics& metrics) {
  for (const PlotGoal& goal : panel.goals) {
    if (goal.label.isEmpty()) continue;
    const QSizeF size(metrics.width(goal.label, true), metrics.lineHeight);
    std::vector<QPointF> corners;
    if (goal.upright) {
      const double x = map.x(goal.value);
      for (const double y :
           {map.plot.top(), map.plot.top() + size.height(), map.plot.bottom() - size.height() - 1}) {
        corners.emplace_back(x + kEdgePx, y);
        corners.emplace_back(x - kEdgePx - size.width(), y);
      }
    } else {
      const double start = std::max(map.plot.left(), map.x(std::max(goal.begin, map.x0)));
      const double stop = std::min(map.plot.right(), map.x(std::min(goal.end, map.x1)));
      if (start >= stop) continue;
      const double y = map.y(goal.value);
      // Where the line begins, where it ends, before it begins; above it rather than below.
      for (const double top : {y - size.height() - 1, y + 2}) {
        for (const double left :
             {start + kEdgePx, stop - size.width() - kEdgePx, start - size.width() - kEdgePx,
              (start + stop - size.width()) / 2, map.plot.left() + kEdgePx})
          corners.emplace_back(left, top);
      }
    }
    for (const QPointF& corner : corners) {
      const QRectF rect(corner, size);
      if (!map.plot.adjusted(0, -rect.height() / 2, 0, 0).contains(rect) || !isFree(scene, rect)) continue;
      scene.texts.push_back({goal.label, rect, TextInk::Ink, true, true});
      break;
    }
  }
}

void addDotLabels(PlotScene& scene, const PlotPanel& panel, const PlotMap& map, const PlotMetrics& metrics,
                  double widthPx) {
  struct Dot {
    std::size_t line;
    QRectF rect;
  };
  std::vector<Dot> dots;
  for (const PlotDot& dot : scene.dots) {
    const double half = kDotPx * metrics.scale / 2 + 1;
    dots.push_back({dot.ref.item, QRectF(dot.at - QPointF(half, half), QSizeF(2 * half, 2 * half))});
  }
  for (std::size_t i = panel.lines.size(); i-- > 0;) {
    const PlotLine& line = panel.lines[i];
    if (!line.isScatter || line.points.empty()) continue;
    const bool strong = line.role == MarkRole::Highlighted;
    const QSizeF size(metrics.width(line.label, strong), metrics.lineHeight);
    const QPointF at = map.at(line.points.front().x, line.points.front().y);
    const double gap = kDotPx * metrics.scale / 2 + kEdgePx;
    const QPointF corners[] = {{at.x() + gap, at.y() - size.height() / 2},
                               {at.x() - gap - size.width(), at.y() - size.height() / 2},
                               {at.x() - size.width() / 2, at.y() - gap - size.height() + 2},
                               {at.x() - size.width() / 2, at.y() + gap - 2}};
    const auto isIn = [&](const QRectF& rect) {
      return rect.left() >= map.plot.left() && rect.right() <= widthPx && rect.top() >= 0 &&
             rect.bottom() <= map.plot.bottom();
    };
    const auto isClear = [&](const QRectF& rect) {
      return isFree(scene, rect) && std::ranges::none_of(dots, [&](const Dot& dot) {
               return dot.line != i && dot.rect.intersects(rect);
             });
    };
    std::optional<QRectF> place;
    for (const QPointF& corner : corners) {
      const QRectF rect(corner, size);
      if (!place && isIn(rect) && isClear(rect)) place = rect;
    }
    // One in front is named where it covers no words, if it has to be over a dot.
    for (const QPointF& corner : corners) {
      const QRectF rect(corner, size);
      if (!place && line.role != MarkRole::Greyed && isIn(rect) && isFree(scene, rect)) place = rect;
    }
    if (place)
      scene.texts.push_back({line.label, *place, inkOf(line.role), strong, true, PlotRef{0, false, i, 0}});
  }
}

}  // namespace entente
