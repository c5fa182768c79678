// SPDX-License-Identifier: GPL-3.0-or-later
// Lens: how an archive is looked at: as known by a day, or as if a source were not there.
#pragma once

#include <optional>

#include "core/model/uids.h"
#include "core/time/instant.h"

namespace entente {

struct Lens {
  std::optional<Instant> until;  ///< what became known before this instant is there; not set: everything
  SourceUid without;             ///< this source says nothing; empty: all say what they say

  [[nodiscard]] bool isClear() const { return !until && without.value.empty(); }
  bool operator==(const Lens&) const = default;
};

}  // namespace entente
