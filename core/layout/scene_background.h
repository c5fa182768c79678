// SPDX-License-Identifier: GPL-3.0-or-later
// What lies behind the lanes: the ticks of the axis and the bands.
#pragma once

#include <vector>

#include "core/layout/scene.h"
#include "core/time/time_scale.h"

namespace entente {

/// From this many pixels a day at the level, weekends are bands.
inline constexpr double kWeekendsFromDayPx = 8;

void addTicks(Scene& scene, const TimeScale& scale, const SceneMetrics& metrics);

/// Saturdays and Sundays in view, by the clocks of the scene's zone.
void addWeekends(Scene& scene, const TimeScale& scale);

/// Every second mark of track 0, counted from the first of all time, so that panning does not change which
/// ones.
void addEverySecond(Scene& scene, const TimeScale& scale, const std::vector<SliceMark>& marks,
                    const SceneMetrics& metrics, Instant now);

}  // namespace entente
