// SPDX-License-Identifier: GPL-3.0-or-later
// Ticks and bands.
#include "core/layout/scene_background.h"

#include <algorithm>

#include "core/layout/mark_shape.h"
#include "core/time/civil.h"

namespace entente {

namespace {

std::vector<SceneTick> placed(const std::vector<Tick>& ticks, const TimeScale& scale) {
  std::vector<SceneTick> result;
  result.reserve(ticks.size());
  for (const Tick& tick : ticks)
    result.push_back({tick.at, scale.x(tick.at), scale.x(tick.next)});
  return result;
}

void addBand(Scene& scene, double begin, double end) {
  const double left = std::max(begin, 0.0);
  const double right = std::min(end, scene.widthPx);
  if (left < right) scene.bands.push_back({left, right - left});
}

}  // namespace

void addTicks(Scene& scene, const TimeScale& scale, const SceneMetrics& metrics) {
  const TickTiers tiers = tickTiers(scale, metrics.minTickLabelPx);
  scene.majorStep = tiers.majorStep;
  scene.minorStep = tiers.minorStep;
  scene.majorTicks = placed(tiers.major, scale);
  scene.minorTicks = placed(tiers.minor, scale);
}

void addWeekends(Scene& scene, const TimeScale& scale) {
  constexpr int kSaturday = 6;
  const std::int64_t first = daysFromCivil(dateOf(scale.span().begin));
  // On a Sunday that is the day before.
  std::int64_t saturday = first + kSaturday - weekday(first);
  for (;; saturday += 7) {
    const Instant begin{saturday * kSecondsPerDay};
    if (begin >= scale.span().end) return;
    addBand(scene, scale.x(begin), scale.x(plusSeconds(begin, 2 * kSecondsPerDay)));
  }
}

void addEverySecond(Scene& scene, const TimeScale& scale, const std::vector<SliceMark>& marks,
                    const SceneMetrics& metrics, Instant now) {
  bool second = false;
  for (const SliceMark& mark : marks) {
    if (mark.track != 0) continue;
    if (second) {
      const MarkShape shape = shapeOf(mark, metrics, scene.level, now);
      addBand(scene, xOf(scale, shape.begin), xOf(scale, shape.end));
    }
    second = !second;
  }
}

}  // namespace entente
