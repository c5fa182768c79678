// SPDX-License-Identifier: GPL-3.0-or-later
// Scene between: a picture on its way from one arrangement of lanes to another.
#pragma once

#include "core/layout/scene.h"

namespace entente {

/// `to`, in which every mark stands at `part` (0..1) of its way from where it, or the fold that it was in,
/// was in `from`: from the nearest of its marks if there were several. What was not there stands where it
/// will. Items are the same in both. O(marks log marks).
[[nodiscard]] Scene sceneBetween(const Scene& from, const Scene& to, double part);

}  // namespace entente
