// SPDX-License-Identifier: GPL-3.0-or-later
// What a scene says is where the paint is: pixels of small hand-made scenes without text.
#include "app/render/scene_painter.h"

#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>
#include <algorithm>

#include "app/render/glyphs.h"

namespace entente {
namespace {

constexpr int kWidth = 400;
constexpr int kHeight = 200;

/// No words at all, so that the pixels are the same on every machine.
class NoTexts : public SceneTexts {
 public:
  [[nodiscard]] QString label(ItemIndex) const override { return {}; }
  [[nodiscard]] QString laneName(int) const override { return {}; }
  [[nodiscard]] QString trackName(int, int) const override { return {}; }
  [[nodiscard]] bool laneHasGlyph(int lane) const override { return lane == 1; }
  [[nodiscard]] GlyphKind laneGlyph(int) const override { return GlyphKind::Message; }
};

SceneLane lane(int number, LaneRole role, double y, double height, double rowHeight) {
  SceneLane result;
  result.lane = number;
  result.role = role;
  result.rect = {0, y, kWidth, height};
  result.rows = 1;
  result.rowsY = y + 4;
  result.rowHeightPx = rowHeight;
  return result;
}

/// A lane of tracks above a lane of events; nothing in them yet.
Scene emptyScene() {
  Scene scene;
  scene.widthPx = kWidth;
  scene.heightPx = kHeight;
  scene.axisHeightPx = 40;
  scene.lanes = {lane(0, LaneRole::Tracks, 40, 30, 19), lane(1, LaneRole::Events, 70, 100, 20)};
  scene.todayX = 390.25;
  return scene;
}

SceneMark glyphMark(std::uint32_t item, double x, double y) {
  SceneMark mark;
  mark.item = ItemIndex(item);
  mark.lane = 1;
  mark.glyph = GlyphKind::Message;
  mark.glyphRect = {x, y, 12, 12};
  return mark;
}

SceneMark barMark(std::uint32_t item, double x, double width, bool pale) {
  SceneMark mark = glyphMark(item, x + 2, 98);
  mark.glyph = GlyphKind::Summit;
  mark.bar.rect = pale ? SceneRect{x, 96, width, 17} : SceneRect{x, 101, width, 6};
  mark.bar.solidBeginX = mark.bar.innerBeginX = x;
  mark.bar.solidEndX = mark.bar.innerEndX = x + width;
  mark.bar.pale = pale;
  return mark;
}

const Theme& light() {
  return theme(ThemeName::Light);
}
const SceneFonts& fonts() {
  static const SceneFonts all = sceneFonts(typeFaces(QFont()));
  return all;
}

QImage body(const Scene& scene, const SceneState& state = {}, double pixelRatio = 1,
            const QRectF& exposed = QRectF(0, 0, kWidth, kHeight)) {
  QImage image(QSize(kWidth, kHeight) * pixelRatio, QImage::Format_RGB32);
  image.setDevicePixelRatio(pixelRatio);
  image.fill(Qt::magenta);
  QPainter painter(&image);
  paintBody(painter, scene, NoTexts(), state, light(), fonts(), exposed);
  return image;
}

/// Where two pictures differ, as the smallest rectangle around all such pixels.
QRect difference(const QImage& a, const QImage& b) {
  QRect all;
  for (int y = 0; y < a.height(); ++y) {
    for (int x = 0; x < a.width(); ++x) {
      if (a.pixel(x, y) != b.pixel(x, y)) all |= QRect(x, y, 1, 1);
    }
  }
  return all;
}

Scene with(const SceneMark& mark) {
  Scene scene = emptyScene();
  scene.marks = {mark};
  return scene;
}

TEST(ScenePainterTest, AMarkIsPaintedWhereItCanBeHitAndNowhereElse) {
  const QImage ground = body(emptyScene());
  for (const SceneMark& mark :
       {glyphMark(1, 50, 80), barMark(2, 60, 100, false), barMark(3, 60.4, 100.3, true)}) {
    const Scene scene = with(mark);
    const QImage picture = body(scene);
    int painted = 0;
    for (int y = 0; y < kHeight; ++y) {
      for (int x = 0; x < kWidth; ++x) {
        if (picture.pixel(x, y) == ground.pixel(x, y)) continue;
        ++painted;
        // A pixel that an edge crosses is painted in part; its centre may lie outside.
        bool hit = false;
        for (const double dx : {0.0, 0.5, 0.999}) {
          for (const double dy : {0.0, 0.5, 0.999})
            hit = hit || mark.hit(x + dx, y + dy);
        }
        EXPECT_TRUE(hit) << "item " << mark.item.value << " at " << x << ", " << y;
      }
    }
    EXPECT_GT(painted, 60) << mark.item.value;
  }
}

TEST(ScenePainterTest, EveryPixelOfAFullBarIsPainted) {
  const QImage ground = body(emptyScene());
  for (const bool pale : {false, true}) {
    const SceneMark mark = barMark(1, 100, 120, pale);
    const QImage picture = body(with(mark));
    const QRect rect(100, static_cast<int>(mark.bar.rect.y), 120, static_cast<int>(mark.bar.rect.height));
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
      for (int x = rect.left() + 20; x <= rect.right(); ++x)
        ASSERT_NE(picture.pixel(x, y), ground.pixel(x, y)) << x << ", " << y;
    }
    EXPECT_EQ(picture.pixelColor(200, rect.center().y()),
              mixed(light().summit, light().canvas, pale ? 0.22 : 0.6));
  }
}

TEST(ScenePainterTest, GlyphsHaveTheirKindsColour) {
  EXPECT_EQ(body(with(glyphMark(1, 50, 80))).pixelColor(52, 88), light().message);
  SceneState state;
  state.greyed = {ItemIndex(1)};
  EXPECT_EQ(body(with(glyphMark(1, 50, 80)), state).pixelColor(52, 88), light().greyed);
  SceneMark scheduled = glyphMark(1, 50, 80);
  scheduled.scheduled = true;
  scheduled.glyph = GlyphKind::Pledge;
  EXPECT_EQ(body(with(scheduled)).pixelColor(56, 86), light().canvas) << "hollow";
}

/// Strength of the paint, from 0 (canvas) up, along the middle of the bar.
double strength(const QImage& picture, int x) {
  return 255 - picture.pixelColor(x, 104).red();
}

TEST(ScenePainterTest, ABarFadesFromItsInnerToItsOuterBounds) {
  SceneMark mark = barMark(1, 100, 200, false);
  mark.bar.innerBeginX = 160;
  mark.bar.innerEndX = 240;
  const QImage picture = body(with(mark));
  EXPECT_EQ(picture.pixel(170, 104), picture.pixel(230, 104)) << "full between the inner bounds";
  for (int x = 120; x < 158; ++x)
    EXPECT_LE(strength(picture, x), strength(picture, x + 1)) << x;
  for (int x = 242; x < 298; ++x)
    EXPECT_GE(strength(picture, x), strength(picture, x + 1)) << x;
  EXPECT_LT(strength(picture, 120), 0.8 * strength(picture, 200));
  EXPECT_GT(strength(picture, 298), 0.2 * strength(picture, 200)) << "a known bound can still be seen";
}

TEST(ScenePainterTest, UnknownAndApproximateEndsFadeToNothing) {
  SceneMark unknown = barMark(1, 100, 200, false);
  unknown.bar.innerEndX = 200;
  unknown.bar.fadesOut = true;
  const QImage faded = body(with(unknown));
  EXPECT_LT(strength(faded, 298), 0.05 * strength(faded, 180));
  SceneMark approximate = barMark(1, 100, 200, false);
  approximate.approximate = true;
  approximate.bar.solidBeginX = approximate.bar.innerEndX = 160;
  approximate.bar.solidEndX = approximate.bar.innerBeginX = 240;
  const QImage about = body(with(approximate));
  EXPECT_LT(strength(about, 299), 0.1 * strength(about, 200));
  EXPECT_LT(strength(about, 270), 0.7 * strength(about, 200));
  EXPECT_GT(strength(about, 270), 0.3 * strength(about, 200));
  EXPECT_EQ(about.pixel(165, 104), about.pixel(235, 104)) << "between its bounds it is as strong all over";
  SceneMark day = barMark(1, 100, 200, false);
  day.bar.innerBeginX = 300;
  day.bar.innerEndX = 100;
  const QImage single = body(with(day));
  EXPECT_EQ(single.pixel(130, 104), single.pixel(299, 104)) << "a single date is as strong all over";
}

TEST(ScenePainterTest, AnUncertainBarIsHatchedAlike) {
  SceneMark mark = barMark(1, 100, 200, true);
  mark.uncertain = true;
  const QImage picture = body(with(mark));
  // Lines at 45 degrees: one pixel down, one to the left, the same tone.
  int same = 0;
  int tones = 0;
  for (int x = 140; x < 280; ++x) {
    same += picture.pixel(x, 100) == picture.pixel(x - 1, 101) ? 1 : 0;
    tones += picture.pixel(x, 100) != picture.pixel(x + 1, 100) ? 1 : 0;
  }
  EXPECT_GT(same, 130);
  EXPECT_GT(tones, 50) << "stripes";
}

TEST(ScenePainterTest, OneFoldLooksLikeACard) {
  Scene scene = emptyScene();
  SceneFold fold;
  fold.lane = 1;
  fold.rect = {200, 140, 34, 16};
  fold.items = {ItemIndex(1), ItemIndex(2)};
  fold.mostly = GlyphKind::Pledge;
  scene.folds = {fold};
  const QImage picture = body(scene);
  EXPECT_EQ(picture.pixelColor(216, 140), light().pledge) << "edge in the kind's colour";
  EXPECT_EQ(picture.pixelColor(203, 142), light().canvas);
  const QRect painted = difference(picture, body(emptyScene()));
  EXPECT_TRUE(QRect(200, 140, 36, 18).contains(painted)) << "card and the edge 2 px behind it";
  SceneState state;
  state.selected = {ItemIndex(2)};
  EXPECT_EQ(body(scene, state).pixelColor(203, 143), light().selectedFill) << "selected through an item";
}

TEST(ScenePainterTest, SelectionFocusAndHoverAreSeen) {
  const SceneMark mark = glyphMark(7, 50, 80);
  const Scene scene = with(mark);
  const QImage plain = body(scene);
  SceneState state;
  state.selected = {ItemIndex(7)};
  const QRectF extent = markExtent(scene, mark);
  EXPECT_TRUE(extent.contains(QRectF(50, 80, 12, 12)));
  const QImage selected = body(scene, state);
  EXPECT_TRUE(extent.toAlignedRect().contains(difference(plain, selected)));
  EXPECT_EQ(selected.pixelColor(48, 86), light().selectedFill);
  EXPECT_EQ(selected.pixelColor(56, static_cast<int>(extent.top())), light().accent);
  state = {};
  state.focused = ItemIndex(7);
  EXPECT_EQ(body(scene, state), plain) << "the keyboard is elsewhere";
  state.showFocus = true;
  const QImage focused = body(scene, state);
  EXPECT_EQ(focused.pixelColor(56, static_cast<int>(extent.top()) - 3), light().accent);
  EXPECT_EQ(focused.pixelColor(56, static_cast<int>(extent.top()) - 1), light().canvas) << "the gap";
  state = {};
  state.hovered = ItemIndex(7);
  EXPECT_FALSE(difference(plain, body(scene, state)).isEmpty());
}

TEST(ScenePainterTest, TracksHaveBarsAndStartTicks) {
  Scene scene = emptyScene();
  SceneTrackBar bar;
  bar.item = ItemIndex(1);
  bar.rect = {100, 46, 150, 16};
  bar.beginsInside = true;
  scene.trackBars = {bar};
  const QImage plain = body(scene);
  EXPECT_EQ(plain.pixelColor(101, 50), light().period);
  EXPECT_EQ(plain.pixelColor(102, 50), light().trackBar);
  EXPECT_EQ(plain.pixelColor(249, 47), light().trackBar);
  scene.trackBars[0].arrowEnd = true;
  const QImage open = body(scene);
  EXPECT_EQ(open.pixelColor(249, 47), light().canvas) << "pointed";
  EXPECT_TRUE(QRect(100, 46, 150, 16).contains(difference(open, body(emptyScene()))));
}

TEST(ScenePainterTest, DensityColumnsFollowTheirCounts) {
  Scene scene = emptyScene();
  SceneDensity density;
  density.lane = 1;
  density.rect = {0, 74, 12, 20};
  density.columnPx = 4;
  density.counts = {1, 0, 10};
  scene.densities = {density};
  const QImage picture = body(scene);
  EXPECT_EQ(picture.pixelColor(1, 80), light().densityRamp.front());
  EXPECT_EQ(picture.pixelColor(5, 80), light().canvas) << "zero is bare canvas";
  EXPECT_EQ(picture.pixelColor(9, 80), light().densityRamp.back());
}

TEST(ScenePainterTest, LinesAreSharpAtBothPixelRatios) {
  Scene scene = emptyScene();
  scene.majorTicks = {{Instant{0}, 120.7, 300}};
  for (const int ratio : {1, 2}) {
    const QImage picture = body(scene, {}, ratio);
    const int y = 180 * ratio;
    const QColor line = picture.pixelColor(120 * ratio, y);
    EXPECT_EQ(line, mixed(light().hairline, light().canvas, 0.6)) << ratio;
    EXPECT_EQ(picture.pixelColor(121 * ratio - 1, y), line) << ratio;
    EXPECT_EQ(picture.pixelColor(120 * ratio - 1, y), light().canvas) << ratio;
    EXPECT_EQ(picture.pixelColor(121 * ratio, y), light().canvas) << ratio;
    EXPECT_EQ(picture.pixelColor(390 * ratio, y), light().ink) << "today, " << ratio;
  }
}

TEST(ScenePainterTest, OnlyWhatIsExposedIsPaintedAndTheAxisIsLeftAlone) {
  Scene scene = with(barMark(1, 60, 200, true));
  const QRectF exposed(80, 90, 100, 20);
  const QImage part = body(scene, {}, 1, exposed);
  const QImage whole = body(scene);
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) {
      const bool inside = exposed.toRect().contains(x, y);
      ASSERT_EQ(part.pixelColor(x, y), inside ? whole.pixelColor(x, y) : QColor(Qt::magenta))
          << x << ", " << y;
    }
  }
  EXPECT_EQ(whole.pixelColor(10, 39), QColor(Qt::magenta));
  EXPECT_EQ(whole.pixelColor(10, 41), light().canvas);
}

