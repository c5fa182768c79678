// SPDX-License-Identifier: GPL-3.0-or-later
// Sets the lines.
#include "app/panes/selection_edit.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/words/event_words.h"

namespace entente {

SelectionEdit::SelectionEdit(const std::vector<QString>& tags, const BlockStyle& style, QWidget* parent)
    : QWidget(parent) {
  setObjectName(QStringLiteral("selectionEdit"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 8, 0, 0);
  column->setSpacing(8);
  column->addWidget(textLine(style, style.faces.bodyStrong, Ink::Ink, tr("Change all of them")));
  auto* form = new QFormLayout;
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->setVerticalSpacing(8);
  column->addLayout(form);
  makeKind();
  makeTags(tags, style);
  makeGrade();
  frameFields(*this, style.theme);
  auto* remove = new QPushButton(tr("Delete all…"));
  remove->setObjectName(QStringLiteral("deletePicked"));
  remove->setToolTip(tr("It can be brought back from the history"));
  column->addWidget(remove, 0, Qt::AlignLeft);
  // All queued: the column goes with the change.
  connect(remove, &QPushButton::clicked, this, &SelectionEdit::deleteAsked, Qt::QueuedConnection);
}

/// A choice, and the button that carries it out: keys that walk through the list change nothing.
QPushButton* SelectionEdit::addChoice(const QString& caption, QComboBox* box, const char* buttonName) {
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  box->setCurrentIndex(-1);
  box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  row->addWidget(box, 1);
  auto* change = new QPushButton(tr("Change"));
  change->setObjectName(QString::fromLatin1(buttonName));
  change->setAccessibleName(tr("Change: %1").arg(caption));
  change->setEnabled(false);
  row->addWidget(change);
  connect(box, &QComboBox::currentIndexChanged, change, [change](int at) { change->setEnabled(at >= 0); });
  findChild<QFormLayout*>()->addRow(caption, row);
  return change;
}

void SelectionEdit::makeKind() {
  auto* kind = new QComboBox;
  kind->setObjectName(QStringLiteral("kindOfPicked"));
  kind->setPlaceholderText(tr("as it is"));
  for (const EventKind one : kEventKinds)
    kind->addItem(eventKindInWords(one), static_cast<int>(one));
  connect(
      addChoice(tr("Kind"), kind, "changeKind"), &QPushButton::clicked, this,
      [this, kind] { Q_EMIT kindAsked(static_cast<EventKind>(kind->currentData().toInt())); },
      Qt::QueuedConnection);
}

void SelectionEdit::makeTags(const std::vector<QString>& tags, const BlockStyle& style) {
  auto* box = new QWidget;
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  auto* tag = new QLineEdit;
  tag->setObjectName(QStringLiteral("tagPicked"));
  tag->setPlaceholderText(tr("Add a tag to all, and press Enter"));
  tag->setAccessibleName(tr("Add a tag to all"));
  column->addWidget(tag);
  for (const QString& one : tags) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(textLine(style, style.faces.body, Ink::Ink, one), 1);
    QLabel* remove = linkLine(style, tr("Remove").toHtmlEscaped(), one, [this](const QString& removed) {
      QMetaObject::invokeMethod(
          this, [this, removed] { Q_EMIT untagAsked(removed); }, Qt::QueuedConnection);
    });
    remove->setObjectName(QStringLiteral("untag-") + one);
    remove->setFont(style.faces.caption);
    remove->setWordWrap(false);
    row->addWidget(remove);
    column->addLayout(row);
  }
  connect(
      tag, &QLineEdit::returnPressed, this,
      [this, tag] {
        const QString words = tag->text().simplified().remove(QLatin1Char(';'));
        if (!words.isEmpty()) Q_EMIT tagAsked(words);
      },
      Qt::QueuedConnection);
  findChild<QFormLayout*>()->addRow(tr("Tags"), box);
}

void SelectionEdit::makeGrade() {
  auto* grade = new QComboBox;
  grade->setObjectName(QStringLiteral("gradePicked"));
  grade->setPlaceholderText(tr("as they are"));
  for (std::size_t i = 0; i < Words<Reliability>::list.size(); ++i)
    grade->addItem(gradeInWords(std::optional(static_cast<Reliability>(i))), static_cast<int>(i));
  grade->addItem(tr("not graded"), -1);
  connect(
      addChoice(tr("Their sources"), grade, "changeGrade"), &QPushButton::clicked, this,
      [this, grade] {
        const int chosen = grade->currentData().toInt();
        Q_EMIT gradeAsked(chosen < 0 ? std::nullopt : std::optional(static_cast<Reliability>(chosen)));
      },
      Qt::QueuedConnection);
}

}  // namespace entente
