// SPDX-License-Identifier: GPL-3.0-or-later
// The file dialog, the export behind it, and the clipboard.
#include "app/shell/chart_files.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>

#include "app/charts/pledge_pane.h"
#include "app/export/chart_export.h"
#include "app/export/output_file.h"
#include "app/session/session.h"
#include "core/exchange/table_csv.h"

namespace entente {

namespace {

QString tr(const char* text) {
  return QApplication::translate("ChartFiles", text);
}

std::optional<ChartExport> exportOf(const Session& session, const PledgePane& pane, ThemeName theme) {
  const auto shown = pane.shown();
  const auto* pledge = shown ? std::get_if<Pledge>(&shown->pledge->record) : nullptr;
  if (!pledge) return std::nullopt;
  ChartExport what;
  what.snapshot = session.snapshot();
  what.pledge = *pledge;
  what.pledges = shown->pledges;
  what.choice = shown->choice;
  if (pane.figure().isOverTime()) what.span = session.view().span;
  what.knownAsOf = session.view().knownAsOf;
  what.theme = theme;
  what.today = session.now();
  what.program = QStringLiteral("Entente " ENTENTE_VERSION);
  what.font = QApplication::font();
  return what;
}

/// Tabs and line ends part cells and rows.
QString tabbed(const Table& table) {
  QString text;
  const auto add = [&text](QString cell, bool first) {
    if (!first) text += QLatin1Char('\t');
    text += cell.simplified();
  };
  for (std::size_t column = 0; column < table.columns().size(); ++column) {
    const std::string_view name = table.columns()[column].name;
    add(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())), column == 0);
  }
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    text += QLatin1Char('\n');
    for (std::size_t column = 0; column < table.columns().size(); ++column)
      add(cellText(table.at(row, column)), column == 0);
  }
  return text + QLatin1Char('\n');
}

/// Empty if none was chosen. The ending of the name follows the kind of file that is chosen in the dialog.
QString askForFile(QWidget* parent) {
  QFileDialog dialog(parent, tr("Export the chart"));
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  dialog.setNameFilters({tr("SVG drawing (*.svg)"), tr("PNG picture (*.png)"), tr("PDF page (*.pdf)"),
                         tr("Table with metadata (*.csv)"), tr("Workbook with chart (*.xlsx)")});
  dialog.setDefaultSuffix(QStringLiteral("svg"));
  dialog.selectFile(QStringLiteral("chart.svg"));
  QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, [&dialog](const QString& filter) {
    const qsizetype dot = filter.lastIndexOf(QLatin1Char('.'));
    const QString ending = filter.mid(dot + 1).chopped(1);
    const QString name = QFileInfo(dialog.selectedFiles().value(0)).completeBaseName();
    dialog.setDefaultSuffix(ending);
    dialog.selectFile((name.isEmpty() ? QStringLiteral("chart") : name) + QLatin1Char('.') + ending);
  });
  return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

std::optional<QString> said(const Result<void>& done) {
  return done ? std::nullopt : std::optional(QString::fromStdString(done.error().text()));
}

}  // namespace

std::optional<QString> saveChartOf(const Session& session, const PledgePane& pane, ThemeName theme,
                                   QWidget* parent) {
  auto what = exportOf(session, pane, theme);
  if (!what) return tr("There is no chart to be exported.");
  const QString asked = askForFile(parent);
  if (asked.isEmpty()) return std::nullopt;
  const auto format = chartFormatOf(asked);
  if (!format) return QString::fromStdString(format.error().text());
  constexpr int kPngScale = 2;
  what->scaleFactor = *format == ChartFormat::Png ? kPngScale : 1;
  const QString name = QFileInfo(asked).fileName();
  const auto bytes = exportChart(*what, *format, name);
  if (!bytes) return QString::fromStdString(bytes.error().text());
  if (*format == ChartFormat::Csv) {
    const auto metadata = exportMetadata(*what, name);
    if (!metadata) return QString::fromStdString(metadata.error().text());
    if (auto failed = said(writeFile(asked + QStringLiteral("-metadata.json"), *metadata, true)))
      return failed;
  }
  // The dialog has asked before overwriting.
  return said(writeFile(asked, *bytes, true));
}

std::optional<QString> copyChartOf(const Session& session, const PledgePane& pane, ThemeName theme) {
  auto what = exportOf(session, pane, theme);
  if (!what) return tr("There is no chart to be copied.");
  constexpr int kScale = 2;
  what->scaleFactor = kScale;
  const auto picture = exportChart(*what, ChartFormat::Png, {});
  if (!picture) return QString::fromStdString(picture.error().text());
  auto data = std::make_unique<QMimeData>();
  data->setImageData(QImage::fromData(*picture, "PNG"));
  data->setText(tabbed(pane.figure().table));
  QApplication::clipboard()->setMimeData(data.release());
  return std::nullopt;
}

}  // namespace entente
