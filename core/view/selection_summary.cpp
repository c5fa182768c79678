// SPDX-License-Identifier: GPL-3.0-or-later
// Counts kinds and actors, and finds the first and the last.
#include "core/view/selection_summary.h"

#include <algorithm>
#include <map>

namespace entente {

namespace {

template <class T>
std::vector<std::pair<T, int>> mostFirst(const std::map<T, int>& counts) {
  std::vector<std::pair<T, int>> list(counts.begin(), counts.end());
  std::ranges::stable_sort(list, [](const auto& a, const auto& b) { return a.second > b.second; });
  return list;
}

}  // namespace

SelectionSummary summaryOf(const Snapshot& snapshot, const std::vector<EventId>& events) {
  SelectionSummary summary;
  std::map<EventKind, int> kinds;
  std::map<ActorUid, int> actors;
  const auto boundsOf = [&snapshot](EventId id) -> const DateBounds* {
    const EventTitle* title = snapshot.title(id);
    return title && title->when ? &title->when->bounds() : nullptr;
  };
  for (const EventId id : events) {
    const EventTitle* title = snapshot.title(id);
    if (!title) continue;
    summary.events.push_back(id);
    ++kinds[title->kind];
    if (const EventParties* parties = snapshot.partiesOf(id)) {
      for (const ActorUid& actor : parties->actors)
        ++actors[actor];
    }
    if (snapshot.disputesOf(id).disputedFields > 0) ++summary.disputed;
    const DateBounds* bounds = boundsOf(id);
    if (!bounds) {
      ++summary.undated;
      continue;
    }
    if (!summary.first || bounds->earliestBegin < boundsOf(*summary.first)->earliestBegin) summary.first = id;
    if (!summary.last || bounds->latestBegin > boundsOf(*summary.last)->latestBegin) summary.last = id;
  }
  std::ranges::sort(summary.events, {}, [&](EventId id) {
    const DateBounds* bounds = boundsOf(id);
    return std::pair(bounds ? bounds->earliestBegin : kEndOfTime, id);
  });
  summary.kinds = mostFirst(kinds);
  summary.actors = mostFirst(actors);
  return summary;
}

}  // namespace entente
