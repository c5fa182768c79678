// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers the holders of each office.
#include "core/view/office_tracks.h"

#include <algorithm>
#include <map>

namespace entente {

namespace {

using Holders = std::map<OfficeKey, std::vector<OfficeBar>>;

Holders holdersOf(const Snapshot& snapshot) {
  Holders holders;
  for (const Office& office : snapshot.offices) {
    if (!office.held) continue;
    OfficeBar bar{office.uid, office.actor, {}, {}, *office.held};
    if (const auto actor = snapshot.actors.find(office.actor.value); actor != snapshot.actors.end()) {
      bar.fullName = actor->second.name;
      bar.name = actor->second.shortName.isEmpty() ? actor->second.name : actor->second.shortName;
    }
    holders[{office.office, office.body}].push_back(std::move(bar));
  }
  for (auto& [key, bars] : holders) {
    std::ranges::sort(bars, {}, [](const OfficeBar& bar) {
      return std::pair(bar.held.bounds().earliestBegin, bar.uid.value);
    });
  }
  return holders;
}

std::vector<OfficeKey> byHolders(const Holders& holders) {
  std::vector<OfficeKey> keys;
  for (const auto& [key, bars] : holders)
    keys.push_back(key);
  std::ranges::stable_sort(keys, [&holders](const OfficeKey& a, const OfficeKey& b) {
    const std::size_t x = holders.at(a).size();
    const std::size_t y = holders.at(b).size();
    return x != y ? x > y : std::tie(a.body, a.office) < std::tie(b.body, b.office);
  });
  return keys;
}

std::vector<OfficeKey> firstTwo(const Holders& holders) {
  std::vector<OfficeKey> keys = byHolders(holders);
  std::erase_if(keys, [&holders](const OfficeKey& key) { return holders.at(key).size() < 2; });
  if (keys.size() > 2) keys.resize(2);
  return keys;
}

}  // namespace

std::vector<OfficeKey> allOffices(const Snapshot& snapshot) {
  return byHolders(holdersOf(snapshot));
}

std::vector<OfficeKey> defaultOffices(const Snapshot& snapshot) {
  return firstTwo(holdersOf(snapshot));
}

std::vector<OfficeTrack> officeTracks(const Snapshot& snapshot, const ViewState& view) {
  Holders holders = holdersOf(snapshot);
  std::vector<OfficeTrack> tracks;
  for (const OfficeKey& key : view.offices ? *view.offices : firstTwo(holders)) {
    const auto found = holders.find(key);
    if (found != holders.end()) tracks.push_back({key, key.body, found->second});
  }
  for (OfficeTrack& track : tracks) {
    const auto sameBody = [&track](const OfficeTrack& other) { return other.key.body == track.key.body; };
    if (track.key.body.isEmpty() || std::ranges::count_if(tracks, sameBody) > 1)
      track.title = track.key.office;
  }
  return tracks;
}

}  // namespace entente
