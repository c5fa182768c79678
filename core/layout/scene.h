// SPDX-License-Identifier: GPL-3.0-or-later
// Scene: the timeline picture as plain numbers; painting, hit testing, export and tests all use this one
// description.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/layout/slice_source.h"
#include "core/layout/zoom_level.h"
#include "core/time/tick_ladder.h"
#include "core/time/time_span.h"
#include "core/time/zone_table.h"

namespace entente {

/// Logical pixels, y down. Origin: the left edge of the time axis area (right of the lane headers), top of
/// the picture. Half-open like everything else: a point on the right or lower edge is outside.
struct SceneRect {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;

  [[nodiscard]] double right() const { return x + width; }
  [[nodiscard]] double bottom() const { return y + height; }
  [[nodiscard]] bool isEmpty() const { return width <= 0 || height <= 0; }
  [[nodiscard]] bool contains(double px, double py) const {
    return px >= x && px < right() && py >= y && py < bottom();
  }
  [[nodiscard]] bool overlaps(const SceneRect& o) const {
    return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
  }

  bool operator==(const SceneRect&) const = default;
};

/// Sizes in logical pixels (see the field comments); one set for screen and export.
struct SceneMetrics {
  double axisHeightPx = 40;    ///< two tiers of half of it
  double rowHeightPx = 20;     ///< one row of marks
  double trackHeightPx = 19;   ///< one row of a Tracks lane: 16 px bars
  double lanePaddingPx = 8;    ///< half of it above the rows of a lane, half below
  int minLaneRows = 2;         ///< rows an Events lane has even if it needs fewer (its header needs them)
  double glyphPx = 12;         ///< box of a glyph
  double labelGapPx = 4;       ///< between glyph (or bar end) and label
  double labelMarginPx = 8;    ///< free space kept after a label
  double barFromPx = 22;       ///< a mark at least this wide is drawn as a bar
  double closeFromDayPx = 24;  ///< from this many pixels a day, bars are pale and lie behind their labels
  double unknownFadePx = 48;   ///< how far a bar with an unknown end fades
  double foldWidthPx = 34;     ///< card of a fold
  double minTickLabelPx = 36;  ///< least distance of two tick labels
  double labelHeightPx = 16;   ///< of a line of a label, a badge in it, a fold's card
  double trackBarHeightPx = 16;
  double trackLabelInsetPx = 6;  ///< before and after the name in a track's bar
  double paleBarHeightPx = 17;   ///< a bar from close
  double thinBarHeightPx = 6;    ///< and from afar
  double glyphInBarPx = 8;       ///< from the left end of a bar to the centre of the glyph in it
  double scale = 1;              ///< of the text that these sizes go with; see scaledMetrics
  int leastDense = 500;          ///< a lane with fewer events is never a density: folds tell more
  int mostRows = 12;             ///< rows a lane may have
};

/// The sizes for text that is `scale` times as large (clamped to 0.5..4): heights and widths in whole pixels,
/// glyphs at least kLeastGlyphPx. At 1 they are the ones above.
[[nodiscard]] SceneMetrics scaledMetrics(double scale);

/// A glyph is never smaller than this.
inline constexpr double kLeastGlyphPx = 8;

/// The clocks that the axis goes by.
struct SceneZone {
  std::string name;                        ///< of the IANA database; empty: UTC
  std::shared_ptr<const ZoneTable> table;  ///< null: UTC
};

/// A tick of the axis: x of the tick and of the next one of its tier (a label lives between the two).
struct SceneTick {
  Instant at;  ///< what the clocks of the scene's zone show: see ZoneTable
  double x = 0;
  double nextX = 0;
};

/// A background stripe over the whole height below the axis (a weekend, every second holder of the first
/// track).
struct SceneBand {
  double x = 0;
  double width = 0;
};

/// How a mark's bar is drawn: full between inner, fading to the outer; inner empty (innerBegin >= innerEnd)
/// if nothing is certain. All x are clipped to a little outside the picture; something that is certain but
/// lies farther outside stays innerBegin < innerEnd.
struct SceneBar {
  SceneRect rect;          ///< outer; this is what can be clicked
  double solidBeginX = 0;  ///< an approximate begin fades up to here, else the rectangle's; the outer bounds
  double solidEndX = 0;
  double innerBeginX = 0;
  double innerEndX = 0;
  bool pale = false;      ///< 17 px behind the label (from close); otherwise 6 px, label after it
  bool fadesIn = false;   ///< unknown begin
  bool fadesOut = false;  ///< unknown end
  bool arrowEnd = false;  ///< open end that reaches today or the edge
};

enum class LabelSide : std::uint8_t { None, Right, Left };

/// One event in one lane.
struct SceneMark {
  ItemIndex item;
  int lane = 0;
  int row = 0;
  std::uint8_t weight = 0;
  GlyphKind glyph = GlyphKind::Summit;
  SceneRect glyphRect;  ///< always there
  SceneBar bar;         ///< rect empty if the mark is narrower than barFromPx
  SceneRect labelRect;  ///< text and badge; empty if it has no label, or none within the picture
  LabelSide labelSide = LabelSide::None;
  bool twoLines = false;  ///< of the label: the second stands in the row below
  bool uncertain = false;
  bool approximate = false;
  bool scheduled = false;

