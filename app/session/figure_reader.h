// SPDX-License-Identifier: GPL-3.0-or-later
// FigureReader: reads tables and the figures in them beside the work of the window.
#pragma once

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

#include "core/base/error.h"
#include "core/exchange/figure_import.h"

namespace entente {

using TableSheets = std::shared_ptr<const std::vector<TableGrid>>;

/// GUI thread. A newer question takes the place of the older one of its kind, whose answer is dropped;
/// another table takes the place of all.
class FigureReader : public QObject {
  Q_OBJECT

 public:
  explicit FigureReader(QObject* parent = nullptr);
  ~FigureReader() override;  ///< stops and waits

  void readTable(const QString& path);
  void readFigures(const TableSheets& sheets, std::size_t sheet, const FigureOptions& options);
  [[nodiscard]] bool isReading() const { return m_open > 0; }

 Q_SIGNALS:
  void tableRead(const entente::TableSheets& sheets);
  void tableFailed(const entente::Error& error);
  void figuresRead(const std::shared_ptr<const entente::FigureImport>& import);

 private:
  QThreadPool m_pool;
  std::stop_source m_stop;
  std::uint64_t m_table = 0;    ///< the last that was asked for
  std::uint64_t m_figures = 0;  ///< likewise
  int m_open = 0;               ///< questions without an answer
};

}  // namespace entente
