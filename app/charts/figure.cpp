// SPDX-License-Identifier: GPL-3.0-or-later
// Looks things up in figures and mixes two of them.
#include "app/charts/figure.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "core/time/civil.h"

namespace entente {

const PlotLine* Figure::line(const ActorUid& actor) const {
  for (const PlotPanel& panel : panels) {
    const auto found = std::ranges::find(panel.lines, actor, &PlotLine::actor);
    if (found != panel.lines.end()) return &*found;
  }
  return nullptr;
}

const PlotBar* Figure::bar(const ActorUid& actor) const {
  for (const PlotPanel& panel : panels) {
    const auto found = std::ranges::find(panel.bars, actor, &PlotBar::actor);
    if (found != panel.bars.end()) return &*found;
  }
  return nullptr;
}

Instant middleOf(int year) {
  const Instant begin = startOfYear(year);
  return plusSeconds(begin, (startOfYear(std::int64_t{year} + 1).seconds - begin.seconds) / 2);
}

double plotSeconds(Instant at) {
  return static_cast<double>(at.seconds);
}

std::optional<std::pair<int, int>> yearsOf(const Figure& figure) {
  if (figure.estimatedYears.empty()) return std::nullopt;
  return std::pair(figure.estimatedYears.front().first, figure.estimatedYears.back().first);
}

Figure between(const Figure& from, const Figure& to, double part) {
  Figure mixed = to;
  const auto mix = [part](double a, double b) { return a + (b - a) * part; };
  for (PlotPanel& panel : mixed.panels) {
    for (PlotBar& bar : panel.bars) {
      const PlotBar* before = from.bar(bar.actor);
      if (!before) continue;
      bar.place = mix(before->place, bar.place);
      bar.from = mix(before->from, bar.from);
      bar.to = mix(before->to, bar.to);
    }
    for (PlotLine& line : panel.lines) {
      const PlotLine* before = line.isScatter ? from.line(line.actor) : nullptr;
      if (!before || before->points.size() != line.points.size()) continue;
      for (std::size_t i = 0; i < line.points.size(); ++i) {
        line.points[i].x = mix(before->points[i].x, line.points[i].x);
        line.points[i].y = mix(before->points[i].y, line.points[i].y);
      }
    }
  }
  return mixed;
}

}  // namespace entente
