// SPDX-License-Identifier: GPL-3.0-or-later
// ODS spreadsheets (OASIS OpenDocument 1.2, part 1, 9) to grids.
#pragma once

#include <string_view>
#include <vector>

#include "core/exchange/table_grid.h"

namespace entente {

/// Whether the bytes are a zip file that says it is an OpenDocument.
[[nodiscard]] bool isOpenDocument(std::string_view bytes);

/// The sheets that hold something, in their order, at least one. Dates and times as ISO 8601, as far as
/// their styles show them ("2014-05"), numbers as
/// their values, the rest as the text that is shown: paragraphs as lines. Repeated cells and rows are there
/// as often as they are repeated, if they hold something; an empty one costs nothing. Covered cells are
/// empty. Errors: Foreign (no spreadsheet), Damaged, Invalid (beyond the caps), Cancelled.
[[nodiscard]] Result<std::vector<TableGrid>> readOdsGrids(std::string_view bytes, const GridCaps& caps = {},
                                                          const Progress& progress = {});

}  // namespace entente
