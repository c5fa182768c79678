// SPDX-License-Identifier: GPL-3.0-or-later
// Three lines of text with a hairline below.
#include "app/charts/position_row.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "app/charts/pledge_words.h"
#include "app/charts/text_label.h"

namespace entente {

PositionRow::PositionRow(const Snapshot& snapshot, const Position& position, const Theme& colors,
                         const TypeFaces& faces, QWidget* parent)
    : QWidget(parent), m_line(colors.hairline), m_fill(colors.selectedFill), m_focus(colors.accent) {
  setObjectName(QStringLiteral("position"));
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(positionInSpeech(snapshot, position));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(4, 4, 4, 5);
  column->setSpacing(0);
  const auto add = [&](const QString& text, const QFont& font, const QColor& ink) {
    if (text.isEmpty()) return;
    QLabel* label = plainLabel(text);
    setInk(*label, font, ink);
    column->addWidget(label);
  };
  add(dayOfPosition(position), faces.caption, colors.ink2);
  add(whoAndPosition(snapshot, position), faces.bodyStrong, colors.ink);
  add(position.detail, faces.body, colors.ink);
  add(sourceOfPosition(snapshot, position), faces.caption, colors.ink2);
}

void PositionRow::setHighlighted(bool highlighted) {
  if (highlighted == m_highlighted) return;
  m_highlighted = highlighted;
  update();
}

void PositionRow::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (m_highlighted) painter.fillRect(rect(), m_fill);
  painter.fillRect(QRect(0, height() - 1, width(), 1), m_line);
  if (!hasFocus()) return;
  painter.setPen(QPen(m_focus, 2));
  painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
}

void PositionRow::keyPressEvent(QKeyEvent* event) {
  const bool isEnter =
      event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
  if (!isEnter) return QWidget::keyPressEvent(event);
  Q_EMIT chosen();
}

void PositionRow::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && rect().contains(event->pos())) Q_EMIT chosen();
}

}  // namespace entente
