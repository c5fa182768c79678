// SPDX-License-Identifier: GPL-3.0-or-later
// Ticks and bands.
#include "core/layout/scene_background.h"

#include <algorithm>

#include "core/layout/mark_shape.h"
#include "core/time/civil.h"

namespace entente {

namespace {

Instant utcOf(const SceneZone& zone, Instant wallClock) {
  return zone.table ? zone.table->utc(wallClock) : wallClock;
}

/// The same zoom over what the clocks of the zone show meanwhile.
TimeScale wallClockScale(const SceneZone& zone, const TimeScale& scale) {
  if (!zone.table) return scale;
  const Instant begin = zone.table->wallClock(scale.span().begin);
  // Where the clocks are put forward in view they show more than the span is long.
  const Instant end =
      std::max(zone.table->wallClock(scale.span().end), plusSeconds(begin, scale.span().seconds()));
  const double longer =
      static_cast<double>(end.seconds - begin.seconds) / static_cast<double>(scale.span().seconds());
  return {{begin, end}, scale.widthPx() * longer};
}

std::vector<SceneTick> placed(const std::vector<Tick>& ticks, const TimeScale& scale, const SceneZone& zone) {
  std::vector<SceneTick> result;
  result.reserve(ticks.size());
  for (const Tick& tick : ticks) {
    const SceneTick one{tick.at, scale.x(utcOf(zone, tick.at)), scale.x(utcOf(zone, tick.next))};
    // An hour that the clocks leave out has no place.
    if (one.nextX > one.x) result.push_back(one);
  }
  return result;
}

void addBand(Scene& scene, double begin, double end) {
  const double left = std::max(begin, 0.0);
  const double right = std::min(end, scene.widthPx);
  if (left < right) scene.bands.push_back({left, right - left});
}

}  // namespace

void addTicks(Scene& scene, const TimeScale& scale, const SceneMetrics& metrics) {
  const TickTiers tiers = tickTiers(wallClockScale(scene.zone, scale), metrics.minTickLabelPx);
  scene.majorStep = tiers.majorStep;
  scene.minorStep = tiers.minorStep;
  scene.majorTicks = placed(tiers.major, scale, scene.zone);
  scene.minorTicks = placed(tiers.minor, scale, scene.zone);
}

void addWeekends(Scene& scene, const TimeScale& scale) {
  constexpr int kSaturday = 6;
  const TimeSpan shown = wallClockScale(scene.zone, scale).span();
  const std::int64_t first = daysFromCivil(dateOf(shown.begin));
  // On a Sunday that is the day before.
  std::int64_t saturday = first + kSaturday - weekday(first);
  for (;; saturday += 7) {
    const Instant begin{saturday * kSecondsPerDay};
    if (begin >= shown.end) return;
    addBand(scene, scale.x(utcOf(scene.zone, begin)),
            scale.x(utcOf(scene.zone, plusSeconds(begin, 2 * kSecondsPerDay))));
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
