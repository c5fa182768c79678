// SPDX-License-Identifier: GPL-3.0-or-later
// Finds free stretches for rival dates in rows that are packed already.
#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "core/layout/lane_packing.h"
#include "core/layout/mark_shape.h"
#include "core/layout/taken_row.h"

namespace entente {

namespace {

constexpr double kCaptionPx = 170;

/// Where a ghost reaches at a level, at least as wide as a glyph.
MarkExtent extentOf(const SliceGhost& ghost, const SceneMetrics& metrics, ZoomLevel level, Instant now) {
  const TimeSpan span = spanOf(ghost, now);
  MarkExtent extent{{span.begin, 0}, {span.end, 0}};
  const double lackPx = metrics.glyphPx - gapPx(extent.left, extent.right, level.secondsPerPixel());
  if (lackPx > 0) {
    extent.left.offsetPx -= lackPx / 2;
    extent.right.offsetPx += lackPx / 2;
  }
  return extent;
}

MarkExtent withCaption(MarkExtent extent, bool right, double scale) {
  (right ? extent.right : extent.left).offsetPx += (right ? 1 : -1) * kCaptionPx * scale;
  return extent;
}

}  // namespace

TimeSpan spanOf(const SliceGhost& ghost, Instant now) {
  const Instant begin = ghost.beginKind == EndKind::Known ? ghost.bounds.earliestBegin
                                                          : plusSeconds(ghost.bounds.earliestEnd, -1);
  switch (ghost.endKind) {
    case EndKind::Known:
      return {begin, ghost.bounds.latestEnd};
    case EndKind::Open:
      return {begin, std::max(now, plusSeconds(begin, 1))};
    case EndKind::Unknown:
      break;
  }
  return {begin, std::max(plusSeconds(ghost.bounds.latestBegin, 1), plusSeconds(begin, 1))};
}

void packGhosts(LanePacking& packing, std::span<const SliceMark> marks, std::span<const MarkGhost> ghosts,
                const SceneMetrics& metrics, ZoomLevel level, Instant now) {
  packing.ghostRows.assign(ghosts.size(), 0);
  if (ghosts.empty()) return;
  const double perPixel = level.secondsPerPixel();
  std::vector<TakenRow> rows(static_cast<std::size_t>(packing.rows));
  for (const PackedMark& packed : packing.marks) {
    const MarkShape shape = shapeOf(marks[packed.mark], metrics, level, now);
    const auto extent = entente::extentOf(shape, packed.label, packed.labelWidthPx, metrics, level);
    if (!extent) continue;
    (void)rows[static_cast<std::size_t>(packed.row)].take(*extent, packed.mark, perPixel);
    if (packed.twoLines)
      (void)rows[static_cast<std::size_t>(packed.row) + 1].take(*extent, packed.mark, perPixel);
  }
  for (const PackedFold& fold : packing.folds) {
    const double half = metrics.foldWidthPx / 2;
    (void)rows.back().take({{fold.centre, -half}, {fold.centre, half}}, 0, perPixel);
  }
  std::vector<int> order(rows.size());
  for (std::size_t i = 0; i < ghosts.size(); ++i) {
    const std::uint32_t place = packing.placeOf[ghosts[i].mark];
    if (place == LanePacking::kInFold) continue;
    const int own = packing.marks[place].row;
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [own](int a, int b) { return std::abs(a - own) < std::abs(b - own); });
    const MarkExtent bare = extentOf(ghosts[i].ghost, metrics, level, now);
    const bool markIsRight =
        marks[ghosts[i].mark].bounds.earliestBegin > ghosts[i].ghost.bounds.earliestBegin;
    const auto find = [&](const MarkExtent& extent) {
      return std::find_if(order.begin(), order.end(), [&](int row) {
        return rows[static_cast<std::size_t>(row)].take(extent, ghosts[i].mark, perPixel);
      });
    };
    auto row = find(withCaption(bare, markIsRight, metrics.scale));
    if (row == order.end()) row = find(bare);
    packing.ghostRows[i] = row == order.end() ? own : *row;
  }
}

}  // namespace entente
