// SPDX-License-Identifier: GPL-3.0-or-later
// Checks that rows fit their columns.
#include "core/model/table.h"

#include <algorithm>

#include "core/base/check.h"

namespace entente {

std::size_t Table::column(std::string_view name) const {
  const auto found = std::ranges::find(m_columns, name, &TableColumn::name);
  check(found != m_columns.end(), "the table has this column");
  return static_cast<std::size_t>(found - m_columns.begin());
}

Table Table::where(std::string_view name, const Cell& value) const {
  Table kept(m_columns);
  const std::size_t place = column(name);
  for (std::size_t row = 0; row < rowCount(); ++row) {
    if (at(row, place) != value) continue;
    const auto begin = m_cells.begin() + static_cast<std::ptrdiff_t>(row * m_columns.size());
    kept.m_cells.insert(kept.m_cells.end(), begin, begin + static_cast<std::ptrdiff_t>(m_columns.size()));
  }
  return kept;
}

double numberOf(const Cell& cell) {
  if (const auto* published = std::get_if<Decimal>(&cell)) return published->value;
  if (const auto* computed = std::get_if<double>(&cell)) return *computed;
  return static_cast<double>(integerOf(cell));
}

const QString& textOf(const Cell& cell) {
  const auto* text = std::get_if<QString>(&cell);
  check(text != nullptr, "the cell holds a text");
  return *text;
}

std::int64_t integerOf(const Cell& cell) {
  const auto* integer = std::get_if<std::int64_t>(&cell);
  check(integer != nullptr, "the cell holds a whole number");
  return *integer;
}

bool flagOf(const Cell& cell) {
  const auto* flag = std::get_if<bool>(&cell);
  check(flag != nullptr, "the cell holds yes or no");
  return *flag;
}

}  // namespace entente
