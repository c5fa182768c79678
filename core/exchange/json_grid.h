// SPDX-License-Identifier: GPL-3.0-or-later
// A list of objects in JSON as a table: the members are its columns.
#pragma once

#include <string_view>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/exchange/loose_grid.h"

namespace entente {

/// Whether the text begins like an object or a list of objects.
[[nodiscard]] bool beginsLikeJson(std::string_view bytes);

/// `[{"year": 1990, "title": "..."}, ...]`, or the longest such list that is a member of an object, as of
/// GeoJSON ("features"). The first row has the names, in the order of the alphabet; objects within are taken
/// apart ("properties mag" where "mag" alone is there already), lists within stand with "; " between. Row N
/// of the table is entry N - 1 of the list. Errors: see readJsonText(); Foreign if there is no such list;
/// Invalid beyond the caps.
[[nodiscard]] Result<LooseTable> readJsonGrid(std::string_view bytes, const GridCaps& caps = {},
                                              const Progress& progress = {});

}  // namespace entente
