// SPDX-License-Identifier: GPL-3.0-or-later
// Scene painter: draws a Scene; the only place that knows what a mark, a fold or the axis looks like.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QRegion>
#include <QString>
#include <optional>
#include <vector>

#include "app/render/scene_texts.h"
#include "app/render/theme.h"
#include "app/render/type.h"
#include "core/layout/scene.h"

class QPaintDevice;
class QPainter;

namespace entente {

/// The lane headers' width; charts below use the same gutter.
inline constexpr double kHeaderWidthPx = 148;

/// The same for text that is `scale` times as large. Whole pixels.
[[nodiscard]] double headerWidthPx(double scale);

/// As wide as that, or wider where the lanes' names and counts or the names of tracks need it (at most twice
/// as wide: then they are elided). Depends on the source and its texts, never on the span. Whole pixels.
[[nodiscard]] double headerWidthFor(const SliceSource& source, const SceneTexts& texts,
                                    const SceneFonts& fonts, double scale,
                                    const QPaintDevice* device = nullptr);

/// A density in which most columns are left out: those in which none of the instants lies are grey.
struct GreyedDensity {
  int lane = 0;
  std::vector<Instant> kept;  ///< sorted

  bool operator==(const GreyedDensity&) const = default;
};

/// A ghost by whose it is.
struct GhostKey {
  ItemIndex item;
  std::uint32_t rival = 0;

  bool operator==(const GhostKey&) const = default;
};

/// A column of a density.
struct DensityColumn {
  int lane = 0;
  std::size_t column = 0;

  bool operator==(const DensityColumn&) const = default;
};
/// The column under a point of the body; nothing where there is none, or nothing in it.
[[nodiscard]] std::optional<DensityColumn> densityColumnAt(const Scene& scene, double x, double y);

/// A link that is drawn as an arc from one event to another.
struct LinkArc {
  ItemIndex from;
  ItemIndex to;
  int fromLane = 0;
  int toLane = 0;
  Instant fromAt;  ///< where an end lies that is not in the picture
  Instant toAt;
  bool further = false;  ///< not of the selection itself: drawn thin and dashed
  QString words;         ///< beside it, where there is room; empty for none

  bool operator==(const LinkArc&) const = default;
};

/// Where an arc ends in the picture: at the mark or fold of its event, or at an edge of the picture.
struct LinkEndPoint {
  QPointF at;
  LabelSide beyond = LabelSide::None;
  double halfPx = 0;  ///< half the size of what stands there
};
[[nodiscard]] LinkEndPoint linkEndPoint(const Scene& scene, ItemIndex item, int lane, Instant at);

/// What changes without a new scene. Vectors are sorted. A fold is selected, hovered or focused through its
/// items; it is greyed if all of them are, and found if any is.
struct SceneState {
  std::optional<ItemIndex> hovered;
  std::optional<DensityColumn> hoveredColumn;
  std::vector<ItemIndex> selected;
  std::vector<ItemIndex> greyed;  ///< drawn in solid grey
  std::vector<ItemIndex> hits;    ///< found: semibold, and a line around the glyph; never greyed
  bool onlyHits = false;          ///< every event that is not among the hits is greyed
  std::vector<GreyedDensity> greyedDensities;
  std::optional<ItemIndex> focused;
  std::optional<int> focusedLane;  ///< in which of its lanes; not given: in all of them
  std::optional<GhostKey> focusedGhost;
  std::vector<LinkArc> links;  ///< in any order
  bool showFocus = false;      ///< the keyboard is here: draw the frame around `focused`

  bool operator==(const SceneState&) const = default;
};

// All painters: logical pixels, any device pixel ratio, text by drawText alone. `exposed` is in the same
// coordinates as the painting and limits what is drawn; everything in it is painted over (no background
// needed). The painter's clip, pen, brush and font are left as they were. Painting reads nothing but its
// arguments: it never asks for events.

/// The two tiers of the axis and the today tag: scene coordinates, 0..axisHeightPx.
void paintAxis(QPainter& painter, const Scene& scene, const Theme& theme, const SceneFonts& fonts);

/// The cell left of the axis, from (0, 0): the zone that the axis is in.
void paintAxisCorner(QPainter& painter, const Scene& scene, const Theme& theme, const SceneFonts& fonts,
                     double headerWidthPx);

/// What headers show besides names: an arrow before those of collapsed lanes, and before the one that is
/// pointed at.
struct HeaderState {
  std::optional<int> hovered;
  std::vector<int> collapsed;      ///< sorted
  std::optional<int> highlighted;  ///< of the state that charts put in front
};

/// The lane headers: x 0..headerWidthPx, y as in the scene (so the first lane begins at axisHeightPx).
void paintHeaders(QPainter& painter, const Scene& scene, const SceneTexts& texts, const Theme& theme,
                  const SceneFonts& fonts, const QRectF& exposed, double headerWidthPx,
                  const HeaderState& state = {});

/// Everything right of the headers and below the axis: scene coordinates. Bands, grid and today line reach
/// down to the lower edge of `exposed` even if the lanes end before. `parts`: where the painter's clip lets
/// something through, if that is less than `exposed`; what lies elsewhere is not even tried.
void paintBody(QPainter& painter, const Scene& scene, const SceneTexts& texts, const SceneState& state,
               const Theme& theme, const SceneFonts& fonts, const QRectF& exposed, const QRegion& parts = {});

/// All of it, headers on the left, from (0, 0): headerWidthPx + scene.widthPx wide. `exposed` in these
/// coordinates.
void paintScene(QPainter& painter, const Scene& scene, const SceneTexts& texts, const SceneState& state,
                const Theme& theme, const SceneFonts& fonts, const QRectF& exposed,
                double headerWidthPx = kHeaderWidthPx);

/// The frame around a selected mark, in scene coordinates: what a widget repaints and scrolls to. Focus lies
/// 4 px outside it.
[[nodiscard]] QRectF markExtent(const Scene& scene, const SceneMark& mark);

}  // namespace entente
