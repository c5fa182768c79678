// SPDX-License-Identifier: GPL-3.0-or-later
// ImportPreview: the first figures of a table that is about to be imported, as rows.
#pragma once

#include <QAbstractTableModel>
#include <memory>

#include "core/exchange/figure_import.h"

namespace entente {

inline constexpr int kPreviewedFigures = 200;

class ImportPreview : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column : int { State, Year, Value, Estimate, kColumns };

  using QAbstractTableModel::QAbstractTableModel;
  void setImport(const std::shared_ptr<const FigureImport>& import);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const override;

 private:
  std::shared_ptr<const FigureImport> m_import;
};

}  // namespace entente
