// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of the grid below titles of the map.
#include "app/panes/mapped_table.h"

#include <algorithm>

#include "app/words/entry_words.h"

namespace entente {

namespace {

constexpr qsizetype kMostLetters = 300;  ///< of a cell that is shown

bool isUsed(EventField field) {
  return field != EventField::Ignore && field != EventField::Other && field != EventField::LeftOut;
}

}  // namespace

void MappedTable::setTheme(ThemeName name) {
  m_theme = name;
}

void MappedTable::setReading(const std::shared_ptr<const ForeignReading>& reading) {
  beginResetModel();
  m_reading = reading;
  endResetModel();
}

const ForeignTable* MappedTable::table() const {
  return m_reading && m_reading->table ? &*m_reading->table : nullptr;
}

std::size_t MappedTable::firstRow() const {
  return table()->map.hasHeader ? table()->map.headerRow + 1 : 0;
}

int MappedTable::rowCount(const QModelIndex& parent) const {
  if (parent.isValid() || !table()) return 0;
  const std::size_t all = table()->table.grid.rows.size();
  const std::size_t first = firstRow();
  return all > first ? static_cast<int>(std::min<std::size_t>(all - first, kShownTableRows)) : 0;
}

int MappedTable::columnCount(const QModelIndex& parent) const {
  return parent.isValid() || !table() ? 0 : static_cast<int>(table()->map.columns.size());
}

QVariant MappedTable::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || !table()) return {};
  const auto column = static_cast<std::size_t>(index.column());
  if (role == Qt::ForegroundRole && !isUsed(table()->map.columns[column].field)) return theme(m_theme).ink3;
  if (role != Qt::DisplayRole) return {};
  const GridRow& row = table()->table.grid.rows[firstRow() + static_cast<std::size_t>(index.row())];
  if (column >= row.cells.size()) return {};
  return QString::fromStdString(row.cells[column].text).left(kMostLetters).simplified();
}

QVariant MappedTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || !table()) return {};
  if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
  const MappedColumn& column = table()->map.columns[static_cast<std::size_t>(section)];
  if (role == Qt::ToolTipRole) return tr("Click to say what the column holds");
  if (role != Qt::DisplayRole) return {};
  return tr("%1 → %2", "title of a column, what it holds")
      .arg(QString::fromStdString(column.title).left(60), fieldInWords(column.field));
}

}  // namespace entente
