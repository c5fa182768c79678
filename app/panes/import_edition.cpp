// SPDX-License-Identifier: GPL-3.0-or-later
// Fields as in the form of a source; those of a source that is there are not asked for again.
#include "app/panes/import_edition.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

#include "app/panes/date_entry.h"
#include "app/words/event_words.h"

namespace entente {

namespace {

constexpr int kDefinitionLines = 3;

}  // namespace

ImportEdition::ImportEdition(QWidget* parent)
    : QWidget(parent),
      m_form(new QFormLayout(this)),
      m_source(new QComboBox),
      m_title(new QLineEdit),
      m_publisher(new QLineEdit),
      m_published(new DateEntry(DateEntry::Shape::Stacked, tr("Published"))),
      m_url(new QLineEdit),
      m_grade(new QComboBox),
      m_licence(new QLineEdit),
      m_definition(new QPlainTextEdit) {
  m_form->setContentsMargins(0, 0, 0, 0);
  m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  m_source->setObjectName(QStringLiteral("importSource"));
  m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_source->setMinimumContentsLength(12);
  m_source->addItem(tr("a new one"));
  m_title->setObjectName(QStringLiteral("importTitle"));
  m_publisher->setObjectName(QStringLiteral("importPublisher"));
  m_published->setObjectName(QStringLiteral("importPublished"));
  m_definition->setObjectName(QStringLiteral("importDefinition"));
  m_grade->addItem(tr("not graded"));
  for (const std::string_view word : Words<Reliability>::list)
    m_grade->addItem(gradeInWords(fromWord<Reliability>(word)));
  m_definition->setTabChangesFocus(true);
  m_definition->setFixedHeight((kDefinitionLines + 1) * fontMetrics().lineSpacing());
  m_definition->setPlaceholderText(tr("What is counted in the figures, in the publisher's words"));
  m_form->addRow(tr("Source"), m_source);
  m_form->addRow(tr("Title"), m_title);
  m_form->addRow(tr("Publisher"), m_publisher);
  m_form->addRow(tr("Published"), m_published);
  m_form->addRow(tr("Address"), m_url);
  m_form->addRow(tr("Reliability"), m_grade);
  m_form->addRow(tr("Licence"), m_licence);
  m_form->addRow(tr("Definition"), m_definition);
  connect(m_source, &QComboBox::currentIndexChanged, this, [this] {
    showFields();
    Q_EMIT changed();
  });
  connect(m_title, &QLineEdit::textEdited, this, [this] { m_titleTyped = true; });
  for (const QLineEdit* field : {m_title, m_publisher, m_url, m_licence})
    connect(field, &QLineEdit::textChanged, this, &ImportEdition::changed);
  connect(m_published, &DateEntry::dateChanged, this, &ImportEdition::changed);
  connect(m_definition, &QPlainTextEdit::textChanged, this, &ImportEdition::changed);
}

void ImportEdition::setTheme(const Theme& theme) {
  m_published->setTheme(theme);
}

void ImportEdition::setSources(const std::vector<Source>& sources) {
  for (const Source& source : sources) {
    if (source.kind == SourceKind::Dataset)
      m_source->addItem(source.title, QString::fromStdString(source.uid.value));
  }
}

void ImportEdition::suggestTitle(const QString& title) {
  if (!m_titleTyped) m_title->setText(title);
}

void ImportEdition::showFields() {
  const bool isNew = m_source->currentIndex() == 0;
  for (QWidget* field : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_publisher),
                         static_cast<QWidget*>(m_published), static_cast<QWidget*>(m_url),
                         static_cast<QWidget*>(m_grade), static_cast<QWidget*>(m_licence)})
    m_form->setRowVisible(field, isNew);
}

void ImportEdition::setDefinitionAsked(bool asked) {
  m_form->setRowVisible(m_definition, asked);
}

ImportOrigin ImportEdition::origin() const {
  const FigureEdition edition = this->edition();
  ImportOrigin origin;
  origin.known = edition.known;
  origin.title = edition.title;
  origin.publisher = edition.publisher;
  origin.url = edition.url;
  origin.published = edition.published;
  origin.reliability = edition.reliability;
  origin.licence = edition.licence;
  return origin;
}

FigureEdition ImportEdition::edition() const {
  FigureEdition edition;
  edition.definition = m_definition->toPlainText().trimmed();
  if (m_source->currentIndex() > 0) {
    edition.known = SourceUid(m_source->currentData().toString().toStdString());
    return edition;
  }
  edition.title = m_title->text().trimmed();
  edition.publisher = m_publisher->text().trimmed();
  edition.url = m_url->text().trimmed();
  edition.published = m_published->date();
  if (const int grade = m_grade->currentIndex(); grade > 0)
    edition.reliability = static_cast<Reliability>(grade - 1);
  edition.licence = m_licence->text().trimmed();
  return edition;
}

QString ImportEdition::problem() const {
  if (m_source->currentIndex() > 0) return {};
  if (m_title->text().trimmed().isEmpty()) return tr("The source needs a title.");
  if (!m_published->isEmpty() && !m_published->date())
    return tr("The date of the source cannot be read yet.");
  return {};
}

}  // namespace entente