  /// Whether a point lies on something that is painted for this mark.
  [[nodiscard]] bool hit(double x, double y) const {
    return glyphRect.contains(x, y) || bar.rect.contains(x, y) || labelRect.contains(x, y);
  }
};

/// A rival date, in the nearest free row to the mark that it rivals. Nothing else is moved for it; where no
/// row is free it lies beneath marks, labels and folds.
struct SceneGhost {
  ItemIndex item;
  std::uint32_t rival = 0;  ///< as in SliceGhost
  int lane = 0;
  int row = 0;
  GlyphKind glyph = GlyphKind::Summit;
  std::uint8_t weight = 0;  ///< of its mark
  std::uint8_t strength = 0;
  SceneRect rect;  ///< as wide as the date; where the date lies outside the picture, a small box at that edge
  LabelSide beyond = LabelSide::None;  ///< at which edge that box stands
  bool tied = false;                   ///< not where the two touch
  bool quiet =
      false;  ///< one of many in its lane: its tie is drawn only while its mark is selected or hovered
  double tieFromX = 0;  ///< from the middle of this side of the box ...
  double tieToX = 0;    ///< ... to the shown mark, which may lie a little outside the picture
  double tieToY = 0;
};

/// Marks that found no row, met in the last one. The card may lie outside the picture if a member's span
/// reaches into it.
struct SceneFold {
  int lane = 0;
  int row = 0;
  SceneRect rect;
  TimeSpan span;  ///< what its members are drawn over (open ends to now): what a click zooms to
  std::vector<ItemIndex> items;
  GlyphKind mostly = GlyphKind::Summit;            ///< the commonest kind among them
  std::array<std::uint32_t, kGlyphKinds> kinds{};  ///< how many there are of each
};

/// A bar of a track: in a Tracks lane, or above the marks of an Events lane.
struct SceneTrackBar {
  ItemIndex item;
  int lane = 0;
  int track = 0;
  std::uint8_t weight = 0;
  SceneRect rect;       ///< clipped to the picture
  SceneRect labelRect;  ///< inside; sticks to the left edge of the picture; empty if the text does not fit
  bool beginsInside = false;  ///< draw its start tick
  bool arrowEnd = false;      ///< open: still in office
};

/// A lane with too many events for marks: counts a column, columns of `columnPx`. Columns stay where they are
/// in time while panning, and are never narrower than the data's precision (at most a day): the first and the
/// last may reach out of the picture.
struct SceneDensity {
  int lane = 0;
  SceneRect rect;       ///< all columns
  double columnPx = 1;  ///< at least 1
  std::vector<std::uint32_t> counts;

  [[nodiscard]] SceneRect column(std::size_t index) const {
    return {rect.x + static_cast<double>(index) * columnPx, rect.y, columnPx, rect.height};
  }
};

struct SceneLane {
  int lane = 0;
  LaneRole role = LaneRole::Events;
  SceneRect rect;    ///< full width, from its upper to its lower line
  int rows = 0;      ///< of marks, or tracks
  double rowsY = 0;  ///< upper edge of the first row
  double rowHeightPx = 0;
  std::uint32_t count = 0;   ///< events in the lane, whatever the span
  std::uint32_t inSpan = 0;  ///< events whose outer bounds overlap the span; in a lane that is too large to
                             ///< pack, those that begin in it
  bool empty = false;        ///< nothing in this span
};

/// Marks and track bars together; labels of both together. What is beyond loses by weight, then by lane and
/// time.
inline constexpr std::size_t kMostSceneMarks = 20'000;
inline constexpr std::size_t kMostSceneLabels = 300;
/// Of the marks that weigh most, then the strongest.
inline constexpr std::size_t kMostSceneGhosts = 300;

struct Scene {
  TimeSpan span;
  double widthPx = 0;
  double heightPx = 0;  ///< of the content, axis included; may be more than was asked for (then it scrolls)
  double axisHeightPx = 0;
  double scale = 1;  ///< of the metrics that it was made with
  ZoomLevel level;
  TickStep majorStep;
  TickStep minorStep;
  AxisNames axisNames;  ///< as they were asked for
  SceneZone zone;       ///< likewise
  std::vector<SceneTick> majorTicks;
  std::vector<SceneTick> minorTicks;
  std::vector<SceneBand> bands;
  std::vector<SceneLane> lanes;
  std::vector<SceneTrackBar> trackBars;
  std::vector<SceneDensity> densities;
  std::vector<SceneMark> marks;  ///< painted in this order: by weight, so that the important ones lie on top
  std::vector<SceneFold> folds;
  std::vector<SceneGhost> ghosts;  ///< by lane, item and rival
  double todayX = 0;               ///< may lie outside 0..widthPx
  bool asKnown = false;            ///< that is no today but the day as known on which all is shown
};

/// What is under a point: the last painted wins (track bars, then ghosts, then marks, then folds). At most
/// one of the four is set.
struct SceneHit {
  const SceneMark* mark = nullptr;
  const SceneFold* fold = nullptr;
  const SceneTrackBar* trackBar = nullptr;
  const SceneGhost* ghost = nullptr;
};
[[nodiscard]] SceneHit hitTest(const Scene& scene, double x, double y);

/// The scene as text that a reviewer can read: one line a thing, positions rounded to whole pixels, in
/// painting order. `name` gives the text of an item.
[[nodiscard]] std::string dumpScene(const Scene& scene, std::string (*name)(ItemIndex));

}  // namespace entente
