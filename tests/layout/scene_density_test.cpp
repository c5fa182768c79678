// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes with too many events: densities, and the caps that hold whatever the data.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "core/layout/scene_builder.h"
#include "core/time/civil.h"
#include "tests/layout/fake_slices.h"

namespace entente {
namespace {

const Instant kNow = startOfDay({2026, 7, 1});
const TimeSpan kYears{startOfYear(2016), startOfYear(2026)};

/// `count` events of a second, evenly over the span.
std::vector<SliceMark> evenly(TimeSpan span, std::int64_t count) {
  std::vector<SliceMark> marks;
  for (std::int64_t i = 0; i < count; ++i) {
    SliceMark mark;
    const Instant at = plusSeconds(span.begin, span.seconds() / count * i);
    mark.bounds = {at, at, plusSeconds(at, 1), plusSeconds(at, 1)};
    mark.weight = static_cast<std::uint8_t>(i * 7 % 10);
    marks.push_back(mark);
  }
  return marks;
}

class NoLabels : public LabelMeasure {
 public:
  [[nodiscard]] double labelWidthPx(ItemIndex) const override { return 0; }
};

std::size_t labelsOf(const Scene& scene) {
  std::size_t labels = 0;
  for (const SceneMark& mark : scene.marks)
    labels += mark.labelRect.isEmpty() ? 0 : 1;
  for (const SceneTrackBar& bar : scene.trackBars)
    labels += bar.labelRect.isEmpty() ? 0 : 1;
  return labels;
}

TEST(SceneDensity, CountsWhatBeginsInItsColumns) {
  std::mt19937 random(31);
  const FakeSlices slices({{LaneRole::Events, 0, randomMarks(random, kYears, 30'000)}});
  const FakeLabels labels;
  SceneBuilder builder(slices, labels, anyDensity());
  for (int round = 0; round < 60; ++round) {
    const std::int64_t length = std::int64_t{1} << randomBetween(random, 8, 28);
    const Instant begin = plusSeconds(kYears.begin, randomBetween(random, 0, kYears.seconds()));
    const TimeSpan span{begin, plusSeconds(begin, length)};
    const Scene scene = builder.build({span, 800, 400, kNow});
    ASSERT_EQ(scene.densities.size(), 1U);
    ASSERT_TRUE(scene.marks.empty());
    const SceneDensity& density = scene.densities[0];
    ASSERT_GE(density.columnPx, 1 - 1e-9);
    ASSERT_NEAR(density.rect.width, density.columnPx * static_cast<double>(density.counts.size()), 1e-6);
    ASSERT_LE(density.rect.x, 0);
    ASSERT_GE(density.rect.right(), 800 - 1e-6);
    ASSERT_EQ(density.rect.height, 20);

    const TimeScale scale(span, 800);
    std::vector<std::uint32_t> expected(density.counts.size(), 0);
    for (const SliceMark& mark : slices.marksOf(0)) {
      const double into = scale.x(mark.bounds.earliestBegin) - density.rect.x + 1e-7;
      if (into < 0 || into >= density.rect.width) continue;
      ++expected[static_cast<std::size_t>(into / density.columnPx)];
    }
    ASSERT_EQ(density.counts, expected);
  }
}

TEST(SceneDensity, ColumnsStayWhileAPanGoesOn) {
  std::mt19937 random(32);
  const FakeSlices slices({{LaneRole::Events, 0, randomMarks(random, kYears, 25'000)}});
  const FakeLabels labels;
  SceneBuilder builder(slices, labels, anyDensity());
  const TimeSpan span{startOfYear(2018), startOfYear(2020)};
  const SceneDensity before = builder.build({span, 800, 400, kNow}).densities.at(0);
  for (int days = 1; days < 200; days += 7) {
    const TimeSpan later = shifted(span, days * kSecondsPerDay + 4321);
    const Scene scene = builder.build({later, 800, 400, kNow});
    const SceneDensity& after = scene.densities.at(0);
    EXPECT_NEAR(after.columnPx, before.columnPx, 1e-9);
    const double movedBy = TimeScale(span, 800).x(later.begin) + after.rect.x - before.rect.x;
    const double columns = movedBy / before.columnPx;
    EXPECT_NEAR(columns, std::round(columns), 1e-6);
    const auto skip = static_cast<std::size_t>(std::llround(columns));
    for (std::size_t i = 0; i + skip < before.counts.size() && i < after.counts.size(); ++i) {
      ASSERT_EQ(after.counts[i], before.counts[i + skip]);
    }
  }
}

TEST(SceneDensity, OfDaysHasColumnsOfDays) {
  std::vector<SliceMark> days;
  for (int i = 0; i < 300; ++i)
    days.push_back(markOf(i % 2 == 0 ? "2025-06-24" : "2025-06-25"));
  const FakeSlices slices({{LaneRole::Events, 0, days}});
  const FakeLabels labels;
  SceneBuilder builder(slices, labels, anyDensity());
  const Scene scene = builder.build({{startOfDay({2025, 6, 19}), startOfDay({2025, 6, 27})}, 800, 400, kNow});
  ASSERT_EQ(scene.densities.size(), 1U);
  EXPECT_DOUBLE_EQ(scene.densities[0].columnPx, 100);
  EXPECT_EQ(scene.densities[0].counts, (std::vector<std::uint32_t>{0, 0, 0, 0, 0, 150, 150, 0}));
}

TEST(SceneDensity, BeginsAtOneEventPer4PixelsOverAThirdOfTheWidth) {
  // A third of 1200 px holds 100 events at most; they lie within 10 days, which is 399 px of the level at
  // most.
  const ZoomLevel level{29};
  const auto width = static_cast<std::int64_t>(399 * level.secondsPerPixel());
  const TimeSpan place{startOfYear(2020), plusSeconds(startOfYear(2020), width)};
  const auto span = static_cast<std::int64_t>(1200 * level.secondsPerPixel());
  const FakeLabels labels;
  for (const int count : {100, 101}) {
    const FakeSlices slices({{LaneRole::Events, 0, evenly(place, count)}});
    SceneBuilder builder(slices, labels, anyDensity());
    // The same far away from the place: it does not flip while panning.
    for (const Instant begin :
         {startOfYear(2020), startOfYear(2010), plusSeconds(place.begin, -span + 9999)}) {
      const Scene scene = builder.build({{begin, plusSeconds(begin, span)}, 1200, 400, kNow});
      ASSERT_EQ(scene.level, level);
      EXPECT_EQ(scene.densities.size(), count == 101 ? 1U : 0U);
      EXPECT_EQ(scene.lanes[0].rows == 1, count == 101);
    }
  }
}

TEST(SceneDensity, EventsWithoutBeginDoNotCrowdAtTheBeginningOfTime) {
  std::vector<SliceMark> marks;
  for (int year = 1000; year < 1400; ++year) {
    marks.push_back(markOf((year % 2 == 0 ? "/" : "../") + std::to_string(year)));
  }
  const FakeSlices slices({{LaneRole::Events, 0, marks}});
  const FakeLabels labels;
  SceneBuilder builder(slices, labels, anyDensity());
  EXPECT_TRUE(builder.build({{startOfYear(1200), startOfYear(1250)}, 1000, 400, kNow}).densities.empty());
  EXPECT_FALSE(builder.build({{startOfYear(800), startOfYear(1600)}, 1000, 400, kNow}).densities.empty());
}

TEST(SceneDensity, AHundredThousandEventsInALane) {
  std::mt19937 random(33);
  const FakeSlices slices({{LaneRole::Events, 0, randomMarks(random, kYears, 100'000)},
                           {LaneRole::Tracks, 3, randomMarks(random, kYears, 100'000)}});
  const FakeLabels labels;
  SceneBuilder builder(slices, labels, anyDensity());
  for (const std::int64_t seconds : {std::int64_t{1000}, 10 * kSecondsPerDay, kYears.seconds()}) {
    const Instant begin = plusSeconds(kYears.end, -seconds);
    const Scene scene = builder.build({{begin, kYears.end}, 1900, 900, kNow});
    EXPECT_EQ(scene.densities.size(), 1U);
    EXPECT_LE(scene.trackBars.size() + scene.marks.size(), kMostSceneMarks);
    EXPECT_LE(labelsOf(scene), kMostSceneLabels);
    EXPECT_GT(scene.trackBars.size(), 100U);
  }
}

TEST(SceneDensity, AHundredThousandEventsInAHundredLanes) {
  // One per 6 px in each lane: still marks.
  std::vector<FakeSlices::Lane> lanes(100);
  for (auto& lane : lanes)
    lane.marks = evenly(kYears, 1000);
  const FakeSlices slices(lanes);
  const NoLabels labels;
  SceneBuilder builder(slices, labels, anyDensity());
  const Scene scene = builder.build({kYears, 6000, 900'000, kNow});
  EXPECT_TRUE(scene.densities.empty());
  ASSERT_EQ(scene.marks.size(), kMostSceneMarks);
  // Of ten weights a tenth of the events each, the upper two are there.
  EXPECT_EQ(scene.marks.front().weight, 8);
  EXPECT_EQ(scene.marks.back().weight, 9);
}

TEST(SceneDensity, TheWeightiestOf300LabelsStay) {
  std::vector<FakeSlices::Lane> lanes(40);
  for (auto& lane : lanes)
    lane.marks = evenly(kYears, 20);
  const FakeSlices slices(lanes);
  class Short : public LabelMeasure {
   public:
    [[nodiscard]] double labelWidthPx(ItemIndex) const override { return 30; }
  };
  const Short labels;
  SceneBuilder builder(slices, labels, anyDensity());
  const Scene scene = builder.build({kYears, 2000, 900'000, kNow});
  ASSERT_EQ(scene.marks.size(), 800U);
  EXPECT_EQ(labelsOf(scene), kMostSceneLabels);
  // 80 of each weight: all of 9, 8 and 7, and the 60 of weight 6 that come first.
  std::map<int, std::set<int>> lanesWithLabel;
  std::map<int, int> labelsByWeight;
  for (const SceneMark& mark : scene.marks) {
    EXPECT_EQ(mark.labelRect.isEmpty(), mark.labelSide == LabelSide::None);
    if (mark.labelRect.isEmpty()) continue;
    ++labelsByWeight[mark.weight];
    lanesWithLabel[mark.weight].insert(mark.lane);
  }
  ASSERT_EQ(labelsByWeight, (std::map<int, int>{{6, 60}, {7, 80}, {8, 80}, {9, 80}}));
  EXPECT_EQ(*lanesWithLabel[6].rbegin(), 29);
}

TEST(SceneDensity, ALaneOfFewEventsKeepsItsMarks) {
  const TimeSpan week{startOfYear(2020), plusSeconds(startOfYear(2020), 7 * kSecondsPerDay)};
  const FakeLabels labels;
  const SceneMetrics metrics;
  for (const int count : {metrics.leastDense - 1, metrics.leastDense}) {
    const FakeSlices slices({{LaneRole::Events, 0, evenly(week, count)}});
    SceneBuilder builder(slices, labels, metrics);
    const Scene scene = builder.build({{startOfYear(2010), startOfYear(2030)}, 900, 400, kNow});
    EXPECT_EQ(scene.densities.empty(), count < metrics.leastDense) << count;
  }
}

}  // namespace
}  // namespace entente
