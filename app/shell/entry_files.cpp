// SPDX-License-Identifier: GPL-3.0-or-later
// Dialogs around the import of entries and the writers.
#include "app/shell/entry_files.h"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QPointer>
#include <QStringList>
#include <array>
#include <optional>
#include <utility>

#include "app/export/output_file.h"
#include "app/panes/entry_import_dialog.h"
#include "app/render/date_words.h"
#include "app/session/session.h"
#include "app/words/entry_words.h"
#include "core/exchange/bundle_writer.h"
#include "core/exchange/foreign_export.h"

namespace entente {

namespace {

QString tr(const char* text) {
  return QApplication::translate("EntryFiles", text);
}

EntryImportDialog* makeDialog(Session& session, ThemeName theme, QWidget* window, const ImportWays& ways) {
  auto* dialog = new EntryImportDialog(session, theme, window);
  QObject::connect(dialog, &EntryImportDialog::archiveMade, window, ways.open);
  QObject::connect(dialog, &EntryImportDialog::figuresFound, window, ways.asFigures);
  dialog->open();
  return dialog;
}

struct Way {
  ExportFormat format;
  const char* name;
};
constexpr std::array<Way, 6> kWays{
    {{ExportFormat::Csv, QT_TRANSLATE_NOOP("EntryFiles", "Table of events (*.csv)")},
     {ExportFormat::TimelineJs, QT_TRANSLATE_NOOP("EntryFiles", "TimelineJS (*.json)")},
     {ExportFormat::TimelineJsSheet, QT_TRANSLATE_NOOP("EntryFiles", "Sheet of TimelineJS (*.csv)")},
     {ExportFormat::ICalendar, QT_TRANSLATE_NOOP("EntryFiles", "iCalendar (*.ics)")},
     {ExportFormat::CslJson, QT_TRANSLATE_NOOP("EntryFiles", "Sources as CSL-JSON (*.json)")},
     {ExportFormat::Bundle, QT_TRANSLATE_NOOP("EntryFiles", "Everything: a new folder of CSV files (*)")}}};

ExportFormat formatOf(const QString& filter) {
  for (const Way& way : kWays) {
    if (filter == tr(way.name)) return way.format;
  }
  return ExportFormat::Csv;
}

struct Chosen {
  QString path;
  ExportFormat format = ExportFormat::Csv;
};

std::optional<Chosen> askForFile(const Session& session, QWidget* window) {
  QFileDialog dialog(window, tr("Export for other programs"));
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  QStringList filters;
  for (const Way& way : kWays)
    filters << tr(way.name);
  dialog.setNameFilters(filters);
  const QString name = QFileInfo(session.path()).completeBaseName();
  const auto suggest = [&dialog, name](const QString& filter) {
    const std::string_view suffix = suffixOf(formatOf(filter));
    const QString ending = QString::fromUtf8(suffix.data(), static_cast<qsizetype>(suffix.size()));
    dialog.setDefaultSuffix(ending);
    const QString typed = QFileInfo(dialog.selectedFiles().value(0)).completeBaseName();
    const QString base = typed.isEmpty() ? name : typed;
    dialog.selectFile(ending.isEmpty() ? base : base + QLatin1Char('.') + ending);
  };
  suggest(filters.first());
  QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, suggest);
  if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) return std::nullopt;
  return Chosen{dialog.selectedFiles().first(), formatOf(dialog.selectedNameFilter())};
}

/// What was left out; empty if nothing was.
Result<QString> writeChosen(const Chosen& chosen, const Records& records) {
  if (chosen.format == ExportFormat::Bundle) {
    if (auto done = writeBundle(records, QFile::encodeName(chosen.path).toStdString(), false); !done)
      return fail(done.error());
    return QString();
  }
  const WrittenFile written =
      writeForeign(chosen.format, records, [](const FuzzyDate& date) { return dateInShort(date); });
  // The dialog has asked whether a file may be replaced.
  if (auto done = writeFile(chosen.path, written.bytes, true); !done) return fail(done.error());
  return leftOutInWords(written.leftOut);
}

}  // namespace

bool isImported(const QString& path) {
  static const QStringList kSuffixes{
      QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("txt"),      QStringLiteral("xlsx"),
      QStringLiteral("ods"), QStringLiteral("js"),  QStringLiteral("json"),     QStringLiteral("jsonp"),
      QStringLiteral("xml"), QStringLiteral("ics"), QStringLiteral("timeline"), QStringLiteral("ris"),
      QStringLiteral("enw"), QStringLiteral("xls")};
  return kSuffixes.contains(QFileInfo(path).suffix().toLower());
}

EntryImportDialog* importEntries(Session& session, ThemeName theme, QWidget* window, const QString& path,
                                 const ImportWays& ways) {
  EntryImportDialog* dialog = makeDialog(session, theme, window, ways);
  if (!path.isEmpty()) dialog->openFile(path);
  return dialog;
}

EntryImportDialog* importPasted(Session& session, ThemeName theme, QWidget* window,
                                const QMimeData* clipboard, const ImportWays& ways) {
  if (!clipboard || !clipboard->hasText() || clipboard->text().trimmed().isEmpty()) return nullptr;
  EntryImportDialog* dialog = makeDialog(session, theme, window, ways);
  dialog->openText(clipboard->text().toUtf8(), tr("Pasted table"));
  return dialog;
}

void exportForOthers(Session& session, QWidget* window,
                     const std::function<void(const QString& sentence, bool failed)>& say) {
  const auto chosen = askForFile(session, window);
  if (!chosen) return;
  session.askRecords(window, [chosen = *chosen, say](const Result<std::shared_ptr<const Records>>& records) {
    if (!records) return say(QString::fromStdString(records.error().text()), true);
    const auto leftOut = writeChosen(chosen, **records);
    if (!leftOut) return say(QString::fromStdString(leftOut.error().text()), true);
    const QString name = QFileInfo(chosen.path).fileName();
    say(leftOut->isEmpty()
            ? tr("Written: %1").arg(name)
            : tr("Written: %1. Not in it: %2. The folder of CSV files holds everything.").arg(name, *leftOut),
        false);
  });
}

}  // namespace entente
