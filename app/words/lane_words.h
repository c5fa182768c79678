// SPDX-License-Identifier: GPL-3.0-or-later
// Lane words: what lanes and the ways of making and sorting them are called.
#pragma once

#include <QString>

#include "core/view/snapshot.h"

namespace entente {

/// In a menu: "Kind", "Actor", "Nothing".
[[nodiscard]] QString groupingInWords(Grouping grouping);
/// "By number of events".
[[nodiscard]] QString laneSortInWords(LaneSort sort);
/// The name of a group as its lane is headed: "Mark Rutte", "NATO summits", "Letter".
[[nodiscard]] QString groupInWords(const Snapshot& snapshot, Grouping grouping, const QString& group);
/// "Without a place": the lane of the events that no group has.
[[nodiscard]] QString withoutGroupInWords(Grouping grouping);

}  // namespace entente
