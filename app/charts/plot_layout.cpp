// SPDX-License-Identifier: GPL-3.0-or-later
// The plane: axes, lines, dots and vertical bars.
#include "app/charts/plot_layout.h"

#include <algorithm>
#include <cmath>

#include "app/render/date_words.h"
#include "core/time/civil.h"

namespace entente {

namespace {

constexpr double kTickPitchPx = 18;
constexpr double kYearPx = 40;
/// Of the distance between two years that a bar takes.
constexpr double kBarPart = 0.68;

/// Whether all that is known of a year is estimated.
bool isEstimated(const Figure& figure, std::int64_t year) {
  return std::ranges::any_of(figure.estimatedYears,
                             [year](const auto& one) { return one.first == year && one.second; });
}

void addYears(PlotScene& scene, const Figure& figure, const PlotMap& map, const PlotMetrics& metrics,
              double widthPx) {
  const double y = map.plot.bottom() + kEdgePx;
  for (const std::int64_t year : yearsToName(scene.span, map.plot.width(), kYearPx * metrics.scale)) {
    if (std::abs(year) > 1'000'000) continue;
    const QString text = isEstimated(figure, year)
                             ? QStringLiteral("%1e").arg(yearInWords(year))  // As in the publisher's tables.
                             : yearInWords(year);
    const double half = metrics.width(text) / 2;
    const double x = map.x(plotSeconds(middleOf(static_cast<int>(year))));
    if (x < map.plot.left() || x + half > widthPx) continue;
    scene.texts.push_back({text, QRectF(x - half, y, 2 * half, metrics.lineHeight)});
  }
}

/// The names of places along the axis across.
void addNames(PlotScene& scene, const PlotAxis& axis, const PlotMap& map, const PlotMetrics& metrics) {
  double free = -std::numeric_limits<double>::infinity();
  for (qsizetype i = 0; i < axis.names.size(); ++i) {
    const double half = metrics.width(axis.names[i]) / 2;
    const double x = map.x(static_cast<double>(i));
    if (x - half < free) continue;
    scene.texts.push_back(
        {axis.names[i], QRectF(x - half, map.plot.bottom() + kEdgePx, 2 * half, metrics.lineHeight)});
    free = x + half + kLabelGapPx;
  }
}

void addNumbersAcross(PlotScene& scene, const PlotAxis& axis, const ValueTicks& ticks, const PlotMap& map,
                      const PlotMetrics& metrics) {
  for (const double value : ticks.values()) {
    const double x = map.x(value);
    QString text = wordsLocale().toString(value, 'f', ticks.decimals());
    if (value + ticks.step / 2 > ticks.high) text += axis.suffix;
    const double half = metrics.width(text) / 2;
    scene.texts.push_back(
        {text, QRectF(x - half, map.plot.bottom() + kEdgePx, 2 * half, metrics.lineHeight)});
    scene.rules.push_back({{x, map.plot.top()}, {x, map.plot.bottom()}, RuleKind::Grid});
  }
}

struct Range {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();

