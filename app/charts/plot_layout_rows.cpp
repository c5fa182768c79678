// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of bars, and a small chart a state.
#include <algorithm>
#include <cmath>

#include "app/charts/plot_layout.h"
#include "app/render/date_words.h"

namespace entente {

namespace {

constexpr double kBarPart = 0.56;
constexpr double kNumberPx = 60;
constexpr double kCellPx = 132;
constexpr double kCellHeightPx = 92;

struct Bounds {
  double low = 0;
  double high = 0;
};

Bounds boundsOf(const PlotPanel& panel) {
  Bounds bounds;
  const auto take = [&bounds](double value) {
    bounds.low = std::min(bounds.low, value);
    bounds.high = std::max(bounds.high, value);
  };
  for (const PlotBar& bar : panel.bars) {
    take(bar.to);
    if (bar.tick) take(*bar.tick);
  }
  for (const PlotGoal& goal : panel.goals)
    take(goal.value);
  return bounds;
}

/// Left of the bars: the names, at most as wide as they may be.
double namesWidth(const PlotPanel& panel, const PlotMetrics& metrics, double widthPx) {
  double widest = 0;
  for (const QString& name : panel.up.names)
    widest = std::max(widest, metrics.width(name, true));
  constexpr double kMostOfPage = 0.35;
  return std::min(widest, widthPx * kMostOfPage) + 2 * kLabelGapPx;
}

/// One above the other where they would overlap.
int addUprightLabels(PlotScene& scene, const PlotPanel& panel, const PlotMap& map, const PlotMetrics& metrics,
                     double widthPx) {
  std::vector<double> ends;
  for (const PlotGoal& goal : panel.goals) {
    if (goal.label.isEmpty()) continue;
    const double width = metrics.width(goal.label, true);
    const double left = std::clamp(map.x(goal.value) - width / 2, 0.0, std::max(0.0, widthPx - width));
    auto row = std::ranges::find_if(ends, [left](double end) { return end + kLabelGapPx <= left; });
    if (row == ends.end()) row = ends.insert(ends.end(), 0);
    *row = left + width;
    const auto level = static_cast<double>(row - ends.begin());
    scene.texts.push_back({goal.label, QRectF(left, level * metrics.lineHeight, width, metrics.lineHeight),
                           TextInk::Ink, true, true});
  }
  return static_cast<int>(ends.size());
}

void addBarLabel(PlotScene& scene, const PlotPanel& panel, const PlotBar& bar, const PlotBox& box,
                 const PlotMap& map, const PlotMetrics& metrics) {
  const bool strong = bar.role == MarkRole::Highlighted;
  const double width = metrics.width(bar.label, strong);
  double left = std::max(box.rect.right(), map.x(0)) + kLabelGapPx / 2 + 2;
  // Beside its bar; behind the tick only where that would strike it out.
  if (box.tickX && *box.tickX > left - kEdgePx && *box.tickX < left + width + kEdgePx / 2)
    left = *box.tickX + kLabelGapPx / 2 + 2;
  // Clear of the lines of goals.
  for (const PlotGoal& goal : panel.goals) {
    const double x = map.x(goal.value);
    if (!goal.label.isEmpty() && x > left - kEdgePx / 2 && x < left + width + kEdgePx / 2) left = x + kEdgePx;
  }
  scene.texts.push_back(
      {bar.label, QRectF(left, box.row.center().y() - metrics.lineHeight / 2, width, metrics.lineHeight),
       bar.role == MarkRole::Greyed ? TextInk::Ink2 : inkOf(bar.role), strong, false, box.ref});
}

void addRow(PlotScene& scene, const PlotPanel& panel, std::size_t index, const PlotMap& map, double rowPx,
            const PlotMetrics& metrics, double widthPx) {
  const PlotBar& bar = panel.bars[index];
  const double middle = map.plot.top() + (bar.place + 0.5) * rowPx;
  PlotBox box;
  const double half = rowPx * kBarPart / 2;
  box.rect =
      QRectF(QPointF(map.x(bar.from), middle - half), QPointF(map.x(bar.to), middle + half)).normalized();
  box.row = QRectF(0, middle - rowPx / 2, widthPx, rowPx);
  box.role = bar.role;
  box.estimate = bar.estimate;
  if (bar.tick) box.tickX = map.x(*bar.tick);
  box.ref = {0, true, index, 0};
  scene.boxes.push_back(box);
  const bool strong = bar.role == MarkRole::Highlighted || bar.isSum;
  double right = map.plot.left() - kLabelGapPx;
  if (!bar.remark.isEmpty()) {
    scene.diamonds.push_back({{right - kDotPx * metrics.scale / 2, middle},
                              bar.actor,
                              QStringLiteral("%1: %2").arg(bar.name, bar.remark)});
    right -= kDotPx * metrics.scale + kEdgePx;
  }
  const QFontMetricsF font(strong ? metrics.strong : metrics.caption);
  const QString name = font.elidedText(bar.name, Qt::ElideRight, std::max(1.0, right - kEdgePx));
  const double width = metrics.width(name, strong);
  scene.texts.push_back(
      {name, QRectF(right - width, middle - metrics.lineHeight / 2, width, metrics.lineHeight),
       bar.role == MarkRole::Highlighted ? TextInk::Accent : TextInk::Ink, strong, false, box.ref});
  if (bar.role == MarkRole::Highlighted) scene.highlightedRow = box.row;
  addBarLabel(scene, panel, bar, box, map, metrics);
}

int columnsFor(double width, double scale) {
  return std::max(1, static_cast<int>(width / (kCellPx * scale)));
}

}  // namespace

double neededHeight(const Figure& figure, double width, double scale) {
  constexpr double kPlanePx = 160;
  if (figure.isEmpty()) return kPlanePx * scale;
  if (figure.kind == ChartKind::Multiples) {
    constexpr double kGutterPx = 40;
    const int columns = columnsFor(width - kGutterPx * scale, scale);
    const double rows = std::ceil(static_cast<double>(figure.panels.size()) / columns);
    return (rows * kCellHeightPx + 20) * scale;
  }
  const PlotPanel& panel = figure.panels.front();
  if (panel.up.kind != AxisKind::Rows) return kPlanePx * scale;
  constexpr double kHeadPx = 48;
  return (static_cast<double>(panel.bars.size()) * kRowPx + kHeadPx) * scale;
}

void layoutRows(PlotScene& scene, const Figure& figure, const PlotPage& page) {
  const PlotPanel& panel = figure.panels.front();
  const PlotMetrics metrics(page);
  const double diamond =
      std::ranges::any_of(panel.bars, [](const PlotBar& bar) { return !bar.remark.isEmpty(); })
          ? kDotPx * page.scale + kEdgePx
          : 0;
  const double left = namesWidth(panel, metrics, page.size.width()) + diamond;
  constexpr double kLabelsPx = 72;
  PlotMap map;
  map.plot = QRectF(left, 0, std::max(1.0, page.size.width() - left - kLabelsPx * page.scale), 1);
  const Bounds bounds = boundsOf(panel);
  scene.ticks = valueTicks(bounds.low, bounds.high,
                           std::max(1, static_cast<int>(map.plot.width() / (kNumberPx * page.scale))));
  map.x0 = scene.ticks.low;
  map.x1 = scene.ticks.high;
  const int levels = addUprightLabels(scene, panel, map, metrics, page.size.width());
  const double top = (levels + 1) * metrics.lineHeight + kEdgePx;
  const auto rows = static_cast<double>(std::max<std::size_t>(1, panel.bars.size()));
  constexpr double kMostRowPx = 24;
  const double rowPx =
      std::min(kMostRowPx * page.scale, std::max(1.0, (page.size.height() - top - kEdgePx) / rows));
  map.plot.setTop(top);
  map.plot.setHeight(rowPx * rows);
  scene.plots = {map.plot};
  for (const double value : scene.ticks.values()) {
    const double x = map.x(value);
    const bool zero = std::abs(value) < scene.ticks.step / 2;
    scene.rules.push_back(
        {{x, map.plot.top()}, {x, map.plot.bottom()}, zero ? RuleKind::Zero : RuleKind::Grid});
    QString number = wordsLocale().toString(value, 'f', scene.ticks.decimals());
    if (value + scene.ticks.step / 2 > scene.ticks.high) number += panel.across.suffix;
    const double width = metrics.width(number);
    scene.texts.push_back(
        {number, QRectF(x - width / 2, top - metrics.lineHeight - 2, width, metrics.lineHeight)});
  }
  for (std::size_t i = 0; i < panel.bars.size(); ++i)
    addRow(scene, panel, i, map, rowPx, metrics, page.size.width());
  for (const PlotGoal& goal : panel.goals) {
    QPolygonF line;
    if (!goal.label.isEmpty())
      line << QPointF(map.x(goal.value), map.plot.top() - kEdgePx)
           << QPointF(map.x(goal.value), map.plot.bottom());
    scene.strokes.push_back(
        {line, goal.isAhead ? StrokeKind::GoalAhead : StrokeKind::Goal, MarkRole::Compared});
  }
}

void layoutMultiples(PlotScene& scene, const Figure& figure, const PlotPage& page) {
  const PlotMetrics metrics(page);
  constexpr double kGutterPx = 40;
  const double gutter = kGutterPx * page.scale;
  const double room = std::max(1.0, page.size.width() - gutter);
  const int columns = std::min(columnsFor(room, page.scale), static_cast<int>(figure.panels.size()));
  const auto rows = static_cast<int>(std::ceil(static_cast<double>(figure.panels.size()) / columns));
  const double cellWidth = room / columns;
  const double foot = metrics.lineHeight + kEdgePx;
  const double cellHeight = std::max(1.0, (page.size.height() - foot) / rows);
  scene.span = naturalSpan(figure);
  scene.ticks = valueTicksOf(figure, cellHeight - metrics.lineHeight, page.scale);
  for (std::size_t i = 0; i < figure.panels.size(); ++i) {
    const PlotPanel& panel = figure.panels[i];
    const int column = static_cast<int>(i) % columns;
    const int row = static_cast<int>(i) / columns;
    constexpr double kBetweenPx = 16;
    PlotMap map;
    map.plot = QRectF(gutter + column * cellWidth, row * cellHeight + metrics.lineHeight + kEdgePx,
                      std::max(1.0, cellWidth - kBetweenPx * page.scale),
                      std::max(1.0, cellHeight - metrics.lineHeight - 3 * kEdgePx));
    map.x0 = plotSeconds(scene.span.begin);
    map.x1 = plotSeconds(scene.span.end);
    map.y0 = scene.ticks.low;
    map.y1 = scene.ticks.high;
    scene.plots.push_back(map.plot);
    addLevels(scene, map, metrics, panel.up.suffix, column == 0);
    addMarks(scene, panel, i, map, metrics);
    const bool strong = panel.role == MarkRole::Highlighted;
    const QFontMetricsF font(strong ? metrics.strong : metrics.caption);
    const QString last = panel.lines.front().label;
    const double lastWidth = metrics.width(last, strong);
    const double most = std::max(1.0, map.plot.width() - lastWidth - kLabelGapPx);
    const QString title = font.elidedText(panel.title, Qt::ElideRight, most);
    const PlotRef ref{i, false, 0, panel.lines.front().points.size() - 1};
    const double top = map.plot.top() - metrics.lineHeight - 1;
    scene.texts.push_back({title,
                           QRectF(map.plot.left(), top, metrics.width(title, strong), metrics.lineHeight),
                           strong ? TextInk::Accent : TextInk::Ink, strong, false, ref});
    scene.texts.push_back({last, QRectF(map.plot.right() - lastWidth, top, lastWidth, metrics.lineHeight),
                           strong ? TextInk::Accent : TextInk::Ink2, strong, false, ref});
    const bool isLast = i + static_cast<std::size_t>(columns) >= figure.panels.size();
    const auto years = yearsOf(figure);
    if (!isLast || !years) continue;
    const QString first = yearInWords(years->first);
    const QString end = yearInWords(years->second);
    const double y = map.plot.bottom() + 2;
    scene.texts.push_back({first, QRectF(map.plot.left(), y, metrics.width(first), metrics.lineHeight)});
    if (years->first != years->second &&
        metrics.width(first) + metrics.width(end) + kLabelGapPx < map.plot.width())
      scene.texts.push_back(
          {end, QRectF(map.plot.right() - metrics.width(end), y, metrics.width(end), metrics.lineHeight)});
  }
}

}  // namespace entente
