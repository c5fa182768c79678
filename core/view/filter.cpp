// SPDX-License-Identifier: GPL-3.0-or-later
// Tests events against the lists of a filter, and counts what each choice would keep.
#include "core/view/filter.h"

#include <algorithm>
#include <bit>
#include <set>

#include "core/view/lane_groups.h"
#include "core/view/snapshot.h"

namespace entente {

namespace {

/// What the lists ask of one event.
struct Answers {
  bool kind = true;
  bool actor = true;
  bool country = true;
  bool dispute = true;
  bool tag = true;
  bool refutedBy = true;
  bool event = true;

  [[nodiscard]] int failed() const {
    return !kind + !actor + !country + !dispute + !tag + !refutedBy + !event;
  }
};

template <class T>
bool has(const std::vector<T>& list, const T& value) {
  return std::ranges::find(list, value) != list.end();
}

std::vector<DisputeState> statesOf(const Snapshot& snapshot, EventId id) {
  const Disputes disputes = snapshot.disputesOf(id);
  std::vector<DisputeState> states;
  if (disputes.disputedFields > 0) states.push_back(DisputeState::Disputed);
  if (disputes.refutedClaims > 0) states.push_back(DisputeState::Refuted);
  if (states.empty()) states.push_back(DisputeState::Undisputed);
  return states;
}

const std::vector<ActorUid>& actorsOf(const Snapshot& snapshot, EventId id) {
  static const std::vector<ActorUid> none;
  const EventParties* parties = snapshot.partiesOf(id);
  return parties ? parties->actors : none;
}

/// The sources of the refuted claims about an event, each once.
std::set<SourceUid> refutedSourcesOf(const Snapshot& snapshot, EventId id) {
  std::set<SourceUid> sources;
  const auto ref = snapshot.refOf(id);
  if (!ref) return sources;
  for (const Resolution& topic : snapshot.ledger.of(*ref)) {
    for (const ClaimedValue& value : topic.values) {
      for (const Claim* claim : value.claims) {
        if (claim->verdict == Verdict::Refuted) sources.insert(claim->source);
      }
    }
  }
  return sources;
}

Answers answersOf(const Snapshot& snapshot, EventId id, const EventFilter& filter) {
  Answers answers;
  const EventTitle* title = snapshot.title(id);
  if (!filter.kinds.empty()) answers.kind = title && has(filter.kinds, title->kind);
  if (!filter.actors.empty())
    answers.actor = std::ranges::any_of(actorsOf(snapshot, id),
                                        [&](const ActorUid& actor) { return has(filter.actors, actor); });
  if (!filter.countries.empty())
    answers.country = std::ranges::any_of(
        countriesOf(snapshot, id), [&](const QString& country) { return has(filter.countries, country); });
  if (!filter.disputes.empty())
    answers.dispute = std::ranges::any_of(statesOf(snapshot, id),
                                          [&](DisputeState state) { return has(filter.disputes, state); });
  if (!filter.tags.empty())
    answers.tag = title && std::ranges::any_of(title->tags, [&](const QString& tag) {
                    return has(filter.tags, EventTag{tag});
                  });
  if (!filter.refutedBy.empty())
    answers.refutedBy = std::ranges::any_of(refutedSourcesOf(snapshot, id), [&](const SourceUid& source) {
      return has(filter.refutedBy, source);
    });
  if (!filter.events.empty()) answers.event = title && std::ranges::binary_search(filter.events, title->uid);
  return answers;
}

void countEvent(const Snapshot& snapshot, EventId id, const Answers& answers, bool hasChosen,
                FilterCounts& counts) {
  const int failed = answers.failed();
  // A choice counts the event if every other list lets it pass.
  const auto one = [failed](bool own) { return failed == 0 || (failed == 1 && !own) ? 1 : 0; };
  if (const EventTitle* title = snapshot.title(id)) counts.kinds[title->kind] += one(answers.kind);
  for (const ActorUid& actor : actorsOf(snapshot, id))
    counts.actors[actor] += one(answers.actor);
  for (const QString& country : countriesOf(snapshot, id))
    counts.countries[country] += one(answers.country);
  if (const EventTitle* title = snapshot.title(id)) {
    for (const QString& tag : title->tags)
      counts.tags[EventTag{tag}] += one(answers.tag);
  }
  for (const DisputeState state : statesOf(snapshot, id))
    counts.disputes[state] += one(answers.dispute);
  if (snapshot.disputesOf(id).refutedClaims > 0) {
    for (const SourceUid& source : refutedSourcesOf(snapshot, id))
      counts.refutedBy[source] += one(answers.refutedBy);
  }
  counts.events += hasChosen && failed == 0;
  counts.matching += failed == 0;
  ++counts.all;
}

}  // namespace

std::size_t RowSet::count() const {
  std::size_t all = 0;
  for (const std::uint64_t word : m_words)
    all += static_cast<std::size_t>(std::popcount(word));
  return all;
}

bool matches(const Snapshot& snapshot, EventId id, const EventFilter& filter) {
  return answersOf(snapshot, id, filter).failed() == 0;
}

RowSet matchingRows(const Snapshot& snapshot, const EventFilter& filter) {
  const std::vector<std::int64_t>& keys = snapshot.dataset.curated->keys;
  RowSet rows(keys.size());
  for (std::size_t row = 0; row < keys.size(); ++row) {
    if (matches(snapshot, EventId{EventOrigin::Curated, keys[row]}, filter)) rows.insert(row);
  }
  return rows;
}

FilterCounts countChoices(const Snapshot& snapshot, const EventFilter& filter) {
  FilterCounts counts;
  const auto count = [&](std::int64_t key) {
    const EventId id{EventOrigin::Curated, key};
    countEvent(snapshot, id, answersOf(snapshot, id, filter), !filter.events.empty(), counts);
  };
  std::ranges::for_each(snapshot.dataset.curated->keys, count);
  std::ranges::for_each(snapshot.dataset.curated->undated, count);
  return counts;
}

}  // namespace entente
