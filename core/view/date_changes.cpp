// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the row that gives a date, and writes it anew.
#include "core/view/date_changes.h"

#include <algorithm>

#include "core/view/sieve.h"

namespace entente {

namespace {

bool isClaimed(const std::vector<Claim>& claims, const RecordRef& event, const QString& field) {
  return std::ranges::any_of(
      claims, [&](const Claim& claim) { return claim.subject == event && claim.field == field; });
}

/// The stage that gives the date: one on which it was sent before any other. Claims speak of the first stage
/// of its kind.
tl::expected<DatePlace, DateHold> placeOfStage(const Snapshot& snapshot, const RecordRef& message,
                                               const FuzzyDate& shown) {
  std::vector<const Stage*> stages;
  for (const Stage& stage : snapshot.content->stages) {
    if (stage.message.value == message.uid) stages.push_back(&stage);
  }
  sortStages(stages);
  const Stage* place = nullptr;
  for (const Stage* stage : stages) {
    if (stage->when != shown) continue;
    if (!place || (stage->stage == StageKind::Sent && place->stage != StageKind::Sent)) place = stage;
  }
  if (!place) return tl::unexpected(DateHold::Claimed);
  const auto first = std::ranges::find(stages, place->stage, &Stage::stage);
  const std::vector<Claim>& claims = snapshot.content->ledger->claims;
  if (*first == place && isClaimed(claims, message, stageField(place->stage)))
    return tl::unexpected(DateHold::Claimed);
  return DatePlace{message, place->uid, shown};
}

/// The event with that uid in the table of its kind, with another date; nothing if it is not there.
template <class Kind>
bool moveIn(const Records& now, const std::vector<Kind>& events, const DatePlace& from, const FuzzyDate& to,
            Result<RecordChanges>& changes) {
  const auto found =
      std::ranges::find_if(events, [&](const Kind& one) { return one.event.uid.value == from.event.uid; });
  if (found == events.end()) return false;
  if (found->event.when != from.when || isClaimed(now.claims, from.event, QStringLiteral("when"))) {
    changes =
        fail(ErrorKind::Conflict, "Somebody else has changed this date meanwhile; look at the event again.");
  } else {
    Kind moved = *found;
    moved.event.when = to;
    changes = RecordChanges{PutRecord{std::move(moved)}};
  }
  return true;
}

}  // namespace

tl::expected<DatePlace, DateHold> placeOfDate(const Snapshot& snapshot, EventId event) {
  const EventTitle* title = snapshot.title(event);
  const auto ref = snapshot.refOf(event);
  if (event.origin != EventOrigin::Curated || !title || !ref) return tl::unexpected(DateHold::MachineCoded);
  if (!title->when) return tl::unexpected(DateHold::Undated);
  if (title->kind == EventKind::Message) return placeOfStage(snapshot, *ref, *title->when);
  if (isClaimed(snapshot.content->ledger->claims, *ref, QStringLiteral("when")))
    return tl::unexpected(DateHold::Claimed);
  return DatePlace{*ref, {}, *title->when};
}

Result<RecordChanges> moveDate(const Records& now, const DatePlace& from, const FuzzyDate& to) {
  if (!from.stage.value.empty()) {
    const auto stage = std::ranges::find(now.stages, from.stage, &Stage::uid);
    if (stage == now.stages.end())
      return fail(ErrorKind::NotFound, "The stage that gave this date is no longer there.");
    if (stage->when != from.when)
      return fail(ErrorKind::Conflict,
                  "Somebody else has changed this date meanwhile; look at the message again.");
    Stage moved = *stage;
    moved.when = to;
    return RecordChanges{PutRecord{std::move(moved)}};
  }
  Result<RecordChanges> changes = fail(ErrorKind::NotFound, "The event is no longer there.");
  const bool found =
      moveIn(now, now.summits, from, to, changes) || moveIn(now, now.pledges, from, to, changes) ||
      moveIn(now, now.statements, from, to, changes) || moveIn(now, now.periods, from, to, changes) ||
      moveIn(now, now.events, from, to, changes);
  static_cast<void>(found);
  return changes;
}

}  // namespace entente
