// SPDX-License-Identifier: GPL-3.0-or-later
// Left out: which events of the picture a search and the filter leave out, and which ones were found.
#pragma once

#include "app/render/scene_painter.h"
#include "app/session/session.h"
#include "core/view/lane_slices.h"

namespace entente {

/// Sets greyed, hits, onlyHits and greyedDensities. A search counts once its answer is there; until then the
/// last one does. An event that the filter leaves out is no hit. O(events) while anything is left out: call
/// it when the search or the slices change, never for a frame.
void markLeftOut(SceneState& state, const LaneSlices& slices, const FindResult& found);

}  // namespace entente
