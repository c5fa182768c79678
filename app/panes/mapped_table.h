// SPDX-License-Identifier: GPL-3.0-or-later
// MappedTable: the first rows of a table of events as they stand in the file, each column with what it is
// taken for.
#pragma once

#include <QAbstractTableModel>
#include <memory>

#include "app/render/theme.h"
#include "core/exchange/foreign_file.h"

namespace entente {

inline constexpr int kShownTableRows = 200;

class MappedTable : public QAbstractTableModel {
  Q_OBJECT

 public:
  using QAbstractTableModel::QAbstractTableModel;

  void setTheme(ThemeName name);
  /// Null, or of a format without table: no rows.
  void setReading(const std::shared_ptr<const ForeignReading>& reading);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  /// "Start date → Date".
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const override;

 private:
  [[nodiscard]] const ForeignTable* table() const;
  [[nodiscard]] std::size_t firstRow() const;

  ThemeName m_theme = ThemeName::Light;
  std::shared_ptr<const ForeignReading> m_reading;
};

}  // namespace entente
