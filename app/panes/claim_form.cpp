// SPDX-License-Identifier: GPL-3.0-or-later
// Sets the fields and reads them.
#include "app/panes/claim_form.h"

#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/panes/date_entry.h"
#include "app/panes/ledger_actions.h"
#include "app/words/claim_words.h"
#include "app/words/event_words.h"
#include "app/words/record_words.h"
#include "core/view/ledger_changes.h"

namespace entente {

namespace {

/// The fields of a kind of record that claims resolve.
QStringList fieldsOf(RecordKind kind) {
  switch (kind) {
    case RecordKind::Message: {
      QStringList fields{QStringLiteral("channel"), QStringLiteral("text")};
      for (const std::string_view stage : Words<StageKind>::list)
        fields << QStringLiteral("stage:") + QLatin1String(stage.data(), static_cast<int>(stage.size()));
      return fields;
    }
    case RecordKind::Pledge:
      return {QStringLiteral("when"), QStringLiteral("due"), QStringLiteral("target")};
    case RecordKind::Summit:
    case RecordKind::Period:
      return {QStringLiteral("when")};
    case RecordKind::Statement:
      return {QStringLiteral("when"), QStringLiteral("quote")};
    default:
      return {};
  }
}

QString numberAndWords(Credibility credibility) {
  return QStringLiteral("%1, %2").arg(QString::fromLatin1(wordOf(credibility).data(), 1),
                                      credibilityInWords(credibility));
}

}  // namespace

ClaimForm::ClaimForm(std::shared_ptr<const Snapshot> snapshot, const Topic& topic, const ClaimUid& uid,
                     const BlockStyle& style, QWidget* parent)
    : QWidget(parent),
      m_snapshot(std::move(snapshot)),
      m_style(style),
      m_namesTopic(topic.name.isEmpty()),
      m_value(new QLineEdit),
      m_date(new DateEntry(DateEntry::Shape::Stacked, tr("As a date"))),
      m_number(new QLineEdit),
      m_source(new QComboBox),
      m_locator(new QLineEdit),
      m_quote(new QPlainTextEdit),
      m_credibility(new QComboBox),
      m_verdict(new QComboBox),
      m_agrees(new QComboBox),
      m_reason(new QLineEdit),
      m_problem(textLine(style, style.faces.caption, Ink::Refuted, {})),
      m_save(new QPushButton(tr("Save the claim"))) {
  setObjectName(QStringLiteral("claimForm"));
  const Claim* known = uid.value.empty() ? nullptr : m_snapshot->ledger.claim(uid);
  if (known) {
    m_claim = *known;
  } else {
    m_claim.uid = freeClaimUid(*m_snapshot);
    m_claim.subject = topic.subject;
    (topic.isQuestion ? m_claim.question : m_claim.field) = topic.name;
    m_claim.recordedAt = todayAsDate();
  }
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 12, 16, 16);
  column->setSpacing(8);
  column->addWidget(
      textLine(m_style, m_style.faces.body, Ink::Ink2, subjectInWords(*m_snapshot, topic.subject)));
  column->addWidget(textLine(m_style, m_style.faces.chartTitle, Ink::Ink,
                             m_namesTopic ? tr("A claim about it") : topicInWords(topic)));
  makeFields();
  makeButtons(!known);
  fill(m_claim);
  check();
}

void ClaimForm::makeFields() {
  auto* form = new QFormLayout;
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->setRowWrapPolicy(QFormLayout::WrapLongRows);
  if (m_namesTopic) {
    m_topic = new QComboBox;
    m_topic->setEditable(true);
    m_topic->setInsertPolicy(QComboBox::NoInsert);
    m_topic->lineEdit()->setPlaceholderText(tr("A field, or a question of your own"));
    for (const QString& field : fieldsOf(m_claim.subject.kind))
      m_topic->addItem(topicName({m_claim.subject, false, field}), field);
    m_topic->setCurrentIndex(-1);
    form->addRow(tr("About"), m_topic);
    connect(m_topic, &QComboBox::editTextChanged, this, &ClaimForm::check);
  }
  m_value->setObjectName(QStringLiteral("claimValue"));
  m_value->setPlaceholderText(tr("What the source says, in its words"));
  form->addRow(tr("Value"), m_value);
  m_date->field().setPlaceholderText(tr("If it is a date"));
  m_date->setTheme(m_style.theme);
  form->addRow(tr("As a date"), m_date);
  m_number->setPlaceholderText(tr("If it is a number"));
  form->addRow(tr("As a number"), m_number);
  m_source->setObjectName(QStringLiteral("claimSource"));
  m_source->setEditable(true);
  m_source->setInsertPolicy(QComboBox::NoInsert);
  std::vector<const Source*> sources;
  for (const Source& source : m_snapshot->sources)
    sources.push_back(&source);
  std::ranges::sort(sources, [](const Source* a, const Source* b) {
    return QString::localeAwareCompare(sourceInWords(*a), sourceInWords(*b)) < 0;
  });
  for (const Source* source : sources)
    m_source->addItem(QStringLiteral("%1: %2").arg(sourceInWords(*source), source->title),
                      QString::fromStdString(source->uid.value));
  m_source->completer()->setFilterMode(Qt::MatchContains);
  m_source->completer()->setCompletionMode(QCompleter::PopupCompletion);
  m_source->lineEdit()->setPlaceholderText(tr("Type a part of its name"));
  m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  form->addRow(tr("Source"), m_source);
  m_locator->setPlaceholderText(tr("Page, paragraph, minute"));
  form->addRow(tr("Where in it"), m_locator);
  m_quote->setTabChangesFocus(true);
  m_quote->setFixedHeight(4 * QFontMetrics(m_style.faces.quote).lineSpacing());
  m_quote->setFont(m_style.faces.quote);
  form->addRow(tr("Exact words"), m_quote);
  for (const Credibility credibility : {Credibility::One, Credibility::Two, Credibility::Three,
                                        Credibility::Four, Credibility::Five, Credibility::Six})
    m_credibility->addItem(numberAndWords(credibility));
  form->addRow(tr("Credibility"), m_credibility);
  m_verdict->addItem(tr("none yet"));
  for (const Verdict verdict : {Verdict::Adopted, Verdict::Disputed, Verdict::Refuted})
    m_verdict->addItem(verdictInWords(verdict));
  form->addRow(tr("Your verdict"), m_verdict);
  form->addRow(tr("Why"), m_reason);
  m_agrees->addItem(tr("no other claim"));
  for (const Claim& other : m_snapshot->content->ledger->claims) {
    if (topicOf(other) == topicOf(m_claim) && other.uid != m_claim.uid)
      m_agrees->addItem(valueInWords(other), QString::fromStdString(other.uid.value));
  }
  m_agrees->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  form->addRow(tr("Says the same as"), m_agrees);
  static_cast<QVBoxLayout*>(layout())->addLayout(form);
  for (QLineEdit* line : {m_value, m_number})
    connect(line, &QLineEdit::textChanged, this, &ClaimForm::check);
  connect(m_date, &DateEntry::dateChanged, this, &ClaimForm::check);
  connect(m_source, &QComboBox::editTextChanged, this, &ClaimForm::check);
}

