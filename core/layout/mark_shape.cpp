// SPDX-License-Identifier: GPL-3.0-or-later
// Begin, end and extent of a mark.
#include "core/layout/mark_shape.h"

#include <algorithm>

namespace entente {

namespace {

TimeEdge moved(TimeEdge edge, double byPx) {
  return {edge.at, edge.offsetPx + byPx};
}

void setBegin(MarkShape& shape, const SliceMark& mark, const SceneMetrics& metrics, Instant now) {
  if (mark.beginKind != EndKind::Unknown) {
    shape.begin = {mark.bounds.earliestBegin, 0};
    return;
  }
  // It lasted at least through the second before its earliest end; what goes on lasts at least now.
  const bool goesOn = mark.endKind == EndKind::Open;
  shape.begin = {goesOn ? now : plusSeconds(mark.bounds.earliestEnd, -1), -metrics.unknownFadePx};
  shape.fadesIn = true;
}

void setEnd(MarkShape& shape, const SliceMark& mark, const SceneMetrics& metrics, Instant now) {
  const Instant begun =
      mark.beginKind == EndKind::Unknown ? shape.begin.at : plusSeconds(mark.bounds.latestBegin, 1);
  switch (mark.endKind) {
    case EndKind::Known:
      shape.end = {mark.bounds.latestEnd, 0};
      break;
    case EndKind::Open:
      shape.end = {std::max(begun, now), 0};
      shape.arrowEnd = now >= begun;
      break;
    case EndKind::Unknown:
      shape.end = {begun, metrics.unknownFadePx};
      shape.fadesOut = true;
      break;
  }
  shape.end.at = std::max(shape.end.at, shape.begin.at);
}

}  // namespace

double gapPx(const TimeEdge& from, const TimeEdge& to, double secondsPerPixel) {
  return static_cast<double>(to.at.seconds - from.at.seconds) / secondsPerPixel +
         (to.offsetPx - from.offsetPx);
}

double xOf(const TimeScale& scale, const TimeEdge& edge) {
  return scale.x(edge.at) + edge.offsetPx;
}

MarkShape shapeOf(const SliceMark& mark, const SceneMetrics& metrics, ZoomLevel level, Instant now) {
  MarkShape shape;
  setBegin(shape, mark, metrics, now);
  setEnd(shape, mark, metrics, now);
  shape.solidBegin = shape.begin;
  shape.solidEnd = shape.end;
  if (mark.beginKind == EndKind::Known) shape.begin.at = plusSeconds(shape.begin.at, -mark.fade.before);
  if (mark.endKind == EndKind::Known) shape.end.at = plusSeconds(shape.end.at, mark.fade.after);
  const double secondsPerPixel = level.secondsPerPixel();
  shape.middle =
      plusSeconds(shape.solidBegin.at, (shape.solidEnd.at.seconds - shape.solidBegin.at.seconds) / 2);
  shape.bar = gapPx(shape.begin, shape.end, secondsPerPixel) >= metrics.barFromPx;
  shape.close = static_cast<double>(kSecondsPerDay) / secondsPerPixel >= metrics.closeFromDayPx;
  return shape;
}

std::optional<MarkExtent> extentOf(const MarkShape& shape, LabelSide label, double labelWidthPx,
                                   const SceneMetrics& metrics, ZoomLevel level) {
  const double halfGlyph = metrics.glyphPx / 2;
  const double labelPx = metrics.labelGapPx + labelWidthPx + metrics.labelMarginPx;
  MarkExtent extent{{shape.middle, -halfGlyph}, {shape.middle, halfGlyph}};
  if (shape.bar) extent = {shape.begin, shape.end};
  MarkExtent bare{moved(extent.left, -kBareMarginPx), moved(extent.right, kBareMarginPx)};

  switch (label) {
    case LabelSide::None:
      return bare;
    case LabelSide::Left:
      // From close the label lies over the bar; before a bar without begin it would never be seen.
      if (shape.bar && (shape.close || shape.begin.at == kBeginningOfTime)) return std::nullopt;
      bare.left = moved(extent.left, -labelPx);
      return bare;
    case LabelSide::Right:
      break;
  }
  if (!shape.bar || !shape.close) {
    bare.right = moved(extent.right, labelPx);
    return bare;
  }
  const TimeEdge labelEnd = moved(shape.solidBegin, metrics.glyphInBarPx + halfGlyph + labelPx);
  if (gapPx(bare.right, labelEnd, level.secondsPerPixel()) > 0) bare.right = labelEnd;
  return bare;
}

}  // namespace entente
