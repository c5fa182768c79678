// SPDX-License-Identifier: GPL-3.0-or-later
// Which glyph stands for an event in a list.
#pragma once

#include "core/layout/slice_source.h"
#include "core/view/snapshot.h"

namespace entente {

/// The same as on the timeline; a ruling without a date has the glyph of a statement. O(log events).
[[nodiscard]] GlyphKind glyphOf(const Snapshot& snapshot, const EventTitle& title);

}  // namespace entente
