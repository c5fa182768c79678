// SPDX-License-Identifier: GPL-3.0-or-later
// Reads files of tables; of CSV also guesses what parts its cells.
#include "core/exchange/table_grid.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <system_error>
#include <utility>

#include "core/exchange/csv_reader.h"
#include "core/exchange/file_bytes.h"
#include "core/exchange/json_grid.h"
#include "core/exchange/ods_grid.h"
#include "core/exchange/published_text.h"
#include "core/exchange/xlsx_grid.h"

namespace entente {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kGuessedFrom = std::size_t{64} << 10U;  ///< bytes that are looked at for the separator
constexpr int kRowsBetweenLooks = 4'096;                      ///< at the stop token

/// How many rows of the beginning have the same number of cells, and more than one.
std::int64_t rowsAlike(std::string_view bytes, std::size_t offset, char separator) {
  std::map<std::size_t, std::int64_t> rowsOf;
  CsvReader reader(bytes.substr(0, kGuessedFrom), offset, 1, {separator, 10'000});
  CsvRow row;
  while (reader.next(row)) {
    if (row.cells.size() > 1) ++rowsOf[row.cells.size()];
  }
  std::int64_t most = 0;
  for (const auto& [cells, rows] : rowsOf)
    most = std::max(most, rows);
  return most;
}

char separatorOf(std::string_view bytes, std::size_t offset) {
  char best = ',';
  std::int64_t most = 0;
  // Of two that part as many rows the rarer in texts and numbers.
  for (const char separator : {'\t', ';', ','}) {
    const std::int64_t alike = rowsAlike(bytes, offset, separator);
    if (alike > most) best = separator;
    most = std::max(most, alike);
  }
  return best;
}

bool isWide(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

/// The row's cells up to the last that is not empty.
GridRow gridRow(CsvRow& row) {
  GridRow taken;
  taken.line = row.line;
  for (CsvCell& cell : row.cells) {
    const std::string_view text = withoutSpaces(cell.text);
    taken.cells.push_back({std::string(text), {cell.line, cell.column}});
  }
  while (!taken.cells.empty() && taken.cells.back().text.empty())
    taken.cells.pop_back();
  return taken;
}

}  // namespace

Result<TableGrid> readCsvGrid(std::string_view bytes, const GridCaps& caps, const Progress& progress) {
  if (isWide(bytes))
    return fail(ErrorKind::Foreign, "The text is UTF-16; save it as CSV in UTF-8, or as XLSX.");
  if (bytes.substr(0, kGuessedFrom).find('\0') != std::string_view::npos)
    return fail(ErrorKind::Foreign, "It is neither CSV nor XLSX: there are zero bytes in it.");
  const std::size_t begin = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  const auto mostCells = static_cast<std::size_t>(caps.columns);
  CsvReader reader(bytes, begin, 1, {separatorOf(bytes, begin), mostCells});
  CsvRow row;
  TableGrid grid;
  std::int64_t rows = 0;
  std::int64_t cells = 0;
  while (reader.next(row)) {
    if (rows % kRowsBetweenLooks == 0) {
      if (progress.stopRequested()) return fail(ErrorKind::Cancelled, "Reading the table was cancelled.");
      progress.say(static_cast<std::int64_t>(reader.offset()), static_cast<std::int64_t>(bytes.size()));
    }
    if (++rows > caps.rows)
      return fail(ErrorKind::Invalid, fmt::format("The table has more than {} rows.", caps.rows));
    if (!row.problems.empty()) {
      const CsvProblem& problem = row.problems.front();
      if (grid.problems.size() < caps.problems)
        grid.problems.push_back({{problem.line, problem.column}, problem.reason});
      continue;
    }
    GridRow taken = gridRow(row);
    cells += static_cast<std::int64_t>(taken.cells.size());
    if (cells > caps.cells)
      return fail(ErrorKind::Invalid, fmt::format("The table has more than {} cells.", caps.cells));
    if (!taken.cells.empty()) grid.rows.push_back(std::move(taken));
  }
  return grid;
}

Result<std::vector<TableGrid>> readTableFile(const fs::path& file, const GridCaps& caps,
                                             const Progress& progress) {
  auto bytes = readFileBytes(file, caps.fileBytes);
  if (!bytes) return fail(bytes.error());
  const std::string name = file.filename().string();
  if (isOpenDocument(*bytes) || isWorkbook(*bytes)) {
    auto sheets =
        isOpenDocument(*bytes) ? readOdsGrids(*bytes, caps, progress) : readXlsxGrids(*bytes, caps, progress);
    if (!sheets) return fail(sheets.error(), name);
    return sheets;
  }
  if (beginsLikeJson(*bytes)) {
    auto list = readJsonGrid(*bytes, caps, progress);
    if (!list) return fail(list.error(), name);
    return std::vector{std::move(list->grid)};
  }
  auto grid = readCsvGrid(*bytes, caps, progress);
  if (!grid) return fail(grid.error(), name);
  std::vector<TableGrid> only;
  only.push_back(std::move(*grid));
  return only;
}

}  // namespace entente
