// SPDX-License-Identifier: GPL-3.0-or-later
// Office tracks: who held an office when, one track an office, for the background lane.
#pragma once

#include <QString>
#include <vector>

#include "core/model/records.h"
#include "core/view/snapshot.h"
#include "core/view/view_state.h"

namespace entente {

struct OfficeBar {
  OfficeUid uid;
  ActorUid holder;
  QString name;  ///< the holder's short name
  QString fullName;
  FuzzyDate held;
};

struct OfficeTrack {
  OfficeKey key;
  QString title;                ///< the body, or the office where several shown offices are of one body
  std::vector<OfficeBar> bars;  ///< by begin
};

/// All offices of the archive, those with most holders first, then by body and office.
[[nodiscard]] std::vector<OfficeKey> allOffices(const Snapshot& snapshot);
/// The first two of them that have at least two holders.
[[nodiscard]] std::vector<OfficeKey> defaultOffices(const Snapshot& snapshot);
/// The tracks of a view, in its order. Offices that the archive does not have give no track.
[[nodiscard]] std::vector<OfficeTrack> officeTracks(const Snapshot& snapshot, const ViewState& view);

}  // namespace entente
