// SPDX-License-Identifier: GPL-3.0-or-later
// SourcesModel: the sources of an archive as rows, narrowed and sorted.
#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <optional>
#include <vector>

#include "app/panes/table_roles.h"
#include "core/view/snapshot.h"

namespace entente {

/// GUI thread. Sorting is total and stable: within what is equal in a column by name, then uid; what a source
/// does not have (a grade, a date) stands last whichever way the column is sorted.
class SourcesModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Grade, Name, Date, Kind, Events, Claims, Refuted, All, ColumnCount };

  explicit SourcesModel(QObject* parent = nullptr);

  /// Null: no rows. What it is narrowed to stays.
  void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
  /// Only sources with all these words in publisher, title, author or root; case and accents folded.
  void setNarrowing(const QString& words);
  /// Only these; not set: all.
  void setOnly(std::optional<std::vector<SourceUid>> only);
  /// For few pixels: grades without words, All with a second line.
  void setCompact(bool compact);

  /// Null beyond the rows.
  [[nodiscard]] const Source* sourceAt(int row) const;
  /// -1 if it is not among the rows. O(rows).
  [[nodiscard]] int rowOf(const SourceUid& uid) const;
  /// Of the archive, whatever it is narrowed to.
  [[nodiscard]] int sourceCount() const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const override;
  /// A column that is not there: by name.
  void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

 private:
  [[nodiscard]] const SourceUse& useOf(std::size_t index) const;
  [[nodiscard]] QString text(std::size_t index, int column) const;
  [[nodiscard]] QString toolTip(std::size_t index, int column) const;
  [[nodiscard]] std::optional<std::int64_t> sortKey(std::size_t index) const;
  [[nodiscard]] std::vector<std::size_t> keptRows() const;
  void sortRows(std::vector<std::size_t>& rows) const;
  void rebuild();

  std::shared_ptr<const Snapshot> m_snapshot;
  std::vector<std::size_t> m_rows;    ///< indexes in the snapshot's sources
  std::vector<std::size_t> m_byName;  ///< all of them
  std::vector<QString> m_folded;      ///< in step with the sources
  QString m_narrowing;                ///< folded
  std::optional<std::vector<SourceUid>> m_only;
  bool m_compact = false;
  int m_sortColumn = Name;
  Qt::SortOrder m_order = Qt::AscendingOrder;
};

}  // namespace entente
