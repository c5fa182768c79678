// SPDX-License-Identifier: GPL-3.0-or-later
// Lane headers: measured so that names are whole, and painted.
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/render/badge.h"
#include "app/render/date_words.h"
#include "app/render/glyphs.h"
#include "app/render/label_lines.h"
#include "app/render/scene_painter.h"
#include "app/render/scene_parts.h"
#include "app/render/text_painting.h"

namespace entente {
namespace {

struct LaneTexts {
  Q_DECLARE_TR_FUNCTIONS(LaneTexts)
};

constexpr double kWidestHeader = 1.4;  ///< times the usual width: the canvas needs the room

/// "18", "1,093", "737 k", "1.66 M": never more than a header has room for.
QString countText(std::uint32_t count) {
  constexpr std::uint32_t kThousands = 10'000;
  constexpr std::uint32_t kMillions = 1'000'000;
  const QLocale locale = wordsLocale();
  if (count < kThousands) return locale.toString(count);
  if (count < kMillions)
    return LaneTexts::tr("%1 k", "thousands of events").arg(locale.toString(count / 1'000));
  return LaneTexts::tr("%1 M", "millions of events").arg(locale.toString(count / 1e6, 'f', 2));
}

QFontMetricsF metricsOf(const QFont& font, const QPaintDevice* device) {
  return device != nullptr ? QFontMetricsF(font, device) : QFontMetricsF(font);
}

/// Of the widest text that a count up to this one has; figures are tabular.
double widestCount(const QFontMetricsF& metrics, std::uint32_t count) {
  double widest = 0;
  for (const std::uint32_t some : {count, std::min(count, 999'999U), std::min(count, 9'999U)})
    widest = std::max(widest, metrics.horizontalAdvance(countText(some)));
  return widest;
}

double neededWidth(const SliceSource& source, const SceneTexts& texts, const SceneFonts& fonts,
                   const HeaderSizes& sizes, const QPaintDevice* device, int lane) {
  const LaneSummary summary = source.lane(lane);
  const QFontMetricsF captions = metricsOf(fonts.headerCaption, device);
  const double left = texts.laneHasGlyph(lane) ? sizes.nameX : sizes.insetPx;
  const double name = left + metricsOf(fonts.laneName, device).horizontalAdvance(texts.laneName(lane));
  if (summary.role == LaneRole::Events)
    return name + sizes.gapPx + widestCount(metricsOf(fonts.count, device), summary.count) + sizes.insetPx;
  double needed = 0;
  for (int track = 0; track < summary.trackCount; ++track) {
    const double from = track == 0 ? name + sizes.gapPx : sizes.insetPx;
    needed =
        std::max(needed, from + captions.horizontalAdvance(texts.trackName(lane, track)) + sizes.insetPx);
  }
  return needed;
}

struct HeaderPainting {
  QPainter& painter;
  const Scene& scene;
  const SceneTexts& texts;
  const Theme& theme;
  const SceneFonts& fonts;
  double widthPx;
  HeaderSizes sizes;
};

void paintTrackNames(const HeaderPainting& header, const SceneLane& lane, double nameEnd) {
  const QFontMetricsF metrics(header.fonts.headerCaption, header.painter.device());
  const double right = header.widthPx - header.sizes.insetPx;
  for (int track = 0; track < lane.rows; ++track) {
    const double y = std::floor(lane.rowsY + (track + 0.5) * lane.rowHeightPx);
    const double from = track == 0 ? nameEnd + header.sizes.gapPx : header.sizes.insetPx;
    const QString name =
        metrics.elidedText(header.texts.trackName(lane.lane, track), Qt::ElideRight, std::ceil(right - from));
    drawTextLine(header.painter, {right, y}, TextSide::LeftOf, name, header.fonts.headerCaption,
                 header.theme.ink3);
  }
}

/// The badge with the number of disputed events, below the name.
void paintDisputed(const HeaderPainting& header, const SceneLane& lane, double left) {
  const int count = static_cast<int>(header.texts.laneBadges(lane.lane, header.scene.span));
  if (count == 0 || lane.rows < 2) return;
  const QPaintDevice* device = header.painter.device();
  const double y = std::floor(lane.rowsY + 1.5 * lane.rowHeightPx);
  const BadgeSize size = badgeSize(header.fonts.badge, device, count);
  const double height = std::round(16 * header.scene.scale);
  header.painter.setRenderHint(QPainter::Antialiasing);
  paintBadge(header.painter, QRectF(left, y - height / 2, size.widthPx, height), count, header.fonts.badge,
             header.theme);
  header.painter.setRenderHint(QPainter::Antialiasing, false);
  const QString word = LaneTexts::tr("disputed", "behind a number of events");
  const double from = left + size.allPx();
  const double right = header.widthPx - header.sizes.insetPx;
  if (from + metricsOf(header.fonts.headerCaption, device).horizontalAdvance(word) > right) return;
  drawTextLine(header.painter, {from, y}, TextSide::RightOf, word, header.fonts.headerCaption,
               header.theme.ink3);
}

/// In the inset left of the name: to the right where the lane is collapsed, else down.
void paintArrow(const HeaderPainting& header, const SceneLane& lane, bool collapsed) {
  const double half = std::round(3 * header.scene.scale);
  const QPointF middle(header.sizes.insetPx / 2, firstRowCentre(lane));
  QPainterPath arrow;
  if (collapsed) {
    arrow.moveTo(middle + QPointF(-half / 2, -half));
    arrow.lineTo(middle + QPointF(half / 2, 0));
    arrow.lineTo(middle + QPointF(-half / 2, half));
  } else {
    arrow.moveTo(middle + QPointF(-half, -half / 2));
    arrow.lineTo(middle + QPointF(0, half / 2));
    arrow.lineTo(middle + QPointF(half, -half / 2));
  }
  header.painter.setRenderHint(QPainter::Antialiasing);
  header.painter.setBrush(Qt::NoBrush);
  header.painter.setPen(QPen(header.theme.ink2, 1.5));
  header.painter.drawPath(arrow);
  header.painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintHeader(const HeaderPainting& header, const SceneLane& lane) {
  const HeaderSizes& sizes = header.sizes;
  const SceneFonts& fonts = header.fonts;
  const double y = firstRowCentre(lane);
  double left = sizes.insetPx;
  if (header.texts.laneHasGlyph(lane.lane)) {
    const QRectF box(left, y - sizes.glyphPx / 2, sizes.glyphPx, sizes.glyphPx);
    paintGlyph(header.painter, header.texts.laneGlyph(lane.lane), box, header.theme);
    left = sizes.nameX;
  }
  const bool tracks = lane.role == LaneRole::Tracks;
  const QString count = tracks ? QString() : countText(lane.inSpan);
  const double countWidth = count.isEmpty() ? 0 : textWidth(header.painter, fonts.count, count) + sizes.gapPx;
  const double right = header.widthPx - sizes.insetPx;
  const QFontMetricsF metrics(fonts.laneName, header.painter.device());
  const QString name =
      cutAtWords(header.texts.laneName(lane.lane), QFont(fonts.laneName, header.painter.device()),
                 std::ceil(right - left - countWidth));
  drawTextLine(header.painter, {left, y}, TextSide::RightOf, name, fonts.laneName, header.theme.ink);
  drawTextLine(header.painter, {right, y}, TextSide::LeftOf, count, fonts.count, header.theme.ink2);
  if (tracks)
    paintTrackNames(header, lane, left + metrics.horizontalAdvance(name));
  else
    paintDisputed(header, lane, left);
}

}  // namespace

double headerWidthPx(double scale) {
  return std::round(kHeaderWidthPx * scale);
}

double headerWidthFor(const SliceSource& source, const SceneTexts& texts, const SceneFonts& fonts,
                      double scale, const QPaintDevice* device) {
  const HeaderSizes sizes(scale);
  const double usual = headerWidthPx(scale);
  double needed = usual;
  for (int lane = 0; lane < source.laneCount(); ++lane)
    needed = std::max(needed, std::ceil(neededWidth(source, texts, fonts, sizes, device, lane)));
  return std::min(needed, std::floor(kWidestHeader * usual));
}

double firstRowCentre(const SceneLane& lane) {
  return std::floor(lane.rowsY + lane.rowHeightPx / 2);
}

void paintHeaders(QPainter& painter, const Scene& scene, const SceneTexts& texts, const Theme& theme,
                  const SceneFonts& fonts, const QRectF& exposed, double headerWidthPx,
                  const HeaderState& state) {
  if (exposed.left() >= headerWidthPx) return;
  painter.save();
  const QRectF area(0, scene.axisHeightPx, headerWidthPx,
                    std::max(0.0, std::max(scene.heightPx, exposed.bottom()) - scene.axisHeightPx));
  painter.setClipRect(area & exposed, Qt::IntersectClip);
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.fillRect(area & exposed, theme.header);
  const HeaderPainting header{painter, scene, texts, theme, fonts, headerWidthPx, HeaderSizes(scene.scale)};
  for (const SceneLane& lane : scene.lanes) {
    if (lane.rect.bottom() < exposed.top() || lane.rect.y > exposed.bottom()) continue;
    if (state.highlighted == lane.lane) {
      const QRectF rect(0, lane.rect.y, headerWidthPx, lane.rect.height);
      painter.fillRect(rect, theme.selectedFill);
      painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.accent);
    }
    paintHeader(header, lane);
    const bool collapsed = std::ranges::binary_search(state.collapsed, lane.lane);
    if (collapsed || (state.hovered == lane.lane && lane.role == LaneRole::Events))
      paintArrow(header, lane, collapsed);
    fillHorizontal(painter, lane.rect.bottom() - 1, 0, headerWidthPx, theme.hairline);
  }
  fillVertical(painter, headerWidthPx - 1, area.top(), area.bottom(), theme.edge);
  painter.restore();
}

}  // namespace entente
