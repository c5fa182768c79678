// SPDX-License-Identifier: GPL-3.0-or-later
// Text painting: single lines of text centred on a height, with or without a halo. For the painters of this
// folder.
#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QString>
#include <cstdint>

class QPainter;

namespace entente {

enum class TextSide : std::uint8_t {
  RightOf,  ///< the text begins at the point
  LeftOf,   ///< the text ends at the point
  Around    ///< the text is centred on the point
};

/// In logical pixels on the painter's device.
[[nodiscard]] double textWidth(const QPainter& painter, const QFont& font, const QString& text);

/// Capitals are centred on the point's y; the baseline falls on a whole pixel. Drawn with drawText alone.
void drawTextLine(QPainter& painter, QPointF at, TextSide side, const QString& text, const QFont& font,
                  const QColor& color);

/// The same with 1.5 px of `ground` around the letters, so that lines pass beneath. A paint engine of our own
/// (QPaintEngine::User) is given the text twice, first with a pen of twice that width, and outlines its
/// letters. On a widget a kept picture of the words is drawn instead.
void drawHaloTextLine(QPainter& painter, QPointF at, TextSide side, const QString& text, const QFont& font,
                      const QColor& color, const QColor& ground);

inline constexpr double kHaloPx = 1.5;

}  // namespace entente
