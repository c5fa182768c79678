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
void seeStages(const Snapshot& snapshot, const RecordRef& ref, EventDetail& detail) {
  const Sieve sieve(snapshot.lens);
  std::vector<const Stage*> stages;
  for (const Stage& stage : detail.stages)
    stages.push_back(&stage);
  sortStages(stages);
  const auto known = snapshot.knownFrom.find(detail.id);
  ShownStages shown(ref, snapshot.ledger);
  std::vector<Stage> seen;
  for (const Stage* stage : stages) {
    Stage one = *stage;
    one.when = shown.when(*stage);
    const KnownFrom from = knownFrom(one, known == snapshot.knownFrom.end() ? KnownFrom{} : known->second);
    if (sieve.passes(from) && sieve.passes(one.source)) seen.push_back(std::move(one));
  }
  stages.clear();
  for (const Stage& stage : seen)
    stages.push_back(&stage);
  sortStages(stages);
  detail.stages.clear();
  for (const Stage* stage : stages)
    detail.stages.push_back(*stage);
}

/// The sources that the event's own record names.
void seeSources(const Snapshot& snapshot, EventRecord& record) {
  const auto hide = [&](std::vector<SourceUid>& sources) {
    std::erase_if(sources, [&](const SourceUid& uid) { return !speaks(snapshot, uid); });
  };
  std::visit([&](auto& kind) { hide(kind.event.sources); }, record);
  if (auto* summit = std::get_if<Summit>(&record)) hide(summit->documents);
}

/// Fields that claims can put into a form of their own.
void seeFields(const Snapshot& snapshot, const RecordRef& ref, EventRecord& record) {
  const auto claimed = [&](const char* field) {
    const Resolution* resolution = snapshot.ledger.field(ref, QString::fromLatin1(field));
    return resolution && resolution->shown() ? resolution : nullptr;
  };
  if (auto* pledge = std::get_if<Pledge>(&record)) {
    if (const Resolution* due = claimed("due")) pledge->due = shownDate(pledge->due, *due);
    if (const Resolution* target = claimed("target")) pledge->target = shownNumber(pledge->target, *target);
  }
  if (auto* message = std::get_if<Message>(&record)) {
    if (const Resolution* channel = claimed("channel"))
      message->channel = shownWord(message->channel, *channel);
  }
}

}  // namespace

EventDetail seenIn(const Snapshot& snapshot, EventDetail detail) {
  const EventTitle* title = snapshot.title(detail.id);
  if (!title) return detail;
  const Sieve sieve(snapshot.lens);
  detail.shownWhen = title->when;
  const RecordRef ref{recordKindOf(title->kind), title->uid.value};
  seeStages(snapshot, ref, detail);
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
    return !sieve.passes(ownOr(office.knownFrom, fromBegin(office.held))) || !sieve.passes(office.source);
  });
  for (Office& office : detail.offices)
    office.held = heldAsKnown(office.held, snapshot.lens);
  seeFields(snapshot, ref, detail.record);
  if (!snapshot.lens.isClear()) seeSources(snapshot, detail.record);
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
    const bool isEvent = isEventTable(one.table) || one.table == TableId::Claims;
    if (one.event && isEvent) one.when = snapshot.title(*one.event)->when;
  }
  std::ranges::stable_sort(reliances, {}, [](const Reliance& one) {
    return std::tuple(one.table, one.when ? one.when->bounds().earliestBegin : kEndOfTime, one.firstYear);
  });
  return reliances;
}

}  // namespace entente
