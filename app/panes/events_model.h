// SPDX-License-Identifier: GPL-3.0-or-later
// EventsModel: the events of a span as rows; ids alone, every text is made when it is asked for.
#pragma once

#include <QAbstractTableModel>
#include <array>
#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "app/panes/table_roles.h"
#include "core/view/snapshot.h"

namespace entente {

/// GUI thread. Sorting is total and stable: within what is equal in a column, the order of time. Roles beside
/// Qt's own are in table_roles.h.
class EventsModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Kind, When, Title, Sources, Disputed, ColumnCount };
  using Hits = std::optional<std::unordered_set<EventId>>;

  explicit EventsModel(QObject* parent = nullptr);

  /// `events` are of the snapshot, by begin, then key. Resets, unless nothing changed; the order stays sorted
  /// as it was. O(events log events); the first sort by a text of a snapshot O(its events) besides.
  void setEvents(std::shared_ptr<const Snapshot> snapshot, std::vector<EventId> events);
  /// What a search found; not set: nothing is looked for.
  void setHits(Hits hits);

  [[nodiscard]] std::optional<EventId> eventAt(int row) const;
  /// -1 if it is not there. O(1).
  [[nodiscard]] int rowOf(EventId id) const;
  /// As shown.
  [[nodiscard]] const std::vector<EventId>& events() const { return m_rows; }
  [[nodiscard]] int disputedCount() const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const override;
  /// A column that is not there: by time.
  void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

 private:
  [[nodiscard]] QString text(const EventTitle& title, int column) const;
  [[nodiscard]] QString toolTip(const EventTitle& title, int column) const;
  [[nodiscard]] const std::unordered_map<EventId, int>& ranks(int column);
  void sortRows();

  std::shared_ptr<const Snapshot> m_snapshot;
  std::vector<EventId> m_byTime;
  std::vector<EventId> m_rows;
  std::unordered_map<EventId, int> m_rowOf;
  /// Of the snapshot, by column; filled at the first sort by it.
  std::array<std::unordered_map<EventId, int>, ColumnCount> m_ranks;
  Hits m_hits;
  int m_sortColumn = When;
  Qt::SortOrder m_order = Qt::AscendingOrder;
};

}  // namespace entente
