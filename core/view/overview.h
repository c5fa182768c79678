// SPDX-License-Identifier: GPL-3.0-or-later
// Overview: all events of a view counted along time, for the strip below the timeline.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/view/lane_slices.h"

namespace entente {

/// The span of a strip that shows everything: from the first event to the last one or today, with a little
/// room. Where a few early ones (at most one in forty) are followed by nothing for more than a fifth of the
/// time, it begins behind them.
struct OverviewSpan {
  TimeSpan span;
  std::int64_t earlier = 0;  ///< events that begin before it
  Instant earliest;          ///< the first of all

  bool operator==(const OverviewSpan&) const = default;
};
/// Of the curated events; `now` for an archive without dated ones. O(n).
[[nodiscard]] OverviewSpan overviewSpan(const Snapshot& snapshot, Instant now);

/// Events that begin in a column.
struct OverviewColumn {
  std::array<std::uint32_t, kGlyphKinds> byGlyph{};
  std::uint32_t all = 0;
  bool disputed = false;  ///< over one of them sources disagree
  bool hit = false;       ///< one of them was found
};
/// Each event counts once, whatever its lanes; greyed ones and those of no lane do not. O(columns + marks +
/// hits).
[[nodiscard]] std::vector<OverviewColumn> overviewColumns(const LaneSlices& slices, TimeSpan span,
                                                          std::size_t columns,
                                                          const std::vector<EventId>& hits);

}  // namespace entente
