// SPDX-License-Identifier: GPL-3.0-or-later
// SourceVoice: what a source says, how that was judged, and what nobody else says.
#pragma once

#include <cstdint>

#include "core/view/snapshot.h"

namespace entente {

struct SourceVoice {
  std::int64_t claims = 0;
  std::int64_t adopted = 0;      ///< by the editor's verdict
  std::int64_t disputed = 0;     ///< likewise
  std::int64_t refuted = 0;      ///< likewise
  std::int64_t shown = 0;        ///< of the claims: of a value that is shown
  std::int64_t shownAlone = 0;   ///< shown values that no other source asserts
  std::int64_t eventsAlone = 0;  ///< events that no other source stands behind

  bool operator==(const SourceVoice&) const = default;
};

/// O(claims + events).
[[nodiscard]] SourceVoice voiceOf(const Snapshot& snapshot, const SourceUid& source);

}  // namespace entente
