// SPDX-License-Identifier: GPL-3.0-or-later
// Badge: the yellow card behind a label that says over how many fields the sources disagree.
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

#include "app/render/theme.h"

class QPaintDevice;
class QPainter;

namespace entente {

/// The badge's font beside labels of this one: 8 to 9, semibold.
[[nodiscard]] QFont badgeFont(const QFont& label);

/// "≠ 2"; the badge is `count` of what its neighbour names.
[[nodiscard]] QString badgeText(int count);

/// In whole logical pixels, for a badge font that is resolved for its device. All sizes follow the font.
struct BadgeSize {
  double gapPx = 0;    ///< free space before it
  double widthPx = 0;  ///< of the card

  [[nodiscard]] double allPx() const { return gapPx + widthPx; }
};
/// All 0 if the count is.
[[nodiscard]] BadgeSize badgeSize(const QFont& font, const QPaintDevice* device, int count);

/// Fills the rectangle (as wide as badgeSize says). Greyed: without the yellow.
void paintBadge(QPainter& painter, const QRectF& rect, int count, const QFont& font, const Theme& theme,
                bool greyed = false);

}  // namespace entente
