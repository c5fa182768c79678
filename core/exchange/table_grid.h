// SPDX-License-Identifier: GPL-3.0-or-later
// TableGrid: a table as anybody keeps one, as rows of text cells that know their place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"

namespace entente {

/// Where a cell stands, from 1: in CSV line and byte of the line, in a sheet row and column.
struct TablePlace {
  std::int64_t line = 0;
  std::int64_t column = 0;

  auto operator<=>(const TablePlace&) const = default;
};

struct GridCell {
  std::string text;  ///< UTF-8, without spaces around it
  TablePlace place;

  bool operator==(const GridCell&) const = default;
};

/// `cells` reach to the last one that is there; what is left out before it is empty.
struct GridRow {
  std::int64_t line = 1;
  std::vector<GridCell> cells;

  bool operator==(const GridRow&) const = default;
};

/// What was read of a table at some place: a row that could not be read, or something worth knowing.
struct TableNote {
  TablePlace place;
  std::string text;

  bool operator==(const TableNote&) const = default;
};

/// Rows without any text are left out.
struct TableGrid {
  std::string name;  ///< of the sheet; empty for CSV
  std::vector<GridRow> rows;
  std::vector<TableNote> problems;  ///< rows that could not be read; they are not in `rows`
};

/// What a table may cost. A file beyond it is refused whole.
struct GridCaps {
  std::uint64_t fileBytes = std::uint64_t{64} << 20U;
  std::uint64_t unpackedBytes = std::uint64_t{256} << 20U;  ///< of a workbook: all its parts together
  std::int64_t rows = 1'000'000;                            ///< of a sheet
  std::int64_t columns = 1'024;                             ///< of a sheet
  std::int64_t cells = 4'000'000;                           ///< of all sheets, empty ones between others too
  std::uint64_t textBytes = std::uint64_t{128} << 20U;      ///< of all texts of a workbook
  std::size_t sheets = 256;
  std::size_t problems = 10'000;
};

/// CSV parted by ',', ';' or TAB (whichever parts more rows alike), UTF-8 with or without byte order mark.
/// ErrorKind::Foreign for what is no text; Invalid for what is beyond the caps.
[[nodiscard]] Result<TableGrid> readCsvGrid(std::string_view bytes, const GridCaps& caps = {},
                                            const Progress& progress = {});

/// The sheets of a file, at least one: of XLSX and ODS all that hold something, of CSV and lists in JSON the
/// only one. What it is is seen from its first bytes. Errors name the file: NotFound, NoPermission, Foreign,
/// Damaged, Invalid (beyond the caps), Cancelled, Internal.
[[nodiscard]] Result<std::vector<TableGrid>> readTableFile(const std::filesystem::path& file,
                                                           const GridCaps& caps = {},
                                                           const Progress& progress = {});

}  // namespace entente
