// SPDX-License-Identifier: GPL-3.0-or-later
// FigureCells: what the readers of the three formats hand on: which cell belongs to which state and year.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/figure_import.h"

namespace entente {

struct FigureCell {
  std::size_t actor = 0;
  int year = 0;
  bool estimate = false;
  std::string text;
  TablePlace place;
};

struct FigureCells {
  std::vector<NamedActor> actors;
  std::vector<FigureCell> cells;  ///< none that is empty
  Measure measure;                ///< what the table's words say
  std::string measureSaid;        ///< those words
  std::vector<TableNote> remarks;
  std::vector<TableNote> refusals;
  std::vector<ImportQuestion> questions;
  std::size_t emptyCells = 0;

  /// The place of an actor in `actors`.
  [[nodiscard]] std::size_t actor(const NamedActor& named);

 private:
  std::map<std::string, std::size_t> m_actors;  ///< by code, or slug
};

/// A year as it stands in a cell: "2014", also "2014.0" as programs write it.
[[nodiscard]] std::optional<int> yearOf(std::string_view text);
/// A year at the head of a column: "2025", "2025e", "2025 (e)", "2024*".
struct YearTitle {
  int year = 0;
  bool estimate = false;
};
[[nodiscard]] std::optional<YearTitle> yearTitle(std::string_view text);

/// The text of a cell; empty beyond the row's end.
[[nodiscard]] std::string_view textAt(const GridRow& row, std::size_t column);
[[nodiscard]] TablePlace placeAt(const GridRow& row, std::size_t column);
/// What a row calls a state that nobody knows.
[[nodiscard]] std::string unknownState(std::string_view name);

[[nodiscard]] FigureCells readOwidCells(const TableGrid& grid, const FigureOptions& options);
[[nodiscard]] FigureCells readNatoCells(const TableGrid& grid, const FigureOptions& options);
[[nodiscard]] FigureCells readPlainCells(const TableGrid& grid, const FigureOptions& options);

/// True for tables with the columns Entity and Year.
[[nodiscard]] bool looksLikeOwid(const TableGrid& grid);

/// Numbers, units, fractions, and what stands twice.
[[nodiscard]] FigureImport settleFigures(FigureCells cells, const FigureOptions& options);

}  // namespace entente
