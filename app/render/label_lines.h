// SPDX-License-Identifier: GPL-3.0-or-later
// Label lines: how a label that is too long for one line is cut or broken. For the painters of this folder.
#pragma once

#include <QFont>
#include <QString>

class QFontMetricsF;

namespace entente {

/// So long a line of a label may be, in logical pixels: some 36 letters.
[[nodiscard]] double longestLabelPx(const QFontMetricsF& metrics);

/// The text if it is no wider, else as many whole words as are, with an ellipsis; of one word that is wider
/// its first letters.
[[nodiscard]] QString cutAtWords(const QString& text, const QFont& font, double widthPx);

/// A label in one line and in two; in two of about the same length. `second` is empty if one line holds it
/// whole, or if it cannot be broken.
struct LabelLines {
  QString one;
  QString first;
  QString second;
  double onePx = 0;
  double firstPx = 0;
  double secondPx = 0;
};
/// Lines are broken where Unicode lets them. What was asked for lately is kept: once an item and font it
/// costs some measuring, then a look-up.
[[nodiscard]] const LabelLines& linesOf(const QString& text, const QFont& font);

}  // namespace entente
