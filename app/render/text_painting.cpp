// SPDX-License-Identifier: GPL-3.0-or-later
// Single lines of text on whole pixels.
#include "app/render/text_painting.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>
#include <QPen>
#include <array>
#include <cmath>

namespace entente {
namespace {

QPointF baselineBegin(const QPainter& painter, QPointF at, TextSide side, const QString& text,
                      const QFont& font) {
  const QFontMetricsF metrics(font, painter.device());
  double x = at.x();
  if (side != TextSide::RightOf) {
    const double width = metrics.horizontalAdvance(text);
    x -= side == TextSide::LeftOf ? width : width / 2;
  }
  return {x, std::round(at.y() + metrics.capHeight() / 2)};
}

}  // namespace

double textWidth(const QPainter& painter, const QFont& font, const QString& text) {
  return QFontMetricsF(font, painter.device()).horizontalAdvance(text);
}

void drawTextLine(QPainter& painter, QPointF at, TextSide side, const QString& text, const QFont& font,
                  const QColor& color) {
  if (text.isEmpty()) return;
  painter.setFont(font);
  painter.setPen(color);
  painter.drawText(baselineBegin(painter, at, side, text, font), text);
}

void drawHaloTextLine(QPainter& painter, QPointF at, TextSide side, const QString& text, const QFont& font,
                      const QColor& color, const QColor& ground) {
  if (text.isEmpty()) return;
  const QPointF begin = baselineBegin(painter, at, side, text, font);
  painter.setFont(font);
  if (painter.paintEngine()->type() == QPaintEngine::User) {
    painter.setPen(QPen(ground, 2 * kHaloPx));
    painter.drawText(begin, text);
    painter.setPen(color);
    painter.drawText(begin, text);
    return;
  }
  // The glyphs are in the engine's cache: eight more blits cost less than stroking outlines.
  static const std::array<QPointF, 8> kAround = {
      {{-kHaloPx, 0}, {kHaloPx, 0}, {0, -kHaloPx}, {0, kHaloPx}, {-1, -1}, {1, -1}, {-1, 1}, {1, 1}}};
  painter.setPen(ground);
  for (const QPointF& offset : kAround)
    painter.drawText(begin + offset, text);
  painter.setPen(color);
  painter.drawText(begin, text);
}

}  // namespace entente
