// SPDX-License-Identifier: GPL-3.0-or-later
// Glyphs differ in shape, not in colour alone, and stay within their box.
#include "app/render/glyphs.h"

#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>
#include <array>
#include <set>

namespace entente {
namespace {

constexpr std::array<GlyphKind, 7> kKinds = {GlyphKind::Summit,    GlyphKind::Message, GlyphKind::Pledge,
                                             GlyphKind::Statement, GlyphKind::Ruling,  GlyphKind::Period,
                                             GlyphKind::Figure};
constexpr int kSide = 16;

/// The glyph in black on white, at the size that is drawn in the timeline.
QImage silhouette(GlyphKind kind) {
  QImage image(kSide, kSide, QImage::Format_Grayscale8);
  image.fill(Qt::white);
  QPainter painter(&image);
  painter.translate(kSide / 2, kSide / 2);
  painter.fillPath(glyphPath(kind), Qt::black);
  return image;
}

int differingPixels(const QImage& a, const QImage& b) {
  int count = 0;
  for (int y = 0; y < a.height(); ++y) {
    for (int x = 0; x < a.width(); ++x)
      count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
  }
  return count;
}

QImage painted(GlyphKind kind, const Theme& colors, GlyphFlags flags, double sidePx = 12) {
  QImage image(40, 40, QImage::Format_RGB32);
  image.fill(colors.canvas);
  QPainter painter(&image);
  paintGlyph(painter, kind, QRectF(20 - sidePx / 2, 20 - sidePx / 2, sidePx, sidePx), colors, flags);
  return image;
}

int pixelsOf(const QImage& image, const QColor& color) {
  int count = 0;
  for (int y = 0; y < image.height(); ++y) {
    for (int x = 0; x < image.width(); ++x)
      count += image.pixelColor(x, y) == color ? 1 : 0;
  }
  return count;
}

TEST(GlyphsTest, EveryTwoKindsDifferInShape) {
  constexpr int kClearlyDifferent = 20;
  for (const GlyphKind a : kKinds) {
    for (const GlyphKind b : kKinds) {
      if (a == b) continue;
      EXPECT_GE(differingPixels(silhouette(a), silhouette(b)), kClearlyDifferent)
          << static_cast<int>(a) << " and " << static_cast<int>(b);
    }
  }
}

TEST(GlyphsTest, EveryKindFillsItsBoxAndStaysInIt) {
  for (const GlyphKind kind : kKinds) {
    const QRectF bounds = glyphPath(kind).boundingRect();
    EXPECT_TRUE(QRectF(-6, -6, 12, 12).contains(bounds)) << static_cast<int>(kind);
    EXPECT_GE(bounds.width(), 10) << static_cast<int>(kind);
    EXPECT_GE(bounds.height(), 9) << static_cast<int>(kind);
  }
}

TEST(GlyphsTest, EveryKindHasAColourOfItsOwn) {
  for (const ThemeName name : {ThemeName::Light, ThemeName::Dark, ThemeName::HighContrast}) {
    std::set<QRgb> colors;
    for (const GlyphKind kind : kKinds)
      colors.insert(kindColor(kind, theme(name)).rgb());
    EXPECT_EQ(colors.size(), kKinds.size());
  }
}

TEST(GlyphsTest, FlagsAreSeen) {
  const Theme& colors = theme(ThemeName::Light);
  for (const GlyphKind kind : kKinds) {
    const QColor color = kindColor(kind, colors);
    const QImage full = painted(kind, colors, {});
    EXPECT_GT(pixelsOf(full, color), 15);
    const QImage hollow = painted(kind, colors, {.hollow = true}, 24);
    const int fullPixels = pixelsOf(painted(kind, colors, {}, 24), color);
    EXPECT_LT(pixelsOf(hollow, color), fullPixels * 3 / 4) << static_cast<int>(kind);
    EXPECT_GT(pixelsOf(hollow, color), 15) << static_cast<int>(kind);
    const QImage greyed = painted(kind, colors, {.greyed = true});
    EXPECT_EQ(pixelsOf(greyed, color), 0);
    EXPECT_GT(pixelsOf(greyed, colors.greyed), 15);
    EXPECT_GT(differingPixels(painted(kind, colors, {.hovered = true}), full), 20);
  }
}

TEST(GlyphsTest, NothingIsDrawnSmallerThanCanBeSeen) {
  const Theme& colors = theme(ThemeName::Light);
  EXPECT_EQ(painted(GlyphKind::Pledge, colors, {}, 2), painted(GlyphKind::Pledge, colors, {}, kLeastGlyphPx));
}

}  // namespace
}  // namespace entente
