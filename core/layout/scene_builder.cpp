// SPDX-License-Identifier: GPL-3.0-or-later
// Plans the heights of the lanes, then has each lane add its part.
#include "core/layout/scene_builder.h"

#include <algorithm>
#include <cmath>

#include "core/layout/lane_scene.h"
#include "core/layout/scene_background.h"
#include "core/layout/scene_caps.h"

namespace entente {

namespace {

/// Rows that a lane is not deprived of when the height is short.
constexpr int kLeastRows = 3;

/// Down to a whole pixel of the level, or a second.
Instant wholePixel(Instant now, ZoomLevel level) {
  const auto pixel = std::max<std::int64_t>(1, static_cast<std::int64_t>(level.secondsPerPixel()));
  const std::int64_t beyond = ((now.seconds % pixel) + pixel) % pixel;
  return plusSeconds(now, -beyond);
}

/// Takes rows from the lane with the most of them, the upper one among equals, until `excess` is gone or
/// nobody can give any more.
void takeRows(std::vector<int>& rows, const std::vector<bool>& canGive, int leastRows, int excess) {
  for (; excess > 0; --excess) {
    int* most = nullptr;
    for (std::size_t lane = 0; lane < rows.size(); ++lane) {
      if (canGive[lane] && rows[lane] > leastRows && (most == nullptr || rows[lane] > *most))
        most = &rows[lane];
    }
    if (most == nullptr) return;
    --*most;
  }
}

}  // namespace

SceneBuilder::SceneBuilder(const SliceSource& source, const LabelMeasure& labels, SceneMetrics metrics)
    : m_source(source), m_labels(labels), m_metrics(metrics) {
  for (int lane = 0; lane < source.laneCount(); ++lane) {
    m_lanes.push_back(std::make_unique<LaneLayout>(source, lane));
  }
}

SceneBuilder::~SceneBuilder() = default;

Scene SceneBuilder::build(const SceneRequest& request) {
  const TimeScale scale(request.span, request.widthPx);
  Scene scene;
  scene.span = request.span;
  scene.widthPx = request.widthPx;
  scene.axisHeightPx = m_metrics.axisHeightPx;
  scene.scale = m_metrics.scale;
  scene.axisNames = request.axisNames;
  scene.zone = request.zone;
  scene.asKnown = request.asKnown;
  scene.level = zoomLevelFor(scale.secondsPerPixel());
  scene.todayX = scale.x(request.now);
  const Instant now = wholePixel(request.now, scene.level);
  addTicks(scene, scale, m_metrics);
  addBands(scene, request, now);

  const std::vector<int> rows = rowsOfLanes(request, scene.level, now);
  double y = m_metrics.axisHeightPx;
  for (std::size_t lane = 0; lane < m_lanes.size(); ++lane) {
    addLane(scene, static_cast<int>(lane), rows[lane], y, request, now);
    y = scene.lanes.back().rect.bottom();
  }
  scene.heightPx = y;
  orderAndCap(scene);
  return scene;
}

int SceneBuilder::mostRows(const LaneSummary& lane) const {
  return lane.mostRows > 0 ? lane.mostRows : m_metrics.mostRows;
}

std::vector<int> SceneBuilder::rowsOfLanes(const SceneRequest& request, ZoomLevel level, Instant now) {
  std::vector<int> rows;
  std::vector<bool> canGive;
  double height = m_metrics.axisHeightPx;
  for (const auto& lane : m_lanes) {
    const LaneSummary& summary = lane->summary();
    const bool tracks = summary.role == LaneRole::Tracks;
    const bool packed = !tracks && !lane->isDense(level, request.widthPx, m_metrics.leastDense);
    int count = tracks ? 0 : 1;
    if (packed) {
      const int natural = lane->packing(level, mostRows(summary), now, m_labels, m_metrics).rows;
      count = std::max(summary.leastRows > 0 ? summary.leastRows : m_metrics.minLaneRows, natural);
    }
    rows.push_back(count);
    canGive.push_back(packed);
    height += count * m_metrics.rowHeightPx + summary.trackCount * m_metrics.trackHeightPx +
              m_metrics.lanePaddingPx;
  }
  const double excess = std::ceil((height - request.heightPx) / m_metrics.rowHeightPx);
  takeRows(rows, canGive, std::max(kLeastRows, m_metrics.minLaneRows),
           static_cast<int>(std::clamp(excess, 0.0, 1e6)));
  return rows;
}

const LanePacking& SceneBuilder::packingOf(LaneLayout& layout, int rows, ZoomLevel level, Instant now) {
  // A lane that needs fewer rows than it could have had is packed in them the same way.
  const LanePacking& natural = layout.packing(level, mostRows(layout.summary()), now, m_labels, m_metrics);
  return natural.rows <= rows ? natural : layout.packing(level, rows, now, m_labels, m_metrics);
}

void SceneBuilder::prepare(const SceneRequest& request, ZoomLevel level) {
  const Instant now = wholePixel(request.now, level);
  const std::vector<int> rows = rowsOfLanes(request, level, now);
  for (std::size_t lane = 0; lane < m_lanes.size(); ++lane) {
    LaneLayout& layout = *m_lanes[lane];
    const bool tracks = layout.summary().role == LaneRole::Tracks;
    if (!tracks && !layout.isDense(level, request.widthPx, m_metrics.leastDense))
      (void)packingOf(layout, rows[lane], level, now);
  }
}

void SceneBuilder::addLane(Scene& scene, int lane, int rows, double y, const SceneRequest& request,
                           Instant now) {
  LaneLayout& layout = *m_lanes[static_cast<std::size_t>(lane)];
  const TimeScale scale(request.span, request.widthPx);
  const LaneSummary& summary = layout.summary();
  const bool tracks = summary.role == LaneRole::Tracks;

  SceneLane line;
  line.lane = lane;
  line.role = summary.role;
  line.rows = tracks ? summary.trackCount : rows;
  line.rowHeightPx = tracks ? m_metrics.trackHeightPx : m_metrics.rowHeightPx;
  const double tracksY = y + m_metrics.lanePaddingPx / 2;
  const double tracksPx = summary.trackCount * m_metrics.trackHeightPx;
  line.rowsY = tracks ? tracksY : tracksY + tracksPx;
  line.rect = {0, y, request.widthPx, tracksPx + rows * m_metrics.rowHeightPx + m_metrics.lanePaddingPx};
  line.count = summary.count;
  line.inSpan = layout.countIn(request.span);
  line.empty = line.inSpan == 0;

  const LaneFrame frame{lane, line.rowsY, scene.level, now, scale, m_metrics};
  if (summary.trackCount > 0)
    addTracks(scene, {lane, tracksY, scene.level, now, scale, m_metrics}, m_source, summary.trackCount,
              m_labels);
  if (tracks) {
    // Its bars are all that it has.
  } else if (layout.isDense(scene.level, request.widthPx, m_metrics.leastDense)) {
    addDensity(scene, frame, m_source, layout.precisionSeconds());
  } else {
    const LanePacking& packing = packingOf(layout, rows, scene.level, now);
    addMarks(scene, frame, layout.marks(), packing);
    addGhosts(scene, frame, layout.marks(), layout.ghosts(), packing);
  }
  scene.lanes.push_back(line);
}

void SceneBuilder::addBands(Scene& scene, const SceneRequest& request, Instant now) {
  const TimeScale scale(request.span, request.widthPx);
  if (static_cast<double>(kSecondsPerDay) / scene.level.secondsPerPixel() >= kWeekendsFromDayPx) {
    addWeekends(scene, scale);
    return;
  }
  for (const auto& lane : m_lanes) {
    if (lane->summary().role != LaneRole::Tracks) continue;
    addEverySecond(scene, scale, lane->marks(), m_metrics, now);
    return;
  }
}

}  // namespace entente
