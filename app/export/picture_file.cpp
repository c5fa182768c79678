// SPDX-License-Identifier: GPL-3.0-or-later
// Paints into an image and encodes it.
#include "app/export/picture_file.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <string>

namespace entente {

namespace {

constexpr int kDotsPerMetre = 3780;  // 96 dpi

void setResolution(QImage& image, int scaleFactor) {
  image.setDotsPerMeterX(kDotsPerMetre * scaleFactor);
  image.setDotsPerMeterY(kDotsPerMetre * scaleFactor);
}

}  // namespace

QImage measuringImage() {
  QImage image(1, 1, QImage::Format_RGB32);
  setResolution(image, 1);
  return image;
}

double foldedHeight(const QFont& font, const QString& text, double width) {
  if (text.isEmpty()) return 0;
  const QImage device = measuringImage();
  const QFontMetricsF metrics(font, &device);
  return std::ceil(
      metrics.boundingRect(QRectF(0, 0, width, kMostPictureSide), kFoldedTextFlags, text).height());
}

Result<QByteArray> pngOf(QSize size, int scaleFactor, const PictureAbout& about,
                         const std::function<void(QPainter&)>& paint) {
  constexpr int kMostScale = 4;
  if (scaleFactor < 1 || scaleFactor > kMostScale)
    return fail(ErrorKind::Invalid, "a picture is scaled by 1 to " + std::to_string(kMostScale));
  const QSize pixels = size * scaleFactor;
  QImage image;
  if (std::max(pixels.width(), pixels.height()) <= kMostPictureSide)
    image = QImage(pixels, QImage::Format_RGB32);
  if (image.isNull()) return fail(ErrorKind::Invalid, "the picture is too large to be drawn");
  image.setDevicePixelRatio(scaleFactor);
  // Words are set for 96 dpi; the file says how fine the picture is.
  setResolution(image, 1);
  {
    QPainter painter(&image);
    paint(painter);
  }
  setResolution(image, scaleFactor);
  image.setText(QStringLiteral("Title"), about.title);
  image.setText(QStringLiteral("Description"), about.description);
  image.setText(QStringLiteral("Source"), about.source);
  image.setText(QStringLiteral("Software"), about.recipe.program);
  image.setText(QLatin1String(kRecipeKey), QString::fromUtf8(toJson(about.recipe)));
  QByteArray bytes;
  QBuffer buffer(&bytes);
  if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
    return fail(ErrorKind::Internal, "the picture could not be encoded as PNG");
  return bytes;
}

}  // namespace entente
