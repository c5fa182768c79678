// SPDX-License-Identifier: GPL-3.0-or-later
// Draws in the manner of rival dates: hatch, dashed outline, dotted tie.
#include "app/render/moved_date.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/render/glyphs.h"
#include "app/render/scene_parts.h"
#include "app/render/text_painting.h"

namespace entente {

namespace {

void paintTag(QPainter& painter, const MovedDate& moved, const Theme& theme, const TypeFaces& faces) {
  constexpr double kBesidePx = 8;
  constexpr double kAbovePx = 4;
  constexpr double kFromPointerPx = 16;
  const double line = std::round(QFontMetricsF(faces.bodyStrong).height());
  const bool two = !moved.words.isEmpty();
  const double wide = std::max(textWidth(painter, faces.bodyStrong, moved.dates),
                               two ? textWidth(painter, faces.caption, moved.words) : 0);
  QRectF tag(0, 0, std::ceil(wide) + 2 * kBesidePx, line * (two ? 2 : 1) + 2 * kAbovePx);
  tag.moveBottomLeft(moved.pointer + QPointF(kFromPointerPx, -kFromPointerPx));
  if (tag.right() > moved.within.right()) tag.moveRight(moved.within.right());
  if (tag.left() < moved.within.left()) tag.moveLeft(moved.within.left());
  if (tag.top() < moved.within.top()) tag.moveTop(moved.pointer.y() + kFromPointerPx);
  tag.moveTopLeft(QPointF(std::round(tag.left()), std::round(tag.top())));
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme.edge, 1));
  painter.setBrush(theme.canvas);
  painter.drawRoundedRect(tag.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
  drawTextLine(painter, {tag.left() + kBesidePx, tag.top() + kAbovePx + line / 2}, TextSide::RightOf,
               moved.dates, faces.bodyStrong, theme.ink);
  if (two)
    drawTextLine(painter, {tag.left() + kBesidePx, tag.top() + kAbovePx + 1.5 * line}, TextSide::RightOf,
                 moved.words, faces.caption, theme.ink2);
}

}  // namespace

void paintMovedDate(QPainter& painter, const MovedDate& moved, const Theme& theme, const TypeFaces& faces) {
  constexpr double kTiePx = 1.5;
  constexpr double kHatchPx = 4;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor color = kindColor(moved.glyph, theme);
  const QRectF box = moved.box;
  if (moved.tieFrom) {
    QPen tie(color, kTiePx, Qt::CustomDashLine, Qt::FlatCap);
    tie.setDashPattern({1, 2});
    painter.setPen(tie);
    const double to = std::clamp(moved.tieFrom->x(), box.left(), box.right());
    painter.drawLine(*moved.tieFrom, QPointF(to, box.center().y()));
  }
  painter.setPen(QPen(color, 1));
  painter.setBrush(theme.canvas);
  painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(hatch(box, kHatchPx, moved.within.left(), moved.within.right()));
  QPen outline(theme.accent, kTiePx);
  outline.setDashPattern({3, 2});
  painter.setPen(outline);
  painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
  paintTag(painter, moved, theme, faces);
  painter.restore();
}

}  // namespace entente
