// SPDX-License-Identifier: GPL-3.0-or-later
// From packed marks to rectangles at the true scale.
#include "core/layout/lane_scene.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/layout/mark_shape.h"

namespace entente {

namespace {

/// Ties of more ghosts in a lane are a web that nobody can read.
constexpr std::size_t kMostTiedGhosts = 60;

/// How far bars reach out of the picture.
constexpr double kClipPx = 200;

SceneRect centredIn(double x, double width, double centreY, double height) {
  return {x, centreY - height / 2, width, height};
}

/// A mark in the span may be centred so far outside, with half its glyph on top of that: a mark without bar
/// is narrower than barFromPx.
double edgeSlackPx(const SceneMetrics& metrics) {
  return (metrics.barFromPx + metrics.glyphPx) / 2;
}

bool reachesInto(const SceneRect& rect, const LaneFrame& frame) {
  const double slack = edgeSlackPx(frame.metrics);
  return !rect.isEmpty() && rect.right() > -slack && rect.x < frame.scale.widthPx() + slack;
}

/// Clips the bar, and keeps what is certain recognisable as such when it lies outside.
SceneBar barOf(const SliceMark& mark, const MarkShape& shape, const LaneFrame& frame, double centreY) {
  const double least = -kClipPx;
  const double most = frame.scale.widthPx() + kClipPx;
  const double begin = std::clamp(xOf(frame.scale, shape.begin), least, most);
  const double end = std::clamp(xOf(frame.scale, shape.end), least, most);
  SceneBar bar;
  bar.rect = centredIn(begin, end - begin, centreY,
                       shape.close ? frame.metrics.paleBarHeightPx : frame.metrics.thinBarHeightPx);
  bar.solidBeginX = std::clamp(xOf(frame.scale, shape.solidBegin), least, most);
  bar.solidEndX = std::clamp(xOf(frame.scale, shape.solidEnd), least, most);
  bar.pale = shape.close;
  bar.fadesIn = shape.fadesIn;
  bar.fadesOut = shape.fadesOut;
  bar.arrowEnd = shape.arrowEnd;

  const TimeSpan inner = mark.bounds.inner();
  const double room = inner.isEmpty() ? 0 : 1;
  bar.innerBeginX = std::clamp(frame.scale.x(inner.begin), least, most - room);
  bar.innerEndX = std::clamp(frame.scale.x(inner.end), least + room, most);
  if (shape.arrowEnd) bar.innerEndX = std::min(bar.innerEndX, end);
  return bar;
}

/// Left edge of the glyph's box, sticking to the left edge of the picture for as long as glyph and label stay
/// in the bar.
double glyphXOf(const MarkShape& shape, const PackedMark& packed, const LaneFrame& frame) {
  const SceneMetrics& metrics = frame.metrics;
  const double half = metrics.glyphPx / 2;
  if (!shape.bar) return frame.scale.x(shape.middle) - half;

  double groupPx = metrics.glyphInBarPx + half;
  if (shape.close && packed.label != LabelSide::None) {
    groupPx += metrics.labelGapPx + packed.labelWidthPx + metrics.labelMarginPx;
  }
  const double stuck = std::min(0.0, xOf(frame.scale, shape.end) - groupPx);
  return std::max(xOf(frame.scale, shape.solidBegin), stuck) + metrics.glyphInBarPx - half;
}

SceneRect labelOf(const SceneMark& mark, const MarkShape& shape, const PackedMark& packed,
                  const LaneFrame& frame, double centreY) {
  const double width = packed.labelWidthPx;
  const double gap = frame.metrics.labelGapPx;
  const bool besideBar = shape.bar && !shape.close;
  double x = besideBar ? xOf(frame.scale, shape.end) + gap : mark.glyphRect.right() + gap;
  if (packed.label == LabelSide::Left) {
    x = (besideBar ? xOf(frame.scale, shape.begin) : mark.glyphRect.x) - gap - width;
  }
  const double height = frame.metrics.labelHeightPx;
  SceneRect label = centredIn(x, width, centreY, height);
  if (packed.twoLines) label.height += height;
  return label;
}

SceneMark placed(const SliceMark& mark, const PackedMark& packed, const LaneFrame& frame) {
  const MarkShape shape = shapeOf(mark, frame.metrics, frame.level, frame.now);
  const double rowPx = frame.metrics.rowHeightPx;
  const double centreY = frame.rowsY + (packed.row + 0.5) * rowPx;
  SceneMark result;
  result.item = mark.item;
  result.lane = frame.lane;
  result.row = packed.row;
  result.weight = mark.weight;
  result.glyph = mark.glyph;
  result.uncertain = mark.uncertain;
  result.approximate = mark.approximate;
  result.scheduled = mark.scheduled;
  const double glyphPx = frame.metrics.glyphPx;
  result.glyphRect = centredIn(glyphXOf(shape, packed, frame), glyphPx, centreY, glyphPx);
  if (shape.bar) result.bar = barOf(mark, shape, frame, centreY);
  if (packed.label == LabelSide::None) return result;
  const SceneRect label = labelOf(result, shape, packed, frame, centreY);
  // Labels outside the picture must not count among the few a scene may have.
  if (!reachesInto(label, frame)) return result;
  result.labelRect = label;
  result.labelSide = packed.label;
  result.twoLines = packed.twoLines;
  return result;
}

bool isVisible(const SceneMark& mark, const LaneFrame& frame) {
  return reachesInto(mark.glyphRect, frame) || reachesInto(mark.bar.rect, frame) ||
         reachesInto(mark.labelRect, frame);
}

void addRow(Scene& scene, const LaneFrame& frame, const std::vector<SliceMark>& marks,
            const LanePacking& packing, const std::vector<std::uint32_t>& row) {
  const double slack = edgeSlackPx(frame.metrics);
  const auto leftEdge = [&](std::uint32_t index) {
    const PackedMark& packed = packing.marks[index];
    const MarkShape shape = shapeOf(marks[packed.mark], frame.metrics, frame.level, frame.now);
    const auto extent = extentOf(shape, packed.label, packed.labelWidthPx, frame.metrics, frame.level);
    return xOf(frame.scale, extent->left);
  };
  // Extents in a row do not overlap: of those that begin left of the picture only the last can reach into it.
  auto next = std::partition_point(row.begin(), row.end(),
                                   [&](std::uint32_t index) { return leftEdge(index) < -slack; });
  if (next != row.begin()) --next;
  for (; next != row.end() && leftEdge(*next) < frame.scale.widthPx() + slack; ++next) {
    const PackedMark& packed = packing.marks[*next];
    const SceneMark mark = placed(marks[packed.mark], packed, frame);
    if (isVisible(mark, frame)) scene.marks.push_back(mark);
  }
}

/// Fills in what a fold holds.
void addItems(SceneFold& fold, const PackedFold& packed, const std::vector<SliceMark>& marks) {
  for (const std::uint32_t mark : packed.marks) {
    fold.items.push_back(marks[mark].item);
    ++fold.kinds[static_cast<std::size_t>(marks[mark].glyph)];
  }
  fold.mostly =
      static_cast<GlyphKind>(std::max_element(fold.kinds.begin(), fold.kinds.end()) - fold.kinds.begin());
}

}  // namespace

void addMarks(Scene& scene, const LaneFrame& frame, const std::vector<SliceMark>& marks,
              const LanePacking& packing) {
  for (const auto& row : packing.byRow)
    addRow(scene, frame, marks, packing, row);

  const double cardPx = frame.metrics.foldWidthPx;
  const double centreY = frame.rowsY + (packing.rows - 0.5) * frame.metrics.rowHeightPx;
  for (const PackedFold& packed : packing.folds) {
    const SceneRect rect =
        centredIn(frame.scale.x(packed.centre) - cardPx / 2, cardPx, centreY, frame.metrics.labelHeightPx);
    if (!reachesInto(rect, frame) && !packed.span.overlaps(frame.scale.span())) continue;
    SceneFold fold;
    fold.lane = frame.lane;
    fold.row = packing.rows - 1;
    fold.rect = rect;
    fold.span = packed.span;
    addItems(fold, packed, marks);
    scene.folds.push_back(std::move(fold));
  }
}

namespace {

/// Where a ghost stands across, and whether that is outside the picture.
SceneGhost ghostAcross(const SliceGhost& ghost, const LaneFrame& frame) {
  const double glyphPx = frame.metrics.glyphPx;
  const double widthPx = frame.scale.widthPx();
  const TimeSpan span = spanOf(ghost, frame.now);
  const double left = std::max(frame.scale.x(span.begin), -kClipPx);
  const double right = std::min(frame.scale.x(span.end), widthPx + kClipPx);
  SceneGhost placed;
  placed.item = ghost.item;
  placed.rival = ghost.rival;
  placed.lane = frame.lane;
  placed.strength = ghost.strength;
  placed.rect = {left, 0, right - left, 0};
  if (placed.rect.width < glyphPx) placed.rect = {(left + right - glyphPx) / 2, 0, glyphPx, 0};
  if (placed.rect.right() <= 0) {
    placed.beyond = LabelSide::Left;
    placed.rect = {0, 0, glyphPx, 0};
  } else if (placed.rect.x >= widthPx) {
    placed.beyond = LabelSide::Right;
    placed.rect = {widthPx - glyphPx, 0, glyphPx, 0};
  }
  return placed;
}

}  // namespace

void addGhosts(Scene& scene, const LaneFrame& frame, const std::vector<SliceMark>& marks,
               const std::vector<MarkGhost>& ghosts, const LanePacking& packing) {
  const double widthPx = frame.scale.widthPx();
  for (std::size_t i = 0; i < ghosts.size(); ++i) {
    const std::uint32_t place = packing.placeOf[ghosts[i].mark];
    if (place == LanePacking::kInFold) continue;
    const SceneMark mark = placed(marks[ghosts[i].mark], packing.marks[place], frame);
    SceneGhost ghost = ghostAcross(ghosts[i].ghost, frame);
    if (ghost.beyond != LabelSide::None && !isVisible(mark, frame)) continue;
    ghost.row = packing.ghostRows[i];
    ghost.glyph = mark.glyph;
    ghost.weight = mark.weight;
    const double centreY = frame.rowsY + (ghost.row + 0.5) * frame.metrics.rowHeightPx;
    ghost.rect = centredIn(ghost.rect.x, ghost.rect.width, centreY, frame.metrics.glyphPx);
    const SceneRect& shown = mark.bar.rect.isEmpty() ? mark.glyphRect : mark.bar.rect;
    const bool before = ghost.rect.right() <= shown.x;
    const bool behind = shown.right() <= ghost.rect.x;
    if (before || behind || ghost.row != mark.row) {
      ghost.tieFromX = before ? ghost.rect.right() : behind ? ghost.rect.x : mark.glyphRect.x;
      ghost.tieToX = std::clamp(before   ? shown.x
                                : behind ? shown.right()
                                         : mark.glyphRect.x,
                                -kClipPx, widthPx + kClipPx);
      ghost.tieToY = mark.glyphRect.y + mark.glyphRect.height / 2;
      ghost.tied = true;
      ghost.quiet = ghosts.size() > kMostTiedGhosts;
    }
    scene.ghosts.push_back(ghost);
  }
}

void addTracks(Scene& scene, const LaneFrame& frame, const SliceSource& source, int trackCount,
               const LabelMeasure& labels) {
  const double widthPx = frame.scale.widthPx();
  for (const SliceMark& mark : source.trackBars(frame.lane, frame.scale.span())) {
    const MarkShape shape = shapeOf(mark, frame.metrics, frame.level, frame.now);
    const double begin = xOf(frame.scale, shape.begin);
    const double end = xOf(frame.scale, shape.end);
    SceneTrackBar bar;
    bar.item = mark.item;
    bar.lane = frame.lane;
    bar.track = std::clamp<int>(mark.track, 0, std::max(0, trackCount - 1));
    bar.weight = mark.weight;
    const double centreY = frame.rowsY + (bar.track + 0.5) * frame.metrics.trackHeightPx;
    const double left = std::max(begin, 0.0);
    bar.rect = centredIn(left, std::min(end, widthPx) - left, centreY, frame.metrics.trackBarHeightPx);
    if (bar.rect.isEmpty()) continue;
    bar.beginsInside = begin >= 0 && mark.beginKind == EndKind::Known;
    bar.arrowEnd = shape.arrowEnd;
    const double label = labels.labelWidthPx(mark.item);
    const double inset = frame.metrics.trackLabelInsetPx;
    if (label > 0 && label + 2 * inset <= bar.rect.width)
      bar.labelRect = centredIn(left + inset, label, centreY, frame.metrics.labelHeightPx);
    scene.trackBars.push_back(bar);
  }
}

void addDensity(Scene& scene, const LaneFrame& frame, const SliceSource& source,
                std::int64_t precisionSeconds) {
  const TimeSpan span = frame.scale.span();
  const auto pixel = static_cast<std::int64_t>(std::ceil(frame.level.secondsPerPixel()));
  // From a day on whole days, so that columns do not have different numbers of days in turn.
  std::int64_t column = std::max(pixel, precisionSeconds);
  if (column > kSecondsPerDay) column = (column + kSecondsPerDay - 1) / kSecondsPerDay * kSecondsPerDay;

  const auto intoColumn = [&](Instant at) { return ((at.seconds % column) + column) % column; };
  TimeSpan columns{plusSeconds(span.begin, -intoColumn(span.begin)), span.end};
  auto count = static_cast<std::size_t>((columns.seconds() + column - 1) / column);
  columns.end = {columns.begin.seconds + static_cast<std::int64_t>(count) * column};
  if (columns.begin == kBeginningOfTime || columns.end > kEndOfTime) {
    // At the ends of time columns are as wide as it comes out.
    count = std::max<std::size_t>(1, static_cast<std::size_t>(frame.scale.widthPx()));
    columns = span;
  }
  SceneDensity density;
  density.lane = frame.lane;
  density.counts.assign(count, 0);
  source.density(frame.lane, columns, density.counts);
  const double left = frame.scale.x(columns.begin);
  const double right = frame.scale.x(columns.end);
  density.rect = {left, frame.rowsY, right - left, frame.metrics.rowHeightPx};
  density.columnPx = density.rect.width / static_cast<double>(count);
  scene.densities.push_back(std::move(density));
}

}  // namespace entente
