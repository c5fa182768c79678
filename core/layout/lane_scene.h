// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a scene that one lane adds: marks and folds, track bars, a density.
#pragma once

#include "core/layout/lane_layout.h"
#include "core/layout/scene.h"
#include "core/time/time_scale.h"

namespace entente {

/// Where a lane stands. `now` is what its packing was made with.
struct LaneFrame {
  int lane = 0;
  double rowsY = 0;  ///< upper edge of its first row
  ZoomLevel level;
  Instant now;
  const TimeScale& scale;
  const SceneMetrics& metrics;
};

/// Marks and folds of a packing that reach into the picture. O(rows * log n + what is in view + folds).
void addMarks(Scene& scene, const LaneFrame& frame, const std::vector<SliceMark>& marks,
              const LanePacking& packing);

/// The rival dates of marks that stand in rows, where they or their marks are in view. O(ghosts).
void addGhosts(Scene& scene, const LaneFrame& frame, const std::vector<SliceMark>& marks,
               const std::vector<MarkGhost>& ghosts, const LanePacking& packing);

/// The bars of a lane's tracks; a label where its text fits into the visible part.
void addTracks(Scene& scene, const LaneFrame& frame, const SliceSource& source, int trackCount,
               const LabelMeasure& labels);

/// Columns of at least a pixel of the level and the precision of the lane's data.
void addDensity(Scene& scene, const LaneFrame& frame, const SliceSource& source,
                std::int64_t precisionSeconds);

}  // namespace entente
