// SPDX-License-Identifier: GPL-3.0-or-later
// Greyed, found and disputed marks, folds and densities; headers that are wide enough; larger text.
#include <gtest/gtest.h>

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <algorithm>

#include "app/render/badge.h"
#include "app/render/scene_painter.h"
#include "core/time/civil.h"

namespace entente {
namespace {

constexpr int kWidth = 400;
constexpr int kHeight = 200;

/// Item n is called "Event n" and disputed in n fields; lane 1 has three disputed events.
class SomeTexts : public SceneTexts {
 public:
  [[nodiscard]] QString label(ItemIndex item) const override {
    return withLabels ? QStringLiteral("Event %1").arg(item.value) : QString();
  }
  [[nodiscard]] int badge(ItemIndex item) const override { return static_cast<int>(item.value); }
  [[nodiscard]] std::uint32_t laneBadges(int lane, TimeSpan) const override {
    return lane == 1 ? disputed : 0;
  }
  [[nodiscard]] QString laneName(int lane) const override {
    return lane == 0 ? QStringLiteral("Offices") : name;
  }
  [[nodiscard]] QString trackName(int, int) const override { return QStringLiteral("United States"); }
  [[nodiscard]] bool laneHasGlyph(int lane) const override { return lane == 1; }
  [[nodiscard]] GlyphKind laneGlyph(int) const override { return GlyphKind::Message; }

  bool withLabels = true;
  std::uint32_t disputed = 3;
  QString name = QStringLiteral("Machine-coded");
};

/// Says how many there are; is never asked for more.
class Counted : public SliceSource {
 public:
  Counted(std::uint32_t events, int trackCount) : m_events(events), m_tracks(trackCount) {}
  [[nodiscard]] int laneCount() const override { return 2; }
  [[nodiscard]] LaneSummary lane(int lane) const override {
    return lane == 0 ? LaneSummary{LaneRole::Tracks, 2, m_tracks}
                     : LaneSummary{LaneRole::Events, m_events, 0};
  }
  [[nodiscard]] Marks marks(int, TimeSpan, std::size_t) const override { return {}; }
  void density(int, TimeSpan, std::span<std::uint32_t>) const override {}

