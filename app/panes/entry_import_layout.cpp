// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the dialog: choices at the left, the table and its outcomes at the right, sentences below.
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/panes/date_entry.h"
#include "app/panes/detail_blocks.h"
#include "app/panes/entry_import_dialog.h"
#include "app/panes/entry_outcomes.h"
#include "app/panes/import_edition.h"
#include "app/panes/import_frame.h"
#include "app/panes/mapped_table.h"
#include "app/panes/reading_choices.h"
#include "app/panes/table_header.h"
#include "app/panes/table_ink.h"
#include "app/panes/table_view.h"
#include "app/session/session.h"

namespace entente {

namespace {

constexpr int kLeftPx = 360;
constexpr QSize kSize(1180, 760);
constexpr int kColumnLetters = 22;

}  // namespace

EntryImportDialog::EntryImportDialog(Session& session, ThemeName name, QWidget* parent)
    : QDialog(parent),
      m_session(session),
      m_theme(name),
      m_file(new QLabel),
      m_format(new QLabel),
      m_sheet(new QComboBox),
      m_order(new QComboBox),
      m_from(new DateEntry(DateEntry::Shape::Stacked, tr("From"))),
      m_to(new DateEntry(DateEntry::Shape::Stacked, tr("To"))),
      m_saveColumns(new QPushButton(tr("Save columns…"))),
      m_loadColumns(new QPushButton(tr("Load columns…"))),
      m_edition(new ImportEdition),
      m_table(new MappedTable(this)),
      m_only(new QComboBox),
      m_outcomes(new EntryOutcomes(this)),
      m_report(new QPushButton(tr("Save report…"))),
      m_leftOut(new QLabel),
      m_summary(new QLabel),
      m_problem(new QLabel),
      m_progress(new QProgressBar),
      m_ok(new QPushButton(tr("Import"))),
      m_cancel(new QPushButton(tr("Cancel"))) {
  setObjectName(QStringLiteral("entryImportDialog"));
  setWindowTitle(tr("Import events and sources"));
  setAttribute(Qt::WA_DeleteOnClose);
  m_table->setTheme(name);
  m_outcomes->setTheme(name);
  auto* left = new QWidget;
  makeLeft(*new QVBoxLayout(left));
  makeFoot(*layOutImport(*this, left, makeRight(), kLeftPx));
  resize(parent != nullptr ? kSize.expandedTo(parent->size() * 0.94) : kSize);
  connect(&m_reader, &EntryReader::wasRead, this, &EntryImportDialog::onRead);
  connect(&m_reader, &EntryReader::readFailed, this, &EntryImportDialog::onFailed);
  connect(&m_reader, &EntryReader::planFailed, this, &EntryImportDialog::onFailed);
  connect(&m_reader, &EntryReader::wasPlanned, this, [this](const std::shared_ptr<const EventPlan>& plan) {
    m_plan = plan;
    m_outcomes->setImport(m_reading, m_plan);
    fillOutcomeChoice();
    update();
    Q_EMIT settled();
  });
  const auto showProgress = [this](qint64 done, qint64 total) {
    m_progress->setRange(0, total > 0 ? 1000 : 0);
    if (total > 0) m_progress->setValue(static_cast<int>(done * 1000 / total));
  };
  connect(&m_reader, &EntryReader::progressed, this, showProgress);
  connect(&m_session, &Session::changeProgressed, this, showProgress);
  connect(&m_reader, &EntryReader::archiveMade, this, [this](const QString& path) {
    Q_EMIT archiveMade(path);
    accept();
  });
  connect(&m_reader, &EntryReader::createFailed, this, &EntryImportDialog::writeFailed);
  connect(m_edition, &ImportEdition::changed, this, &EntryImportDialog::planAgain);
  connect(&m_session, &Session::snapshotChanged, this, &EntryImportDialog::planAgain);
  connect(&m_session, &Session::changed, this, [this] {
    if (m_writing) accept();
  });
  connect(&m_session, &Session::changeFailed, this, [this](const Error& error) {
    if (m_writing) writeFailed(error);
  });
  update();
}

void EntryImportDialog::makeLeft(QVBoxLayout& column) {
  const BlockStyle style{theme(m_theme), typeFaces(font(), font().pointSizeF() / kBasePoints)};
  column.setContentsMargins(0, 0, 8, 0);
  column.setSpacing(8);
  column.addWidget(textLine(style, style.faces.chartTitle, Ink::Ink, tr("The file")));
  auto* form = new QFormLayout;
  makeChoices(*form);
  column.addLayout(form);
  auto* columns = new QHBoxLayout;
  m_saveColumns->setObjectName(QStringLiteral("saveColumns"));
  m_loadColumns->setObjectName(QStringLiteral("loadColumns"));
  for (QPushButton* button : {m_saveColumns, m_loadColumns}) {
    button->setAutoDefault(false);
    columns->addWidget(button);
  }
  column.addLayout(columns);
  column.addSpacing(12);
  column.addWidget(textLine(style, style.faces.chartTitle, Ink::Ink, tr("Where it is from")));
  m_edition->setTheme(style.theme);
  m_edition->setDefinitionAsked(false);
  if (m_session.snapshot()) m_edition->setSources(m_session.snapshot()->content->ledger->sources);
  column.addWidget(m_edition);
  column.addStretch(1);
  connect(m_saveColumns, &QPushButton::clicked, this, &EntryImportDialog::saveColumns);
  connect(m_loadColumns, &QPushButton::clicked, this, &EntryImportDialog::loadColumns);
}

void EntryImportDialog::makeChoices(QFormLayout& form) {
  m_form = &form;
  form.setContentsMargins(0, 0, 0, 0);
  form.setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  m_file->setTextFormat(Qt::PlainText);
  m_format->setTextFormat(Qt::PlainText);
  // It must not wrap: where a row has a height for its width Qt 6.4 gives none to rows that are shown later.
  m_format->setObjectName(QStringLiteral("entryFormat"));
  auto* choose = new QPushButton(tr("Choose…"));
  choose->setObjectName(QStringLiteral("chooseFile"));
  choose->setAutoDefault(false);
  auto* row = new QHBoxLayout;
  row->addWidget(m_file, 1);
  row->addWidget(choose);
  form.addRow(tr("File"), row);
  form.addRow(tr("Format"), m_format);
  m_sheet->setObjectName(QStringLiteral("entrySheet"));
  m_order->setObjectName(QStringLiteral("entryOrder"));
  for (QComboBox* choice : {m_sheet, m_order}) {
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(12);
  }
  m_order->addItems({tr("as the column shows"), tr("day first"), tr("month first")});
  form.addRow(tr("Sheet"), m_sheet);
  m_choices = new ReadingChoices(form);
  form.addRow(tr("03/04/2025 is"), m_order);
  form.addRow(tr("Recurring from"), m_from);
  form.addRow(tr("to"), m_to);
  m_from->setTheme(theme(m_theme));
  m_to->setTheme(theme(m_theme));
  setFocusProxy(choose);
  connect(choose, &QPushButton::clicked, this, &EntryImportDialog::choose);
  // Other columns: what was said of the last ones does not hold for them.
  const auto readAnew = [this] {
    m_map.reset();
    readAgain();
  };
  connect(m_sheet, &QComboBox::activated, this, readAnew);
  connect(m_choices, &ReadingChoices::changed, this, readAnew);
  connect(m_order, &QComboBox::activated, this, &EntryImportDialog::readAgain);
  for (const DateEntry* entry : {m_from, m_to})
    connect(entry, &DateEntry::dateChanged, this, &EntryImportDialog::readAgain);
}

QWidget* EntryImportDialog::makeRight() {
  auto* right = new QWidget;
  auto* column = new QVBoxLayout(right);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  const BlockStyle style{theme(m_theme), typeFaces(font(), font().pointSizeF() / kBasePoints)};
  m_tableTitle =
      textLine(style, style.faces.chartTitle, Ink::Ink, tr("The table: click a column to say what it holds"));
  column->addWidget(m_tableTitle);
  m_tableView = unsortedTable("mappedTable", tr("The first rows of the table"), m_table, m_theme);
  m_tableView->header().setSectionsClickable(true);
  m_tableView->horizontalHeader()->setDefaultSectionSize(kColumnLetters * fontMetrics().averageCharWidth());
  connect(m_tableView->horizontalHeader(), &QHeaderView::sectionClicked, this,
          &EntryImportDialog::showColumnMenu);
  connect(m_tableView, &TableView::menuRequested, this,
          [this] { showColumnMenu(std::max(0, m_tableView->currentIndex().column())); });
  m_tableView->horizontalHeader()->setStretchLastSection(true);
  column->addWidget(m_tableView, 2);
  auto* row = new QHBoxLayout;
  row->addWidget(textLine(style, style.faces.chartTitle, Ink::Ink, tr("What becomes of every entry")), 1);
  m_only->setObjectName(QStringLiteral("entryOnly"));
  m_only->setAccessibleName(tr("Show only"));
  m_report->setObjectName(QStringLiteral("saveReport"));
  m_report->setAutoDefault(false);
  row->addWidget(m_only);
  row->addWidget(m_report);
  column->addLayout(row);
  auto* outcomes = unsortedTable("entryOutcomes", tr("What becomes of every entry"), m_outcomes, m_theme);
  outcomes->header().setSectionsClickable(false);
  const int letter = fontMetrics().averageCharWidth();
  outcomes->setColumnWidth(EntryOutcomes::Outcome, 14 * letter);
  outcomes->setColumnWidth(EntryOutcomes::Line, 7 * letter);
  outcomes->setColumnWidth(EntryOutcomes::Title, 32 * letter);
  outcomes->setColumnWidth(EntryOutcomes::Date, 14 * letter);
  outcomes->horizontalHeader()->setStretchLastSection(true);
  column->addWidget(outcomes, 3);
  m_leftOut->setObjectName(QStringLiteral("entryLeftOut"));
  m_leftOut->setWordWrap(true);
  m_leftOut->setTextFormat(Qt::PlainText);
  setWordsColor(*m_leftOut, theme(m_theme).ink3);
  column->addWidget(m_leftOut);
  connect(m_report, &QPushButton::clicked, this, &EntryImportDialog::saveReport);
  connect(m_only, &QComboBox::activated, this, [this](int index) {
    const QVariant outcome = m_only->itemData(index);
    m_outcomes->showOnly(outcome.isValid() ? std::optional(static_cast<EntryOutcome>(outcome.toInt()))
                                           : std::nullopt);
  });
  return right;
}

void EntryImportDialog::makeFoot(QVBoxLayout& column) {
  m_summary->setObjectName(QStringLiteral("entrySummary"));
  m_problem->setObjectName(QStringLiteral("entryProblem"));
  m_progress->setTextVisible(false);
  m_progress->setMaximumHeight(6);
  auto* words = importSentences(*this, m_summary, m_problem);
  words->addWidget(m_progress);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  row->addLayout(words, 1);
  m_ok->setObjectName(QStringLiteral("entryOk"));
  m_ok->setDefault(true);
  m_cancel->setObjectName(QStringLiteral("entryCancel"));
  m_cancel->setAutoDefault(false);
  row->addWidget(m_ok, 0, Qt::AlignBottom);
  row->addWidget(m_cancel, 0, Qt::AlignBottom);
  column.addLayout(row);
  connect(m_ok, &QPushButton::clicked, this, &EntryImportDialog::import);
  connect(m_cancel, &QPushButton::clicked, this, [this] {
    if (m_writing) {
      m_stopWriting.request_stop();
    } else {
      reject();
    }
  });
}

}  // namespace entente
