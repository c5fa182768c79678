// SPDX-License-Identifier: GPL-3.0-or-later
// RelianceModel: what rests on a source as one list, grouped by kind under headings.
#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <optional>
#include <vector>

#include "app/panes/table_roles.h"
#include "core/model/source_use.h"
#include "core/view/snapshot.h"

namespace entente {

/// One column. Headings cannot be selected and are passed over by the keys. GUI thread.
class RelianceModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  explicit RelianceModel(QObject* parent = nullptr);

  /// Resets. Events, stages, positions, claims, figures, offices, accessions, the rest; each in the order
  /// given (events in the order of time).
  void setReliances(std::shared_ptr<const Snapshot> snapshot, std::vector<Reliance> reliances);

  [[nodiscard]] bool isHeading(int row) const;
  /// The event that the row is or belongs to; none for headings and for what belongs to no event.
  [[nodiscard]] std::optional<EventId> eventAt(int row) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

 private:
  struct Row {
    std::size_t reliance = 0;  ///< of a heading the first one under it
    std::size_t under = 0;     ///< of a heading how many; else 0
  };
  [[nodiscard]] const Row* rowAt(int row) const;
  [[nodiscard]] QString heading(const Row& row) const;

  std::shared_ptr<const Snapshot> m_snapshot;
  std::vector<Reliance> m_reliances;
  std::vector<Row> m_rows;
};

/// The second line of an entry: "Published, 24 June 2025", "when: June 2024, refuted", "2014 to 2026".
[[nodiscard]] QString relianceInWords(const Reliance& reliance);

}  // namespace entente
