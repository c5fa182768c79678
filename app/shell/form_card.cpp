// SPDX-License-Identifier: GPL-3.0-or-later
// Fields in a column that scrolls where the window is too low.
#include "app/shell/form_card.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

namespace entente {

namespace {

constexpr int kWidthPx = 560;

QLabel* line() {
  auto* label = new QLabel;
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->hide();
  return label;
}

}  // namespace

FormCard::FormCard(const QString& title, const QString& done, QWidget* window)
    : OverlayCard(title, window),
      m_scroll(new QScrollArea),
      m_form(new QFormLayout),
      m_introduction(line()),
      m_facts(line()),
      m_problem(line()),
      m_done(new QPushButton(done)) {
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(12);
  m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  m_form->setLabelAlignment(Qt::AlignLeft);
  m_form->setHorizontalSpacing(16);
  m_form->setVerticalSpacing(8);
  m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_problem->setObjectName(QStringLiteral("problem"));
  column->addWidget(m_introduction);
  column->addLayout(m_form);
  column->addWidget(m_facts);
  column->addWidget(m_problem);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_done);
  buttons->addStretch(1);
  column->addLayout(buttons);
  column->addStretch(1);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setWidgetResizable(true);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->setWidget(page);
  page->setAutoFillBackground(false);
  m_scroll->viewport()->setAutoFillBackground(false);
  this->column()->addWidget(m_scroll, 1);
  m_done->setObjectName(QStringLiteral("done"));
  m_done->setFocusPolicy(Qt::StrongFocus);
  connect(m_done, &QPushButton::clicked, this, [this] { finish(); });
}

void FormCard::setProblem(const QString& problem) {
  if (m_problem->text() == problem) return;
  m_problem->setText(problem);
  m_problem->setAccessibleName(problem.isEmpty() ? QString() : tr("Not yet: %1").arg(problem));
  m_problem->setVisible(!problem.isEmpty());
  if (isOpen()) fit();
}

void FormCard::setIntroduction(const QString& words) {
  m_introduction->setText(words);
  m_introduction->setVisible(!words.isEmpty());
}

void FormCard::setFacts(const QString& words) {
  m_facts->setText(words);
  m_facts->setVisible(!words.isEmpty());
}

QSize FormCard::contentSize(QSize room) {
  const int wide = std::min(room.width(), static_cast<int>(kWidthPx * font().pointSizeF() / kBasePoints));
  QLayout* content = m_scroll->widget()->layout();
  content->activate();
  const int high =
      content->hasHeightForWidth() ? content->heightForWidth(wide) : content->sizeHint().height();
  const bool scrolls = high > room.height();
  return {std::min(room.width(), wide + (scrolls ? m_scroll->verticalScrollBar()->sizeHint().width() : 0)),
          high};
}

void FormCard::styleContent() {
  const TypeFaces type = faces();
  m_introduction->setFont(type.body);
  m_facts->setFont(type.caption);
  m_problem->setFont(type.body);
  QPalette quiet = palette();
  quiet.setColor(QPalette::WindowText, colors().ink3);
  m_facts->setPalette(quiet);
  quiet.setColor(QPalette::WindowText, colors().ink2);
  m_introduction->setPalette(quiet);
  quiet.setColor(QPalette::WindowText, colors().refuted);
  m_problem->setPalette(quiet);
  // The style draws the frames of fields darker than the window, which is unseen on a dark canvas.
  constexpr int kAsDarkerByStyle = 140;
  QPalette framed = palette();
  framed.setColor(QPalette::Window, colors().edge.lighter(kAsDarkerByStyle));
  for (QWidget* field : m_scroll->widget()->findChildren<QWidget*>()) {
    if (qobject_cast<QLineEdit*>(field) || qobject_cast<QPlainTextEdit*>(field) ||
        qobject_cast<QComboBox*>(field))
      field->setPalette(framed);
  }
  // The style leaves no room beside the words.
  constexpr int kBesideWordsPx = 32;
  constexpr int kAboveWordsPx = 12;
  const QFontMetrics metrics(type.body);
  m_done->setMinimumSize(metrics.horizontalAdvance(m_done->text()) + kBesideWordsPx,
                         metrics.height() + kAboveWordsPx);
}

QStringList FormCard::written() const {
  QStringList texts;
  for (const QLineEdit* field : m_scroll->widget()->findChildren<QLineEdit*>())
    texts << field->text();
  for (const QPlainTextEdit* field : m_scroll->widget()->findChildren<QPlainTextEdit*>())
    texts << field->toPlainText();
  return texts;
}

void FormCard::showEvent(QShowEvent* event) {
  OverlayCard::showEvent(event);
  m_known = written();
}

bool FormCard::mayLeave() {
  if (written() == m_known) return true;
  m_known = written();
  setProblem(tr("What you have written is not kept. Once more closes all the same."));
  return false;
}

void FormCard::mousePressEvent(QMouseEvent* event) {
  event->accept();
}

void FormCard::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enter && m_done->isEnabled()) {
    event->accept();
    return finish();
  }
  OverlayCard::keyPressEvent(event);
}

}  // namespace entente
