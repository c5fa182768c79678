// SPDX-License-Identifier: GPL-3.0-or-later
// Status words: the counts that the status bar says.
#pragma once

#include <QString>

#include "core/view/lane_slices.h"

namespace entente {

/// "193 events · 117 certain, 7 possible in this span"
[[nodiscard]] QString countsInWords(const LaneSlices& slices, TimeSpan span);
/// "five-per-cent.entente, read only"
[[nodiscard]] QString archiveInWords(const Snapshot& snapshot);

}  // namespace entente
