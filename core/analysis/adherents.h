// SPDX-License-Identifier: GPL-3.0-or-later
// Adherents: who is bound by a pledge, resolved through the accessions of the day.
#pragma once

#include <vector>

#include "core/model/records.h"
#include "core/time/date_relations.h"

namespace entente {

struct BoundActor {
  ActorUid actor;
  ActorUid through;  ///< the organisation whose member it was; empty if the pledge names it itself
  /// Possible where the day of accession, or the day of the pledge, is too vague to be sure.
  Certainty certainty = Certainty::Certain;

  bool operator==(const BoundActor&) const = default;
};

/// Every actor that a pledge names, organisations with a day replaced by the states that had acceded to them
/// by the end of that day. An organisation of which no accession is recorded stays itself. Sorted by uid,
/// each actor once (the surer one). O(adherents * accessions).
[[nodiscard]] std::vector<BoundActor> adherentsOf(const Pledge& pledge,
                                                  const std::vector<Accession>& accessions);

}  // namespace entente
