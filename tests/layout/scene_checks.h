// SPDX-License-Identifier: GPL-3.0-or-later
// Random lanes and requests for properties of scenes, and what overlaps in a scene.
#pragma once

#include <random>
#include <vector>

#include "core/layout/scene_builder.h"
#include "core/time/civil.h"
#include "tests/layout/fake_slices.h"

namespace entente {

inline const Instant kNow = startOfDay({2026, 7, 1});
inline const TimeSpan kYears{startOfYear(2016), startOfYear(2027)};

/// Three lanes of marks, from a few to many, and offices above them.
FakeSlices someLanes(std::mt19937& random);

/// From minutes to all of kYears and more.
SceneRequest randomRequest(std::mt19937& random);

/// Those that are not empty.
std::vector<SceneRect> rectsOf(const SceneMark& mark);

/// The rectangles of each mark and card of a scene, by things.
std::vector<std::vector<SceneRect>> thingsOf(const Scene& scene);

/// How many rectangles of different things overlap by more than rounding.
std::size_t overlapsIn(const Scene& scene);

}  // namespace entente
