// SPDX-License-Identifier: GPL-3.0-or-later
// MarkShape: where the things that are drawn for a mark stand, as instants with an offset in pixels.
#pragma once

#include <optional>

#include "core/layout/scene.h"
#include "core/layout/slice_source.h"
#include "core/layout/zoom_level.h"
#include "core/time/time_scale.h"
#include "core/time/time_span.h"

namespace entente {

/// A place at any scale: so many pixels right of where an instant falls.
struct TimeEdge {
  Instant at;
  double offsetPx = 0;
};

/// Pixels from one edge to the other, negative if `to` lies left of `from`. Exact for neighbours in any
/// century, which pixels counted from 1970 would not be.
[[nodiscard]] double gapPx(const TimeEdge& from, const TimeEdge& to, double secondsPerPixel);
[[nodiscard]] double xOf(const TimeScale& scale, const TimeEdge& edge);

/// Begin and end as they are drawn: an open end is drawn to now, an unknown one fades a fixed way beyond the
/// last known instant, an approximate one a unit of its precision beyond its bounds.
struct MarkShape {
  TimeEdge begin;
  TimeEdge end;
  TimeEdge solidBegin;  ///< where an approximate begin stops fading; else the begin
  TimeEdge solidEnd;
  Instant middle;      ///< where the glyph of a mark without bar is centred
  bool bar = false;    ///< wide enough at the level
  bool close = false;  ///< the level is close enough for pale bars
  bool fadesIn = false;
  bool fadesOut = false;
  bool arrowEnd = false;

  /// What it is drawn over, without the fading.
  [[nodiscard]] TimeSpan span() const { return {solidBegin.at, solidEnd.at}; }
};

/// What a rival date is drawn over.
[[nodiscard]] TimeSpan spanOf(const SliceGhost& ghost, Instant now);

/// Depends on the level, not on the true scale. An open end in the future of `now` is drawn as if the mark
/// ended when it begins.
[[nodiscard]] MarkShape shapeOf(const SliceMark& mark, const SceneMetrics& metrics, ZoomLevel level,
                                Instant now);

/// The room a mark needs in its row. All offsets point outwards: what does not overlap at a level does not at
/// a finer scale either.
struct MarkExtent {
  TimeEdge left;
  TimeEdge right;
};

/// Nothing if the mark cannot have a label on that side.
[[nodiscard]] std::optional<MarkExtent> extentOf(const MarkShape& shape, LabelSide label, double labelWidthPx,
                                                 const SceneMetrics& metrics, ZoomLevel level);

/// Free space kept on both sides of what has no label there.
inline constexpr double kBareMarginPx = 1;

}  // namespace entente
