// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the readers of both.
#include "core/exchange/table_purpose.h"

#include <algorithm>

#include "core/exchange/event_table.h"
#include "core/exchange/figure_import.h"

namespace entente {

namespace {

bool hasTitleColumn(const TableGrid& grid) {
  const TableGuess guess = guessEventTable(grid);
  if (!guess.problem.empty() || !guess.map.hasHeader) return false;
  return std::ranges::any_of(guess.map.columns, [](const MappedColumn& column) {
    const auto meaning = meaningOfTitle(column.title);
    return column.field == EventField::Title && meaning && meaning->field == EventField::Title;
  });
}

}  // namespace

bool looksLikeFigures(const TableGrid& grid) {
  FigureOptions options;
  options.format = guessFormat(grid);
  if (options.format == FigureFormat::Table && hasTitleColumn(grid)) return false;
  const FigureImport figures = readFigures(grid, options);
  return !figures.figures.empty() && 2 * refusedRows(figures) < grid.rows.size();
}

}  // namespace entente
