// SPDX-License-Identifier: GPL-3.0-or-later
// Makes lists of changes.
#include "core/view/ledger_changes.h"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace entente {

namespace {

template <class Rows, class UidOf>
std::string freeUid(const Rows& rows, const char* prefix, UidOf uidOf) {
  std::unordered_set<std::string> taken;
  for (const auto& row : rows)
    taken.insert(uidOf(row));
  for (std::size_t number = 1;; ++number) {
    std::string uid = prefix + std::to_string(number);
    if (!taken.contains(uid)) return uid;
  }
}

const Claim* claimIn(const LedgerRows& rows, const ClaimUid& uid) {
  const auto found = std::ranges::find(rows.claims, uid, &Claim::uid);
  return found == rows.claims.end() ? nullptr : &*found;
}

}  // namespace

Result<RecordChanges> putClaim(const Snapshot& now, Claim claim, const std::optional<Claim>& before) {
  const Claim* there = before ? claimIn(*now.content->ledger, before->uid) : nullptr;
  if (!before) claim.uid = freeClaimUid(now);
  if (before && (!there || *there != *before))
    return fail(ErrorKind::Conflict, "Somebody else has changed this claim meanwhile; look at it again.");
  return RecordChanges{PutRecord{std::move(claim)}};
}

const Pin* pinOf(const Snapshot& snapshot, const Topic& topic) {
  const LedgerRows& rows = *snapshot.content->ledger;
  for (const Pin& pin : rows.pins) {
    const Claim* claim = claimIn(rows, pin.claim);
    if (claim && topicOf(*claim) == topic) return &pin;
  }
  return nullptr;
}

RecordChanges pinClaim(const Snapshot& snapshot, const ClaimUid& uid, const QString& reason,
                       const FuzzyDate& today) {
  const LedgerRows& rows = *snapshot.content->ledger;
  const Claim* claim = claimIn(rows, uid);
  if (!claim) return {};
  Pin pin;
  if (const Pin* earlier = pinOf(snapshot, topicOf(*claim))) {
    pin = *earlier;
  } else {
    pin.uid = PinUid(freeUid(rows.pins, "pin-", [](const Pin& one) { return one.uid.value; }));
    pin.subject = claim->subject;
    pin.field = claim->field;
    pin.question = claim->question;
  }
  pin.claim = uid;
  pin.reason = reason;
  pin.pinnedAt = today;
  return {PutRecord{pin}};
}

RecordChanges unpin(const Snapshot& snapshot, const Topic& topic) {
  const Pin* pin = pinOf(snapshot, topic);
  if (!pin) return {};
  return {RemoveRecord{TableId::Pins, pin->uid.value}};
}

RecordChanges removeClaim(const Snapshot& snapshot, const ClaimUid& uid) {
  const LedgerRows& rows = *snapshot.content->ledger;
  const Claim* removed = claimIn(rows, uid);
  if (!removed) return {};
  RecordChanges changes;
  for (const Pin& pin : rows.pins) {
    if (pin.claim == uid) changes.emplace_back(RemoveRecord{TableId::Pins, pin.uid.value});
  }
  // Those that it tied stay tied: to what it was tied to, else to the first of them.
  ClaimUid holds = removed->agreesWith;
  for (const Claim& claim : rows.claims) {
    if (claim.agreesWith != uid) continue;
    Claim tied = claim;
    tied.agreesWith = holds == claim.uid ? ClaimUid() : holds;
    if (holds.value.empty()) holds = claim.uid;
    changes.emplace_back(PutRecord{tied});
  }
  changes.emplace_back(RemoveRecord{TableId::Claims, uid.value});
  return changes;
}

ClaimUid freeClaimUid(const Snapshot& snapshot) {
  return ClaimUid(
      freeUid(snapshot.content->ledger->claims, "claim-", [](const Claim& one) { return one.uid.value; }));
}

}  // namespace entente
