// SPDX-License-Identifier: GPL-3.0-or-later
// Measures and paints "≠ n" on yellow.
#include "app/render/badge.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/render/text_painting.h"

namespace entente {
namespace {

constexpr double kFontPart = 8.0 / 9;
constexpr double kPaddingPart = 0.7;  ///< of a figure's width, on both sides
constexpr double kGapPart = 0.8;
constexpr double kRadiusPx = 2.5;

}  // namespace

QFont badgeFont(const QFont& label) {
  QFont font = label;
  if (label.pointSizeF() > 0)
    font.setPointSizeF(label.pointSizeF() * kFontPart);
  else
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(label.pixelSize() * kFontPart))));
  font.setWeight(QFont::DemiBold);
  return font;
}

QString badgeText(int count) {
  return QStringLiteral("\u2260\u00a0%1").arg(count);
}

BadgeSize badgeSize(const QFont& font, const QPaintDevice* device, int count) {
  if (count <= 0) return {};
  const QFontMetricsF metrics = device != nullptr ? QFontMetricsF(font, device) : QFontMetricsF(font);
  const double figure = metrics.horizontalAdvance(QLatin1Char('0'));
  const double text = metrics.horizontalAdvance(badgeText(count));
  return {std::round(kGapPart * figure), std::ceil(text) + 2 * std::round(kPaddingPart * figure)};
}

void paintBadge(QPainter& painter, const QRectF& rect, int count, const QFont& font, const Theme& theme,
                bool greyed) {
  painter.setBrush(greyed ? theme.canvas : theme.disputeFill);
  painter.setPen(QPen(greyed ? theme.greyed : theme.disputeEdge, 1));
  painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), kRadiusPx, kRadiusPx);
  drawTextLine(painter, rect.center(), TextSide::Around, badgeText(count), font,
               greyed ? theme.ink3 : theme.badgeInk);
}

}  // namespace entente