  void take(double value) {
    if (!std::isfinite(value)) return;
    low = std::min(low, value);
    high = std::max(high, value);
  }
};

Range rangeAcross(const PlotPanel& panel) {
  Range range;
  for (const PlotLine& line : panel.lines) {
    for (const PlotPoint& point : line.points)
      range.take(point.x);
  }
  for (const PlotGoal& goal : panel.goals) {
    if (goal.upright) range.take(goal.value);
  }
  return range;
}

double widestLabel(const PlotPanel& panel, const PlotMetrics& metrics) {
  double widest = 0;
  for (const PlotLine& line : panel.lines) {
    if (line.role == MarkRole::Greyed || line.points.empty() || line.isScatter) continue;
    widest = std::max(
        widest, metrics.width(labelOf(line, line.points.back(), panel), line.role == MarkRole::Highlighted));
  }
  return widest;
}

double planeWidth(const PlotPanel& panel, const PlotPage& page, const PlotMetrics& metrics, double gutter) {
  double room = std::max(1.0, page.size.width() - gutter);
  const bool isTime = panel.across.kind == AxisKind::Time;
  if (page.frame.labelsOutside || !isTime) {
    constexpr double kMostOfRoom = 0.4;
    const double widest = widestLabel(panel, metrics);
    room -= widest > 0 ? std::min(widest + 2 * kLabelGapPx, room * kMostOfRoom) : 2 * kLabelGapPx;
  }
  return isTime && page.frame.canvasPx && *page.frame.canvasPx >= 1 ? std::min(*page.frame.canvasPx, room)
                                                                    : room;
}

/// Points of a run of facts or of estimates; a dashed run begins at the last fact.
void addRuns(PlotScene& scene, const PlotLine& line, const PlotMap& map) {
  const auto& points = line.points;
  std::size_t i = 0;
  while (i + 1 < points.size()) {
    const auto isGap = [&](std::size_t at) { return points[at + 1].x - points[at].x > line.mostStep; };
    if (isGap(i)) {
      ++i;
      continue;
    }
    const auto isEstimate = [&](std::size_t at) { return points[at].estimate || points[at + 1].estimate; };
    const std::size_t first = i;
    const bool estimate = isEstimate(i);
    while (i + 1 < points.size() && !isGap(i) && isEstimate(i) == estimate)
      ++i;
    QPolygonF run;
    for (std::size_t at = first; at <= i; ++at)
      run << map.at(points[at].x, points[at].y);
    scene.strokes.push_back({cutAcross(run, map.plot.left(), map.plot.right()),
                             estimate ? StrokeKind::Estimate : StrokeKind::Series, line.role});
  }
}

void addDots(PlotScene& scene, const PlotLine& line, const PlotRef& lineRef, const PlotMap& map) {
  const auto& points = line.points;
  const auto isAlone = [&](std::size_t i) {
    const bool before = i > 0 && points[i].x - points[i - 1].x <= line.mostStep;
    const bool after = i + 1 < points.size() && points[i + 1].x - points[i].x <= line.mostStep;
    return !before && !after;
  };
  for (std::size_t i = 0; i < points.size(); ++i) {
    PlotDot dot;
    dot.at = map.at(points[i].x, points[i].y);
    dot.role = line.role;
    dot.hollow = points[i].estimate;
    const bool isFront = line.role == MarkRole::Compared || line.role == MarkRole::Highlighted;
    const bool isWanted = line.onlyLastDot ? i + 1 == points.size() : isFront;
    dot.isShown = line.isScatter || isWanted || isAlone(i);
    constexpr double kHairPx = 0.5;
    dot.isInside = dot.at.x() >= map.plot.left() - kHairPx && dot.at.x() <= map.plot.right() + kHairPx;
    dot.ref = lineRef;
    dot.ref.point = i;
    scene.dots.push_back(dot);
  }
}

void addUprightBar(PlotScene& scene, const PlotBar& bar, const PlotRef& ref, const PlotMap& map,
                   const PlotMetrics& metrics) {
  const double year = 365.2425 * kSecondsPerDay;
  const double half = kBarPart / 2 * (map.x(map.x0 + year) - map.x(map.x0));
  const double x = map.x(bar.place);
  const double left = std::clamp(x - half, map.plot.left(), map.plot.right());
  const double right = std::clamp(x + half, map.plot.left(), map.plot.right());
  PlotBox box;
  box.rect = QRectF(QPointF(left, map.y(bar.to)), QPointF(right, map.y(bar.from))).normalized();
  box.row = QRectF(QPointF(left, map.plot.top()), QPointF(right, map.plot.bottom()));
  box.role = bar.role;
  box.estimate = bar.estimate;
  box.ref = ref;
  scene.boxes.push_back(box);
  const double width = metrics.width(bar.label);
  if (bar.label.isEmpty() || right - left < width) return;
  scene.texts.push_back(
      {bar.label, QRectF(x - width / 2, box.rect.top() - metrics.lineHeight - 1, width, metrics.lineHeight),
       TextInk::Ink2, false, true, ref});
}

StrokeKind goalKind(const PlotGoal& goal) {
  return goal.isAhead ? StrokeKind::GoalAhead : StrokeKind::Goal;
}

void addGoal(PlotScene& scene, const PlotGoal& goal, const PlotMap& map) {
  QPolygonF line;
  if (goal.upright) {
    const double x = map.x(goal.value);
    line << QPointF(x, map.plot.top()) << QPointF(x, map.plot.bottom());
  } else {
    const double begin = std::max(map.plot.left(), map.x(std::max(goal.begin, map.x0)));
    const double end = std::min(map.plot.right(), map.x(std::min(goal.end, map.x1)));
    if (begin < end) line << QPointF(begin, map.y(goal.value)) << QPointF(end, map.y(goal.value));
  }
  scene.strokes.push_back({line, goalKind(goal), MarkRole::Compared});
}

}  // namespace

PlotMetrics::PlotMetrics(const PlotPage& page)
    : caption(page.faces.caption), strong(caption), scale(page.scale) {
  strong.setWeight(QFont::DemiBold);
  lineHeight = QFontMetricsF(strong).height();
}

double PlotMetrics::width(const QString& text, bool isStrong) const {
  return std::ceil(QFontMetricsF(isStrong ? strong : caption).horizontalAdvance(text));
}

QPolygonF cutAcross(const QPolygonF& line, double left, double right) {
  QPolygonF cut;
  const auto at = [](QPointF a, QPointF b, double x) {
    return QPointF(x, a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x()));
  };
  for (qsizetype i = 0; i + 1 < line.size(); ++i) {
    const QPointF a = line[i];
    const QPointF b = line[i + 1];
    if (b.x() < left || a.x() > right || b.x() <= a.x()) continue;
    const QPointF from = a.x() < left ? at(a, b, left) : a;
    const QPointF to = b.x() > right ? at(a, b, right) : b;
    if (cut.isEmpty()) cut << from;
    cut << to;
  }
  return cut;
}