TEST(ScenePainterTest, TheTodayTagStaysInViewAndSaysWhereTodayIs) {
  const auto inkColumns = [](double todayX, int tierTop) {
    Scene scene = emptyScene();
    scene.todayX = todayX;
    QImage image(kWidth, kHeight, QImage::Format_RGB32);
    QPainter painter(&image);
    paintAxis(painter, scene, light(), fonts());
    QRect tag;
    for (int x = 0; x < kWidth; ++x) {
      if (image.pixelColor(x, tierTop + 4) == light().ink) tag |= QRect(x, 0, 1, 1);
    }
    return tag;
  };
  const QRect inView = inkColumns(200, 20);
  EXPECT_GT(inView.width(), 20);
  EXPECT_EQ(inView.right(), 200) << "ends at the line";
  EXPECT_EQ(inkColumns(3, 20).left(), 3) << "no room on the left";
  EXPECT_LT(inkColumns(-50, 0).left(), 4);
  EXPECT_GT(inkColumns(kWidth + 1e6, 0).right(), kWidth - 5);
  EXPECT_TRUE(inkColumns(-50, 20).isEmpty());
}

TEST(ScenePainterTest, ThePainterIsLeftAsItWas) {
  QImage image(kWidth + 148, kHeight, QImage::Format_RGB32);
  QPainter painter(&image);
  painter.setPen(Qt::red);
  const QFont font = painter.font();
  paintScene(painter, with(glyphMark(1, 50, 80)), NoTexts(), {}, light(), fonts(), image.rect());
  EXPECT_EQ(painter.pen().color(), QColor(Qt::red));
  EXPECT_EQ(painter.font(), font);
  EXPECT_FALSE(painter.hasClipping());
  EXPECT_TRUE(painter.transform().isIdentity());
  painter.end();
  EXPECT_EQ(image.pixelColor(148 + 52, 88), light().message) << "the body stands right of the headers";
  EXPECT_EQ(image.pixelColor(14, 86), light().message) << "the lane's glyph";
  EXPECT_EQ(image.pixelColor(5, 190), light().header);
}

TEST(FontLabelMeasureTest, MeasuresWithTheFontItIsGivenAndKnowsEmptyLabels) {
  class TwoLabels : public NoTexts {
   public:
    [[nodiscard]] QString label(ItemIndex item) const override {
      ++asked;
      return item.value == 0 ? QString() : QStringLiteral("The Hague 2025");
    }
    mutable int asked = 0;
  };
  const TwoLabels texts;
  const FontLabelMeasure plain(texts, fonts().label);
  const FontLabelMeasure strong(texts, fonts().labelStrong);
  EXPECT_EQ(strong.labelWidthPx(ItemIndex(0)), 0);
  EXPECT_GT(strong.labelWidthPx(ItemIndex(1)), 30);
  EXPECT_GE(strong.labelWidthPx(ItemIndex(1)), plain.labelWidthPx(ItemIndex(1)));
  const int asked = texts.asked;
  EXPECT_EQ(strong.labelWidthPx(ItemIndex(1)), strong.labelWidthPx(ItemIndex(1)));
  EXPECT_EQ(texts.asked, asked) << "each label is measured once";
}

}  // namespace
}  // namespace entente
