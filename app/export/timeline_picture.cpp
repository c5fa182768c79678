// SPDX-License-Identifier: GPL-3.0-or-later
// Composes title, timeline and source line, and encodes the picture.
#include "app/export/timeline_picture.h"

#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <string>

#include "app/export/svg_engine.h"
#include "app/render/legend.h"
#include "app/render/type.h"
#include "app/render/zone_tables.h"
#include "core/layout/scene_builder.h"

namespace entente {
namespace {

constexpr double kMarginPx = 12;
constexpr double kLineGapPx = 4;

/// The whole page: where each part stands, and the scene between them.
struct Page {
  TypeFaces faces;
  SceneFonts fonts;
  QRectF title;
  QRectF caption;
  QRectF legend;
  double headerWidth = kHeaderWidthPx;
  QRectF source;
  double sceneTop = 0;
  double sceneHeight = 0;
  Scene scene;
  QSize size;
};

Result<void> checkInputs(const TimelinePicture& picture) {
  const QSize size = picture.sizePx;
  if (size.width() < kLeastPictureWidth || size.height() < kLeastPictureHeight ||
      std::max(size.width(), size.height()) > kMostPictureSide) {
    return fail(ErrorKind::Invalid, "a picture must be at least " + std::to_string(kLeastPictureWidth) +
                                        " by " + std::to_string(kLeastPictureHeight) + " and at most " +
                                        std::to_string(kMostPictureSide) + " pixels wide and high");
  }
  if (picture.span.isEmpty() || picture.span.begin < kBeginningOfTime || kEndOfTime < picture.span.end)
    return fail(ErrorKind::Invalid,
                "the span of a picture must not be empty nor reach beyond the ends of time");
  return {};
}

/// The scene gets what the texts above and below leave of the height.
Result<Page> layOut(const TimelinePicture& picture) {
  if (const Result<void> checked = checkInputs(picture); !checked) return fail(checked.error());
  const QImage device = measuringImage();
  Page page;
  page.faces = typeFaces(picture.baseFont);
  page.fonts = sceneFonts(page.faces);
  const double width = picture.sizePx.width() - 2 * kMarginPx;
  double y = 0;
  const auto place = [&](QRectF& rect, const QFont& font, const QString& text) {
    const double height = foldedHeight(font, text, width);
    if (height == 0) return;
    y += y == 0 ? kMarginPx : kLineGapPx;
    rect = QRectF(kMarginPx, y, width, height);
    y += height;
  };
  place(page.title, page.faces.title, picture.title);
  place(page.caption, page.faces.body, picture.caption);
  page.sceneTop = y == 0 ? 0 : y + kMarginPx;
  const double sourceHeight = foldedHeight(page.faces.caption, picture.sourceLine, width);
  const double legendHeight = picture.legend ? legendHeightPx(width, page.fonts, 1, &device) : 0;
  const double sourceBelow = sourceHeight == 0 ? 0 : sourceHeight + kMarginPx;
  const double legendBelow = legendHeight == 0 ? 0 : legendHeight + kMarginPx;
  const double below = sourceBelow + legendBelow == 0 ? 0 : sourceBelow + legendBelow + kMarginPx;

  const FontLabelMeasure labels(picture.texts, page.fonts.labelStrong, &device);
  page.headerWidth = headerWidthFor(picture.source, picture.texts, page.fonts, 1, &device);
  SceneBuilder builder(picture.source, labels, SceneMetrics());
  const double available = std::max(0.0, picture.sizePx.height() - page.sceneTop - below);
  page.scene = builder.build({picture.span,
                              picture.sizePx.width() - page.headerWidth,
                              available,
                              picture.now,
                              picture.axisNames,
                              {picture.zone.toStdString(), zoneTableOf(picture.zone)},
                              picture.asKnown});
  const double sceneHeight = std::max(available, std::ceil(page.scene.heightPx));
  const double height = page.sceneTop + sceneHeight + below;
  if (height > kMostPictureSide)
    return fail(ErrorKind::Invalid, "the lanes need a picture that is too high to be drawn");
  page.sceneHeight = sceneHeight;
  page.legend = QRectF(kMarginPx, page.sceneTop + sceneHeight + kMarginPx, width, legendHeight);
  page.source = QRectF(kMarginPx, page.sceneTop + sceneHeight + kMarginPx + legendBelow, width, sourceHeight);
  page.size = QSize(picture.sizePx.width(), static_cast<int>(std::lround(height)));
  return page;
}

void paintPage(QPainter& painter, const TimelinePicture& picture, const Page& page) {
  const Theme& colors = theme(picture.theme);
  painter.fillRect(QRectF(QPointF(0, 0), page.size), colors.canvas);
  const auto text = [&painter](const QRectF& rect, const QFont& font, const QColor& color,
                               const QString& words) {
    if (words.isEmpty()) return;
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(rect, kFoldedTextFlags, words);
  };
  text(page.title, page.faces.title, colors.ink, picture.title);
  text(page.caption, page.faces.body, colors.ink2, picture.caption);
  if (picture.legend) paintLegend(painter, page.legend, colors, page.fonts, 1);
  text(page.source, page.faces.caption, colors.ink3, picture.sourceLine);
  painter.save();
  painter.translate(0, page.sceneTop);
  const double sceneHeight = page.sceneHeight;
  const QRectF area(0, 0, page.size.width(), sceneHeight);
  painter.setClipRect(area);
  paintScene(painter, page.scene, picture.texts, SceneState(), colors, page.fonts, area, page.headerWidth);
  painter.restore();
  // Lines that set the timeline off from the words around it.
  for (const double y : {page.sceneTop - 1, page.sceneTop + sceneHeight}) {
    if (y >= 0 && y < page.size.height()) painter.fillRect(QRectF(0, y, page.size.width(), 1), colors.edge);
  }
}

}  // namespace

Result<QByteArray> timelinePng(const TimelinePicture& picture, int scaleFactor) {
  const Result<Page> page = layOut(picture);
  if (!page) return fail(page.error());
  return pngOf(page->size, scaleFactor, {picture.title, picture.caption, picture.sourceLine, picture.recipe},
               [&](QPainter& painter) { paintPage(painter, picture, *page); });
}

Result<QByteArray> timelineSvg(const TimelinePicture& picture) {
  const Result<Page> page = layOut(picture);
  if (!page) return fail(page.error());
  SvgDevice device(page->size, {picture.title, picture.caption, picture.sourceLine,
                                QString::fromUtf8(toJson(picture.recipe))});
  QPainter painter;
  if (!painter.begin(&device)) return fail(ErrorKind::Internal, "the picture could not be drawn as SVG");
  paintPage(painter, picture, *page);
  painter.end();
  return device.svg();
}

}  // namespace entente