TextInk inkOf(MarkRole role) {
  switch (role) {
    case MarkRole::Highlighted:
      return TextInk::Accent;
    case MarkRole::Greyed:
      return TextInk::Ink3;
    case MarkRole::Group:
    case MarkRole::Compared:
      return TextInk::Ink2;
  }
  return TextInk::Ink2;
}

ValueTicks valueTicksOf(const Figure& figure, double heightPx, double scale) {
  Range range;
  bool fromZero = true;
  for (const PlotPanel& panel : figure.panels) {
    fromZero = fromZero && panel.up.fromZero;
    for (const PlotLine& line : panel.lines) {
      for (const PlotPoint& point : line.points)
        range.take(point.y);
    }
    for (const PlotBar& bar : panel.bars)
      range.take(bar.to);
    for (const PlotGoal& goal : panel.goals) {
      if (!goal.upright) range.take(goal.value);
    }
  }
  constexpr int kMostTicks = 8;
  const int most = std::clamp(static_cast<int>(heightPx / (kTickPitchPx * scale)), 1, kMostTicks);
  if (!std::isfinite(range.low)) return valueTicks(0, 1, most);
  const bool isCount =
      std::ranges::any_of(figure.panels, [](const PlotPanel& panel) { return panel.up.isCount; });
  if (isCount)
    return valueTicks(0, std::max(1.0, range.high),
                      std::min(most, std::max(1, static_cast<int>(range.high))));
  return fromZero ? valueTicks(std::min(0.0, range.low), range.high, most)
                  : closeTicks(range.low, range.high, most);
}

void addLevels(PlotScene& scene, const PlotMap& map, const PlotMetrics& metrics, const QString& suffix,
               bool named) {
  for (const double value : scene.ticks.values()) {
    const double y = map.y(value);
    const bool zero = std::abs(value) < scene.ticks.step / 2;
    scene.rules.push_back(
        {{map.plot.left(), y}, {map.plot.right(), y}, zero ? RuleKind::Zero : RuleKind::Grid});
    if (!named) continue;
    QString number = wordsLocale().toString(value, 'f', scene.ticks.decimals());
    if (value + scene.ticks.step / 2 > scene.ticks.high) number += suffix;
    const double width = metrics.width(number);
    scene.texts.push_back({number, QRectF(map.plot.left() - kLabelGapPx - width, y - metrics.lineHeight / 2,
                                          width, metrics.lineHeight)});
  }
}

void addMarks(PlotScene& scene, const PlotPanel& panel, std::size_t index, const PlotMap& map,
              const PlotMetrics& metrics) {
  for (std::size_t i = 0; i < panel.bars.size(); ++i)
    addUprightBar(scene, panel.bars[i], {index, true, i, 0}, map, metrics);
  for (std::size_t i = 0; i < panel.lines.size(); ++i) {
    if (!panel.lines[i].isScatter) addRuns(scene, panel.lines[i], map);
    addDots(scene, panel.lines[i], {index, false, i, 0}, map);
  }
  for (const PlotGoal& goal : panel.goals)
    addGoal(scene, goal, map);
  for (const PlotPath& path : panel.paths) {
    const QPolygonF line{{map.at(path.x0, path.y0), map.at(path.x1, path.y1)}};
    scene.strokes.push_back(
        {cutAcross(line, map.plot.left(), map.plot.right()), StrokeKind::Path, MarkRole::Highlighted});
  }
  for (const PlotStand& stand : panel.stands) {
    const QPointF at = map.at(stand.x, stand.y);
    if (at.x() >= map.plot.left() && at.x() <= map.plot.right())
      scene.diamonds.push_back({at, stand.actor, stand.words});
  }
}

