// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the lanes once and sorts their events into greyed and kept.
#include "app/timeline/left_out.h"

#include <algorithm>
#include <limits>

#include "core/layout/lane_layout.h"

namespace entente {

namespace {

bool hasAnswer(const FindResult& found) {
  return found.isActive() && !found.error && (!found.searching || !found.hits.empty());
}

void markLane(SceneState& state, const LaneSlices& slices, int lane) {
  const LaneSummary summary = slices.lane(lane);
  GreyedDensity density{lane, {}};
  // Machine-coded events are never found and match no filter.
  if (slices.laneKind(lane) != LaneKind::Bulk || summary.count <= kMostPackedMarks) {
    constexpr TimeSpan kAllOfTime{kBeginningOfTime, kEndOfTime};
    for (const SliceMark& mark :
         slices.marks(lane, kAllOfTime, std::numeric_limits<std::size_t>::max()).marks) {
      const bool greyed = slices.isGreyed(mark.item);
      if (greyed && summary.count <= kMostPackedMarks) state.greyed.push_back(mark.item);
      if (!greyed && (!state.onlyHits || std::ranges::binary_search(state.hits, mark.item)))
        density.kept.push_back(mark.bounds.earliestBegin);
    }
  }
  if (static_cast<int>(summary.count) >= SceneMetrics().leastDense)
    state.greyedDensities.push_back(std::move(density));
}

}  // namespace

void markLeftOut(SceneState& state, const LaneSlices& slices, const FindResult& found) {
  state.greyed.clear();
  state.hits.clear();
  state.greyedDensities.clear();
  state.onlyHits = hasAnswer(found);
  if (state.onlyHits) {
    for (const SearchHit& hit : found.hits) {
      const auto item = slices.itemOf(hit.event);
      if (item && !slices.isGreyed(*item)) state.hits.push_back(*item);
    }
    std::ranges::sort(state.hits);
  }
  if (!state.onlyHits && !slices.greys()) return;
  for (int lane = 0; lane < slices.laneCount(); ++lane) {
    if (slices.laneKind(lane) != LaneKind::Offices) markLane(state, slices, lane);
  }
  std::ranges::sort(state.greyed);
}

}  // namespace entente
