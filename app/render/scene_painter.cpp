// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the parts of a scene's picture on top of each other.
#include "app/render/scene_painter.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/render/scene_parts.h"
#include "app/render/text_painting.h"

namespace entente {
namespace {

struct SceneWords {
  Q_DECLARE_TR_FUNCTIONS(SceneWords)
};

constexpr double kTodayLinePx = 1.5;
constexpr double kMajorGridPart = 0.6;  ///< of the hairline colour on the canvas
constexpr double kMinorGridPart = 0.35;
constexpr double kEmptyInsetPx = 8;

bool holds(const std::vector<ItemIndex>& sorted, ItemIndex item) {
  return std::binary_search(sorted.begin(), sorted.end(), item);
}

void paintGround(const BodyPainting& body, double bottom) {
  const Scene& scene = body.scene;
  const double top = scene.axisHeightPx;
  body.painter.fillRect(body.exposed, body.theme.canvas);
  for (const SceneBand& band : scene.bands) {
    const double left = std::round(band.x);
    const QRectF stripe(left, top, std::round(band.x + band.width) - left, bottom - top);
    if (body.isExposed(stripe)) body.painter.fillRect(stripe & body.exposed, body.theme.band);
  }
  const auto fillTick = [&](const SceneTick& tick, const QColor& color) {
    if (body.isExposed(QRectF(std::floor(tick.x), top, 1, bottom - top)))
      fillVertical(body.painter, tick.x, body.exposed.top(), body.exposed.bottom(), color);
  };
  const QColor minor = mixed(body.theme.hairline, body.theme.canvas, kMinorGridPart);
  for (const SceneTick& tick : scene.minorTicks)
    fillTick(tick, minor);
  const QColor major = mixed(body.theme.hairline, body.theme.canvas, kMajorGridPart);
  for (const SceneTick& tick : scene.majorTicks)
    fillTick(tick, major);
  for (const SceneLane& lane : scene.lanes) {
    if (body.isExposed(QRectF(0, std::floor(lane.rect.bottom() - 1), scene.widthPx, 1)))
      fillHorizontal(body.painter, lane.rect.bottom() - 1, body.exposed.left(), body.exposed.right(),
                     body.theme.hairline);
  }
  body.painter.fillRect(QRectF(std::floor(scene.todayX), top, kTodayLinePx, bottom - top), body.theme.ink);
}

void paintEmptyLanes(const BodyPainting& body) {
  for (const SceneLane& lane : body.scene.lanes) {
    if (!lane.empty || lane.role == LaneRole::Tracks || !body.isExposed(toQRect(lane.rect))) continue;
    drawHaloTextLine(body.painter, {kEmptyInsetPx * body.scene.scale, firstRowCentre(lane)},
                     TextSide::RightOf, SceneWords::tr("none in this span"), body.fonts.headerCaption,
                     body.theme.ink3, body.theme.canvas);
  }
}

}  // namespace

bool BodyPainting::isSelected(ItemIndex item) const {
  return holds(state.selected, item);
}
bool BodyPainting::isGreyed(ItemIndex item) const {
  return holds(state.greyed, item) || (state.onlyHits && !isHit(item));
}
bool BodyPainting::isHit(ItemIndex item) const {
  return holds(state.hits, item);
}

void fillVertical(QPainter& painter, double x, double top, double bottom, const QColor& color) {
  painter.fillRect(QRectF(std::floor(x), top, 1, bottom - top), color);
}

void fillHorizontal(QPainter& painter, double y, double left, double right, const QColor& color) {
  painter.fillRect(QRectF(left, std::floor(y), right - left, 1), color);
}

void paintBody(QPainter& painter, const Scene& scene, const SceneTexts& texts, const SceneState& state,
               const Theme& theme, const SceneFonts& fonts, const QRectF& exposed, const QRegion& parts) {
  const double bottom = std::max(scene.heightPx, exposed.bottom());
  const QRectF area(0, scene.axisHeightPx, scene.widthPx, std::max(0.0, bottom - scene.axisHeightPx));
  const QRectF part = area & exposed;
  if (part.isEmpty()) return;
  painter.save();
  painter.setClipRect(part, Qt::IntersectClip);
  const BodyPainting body{painter, scene, texts, state, theme, fonts, part, parts};
  // Upright rectangles on whole pixels: without smoothing they are several times as fast.
  painter.setRenderHint(QPainter::Antialiasing, false);
  paintGround(body, bottom);
  paintDensities(body);
  painter.setRenderHint(QPainter::Antialiasing);
  paintTracks(body);
  paintEmptyLanes(body);
  paintGhosts(body);
  paintLinks(body);
  paintMarksAndFolds(body);
  paintFocus(body);
  painter.restore();
}

void paintScene(QPainter& painter, const Scene& scene, const SceneTexts& texts, const SceneState& state,
                const Theme& theme, const SceneFonts& fonts, const QRectF& exposed, double headerWidthPx) {
  paintAxisCorner(painter, scene, theme, fonts, headerWidthPx);
  paintHeaders(painter, scene, texts, theme, fonts, exposed, headerWidthPx);
  painter.save();
  painter.translate(headerWidthPx, 0);
  paintAxis(painter, scene, theme, fonts);
  paintBody(painter, scene, texts, state, theme, fonts, exposed.translated(-headerWidthPx, 0));
  painter.restore();
}

}  // namespace entente
