// SPDX-License-Identifier: GPL-3.0-or-later
// Figure maker: from an archive, a pledge and a choice to a figure. No widget, no session.
#pragma once

#include <vector>

#include "app/charts/figure.h"
#include "core/model/records.h"
#include "core/view/snapshot.h"

namespace entente {

struct FigureInput {
  const Snapshot& snapshot;
  const Pledge& pledge;
  const std::vector<Pledge>& pledges;  ///< all of the archive, as far as they are read
  ChartChoice choice;
  Instant now;
};

/// Never fails: where there is nothing to draw the figure says why. O(figures of the archive).
[[nodiscard]] Figure makeFigure(const FigureInput& input);

/// The series of figures that a pledge, or the weightiest measured part of it, is held against: what is
/// charted of it. Null if there is none.
[[nodiscard]] const Pledge* measuredPledge(const Pledge& pledge, const std::vector<Pledge>& pledges);

/// States (not groups or organisations) that have figures of this metric in this edition, by name.
[[nodiscard]] std::vector<ActorUid> statesWithFigures(const Snapshot& snapshot, SpendingMetric metric,
                                                      const SourceUid& edition);

/// "Poland", or the uid of an actor without a record. One line.
[[nodiscard]] QString shortNameOf(const Snapshot& snapshot, const ActorUid& uid);

}  // namespace entente
