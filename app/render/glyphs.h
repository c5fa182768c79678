// SPDX-License-Identifier: GPL-3.0-or-later
// Glyphs: the shape of each kind of event. The shape says the kind; the colour repeats it.
#pragma once

#include <QColor>
#include <QPainterPath>
#include <QRectF>

#include "app/render/theme.h"
#include "core/layout/scene.h"

class QPainter;

namespace entente {

/// The side of the box that glyph paths are made for; the origin is its centre, y down.
inline constexpr double kGlyphBoxPx = 12;

/// The outline to be filled.
[[nodiscard]] QPainterPath glyphPath(GlyphKind kind);
/// Lines that are drawn over the filled outline in the ground's colour; empty for most kinds.
[[nodiscard]] QPainterPath glyphDetail(GlyphKind kind);

[[nodiscard]] QColor kindColor(GlyphKind kind, const Theme& theme);

struct GlyphFlags {
  bool greyed = false;    ///< left out by the query: solid grey
  bool hollow = false;    ///< not yet fact (scheduled): outline alone
  bool selected = false;  ///< stands on the selected fill
  bool hovered = false;   ///< 115% and a 1 px ink ring
  bool found = false;     ///< a 1 px ink line around the shape, a pixel off it

  bool operator==(const GlyphFlags&) const = default;
};

/// Paints the glyph into a box (a square; its centre and width count) with a 1 px outline of the ground's
/// colour.
void paintGlyph(QPainter& painter, GlyphKind kind, const QRectF& box, const Theme& theme,
                GlyphFlags flags = {});

}  // namespace entente
