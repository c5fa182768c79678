// SPDX-License-Identifier: GPL-3.0-or-later
// What holds of every TableGrid that a workbook gives, whatever the bytes were.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/check.h"
#include "core/base/result.h"
#include "core/exchange/table_grid.h"

namespace entente {

inline GridCaps fuzzCaps() {
  GridCaps caps;
  caps.cells = 100'000;
  caps.unpackedBytes = std::uint64_t{16} << 20U;
  return caps;
}

/// Rows and cells stand in their order, within the caps.
inline void checkGrids(const Result<std::vector<TableGrid>>& grids) {
  if (!grids) return;
  for (const TableGrid& grid : *grids) {
    std::int64_t before = 0;
    for (const GridRow& row : grid.rows) {
      check(row.line > before, "rows stand in their order");
      before = row.line;
      check(!row.cells.empty() && !row.cells.back().text.empty(), "a row ends with a text");
      check(row.cells.size() <= static_cast<std::size_t>(fuzzCaps().columns), "a row keeps within the caps");
    }
  }
}

}  // namespace entente
