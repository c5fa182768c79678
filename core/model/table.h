// SPDX-License-Identifier: GPL-3.0-or-later
// Table: tidy rows that analysis gives and that charts, CSV and workbooks take.
#pragma once

#include <QString>
#include <cstddef>
#include <cstdint>

#include <optional>
#include <string_view>
#include <utility>

#include <variant>
#include <vector>

#include "core/base/check.h"
#include "core/model/decimal.h"

namespace entente {

/// A missing value is std::monostate: not zero, not an empty text. A number as it was published is a Decimal,
/// a computed one a double.
using Cell = std::variant<std::monostate, QString, std::int64_t, double, Decimal, bool>;

struct TableColumn {
  std::string_view name;  ///< snake_case, for files; a literal
  QString unit = {};      ///< as files have it ("pct_gdp"); empty where a column has none

  bool operator==(const TableColumn&) const = default;
};

/// One observation a row (H. Wickham, "Tidy Data", J. Stat. Softw. 59, 2014).
class Table {
 public:
  Table() = default;
  explicit Table(std::vector<TableColumn> columns) : m_columns(std::move(columns)) {}

  [[nodiscard]] const std::vector<TableColumn>& columns() const { return m_columns; }
  [[nodiscard]] std::size_t rowCount() const {
    return m_columns.empty() ? 0 : m_cells.size() / m_columns.size();
  }
  [[nodiscard]] bool isEmpty() const { return m_cells.empty(); }
  /// The place of a column; the program stops if there is none of that name.
  [[nodiscard]] std::size_t column(std::string_view name) const;
  [[nodiscard]] const Cell& at(std::size_t row, std::size_t column) const {
    return m_cells[row * m_columns.size() + column];
  }
  [[nodiscard]] const Cell& at(std::size_t row, std::string_view name) const { return at(row, column(name)); }

  void reserve(std::size_t rows) { m_cells.reserve(rows * m_columns.size()); }
  /// One cell a column; the program stops if there are more or fewer.
  template <class... T>
  void addRow(T&&... cells) {
    check(sizeof...(cells) == m_columns.size(), "a row has one cell a column");
    (m_cells.emplace_back(std::forward<T>(cells)), ...);
  }

  /// The rows in which a column holds this value.
  [[nodiscard]] Table where(std::string_view column, const Cell& value) const;

  bool operator==(const Table&) const = default;

 private:
  std::vector<TableColumn> m_columns;
  std::vector<Cell> m_cells;  ///< row by row
};

// What a cell holds; the program stops if it holds something else (isMissing() first).
[[nodiscard]] inline bool isMissing(const Cell& cell) {
  return std::holds_alternative<std::monostate>(cell);
}
/// Of a published or a computed number, or an integer.
[[nodiscard]] double numberOf(const Cell& cell);
[[nodiscard]] const QString& textOf(const Cell& cell);
[[nodiscard]] std::int64_t integerOf(const Cell& cell);
[[nodiscard]] bool flagOf(const Cell& cell);

/// A computed number that may not be there, as a cell.
template <class T>
[[nodiscard]] Cell cellOf(const std::optional<T>& value) {
  return value ? Cell(*value) : Cell();
}

}  // namespace entente
