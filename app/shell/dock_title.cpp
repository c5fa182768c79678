// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the head of a dock.
#include "app/shell/dock_title.h"

#include <QPainter>

#include "app/render/type.h"

namespace entente {

DockTitle::DockTitle(const QString& text, QWidget* parent) : QWidget(parent), m_text(text) {}

void DockTitle::setTheme(ThemeName name) {
  m_theme = name;
  update();
}

QSize DockTitle::sizeHint() const {
  return {120, 28};
}

void DockTitle::paintEvent(QPaintEvent*) {
  const Theme& colors = theme(m_theme);
  QPainter painter(this);
  painter.fillRect(rect(), colors.window);
  const QFont font = typeFaces(this->font(), this->font().pointSizeF() / kBasePoints).bodyStrong;
  const int tab = QFontMetrics(font).horizontalAdvance(m_text) + 32;
  painter.fillRect(QRect(0, 0, tab, height()), colors.canvas);
  painter.fillRect(QRect(0, 0, tab, 2), colors.accent);
  painter.setPen(colors.edge);
  painter.drawLine(QPointF(tab + 0.5, 2), QPointF(tab + 0.5, height()));
  painter.drawLine(QPointF(tab, height() - 0.5), QPointF(width(), height() - 0.5));
  painter.setPen(colors.ink);
  painter.setFont(font);
  painter.drawText(QRect(16, 2, tab, height() - 2), Qt::AlignVCenter | Qt::AlignLeft, m_text);
}

}  // namespace entente
