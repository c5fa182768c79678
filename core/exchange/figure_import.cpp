// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the reader of a format, and settles what it has found.
#include "core/exchange/figure_import.h"

#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <utility>

#include "core/exchange/figure_cells.h"
#include "core/exchange/published_text.h"

namespace entente {

namespace {

FigureCells cellsOf(const TableGrid& grid, const FigureOptions& options) {
  switch (options.format) {
    case FigureFormat::Owid:
      return readOwidCells(grid, options);
    case FigureFormat::Nato:
      return readNatoCells(grid, options);
    case FigureFormat::Table:
      break;
  }
  return readPlainCells(grid, options);
}

/// The one that "state=..." and so on name; null if it is none of them.
std::string* columnCalled(FigureColumns& columns, std::string_view part) {
  const std::size_t equals = part.find('=');
  if (equals == std::string_view::npos) return nullptr;
  const std::string_view key = withoutSpaces(part.substr(0, equals));
  if (key == "state") return &columns.state;
  if (key == "year") return &columns.year;
  if (key == "value") return &columns.value;
  return key == "estimate" ? &columns.estimate : nullptr;
}

/// At the next comma that has a key behind it: titles have commas of their own.
std::size_t endOfPart(std::string_view text) {
  FigureColumns any;
  std::size_t comma = text.find(',');
  while (comma != std::string_view::npos && !columnCalled(any, text.substr(comma + 1)))
    comma = text.find(',', comma + 1);
  return std::min(comma, text.size());
}

}  // namespace

Result<FigureColumns> FigureColumns::parse(std::string_view text) {
  FigureColumns columns;
  while (!text.empty()) {
    const std::string_view part = withoutSpaces(text.substr(0, endOfPart(text)));
    text = text.substr(std::min(endOfPart(text) + 1, text.size()));
    std::string* column = columnCalled(columns, part);
    if (!column)
      return fail(ErrorKind::Invalid,
                  fmt::format("'{}' is not state=TITLE, year=TITLE, value=TITLE or estimate=TITLE", part));
    *column = std::string(withoutSpaces(part.substr(part.find('=') + 1)));
    if (column->empty()) return fail(ErrorKind::Invalid, fmt::format("'{}' has no title behind it", part));
  }
  return columns;
}

FigureFormat guessFormat(const TableGrid& grid) {
  if (looksLikeOwid(grid)) return FigureFormat::Owid;
  // NATO's tables have their title above and no title over the states.
  constexpr std::size_t kLooked = 30;
  for (std::size_t i = 0; i < std::min(grid.rows.size(), kLooked); ++i) {
    std::size_t years = 0;
    std::size_t others = 0;
    for (const GridCell& cell : grid.rows[i].cells) {
      if (cell.text.empty()) continue;
      ++(yearTitle(cell.text) ? years : others);
    }
    if (years < 2) continue;
    return others <= 1 && (i > 0 || others == 0) ? FigureFormat::Nato : FigureFormat::Table;
  }
  return FigureFormat::Table;
}

FigureImport readFigures(const TableGrid& grid, const FigureOptions& options) {
  FigureCells cells = cellsOf(grid, options);
  cells.refusals.insert(cells.refusals.end(), grid.problems.begin(), grid.problems.end());
  return settleFigures(std::move(cells), options);
}

std::size_t refusedRows(const FigureImport& import) {
  std::set<std::int64_t> rows;
  for (const TableNote& refusal : import.refusals)
    rows.insert(refusal.place.line);
  return rows.size();
}

}  // namespace entente
