// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the ground and the edge.
#include "app/panes/line_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace entente {

LineBar::LineBar(QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout(this)) {
  constexpr int kSidePx = 16;
  constexpr int kAbovePx = 4;
  constexpr int kGapPx = 12;
  m_row->setContentsMargins(kSidePx, kAbovePx, kSidePx, kAbovePx);
  m_row->setSpacing(kGapPx);
}

void LineBar::setTheme(ThemeName name) {
  m_theme = name;
  applyStyle();
}

void LineBar::applyStyle() {
  setPalette(entente::palette(colors()));
  styleContent();
  update();
}

void LineBar::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) applyStyle();
}

void LineBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), colors().canvas);
  painter.setPen(colors().edge);
  painter.drawLine(0, height() - 1, width(), height() - 1);
}

}  // namespace entente
