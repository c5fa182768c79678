// SPDX-License-Identifier: GPL-3.0-or-later
// The detail of an event as a snapshot shows it.
#include <algorithm>
#include <tuple>

#include "core/ledger/shown_value.h"
#include "core/view/sieve.h"
#include "core/view/snapshot.h"

namespace entente {

namespace {

/// Resolved, in their order as shown, without those that the lens hides.
void seeStages(const Snapshot& snapshot, const EventTitle& title, const RecordRef& ref, EventDetail& detail) {
  const Sieve sieve(snapshot.lens);
  std::vector<const Stage*> stages;
  for (const Stage& stage : detail.stages)
    stages.push_back(&stage);
  sortStages(stages);
  // Where no stage made it public its stages are known as long as it is.
  const KnownFrom known = messageKnownFrom(title.knownFrom, stages, {});
  ShownStages shown(ref, snapshot.ledger);
  std::vector<Stage> seen;
  for (const Stage* stage : stages) {
    auto when = shown.when(*stage);
    if (!sieve.passes(knownFrom(*stage, known)) || !sieve.passes(stage->source)) continue;
    seen.push_back(*stage);
    seen.back().when = std::move(when);
  }
  stages.clear();
  for (const Stage& stage : seen)
    stages.push_back(&stage);
  sortStages(stages);
  detail.stages.clear();
  for (const Stage* stage : stages)
    detail.stages.push_back(*stage);
}

}  // namespace

EventDetail seenIn(const Snapshot& snapshot, EventDetail detail) {
  const EventTitle* title = snapshot.title(detail.id);
  if (!title) return detail;
  const Sieve sieve(snapshot.lens);
  detail.shownWhen = title->when;
  const RecordRef ref{recordKindOf(title->kind), title->uid.value};
  seeStages(snapshot, *title, ref, detail);
  std::erase_if(detail.positions, [&](const Position& position) {
    return !sieve.passes(ownOr(position.knownFrom, fromBegin(position.when))) ||
           !sieve.passes(position.source);
  });
  std::erase_if(detail.links, [&](LinkEnd& end) {
    if (!sieve.passes(end.link.source) || !sieve.passes(fromBegin(end.link.knownFrom))) return true;
    if (!end.event) return false;
    const EventTitle* other = snapshot.title(*end.event);
    if (other) end.when = other->when;
    return other == nullptr;
  });
  std::erase_if(detail.claims,
                [&](const Claim& claim) { return snapshot.ledger.claim(claim.uid) == nullptr; });
  std::erase_if(detail.offices, [&](const Office& office) {
    return !sieve.passes(ownOr(office.knownFrom, fromBegin(office.held)));
  });
  for (Office& office : detail.offices)
    office.held = heldAsKnown(office.held, snapshot.lens);
  if (auto* pledge = std::get_if<Pledge>(&detail.record)) {
    if (const Resolution* due = snapshot.ledger.field(ref, QStringLiteral("due")))
      pledge->due = shownDate(pledge->due, *due);
  }
  return detail;
}

std::vector<SearchHit> seenIn(const Snapshot& snapshot, std::vector<SearchHit> hits) {
  std::erase_if(hits, [&](const SearchHit& hit) { return snapshot.title(hit.event) == nullptr; });
  std::ranges::stable_sort(hits, {}, [&](const SearchHit& hit) {
    const auto& when = snapshot.title(hit.event)->when;
    return std::pair(when ? when->bounds().earliestBegin : kEndOfTime, hit.event.key);
  });
  return hits;
}

std::vector<Reliance> seenIn(const Snapshot& snapshot, std::vector<Reliance> reliances) {
  std::erase_if(reliances, [&](const Reliance& one) {
    return (one.event && !snapshot.title(*one.event)) ||
           (one.table == TableId::Claims && !snapshot.ledger.claim(ClaimUid(one.uid)));
  });
  for (Reliance& one : reliances) {
    const bool isEvent = one.table == TableId::Summits || one.table == TableId::Messages ||
                         one.table == TableId::Pledges || one.table == TableId::Statements ||
                         one.table == TableId::Periods || one.table == TableId::Claims;
    if (one.event && isEvent) one.when = snapshot.title(*one.event)->when;
  }
  std::ranges::stable_sort(reliances, {}, [](const Reliance& one) {
    return std::tuple(one.table, one.when ? one.when->bounds().earliestBegin : kEndOfTime, one.firstYear);
  });
  return reliances;
}

}  // namespace entente
