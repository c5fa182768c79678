// SPDX-License-Identifier: GPL-3.0-or-later
// Merges from left to right what comes too close.
#include "core/layout/fold_packing.h"

#include <algorithm>
#include <utility>

namespace entente {

namespace {

/// Between two cards: the second edge of a card shows 2 px behind it.
constexpr double kCardMarginPx = 2;

/// Where a mark is folded to if nothing else decides: at its glyph; at the end of what has no begin.
Instant anchorOf(const MarkShape& shape) {
  if (!shape.bar) return shape.middle;
  return shape.begin.at == kBeginningOfTime ? shape.end.at : shape.begin.at;
}

/// One or more leftovers; with more than one a card, between its first and last anchor.
struct Group {
  std::vector<std::uint32_t> marks;
  Instant first;
  Instant last;
  TimeSpan span;
  MarkExtent extent;

  [[nodiscard]] Instant centre() const { return plusSeconds(first, (last.seconds - first.seconds) / 2); }
  /// A long bar goes to where it meets the other ones, which may be far from its begin.
  void moveTo(Instant at) {
    if (marks.size() > 1) return;
    first = std::clamp(at, std::min(first, span.begin), std::max(last, span.end));
    last = first;
  }
};

Group merged(Group left, Group right, const SceneMetrics& metrics) {
  left.moveTo(right.first);
  right.moveTo(left.last);
  left.marks.insert(left.marks.end(), right.marks.begin(), right.marks.end());
  left.first = std::min(left.first, right.first);
  left.last = std::max(left.last, right.last);
  left.span = {std::min(left.span.begin, right.span.begin), std::max(left.span.end, right.span.end)};
  const double half = metrics.foldWidthPx / 2 + kCardMarginPx;
  left.extent = {{left.centre(), -half}, {left.centre(), half}};
  return left;
}

}  // namespace

FoldedRow foldRow(std::vector<std::uint32_t> leftovers, std::span<const MarkShape> shapes,
                  const SceneMetrics& metrics, ZoomLevel level) {
  const double secondsPerPixel = level.secondsPerPixel();
  std::sort(leftovers.begin(), leftovers.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(anchorOf(shapes[a]), a) < std::pair(anchorOf(shapes[b]), b);
  });

  // The groups so far are disjoint and ordered; a new one is merged for as long as it does not lie right of
  // the last.
  std::vector<Group> groups;
  for (const std::uint32_t mark : leftovers) {
    const MarkShape& shape = shapes[mark];
    const Instant anchor = anchorOf(shape);
    Group group{{mark}, anchor, anchor, shape.span(), *extentOf(shape, LabelSide::None, 0, metrics, level)};
    while (!groups.empty() && gapPx(groups.back().extent.right, group.extent.left, secondsPerPixel) < 0) {
      group = merged(std::move(groups.back()), std::move(group), metrics);
      groups.pop_back();
    }
    groups.push_back(std::move(group));
  }

  FoldedRow row;
  for (Group& group : groups) {
    if (group.marks.size() == 1) {
      row.alone.push_back(group.marks.front());
      continue;
    }
    std::sort(group.marks.begin(), group.marks.end());
    const Instant centre = group.centre();
    row.folds.push_back({std::move(group.marks), centre, group.span});
  }
  std::sort(row.folds.begin(), row.folds.end(),
            [](const PackedFold& a, const PackedFold& b) { return a.marks.front() < b.marks.front(); });
  return row;
}

}  // namespace entente
