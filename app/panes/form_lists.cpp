// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of references: one, a list in its order, participants with their roles, whoever is bound.
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "app/panes/date_entry.h"
#include "app/panes/form_field.h"
#include "app/panes/reference_field.h"
#include "app/words/field_words.h"

namespace entente {

namespace {

FormChoices::Pool poolFor(const ColumnFacts& column) {
  return column.type == CellType::TypedReference ? std::nullopt : column.target;
}

class OneReference : public FormField {
 public:
  OneReference(const FormContext& context, const ColumnFacts& column)
      : m_line(new ReferenceField(context.choices, poolFor(column))) {
    auto* column_ = new QVBoxLayout(this);
    column_->setContentsMargins(0, 0, 0, 0);
    column_->addWidget(m_line);
    setFocusProxy(m_line);
    connect(m_line, &ReferenceField::edited, this, &FormField::edited);
  }
  std::string cell() const override { return m_line->cell(); }
  void setCell(const std::string& cell) override { m_line->setCell(cell); }
  QString problem() const override {
    return m_line->isHalfWritten() ? FormField::tr("Pick one of the list.") : QString();
  }

 private:
  ReferenceField* m_line;
};

/// A part of a list's cell: "uid", "role:uid" or "uid@EDTF".
struct ListPart {
  std::string role;
  std::string uid;
  std::string date;
};

/// Rows that can be moved up and taken away, and a line that adds one.
class ReferenceList : public FormField {
 public:
  ReferenceList(const FormContext& context, const ColumnFacts& column)
      : m_context(context),
        m_column(column),
        m_rows(new QVBoxLayout),
        m_add(new ReferenceField(context.choices, poolFor(column))) {
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(4);
    m_rows->setSpacing(4);
    all->addLayout(m_rows);
    m_add->setPlaceholderText(FormField::tr("Add: type a part of the name"));
    all->addWidget(m_add);
    setFocusProxy(m_add);
    connect(m_add, &ReferenceField::edited, this, &FormField::edited);
    // The line is emptied once the completer is done with it.
    connect(
        m_add, &ReferenceField::picked, this, [this](const std::string& cell) { add(cell); },
        Qt::QueuedConnection);
  }

  std::string cell() const override {
    std::string joined;
    for (const ListPart& part : m_parts) {
      if (!joined.empty()) joined += ';';
      if (isOf(CellType::ParticipantList)) joined += (part.role.empty() ? "participant" : part.role) + ":";
      joined += part.uid;
      if (!part.date.empty()) joined += "@" + part.date;
    }
    // What is picked and not yet in its row counts.
    if (!m_add->cell().empty() && !holds(m_add->cell()))
      joined += (joined.empty() ? "" : ";") +
                (isOf(CellType::ParticipantList) ? "participant:" : std::string()) + m_add->cell();
    return joined;
  }

  void setCell(const std::string& cell) override {
    m_parts.clear();
    for (std::size_t begin = 0; begin < cell.size();) {
      const std::size_t stop = std::min(cell.find(';', begin), cell.size());
      m_parts.push_back(partOf(cell.substr(begin, stop - begin)));
      begin = stop + 1;
    }
    fill();
  }

  QString problem() const override {
    if (m_add->isHalfWritten()) return FormField::tr("Pick one of the list, or empty the line.");
    if (m_dateProblem) return FormField::tr("A date of membership cannot be read yet.");
    for (const ListPart& part : m_parts) {
      if (part.role == "sender" || part.role == "recipient" || part.role == "speaker")
        return FormField::tr("Sender, recipient and speaker have fields of their own; name another role.");
    }
    return {};
  }

 private:
  [[nodiscard]] bool isOf(CellType type) const { return m_column.type == type; }
  [[nodiscard]] bool holds(const std::string& uid) const {
    return std::ranges::any_of(m_parts, [&uid](const ListPart& part) { return part.uid == uid; });
  }

  [[nodiscard]] ListPart partOf(const std::string& text) const {
    ListPart part;
    const std::size_t first = isOf(CellType::ParticipantList) ? text.find(':') + 1 : 0;
    const std::size_t at = isOf(CellType::AdherentList) ? std::min(text.find('@'), text.size()) : text.size();
    if (first > 0) part.role = text.substr(0, first - 1);
    part.uid = text.substr(first, at - first);
    if (at < text.size()) part.date = text.substr(at + 1);
    return part;
  }

