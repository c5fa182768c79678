// SPDX-License-Identifier: GPL-3.0-or-later
// Rival dates: hatched boxes with a dashed outline, tied to the marks that they rival.
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

#include "app/render/glyphs.h"
#include "app/render/scene_parts.h"
#include "app/render/text_painting.h"

namespace entente {
namespace {

/// Distance of the hatch's lines by strength: the stronger the claim, the denser.
constexpr std::array<double, kMostGhostStrength + 1> kHatchStepsPx{6, 4, 2.5};
constexpr double kTiePx = 1.5;
constexpr double kQuiet = 0.55;     ///< of the kind's colour, where the mark is not selected
constexpr double kQuietTie = 0.35;  ///< likewise of its tie
constexpr double kCaptionGapPx = 6;

QRectF boxOf(const SceneGhost& ghost) {
  const SceneRect& r = ghost.rect;
  return {r.x, std::round(r.y), r.width, r.height};
}

void paintTie(const BodyPainting& body, const QPointF& from, const QPointF& to, const QColor& color) {
  QPen pen(color, kTiePx, Qt::CustomDashLine, Qt::FlatCap);
  pen.setDashPattern({1, 2});
  body.painter.setPen(pen);
  body.painter.drawLine(from, to);
}

/// An arrow head in a box at the edge beyond which the date lies.
void paintArrow(const BodyPainting& body, const SceneGhost& ghost, const QColor& color) {
  const QRectF box = boxOf(ghost);
  const double way = ghost.beyond == LabelSide::Left ? -1 : 1;
  const double half = box.height() / 3;
  const QPointF tip(box.center().x() + way * half, box.center().y());
  const std::array<QPointF, 3> head{tip, tip - QPointF(way * 2 * half, half),
                                    tip - QPointF(way * 2 * half, -half)};
  body.painter.setPen(QPen(color, 1));
  body.painter.setBrush(body.theme.canvas);
  body.painter.drawPolygon(head.data(), static_cast<int>(head.size()));
}

void paintBox(const BodyPainting& body, const SceneGhost& ghost, const QColor& color) {
  const QRectF box = boxOf(ghost);
  QPainter& painter = body.painter;
  painter.setPen(QPen(color, 1));
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(hatch(box, kHatchStepsPx[ghost.strength], body.exposed.left(), body.exposed.right()));
  QPen outline(color, 1);
  outline.setDashPattern({3, 2});
  painter.setPen(outline);
  painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
}

/// Whether no mark, label or fold stands in a stretch of the ghost's row.
bool isFree(const BodyPainting& body, const SceneGhost& ghost, const QRectF& stretch) {
  if (stretch.left() < 0 || stretch.right() > body.scene.widthPx) return false;
  for (const SceneMark& mark : body.scene.marks) {
    if (mark.lane != ghost.lane || mark.row != ghost.row) continue;
    for (const SceneRect& rect : {mark.glyphRect, mark.bar.rect, mark.labelRect}) {
      if (!rect.isEmpty() && toQRect(rect).intersects(stretch)) return false;
    }
  }
  return std::ranges::none_of(body.scene.folds, [&](const SceneFold& fold) {
    return fold.lane == ghost.lane && toQRect(fold.rect).intersects(stretch);
  });
}

/// Beside the box: the whole caption, else its date alone, on the side of the mark, else on the other one,
/// where it finds room; nowhere if it finds none. Gives where the tie begins then.
double paintCaption(const BodyPainting& body, const SceneGhost& ghost) {
  QFont font = body.fonts.headerCaption;
  font.setItalic(true);
  const QRectF box = boxOf(ghost);
  const bool markIsRight = !ghost.tied || ghost.tieToX > box.center().x();
  for (const bool brief : {false, true}) {
    const QString words = body.texts.ghost(ghost.item, ghost.rival, brief);
    if (words.isEmpty()) return ghost.tieFromX;
    const double width = textWidth(body.painter, font, words) + 2 * kCaptionGapPx;
    for (const bool right : {markIsRight, !markIsRight}) {
      if (right == (ghost.beyond == LabelSide::Right) && ghost.beyond != LabelSide::None) continue;
      const QRectF stretch(right ? box.right() : box.left() - width, box.top(), width, box.height());
      if (!isFree(body, ghost, stretch)) continue;
      const QPointF at(right ? box.right() + kCaptionGapPx : box.left() - kCaptionGapPx, box.center().y());
      drawHaloTextLine(body.painter, at, right ? TextSide::RightOf : TextSide::LeftOf, words, font,
                       body.theme.ink2, body.theme.canvas);
      const bool onTheTie =
          ghost.tied && right == markIsRight && std::abs(ghost.tieToX - ghost.tieFromX) > width;
      return onTheTie ? ghost.tieFromX + (right ? width : -width) : ghost.tieFromX;
    }
  }
  return ghost.tieFromX;
}

}  // namespace

QRectF ghostTie(const SceneGhost& ghost) {
  const double y = boxOf(ghost).center().y();
  return QRectF(QPointF(ghost.tieFromX, y), QPointF(ghost.tieToX, ghost.tieToY)).normalized();
}

void paintGhosts(const BodyPainting& body) {
  constexpr double kMarginPx = 4;
  const auto isNear = [&body](const SceneGhost& ghost) {
    const auto isThere = [&body](const QRectF& rect) {
      return body.isExposed(rect.adjusted(-kMarginPx, -kMarginPx, kMarginPx, kMarginPx));
    };
    return isThere(boxOf(ghost)) || (ghost.tied && !ghost.quiet && isThere(ghostTie(ghost))) ||
           body.isHovered(ghost.item);
  };
  for (const bool selected : {false, true}) {
    for (const SceneGhost& ghost : body.scene.ghosts) {
      if (body.isSelected(ghost.item) != selected) continue;
      if (!selected && !isNear(ghost)) continue;  // those of the selection have captions too
      // Dates beyond the picture are told of for what is selected alone.
      if (!selected && ghost.beyond != LabelSide::None) continue;
      const QColor kind = body.isGreyed(ghost.item) ? body.theme.greyed : kindColor(ghost.glyph, body.theme);
      const QColor color = selected ? kind : mixed(kind, body.theme.canvas, kQuiet);
      const double tieFrom = selected ? paintCaption(body, ghost) : ghost.tieFromX;
      if (ghost.tied && (selected || !ghost.quiet || body.isHovered(ghost.item)))
        paintTie(body, {tieFrom, boxOf(ghost).center().y()}, {ghost.tieToX, ghost.tieToY},
                 selected ? kind : mixed(kind, body.theme.canvas, kQuietTie));
      if (ghost.beyond == LabelSide::None) {
        paintBox(body, ghost, color);
      } else {
        paintArrow(body, ghost, color);
      }
      if (body.state.showFocus && body.state.focusedGhost == GhostKey{ghost.item, ghost.rival})
        paintFocusFrame(body.painter, boxOf(ghost), body.theme);
    }
  }
}

}  // namespace entente
