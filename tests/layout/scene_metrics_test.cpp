// SPDX-License-Identifier: GPL-3.0-or-later
// Sizes for larger and smaller text: nothing overlaps, everything can be hit, glyphs stay large enough.
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "core/layout/scene_builder.h"
#include "tests/layout/scene_checks.h"

namespace entente {
namespace {

constexpr double kScales[] = {0.5, 0.8, 0.9, 1.1, 1.25, 1.5, 1.75, 2.0, 3.0};

/// The labels of the text at a scale.
class ScaledLabels : public LabelMeasure {
 public:
  explicit ScaledLabels(double scale) : m_scale(scale) {}
  [[nodiscard]] double labelWidthPx(ItemIndex item) const override {
    return std::ceil(FakeLabels().labelWidthPx(item) * m_scale);
  }

 private:
  double m_scale;
};

SceneMetrics denseAt(double scale) {
  SceneMetrics metrics = scaledMetrics(scale);
  metrics.leastDense = 0;
  return metrics;
}

TEST(SceneMetricsTest, AtOneTheyAreTheUsualOnes) {
  const FakeLabels labels;
  std::mt19937 random(31);
  const FakeSlices slices = someLanes(random);
  SceneBuilder usual(slices, labels, SceneMetrics());
  SceneBuilder scaled(slices, labels, scaledMetrics(1));
  const auto name = [](ItemIndex item) { return std::to_string(item.value); };
  for (int i = 0; i < 40; ++i) {
    const SceneRequest request = randomRequest(random);
    ASSERT_EQ(dumpScene(scaled.build(request), name), dumpScene(usual.build(request), name));
  }
}

TEST(SceneMetricsTest, FollowTheScale) {
  for (const double scale : kScales) {
    const SceneMetrics m = scaledMetrics(scale);
    EXPECT_EQ(m.scale, scale);
    EXPECT_NEAR(m.rowHeightPx, 20 * scale, 1) << scale;
    EXPECT_NEAR(m.axisHeightPx, 40 * scale, 1) << scale;
    EXPECT_NEAR(m.foldWidthPx, 34 * scale, 0.5) << scale;
    EXPECT_GE(m.glyphPx, kLeastGlyphPx) << scale;
    EXPECT_EQ(m.rowHeightPx, std::round(m.rowHeightPx));
    EXPECT_LE(m.labelHeightPx, m.rowHeightPx);
    EXPECT_LE(m.paleBarHeightPx, m.rowHeightPx);
    EXPECT_LE(m.trackBarHeightPx, m.trackHeightPx);
    EXPECT_LE(m.glyphPx, m.rowHeightPx);
    EXPECT_LT(m.glyphInBarPx + m.glyphPx / 2, m.barFromPx) << "the glyph is in its bar";
    EXPECT_GE(m.glyphInBarPx, m.glyphPx / 2);
  }
  EXPECT_EQ(scaledMetrics(0.01).scale, 0.5);
  EXPECT_EQ(scaledMetrics(99).scale, 4);
}

TEST(SceneMetricsTest, NothingOverlapsAtAnyScale) {
  std::mt19937 random(32);
  std::size_t marks = 0;
  for (const double scale : kScales) {
    const FakeSlices slices = someLanes(random);
    const ScaledLabels labels(scale);
    SceneBuilder builder(slices, labels, denseAt(scale));
    for (int i = 0; i < 25; ++i) {
      const Scene scene = builder.build(randomRequest(random));
      EXPECT_EQ(scene.scale, scale);
      ASSERT_EQ(overlapsIn(scene), 0U) << scale;
      marks += scene.marks.size();
      for (const SceneMark& mark : scene.marks) {
        EXPECT_GE(mark.glyphRect.width, kLeastGlyphPx);
        EXPECT_TRUE(mark.hit(mark.glyphRect.x + 1, mark.glyphRect.y + 1));
        if (!mark.bar.rect.isEmpty() && mark.bar.rect.x >= 0) {
          EXPECT_GE(mark.glyphRect.x, mark.bar.rect.x - 1e-6) << scale;
        }
      }
    }
  }
  EXPECT_GT(marks, 1'500U);
}

}  // namespace
}  // namespace entente
