// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of any origin to grids: parted text in any encoding and quoting, pasted cells, XLSX, ODS.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/exchange/table_grid.h"
#include "core/exchange/text_bytes.h"

namespace entente {

struct GridOptions {
  char separator = 0;  ///< one of , ; TAB | : ^ or any other ASCII sign; 0: by evidence
  TextEncoding encoding = TextEncoding::Unknown;
  GridCaps caps;
};

/// A grid, how it was read, and what was odd about it. `grid.problems` is empty: all rows are there.
struct LooseTable {
  TableGrid grid;
  char separator = 0;  ///< of text; 0 of a sheet
  TextEncoding encoding = TextEncoding::Utf8;
  bool isList = false;  ///< in JSON: the first row has the names of its members, whatever else it looks like
  std::vector<TableNote> remarks;
};

/// Text as it comes: "sep=;" in front, any line ends, uneven rows, stray quotes (see LooseCsvReader). The
/// separator is the one that parts the most rows alike, the first one above all. Errors: Foreign for what is
/// no text, or text of another kind (JSON, XML); Invalid beyond the caps; Cancelled. O(bytes).
[[nodiscard]] Result<LooseTable> readLooseGrid(std::string_view bytes, const GridOptions& options = {},
                                               const Progress& progress = {});

/// The sheets of XLSX or ODS that hold something, or the one table of a text or of a list in JSON; which it
/// is is seen from the bytes. Errors as above, and Damaged.
[[nodiscard]] Result<std::vector<LooseTable>> readTables(std::string_view bytes,
                                                         const GridOptions& options = {},
                                                         const Progress& progress = {});

}  // namespace entente
