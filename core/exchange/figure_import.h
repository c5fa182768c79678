// SPDX-License-Identifier: GPL-3.0-or-later
// readFigures(): spending figures out of the tables that publishers make, with everything that was left out.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/country_names.h"
#include "core/exchange/figure_measure.h"
#include "core/exchange/published_number.h"
#include "core/exchange/table_grid.h"
#include "core/model/decimal.h"
#include "core/model/vocabulary.h"

namespace entente {

/// Our World in Data: a row a figure, with columns Entity, Code, Year. NATO: states in rows, years in
/// columns, several blocks in a sheet. Table: either way, by the titles of its columns.
enum class FigureFormat : std::uint8_t { Owid, Nato, Table };

template <>
struct Words<FigureFormat> {
  static constexpr std::array<std::string_view, 3> list{"owid", "nato", "table"};
};

enum class PercentValues : std::uint8_t { Unsaid, Percent, Fraction };

/// Titles of columns; an empty one is looked for by its usual names.
struct FigureColumns {
  std::string state;
  std::string year;
  std::string value;
  std::string estimate;

  /// "state=Country,year=Year,value=Spending". ErrorKind::Invalid for another key, or a part without "=".
  [[nodiscard]] static Result<FigureColumns> parse(std::string_view text);

  bool operator==(const FigureColumns&) const = default;
};

/// What the user has said; what is left open is read from the table where it says it, else asked.
struct FigureOptions {
  FigureFormat format = FigureFormat::Table;
  std::optional<SpendingMetric> metric;
  FigureColumns columns;
  PercentValues values = PercentValues::Unsaid;
  MoneyUnit unit = MoneyUnit::Unsaid;
  DecimalMark decimal = DecimalMark::Unknown;
};

struct ImportedFigure {
  std::size_t actor = 0;  ///< in FigureImport::actors
  int year = 0;
  Decimal value;  ///< as published, or moved by powers of ten where that was asked for
  bool estimate = false;
  TablePlace place;

  bool operator==(const ImportedFigure&) const = default;
};

/// What must be said before anything can be imported.
enum class Unsaid : std::uint8_t { Columns, ValueColumn, Metric, Values, Unit, DecimalMark };

struct ImportQuestion {
  Unsaid what = Unsaid::Metric;
  std::string reason;  ///< one sentence: what in the table is not clear

  bool operator==(const ImportQuestion&) const = default;
};

/// While there are questions the figures are a preview: values stand as published.
struct FigureImport {
  std::optional<SpendingMetric> metric;
  bool metricWasRead = false;  ///< from the table's words, not said by the user
  std::vector<NamedActor> actors;
  std::vector<ImportedFigure> figures;  ///< in the order of the table; one a state and year
  std::vector<TableNote> remarks;       ///< what was understood, or left out on purpose
  std::vector<TableNote> refusals;      ///< what was to be read and could not be, by place
  std::vector<ImportQuestion> questions;
  std::size_t emptyCells = 0;  ///< of states and years that have no figure
};

/// The format that a table looks like.
[[nodiscard]] FigureFormat guessFormat(const TableGrid& grid);

/// Never fails: what cannot be read is refused row by row. O(cells log cells).
[[nodiscard]] FigureImport readFigures(const TableGrid& grid, const FigureOptions& options);

/// In how many rows of the table something was refused.
[[nodiscard]] std::size_t refusedRows(const FigureImport& import);

}  // namespace entente
