// SPDX-License-Identifier: GPL-3.0-or-later
// Reads, plans, shows; and at last writes.
#include "app/panes/entry_import_dialog.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSaveFile>
#include <algorithm>
#include <utility>

#include "app/panes/date_entry.h"
#include "app/panes/entry_outcomes.h"
#include "app/panes/import_edition.h"
#include "app/panes/mapped_table.h"
#include "app/panes/reading_choices.h"
#include "app/panes/table_view.h"
#include "app/session/session.h"
#include "app/words/entry_words.h"
#include "core/exchange/bundle_reader.h"

namespace entente {

namespace {

constexpr qint64 kMostMapBytes = qint64{1} << 20U;

QString text(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

RecordChanges changesOf(const EventPlan& plan) {
  RecordChanges changes;
  changes.reserve(plan.records.size());
  for (const PlannedRecord& record : plan.records)
    std::visit([&changes](const auto& row) { changes.emplace_back(PutRecord{row}); }, record);
  return changes;
}

Records recordsOf(const ForeignArchive& file, const EventPlan& plan, const QString& title) {
  Records records;
  const auto say = [&records](const char* name, const QString& value) {
    if (!value.isEmpty()) records.properties.push_back({Uid(name), value});
  };
  say("format", QString::fromLatin1(kBundleFormat.data(), kBundleFormat.size()));
  say("title", file.title.isEmpty() ? title : file.title);
  say("description", file.description);
  say("authors", file.author);
  for (const PlannedRecord& record : plan.records)
    std::visit([&records]<class R>(const R& row) { (records.*recordTable<R>().rows).push_back(row); }, record);
  return records;
}

/// ErrorKind::Internal with what the system says.
Result<void> saveBytes(const QString& path, const QByteArray& bytes) {
  QSaveFile file(path);
  if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) return {};
  return fail(ErrorKind::Internal, (path + QStringLiteral(" cannot be written: ") + file.errorString()).toStdString());
}

}  // namespace

EntryImportDialog::~EntryImportDialog() {
  m_stopWriting.request_stop();
}

bool EntryImportDialog::isBusy() const {
  return m_reader.isReading() || m_writing;
}

void EntryImportDialog::choose() {
  const QString path = QFileDialog::getOpenFileName(
      this, tr("Import"), {},
      tr("Tables and timelines (*.csv *.tsv *.txt *.xlsx *.ods *.json *.js *.xml *.timeline *.ics *.ris *.enw);;"
         "All files (*)"));
  if (!path.isEmpty()) openFile(path);
}

void EntryImportDialog::begin(const QString& name) {
  m_name = name;
  m_reading.reset();
  m_plan.reset();
  m_map.reset();
  m_failure.clear();
  m_path.clear();
  m_file->setText(name);
  m_table->setReading(nullptr);
  m_outcomes->setImport(nullptr, nullptr);
  m_order->setCurrentIndex(0);
  m_choices->reset();
  m_sheet->clear();
  m_edition->suggestTitle(QFileInfo(name).completeBaseName());
}

void EntryImportDialog::openFile(const QString& path) {
  begin(QFileInfo(path).fileName());
  m_path = path;
  m_reader.readFile(path, options());
  update();
}

void EntryImportDialog::openText(const QByteArray& bytes, const QString& name) {
  begin(name);
  m_reader.readBytes(bytes, options());
  update();
}

ForeignOptions EntryImportDialog::options() const {
  ForeignOptions options;
  options.map = m_map;
  m_choices->fill(options);
  options.sheet = m_sheet->currentText().toStdString();
  options.order = static_cast<DateOrder>(m_order->currentIndex());
  const auto from = m_from->date();
  const auto to = m_to->date();
  if (from && to && from->bounds().earliestBegin < to->bounds().latestEnd)
    options.calendar.span = TimeSpan{from->bounds().earliestBegin, to->bounds().latestEnd};
  return options;
}

void EntryImportDialog::readAgain() {
  if (m_name.isEmpty() || m_writing) return;
  m_failure.clear();
  m_reader.readAgain(options());
  update();
}

void EntryImportDialog::onRead(const std::shared_ptr<const ForeignReading>& reading) {
  if (reading->table && reading->table->holdsFigures && !m_path.isEmpty() && m_session.snapshot() && !m_map) {
    reject();
    Q_EMIT figuresFound(m_path);
    return;
  }
  m_reading = reading;
  m_plan.reset();
  m_table->setReading(reading);
  m_outcomes->setImport(reading, nullptr);
  if (reading->table && m_sheet->count() == 0) {
    for (const std::string& sheet : reading->table->sheets)
      m_sheet->addItem(text(sheet));
    m_sheet->setCurrentText(text(reading->table->table.grid.name));
  }
  if (reading->table && m_tableView->currentIndex().row() < 0) m_tableView->showRow(0);
  planAgain();
}

void EntryImportDialog::onFailed(const Error& error) {
  m_failure = text(error.text());
  update();
  Q_EMIT settled();
}

void EntryImportDialog::planAgain() {
  if (!m_reading || m_writing) return;
  m_plan.reset();
  ImportOrigin origin = m_edition->origin();
  // What is missing of the source is said by the form; the entries can be compared without it.
  if (origin.known.value.empty() && origin.title.isEmpty()) origin.title = QStringLiteral("-");
  if (!m_session.snapshot()) {
    m_there = std::make_shared<const Records>();
    m_reader.plan(m_reading, origin, m_there);
  } else {
    m_session.askRecords(this, [this, origin](const Result<std::shared_ptr<const Records>>& records) {
      if (!records) return onFailed(records.error());
      m_there = *records;
      m_reader.plan(m_reading, origin, m_there);
      update();
    });
  }
  update();
}

void EntryImportDialog::showColumnMenu(int section) {
  if (!m_reading || !m_reading->table || section < 0) return;
  const std::vector<MappedColumn>& columns = m_reading->table->map.columns;
  if (static_cast<std::size_t>(section) >= columns.size()) return;
  QMenu menu(this);
  menu.setObjectName(QStringLiteral("columnMenu"));
  for (std::size_t i = 0; i < Words<EventField>::list.size(); ++i) {
    const auto field = static_cast<EventField>(i);
    if (field == EventField::LeftOut) continue;
    QAction* action = menu.addAction(fieldInWords(field));
    action->setCheckable(true);
    action->setChecked(columns[static_cast<std::size_t>(section)].field == field);
    action->setData(static_cast<int>(i));
    if (field == EventField::Other || field == EventField::Key) menu.addSeparator();
  }
  const QHeaderView* header = m_tableView->horizontalHeader();
  const QPoint at = header->mapToGlobal(QPoint(header->sectionViewportPosition(section), header->height()));
  if (const QAction* chosen = menu.exec(at)) mapColumn(section, chosen->data().toInt());
}

void EntryImportDialog::mapColumn(int section, int field) {
  ColumnMap map = m_reading->table->map;
  const auto chosen = static_cast<EventField>(field);
  // A field that only one column may hold is taken from the one that had it.
  if (!mayRepeat(chosen)) {
    for (MappedColumn& column : map.columns) {
      if (column.field == chosen) column.field = EventField::Other;
    }
  }
  map.columns[static_cast<std::size_t>(section)].field = chosen;
  m_map = std::move(map);
  readAgain();
}

void EntryImportDialog::saveColumns() {
  const QString path = QFileDialog::getSaveFileName(this, tr("Save columns"), QStringLiteral("columns.json"),
                                                    tr("Columns (*.json)"));
  if (path.isEmpty() || !m_reading || !m_reading->table) return;
  if (auto done = saveBytes(path, columnMapJson(m_reading->table->map)); !done) onFailed(done.error());
}

void EntryImportDialog::loadColumns() {
  const QString path =
      QFileDialog::getOpenFileName(this, tr("Load columns"), {}, tr("Columns (*.json);;All files (*)"));
  if (path.isEmpty()) return;
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return onFailed({ErrorKind::NoPermission, (path + QStringLiteral(": ") + file.errorString()).toStdString(), {}});
  auto map = readColumnMap(file.read(kMostMapBytes + 1));
  if (!map) return onFailed(map.error());
  m_map = std::move(*map);
  readAgain();
}

void EntryImportDialog::saveReport() {
  const QString path = QFileDialog::getSaveFileName(this, tr("Save report"), QStringLiteral("report.csv"),
                                                    tr("Table (*.csv)"));
  if (path.isEmpty() || !m_plan) return;
  if (auto done = saveBytes(path, importReport(m_reading->archive, *m_plan)); !done) onFailed(done.error());
}

void EntryImportDialog::fillOutcomeChoice() {
  m_only->clear();
  m_only->addItem(tr("All"));
  for (const EntryOutcome outcome :
       {EntryOutcome::Added, EntryOutcome::Changed, EntryOutcome::Unchanged, EntryOutcome::Refused,
        EntryOutcome::Remark, EntryOutcome::Missing}) {
    const std::size_t count = m_outcomes->count(outcome);
    if (count > 0)
      m_only->addItem(tr("%1 (%2)").arg(outcomeInWords(outcome)).arg(count), static_cast<int>(outcome));
  }
  m_outcomes->showOnly(std::nullopt);
}

QString EntryImportDialog::problem() const {
  if (!m_failure.isEmpty()) return m_failure;
  if (m_writing) return tr("Writing…");
  if (m_name.isEmpty())
    return tr("Choose a file: a table of events (CSV, XLSX, ODS), or a file of TimelineJS, vis-timeline, The "
              "Timeline Project, SIMILE Timeline, iCalendar, CSL-JSON or RIS.");
  if (m_reader.isReading() || !m_reading) return tr("The file is being read…");
  if (m_reading->table && !m_reading->table->problem.empty())
    return tr("%1 Click the columns to say what they hold.").arg(text(m_reading->table->problem));
  if (m_reading->table && !m_reading->table->questions.empty())
    return tr("%1 Choose at the left.").arg(text(m_reading->table->questions.front().text));
  if (m_reading->archive.events.empty() && m_reading->archive.sources.empty())
    return tr("There is nothing in it that can be imported.");
  if (!m_plan) return tr("The file is compared with the archive…");
  if (m_plan->records.empty()) return tr("Everything in the file is in the archive already.");
  return m_reading->archive.events.empty() ? QString() : m_edition->problem();
}

void EntryImportDialog::update() {
  const bool table = m_reading && m_reading->table;
  const bool calendar = m_reading && m_reading->format == ForeignFormat::ICalendar;
  m_choices->show(m_reading.get());
  m_form->setRowVisible(m_sheet, table && m_sheet->count() > 1);
  m_form->setRowVisible(m_order, table && (!m_reading->table->questions.empty() || m_order->currentIndex() > 0 ||
                                           !m_reading->table->orderProof.empty()));
  m_form->setRowVisible(m_from, calendar);
  m_form->setRowVisible(m_to, calendar);
  m_saveColumns->setVisible(table);
  m_loadColumns->setVisible(table);
  m_tableTitle->setVisible(!m_reading || table);
  m_tableView->setVisible(!m_reading || table);
  QString format = m_reading ? formatInWords(m_reading->format) : QString();
  if (table && !m_reading->table->guess.format.empty()) format = text(m_reading->table->guess.format);
  m_format->setText(format);
  m_form->setRowVisible(m_format, !format.isEmpty());
  m_only->setEnabled(m_plan != nullptr);
  QString summary;
  if (m_reading && m_plan && m_failure.isEmpty())
    summary = tr("%1: %2.").arg(entriesInWords(m_reading->archive), differenceInWords(*m_plan));
  m_summary->setText(summary);
  m_summary->setVisible(!summary.isEmpty());
  const QString leftOut = m_reading ? leftOutInWords(m_reading->archive.leftOut) : QString();
  m_leftOut->setText(tr("Not kept: %1.").arg(leftOut));
  m_leftOut->setVisible(!leftOut.isEmpty());
  const QString why = problem();
  m_problem->setText(why);
  m_problem->setVisible(!why.isEmpty());
  m_progress->setVisible(isBusy());
  m_report->setEnabled(m_plan != nullptr);
  m_ok->setEnabled(why.isEmpty());
  m_ok->setText(m_session.snapshot() ? tr("Import") : tr("Import into a new archive…"));
}

void EntryImportDialog::setWriting(bool writing) {
  m_writing = writing;
  m_progress->setRange(0, 0);
  m_edition->setEnabled(!writing);
  update();
}

void EntryImportDialog::writeFailed(const Error& error) {
  setWriting(false);
  if (error.kind != ErrorKind::Cancelled) {
    m_failure = text(error.text());
    update();
  } else {
    planAgain();
  }
}

void EntryImportDialog::import() {
  if (!m_plan || !m_ok->isEnabled()) return;
  m_stopWriting = std::stop_source();
  if (m_session.snapshot()) {
    importIntoArchive();
  } else {
    importIntoNew();
  }
}

void EntryImportDialog::importIntoArchive() {
  const auto make = [reading = m_reading, origin = m_edition->origin()](const Records& now) -> Result<RecordChanges> {
    const auto again = planEvents(reading->archive, origin, now);
    if (!again) return fail(again.error());
    return changesOf(*again);
  };
  const bool editable = m_session.isEditable();
  const QString title = importTitle(m_reading->archive, *m_plan);
  // Where the archive must be copied first the session asks, and goes on without this dialog.
  if (!editable) {
    m_session.change(make, title);
    return accept();
  }
  setWriting(true);
  m_session.change(make, title, m_stopWriting.get_token());
}

void EntryImportDialog::importIntoNew() {
  QString path = m_newArchive;
  if (path.isEmpty())
    path = QFileDialog::getSaveFileName(this, tr("New archive"),
                                        QFileInfo(m_name).completeBaseName() + QStringLiteral(".entente"),
                                        tr("Archives (*.entente)"));
  if (path.isEmpty()) return;
  if (!path.endsWith(QStringLiteral(".entente"))) path += QStringLiteral(".entente");
  setWriting(true);
  m_reader.create(path, recordsOf(m_reading->archive, *m_plan, QFileInfo(path).completeBaseName()),
                  m_stopWriting.get_token());
}

}  // namespace entente
