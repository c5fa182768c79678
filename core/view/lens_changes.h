// SPDX-License-Identifier: GPL-3.0-or-later
// Lens changes: what another way of looking at an archive would change.
#pragma once

#include <optional>
#include <vector>

#include "core/view/snapshot.h"

namespace entente {

struct LensChanges {
  struct Moved {
    EventId event;
    std::optional<FuzzyDate> from;
    std::optional<FuzzyDate> to;
  };
  /// A topic whose shown value is another one, or none.
  struct Resolved {
    Topic topic;
    std::optional<std::size_t>
        shownNow;       ///< place, in the resolution before, of the value that is shown then
    bool gone = false;  ///< nobody claims anything then
  };
  std::vector<EventId> gone;       ///< events that are not there then
  std::vector<Moved> moved;        ///< shown at another date
  std::vector<Resolved> resolved;  ///< by topic
  std::size_t noLongerDisputed = 0;

  [[nodiscard]] bool isEmpty() const {
    return gone.empty() && moved.empty() && resolved.empty() && noLongerDisputed == 0;
  }
};

/// From one snapshot to another of the same content. O(n log n).
[[nodiscard]] LensChanges changesBetween(const Snapshot& before, const Snapshot& after);

}  // namespace entente