double PlotScene::xOf(Instant at) const {
  if (plots.empty()) return 0;
  const QRectF& plot = plots.front();
  return plot.left() + static_cast<double>(at.seconds - span.begin.seconds) /
                           static_cast<double>(span.seconds()) * plot.width();
}

Instant PlotScene::instantAt(double x) const {
  if (plots.empty()) return span.begin;
  const QRectF& plot = plots.front();
  const double part = (x - plot.left()) / plot.width();
  return plusSeconds(span.begin, static_cast<std::int64_t>(part * static_cast<double>(span.seconds())));
}

TimeSpan naturalSpan(const Figure& figure) {
  const auto years = yearsOf(figure);
  if (!years) return {startOfYear(2000), startOfYear(2001)};
  TimeSpan span{startOfYear(years->first), startOfYear(std::int64_t{years->second} + 1)};
  constexpr int kMostYearsAhead = 15;
  const double latest = plotSeconds(startOfYear(std::int64_t{years->second} + 1 + kMostYearsAhead));
  for (const PlotPanel& panel : figure.panels) {
    if (figure.panels.size() > 1) break;
    for (const PlotGoal& goal : panel.goals) {
      if (goal.isAhead && !goal.upright && goal.end <= latest)
        span.end = std::max(span.end, Instant{static_cast<std::int64_t>(goal.end)});
    }
  }
  return span;
}

void layoutPlane(PlotScene& scene, const Figure& figure, const PlotPage& page) {
  const PlotPanel& panel = figure.panels.front();
  const PlotMetrics metrics(page);
  const bool isTime = panel.across.kind == AxisKind::Time;
  const double gutter = page.frame.gutterPx;
  const bool titled = !panel.up.title.isEmpty();
  const double top = metrics.lineHeight * (titled ? 1.5 : 0.5) + 1;
  const double bottom = metrics.lineHeight + 2 * kEdgePx;
  PlotMap map;
  map.plot = QRectF(gutter, top, planeWidth(panel, page, metrics, gutter),
                    std::max(1.0, page.size.height() - top - bottom));
  scene.plots = {map.plot};
  scene.ticks = valueTicksOf(figure, map.plot.height(), page.scale);
  map.y0 = scene.ticks.low;
  map.y1 = scene.ticks.high;
  scene.span = page.span.value_or(naturalSpan(figure));
  if (isTime) {
    map.x0 = plotSeconds(scene.span.begin);
    map.x1 = plotSeconds(scene.span.end);
    addYears(scene, figure, map, metrics, page.size.width());
  } else if (panel.across.kind == AxisKind::Rows) {
    map.x0 = -0.5;
    map.x1 = static_cast<double>(panel.across.names.size()) - 0.5;
    addNames(scene, panel.across, map, metrics);
  } else {
    const Range range = rangeAcross(panel);
    constexpr double kNumberPx = 60;
    const ValueTicks across =
        valueTicks(std::min(0.0, range.low), range.high,
                   std::max(1, static_cast<int>(map.plot.width() / (kNumberPx * page.scale))));
    map.x0 = across.low;
    map.x1 = across.high;
    addNumbersAcross(scene, panel.across, across, map, metrics);
  }
  addLevels(scene, map, metrics, panel.up.suffix, true);
  if (titled) {
    scene.texts.push_back(
        {panel.up.title, QRectF(map.plot.left(), 0, metrics.width(panel.up.title), metrics.lineHeight)});
    const double width = metrics.width(panel.across.title);
    scene.texts.push_back({panel.across.title,
                           QRectF(map.plot.right() + kLabelGapPx / 2 - width,
                                  map.plot.bottom() - metrics.lineHeight - 1, width, metrics.lineHeight),
                           TextInk::Ink3, false, true});
  }
  addMarks(scene, panel, 0, map, metrics);
  addLineLabels(scene, panel, map, page, metrics);
  addGoalLabels(scene, panel, map, metrics);
  addDotLabels(scene, panel, map, metrics, page.size.width());
}

PlotScene layoutPlot(const Figure& figure, const PlotPage& page) {
  PlotScene scene;
  if (figure.isEmpty()) return scene;
  if (figure.panels.size() > 1 || figure.kind == ChartKind::Multiples) {
    layoutMultiples(scene, figure, page);
  } else if (figure.panels.front().up.kind == AxisKind::Rows) {
    layoutRows(scene, figure, page);
  } else {
    layoutPlane(scene, figure, page);
  }
  return scene;
}

}  // namespace entente