  void add(const std::string& uid) {
    m_add->setCell({});
    if (uid.empty() || (!isOf(CellType::ParticipantList) && holds(uid))) return;
    m_parts.push_back({{}, uid, {}});
    fill();
    Q_EMIT edited();
  }

  void fill() {
    delete m_box;
    m_dateProblem = false;
    m_box = new QWidget;
    auto* column = new QVBoxLayout(m_box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (std::size_t i = 0; i < m_parts.size(); ++i)
      column->addLayout(rowOf(i));
    m_rows->addWidget(m_box);
    m_box->setVisible(!m_parts.empty());
    frameFields(*m_box, m_context.style.theme);
  }

  QHBoxLayout* rowOf(std::size_t place) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    const BlockStyle& style = m_context.style;
    if (isOf(CellType::ParticipantList)) row->addWidget(roleLine(place));
    const RecordChoice choice = m_context.choices->of(poolFor(m_column), m_parts[place].uid);
    QLabel* name = textLine(style, style.faces.body, Ink::Ink, choice.name);
    name->setToolTip(choice.detail);
    row->addWidget(name, 1);
    if (isOf(CellType::AdherentList)) {
      QLabel* caption = textLine(style, style.faces.caption, Ink::Ink3, FormField::tr("its members on"));
      caption->setWordWrap(false);
      row->addWidget(caption);
      row->addWidget(membersLine(place));
    }
    if (place > 0) row->addWidget(wordLink(FormField::tr("Up"), [this, place] { moveUp(place); }));
    row->addWidget(wordLink(FormField::tr("Remove"), [this, place] { remove(place); }));
    return row;
  }

  QLabel* wordLink(const QString& words, std::function<void()> does) {
    // Queued: the row goes with the click.
    QLabel* link = linkLine(m_context.style, words.toHtmlEscaped(), words,
                            [this, does = std::move(does)](const QString&) {
                              QMetaObject::invokeMethod(this, does, Qt::QueuedConnection);
                            });
    link->setFont(m_context.style.faces.caption);
    link->setWordWrap(false);
    return link;
  }

  QLineEdit* roleLine(std::size_t place) {
    auto* role = new QLineEdit(
        QString::fromStdString(m_parts[place].role).replace(QLatin1Char('-'), QLatin1Char(' ')));
    role->setObjectName(QStringLiteral("role"));
    role->setPlaceholderText(FormField::tr("Role"));
    role->setAccessibleName(FormField::tr("Role"));
    constexpr int kRoleLetters = 14;
    role->setFixedWidth(kRoleLetters * QFontMetrics(m_context.style.faces.body).averageCharWidth());
    connect(role, &QLineEdit::textEdited, this, [this, place](const QString& typed) {
      m_parts[place].role = readableUid(typed);
      Q_EMIT edited();
    });
    return role;
  }

  QLineEdit* membersLine(std::size_t place) {
    auto* date = new QLineEdit(QString::fromStdString(m_parts[place].date));
    date->setPlaceholderText(FormField::tr("a day"));
    date->setToolTip(FormField::tr("A day in EDTF: all members of the organisation on that day are bound"));
    date->setAccessibleName(FormField::tr("All members on"));
    connect(date, &QLineEdit::textEdited, this, [this, place](const QString& typed) {
      const auto read = readPeopleDate(typed.toStdString(), {});
      m_dateProblem = !typed.trimmed().isEmpty() && !read;
      m_parts[place].date = read ? read->edtf : std::string();
      Q_EMIT edited();
    });
    return date;
  }

  void moveUp(std::size_t place) {
    std::swap(m_parts[place], m_parts[place - 1]);
    fill();
    Q_EMIT edited();
  }

  void remove(std::size_t place) {
    m_parts.erase(m_parts.begin() + static_cast<std::ptrdiff_t>(place));
    fill();
    Q_EMIT edited();
    m_add->setFocus();
  }

  FormContext m_context;
  ColumnFacts m_column;
  QVBoxLayout* m_rows;
  QWidget* m_box = nullptr;
  ReferenceField* m_add;
  std::vector<ListPart> m_parts;
  bool m_dateProblem = false;
};

}  // namespace

FormField* makeReferenceField(const FormContext& context, TableId /*table*/, const ColumnFacts& column) {
  switch (column.type) {
    case CellType::Reference:
    case CellType::TypedReference:
      return new OneReference(context, column);
    case CellType::UidList:
    case CellType::ParticipantList:
    case CellType::AdherentList:
      return new ReferenceList(context, column);
    default:
      return nullptr;
  }
}

}  // namespace entente
