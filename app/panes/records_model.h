// SPDX-License-Identifier: GPL-3.0-or-later
// RecordsModel: the records of one table as rows: what they are called, what tells them apart, who names
// them.
#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <optional>
#include <vector>

#include "core/view/record_edits.h"

namespace entente {

/// GUI thread. Of actors, places, offices, memberships, figures and links. Sorted by any column; narrowed to
/// rows in which every word is found.
class RecordsModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column : int { Name, Detail, Mentions, ColumnCount };

  using QAbstractTableModel::QAbstractTableModel;

  /// Resets. A null snapshot: no rows.
  void show(std::shared_ptr<const Snapshot> snapshot, TableId table);
  void setNarrowing(const QString& words);

  [[nodiscard]] std::optional<RecordKey> recordAt(int row) const;
  /// -1 if it is not shown.
  [[nodiscard]] int rowOf(const RecordKey& record) const;
  [[nodiscard]] TableId table() const { return m_table; }
  [[nodiscard]] int allCount() const { return static_cast<int>(m_rows.size()); }

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const override;
  void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

 private:
  struct Row {
    Uid uid;
    QString name;
    QString detail;
    QString folded;
    int mentions = 0;  ///< events that name it
  };

  void fill();
  void arrange();

  std::shared_ptr<const Snapshot> m_snapshot;
  TableId m_table = TableId::Actors;
  QString m_words;
  std::vector<Row> m_rows;
  std::vector<std::size_t> m_shown;  ///< places in m_rows
  int m_sortColumn = Name;
  Qt::SortOrder m_order = Qt::AscendingOrder;
};

}  // namespace entente
