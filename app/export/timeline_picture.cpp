// SPDX-License-Identifier: GPL-3.0-or-later
// Composes title, timeline and source line, and encodes the picture.
#include "app/export/timeline_picture.h"

#include <QBuffer>
#include <QFontMetricsF>
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
constexpr int kDotsPerMetre = 3780;  // 96 dpi
constexpr int kTextFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

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

/// A device of the resolution that pictures have, to measure text with.
QImage measuringImage() {
  QImage image(1, 1, QImage::Format_RGB32);
  image.setDotsPerMeterX(kDotsPerMetre);
  image.setDotsPerMeterY(kDotsPerMetre);
  return image;
}

double textHeight(const QFont& font, const QImage& device, const QString& text, double width) {
  if (text.isEmpty()) return 0;
  const QFontMetricsF metrics(font, &device);
  return std::ceil(metrics.boundingRect(QRectF(0, 0, width, kMostPictureSide), kTextFlags, text).height());
}

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
    const double height = textHeight(font, device, text, width);
    if (height == 0) return;
    y += y == 0 ? kMarginPx : kLineGapPx;
    rect = QRectF(kMarginPx, y, width, height);
    y += height;
  };
  place(page.title, page.faces.title, picture.title);
  place(page.caption, page.faces.body, picture.caption);
  page.sceneTop = y == 0 ? 0 : y + kMarginPx;
  const double sourceHeight = textHeight(page.faces.caption, device, picture.sourceLine, width);
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
    painter.drawText(rect, kTextFlags, words);
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
  constexpr int kMostScale = 4;
  if (scaleFactor < 1 || scaleFactor > kMostScale)
    return fail(ErrorKind::Invalid, "a picture is scaled by 1 to " + std::to_string(kMostScale));
  const Result<Page> page = layOut(picture);
  if (!page) return fail(page.error());
  const QSize pixels = page->size * scaleFactor;
  QImage image;
  if (std::max(pixels.width(), pixels.height()) <= kMostPictureSide)
    image = QImage(pixels, QImage::Format_RGB32);
  if (image.isNull()) return fail(ErrorKind::Invalid, "the picture is too large to be drawn");
  image.setDevicePixelRatio(scaleFactor);
  image.setDotsPerMeterX(kDotsPerMetre);
  image.setDotsPerMeterY(kDotsPerMetre);
  {
    QPainter painter(&image);
    paintPage(painter, picture, *page);
  }
  image.setDotsPerMeterX(kDotsPerMetre * scaleFactor);
  image.setDotsPerMeterY(kDotsPerMetre * scaleFactor);
  image.setText(QStringLiteral("Title"), picture.title);
  image.setText(QStringLiteral("Description"), picture.caption);
  image.setText(QStringLiteral("Source"), picture.sourceLine);
  image.setText(QStringLiteral("Software"), picture.recipe.program);
  image.setText(QLatin1String(kRecipeKey), QString::fromUtf8(toJson(picture.recipe)));
  QByteArray bytes;
  QBuffer buffer(&bytes);
  if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
    return fail(ErrorKind::Internal, "the picture could not be encoded as PNG");
  return bytes;
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
