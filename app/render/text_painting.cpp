// SPDX-License-Identifier: GPL-3.0-or-later
// Single lines of text on whole pixels.
#include "app/render/text_painting.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>
#include <QPen>
#include <QPixmap>
#include <QPixmapCache>
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

/// With the painter's font. The glyphs are in the engine's cache: eight more blits cost less than stroking
/// outlines.
void drawHalo(QPainter& painter, QPointF begin, const QString& text, const QColor& color,
              const QColor& ground) {
  static const std::array<QPointF, 8> kAround = {
      {{-kHaloPx, 0}, {kHaloPx, 0}, {0, -kHaloPx}, {0, kHaloPx}, {-1, -1}, {1, -1}, {-1, 1}, {1, 1}}};
  painter.setPen(ground);
  for (const QPointF& offset : kAround)
    painter.drawText(begin + offset, text);
  painter.setPen(color);
  painter.drawText(begin, text);
}

/// Widgets are painted by the GUI thread alone, as QPixmapCache needs it.
bool paintsOnScreen(const QPainter& painter) {
  return painter.device()->devType() == QInternal::Widget;
}

/// The words and all around them as a picture that is made once: while panning only its place changes.
void drawCachedHalo(QPainter& painter, QPointF begin, const QString& text, const QFont& font,
                    const QColor& color, const QColor& ground) {
  const qreal ratio = painter.device()->devicePixelRatioF();
  const QString key = QStringLiteral("halo %1 %2 %3 %4 %5 %6")
                          .arg(ratio)
                          .arg(painter.device()->logicalDpiY())
                          .arg(color.rgb())
                          .arg(ground.rgb())
                          .arg(font.key(), text);
  const QFontMetricsF metrics(font, painter.device());
  const QPointF origin(std::ceil(2 * kHaloPx), std::ceil(metrics.ascent() + 2 * kHaloPx));
  QPixmap words;
  if (!QPixmapCache::find(key, &words)) {
    const QSizeF size(std::ceil(metrics.horizontalAdvance(text)) + 2 * origin.x(),
                      origin.y() + std::ceil(metrics.descent() + 2 * kHaloPx));
    words = QPixmap((size * ratio).toSize());
    words.setDevicePixelRatio(ratio);
    words.fill(Qt::transparent);
    QPainter onWords(&words);
    onWords.setFont(QFont(font, painter.device()));
    drawHalo(onWords, origin, text, color, ground);
    onWords.end();
    QPixmapCache::insert(key, words);
  }
  // On whole device pixels: between them it would be blurred.
  const QPointF at = begin - origin;
  painter.drawPixmap(QPointF(std::round(at.x() * ratio) / ratio, std::round(at.y() * ratio) / ratio), words);
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
  if (paintsOnScreen(painter)) {
    drawCachedHalo(painter, begin, text, font, color, ground);
    return;
  }
  painter.setFont(font);
  if (painter.paintEngine()->type() == QPaintEngine::User) {
    painter.setPen(QPen(ground, 2 * kHaloPx));
    painter.drawText(begin, text);
    painter.setPen(color);
    painter.drawText(begin, text);
    return;
  }
  drawHalo(painter, begin, text, color, ground);
}

}  // namespace entente
