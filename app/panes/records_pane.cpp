// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the list and its buttons in step with the archive.
#include "app/panes/records_pane.h"

#include <QComboBox>
#include <QDate>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "app/panes/detail_blocks.h"
#include "app/panes/list_look.h"
#include "app/panes/records_model.h"
#include "app/render/type.h"
#include "app/session/session.h"
#include "app/words/field_words.h"

namespace entente {

namespace {

QPushButton* button(const QString& text, const char* name) {
  auto* made = new QPushButton(text);
  made->setObjectName(QString::fromLatin1(name));
  return made;
}

}  // namespace

RecordsPane::RecordsPane(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_model(new RecordsModel(this)),
      m_table(new QComboBox),
      m_words(new QLineEdit),
      m_count(new QLabel),
      m_list(new QTreeView),
      m_new(button(tr("New…"), "newRecord")),
      m_edit(button(tr("Edit…"), "editRecord")),
      m_merge(button(tr("Merge…"), "mergeRecord")),
      m_delete(button(tr("Delete…"), "deleteRecords")) {
  setObjectName(QStringLiteral("records"));
  setAccessibleName(tr("Actors and places"));
  setAutoFillBackground(true);
  setBackgroundRole(QPalette::Base);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  makeHead();
  m_list->setObjectName(QStringLiteral("recordsList"));
  m_list->setAccessibleName(tr("Records"));
  m_list->setModel(m_model);
  m_list->setRootIsDecorated(false);
  m_list->setUniformRowHeights(true);
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
  m_list->setSortingEnabled(true);
  m_list->sortByColumn(RecordsModel::Name, Qt::AscendingOrder);
  m_list->header()->setStretchLastSection(false);
  m_list->header()->setSectionResizeMode(RecordsModel::Name, QHeaderView::Stretch);
  m_list->header()->setSectionResizeMode(RecordsModel::Detail, QHeaderView::Stretch);
  m_list->header()->setSectionResizeMode(RecordsModel::Mentions, QHeaderView::ResizeToContents);
  m_list->installEventFilter(this);
  auto* framed = new QHBoxLayout;
  framed->setContentsMargins(8, 0, 8, 0);
  framed->addWidget(m_list);
  column->addLayout(framed, 1);
  makeFoot();
  setFocusProxy(m_list);
  connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RecordsPane::update);
  connect(m_model, &QAbstractItemModel::modelReset, this, &RecordsPane::update);
  connect(m_list, &QAbstractItemView::activated, this, [this] {
    if (const auto key = current()) m_session.editRecord(*key);
  });
  connect(&m_session, &Session::snapshotChanged, this, [this] { m_refresh.ask(); });
  connect(&m_session, &Session::archiveClosed, this, [this] { m_refresh.ask(); });
  m_refresh.ask();
}

void RecordsPane::makeHead() {
  auto* head = new QHBoxLayout;
  head->setContentsMargins(8, 8, 8, 4);
  head->setSpacing(8);
  m_table->setObjectName(QStringLiteral("recordsTable"));
  m_table->setAccessibleName(tr("Which records"));
  for (const TableId table : {TableId::Actors, TableId::Places, TableId::Offices, TableId::Accessions,
                              TableId::Spending, TableId::Links}) {
    QString many = recordsInWords(table, 2).section(QLatin1Char(' '), 1);
    many[0] = many[0].toUpper();
    m_table->addItem(many, static_cast<int>(table));
  }
  m_words->setObjectName(QStringLiteral("narrow"));
  m_words->setPlaceholderText(tr("Find by name"));
  m_words->setClearButtonEnabled(true);
  m_words->setAccessibleName(tr("Find by name"));
  head->addWidget(m_table);
  head->addWidget(m_words, 1);
  static_cast<QVBoxLayout*>(layout())->addLayout(head);
  connect(m_table, &QComboBox::currentIndexChanged, this, &RecordsPane::refresh);
  connect(m_words, &QLineEdit::textChanged, m_model, &RecordsModel::setNarrowing);
}

void RecordsPane::makeFoot() {
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(8, 4, 8, 8);
  foot->setSpacing(8);
  for (QPushButton* one : {m_new, m_edit, m_merge, m_delete})
    foot->addWidget(one);
  foot->addStretch(1);
  m_count->setTextFormat(Qt::PlainText);
  foot->addWidget(m_count);
  static_cast<QVBoxLayout*>(layout())->addLayout(foot);
  m_merge->setToolTip(tr("Make one record of two: the one picked last stays"));
  connect(m_new, &QPushButton::clicked, this, &RecordsPane::makeNew);
  connect(m_edit, &QPushButton::clicked, this, [this] {
    if (const auto key = current()) m_session.editRecord(*key);
  });
  connect(m_merge, &QPushButton::clicked, this, [this] {
    const auto key = current();
    if (!key) return;
    std::vector<RecordKey> others = picked();
    std::erase(others, *key);
    m_session.mergeRecord(*key, others.empty() ? Uid() : others.front().uid);
  });
  connect(m_delete, &QPushButton::clicked, this, [this] { m_session.deleteRecords(picked()); });
}

QSize RecordsPane::sizeHint() const {
  return {412, 600};
}

void RecordsPane::setTheme(ThemeName name) {
  m_theme = name;
  setPalette(entente::palette(theme(name)));
  styleList(*m_list, theme(name));
  frameFields(*this, theme(name));
}

std::optional<RecordKey> RecordsPane::current() const {
  return m_model->recordAt(m_list->currentIndex().row());
}

std::vector<RecordKey> RecordsPane::picked() const {
  std::vector<RecordKey> keys;
  for (const QModelIndex& index : m_list->selectionModel()->selectedRows()) {
    if (const auto key = m_model->recordAt(index.row())) keys.push_back(*key);
  }
  return keys;
}

void RecordsPane::refresh() {
  const auto before = current();
  m_model->show(m_session.snapshot(), static_cast<TableId>(m_table->currentData().toInt()));
  const int row = before ? m_model->rowOf(*before) : -1;
  if (row >= 0) m_list->setCurrentIndex(m_model->index(row, 0));
  m_list->setColumnHidden(RecordsModel::Mentions,
                          m_model->table() != TableId::Actors && m_model->table() != TableId::Places);
}

void RecordsPane::update() {
  const bool one = picked().size() == 1;
  m_new->setEnabled(m_session.snapshot() != nullptr);
  m_edit->setEnabled(one);
  m_merge->setEnabled((one || picked().size() == 2) &&
                      (m_model->table() == TableId::Actors || m_model->table() == TableId::Places));
  m_delete->setEnabled(!picked().empty());
  const int all = m_model->allCount();
  const int shown = m_model->rowCount();
  m_count->setText(
      shown == all
          ? recordsInWords(m_model->table(), static_cast<std::size_t>(all))
          : tr("%1 of %2").arg(shown).arg(recordsInWords(m_model->table(), static_cast<std::size_t>(all))));
}

void RecordsPane::makeNew() {
  EditableRecord draft = *newRecord(m_model->table());
  if (auto* figure = std::get_if<Spending>(&draft)) figure->year = QDate::currentDate().year();
  // What is looked for and not there is most likely what is to be made.
  const std::string words = m_words->text().simplified().toStdString();
  const bool isNamed = m_model->table() == TableId::Actors || m_model->table() == TableId::Places;
  if (isNamed && m_model->rowCount() == 0) std::ignore = setCell(draft, "name", words);
  m_session.makeRecord(draft);
}

bool RecordsPane::eventFilter(QObject* watched, QEvent* event) {
  const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
  if (watched != m_list || !isKey) return QWidget::eventFilter(watched, event);
  const int key = static_cast<QKeyEvent*>(event)->key();
  if (key != Qt::Key_Delete && key != Qt::Key_F2) return QWidget::eventFilter(watched, event);
  // The list's own keys go before the window's.
  event->accept();
  if (event->type() == QEvent::KeyPress) (key == Qt::Key_Delete ? m_delete : m_edit)->click();
  return true;
}

}  // namespace entente
