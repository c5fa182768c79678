// SPDX-License-Identifier: GPL-3.0-or-later
// The axis: two tiers of labels, the today tag, and the cell in the corner.
#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <vector>

#include "app/render/axis_words.h"
#include "app/render/scene_painter.h"
#include "app/render/scene_parts.h"
#include "app/render/text_painting.h"
#include "app/render/zone_tables.h"

namespace entente {
namespace {

struct AxisTexts {
  Q_DECLARE_TR_FUNCTIONS(AxisTexts)
};

constexpr double kMajorInsetPx = 6;
constexpr double kMinorInsetPx = 4;
constexpr double kLabelMarginPx = 4;
constexpr double kTagPaddingPx = 5;
constexpr double kTagInsetPx = 2;
constexpr double kCornerInsetPx = 12;

/// The today tag: beside its line in the lower tier, or waiting at an edge of the upper one.
struct TodayTag {
  QRectF rect;
  QString text;
};

TodayTag todayTag(const QPainter& painter, const Scene& scene, const SceneFonts& fonts) {
  const double tier = scene.axisHeightPx / 2;
  TodayTag tag;
  const QString words = scene.asKnown ? AxisTexts::tr("As known") : AxisTexts::tr("Today");
  tag.text = scene.todayX < 0                ? AxisTexts::tr("\u2039 %1", "it lies to the left").arg(words)
             : scene.todayX >= scene.widthPx ? AxisTexts::tr("%1 \u203a", "it lies to the right").arg(words)
                                             : words;
  const double width =
      std::ceil(textWidth(painter, fonts.today, tag.text)) + 2 * std::round(kTagPaddingPx * scene.scale);
  const bool inView = scene.todayX >= 0 && scene.todayX < scene.widthPx;
  // Its right edge is the line's; where there is no room on the left it begins at the line.
  const double lineX = std::floor(scene.todayX);
  double left = lineX + 1.5 - width;
  if (inView && left < 0) left = lineX;
  if (!inView) left = scene.todayX < 0 ? kTagInsetPx : scene.widthPx - width - kTagInsetPx;
  const double top = inView ? tier : 0;
  tag.rect = QRectF(left, top + kTagInsetPx + 1, width, tier - 2 * kTagInsetPx - 1);
  return tag;
}

void paintMajorTier(QPainter& painter, const Scene& scene, const Theme& theme, const SceneFonts& fonts,
                    const QRectF& tag) {
  const double tier = scene.axisHeightPx / 2;
  for (const SceneTick& tick : scene.majorTicks) {
    if (tick.x >= 0 && tick.x < scene.widthPx) fillVertical(painter, tick.x, 0, tier, theme.edge);
    const QString text = majorTickText(scene.majorStep, tick.at);
    const double begin = std::floor(std::max(tick.x, 0.0)) + std::round(kMajorInsetPx * scene.scale);
    const double width = textWidth(painter, fonts.axisMajor, text);
    if (begin + width + kLabelMarginPx > tick.nextX || begin >= scene.widthPx) continue;
    if (tag.intersects(QRectF(begin, 0, width + kLabelMarginPx, tier))) continue;
    drawTextLine(painter, {begin, tier / 2}, TextSide::RightOf, text, fonts.axisMajor, theme.ink);
  }
}

/// Whether every label of the tier fits when said in full; else all of them are said shortly.
bool minorTierFits(const QPainter& painter, const Scene& scene, const SceneFonts& fonts) {
  return std::all_of(scene.minorTicks.begin(), scene.minorTicks.end(), [&](const SceneTick& tick) {
    const QString text = minorTickText(scene.minorStep, scene.majorStep, tick.at, scene.axisNames);
    const double needed =
        textWidth(painter, fonts.axisMinor, text) + std::round(kMinorInsetPx * scene.scale) + 1;
    return needed <= tick.nextX - tick.x;
  });
}

void paintMinorTier(QPainter& painter, const Scene& scene, const Theme& theme, const SceneFonts& fonts,
                    const QRectF& tag) {
  const double tier = scene.axisHeightPx / 2;
  const bool full = minorTierFits(painter, scene, fonts);
  for (const SceneTick& tick : scene.minorTicks) {
    if (tick.x >= 0 && tick.x < scene.widthPx)
      fillVertical(painter, tick.x, tier, scene.axisHeightPx, theme.hairline);
    const QString text = full
                             ? minorTickText(scene.minorStep, scene.majorStep, tick.at, scene.axisNames)
                             : shortMinorTickText(scene.minorStep, scene.majorStep, tick.at, scene.axisNames);
    const double begin = std::floor(tick.x) + std::round(kMinorInsetPx * scene.scale);
    const double width = textWidth(painter, fonts.axisMinor, text);
    // A label that the left edge would cut is left out; so is one that the next tick would.
    if (begin < 0 || begin >= scene.widthPx || begin + width + 1 > tick.nextX) continue;
    if (tag.intersects(QRectF(begin, tier, width + 1, tier))) continue;
    drawTextLine(painter, {begin, tier * 1.5}, TextSide::RightOf, text, fonts.axisMinor, theme.ink2);
  }
}

void paintLegend(QPainter& painter, const Scene& scene, const Theme& theme, const SceneFonts& fonts,
                 double headerWidthPx) {
  // Its parts on a corner of 40 px.
  const auto scaled = [&scene](double px) { return std::round(px * scene.scale); };
  const double rampHeight = scaled(6);
  const double rampTop = scaled(16);
  const double left = scaled(kCornerInsetPx);
  const double width = headerWidthPx - 2 * left;
  const std::uint32_t top = densityTop(scene);
  drawTextLine(painter, {left, scaled(8)}, TextSide::RightOf, AxisTexts::tr("events a column, log"),
               fonts.headerCaption, theme.ink2);
  const auto steps = static_cast<int>(width);
  for (int i = 0; i < steps; ++i) {
    const auto count = static_cast<std::uint32_t>(std::lround(std::pow(top, (i + 0.5) / steps)));
    painter.fillRect(QRectF(left + i, rampTop, 1, rampHeight), densityColor(theme, count, top));
  }
  const double textY = rampTop + rampHeight + scaled(9);
  drawTextLine(painter, {left, textY}, TextSide::RightOf, QStringLiteral("1"), fonts.headerCaption,
               theme.ink2);
  drawTextLine(painter, {left + width, textY}, TextSide::LeftOf, wordsLocale().toString(top),
               fonts.headerCaption, theme.ink2);
}

}  // namespace

void paintAxis(QPainter& painter, const Scene& scene, const Theme& theme, const SceneFonts& fonts) {
  painter.save();
  painter.setClipRect(QRectF(0, 0, scene.widthPx, scene.axisHeightPx), Qt::IntersectClip);
  painter.setRenderHint(QPainter::Antialiasing, false);  // nothing but upright rectangles and text
  const double tier = scene.axisHeightPx / 2;
  painter.fillRect(QRectF(0, 0, scene.widthPx, scene.axisHeightPx), theme.header);
  fillHorizontal(painter, tier, 0, scene.widthPx, mixed(theme.hairline, theme.header, 0.6));
  const TodayTag tag = todayTag(painter, scene, fonts);
  paintMinorTier(painter, scene, theme, fonts, tag.rect);
  paintMajorTier(painter, scene, theme, fonts, tag.rect);
  fillHorizontal(painter, scene.axisHeightPx - 1, 0, scene.widthPx, theme.edge);
  painter.setRenderHint(QPainter::Antialiasing);  // the tag follows its line
  painter.fillRect(tag.rect, theme.ink);
  drawTextLine(painter, tag.rect.center(), TextSide::Around, tag.text, fonts.today, theme.canvas);
  painter.restore();
}

void paintAxisCorner(QPainter& painter, const Scene& scene, const Theme& theme, const SceneFonts& fonts,
                     double headerWidthPx) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(QRectF(0, 0, headerWidthPx, scene.axisHeightPx), theme.header);
  if (scene.densities.empty()) {
    drawTextLine(painter, {std::round(kCornerInsetPx * scene.scale), scene.axisHeightPx / 2},
                 TextSide::RightOf, zoneInWords(QString::fromStdString(scene.zone.name)), fonts.count,
                 theme.ink2);
  } else {
    paintLegend(painter, scene, theme, fonts, headerWidthPx);
  }
  fillVertical(painter, headerWidthPx - 1, 0, scene.axisHeightPx, theme.edge);
  fillHorizontal(painter, scene.axisHeightPx - 1, 0, headerWidthPx, theme.edge);
  painter.restore();
}

}  // namespace entente
