// SPDX-License-Identifier: GPL-3.0-or-later
// One thread, answers by the event loop.
#include "app/session/figure_reader.h"

#include <QFile>
#include <filesystem>
#include <utility>

namespace entente {

FigureReader::FigureReader(QObject* parent) : QObject(parent) {
  m_pool.setMaxThreadCount(1);
}

FigureReader::~FigureReader() {
  m_stop.request_stop();
  m_pool.clear();
  m_pool.waitForDone();
}

void FigureReader::readTable(const QString& path) {
  m_stop.request_stop();
  m_stop = std::stop_source();
  ++m_figures;
  ++m_open;
  const std::filesystem::path file = QFile::encodeName(path).toStdString();
  m_pool.start([this, number = ++m_table, file, progress = Progress{m_stop.get_token(), {}}] {
    auto sheets = readTableFile(file, {}, progress);
    QMetaObject::invokeMethod(
        this,
        [this, number, sheets = std::move(sheets)]() mutable {
          --m_open;
          if (number != m_table) return;
          if (sheets) {
            Q_EMIT tableRead(std::make_shared<const std::vector<TableGrid>>(std::move(*sheets)));
          } else {
            Q_EMIT tableFailed(sheets.error());
          }
        },
        Qt::QueuedConnection);
  });
}

void FigureReader::readFigures(const TableSheets& sheets, std::size_t sheet, const FigureOptions& options) {
  ++m_open;
  m_pool.start([this, number = ++m_figures, sheets, sheet, options] {
    auto import = std::make_shared<const FigureImport>(entente::readFigures(sheets->at(sheet), options));
    QMetaObject::invokeMethod(
        this,
        [this, number, import = std::move(import)] {
          --m_open;
          if (number == m_figures) Q_EMIT figuresRead(import);
        },
        Qt::QueuedConnection);
  });
}

}  // namespace entente
