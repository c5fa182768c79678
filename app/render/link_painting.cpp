// SPDX-License-Identifier: GPL-3.0-or-later
// Links of the selection as arcs with a direction.
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <cmath>

#include "app/render/scene_parts.h"
#include "app/render/text_painting.h"
#include "core/time/time_scale.h"

namespace entente {
namespace {

constexpr double kLinePx = 1.75;
constexpr double kFurtherPx = 1;
constexpr double kHeadPx = 7;
constexpr double kHeadHalfPx = 3.5;
constexpr double kGapPx = 3;        ///< between an arc's end and what stands there
constexpr double kStraightPx = 24;  ///< ends closer than this in x are tied straight
constexpr double kMostRisePx = 70;
constexpr double kRisePart = 0.16;  ///< of the distance
constexpr double kEdgeInsetPx = 6;
constexpr double kLeastWordsPx = 90;  ///< of an arc that says what it is
constexpr double kMostWordsPx = 200;  ///< so wide are the words at most

/// Towards `to`, as far as what stands at `end` reaches and a little more.
QPointF shortened(const LinkEndPoint& end, const QPointF& to) {
  const QPointF way = to - end.at;
  const double length = std::hypot(way.x(), way.y());
  if (length < 1) return end.at;
  return end.at + way * std::min(1.0, (end.halfPx + kGapPx) / length);
}

void paintHead(QPainter& painter, const QPointF& tip, const QPointF& from, const QColor& color) {
  const QPointF way = tip - from;
  const double length = std::hypot(way.x(), way.y());
  if (length < 1) return;
  const QPointF along = way / length;
  const QPointF across(-along.y(), along.x());
  const std::array<QPointF, 3> head{tip, tip - along * kHeadPx + across * kHeadHalfPx,
                                    tip - along * kHeadPx - across * kHeadHalfPx};
  painter.setPen(Qt::NoPen);
  painter.setBrush(color);
  painter.drawPolygon(head.data(), static_cast<int>(head.size()));
}

/// Where an arc runs.
struct ArcPlace {
  LinkEndPoint from;
  LinkEndPoint to;
  QPointF control;
  bool inPicture = true;
};

ArcPlace placeOf(const Scene& scene, const LinkArc& link) {
  ArcPlace place{linkEndPoint(scene, link.from, link.fromLane, link.fromAt),
                 linkEndPoint(scene, link.to, link.toLane, link.toAt),
                 {}};
  // Both ends out of view on one side: nothing of it is in the picture.
  place.inPicture = place.from.beyond == LabelSide::None || place.from.beyond != place.to.beyond;
  const double dx = place.to.at.x() - place.from.at.x();
  place.control = (place.from.at + place.to.at) / 2;
  if (std::abs(dx) >= kStraightPx) place.control.ry() -= std::min(kMostRisePx, std::abs(dx) * kRisePart);
  return place;
}

void paintArc(const BodyPainting& body, const LinkArc& link) {
  const ArcPlace place = placeOf(body.scene, link);
  if (!place.inPicture) return;
  const auto& [from, to, control, inPicture] = place;
  const QColor color = link.further ? mixed(body.theme.accent, body.theme.canvas, 0.6) : body.theme.accent;
  const double dx = to.at.x() - from.at.x();
  const QPointF begin = shortened(from, control);
  const QPointF end = shortened(to, control);
  QPainterPath path(begin);
  path.quadTo(control, end);
  QPen pen(color, link.further ? kFurtherPx : kLinePx, Qt::SolidLine, Qt::FlatCap);
  if (link.further) pen.setDashPattern({4, 3});
  body.painter.setPen(pen);
  body.painter.setBrush(Qt::NoBrush);
  body.painter.drawPath(path);
  paintHead(body.painter, end, control, color);
  if (link.words.isEmpty() || std::abs(dx) < kLeastWordsPx) return;
  QFont font = body.fonts.headerCaption;
  font.setItalic(true);
  drawHaloTextLine(body.painter, path.pointAtPercent(0.5) - QPointF(0, 7), TextSide::Around, link.words, font,
                   color, body.theme.canvas);
}

}  // namespace

LinkEndPoint linkEndPoint(const Scene& scene, ItemIndex item, int lane, Instant at) {
  const double x = TimeScale(scene.span, scene.widthPx).x(at);
  LinkEndPoint end;
  for (const SceneMark& mark : scene.marks) {
    if (mark.item != item || mark.lane != lane) continue;
    end.at = {mark.glyphRect.x + mark.glyphRect.width / 2, mark.glyphRect.y + mark.glyphRect.height / 2};
    end.halfPx = mark.glyphRect.width / 2;
    if (end.at.x() >= 0 && end.at.x() <= scene.widthPx) return end;
  }
  for (const SceneFold& fold : scene.folds) {
    if (fold.lane != lane || std::ranges::find(fold.items, item) == fold.items.end()) continue;
    end.at = {fold.rect.x + fold.rect.width / 2, fold.rect.y + fold.rect.height / 2};
    end.halfPx = fold.rect.height / 2;
    if (end.at.x() >= 0 && end.at.x() <= scene.widthPx) return end;
  }
  const auto place = std::ranges::find(scene.lanes, lane, &SceneLane::lane);
  const double y = place == scene.lanes.end() ? 0 : place->rect.y + place->rect.height / 2;
  end.halfPx = 0;
  end.beyond = x < 0 ? LabelSide::Left : x >= scene.widthPx ? LabelSide::Right : LabelSide::None;
  end.at = {std::clamp(x, kEdgeInsetPx, std::max(kEdgeInsetPx, scene.widthPx - kEdgeInsetPx)), y};
  return end;
}

QRegion linkRegion(const Scene& scene, const LinkArc& link) {
  const ArcPlace place = placeOf(scene, link);
  if (!place.inPicture) return {};
  // Piece by piece: the box around a long arc is most of the picture.
  constexpr int kPieces = 16;
  constexpr int kMarginPx = 9;
  QPainterPath path(place.from.at);
  path.quadTo(place.control, place.to.at);
  QRegion region;
  QPointF before = place.from.at;
  for (int piece = 1; piece <= kPieces; ++piece) {
    const QPointF at = path.pointAtPercent(static_cast<double>(piece) / kPieces);
    region += QRectF(before, at)
                  .normalized()
                  .toAlignedRect()
                  .adjusted(-kMarginPx, -kMarginPx, kMarginPx, kMarginPx);
    before = at;
  }
  if (!link.words.isEmpty()) {
    const QPointF middle = path.pointAtPercent(0.5);
    region += QRectF(middle.x() - kMostWordsPx / 2, middle.y() - 20, kMostWordsPx, 28).toAlignedRect();
  }
  return region;
}

void paintLinks(const BodyPainting& body) {
  for (const bool further : {true, false}) {
    for (const LinkArc& link : body.state.links) {
      if (link.further == further) paintArc(body, link);
    }
  }
}

}  // namespace entente
