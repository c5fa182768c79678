// SPDX-License-Identifier: GPL-3.0-or-later
// Lane groups: to which actors, countries, places ... an event belongs.
#pragma once

#include <QString>
#include <vector>

#include "core/model/uids.h"
#include "core/view/lane_choice.h"

namespace entente {

struct Snapshot;

/// The groups that a curated event stands in, as texts: uids of actors and places, publishers of its sources
/// (of one without its title), ISO 3166-1 alpha-3 codes of countries, series and channels as they are
/// recorded, words of kinds. Each once, sorted; empty if it belongs to none. None: one empty text.
[[nodiscard]] std::vector<QString> groupsOf(const Snapshot& snapshot, EventId id, Grouping grouping);

/// What a group is called in the archive: the name of the actor, state or place; the text itself for the
/// rest.
[[nodiscard]] QString groupName(const Snapshot& snapshot, Grouping grouping, const QString& group);

/// The state of the archive that has a country's code, or the code.
[[nodiscard]] QString countryName(const Snapshot& snapshot, const QString& code);

/// The countries of an event's actors, each once, sorted.
[[nodiscard]] std::vector<QString> countriesOf(const Snapshot& snapshot, EventId id);

}  // namespace entente
