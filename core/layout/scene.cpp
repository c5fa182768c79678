// SPDX-License-Identifier: GPL-3.0-or-later
// What lies under a point of a scene.
#include "core/layout/scene.h"

#include <algorithm>

namespace entente {

SceneHit hitTest(const Scene& scene, double x, double y) {
  SceneHit hit;
  const auto fold = std::find_if(scene.folds.rbegin(), scene.folds.rend(),
                                 [&](const SceneFold& f) { return f.rect.contains(x, y); });
  if (fold != scene.folds.rend()) {
    hit.fold = &*fold;
    return hit;
  }
  const auto mark =
      std::find_if(scene.marks.rbegin(), scene.marks.rend(), [&](const SceneMark& m) { return m.hit(x, y); });
  if (mark != scene.marks.rend()) {
    hit.mark = &*mark;
    return hit;
  }
  const auto bar = std::find_if(scene.trackBars.rbegin(), scene.trackBars.rend(),
                                [&](const SceneTrackBar& b) { return b.rect.contains(x, y); });
  if (bar != scene.trackBars.rend()) hit.trackBar = &*bar;
  return hit;
}

}  // namespace entente
