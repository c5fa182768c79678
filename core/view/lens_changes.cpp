// SPDX-License-Identifier: GPL-3.0-or-later
// Compares events and resolutions of two snapshots.
#include "core/view/lens_changes.h"

#include <algorithm>

namespace entente {

LensChanges changesBetween(const Snapshot& before, const Snapshot& after) {
  LensChanges changes;
  for (const auto& [id, title] : before.titles) {
    const EventTitle* then = after.title(id);
    if (!then) {
      changes.gone.push_back(id);
    } else if (then->when != title.when) {
      changes.moved.push_back({id, title.when, then->when});
    }
  }
  std::ranges::sort(changes.gone);
  std::ranges::sort(changes.moved, {}, &LensChanges::Moved::event);
  for (const Resolution& resolution : before.ledger.all()) {
    const Resolution* then = after.ledger.of(resolution.topic);
    if (resolution.isDisputed() && (!then || !then->isDisputed())) ++changes.noLongerDisputed;
    if (!then) {
      changes.resolved.push_back({resolution.topic, std::nullopt, true});
      continue;
    }
    if (!resolution.shown() && !then->shown()) continue;
    const Claim* shown = then->shown() ? &then->shown()->strongest() : nullptr;
    // The same value is shown if its strongest claim then belongs to the value shown before.
    const auto place = std::ranges::find_if(resolution.values, [&](const ClaimedValue& value) {
      return shown && std::ranges::find(value.claims, shown->uid, &Claim::uid) != value.claims.end();
    });
    if (place == resolution.values.begin() && resolution.shown()) continue;
    LensChanges::Resolved one{resolution.topic, std::nullopt, false};
    if (place != resolution.values.end())
      one.shownNow = static_cast<std::size_t>(place - resolution.values.begin());
    changes.resolved.push_back(std::move(one));
  }
  return changes;
}

}  // namespace entente
