// SPDX-License-Identifier: GPL-3.0-or-later
// What lies under a point of a scene.
#include "core/layout/scene.h"

#include <algorithm>
#include <cmath>

namespace entente {

SceneMetrics scaledMetrics(double scale) {
  constexpr double kLeast = 0.5;
  constexpr double kMost = 4;
  SceneMetrics metrics;
  metrics.scale = std::clamp(scale, kLeast, kMost);
  // A track's name stands in a bar and a label in a row: whole pixels keep their lines sharp.
  for (double SceneMetrics::*size :
       {&SceneMetrics::axisHeightPx, &SceneMetrics::rowHeightPx, &SceneMetrics::trackHeightPx,
        &SceneMetrics::lanePaddingPx, &SceneMetrics::glyphPx, &SceneMetrics::labelGapPx,
        &SceneMetrics::labelMarginPx, &SceneMetrics::barFromPx, &SceneMetrics::closeFromDayPx,
        &SceneMetrics::unknownFadePx, &SceneMetrics::foldWidthPx, &SceneMetrics::minTickLabelPx,
        &SceneMetrics::labelHeightPx, &SceneMetrics::trackBarHeightPx, &SceneMetrics::trackLabelInsetPx,
        &SceneMetrics::paleBarHeightPx, &SceneMetrics::thinBarHeightPx, &SceneMetrics::glyphInBarPx})
    metrics.*size = std::round(metrics.*size * metrics.scale);
  metrics.glyphPx = std::max(metrics.glyphPx, kLeastGlyphPx);
  // Two tiers and the halves of padding, row and bar stand on whole pixels too.
  for (double SceneMetrics::*size : {&SceneMetrics::axisHeightPx, &SceneMetrics::rowHeightPx,
                                     &SceneMetrics::lanePaddingPx, &SceneMetrics::labelHeightPx})
    metrics.*size = 2 * std::round(metrics.*size / 2);
  return metrics;
}

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
  const auto ghost = std::find_if(scene.ghosts.rbegin(), scene.ghosts.rend(),
                                  [&](const SceneGhost& g) { return g.rect.contains(x, y); });
  if (ghost != scene.ghosts.rend()) {
    hit.ghost = &*ghost;
    return hit;
  }
  const auto bar = std::find_if(scene.trackBars.rbegin(), scene.trackBars.rend(),
                                [&](const SceneTrackBar& b) { return b.rect.contains(x, y); });
  if (bar != scene.trackBars.rend()) hit.trackBar = &*bar;
  return hit;
}

}  // namespace entente
