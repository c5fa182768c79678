// SPDX-License-Identifier: GPL-3.0-or-later
// XLSX workbooks (ECMA-376, part 1, 18) to grids.
#pragma once

#include <string_view>
#include <vector>

#include "core/exchange/table_grid.h"

namespace entente {

/// Whether the bytes begin as those of a zip file do.
[[nodiscard]] bool isWorkbook(std::string_view bytes);

/// The sheets that hold something, in their order, at least one. Numbers as a spreadsheet program would show
/// them in full (15 digits); numbers whose format is one of dates as those dates (see sheetDate()); results
/// of formulas as they were last computed, rich text without its looks. Errors: Foreign (no workbook),
/// Damaged, Invalid (beyond the caps), Cancelled.
[[nodiscard]] Result<std::vector<TableGrid>> readXlsxGrids(std::string_view bytes, const GridCaps& caps = {},
                                                           const Progress& progress = {});

}  // namespace entente
