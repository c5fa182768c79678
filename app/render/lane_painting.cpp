// SPDX-License-Identifier: GPL-3.0-or-later
// Lane headers, tracks and densities: what a lane shows besides marks.
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/render/date_words.h"
#include "app/render/glyphs.h"
#include "app/render/scene_painter.h"
#include "app/render/scene_parts.h"
#include "app/render/text_painting.h"

namespace entente {
namespace {

struct LaneTexts {
  Q_DECLARE_TR_FUNCTIONS(LaneTexts)
};

constexpr double kHeaderInsetPx = 12;
constexpr double kHeaderNamePx = 30;  ///< where a name behind a glyph begins
constexpr double kHeaderGapPx = 8;
constexpr double kStartTickPx = 2;
constexpr double kGapFromColumnPx = 8;  ///< from this width on, columns of a density stand apart

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

void paintTrackNames(QPainter& painter, const SceneLane& lane, const SceneTexts& texts, const Theme& theme,
                     const SceneFonts& fonts, double headerWidthPx, double nameEnd) {
  const QFontMetricsF metrics(fonts.headerCaption, painter.device());
  for (int track = 0; track < lane.rows; ++track) {
    const double y = std::floor(lane.rowsY + (track + 0.5) * lane.rowHeightPx);
    const double from = track == 0 ? nameEnd + kHeaderGapPx : kHeaderInsetPx;
    const QString name = metrics.elidedText(texts.trackName(lane.lane, track), Qt::ElideRight,
                                            headerWidthPx - kHeaderInsetPx - from);
    drawTextLine(painter, {headerWidthPx - kHeaderInsetPx, y}, TextSide::LeftOf, name, fonts.headerCaption,
                 theme.ink3);
  }
}

void paintHeader(QPainter& painter, const SceneLane& lane, const SceneTexts& texts, const Theme& theme,
                 const SceneFonts& fonts, double headerWidthPx) {
  const double y = firstRowCentre(lane);
  double left = kHeaderInsetPx;
  if (texts.laneHasGlyph(lane.lane)) {
    const QRectF box(kHeaderInsetPx, y - kGlyphBoxPx / 2, kGlyphBoxPx, kGlyphBoxPx);
    paintGlyph(painter, texts.laneGlyph(lane.lane), box, theme);
    left = kHeaderNamePx;
  }
  const bool tracks = lane.role == LaneRole::Tracks;
  const QString count = tracks ? QString() : countText(lane.inSpan);
  const double countWidth = count.isEmpty() ? 0 : textWidth(painter, fonts.count, count) + kHeaderGapPx;
  const double room = headerWidthPx - kHeaderInsetPx - left - countWidth;
  const QFontMetricsF metrics(fonts.laneName, painter.device());
  const QString name = metrics.elidedText(texts.laneName(lane.lane), Qt::ElideRight, room);
  drawTextLine(painter, {left, y}, TextSide::RightOf, name, fonts.laneName, theme.ink);
  drawTextLine(painter, {headerWidthPx - kHeaderInsetPx, y}, TextSide::LeftOf, count, fonts.count,
               theme.ink2);
  if (tracks) {
    paintTrackNames(painter, lane, texts, theme, fonts, headerWidthPx,
                    left + metrics.horizontalAdvance(name));
  }
}

void paintTrackBar(const BodyPainting& body, const SceneTrackBar& bar) {
  QPainter& painter = body.painter;
  const Theme& theme = body.theme;
  const QRectF rect = toQRect(bar.rect);
  const bool selected = body.isSelected(bar.item);
  painter.setPen(Qt::NoPen);
  painter.setBrush(selected ? theme.selectedFill : theme.trackBar);
  painter.drawPath(barShape(rect, bar.arrowEnd));
  if (bar.beginsInside)
    painter.fillRect(QRectF(std::floor(rect.left()), rect.top(), kStartTickPx, rect.height()), theme.period);
  if (selected || body.isHovered(bar.item)) {
    const double width = selected ? 1.5 : 1;
    painter.setPen(QPen(selected ? theme.accent : theme.ink, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(barShape(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2), bar.arrowEnd));
  }
  if (bar.labelRect.isEmpty()) return;
  QFont font = body.fonts.track;
  if (selected) font.setWeight(QFont::DemiBold);
  const QColor ink = selected ? theme.ink : body.isGreyed(bar.item) ? theme.ink3 : theme.ink2;
  drawTextLine(painter, {bar.labelRect.x, rect.center().y()}, TextSide::RightOf, body.texts.label(bar.item),
               font, ink);
}

void paintDensity(const BodyPainting& body, const SceneDensity& density, std::uint32_t top) {
  const double gap = density.columnPx >= kGapFromColumnPx ? 1 : 0;
  const std::size_t columns = density.counts.size();
  const auto edgeOf = [&density](std::size_t column) {
    return std::round(density.rect.x + static_cast<double>(column) * density.columnPx);
  };
  for (std::size_t i = 0; i < columns;) {
    // Equal neighbours are one rectangle: an export stays small.
    std::size_t next = i + 1;
    while (gap == 0 && next < columns && density.counts[next] == density.counts[i])
      ++next;
    if (density.counts[i] != 0) {
      const double left = edgeOf(i);
      const double right = std::min(edgeOf(next), density.rect.right()) - gap;
      body.painter.fillRect(QRectF(left, density.rect.y, right - left, density.rect.height),
                            densityColor(body.theme, density.counts[i], top));
    }
    i = next;
  }
}

}  // namespace

double firstRowCentre(const SceneLane& lane) {
  return std::floor(lane.rowsY + lane.rowHeightPx / 2);
}

void paintHeaders(QPainter& painter, const Scene& scene, const SceneTexts& texts, const Theme& theme,
                  const SceneFonts& fonts, const QRectF& exposed, double headerWidthPx) {
  painter.save();
  const QRectF area(0, scene.axisHeightPx, headerWidthPx,
                    std::max(0.0, std::max(scene.heightPx, exposed.bottom()) - scene.axisHeightPx));
  painter.setClipRect(area & exposed, Qt::IntersectClip);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(area, theme.header);
  for (const SceneLane& lane : scene.lanes) {
    if (lane.rect.bottom() < exposed.top() || lane.rect.y > exposed.bottom()) continue;
    paintHeader(painter, lane, texts, theme, fonts, headerWidthPx);
    fillHorizontal(painter, lane.rect.bottom() - 1, 0, headerWidthPx, theme.hairline);
  }
  fillVertical(painter, headerWidthPx - 1, area.top(), area.bottom(), theme.edge);
  painter.restore();
}

void paintTracks(const BodyPainting& body) {
  for (const SceneTrackBar& bar : body.scene.trackBars) {
    if (toQRect(bar.rect).intersects(body.exposed)) paintTrackBar(body, bar);
  }
}

std::uint32_t densityTop(const Scene& scene) {
  constexpr std::uint32_t kGreatest = 1'000'000'000;
  std::uint32_t fullest = 0;
  for (const SceneDensity& density : scene.densities) {
    for (const std::uint32_t count : density.counts)
      fullest = std::max(fullest, count);
  }
  std::uint32_t top = 10;
  while (top < fullest && top < kGreatest)
    top *= 10;
  return top;
}

void paintDensities(const BodyPainting& body) {
  if (body.scene.densities.empty()) return;
  const std::uint32_t top = densityTop(body.scene);
  for (const SceneDensity& density : body.scene.densities) {
    if (toQRect(density.rect).intersects(body.exposed)) paintDensity(body, density, top);
  }
}

}  // namespace entente
