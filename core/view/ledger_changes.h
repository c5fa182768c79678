// SPDX-License-Identifier: GPL-3.0-or-later
// Ledger changes: what an editor does to claims, pins and sources, as changes of records.
#pragma once

#include <QString>
#include <string_view>
#include <vector>

#include "core/view/snapshot.h"

namespace entente {

using RecordChanges = std::vector<RecordChange>;

/// The editor's choice of a claim for its topic, in place of an earlier one. The claim must be there.
[[nodiscard]] RecordChanges pinClaim(const Snapshot& snapshot, const ClaimUid& claim, const QString& reason,
                                     const FuzzyDate& today);
/// Empty if nothing is pinned.
[[nodiscard]] RecordChanges unpin(const Snapshot& snapshot, const Topic& topic);
/// Null if nothing is pinned, whatever the lens hides.
[[nodiscard]] const Pin* pinOf(const Snapshot& snapshot, const Topic& topic);

/// Takes a claim away, with the pin that it has, and the ties of others to it: those that it tied to a
/// further one stay tied to that.
[[nodiscard]] RecordChanges removeClaim(const Snapshot& snapshot, const ClaimUid& claim);

/// "PREFIX-N" with the smallest N from 1 that no record of that table has.
[[nodiscard]] ClaimUid freeClaimUid(const Snapshot& snapshot);
[[nodiscard]] SourceUid freeSourceUid(const Snapshot& snapshot);

/// How many records rest on a source: it can be removed only where there is none.
[[nodiscard]] std::int64_t restingOn(const Snapshot& snapshot, const SourceUid& source);

}  // namespace entente
