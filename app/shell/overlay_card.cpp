// SPDX-License-Identifier: GPL-3.0-or-later
// Follows the size of its window by an event filter.
#include "app/shell/overlay_card.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <algorithm>

namespace entente {

namespace {

constexpr int kMarginPx = 24;
constexpr int kBesidePx = 24;  ///< of the window, around the card
constexpr int kUnderTitlePx = 16;

class CardGround : public QWidget {
 public:
  using QWidget::QWidget;

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Dark));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
  }
  // A click on the card is no click beside it.
  void mousePressEvent(QMouseEvent*) override {}
};

class CardAccessible : public QAccessibleWidget {
 public:
  explicit CardAccessible(QWidget* widget)
      : QAccessibleWidget(widget, QAccessible::Dialog, widget->accessibleName()) {}
  [[nodiscard]] QAccessible::State state() const override {
    QAccessible::State state = QAccessibleWidget::state();
    state.modal = true;
    return state;
  }
};

QAccessibleInterface* makeCardAccessible(const QString&, QObject* object) {
  auto* card = qobject_cast<OverlayCard*>(object);
  return card ? new CardAccessible(card) : nullptr;
}

}  // namespace

OverlayCard::OverlayCard(const QString& title, QWidget* window)
    : QWidget(window),
      m_card(new CardGround(this)),
      m_title(new QLabel(title)),
      m_close(new QPushButton(tr("Close"))) {
  QAccessible::installFactory(makeCardAccessible);
  setAccessibleName(title);
  m_title->setTextFormat(Qt::PlainText);
  m_close->setObjectName(QStringLiteral("close"));
  m_close->setToolTip(tr("Close (Esc)"));
  connect(m_close, &QPushButton::clicked, this, &OverlayCard::leave);

  auto* head = new QHBoxLayout;
  head->addWidget(m_title, 1);
  head->addWidget(m_close);
  m_column = new QVBoxLayout(m_card);
  m_column->setContentsMargins(kMarginPx, kMarginPx - 8, kMarginPx, kMarginPx);
  m_column->setSpacing(kUnderTitlePx);
  m_column->addLayout(head);
  window->installEventFilter(this);
  hide();
}

TypeFaces OverlayCard::faces() const {
  return typeFaces(font(), font().pointSizeF() / kBasePoints);
}

void OverlayCard::setTheme(ThemeName name) {
  m_theme = name;
  applyStyle();
}

void OverlayCard::applyStyle() {
  QPalette ground = entente::palette(colors());
  ground.setColor(QPalette::Window, colors().canvas);
  setPalette(ground);
  m_title->setFont(faces().title);
  styleContent();
  fit();
}

void OverlayCard::openCard() {
  if (isOpen()) return;
  m_focusBefore = window()->focusWidget();
  setGeometry(parentWidget()->rect());
  applyStyle();
  show();
  raise();
  firstFocus()->setFocus(Qt::PopupFocusReason);
}

void OverlayCard::leave() {
  if (mayLeave()) closeCard();
}

void OverlayCard::closeCard() {
  if (!isOpen()) return;
  hide();
  if (m_focusBefore && m_focusBefore->isVisible()) m_focusBefore->setFocus(Qt::PopupFocusReason);
  Q_EMIT closed();
}

QWidget* OverlayCard::firstFocus() const {
  return m_close;
}

bool OverlayCard::isClosingKey(const QKeyEvent&) const {
  return false;
}

void OverlayCard::fit() {
  const QMargins margins = m_column->contentsMargins();
  const int head = std::max(m_title->sizeHint().height(), m_close->sizeHint().height()) + kUnderTitlePx;
  const QSize frame(margins.left() + margins.right(), margins.top() + margins.bottom() + head);
  const QSize most = size() - QSize(2 * kBesidePx, 2 * kBesidePx);
  if (most.width() <= frame.width() || most.height() <= frame.height()) return;
  const QSize card = (contentSize(most - frame) + frame).boundedTo(most);
  m_card->setGeometry(QRect(QPoint((width() - card.width()) / 2, (height() - card.height()) / 2), card));
}

void OverlayCard::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange && isOpen()) applyStyle();
}

void OverlayCard::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fit();
}

bool OverlayCard::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parentWidget() && event->type() == QEvent::Resize && isOpen())
    setGeometry(parentWidget()->rect());
  return QWidget::eventFilter(watched, event);
}

bool OverlayCard::event(QEvent* event) {
  // No shortcut of the window behind the card while it is open.
  if (event->type() == QEvent::ShortcutOverride) {
    event->accept();
    return true;
  }
  return QWidget::event(event);
}

void OverlayCard::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape || isClosingKey(*event)) leave();
  event->accept();
}

void OverlayCard::mousePressEvent(QMouseEvent* event) {
  closeCard();
  event->accept();
}

void OverlayCard::wheelEvent(QWheelEvent* event) {
  event->accept();
}

bool OverlayCard::focusNextPrevChild(bool next) {
  // Through the card and round again, never out of it.
  QWidget* at = window()->focusWidget();
  if (!at || !isAncestorOf(at)) at = m_close;
  for (QWidget* w = next ? at->nextInFocusChain() : at->previousInFocusChain(); w != at;
       w = next ? w->nextInFocusChain() : w->previousInFocusChain()) {
    if (!isAncestorOf(w) || !w->isVisible() || !w->isEnabled() || (w->focusPolicy() & Qt::TabFocus) == 0)
      continue;
    w->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
  }
  return true;
}

}  // namespace entente
