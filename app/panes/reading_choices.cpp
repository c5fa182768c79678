// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panes/reading_choices.h"

#include <QComboBox>
#include <QFormLayout>

#include "app/words/entry_words.h"

namespace entente {

namespace {

constexpr int kTitlesWithin = 10;  ///< rows that are offered

bool isSaid(const QComboBox& choice) {
  return choice.currentIndex() > 0;
}

}  // namespace

ReadingChoices::ReadingChoices(QFormLayout& form)
    : QObject(form.parentWidget()),
      m_form(form),
      m_encoding(add("entryEncoding", tr("Encoding"))),
      m_separator(add("entrySeparator", tr("Cells end with"))),
      m_titles(add("entryTitles", tr("Titles are in"))) {
  for (std::size_t i = 1; i < Words<TextEncoding>::list.size(); ++i)
    m_encoding->addItem(encodingInWords(static_cast<TextEncoding>(i)), static_cast<int>(i));
  for (const char separator : {',', ';', '\t', '|'})
    m_separator->addItem(separatorInWords(separator), static_cast<int>(separator));
  m_titles->addItem(tr("no row"), 0);
  for (int row = 1; row <= kTitlesWithin; ++row)
    m_titles->addItem(tr("row %1").arg(row), row);
  for (QComboBox* choice : {m_encoding, m_separator, m_titles})
    connect(choice, &QComboBox::activated, this, &ReadingChoices::changed);
  show(nullptr);
}

QComboBox* ReadingChoices::add(const char* name, const QString& label) {
  auto* choice = new QComboBox;
  choice->setObjectName(QString::fromLatin1(name));
  choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  choice->setMinimumContentsLength(12);
  choice->addItem(tr("as found"));
  m_form.addRow(label, choice);
  return choice;
}

void ReadingChoices::reset() {
  for (QComboBox* choice : {m_encoding, m_separator, m_titles})
    choice->setCurrentIndex(0);
  show(nullptr);
}

void ReadingChoices::sayFound(QComboBox& choice, const QString& found) {
  if (!isSaid(choice)) choice.setItemText(0, tr("%1, as found").arg(found));
}

void ReadingChoices::show(const ForeignReading* reading) {
  const ForeignTable* table = reading && reading->table ? &*reading->table : nullptr;
  const bool isText = table && table->table.separator != 0;
  // What is Unicode says so itself.
  const bool isOpen = isText && table->table.encoding > TextEncoding::Utf16Be;
  m_form.setRowVisible(m_encoding, isOpen || isSaid(*m_encoding));
  m_form.setRowVisible(m_separator, isText || isSaid(*m_separator));
  m_form.setRowVisible(m_titles, (table && !table->table.isList) || isSaid(*m_titles));
  if (!table) return;
  const std::string_view name = wordOf(table->table.encoding);
  sayFound(*m_encoding, QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())));
  sayFound(*m_separator, separatorInWords(table->table.separator));
  const ColumnMap& map = table->map;
  const auto& rows = table->table.grid.rows;
  if (map.headerRow < rows.size())
    sayFound(*m_titles, map.hasHeader ? tr("row %1").arg(rows[map.headerRow].line) : tr("no row"));
}

void ReadingChoices::fill(ForeignOptions& options) const {
  if (isSaid(*m_encoding))
    options.grid.encoding = static_cast<TextEncoding>(m_encoding->currentData().toInt());
  if (isSaid(*m_separator)) options.grid.separator = static_cast<char>(m_separator->currentData().toInt());
  if (isSaid(*m_titles)) options.titlesRow = m_titles->currentData().toInt();
}

}  // namespace entente
