// SPDX-License-Identifier: GPL-3.0-or-later
// Fusion takes its frames from the window's colour, darker: on dark they cannot be seen.
#include "app/panes/filter_controls.h"

#include <QPainter>
#include <algorithm>

namespace entente {

namespace {

constexpr int kRingPx = 13;
constexpr int kGapPx = 8;
constexpr int kEndPx = 4;

}  // namespace

FilterRadio::FilterRadio(const QString& text, QWidget* parent) : QRadioButton(text, parent) {
  setAttribute(Qt::WA_Hover);
}

void FilterRadio::setTheme(ThemeName name) {
  m_theme = name;
  update();
}

QSize FilterRadio::sizeHint() const {
  constexpr int kLeastPx = 20;
  const QFontMetrics metrics(font());
  return {kRingPx + kGapPx + metrics.horizontalAdvance(text()) + kEndPx,
          std::max(kLeastPx, metrics.height() + 4)};
}

void FilterRadio::paintEvent(QPaintEvent*) {
  const Theme& colors = theme(m_theme);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QPointF middle(kRingPx / 2.0, height() / 2.0);
  painter.setPen(underMouse() ? colors.ink : colors.ink2);
  painter.setBrush(colors.canvas);
  painter.drawEllipse(middle, kRingPx / 2.0 - 0.5, kRingPx / 2.0 - 0.5);
  if (isChecked()) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.ink2);
    painter.drawEllipse(middle, 3.5, 3.5);
  }
  const QRectF words(kRingPx + kGapPx, 0, width() - kRingPx - kGapPx, height());
  painter.setPen(colors.ink);
  painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text());
  if (!hasFocus()) return;
  painter.setPen(QPen(colors.accent, 2));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(words.adjusted(-3, 1, -1, -1), 3, 3);
}

FilterLine::FilterLine(QWidget* parent) : QLineEdit(parent) {
  setFrame(false);
  constexpr int kInsidePx = 4;
  setTextMargins(kInsidePx, kInsidePx / 2, kInsidePx, kInsidePx / 2);
}

void FilterLine::setTheme(ThemeName name) {
  m_theme = name;
  update();
}

void FilterLine::paintEvent(QPaintEvent* event) {
  QLineEdit::paintEvent(event);
  const Theme& colors = theme(m_theme);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double inset = hasFocus() ? 1 : 0.5;
  painter.setPen(QPen(hasFocus() ? colors.accent : colors.edge, hasFocus() ? 2 : 1));
  painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 3, 3);
}

}  // namespace entente
