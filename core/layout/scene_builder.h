// SPDX-License-Identifier: GPL-3.0-or-later
// SceneBuilder: turns lane slices and a viewport into a Scene.
#pragma once

#include <memory>
#include <vector>

#include "core/layout/lane_layout.h"
#include "core/layout/scene.h"

namespace entente {

/// What part is to be shown (not empty, within the ends of time), how large (logical pixels, width > 0;
/// height is what is available, axis included), and what time it is.
struct SceneRequest {
  TimeSpan span;
  double widthPx = 0;
  double heightPx = 0;
  Instant now;
  AxisNames axisNames = {};
  SceneZone zone = {};
  bool asKnown = false;  ///< `now` is a day as known on which all is shown
};

/// Keeps the packings of the levels that were asked for; make a new builder when data, filter, grouping or
/// font change. Source and measure must outlive it. One thread. Building is O(marks in view) once a level is
/// packed; the first scene of a level packs whole lanes. Rows, label sides and whether a lane is a density
/// depend on data, level and size, never on the span's place in time. Open ends are drawn to the whole pixel
/// of the level before now, so that a packing lives as long as a pixel lasts.
class SceneBuilder {
 public:
  /// A lane with more events than this is never packed: it is shown as density at every level.
  static constexpr std::size_t kMostPacked = kMostPackedMarks;

  SceneBuilder(const SliceSource& source, const LabelMeasure& labels, SceneMetrics metrics);
  ~SceneBuilder();
  SceneBuilder(const SceneBuilder&) = delete;
  SceneBuilder& operator=(const SceneBuilder&) = delete;

  [[nodiscard]] Scene build(const SceneRequest& request);
  /// Packs what a scene of another level would need, in the request's size, so that its first frame need not.
  void prepare(const SceneRequest& request, ZoomLevel level);

 private:
  [[nodiscard]] int mostRows(const LaneSummary& lane) const;
  /// Of marks: 0 in a Tracks lane.
  std::vector<int> rowsOfLanes(const SceneRequest& request, ZoomLevel level, Instant now);
  /// Of a lane that is packed, in so many rows.
  const LanePacking& packingOf(LaneLayout& layout, int rows, ZoomLevel level, Instant now);
  void addLane(Scene& scene, int lane, int rows, double y, const SceneRequest& request, Instant now);
  void addBands(Scene& scene, const SceneRequest& request, Instant now);

  std::vector<std::unique_ptr<LaneLayout>> m_lanes;
  const SliceSource& m_source;
  const LabelMeasure& m_labels;
  SceneMetrics m_metrics;
};

}  // namespace entente
