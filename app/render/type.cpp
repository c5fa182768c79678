// SPDX-License-Identifier: GPL-3.0-or-later
// Derives all fonts from the base font.
#include "app/render/type.h"

#include <QFontDatabase>
#include <QStringList>

#include "app/render/badge.h"

namespace entente {
namespace {

QFont sized(const QFont& base, double points, QFont::Weight weight = QFont::Normal) {
  QFont font = base;
  font.setPointSizeF(points);
  font.setWeight(weight);
  font.setItalic(false);
  return font;
}

}  // namespace

QString serifFamily() {
  const QStringList installed = QFontDatabase::families();
  for (const QString& family : {QStringLiteral("Noto Serif"), QStringLiteral("Source Serif"),
                                QStringLiteral("Liberation Serif"), QStringLiteral("DejaVu Serif")}) {
    if (installed.contains(family)) return family;
  }
  return QStringLiteral("serif");
}

TypeFaces typeFaces(const QFont& base, double scale) {
  QFont serif = base;
  serif.setFamilies({serifFamily()});
  serif.setStyleHint(QFont::Serif);
  TypeFaces faces;
  faces.caption = sized(base, 8 * scale);
  faces.body = sized(base, kBasePoints * scale);
  faces.bodyStrong = sized(base, kBasePoints * scale, QFont::DemiBold);
  faces.date = sized(base, 10 * scale);
  faces.chartTitle = sized(base, 11 * scale, QFont::DemiBold);
  faces.title = sized(base, 13 * scale, QFont::DemiBold);
  faces.quote = sized(serif, 10.25 * scale);
  return faces;
}

SceneFonts sceneFonts(const TypeFaces& faces) {
  QFont captionStrong = faces.caption;
  captionStrong.setWeight(QFont::DemiBold);
  SceneFonts fonts;
  fonts.axisMajor = faces.bodyStrong;
  fonts.axisMinor = faces.caption;
  fonts.today = captionStrong;
  fonts.laneName = faces.bodyStrong;
  fonts.count = faces.body;
  fonts.headerCaption = faces.caption;
  fonts.track = faces.caption;
  fonts.label = faces.body;
  fonts.labelStrong = faces.bodyStrong;
  fonts.foldCount = captionStrong;
  fonts.badge = badgeFont(faces.bodyStrong);
  return fonts;
}

}  // namespace entente
