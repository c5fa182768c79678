// SPDX-License-Identifier: GPL-3.0-or-later
// Lines, texts, dates, choices and tags.
#include "app/panes/form_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "app/panes/date_entry.h"
#include "app/words/field_words.h"

namespace entente {

namespace {

QVBoxLayout* bareColumn(QWidget* widget) {
  auto* column = new QVBoxLayout(widget);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  return column;
}

class LineField : public FormField {
 public:
  LineField(TableId table, const ColumnFacts& column) : m_line(new QLineEdit) {
    bareColumn(this)->addWidget(m_line);
    setFocusProxy(m_line);
    m_line->setPlaceholderText(fieldHint(table, column.name));
    if (column.type == CellType::OwnUid) m_line->setReadOnly(true);
    connect(m_line, &QLineEdit::textChanged, this, &FormField::edited);
  }
  std::string cell() const override { return m_line->text().trimmed().toStdString(); }
  void setCell(const std::string& cell) override {
    m_line->setText(QString::fromStdString(cell));
    m_line->setCursorPosition(0);
  }

 private:
  QLineEdit* m_line;
};

class TextField : public FormField {
 public:
  TextField(const BlockStyle& style, TableId table, std::string_view column) : m_text(new QPlainTextEdit) {
    bareColumn(this)->addWidget(m_text);
    setFocusProxy(m_text);
    const bool isSourceWords = column == "text" || column == "quote";
    if (isSourceWords) m_text->setFont(style.faces.quote);
    constexpr int kLines = 4;
    constexpr int kFramePx = 12;
    m_text->setFixedHeight(kLines * QFontMetrics(m_text->font()).lineSpacing() + kFramePx);
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(fieldHint(table, column));
    connect(m_text, &QPlainTextEdit::textChanged, this, &FormField::edited);
  }
  std::string cell() const override { return m_text->toPlainText().trimmed().toStdString(); }
  void setCell(const std::string& cell) override { m_text->setPlainText(QString::fromStdString(cell)); }

 private:
  QPlainTextEdit* m_text;
};

class DateField : public FormField {
 public:
  DateField(const BlockStyle& style, TableId table, const ColumnFacts& column)
      : m_date(new DateEntry(DateEntry::Shape::Stacked, fieldName(table, column.name))) {
    bareColumn(this)->addWidget(m_date);
    setFocusProxy(m_date);
    m_date->setTheme(style.theme);
    if (const QString hint = fieldHint(table, column.name); !hint.isEmpty())
      m_date->field().setPlaceholderText(hint);
    connect(m_date, &DateEntry::dateChanged, this, &FormField::edited);
  }
  std::string cell() const override { return m_date->date() ? m_date->date()->edtf() : std::string(); }
  void setCell(const std::string& cell) override {
    const auto date = FuzzyDate::parse(cell);
    m_date->setDate(date ? std::optional(*date) : std::nullopt);
  }
  QString problem() const override {
    return m_date->isEmpty() || m_date->date() ? QString()
                                               : FormField::tr("This cannot be read as a date yet.");
  }

 private:
  DateEntry* m_date;
};

class ChoiceField : public FormField {
 public:
  ChoiceField(TableId table, const ColumnFacts& column) : m_box(new QComboBox) {
    bareColumn(this)->addWidget(m_box);
    setFocusProxy(m_box);
    if (!column.required)
      m_box->addItem(column.name == "reliability" ? FormField::tr("not graded") : FormField::tr("none"),
                     QString());
    for (const auto& [word, name] : fieldChoices(table, column.name))
      m_box->addItem(name, QString::fromStdString(word));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_box, &QComboBox::currentIndexChanged, this, &FormField::edited);
  }
  std::string cell() const override { return m_box->currentData().toString().toStdString(); }
  void setCell(const std::string& cell) override {
    m_box->setCurrentIndex(std::max(0, m_box->findData(QString::fromStdString(cell))));
  }

 private:
  QComboBox* m_box;
};

class TickField : public FormField {
 public:
  TickField() : m_box(new QCheckBox(FormField::tr("It is an estimate"))) {
    bareColumn(this)->addWidget(m_box);
    setFocusProxy(m_box);
    connect(m_box, &QCheckBox::toggled, this, &FormField::edited);
  }
  std::string cell() const override { return m_box->isChecked() ? "1" : "0"; }
  void setCell(const std::string& cell) override { m_box->setChecked(cell == "1"); }

 private:
  QCheckBox* m_box;
};

/// Words parted by commas as one types; a comma in a tag of an import is kept by writing semicolons.
class TagsField : public FormField {
 public:
  TagsField() : m_line(new QLineEdit) {
    bareColumn(this)->addWidget(m_line);
    setFocusProxy(m_line);
    m_line->setPlaceholderText(FormField::tr("Words of your own, with commas between them"));
    connect(m_line, &QLineEdit::textChanged, this, &FormField::edited);
  }
  std::string cell() const override {
    const QString typed = m_line->text();
    const QChar apart = typed.contains(QLatin1Char(';')) ? QLatin1Char(';') : QLatin1Char(',');
    QStringList tags;
    for (const QString& part : typed.split(apart)) {
      const QString tag = part.simplified();
      if (!tag.isEmpty() && !tags.contains(tag)) tags << tag;
    }
    return tags.join(QLatin1Char(';')).toStdString();
  }
  void setCell(const std::string& cell) override {
    const QStringList tags = QString::fromStdString(cell).split(QLatin1Char(';'), Qt::SkipEmptyParts);
    const bool hasComma =
        std::ranges::any_of(tags, [](const QString& tag) { return tag.contains(QLatin1Char(',')); });
    // A list of one needs its semicolon to be read as one.
    m_line->setText(hasComma ? tags.join(QStringLiteral("; ")) + QLatin1Char(';')
                             : tags.join(QStringLiteral(", ")));
  }

 private:
  QLineEdit* m_line;
};

FormField* plainField(const FormContext& context, TableId table, const ColumnFacts& column) {
  if (column.name == "tags") return new TagsField;
  if (column.name == "estimate") return new TickField;
  if (column.type == CellType::Date) return new DateField(context.style, table, column);
  if (column.type == CellType::Word) return new ChoiceField(table, column);
  if (isLongText(column.name)) return new TextField(context.style, table, column.name);
  return new LineField(table, column);
}

}  // namespace

FormField* makeField(const FormContext& context, TableId table, const ColumnFacts& column) {
  FormField* field = makeReferenceField(context, table, column);
  if (!field) field = plainField(context, table, column);
  field->setObjectName(QString::fromUtf8(column.name.data(), static_cast<qsizetype>(column.name.size())));
  if (QWidget* typed = field->focusProxy()) typed->setAccessibleName(fieldName(table, column.name));
  return field;
}

}  // namespace entente
