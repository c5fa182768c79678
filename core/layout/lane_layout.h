// SPDX-License-Identifier: GPL-3.0-or-later
// LaneLayout: the marks of one lane with what is computed from all of them: packings by level, densities,
// counts.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "core/layout/lane_packing.h"

namespace entente {

inline constexpr std::size_t kMostPackedMarks = 20'000;

/// Reads the lane's marks once, when it is made, unless there are more than kMostPackedMarks. The source must
/// outlive it.
class LaneLayout {
 public:
  LaneLayout(const SliceSource& source, int lane);

  [[nodiscard]] const LaneSummary& summary() const { return m_summary; }
  /// By earliestBegin; empty if there are too many.
  [[nodiscard]] const std::vector<SliceMark>& marks() const { return m_marks; }

  /// The rival dates of the marks, by item and rival.
  [[nodiscard]] const std::vector<MarkGhost>& ghosts() const { return m_ghosts; }

  /// Whether anywhere in the lane more than one event per 4 px begins within a third of a view so wide. O(n)
  /// for a new level or width, else O(1).
  /// Never in a lane of fewer than leastDense events.
  [[nodiscard]] bool isDense(ZoomLevel level, double widthPx, int leastDense);

  /// Valid until the next call with another level or number of rows.
  [[nodiscard]] const LanePacking& packing(ZoomLevel level, int mostRows, Instant now,
                                           const LabelMeasure& labels, const SceneMetrics& metrics);

  /// Events whose outer bounds overlap the span; those that begin in it if the lane does not have all its
  /// marks.
  [[nodiscard]] std::uint32_t countIn(TimeSpan span) const;

  /// Seconds within which the begin of an event is typically known, 1 to a day.
  [[nodiscard]] std::int64_t precisionSeconds() const { return m_precisionSeconds; }

 private:
  void readGhosts();

  struct Packed {
    Instant now;
    LanePacking packing;
  };
  struct Density {
    ZoomLevel level;
    double widthPx = 0;
    bool dense = false;
  };

  const SliceSource& m_source;
  int m_lane;
  LaneSummary m_summary;
  std::vector<SliceMark> m_marks;
  std::vector<MarkGhost> m_ghosts;
  std::vector<Instant> m_ends;    ///< sorted
  std::vector<Instant> m_places;  ///< sorted: where an event begins, or ends if its begin is not known
  bool m_hasAll = false;
  bool m_hasOpenEnds = false;
  std::int64_t m_precisionSeconds = 1;
  std::map<std::pair<ZoomLevel, int>, Packed> m_packings;
  std::optional<Density> m_density;
};

}  // namespace entente
