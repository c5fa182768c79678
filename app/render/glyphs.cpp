// SPDX-License-Identifier: GPL-3.0-or-later
// The glyphs' paths on a box of 12 by 12, and how they are painted.
#include "app/render/glyphs.h"

#include <QCache>
#include <QPainter>
#include <QPen>
#include <QPixmap>
#include <QPointF>
#include <algorithm>
#include <initializer_list>

namespace entente {
namespace {

constexpr double kOutlinePx = 1.5;      ///< of a hollow glyph, in box units
constexpr double kGroundOutlinePx = 1;  ///< between a glyph and what lies under it
constexpr double kHoverScale = 1.15;
constexpr double kRingGapPx = 1;
constexpr double kFoundLinePx = 1;

QPainterPath polygon(std::initializer_list<QPointF> points) {
  QPainterPath path;
  bool first = true;
  for (const QPointF& point : points) {
    if (first)
      path.moveTo(point);
    else
      path.lineTo(point);
    first = false;
  }
  path.closeSubpath();
  return path;
}

/// A bubble: an ellipse whose outline leaves for a tail at the lower left.
QPainterPath bubble() {
  const QRectF ellipse(-5.5, -5.5, 11, 9.6);
  QPainterPath path;
  constexpr double kTailFrom = 258;  // degrees, counter-clockwise from the right
  constexpr double kTailTo = 222;
  path.arcMoveTo(ellipse, kTailTo);
  path.arcTo(ellipse, kTailTo, kTailFrom - kTailTo - 360);
  path.lineTo(-5, 6);
  path.closeSubpath();
  return path;
}

QPainterPath columns() {
  QPainterPath path;
  path.addRect(QRectF(-6, 1, 3, 4.5));
  path.addRect(QRectF(-1.5, -2, 3, 7.5));
  path.addRect(QRectF(3, -5.5, 3, 11));
  return path;
}

}  // namespace

QPainterPath glyphPath(GlyphKind kind) {
  switch (kind) {
    case GlyphKind::Summit:
      return polygon({{0, -5.5}, {6, 5}, {-6, 5}});
    case GlyphKind::Message:
      return polygon({{-6, -4.5}, {6, -4.5}, {6, 4.5}, {-6, 4.5}});
    case GlyphKind::Pledge:
      return polygon({{0, -6}, {6, 0}, {0, 6}, {-6, 0}});
    case GlyphKind::Statement:
      return bubble();
    case GlyphKind::Ruling:
      return polygon({{-5.5, -5.5},
                      {5.5, -5.5},
                      {5.5, -2.5},
                      {2, -2.5},
                      {2, 2.5},
                      {5.5, 2.5},
                      {5.5, 5.5},
                      {-5.5, 5.5},
                      {-5.5, 2.5},
                      {-2, 2.5},
                      {-2, -2.5},
                      {-5.5, -2.5}});
    case GlyphKind::Period:
      return polygon({{-6, -5}, {-4, -5}, {-4, -2}, {6, -2}, {6, 2}, {-4, 2}, {-4, 5}, {-6, 5}});
    case GlyphKind::Figure:
      return columns();
    case GlyphKind::Event: {
      QPainterPath path;
      path.addEllipse(QPointF(0, 0), 5, 5);
      return path;
    }
  }
  return {};
}

QPainterPath glyphDetail(GlyphKind kind) {
  QPainterPath path;
  if (kind == GlyphKind::Message) {
    path.moveTo(-5.5, -3.6);
    path.lineTo(0, 1);
    path.lineTo(5.5, -3.6);
  }
  return path;
}

QColor kindColor(GlyphKind kind, const Theme& theme) {
  switch (kind) {
    case GlyphKind::Summit:
      return theme.summit;
    case GlyphKind::Message:
      return theme.message;
    case GlyphKind::Pledge:
      return theme.pledge;
    case GlyphKind::Statement:
      return theme.statement;
    case GlyphKind::Ruling:
      return theme.ruling;
    case GlyphKind::Period:
      return theme.period;
    case GlyphKind::Figure:
      return theme.figure;
    case GlyphKind::Event:
      return theme.event;
  }
  return theme.ink;
}

namespace {

void drawGlyph(QPainter& painter, GlyphKind kind, const QRectF& box, const Theme& theme, GlyphFlags flags) {
  const QColor color = flags.greyed ? theme.greyed : kindColor(kind, theme);
  const QColor ground = flags.selected ? theme.selectedFill : theme.canvas;
  const double side = std::max(box.width(), kLeastGlyphPx) * (flags.hovered ? kHoverScale : 1);
  const double scale = side / kGlyphBoxPx;
  const QPainterPath path = glyphPath(kind);
  const QPainterPath detail = glyphDetail(kind);

  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(box.center());
  if (flags.hovered) {
    painter.setPen(QPen(theme.ink, 1));
    painter.setBrush(ground);
    const double radius = side / 2 + kRingGapPx;
    painter.drawEllipse(QPointF(0, 0), radius, radius);
  }
  painter.scale(scale, scale);
  painter.setBrush(Qt::NoBrush);
  if (flags.found) {
    const double width = 2 * (kGroundOutlinePx + kFoundLinePx) / scale;
    painter.setPen(QPen(theme.ink, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.drawPath(path);
  }
  // Half of a stroke lies within the shape: twice the width, and the fill over it.
  painter.setPen(QPen(ground, 2 * kGroundOutlinePx / scale, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(path);
  if (flags.hollow) {
    // A little smaller, so that the outline's outer edge lies about where the full glyph ends.
    painter.save();
    painter.scale(1 - kOutlinePx / kGlyphBoxPx, 1 - kOutlinePx / kGlyphBoxPx);
    painter.setPen(QPen(color, kOutlinePx, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.setBrush(ground);
    painter.drawPath(path);
    painter.restore();
  } else {
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPath(path);
  }
  if (!detail.isEmpty()) {
    painter.setPen(QPen(flags.hollow ? color : ground, kOutlinePx));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(detail);
  }
  painter.restore();
}

/// What a kept picture of a glyph is a picture of.
struct GlyphKey {
  const Theme* theme = nullptr;
  GlyphKind kind = GlyphKind::Summit;
  GlyphFlags flags;
  double side = 0;
  qreal ratio = 1;

  bool operator==(const GlyphKey&) const = default;
};
size_t qHash(const GlyphKey& key, size_t seed) {
  const int flags = key.flags.greyed + 2 * key.flags.hollow + 4 * key.flags.selected + 8 * key.flags.hovered +
                    16 * key.flags.found;
  return qHashMulti(seed, key.theme, static_cast<int>(key.kind), flags, key.side, key.ratio);
}

/// So far rings and outlines reach beyond the box.
constexpr double kAroundPx = 8;
constexpr int kKeptGlyphs = 512;

}  // namespace

void paintGlyph(QPainter& painter, GlyphKind kind, const QRectF& box, const Theme& theme, GlyphFlags flags) {
  // Widgets are painted by the GUI thread alone, as pixmaps need it. There a glyph is drawn once and then
  // copied, to whole device pixels.
  if (painter.device()->devType() != QInternal::Widget) return drawGlyph(painter, kind, box, theme, flags);
  static QCache<GlyphKey, QPixmap> kept(kKeptGlyphs);
  const qreal ratio = painter.device()->devicePixelRatioF();
  const GlyphKey key{&theme, kind, flags, box.width(), ratio};
  const double side = std::ceil(box.width() + 2 * kAroundPx);
  const QPointF corner = box.center() - QPointF(side / 2, side / 2);
  const QPointF whole(std::round(corner.x() * ratio) / ratio, std::round(corner.y() * ratio) / ratio);
  if (const QPixmap* known = kept.object(key)) return painter.drawPixmap(whole, *known);
  auto* glyph = new QPixmap((QSizeF(side, side) * ratio).toSize());
  glyph->setDevicePixelRatio(ratio);
  glyph->fill(Qt::transparent);
  QPainter onGlyph(glyph);
  drawGlyph(onGlyph, kind,
            QRectF((side - box.width()) / 2, (side - box.width()) / 2, box.width(), box.width()), theme,
            flags);
  onGlyph.end();
  painter.drawPixmap(whole, *glyph);
  kept.insert(key, glyph);
}

}  // namespace entente
