// SPDX-License-Identifier: GPL-3.0-or-later
// FakeSlices: lanes in memory that answer the slow obvious way, and random marks for them.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "core/layout/scene.h"
#include "core/layout/slice_source.h"

namespace entente {

class FakeSlices : public SliceSource {
 public:
  struct Lane {
    LaneRole role = LaneRole::Events;
    int trackCount = 0;
    std::vector<SliceMark> marks;
  };

  /// Numbers the items through all lanes and orders the marks.
  explicit FakeSlices(std::vector<Lane> lanes);

  [[nodiscard]] int laneCount() const override { return static_cast<int>(m_lanes.size()); }
  [[nodiscard]] LaneSummary lane(int lane) const override;
  [[nodiscard]] Marks marks(int lane, TimeSpan span, std::size_t most) const override;
  void density(int lane, TimeSpan span, std::span<std::uint32_t> counts) const override;

  [[nodiscard]] const std::vector<SliceMark>& marksOf(int lane) const {
    return m_lanes[static_cast<std::size_t>(lane)].marks;
  }

 private:
  std::vector<Lane> m_lanes;
};

/// Every seventh item has no label; the others are 20 to 149 px wide, the widest of them narrower in two
/// lines.
class FakeLabels : public LabelMeasure {
 public:
  [[nodiscard]] double labelWidthPx(ItemIndex item) const override {
    return item.value % 7 == 6 ? 0 : 20 + item.value * 37 % 130;
  }
  [[nodiscard]] double twoLinesWidthPx(ItemIndex item) const override {
    const double one = labelWidthPx(item);
    return one > 100 ? one * 0.6 : 0;
  }
};

/// A date or interval of a lane by its EDTF expression, which must be good.
SliceMark markOf(const std::string& edtf, GlyphKind glyph = GlyphKind::Summit, int weight = 5);

/// Instants, days, months, years, intervals, open and unknown ends, about evenly spread over the span, with
/// clusters.
std::vector<SliceMark> randomMarks(std::mt19937& random, TimeSpan span, std::size_t count);

/// Sizes with which lanes of any number of events may become densities, so that small samples show it.
inline SceneMetrics anyDensity() {
  SceneMetrics metrics;
  metrics.leastDense = 0;
  return metrics;
}

std::int64_t randomBetween(std::mt19937& random, std::int64_t least, std::int64_t most);

}  // namespace entente
