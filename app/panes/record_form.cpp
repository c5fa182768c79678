// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the fields from the table's columns, reads and checks them.
#include "app/panes/record_form.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

#include "app/words/claim_words.h"
#include "app/words/event_words.h"
#include "app/words/field_words.h"
#include "core/view/event_edits.h"

namespace entente {

namespace {

std::vector<Stage> stagesOf(const Snapshot& snapshot, const RecordKey& event) {
  std::vector<Stage> stages;
  if (event.table != TableId::Messages) return stages;
  std::ranges::copy_if(snapshot.content->stages, std::back_inserter(stages),
                       [&](const Stage& stage) { return stage.message.value == event.uid; });
  return stages;
}

/// Names for what the new kind cannot hold, without all records at hand.
Records namesIn(const ArchiveContent& content) {
  Records records;
  records.actors = content.actors;
  records.places = content.places;
  records.sources = content.ledger->sources;
  return records;
}

/// Kinds in the order in which they are offered: the plain one first.
std::vector<EventKind> offeredKinds() {
  return {EventKind::Event,  EventKind::Summit,    EventKind::Message,
          EventKind::Pledge, EventKind::Statement, EventKind::Period};
}

bool mentions(const EditableRecord& record, TableId table, const Uid& uid) {
  for (const ColumnFacts& column : columnsOf(keyOf(record).table)) {
    if (column.target != table) continue;
    const std::vector<Uid> uids = uidsIn(column.type, cellOf(record, column.name));
    if (std::ranges::find(uids, uid) != uids.end()) return true;
  }
  return false;
}

QString endsWithStop(QString sentence) {
  if (!sentence.isEmpty()) sentence[0] = sentence[0].toUpper();
  return sentence.endsWith(QLatin1Char('.')) ? sentence : sentence + QLatin1Char('.');
}

}  // namespace

RecordForm::RecordForm(std::shared_ptr<const Snapshot> snapshot, const EditableRecord& draft,
                       const std::optional<EditableRecord>& before, const BlockStyle& style, QWidget* parent)
    : QWidget(parent),
      m_context{std::make_shared<FormChoices>(std::move(snapshot)), style},
      m_draft(draft),
      m_first(draft),
      m_before(before),
      m_column(new QVBoxLayout(this)) {
  setObjectName(QStringLiteral("recordForm"));
  m_column->setContentsMargins(16, 12, 16, 16);
  m_column->setSpacing(8);
  makeHead();
  makeFields();
  m_column->addSpacing(4);
  makeFoot();
  m_column->addStretch(1);
  for (const char* keys : {"Ctrl+Return", "Ctrl+Enter"}) {
    auto* shortcut = new QShortcut(QKeySequence(QString::fromLatin1(keys)), this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, &RecordForm::save);
  }
  auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
  escape->setContext(Qt::WidgetWithChildrenShortcut);
  connect(escape, &QShortcut::activated, this, &RecordForm::leave);
}

void RecordForm::makeHead() {
  const BlockStyle& style = m_context.style;
  const QString kind = recordInWords(keyOf(m_draft).table);
  if (m_before)
    m_column->addWidget(textLine(style, style.faces.body, Ink::Ink2, tr("Edit the %1").arg(kind)));
  QLabel* title =
      textLine(style, style.faces.title, Ink::Ink, m_before ? titleOf(*m_before) : tr("New %1").arg(kind));
  title->setObjectName(QStringLiteral("formTitle"));
  m_column->addWidget(title);
}

void RecordForm::makeKind() {
  m_kind = new QComboBox;
  m_kind->setObjectName(QStringLiteral("eventKind"));
  m_kind->setAccessibleName(tr("Kind of event"));
  const EventKind now = eventKindOf(keyOf(m_draft).table);
  for (const EventKind kind : offeredKinds()) {
    m_kind->addItem(eventKindInWords(kind), static_cast<int>(kind));
    if (kind == now) m_kind->setCurrentIndex(m_kind->count() - 1);
  }
  // Queued: the box goes with the fields.
  connect(m_kind, &QComboBox::activated, this, &RecordForm::takeKind, Qt::QueuedConnection);
}

void RecordForm::makeFields() {
  const TableId table = keyOf(m_draft).table;
  m_rows.clear();
  m_fields = new QWidget;
  auto* all = new QVBoxLayout(m_fields);
  all->setContentsMargins(0, 0, 0, 0);
  all->setSpacing(8);
  const auto newForm = [](QWidget* widget) {
    auto* form = new QFormLayout(widget);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setVerticalSpacing(8);
    return form;
  };
  auto* usual = new QWidget;
  QFormLayout* form = newForm(usual);
  if (isEventTable(table)) {
    makeKind();
    form->addRow(tr("Kind"), m_kind);
  }
  m_more = new QWidget;
  QFormLayout* more = newForm(m_more);
  for (const ColumnFacts& column : columnsOf(table))
    addField(isRareField(table, column.name) ? *more : *form, column);
  all->addWidget(usual);
  makeMore();
  all->addWidget(m_fold, 0, Qt::AlignLeft);
  all->addWidget(m_more);
  constexpr int kBelowHead = 1;
  m_column->insertWidget(m_before ? kBelowHead + 1 : kBelowHead, m_fields);
  frameFields(*m_fields, m_context.style.theme);
}

void RecordForm::makeMore() {
  m_fold = new QPushButton(tr("More fields"));
  m_fold->setObjectName(QStringLiteral("moreFields"));
  m_fold->setCheckable(true);
  bool isUsed = false;
  for (const auto& [name, row] : m_rows) {
    if (isRareField(keyOf(m_draft).table, name) && name != "uid" && row.field && !row.field->cell().empty())
      isUsed = true;
  }
  const auto open = [this](bool shown) {
    m_more->setVisible(shown);
    m_fold->setText(shown ? tr("Fewer fields") : tr("More fields"));
  };
  m_fold->setChecked(isUsed);
  open(isUsed);
  connect(m_fold, &QPushButton::toggled, this, open);
}

std::optional<Topic> RecordForm::decidedBy(std::string_view column) const {
  if (!m_before) return std::nullopt;
  const RecordKey key = keyOf(*m_before);
  const auto kind = referenceKindOf(key.table);
  if (!kind || column == "uid") return std::nullopt;
  Topic topic{
      {*kind, key.uid}, false, QString::fromUtf8(column.data(), static_cast<qsizetype>(column.size()))};
  if (const auto* stage = std::get_if<Stage>(&*m_before); stage && column == "when")
    topic = {{RecordKind::Message, stage->message.value}, false, stageField(stage->stage)};
  if (const auto* figure = std::get_if<Spending>(&*m_before); figure && column == "value")
    topic.subject = {RecordKind::Figure, figureKey(*figure)};
  return m_context.choices->snapshot().ledger.of(topic) ? std::optional(topic) : std::nullopt;
}

QWidget* RecordForm::derivedValue(const ColumnFacts& column, const Topic& topic) {
  const BlockStyle& style = m_context.style;
  auto* box = new QWidget;
  box->setObjectName(QStringLiteral("derived-") +
                     QString::fromUtf8(column.name.data(), static_cast<qsizetype>(column.name.size())));
  auto* lines = new QVBoxLayout(box);
  lines->setContentsMargins(0, 0, 0, 0);
  lines->setSpacing(0);
  const Resolution* resolution = m_context.choices->snapshot().ledger.of(topic);
  const ClaimedValue* shown = resolution ? resolution->shown() : nullptr;
  lines->addWidget(textLine(style, style.faces.body, shown ? Ink::Ink : Ink::Ink2,
                            shown ? valueInWords(*shown) : tr("no value holds")));
  lines->addWidget(textLine(style, style.faces.caption, Ink::Ink3,
                            tr("What is shown follows from the claims about it, not from this form.")));
  lines->addWidget(linkLine(style, tr("Show its claims").toHtmlEscaped(), QStringLiteral("claims"),
                            [this, topic](const QString&) { Q_EMIT topicAsked(topic); }));
  return box;
}

void RecordForm::addField(QFormLayout& form, const ColumnFacts& column) {
  const TableId table = keyOf(m_draft).table;
  if (column.name == "uid" && !m_before) return;
  if (const auto topic = decidedBy(column.name)) {
    form.addRow(fieldName(table, column.name), derivedValue(column, *topic));
    return;
  }
  FormField* field = makeField(m_context, table, column);
  field->setCell(cellOf(m_draft, column.name));
  auto* box = new QWidget;
  auto* lines = new QVBoxLayout(box);
  lines->setContentsMargins(0, 0, 0, 0);
  lines->setSpacing(2);
  lines->addWidget(field);
  const BlockStyle& style = m_context.style;
  QLabel* problem = textLine(style, style.faces.caption, Ink::Refuted, {});
  problem->setObjectName(QStringLiteral("problem-") + field->objectName());
  problem->hide();
  lines->addWidget(problem);
  auto* caption = new QLabel(fieldName(table, column.name));
  caption->setBuddy(field->focusProxy() ? field->focusProxy() : field);
  form.addRow(caption, box);
  m_rows[column.name] = {field, problem};
  connect(field, &FormField::edited, this, [this, column, problem] {
    // What was wrong is looked at again as one writes; what is not yet written is no mistake.
    if (!problem->isHidden()) {
      problem->setText(problemOf(column));
      problem->setVisible(!problem->text().isEmpty());
    }
    if (m_question) m_question->hide();
  });
}

QString RecordForm::problemOf(const ColumnFacts& column) const {
  const auto row = m_rows.find(column.name);
  if (row == m_rows.end()) return {};
  if (const QString problem = row->second.field->problem(); !problem.isEmpty()) return problem;
  const std::string cell = row->second.field->cell();
  if (cell.empty() && column.required) return tr("This is needed.");
  if (cell.empty() && column.type == CellType::OwnUid) return {};
  if (column.name == "country" && !cell.empty()) {
    const bool fine =
        cell.size() == 3 && std::ranges::all_of(cell, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!fine) return tr("A country is a code of three capital letters: NLD, USA.");
  }
  if (const int most = column.name == "latitude" ? 90 : column.name == "longitude" ? 180 : 0; most > 0) {
    const auto degrees = Decimal::parse(cell);
    if (degrees && (degrees->value < -most || degrees->value > most))
      return tr("Degrees are between -%1 and %1.").arg(most);
  }
  EditableRecord trial = m_draft;
  if (cell.empty() && column.required) return {};
  const std::string reason = setCell(trial, column.name, cell);
  return reason.empty() ? QString() : endsWithStop(QString::fromStdString(reason));
}

bool RecordForm::showProblems() {
  QWidget* first = nullptr;
  for (const ColumnFacts& column : columnsOf(keyOf(m_draft).table)) {
    const auto row = m_rows.find(column.name);
    if (row == m_rows.end()) continue;
    const QString problem = problemOf(column);
    row->second.problem->setText(problem);
    row->second.problem->setVisible(!problem.isEmpty());
    if (problem.isEmpty()) continue;
    if (isRareField(keyOf(m_draft).table, column.name)) m_fold->setChecked(true);
    if (!first) first = row->second.field;
  }
  if (first) first->setFocus(Qt::OtherFocusReason);
  return first == nullptr;
}

void RecordForm::collect() {
  for (const auto& [name, row] : m_rows) {
    // What cannot be read yet is no reason to lose the rest.
    EditableRecord trial = m_draft;
    if (setCell(trial, name, row.field->cell()).empty()) m_draft = std::move(trial);
  }
}

RecordEdit RecordForm::edit() const {
  RecordEdit edit{m_draft, m_before, {}};
  for (const auto& [name, row] : m_rows)
    std::ignore = setCell(edit.record, name, row.field->cell());
  for (const EditableRecord& made : m_context.choices->made()) {
    const RecordKey key = keyOf(made);
    if (mentions(edit.record, key.table, key.uid)) edit.created.push_back(made);
  }
  return edit;
}

bool RecordForm::isWritten() const {
  if (edit().record != m_first) return true;
  return std::ranges::any_of(m_rows, [](const auto& row) { return !row.second.field->problem().isEmpty(); });
}

void RecordForm::takeKind() {
  const auto kind = static_cast<EventKind>(m_kind->currentData().toInt());
  collect();
  const RecordKey was = keyOf(m_draft);
  if (tableOf(kind) == was.table) return;
  const Snapshot& snapshot = m_context.choices->snapshot();
  // What is written is what is lost: stages go only when it is saved, and stand in the archive.
  ConvertedEvent made = convertEvent(m_draft, kind, stagesOf(snapshot, was));
  const Records names = namesIn(*snapshot.content);
  const QString note = withParagraph(QString::fromStdString(cellOf(made.record, "note")),
                                     lostInWords(names, was.table, made.lost));
  std::ignore = setCell(made.record, "note", note.toStdString());
  m_draft = std::move(made.record);
  if (m_before && keyOf(*m_before).table == tableOf(kind)) m_draft = *m_before;
  delete m_fields;
  makeFields();
  setFocusProxy(m_kind);
  m_kind->setFocus();
}

void RecordForm::makeFoot() {
  const BlockStyle& style = m_context.style;
  m_problem = textLine(style, style.faces.caption, Ink::Refuted, {});
  m_problem->setObjectName(QStringLiteral("formProblem"));
  m_problem->hide();
  m_column->addWidget(m_problem);
  makeQuestion();
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  m_save = new QPushButton(tr("Save"));
  m_save->setObjectName(QStringLiteral("saveRecord"));
  m_save->setToolTip(tr("Save (Ctrl+Enter)"));
  row->addWidget(m_save);
  auto* cancel = new QPushButton(tr("Cancel"));
  cancel->setObjectName(QStringLiteral("cancelRecord"));
  row->addWidget(cancel);
  row->addStretch(1);
  if (m_before) {
    auto* remove = new QPushButton(tr("Delete…"));
    remove->setObjectName(QStringLiteral("deleteRecord"));
    remove->setToolTip(tr("It can be brought back from the history"));
    row->addWidget(remove);
    connect(remove, &QPushButton::clicked, this, &RecordForm::deleteAsked);
  }
  m_column->addLayout(row);
  connect(m_save, &QPushButton::clicked, this, &RecordForm::save);
  connect(cancel, &QPushButton::clicked, this, &RecordForm::leave);
}

void RecordForm::makeQuestion() {
  const BlockStyle& style = m_context.style;
  m_question = new QWidget;
  m_question->setObjectName(QStringLiteral("leaveQuestion"));
  auto* column = new QVBoxLayout(m_question);
  column->setContentsMargins(0, 4, 0, 4);
  column->addWidget(textLine(style, style.faces.bodyStrong, Ink::Ink, tr("What you wrote is not saved.")));
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  auto* drop = new QPushButton(tr("Throw it away"));
  drop->setObjectName(QStringLiteral("throwAway"));
  auto* stay = new QPushButton(tr("Go on writing"));
  stay->setObjectName(QStringLiteral("goOnWriting"));
  row->addWidget(drop);
  row->addWidget(stay);
  row->addStretch(1);
  column->addLayout(row);
  m_question->hide();
  m_column->addWidget(m_question);
  connect(drop, &QPushButton::clicked, this, &RecordForm::left);
  connect(stay, &QPushButton::clicked, this, [this] {
    m_question->hide();
    if (!m_rows.empty()) m_rows.begin()->second.field->setFocus();
  });
}

void RecordForm::leave() {
  if (!isWritten()) return Q_EMIT left();
  m_question->show();
  m_question->findChild<QPushButton*>(QStringLiteral("goOnWriting"))->setFocus();
}

void RecordForm::save() {
  m_problem->hide();
  if (!m_save->isEnabled() || !showProblems()) return;
  collect();
  if (m_before && edit().record == *m_before) return Q_EMIT left();
  m_save->setEnabled(false);
  Q_EMIT saved();
}

void RecordForm::goOn(const QString& problem) {
  m_save->setEnabled(true);
  m_problem->setText(problem);
  m_problem->setVisible(!problem.isEmpty());
}

}  // namespace entente
