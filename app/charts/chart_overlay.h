// SPDX-License-Identifier: GPL-3.0-or-later
// Chart overlay: events of the timeline that are laid over a chart.
#pragma once

#include <optional>
#include <vector>

#include "app/charts/plot_view.h"
#include "core/view/lane_slices.h"

namespace entente {

/// The events of these kinds that the lanes show (see LaneSlices::eventsIn) and that begin in the span, with
/// their titles and dates in words. O(events).
[[nodiscard]] std::vector<PlotEvent> eventsOver(const LaneSlices& slices, TimeSpan span,
                                                const std::vector<EventKind>& kinds,
                                                std::optional<EventId> selected);

}  // namespace entente
