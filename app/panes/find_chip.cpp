// SPDX-License-Identifier: GPL-3.0-or-later
// Painted by hand: a style would cut the words, and read a "&" in a name as a mnemonic.
#include "app/panes/find_chip.h"

#include <QKeyEvent>
#include <QPainter>

namespace entente {

namespace {

constexpr int kPaddingPx = 6;

}  // namespace

FindChip::FindChip(const QString& words, QWidget* parent) : QToolButton(parent), m_words(words) {
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
  // The cursor of the line beside it is no cursor for a button.
  setCursor(Qt::ArrowCursor);
}

void FindChip::setTheme(ThemeName name) {
  m_theme = name;
  update();
}

void FindChip::setWords(const QString& words) {
  m_words = words;
  updateGeometry();
  update();
}

QSize FindChip::sizeHint() const {
  const QFontMetrics metrics(font());
  return {metrics.horizontalAdvance(m_words) + 2 * kPaddingPx, metrics.height() + 4};
}

void FindChip::paintEvent(QPaintEvent*) {
  const Theme& colors = theme(m_theme);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
  painter.setPen(underMouse() || isDown() ? colors.ink2 : colors.hairline);
  painter.setBrush(isDown() ? colors.hairline : colors.window);
  painter.drawRoundedRect(box, 3, 3);
  if (hasFocus()) {
    painter.setPen(QPen(colors.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
  }
  painter.setPen(isEnabled() ? colors.ink : colors.greyed);
  painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, m_words);
}

void FindChip::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
      click();
      return;
    default:
      QToolButton::keyPressEvent(event);
  }
}

}  // namespace entente
