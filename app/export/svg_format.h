// SPDX-License-Identifier: GPL-3.0-or-later
// How numbers, paths, colours and texts are spelt in our SVG.
#pragma once

#include <QColor>
#include <QPainterPath>
#include <QString>
#include <QTransform>

namespace entente {

/// At most `decimals` decimals, no trailing zeros, never "-0".
[[nodiscard]] QString svgNumber(double value, int decimals = 2);
[[nodiscard]] QString svgPathData(const QPainterPath& path);
/// "translate(148 0)" or "matrix(...)".
[[nodiscard]] QString svgTransform(const QTransform& transform);
/// "#0072B2"; alpha is said elsewhere.
[[nodiscard]] QString svgColor(const QColor& color);
/// Without the characters that XML 1.0 cannot hold (control characters, lone surrogates, U+FFFE, U+FFFF).
[[nodiscard]] QString xmlText(const QString& text);

}  // namespace entente