void ClaimForm::makeButtons(bool isNew) {
  auto* column = static_cast<QVBoxLayout*>(layout());
  m_problem->setObjectName(QStringLiteral("claimProblem"));
  column->addWidget(m_problem);
  auto* row = new QHBoxLayout;
  m_save->setObjectName(QStringLiteral("saveClaim"));
  row->addWidget(m_save);
  auto* cancel = new QPushButton(tr("Cancel"));
  row->addWidget(cancel);
  row->addStretch(1);
  if (!isNew) {
    auto* remove = new QPushButton(tr("Delete the claim"));
    remove->setObjectName(QStringLiteral("deleteClaim"));
    remove->setToolTip(tr("It can be brought back from the history"));
    row->addWidget(remove);
    connect(remove, &QPushButton::clicked, this, [this] { Q_EMIT removed(m_claim.uid); });
  }
  column->addLayout(row);
  column->addStretch(1);
  connect(m_save, &QPushButton::clicked, this, &ClaimForm::save);
  connect(cancel, &QPushButton::clicked, this, &ClaimForm::cancelled);
}

void ClaimForm::fill(const Claim& claim) {
  m_value->setText(claim.value);
  m_date->setDate(claim.edtf);
  m_number->setText(claim.number ? QString::fromStdString(claim.number->text) : QString());
  m_source->setCurrentIndex(m_source->findData(QString::fromStdString(claim.source.value)));
  if (m_source->currentIndex() < 0) m_source->clearEditText();
  m_locator->setText(claim.locator);
  m_quote->setPlainText(claim.quote);
  m_credibility->setCurrentIndex(static_cast<int>(claim.credibility));
  m_verdict->setCurrentIndex(claim.verdict ? static_cast<int>(*claim.verdict) + 1 : 0);
  m_reason->setText(claim.reason);
  m_agrees->setCurrentIndex(std::max(0, m_agrees->findData(QString::fromStdString(claim.agreesWith.value))));
}

SourceUid ClaimForm::chosenSource() const {
  // Two sources may have one name: the one that was chosen counts.
  const bool isChosen = m_source->currentIndex() >= 0 &&
                        m_source->itemText(m_source->currentIndex()) == m_source->currentText();
  const int at = isChosen ? m_source->currentIndex() : m_source->findText(m_source->currentText());
  return at < 0 ? SourceUid() : SourceUid(m_source->itemData(at).toString().toStdString());
}

void ClaimForm::check() {
  QString problem;
  const QString number = m_number->text().trimmed();
  if (m_value->text().trimmed().isEmpty()) problem = tr("What does the source say? A value is needed.");
  if (!m_date->isEmpty() && !m_date->date()) problem = tr("The date cannot be read yet.");
  if (!number.isEmpty() && !Decimal::parse(number.toStdString()))
    problem = tr("The number is digits with a point at most.");
  if (problem.isEmpty() && chosenSource().value.empty()) problem = tr("Choose the source from the list.");
  if (m_topic && m_topic->currentText().trimmed().isEmpty()) problem = tr("Say what the claim is about.");
  m_problem->setText(problem);
  m_save->setEnabled(problem.isEmpty());
}

void ClaimForm::save() {
  Claim claim = m_claim;
  if (m_topic) {
    const QString typed = m_topic->currentText().trimmed();
    const int field = m_topic->findText(typed);
    claim.field = field < 0 ? QString() : m_topic->itemData(field).toString();
    claim.question = field < 0 ? typed : QString();
  }
  claim.value = m_value->text().trimmed();
  claim.edtf = m_date->date();
  const auto number = Decimal::parse(m_number->text().trimmed().toStdString());
  claim.number = number ? std::optional(*number) : std::nullopt;
  claim.source = chosenSource();
  claim.locator = m_locator->text().trimmed();
  claim.quote = m_quote->toPlainText().trimmed();
  claim.credibility = static_cast<Credibility>(m_credibility->currentIndex());
  const int verdict = m_verdict->currentIndex();
  claim.verdict = verdict == 0 ? std::nullopt : std::optional(static_cast<Verdict>(verdict - 1));
  claim.reason = m_reason->text().trimmed();
  claim.agreesWith = ClaimUid(m_agrees->currentData().toString().toStdString());
  Q_EMIT saved(claim);
}

}  // namespace entente
