// SPDX-License-Identifier: GPL-3.0-or-later
// Sets the fields and reads them.
#include "app/panes/source_form.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/panes/date_entry.h"
#include "app/panes/sources_words.h"
#include "app/words/event_words.h"

namespace entente {

SourceForm::SourceForm(const Source& source, bool isNew, std::int64_t resting, const BlockStyle& style,
                       QWidget* parent)
    : QWidget(parent),
      m_style(style),
      m_source(source),
      m_title(new QLineEdit(source.title)),
      m_author(new QLineEdit(source.author)),
      m_publisher(new QLineEdit(source.publisher)),
      m_root(new QLineEdit(source.root)),
      m_url(new QLineEdit(source.url)),
      m_published(new DateEntry(DateEntry::Shape::Stacked, tr("Date"))),
      m_accessed(new DateEntry(DateEntry::Shape::Stacked, tr("Read on"))),
      m_kind(new QComboBox),
      m_language(new QLineEdit(source.language)),
      m_grade(new QComboBox),
      m_note(new QPlainTextEdit(source.note)),
      m_problem(textLine(style, style.faces.caption, Ink::Refuted, {})),
      m_save(new QPushButton(tr("Save the source"))) {
  setObjectName(QStringLiteral("sourceForm"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 12, 16, 16);
  column->setSpacing(8);
  column->addWidget(
      textLine(m_style, m_style.faces.chartTitle, Ink::Ink, isNew ? tr("A new source") : sourceName(source)));
  makeFields();
  makeButtons(isNew, resting);
  check();
}

void SourceForm::makeFields() {
  auto* form = new QFormLayout;
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->setRowWrapPolicy(QFormLayout::WrapLongRows);
  m_title->setObjectName(QStringLiteral("sourceTitle"));
  form->addRow(tr("Title"), m_title);
  form->addRow(tr("Author"), m_author);
  form->addRow(tr("Publisher"), m_publisher);
  m_root->setPlaceholderText(tr("The agency or original whose story it repeats"));
  m_root->setToolTip(tr("Sources with one root count as one voice"));
  form->addRow(tr("Root"), m_root);
  form->addRow(tr("Address"), m_url);
  m_published->setTheme(m_style.theme);
  m_published->setDate(m_source.published);
  form->addRow(tr("Date"), m_published);
  m_accessed->setTheme(m_style.theme);
  m_accessed->setDate(m_source.accessed);
  form->addRow(tr("Read on"), m_accessed);
  for (const SourceKind kind :
       {SourceKind::Article, SourceKind::Dataset, SourceKind::Official, SourceKind::Post})
    m_kind->addItem(sourceKindInWords(kind));
  m_kind->setCurrentIndex(static_cast<int>(m_source.kind));
  form->addRow(tr("Kind"), m_kind);
  m_language->setPlaceholderText(tr("en, nl, \u2026"));
  form->addRow(tr("Language"), m_language);
  m_grade->setObjectName(QStringLiteral("sourceGrade"));
  m_grade->addItem(tr("not graded"));
  for (const Reliability grade :
       {Reliability::A, Reliability::B, Reliability::C, Reliability::D, Reliability::E, Reliability::F})
    m_grade->addItem(gradeInWords(std::optional(grade)));
  m_grade->setCurrentIndex(m_source.reliability ? static_cast<int>(*m_source.reliability) + 1 : 0);
  form->addRow(tr("Reliability"), m_grade);
  m_note->setTabChangesFocus(true);
  m_note->setFixedHeight(4 * fontMetrics().lineSpacing());
  form->addRow(tr("Note"), m_note);
  static_cast<QVBoxLayout*>(layout())->addLayout(form);
  connect(m_title, &QLineEdit::textChanged, this, &SourceForm::check);
  connect(m_published, &DateEntry::dateChanged, this, &SourceForm::check);
  connect(m_accessed, &DateEntry::dateChanged, this, &SourceForm::check);
}

void SourceForm::makeButtons(bool isNew, std::int64_t resting) {
  auto* column = static_cast<QVBoxLayout*>(layout());
  column->addWidget(m_problem);
  auto* row = new QHBoxLayout;
  m_save->setObjectName(QStringLiteral("saveSource"));
  row->addWidget(m_save);
  auto* cancel = new QPushButton(tr("Cancel"));
  row->addWidget(cancel);
  row->addStretch(1);
  if (!isNew) {
    auto* remove = new QPushButton(tr("Delete the source"));
    remove->setObjectName(QStringLiteral("deleteSource"));
    remove->setEnabled(resting == 0);
    remove->setToolTip(resting == 0   ? tr("It can be brought back from the history")
                       : resting == 1 ? tr("One record rests on it: change that one first")
                                      : tr("%1 records rest on it: change those first").arg(resting));
    row->addWidget(remove);
    connect(remove, &QPushButton::clicked, this, &SourceForm::removed);
  }
  column->addLayout(row);
  column->addStretch(1);
  connect(m_save, &QPushButton::clicked, this, &SourceForm::save);
  connect(cancel, &QPushButton::clicked, this, &SourceForm::cancelled);
}

void SourceForm::check() {
  QString problem;
  if (m_title->text().trimmed().isEmpty()) problem = tr("A source needs a title.");
  for (const DateEntry* date : {m_published, m_accessed}) {
    if (!date->isEmpty() && !date->date()) problem = tr("A date cannot be read yet.");
  }
  m_problem->setText(problem);
  m_save->setEnabled(problem.isEmpty());
}

void SourceForm::save() {
  Source source = m_source;
  source.title = m_title->text().trimmed();
  source.author = m_author->text().trimmed();
  source.publisher = m_publisher->text().trimmed();
  source.root = m_root->text().trimmed();
  source.url = m_url->text().trimmed();
  source.published = m_published->date();
  source.accessed = m_accessed->date();
  source.kind = static_cast<SourceKind>(m_kind->currentIndex());
  source.language = m_language->text().trimmed();
  const int grade = m_grade->currentIndex();
  source.reliability = grade == 0 ? std::nullopt : std::optional(static_cast<Reliability>(grade - 1));
  source.note = m_note->toPlainText().trimmed();
  Q_EMIT saved(source);
}

}  // namespace entente
