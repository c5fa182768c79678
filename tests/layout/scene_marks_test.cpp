// SPDX-License-Identifier: GPL-3.0-or-later
// Where glyphs, labels and bars of hand-made marks and tracks stand, at the edges of the picture above all.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/layout/scene_builder.h"
#include "core/time/civil.h"
#include "core/time/time_scale.h"
#include "tests/layout/scene_checks.h"

namespace entente {
namespace {

class NoLabels : public LabelMeasure {
 public:
  [[nodiscard]] double labelWidthPx(ItemIndex) const override { return 0; }
};

TEST(SceneMarks, GlyphAndLabelStickToTheLeftEdgeWithinTheirBar) {
  // Ten weeks after each other, 360 px each; a label has 20 to 149 px, that of the seventh none.
  std::vector<SliceMark> weeks;
  const Instant monday = startOfDay({2025, 3, 3});
  for (int week = 0; week < 10; ++week) {
    const Instant begin = plusSeconds(monday, week * 7 * kSecondsPerDay);
    const Instant end = plusSeconds(begin, 7 * kSecondsPerDay - 7200);
    SliceMark mark;
    mark.bounds = {begin, begin, end, end};
    weeks.push_back(mark);
  }
  const FakeSlices slices({{LaneRole::Events, 0, weeks}});
  const FakeLabels labels;
  SceneBuilder builder(slices, labels, anyDensity());
  std::size_t stuck = 0;
  for (int hours = -200; hours < 70 * 24; hours += 3) {
    const Instant begin = plusSeconds(monday, hours * 3600);
    const Scene scene = builder.build({{begin, plusSeconds(begin, 14 * kSecondsPerDay)}, 720, 200, kNow});
    ASSERT_EQ(overlapsIn(scene), 0U);
    for (const SceneMark& mark : scene.marks) {
      ASSERT_EQ(mark.row, 0);
      ASSERT_TRUE(mark.bar.pale);
      const double left =
          scene.todayX -
          static_cast<double>(kNow.seconds - weeks[mark.item.value].bounds.earliestBegin.seconds) * 720 /
              (14.0 * kSecondsPerDay);
      const double group =
          14 + (labels.labelWidthPx(mark.item) > 0 ? labels.labelWidthPx(mark.item) + 12 : 0);
      const double room = (7 * 24 - 2) * 720 / (14.0 * 24) - group;
      ASSERT_NEAR(mark.glyphRect.x, 2 + std::clamp(0.0, left, left + room), 1e-6);
      if (!mark.labelRect.isEmpty()) {
        ASSERT_NEAR(mark.labelRect.x, mark.glyphRect.right() + 4, 1e-6);
      }
      stuck += left < 0 && mark.glyphRect.x == 2 ? 1 : 0;
    }
  }
  EXPECT_GT(stuck, 200U);
}

TEST(SceneMarks, ApproximateBarsReachAUnitBeyondTheirBounds) {
  const FakeSlices slices({{LaneRole::Events, 0, {markOf("2025-05~"), markOf("2025-05?")}}});
  const NoLabels labels;
  SceneBuilder builder(slices, labels, anyDensity());
  const TimeSpan year{startOfYear(2025), startOfYear(2026)};
  const Scene scene = builder.build({year, 3650, 200, kNow});  // 10 px a day
  ASSERT_EQ(scene.marks.size(), 2U);
  for (const SceneMark& mark : scene.marks) {
    const double may = 1200;  // behind 120 days
    const double june = 1510;
    EXPECT_NEAR(mark.bar.solidBeginX, may, 1e-6);
    EXPECT_NEAR(mark.bar.solidEndX, june, 1e-6);
    EXPECT_NEAR(mark.bar.rect.x, mark.approximate ? may - 300 : may, 1e-6);
    EXPECT_NEAR(mark.bar.rect.right(), mark.approximate ? june + 300 : june, 1e-6);
    EXPECT_NEAR(mark.glyphRect.x, may + 2, 1e-6) << "the glyph stands where the month begins";
  }
}

TEST(SceneMarks, ThinBarsHaveTheirGlyphInsideAndTheirLabelBehind) {
  const FakeSlices slices({{LaneRole::Events, 0, {markOf("2019-02-01/2024-05-31")}}});
  const FakeLabels labels;  // 20 px
  SceneBuilder builder(slices, labels, anyDensity());
  const TimeSpan bar{startOfDay({2019, 2, 1}), startOfDay({2024, 6, 1})};
  for (int month = 0; month < 120; ++month) {
    const Instant begin = startOfMonth(2015 + month / 12, month % 12 + 1);
    const TimeSpan span{begin, plusSeconds(begin, 4 * 365 * kSecondsPerDay)};
    const Scene scene = builder.build({span, 800, 200, kNow});
    if (!bar.overlaps(span)) continue;
    ASSERT_EQ(scene.marks.size(), 1U);
    const SceneMark& mark = scene.marks[0];
    const TimeScale scale(span, 800);
    const double left = scale.x(bar.begin);
    const double right = scale.x(bar.end);
    EXPECT_FALSE(mark.bar.pale);
    EXPECT_NEAR(mark.bar.rect.x, std::clamp(left, -200.0, 1000.0), 1e-6);
    EXPECT_NEAR(mark.bar.rect.right(), std::clamp(right, -200.0, 1000.0), 1e-6);
    EXPECT_NEAR(mark.glyphRect.x, 2 + std::max(left, std::min(0.0, right - 14)), 1e-6);
    EXPECT_EQ(mark.labelRect.isEmpty(), right > 812);
    if (!mark.labelRect.isEmpty()) {
      EXPECT_NEAR(mark.labelRect.x, right + 4, 1e-6);
    }
  }
}

TEST(SceneMarks, WhatIsCertainOutsideThePictureStaysCertain) {
  const FakeSlices slices({{LaneRole::Events, 0, {markOf("1990/2030"), markOf("2025-06-24")}}});
  const FakeLabels labels;
  SceneBuilder builder(slices, labels, anyDensity());
  // The last year of the first bar is a fade; the day of the second is nothing but.
  const Scene fade = builder.build({{startOfDay({2030, 6, 1}), startOfDay({2030, 6, 8})}, 700, 200, kNow});
  ASSERT_EQ(fade.marks.size(), 1U);
  EXPECT_LT(fade.marks[0].bar.innerBeginX, fade.marks[0].bar.innerEndX);
  EXPECT_LT(fade.marks[0].bar.innerEndX, 0);
  const Scene day = builder.build({{startOfDay({2025, 6, 22}), startOfDay({2025, 6, 29})}, 700, 200, kNow});
  ASSERT_EQ(day.marks.size(), 2U);
  for (const SceneMark& mark : day.marks) {
    EXPECT_EQ(mark.bar.innerBeginX < mark.bar.innerEndX, mark.item.value == 0);
  }
}

TEST(SceneMarks, AMarkAtTheEdgeIsThereThoughItsMiddleIsNot) {
  const FakeSlices slices({{LaneRole::Events, 0, {markOf("2020-01"), markOf("2020-03")}}});
  const NoLabels labels;
  SceneBuilder builder(slices, labels, anyDensity());
  // 13 px a month: a second of either month is in view, the middles are 6 px and more outside.
  const TimeSpan span{plusSeconds(startOfMonth(2020, 2), -1), plusSeconds(startOfMonth(2020, 3), 1)};
  const Scene scene = builder.build({span, 12, 200, kNow});
  EXPECT_EQ(scene.marks.size(), 2U);
  EXPECT_EQ(scene.lanes[0].inSpan, 2U);
  // One second less on both sides, and neither is.
  const Scene between = builder.build({{startOfMonth(2020, 2), startOfMonth(2020, 3)}, 12, 200, kNow});
  EXPECT_EQ(between.lanes[0].inSpan, 0U);
  EXPECT_TRUE(between.lanes[0].empty);
}

TEST(SceneMarks, TrackLabelsStickAndFit) {
  const FakeSlices slices(
      {{LaneRole::Tracks, 2, {markOf("2010-01-01/2020-12-31"), markOf("2021-01-01/..")}}});
  const FakeLabels labels;  // 20 and 57 px
  SceneBuilder builder(slices, labels, anyDensity());
  const Scene scene = builder.build({{startOfYear(2018), startOfYear(2028)}, 1000, 300, kNow});
  ASSERT_EQ(scene.trackBars.size(), 2U);
  const SceneTrackBar& past = scene.trackBars[0];
  EXPECT_EQ(past.rect.x, 0);
  EXPECT_NEAR(past.rect.right(), 300, 1);
  EXPECT_EQ(past.labelRect.x, 6);
  EXPECT_FALSE(past.beginsInside);
  EXPECT_FALSE(past.arrowEnd);
  const SceneTrackBar& present = scene.trackBars[1];
  EXPECT_NEAR(present.rect.x, 300, 1);
  EXPECT_NEAR(present.rect.right(), scene.todayX, 1.5);
  EXPECT_NEAR(present.labelRect.x, present.rect.x + 6, 1e-9);
  EXPECT_EQ(present.labelRect.width, 57);
  EXPECT_TRUE(present.beginsInside);
  EXPECT_TRUE(present.arrowEnd);
  EXPECT_EQ(present.rect.height, 16);

  // 68 px of the second bar are in view, then 70: its text and twice the inset are 69.
  const auto viewOf = [&](int days) {
    const Instant end = plusSeconds(startOfYear(2021), days * kSecondsPerDay);
    return builder.build({{plusSeconds(end, -1000 * kSecondsPerDay), end}, 1000, 300, kNow});
  };
  EXPECT_TRUE(viewOf(68).trackBars[1].labelRect.isEmpty());
  EXPECT_FALSE(viewOf(70).trackBars[1].labelRect.isEmpty());
}

}  // namespace
}  // namespace entente
