// SPDX-License-Identifier: GPL-3.0-or-later
// Choices at the left, what they give at the right, and one sentence below.
#include "app/panes/import_dialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/panes/detail_blocks.h"
#include "app/panes/import_choices.h"
#include "app/panes/import_edition.h"
#include "app/panes/import_frame.h"
#include "app/panes/import_preview.h"
#include "app/panes/list_look.h"
#include "app/panes/table_ink.h"
#include "app/panes/table_view.h"
#include "app/session/session.h"
#include "app/words/import_words.h"

namespace entente {

namespace {

constexpr int kMostReported = 1'000;
constexpr int kLeftPx = 380;
constexpr QSize kSize(1040, 720);

QString text(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

QString sentence(std::string utf8) {
  if (!utf8.empty() && !utf8.ends_with('.')) utf8 += '.';
  return sentenceCase(text(utf8));
}

RecordChanges changesOf(const FigurePlan& plan) {
  RecordChanges changes;
  changes.reserve(plan.records.size());
  for (const auto& record : plan.records)
    std::visit([&](const auto& row) { changes.emplace_back(PutRecord{row}); }, record);
  return changes;
}

ArchiveRows rowsOf(const ArchiveContent& content) {
  return {content.actors, content.ledger->sources, content.spending, content.ledger->claims};
}

}  // namespace

ImportDialog::ImportDialog(Session& session, ThemeName name, QWidget* parent)
    : QDialog(parent),
      m_session(session),
      m_theme(name),
      m_choices(new ImportChoices),
      m_edition(new ImportEdition),
      m_preview(new ImportPreview(this)),
      m_previewed(new QLabel),
      m_report(new QListWidget),
      m_summary(new QLabel),
      m_problem(new QLabel),
      m_ok(new QPushButton(tr("Import"))) {
  setObjectName(QStringLiteral("importDialog"));
  setWindowTitle(tr("Import figures"));
  setAttribute(Qt::WA_DeleteOnClose);
  auto* left = new QWidget;
  makeLeft(*new QVBoxLayout(left));
  makeFoot(*layOutImport(*this, left, makeRight(), kLeftPx));
  resize(kSize);
  fillReport();
  m_choices->setFocus();
  connect(m_choices, &ImportChoices::fileRequested, this, &ImportDialog::choose);
  connect(m_choices, &ImportChoices::changed, this, &ImportDialog::readFigures);
  connect(m_edition, &ImportEdition::changed, this, &ImportDialog::update);
  connect(&m_reader, &FigureReader::tableRead, this, &ImportDialog::onTable);
  connect(&m_reader, &FigureReader::tableFailed, this, &ImportDialog::onFailed);
  connect(&m_reader, &FigureReader::figuresRead, this, &ImportDialog::onFigures);
  connect(&m_session, &Session::snapshotChanged, this, &ImportDialog::update);
  connect(&m_session, &Session::archiveClosed, this, &QDialog::reject);
  update();
}

void ImportDialog::makeLeft(QVBoxLayout& column) {
  const BlockStyle style{theme(m_theme), typeFaces(font(), font().pointSizeF() / kBasePoints)};
  column.setContentsMargins(0, 0, 8, 0);
  column.setSpacing(8);
  column.addWidget(textLine(style, style.faces.chartTitle, Ink::Ink, tr("The table")));
  column.addWidget(m_choices);
  column.addSpacing(12);
  column.addWidget(textLine(style, style.faces.chartTitle, Ink::Ink, tr("Where it is from")));
  m_edition->setTheme(style.theme);
  m_edition->setSources(m_session.snapshot()->content->ledger->sources);
  column.addWidget(m_edition);
  column.addStretch(1);
}

QWidget* ImportDialog::makeRight() {
  auto* right = new QWidget;
  auto* column = new QVBoxLayout(right);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  const Theme& colors = theme(m_theme);
  const BlockStyle style{colors, typeFaces(font(), font().pointSizeF() / kBasePoints)};
  auto* table = unsortedTable("importPreview", tr("The first figures of the table"), m_preview, m_theme);
  table->header().setSectionsClickable(false);
  table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  table->horizontalHeader()->setSectionResizeMode(ImportPreview::State, QHeaderView::Stretch);
  for (const auto section : {ImportPreview::Year, ImportPreview::Value, ImportPreview::Estimate})
    table->setColumnWidth(section, fontMetrics().horizontalAdvance(QStringLiteral("0")) * 14);
  column->addWidget(textLine(style, style.faces.chartTitle, Ink::Ink, tr("What is in it")));
  column->addWidget(table, 3);
  m_previewed->setObjectName(QStringLiteral("importPreviewed"));
  setWordsColor(*m_previewed, colors.ink3);
  column->addWidget(m_previewed);
  column->addWidget(
      textLine(style, style.faces.chartTitle, Ink::Ink, tr("What was left out, and how it was understood")));
  m_report->setObjectName(QStringLiteral("importReport"));
  m_report->setAccessibleName(tr("What was understood, and what could not be read"));
  m_report->setWordWrap(true);
  m_report->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  styleList(*m_report, colors);
  column->addWidget(m_report, 2);
  return right;
}

void ImportDialog::makeFoot(QVBoxLayout& column) {
  m_summary->setObjectName(QStringLiteral("importSummary"));
  m_problem->setObjectName(QStringLiteral("importProblem"));
  auto* words = importSentences(*this, m_summary, m_problem);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  row->addLayout(words, 1);
  m_ok->setObjectName(QStringLiteral("importOk"));
  m_ok->setDefault(true);
  row->addWidget(m_ok, 0, Qt::AlignBottom);
  auto* cancel = new QPushButton(tr("Cancel"));
  cancel->setAutoDefault(false);
  row->addWidget(cancel, 0, Qt::AlignBottom);
  column.addLayout(row);
  connect(m_ok, &QPushButton::clicked, this, &ImportDialog::import);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void ImportDialog::choose() {
  const QString path = QFileDialog::getOpenFileName(
      this, tr("Import figures"), {}, tr("Tables (*.csv *.tsv *.txt *.xlsx *.ods *.json);;All files (*)"));
  if (!path.isEmpty()) openTable(path);
}

void ImportDialog::openTable(const QString& path) {
  m_sheets.reset();
  m_import.reset();
  m_failure.clear();
  m_preview->setImport(nullptr);
  m_choices->setFile(path);
  m_edition->suggestTitle(QFileInfo(path).completeBaseName());
  m_reader.readTable(path);
  fillReport();
  update();
}

void ImportDialog::onTable(const TableSheets& sheets) {
  m_sheets = sheets;
  m_choices->setSheets(sheets);
  readFigures();
}

void ImportDialog::onFailed(const Error& error) {
  m_failure = text(error.text());
  update();
  Q_EMIT settled();
}

void ImportDialog::readFigures() {
  if (!m_sheets) return;
  m_reader.readFigures(m_sheets, m_choices->sheet(), m_choices->options());
  update();
}

void ImportDialog::onFigures(const std::shared_ptr<const FigureImport>& import) {
  m_import = import;
  m_preview->setImport(import);
  m_choices->setImport(*import);
  fillReport();
  update();
  Q_EMIT settled();
}

void ImportDialog::fillReport() {
  m_report->clear();
  const bool isLonger = m_import && m_import->figures.size() > kPreviewedFigures;
  m_previewed->setVisible(isLonger);
  if (!m_import) return;
  if (isLonger)
    m_previewed->setText(
        tr("The first %1 of %2 figures").arg(kPreviewedFigures).arg(m_import->figures.size()));
  const auto add = [this](const TableNote& note, const QColor& ink) {
    if (m_report->count() >= kMostReported) return;
    const QString what = sentence(note.text);
    auto* item = new QListWidgetItem(
        note.place.line > 0
            ? tr("Row %1, column %2: %3").arg(note.place.line).arg(note.place.column).arg(what)
            : what);
    item->setForeground(ink);
    m_report->addItem(item);
  };
  const Theme& colors = theme(m_theme);
  for (const TableNote& refusal : m_import->refusals)
    add(refusal, colors.refuted);
  for (const TableNote& remark : m_import->remarks)
    add(remark, colors.ink);
  const std::size_t all = m_import->refusals.size() + m_import->remarks.size();
  if (all > kMostReported)
    m_report->addItem(tr("and %1 more").arg(all - static_cast<std::size_t>(kMostReported)));
}

Result<FigurePlan> ImportDialog::plan() const {
  FigureEdition edition = m_edition->edition();
  // What is missing of the source is said by the form; the figures can be counted without it.
  if (edition.known.value.empty() && edition.title.isEmpty()) edition.title = QStringLiteral("-");
  return planFigures(*m_import, edition, rowsOf(*m_session.snapshot()->content));
}

QString ImportDialog::problem(const Result<FigurePlan>& planned) const {
  if (!m_failure.isEmpty()) return m_failure;
  if (m_reader.isReading()) return tr("The table is being read…");
  if (!m_import) return tr("Choose a table: a CSV or XLSX file of figures by state and year.");
  if (!m_import->questions.empty()) {
    QStringList reasons;
    for (const ImportQuestion& question : m_import->questions)
      reasons << text(question.reason);
    return tr("%1 Choose at the left.").arg(reasons.join(QLatin1Char(' ')));
  }
  if (!planned) return text(planned.error().message);
  if (planned->records.empty()) return tr("Everything in the table is in the archive already.");
  return m_edition->problem();
}

void ImportDialog::update() {
  Result<FigurePlan> planned = fail(ErrorKind::Invalid, {});
  if (m_import && m_session.snapshot()) planned = plan();
  QString summary;
  if (planned)
    summary =
        tr("%1. %2.").arg(importInWords(*planned, *m_import), sentenceCase(differenceInWords(*planned)));
  m_summary->setText(summary);
  m_summary->setVisible(!summary.isEmpty());
  const QString why = problem(planned);
  m_problem->setText(why);
  m_problem->setVisible(!why.isEmpty());
  m_ok->setEnabled(why.isEmpty());
}

void ImportDialog::import() {
  if (!m_import || !m_ok->isEnabled()) return;
  const auto planned = plan();
  if (!planned) return update();
  const auto make = [figures = m_import,
                     edition = m_edition->edition()](const Snapshot& now) -> Result<RecordChanges> {
    const auto again = planFigures(*figures, edition, rowsOf(*now.content));
    if (!again) return fail(again.error());
    return changesOf(*again);
  };
  m_session.change(make, importTitle(*planned));
  accept();
}

}  // namespace entente
