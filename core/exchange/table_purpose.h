// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a table holds figures of states or events.
#pragma once

#include "core/exchange/table_grid.h"

namespace entente {

/// True if most rows give figures of states and years, unless a column of a table in no publisher's layout says
/// by its title that it is one of titles. O(cells).
[[nodiscard]] bool looksLikeFigures(const TableGrid& grid);

}  // namespace entente
