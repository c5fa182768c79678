// SPDX-License-Identifier: GPL-3.0-or-later
// Ledger changes: what an editor does to claims, pins and sources, as changes of records.
#pragma once

#include <QString>
#include <functional>
#include <optional>
#include <vector>

#include "core/view/snapshot.h"

namespace entente {

using RecordChanges = std::vector<RecordChange>;

/// Makes a change of what is there when it is made, which may be more than its author saw. May run on another
/// thread. An error changes nothing.
using ChangeMaker = std::function<Result<RecordChanges>(const Snapshot& now)>;
/// The same, of all rows of the archive.
using RecordsChangeMaker = std::function<Result<RecordChanges>(const Records& now)>;

/// Puts a claim that was edited: a new one under the next free uid; ErrorKind::Conflict if somebody
/// else has changed the known one since, so that `before` is no longer what is there.
[[nodiscard]] Result<RecordChanges> putClaim(const Snapshot& now, Claim claim,
                                             const std::optional<Claim>& before);

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

/// "claim-N" with the smallest N from 1 that no claim has.
[[nodiscard]] ClaimUid freeClaimUid(const Snapshot& snapshot);

}  // namespace entente
