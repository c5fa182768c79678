// SPDX-License-Identifier: GPL-3.0-or-later
// Moved date: how a date looks while it is on its way: a hatched box where it would be, tied to its mark, and
// a tag with what it would be.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>
#include <optional>

#include "app/render/theme.h"
#include "app/render/type.h"
#include "core/layout/slice_source.h"

class QPainter;

namespace entente {

/// All in the painter's coordinates.
struct MovedDate {
  QRectF box;                      ///< as wide as the date; at least as wide as a glyph
  std::optional<QPointF> tieFrom;  ///< the middle of its mark, if that is in the picture
  GlyphKind glyph = GlyphKind::Event;
  QString dates;    ///< "2025-06-24 → 2025-06-27"
  QString words;    ///< a line below it; empty for none
  QPointF pointer;  ///< the tag stands right above it, or where there is room
  QRectF within;    ///< what the tag must not leave
};

void paintMovedDate(QPainter& painter, const MovedDate& moved, const Theme& theme, const TypeFaces& faces);

}  // namespace entente
