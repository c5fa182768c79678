// SPDX-License-Identifier: GPL-3.0-or-later
// The last row of a lane: what found no other row stands alone there or meets its neighbours in folds.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/layout/lane_packing.h"
#include "core/layout/mark_shape.h"

namespace entente {

struct FoldedRow {
  std::vector<std::uint32_t> alone;  ///< marks from left to right
  std::vector<PackedFold> folds;     ///< by their first mark
};

/// `leftovers` are indices into `shapes`. A card is centred between the first and the last of its members (of
/// a bar: the place where it meets the others). What is returned is disjoint at any true scale of the level.
/// O(n log n).
[[nodiscard]] FoldedRow foldRow(std::vector<std::uint32_t> leftovers, std::span<const MarkShape> shapes,
                                const SceneMetrics& metrics, ZoomLevel level);

}  // namespace entente
