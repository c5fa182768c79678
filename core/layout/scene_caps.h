// SPDX-License-Identifier: GPL-3.0-or-later
// Orders the marks of a scene for painting and keeps marks and labels within their numbers.
#pragma once

#include "core/layout/scene.h"

namespace entente {

/// Beyond kMostSceneMarks marks and track bars, and kMostSceneLabels labels of both, the least weighty go
/// (among equals those that come later in the scene). Then orders marks by weight, equals as they were. O(n
/// log n).
void orderAndCap(Scene& scene);

}  // namespace entente
