// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of painting a scene, shared by the painters of this folder.
#pragma once

#include <QPainterPath>
#include <QRectF>
#include <QRegion>
#include <cmath>
#include <cstdint>

#include "app/render/scene_painter.h"

namespace entente {

/// Everything that painting the body reads. Lives as long as one call.
struct BodyPainting {
  QPainter& painter;
  const Scene& scene;
  const SceneTexts& texts;
  const SceneState& state;
  const Theme& theme;
  const SceneFonts& fonts;
  QRectF exposed;
  QRegion parts = {};  ///< of `exposed`; empty: all of it

  /// Whether something is to be painted there.
  [[nodiscard]] bool isExposed(const QRectF& rect) const {
    return rect.intersects(exposed) && (parts.isEmpty() || parts.intersects(rect.toAlignedRect()));
  }
  [[nodiscard]] bool isSelected(ItemIndex item) const;
  /// Of an event; offices are never left out.
  [[nodiscard]] bool isGreyed(ItemIndex item) const;
  [[nodiscard]] bool isHit(ItemIndex item) const;
  [[nodiscard]] bool isHovered(ItemIndex item) const { return state.hovered == item; }
};

/// Distances within a header.
struct HeaderSizes {
  explicit HeaderSizes(double scale)
      : insetPx(std::round(12 * scale)),
        glyphPx(std::round(12 * scale)),
        nameX(std::round(30 * scale)),
        gapPx(std::round(8 * scale)) {}

  double insetPx;  ///< to the left and right edge
  double glyphPx;
  double nameX;  ///< where a name behind a glyph begins
  double gapPx;  ///< least distance of a name and what is right of it
};

[[nodiscard]] inline QRectF toQRect(const SceneRect& r) {
  return {r.x, r.y, r.width, r.height};
}

/// A 1 px line on the pixel that holds x (or y): as a filled rectangle, so that it is sharp at every pixel
/// ratio.
void fillVertical(QPainter& painter, double x, double top, double bottom, const QColor& color);
void fillHorizontal(QPainter& painter, double y, double left, double right, const QColor& color);

/// Where the first row of a lane (its name, its count) is centred.
[[nodiscard]] double firstRowCentre(const SceneLane& lane);

void paintTracks(const BodyPainting& body);
void paintDensities(const BodyPainting& body);
/// Rival dates with their ties; captions for those of selected marks alone.
void paintGhosts(const BodyPainting& body);
/// Arcs with arrow heads, beneath the marks.
void paintLinks(const BodyPainting& body);
/// Marks that are not selected, then folds, then selected marks.
void paintMarksAndFolds(const BodyPainting& body);
void paintFocus(const BodyPainting& body);

/// What an arc may cover with its words; empty if nothing of it is in the picture.
[[nodiscard]] QRegion linkRegion(const Scene& scene, const LinkArc& link);
/// The box around the tie of a ghost, which has one.
[[nodiscard]] QRectF ghostTie(const SceneGhost& ghost);

/// What a full column stands for: the power of ten at or above the fullest one, at least 10.
[[nodiscard]] std::uint32_t densityTop(const Scene& scene);

/// The rectangle of a bar, its right end pointed if what it shows goes on. Nothing lies outside the
/// rectangle.
[[nodiscard]] QPainterPath barShape(const QRectF& rect, bool arrow);

/// Lines at 45 degrees, `stepPx` apart, cut off at the rectangle by computing where they meet it (a clip path
/// would have jagged edges). They begin at the rectangle, so they move with it; those between the two places
/// are there.
[[nodiscard]] QPainterPath hatch(const QRectF& rect, double stepPx, double fromX, double toX);

/// The frame around what has the keyboard.
void paintFocusFrame(QPainter& painter, const QRectF& extent, const Theme& theme);

/// The fill and frame of what is selected.
void paintSelectedFrame(QPainter& painter, const QRectF& extent, const Theme& theme);

}  // namespace entente