 private:
  std::uint32_t m_events;
  int m_tracks;
};

const Theme& light() {
  return theme(ThemeName::Light);
}

SceneFonts fontsAt(double scale) {
  return sceneFonts(typeFaces(QFont(), scale));
}

Scene emptyScene() {
  Scene scene;
  scene.span = {startOfYear(2020), startOfYear(2024)};
  scene.widthPx = kWidth;
  scene.heightPx = kHeight;
  scene.axisHeightPx = 40;
  SceneLane lane;
  lane.lane = 1;
  lane.rect = {0, 40, kWidth, 120};
  lane.rows = 3;
  lane.rowsY = 44;
  lane.rowHeightPx = 20;
  lane.inSpan = 12;
  scene.lanes = {lane};
  scene.todayX = 390;
  return scene;
}

SceneMark markAt(std::uint32_t item, double x, LabelSide side, double labelWidth) {
  SceneMark mark;
  mark.item = ItemIndex(item);
  mark.lane = 1;
  mark.glyph = GlyphKind::Message;
  mark.glyphRect = {x, 80, 12, 12};
  mark.labelSide = side;
  if (side == LabelSide::Right) mark.labelRect = {x + 16, 78, labelWidth, 16};
  if (side == LabelSide::Left) mark.labelRect = {x - 4 - labelWidth, 78, labelWidth, 16};
  return mark;
}

SceneFold foldOf(const std::vector<std::uint32_t>& items, double width = 34) {
  SceneFold fold;
  fold.lane = 1;
  fold.rect = {200, 140, width, 16};
  for (const std::uint32_t item : items)
    fold.items.emplace_back(item);
  fold.mostly = GlyphKind::Pledge;
  return fold;
}

QImage body(const Scene& scene, const SceneState& state = {}, const SomeTexts& texts = {}) {
  QImage image(kWidth, kHeight, QImage::Format_RGB32);
  image.fill(Qt::magenta);
  QPainter painter(&image);
  paintBody(painter, scene, texts, state, light(), fontsAt(1), image.rect());
  return image;
}

int count(const QImage& image, const QRect& where, const QColor& color) {
  int found = 0;
  for (int y = where.top(); y <= where.bottom(); ++y) {
    for (int x = where.left(); x <= where.right(); ++x)
      found += image.valid(x, y) && image.pixelColor(x, y) == color ? 1 : 0;
  }
  return found;
}

const QRect kAll(0, 0, kWidth, kHeight);

TEST(SceneStates, WithOnlyHitsEveryOtherMarkIsGrey) {
  SomeTexts bare;
  bare.withLabels = false;
  Scene scene = emptyScene();
  scene.marks = {markAt(1, 50, LabelSide::None, 0), markAt(2, 150, LabelSide::None, 0)};
  SceneState state;
  state.onlyHits = true;
  state.hits = {ItemIndex(2)};
  const QImage picture = body(scene, state, bare);
  EXPECT_EQ(picture.pixelColor(52, 88), light().greyed);
  EXPECT_EQ(picture.pixelColor(152, 88), light().message);
  EXPECT_GT(count(picture, {146, 76, 20, 20}, light().ink), 10) << "the line around what was found";
  EXPECT_EQ(count(picture, {46, 76, 20, 20}, light().ink), 0);
  state.greyed = {ItemIndex(2)};
  state.hits.clear();
  EXPECT_EQ(body(scene, state, bare).pixelColor(152, 88), light().greyed);
}

TEST(SceneStates, OfficesAreNotLeftOutByASearch) {
  Scene scene = emptyScene();
  SceneTrackBar bar;
  bar.item = ItemIndex(1);
  bar.rect = {100, 46, 150, 16};
  bar.labelRect = {106, 46, 80, 16};
  scene.trackBars = {bar};
  SceneState state;
  state.onlyHits = true;
  EXPECT_EQ(body(scene, state), body(scene));
}

TEST(SceneStates, LabelsOfHitsAreSemiboldAndThoseOfGreyedMarksAreQuiet) {
  Scene scene = emptyScene();
  scene.marks = {markAt(0, 50, LabelSide::Right, 80)};
  const QRect label(66, 78, 80, 16);
  SceneState found;
  found.onlyHits = true;
  found.hits = {ItemIndex(0)};
  SceneState greyed;
  greyed.onlyHits = true;
  const auto darkness = [&](const QImage& image) {
    int sum = 0;
    for (int y = label.top(); y <= label.bottom(); ++y) {
      for (int x = label.left(); x <= label.right(); ++x)
        sum += 255 - image.pixelColor(x, y).red();
    }
    return sum;
  };
  EXPECT_GT(darkness(body(scene, found)), darkness(body(scene)));
  EXPECT_LT(darkness(body(scene, greyed)), darkness(body(scene)));
}

TEST(SceneStates, ABadgeStandsAtTheEndOfItsLabelWithinWhatWasMeasured) {
  const SomeTexts texts;
  const FontLabelMeasure measure(texts, fontsAt(1).labelStrong);
  const QImage ground = body(emptyScene());
  for (const LabelSide side : {LabelSide::Right, LabelSide::Left}) {
    Scene scene = emptyScene();
    scene.marks = {markAt(2, 180, side, measure.labelWidthPx(ItemIndex(2)))};
    const SceneRect& label = scene.marks[0].labelRect;
    const QImage picture = body(scene);
    const double text = QFontMetricsF(fontsAt(1).label).horizontalAdvance(texts.label(ItemIndex(2)));
    const BadgeSize badge = badgeSize(fontsAt(1).badge, nullptr, 2);
    const double end = side == LabelSide::Left ? label.right() : label.x + text + badge.allPx();
    const QRect yellow(static_cast<int>(end - badge.widthPx), 78, static_cast<int>(badge.widthPx), 16);
    EXPECT_GT(count(picture, yellow, light().disputeFill), 60);
    EXPECT_EQ(count(picture, kAll, light().disputeFill), count(picture, yellow, light().disputeFill));
    // Nothing is painted beyond glyph, label and their halo.
    for (int y = 0; y < kHeight; ++y) {
      for (int x = 0; x < kWidth; ++x) {
        const bool mine = scene.marks[0].hit(x, y) || scene.marks[0].hit(x + 2, y) ||
                          scene.marks[0].hit(x - 2, y) || scene.marks[0].hit(x, y + 1);
        if (mine) continue;
        ASSERT_EQ(picture.pixel(x, y), ground.pixel(x, y)) << x << ", " << y;
      }
    }
    SceneState greyed;
    greyed.onlyHits = true;
    EXPECT_EQ(count(body(scene, greyed), kAll, light().disputeFill), 0) << "a greyed badge is quiet";
    SceneState selected;
    selected.selected = {ItemIndex(2)};
    EXPECT_EQ(count(body(scene, selected), kAll, light().disputeFill),
              count(picture, kAll, light().disputeFill))
        << "and stays with a selection";
  }
}

TEST(SceneStates, BadgesAreMeasuredWithTheirLabels) {
  const SomeTexts texts;
  const SceneFonts fonts = fontsAt(1);
  const FontLabelMeasure measure(texts, fonts.labelStrong);
  const auto alone = [&](std::uint32_t item) {
    return std::ceil(QFontMetricsF(fonts.labelStrong).horizontalAdvance(texts.label(ItemIndex(item))));
  };
  EXPECT_EQ(measure.labelWidthPx(ItemIndex(0)), alone(0));
  const BadgeSize one = badgeSize(fonts.badge, nullptr, 1);
  EXPECT_GT(one.widthPx, 15);
  EXPECT_EQ(measure.labelWidthPx(ItemIndex(1)), alone(1) + one.gapPx + one.widthPx);
  EXPECT_GT(badgeSize(fonts.badge, nullptr, 17).widthPx, one.widthPx);
  EXPECT_EQ(badgeSize(fonts.badge, nullptr, 0).allPx(), 0);
  SomeTexts bare;
  bare.withLabels = false;
  EXPECT_EQ(FontLabelMeasure(bare, fonts.labelStrong).labelWidthPx(ItemIndex(3)), 0)
      << "no badge without a label";
}

TEST(SceneStates, AFoldIsGreyIfAllInItIsAndMarkedIfAnyWasFound) {
  Scene scene = emptyScene();
  scene.folds = {foldOf({1, 2, 3})};
  SceneState state;
  state.onlyHits = true;
  EXPECT_EQ(body(scene, state).pixelColor(216, 140), light().greyed);
  state.hits = {ItemIndex(2)};
  const QImage marked = body(scene, state);
  EXPECT_EQ(marked.pixelColor(216, 140), light().pledge);
  EXPECT_NE(marked, body(scene));
  SceneState some;
  some.greyed = {ItemIndex(1), ItemIndex(2)};
  EXPECT_EQ(body(scene, some), body(scene)) << "one of them is not left out";
}

TEST(SceneStates, AWideFoldSaysHowManyWereFound) {
  const auto written = [](double width) {
    Scene scene = emptyScene();
    scene.folds = {foldOf({1, 2, 3}, width)};
    SceneState state;
    state.onlyHits = true;
    state.hits = {ItemIndex(2)};
    const QImage picture = body(scene, state);
    QRect ink;
    for (int y = 142; y < 155; ++y) {
      for (int x = 202; x < 200 + static_cast<int>(width) - 2; ++x) {
        if (picture.pixelColor(x, y).lightness() < 100) ink |= QRect(x, y, 1, 1);
      }
    }
    return ink.width();
  };
  EXPECT_GT(written(90), written(34) + 15) << "1 of 3";
}

TEST(SceneStates, AGreyedDensityKeepsTheColumnsOfItsHits) {
  Scene scene = emptyScene();
  SceneDensity density;
  density.lane = 1;
  density.rect = {0, 100, kWidth, 20};
  density.columnPx = 100;
  density.counts = {10, 10, 10, 10};
  scene.densities = {density};
  SceneState state;
  state.greyedDensities = {{1, {startOfDay({2021, 7, 1})}}};
  const QImage picture = body(scene, state);
  EXPECT_EQ(picture.pixelColor(50, 110), light().greyed);
  EXPECT_EQ(picture.pixelColor(150, 110), light().densityRamp.back());
  EXPECT_EQ(picture.pixelColor(250, 110), light().greyed);
  state.greyedDensities[0].lane = 0;
  EXPECT_EQ(body(scene, state), body(scene));
}

QImage headers(const Scene& scene, const SomeTexts& texts, double width, double scale = 1) {
  QImage image(static_cast<int>(width), kHeight, QImage::Format_RGB32);
  QPainter painter(&image);
  paintHeaders(painter, scene, texts, light(), fontsAt(scale), image.rect(), width);
  return image;
}

TEST(SceneHeaders, SayHowManyEventsAreDisputedIfThereIsRoom) {
  SomeTexts texts;
  Scene scene = emptyScene();
  EXPECT_GT(count(headers(scene, texts, 148), {0, 64, 148, 20}, light().disputeFill), 60);
  scene.lanes[0].rows = 1;
  EXPECT_EQ(count(headers(scene, texts, 148), {0, 0, 148, kHeight}, light().disputeFill), 0);
  scene.lanes[0].rows = 2;
  texts.disputed = 0;
  EXPECT_EQ(count(headers(scene, texts, 148), {0, 0, 148, kHeight}, light().disputeFill), 0);
}

TEST(SceneHeaders, AreAsWideAsTheirNamesNeed) {
  SomeTexts texts;
  for (const double scale : {0.8, 1.0, 1.3, 2.0}) {
    SCOPED_TRACE(scale);
    const SceneFonts fonts = fontsAt(scale);
    texts.name = QStringLiteral("X");
    EXPECT_EQ(headerWidthFor(Counted(9, 0), texts, fonts, scale), headerWidthPx(scale));
    texts.name = QStringLiteral("Machine-coded");
    const double wide = headerWidthFor(Counted(1'660'000, 2), texts, fonts, scale);
    const double name = QFontMetricsF(fonts.laneName).horizontalAdvance(texts.name);
    const double number = QFontMetricsF(fonts.count).horizontalAdvance(QStringLiteral("1.66 M"));
    EXPECT_GE(wide, 30 * scale + name + 8 * scale + number + 12 * scale - 3);
    const double both = QFontMetricsF(fonts.laneName).horizontalAdvance(QStringLiteral("Offices")) +
                        QFontMetricsF(fonts.headerCaption).horizontalAdvance(QStringLiteral("United States"));
    EXPECT_GE(headerWidthFor(Counted(0, 1), texts, fonts, scale), both + 32 * scale - 3);
    EXPECT_EQ(wide, std::round(wide));
    texts.name = QString(200, QLatin1Char('m'));
    EXPECT_EQ(headerWidthFor(Counted(9, 0), texts, fonts, scale), std::floor(1.4 * headerWidthPx(scale)))
        << "elided";
  }
  EXPECT_EQ(headerWidthPx(1), kHeaderWidthPx);
  EXPECT_EQ(headerWidthPx(1.251), 185);
}

TEST(SceneScale, AFrameFollowsTheScale) {
  Scene scene = emptyScene();
  const SceneMark mark = markAt(0, 50, LabelSide::None, 0);
  EXPECT_EQ(markExtent(scene, mark).height(), 19);
  scene.scale = 2;
  EXPECT_EQ(markExtent(scene, mark).height(), 38);
}

TEST(SceneDensities, AColumnIsFoundUnderThePointerAndAThinOneBesideIt) {
  Scene scene;
  SceneDensity density;
  density.lane = 3;
  density.rect = {10, 100, 20, 20};
  density.columnPx = 2;
  density.counts = {0, 5, 0, 0, 0, 0, 0, 0, 7, 0};
  scene.densities = {density};
  EXPECT_EQ(densityColumnAt(scene, 12.5, 110), (DensityColumn{3, 1}));
  EXPECT_EQ(densityColumnAt(scene, 14.5, 110), (DensityColumn{3, 1})) << "two pixels are hard to hit";
  EXPECT_EQ(densityColumnAt(scene, 18, 110), std::nullopt) << "nothing is there";
  EXPECT_EQ(densityColumnAt(scene, 26.5, 119), (DensityColumn{3, 8}));
  EXPECT_EQ(densityColumnAt(scene, 26.5, 120), std::nullopt);
  EXPECT_EQ(densityColumnAt(scene, 30, 110), std::nullopt);
  scene.densities[0].columnPx = 10;
  scene.densities[0].counts = {0, 5};
  EXPECT_EQ(densityColumnAt(scene, 12, 110), std::nullopt) << "a wide one is only where it is";
}

}  // namespace
}  // namespace entente
