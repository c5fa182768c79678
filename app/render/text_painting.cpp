// SPDX-License-Identifier: GPL-3.0-or-later
// Single lines of text on whole pixels.
#include "app/render/text_painting.h"

#include <QCache>
#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>
#include <QPen>
#include <QPixmap>
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

/// Widgets are painted by the GUI thread alone, as pixmaps need it.
bool paintsOnScreen(const QPainter& painter) {
  return painter.device()->devType() == QInternal::Widget;
}

/// What a kept picture of words is a picture of.
struct HaloKey {
  QString text;
  QFont font;
  QRgb color = 0;
  QRgb ground = 0;
  qreal ratio = 1;
  int dpi = 0;

  bool operator==(const HaloKey&) const = default;
};
size_t qHash(const HaloKey& key, size_t seed) {
  return qHashMulti(seed, key.text, key.color, key.ground, key.dpi, key.font.weight(), key.font.pointSizeF());
}

/// Of a screen full of labels in some colours and weights; by the GUI thread alone. In pixels.
constexpr int kKeptPixels = 16'000'000;

/// The words and all around them as a picture that is made once: while panning only its place changes.
void drawCachedHalo(QPainter& painter, QPointF begin, const QString& text, const QFont& font,
                    const QColor& color, const QColor& ground) {
  static QCache<HaloKey, QPixmap> kept(kKeptPixels);
  const qreal ratio = painter.device()->devicePixelRatioF();
  const HaloKey key{text, font, color.rgb(), ground.rgb(), ratio, painter.device()->logicalDpiY()};
  const QFontMetricsF metrics(font, painter.device());
  const QPointF origin(std::ceil(2 * kHaloPx), std::ceil(metrics.ascent() + 2 * kHaloPx));
  // On whole device pixels: between them it would be blurred.
  const QPointF at = begin - origin;
  const QPointF whole(std::round(at.x() * ratio) / ratio, std::round(at.y() * ratio) / ratio);
  if (const QPixmap* words = kept.object(key)) return painter.drawPixmap(whole, *words);
  const QSizeF size(std::ceil(metrics.horizontalAdvance(text)) + 2 * origin.x(),
                    origin.y() + std::ceil(metrics.descent() + 2 * kHaloPx));
  auto* words = new QPixmap((size * ratio).toSize());
  words->setDevicePixelRatio(ratio);
  words->fill(Qt::transparent);
  QPainter onWords(words);
  onWords.setFont(QFont(font, painter.device()));
  drawHalo(onWords, origin, text, color, ground);
  onWords.end();
  painter.drawPixmap(whole, *words);
  kept.insert(key, words, words->width() * words->height());
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
