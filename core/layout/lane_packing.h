// SPDX-License-Identifier: GPL-3.0-or-later
// LanePacking: which row and which label side each mark of a lane has at a zoom level, for all of time at
// once.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/layout/scene.h"
#include "core/layout/slice_source.h"
#include "core/layout/zoom_level.h"
#include "core/time/time_span.h"

namespace entente {

/// Where one mark stands. Depends on the lane's data, the level, the label widths and the number of rows:
/// never on what part of time is in view, so that nothing moves because of panning.
struct PackedMark {
  std::uint32_t mark = 0;  ///< index into the marks that were packed
  int row = 0;
  LabelSide label = LabelSide::None;
  bool bar = false;         ///< wide enough at this level to be drawn as a bar
  double labelWidthPx = 0;  ///< as measured; 0 if it has no label
  bool twoLines = false;    ///< the label reaches into the row below
};

/// Members are indices into the packed marks, by begin; at least two.
struct PackedFold {
  std::vector<std::uint32_t> marks;
  Instant centre;  ///< of its card
  TimeSpan span;   ///< what its members are drawn over
};

struct LanePacking {
  std::vector<PackedMark> marks;  ///< by earliestBegin; those in folds are not among them
  std::vector<PackedFold> folds;  ///< by earliestBegin; all in the last row
  int rows = 1;
  /// A row: indices into `marks` from left to right. Extents within a row do not overlap, so what is in view
  /// can be searched for.
  std::vector<std::vector<std::uint32_t>> byRow;
  /// For each packed mark where it stands in `marks`; kInFold if it is in a fold.
  std::vector<std::uint32_t> placeOf;
  static constexpr std::uint32_t kInFold = 0xFFFFFFFF;
  /// The row of each ghost, in their order; see packGhosts.
  std::vector<int> ghostRows;
};

/// A rival date with the place of its mark among those that are packed.
struct MarkGhost {
  SliceGhost ghost;
  std::uint32_t mark = 0;
};

/// Gives every ghost the row nearest to its mark's in which neither it nor, if there is such a row, its
/// caption (on the side of the mark) lies under anything; its mark's row if there is none. Nothing else
/// moves. O(n + ghosts * rows * log n).
void packGhosts(LanePacking& packing, std::span<const SliceMark> marks, std::span<const MarkGhost> ghosts,
                const SceneMetrics& metrics, ZoomLevel level, Instant now);

/// Packs marks (ordered by earliestBegin) into at most `mostRows` rows (at least 1). In order of weight, then
/// time: the first row in which the mark finds room with its label on the right; else on the left; else with
/// its label in two lines, if there is room for that in the row below too; else, without label, any row. When
/// all have their rows, labels that one line shortens get two where the row below has been left free: so no
/// mark loses its place to a longer label. If everything finds a row, that is all. Otherwise the last row is
/// kept for what finds none in the others: there it stands without label, or, where such marks come too close
/// to each other, in a fold. No rectangles of two marks, labels or cards overlap at any true scale that has
/// this level. `now`: where open ends are drawn to. O(n * rows * log n).
[[nodiscard]] LanePacking packLane(std::span<const SliceMark> marks, const LabelMeasure& labels,
                                   const SceneMetrics& metrics, ZoomLevel level, Instant now, int mostRows);

}  // namespace entente
