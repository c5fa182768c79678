// SPDX-License-Identifier: GPL-3.0-or-later
// SelectionSummary: what several events have in common, for when many are selected.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "core/view/snapshot.h"

namespace entente {

struct SelectionSummary {
  std::vector<EventId> events;   ///< by begin, then key; those without a date last
  std::optional<EventId> first;  ///< begins first, by its earliest begin; nothing if none has a date
  std::optional<EventId> last;   ///< begins last, by its latest begin
  std::vector<std::pair<EventKind, int>> kinds;  ///< most events first
  std::vector<std::pair<ActorUid, int>> actors;  ///< most events first, then by uid
  int disputed = 0;                              ///< events over which sources disagree
  int undated = 0;
};

/// Events that the snapshot does not have are left out. O(n log n).
[[nodiscard]] SelectionSummary summaryOf(const Snapshot& snapshot, const std::vector<EventId>& events);

}  // namespace entente
