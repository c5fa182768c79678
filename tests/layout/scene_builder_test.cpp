// SPDX-License-Identifier: GPL-3.0-or-later
// Properties of scenes of random lanes at many levels and widths.
#include "core/layout/scene_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "core/time/civil.h"
#include "core/time/time_scale.h"
#include "tests/layout/scene_checks.h"

namespace entente {
namespace {

TEST(SceneBuilder, NothingOverlaps) {
  std::mt19937 random(21);
  const FakeLabels labels;
  std::map<std::string, int> seen;
  for (int round = 0; round < 40; ++round) {
    const FakeSlices slices = someLanes(random);
    SceneBuilder builder(slices, labels, anyDensity());
    for (int i = 0; i < 25; ++i) {
      const SceneRequest request = randomRequest(random);
      const Scene scene = builder.build(request);
      ASSERT_EQ(overlapsIn(scene), 0U)
          << dumpScene(scene, [](ItemIndex item) { return std::to_string(item.value); });
      for (const SceneMark& mark : scene.marks) {
        ++seen[mark.bar.rect.isEmpty() ? "glyph" : mark.bar.pale ? "pale" : "thin"];
        ++seen[mark.labelSide == LabelSide::Left ? "left" : mark.labelRect.isEmpty() ? "none" : "right"];
        ASSERT_EQ(mark.labelRect.isEmpty(), mark.labelSide == LabelSide::None);
      }
      seen["fold"] += static_cast<int>(scene.folds.size());
      seen["density"] += static_cast<int>(scene.densities.size());
    }
  }
  for (const char* what : {"glyph", "pale", "thin", "left", "right", "none", "fold", "density"}) {
    EXPECT_GT(seen[what], 50) << what;
  }
}

TEST(SceneBuilder, NothingOverlapsASecondApartBillionsOfYearsAgo) {
  std::mt19937 random(22);
  const Instant longAgo = startOfYear(-13'800'000'000);
  const FakeSlices slices(
      {{LaneRole::Events, 0, randomMarks(random, {longAgo, plusSeconds(longAgo, 4000)}, 60)}});
  const FakeLabels labels;
  SceneBuilder builder(slices, labels, anyDensity());
  std::size_t marks = 0;
  for (int seconds = 200; seconds < 4000; seconds += 100) {
    const Scene scene = builder.build({{longAgo, plusSeconds(longAgo, seconds)}, 900, 600, kNow});
    marks += scene.marks.size();
    ASSERT_EQ(overlapsIn(scene), 0U) << seconds;
  }
  EXPECT_GT(marks, 200U);
}

/// Where a mark stands in time must not depend on where the window is.
void expectMoved(const SceneMark& before, const SceneMark& after, double byPx, double widthPx) {
  EXPECT_EQ(before.row, after.row);
  EXPECT_EQ(before.glyphRect.y, after.glyphRect.y);
  const auto inside = [&](const SceneRect& r) { return !r.isEmpty() && r.x >= 0 && r.right() <= widthPx; };
  const bool bar = !before.bar.rect.isEmpty() || !after.bar.rect.isEmpty();
  const bool thin = bar && !before.bar.pale && !after.bar.pale;
  const bool sticks = bar && (before.bar.rect.x < 0 || after.bar.rect.x < 0);
  if (!sticks) {
    EXPECT_NEAR(after.glyphRect.x, before.glyphRect.x + byPx, 1e-3);
  }
  SceneRect label = before.labelRect;
  label.x += byPx;
  if (inside(before.labelRect) && inside(label) && (!sticks || thin)) {
    EXPECT_EQ(after.labelSide, before.labelSide);
    EXPECT_NEAR(after.labelRect.x, label.x, 1e-3);
  }
  if (before.bar.rect.x > -200 && after.bar.rect.x > -200 && !before.bar.rect.isEmpty()) {
    EXPECT_NEAR(after.bar.rect.x, std::min(before.bar.rect.x + byPx, widthPx + 200), 1e-3);
  }
}

TEST(SceneBuilder, PanningMovesEverythingAlike) {
  std::mt19937 random(23);
  const FakeLabels labels;
  std::size_t compared = 0;
  for (int round = 0; round < 40; ++round) {
    const FakeSlices slices = someLanes(random);
    SceneBuilder builder(slices, labels, anyDensity());
    for (int i = 0; i < 20; ++i) {
      SceneRequest request = randomRequest(random);
      const Scene before = builder.build(request);
      const std::int64_t seconds = randomBetween(random, -request.span.seconds(), request.span.seconds());
      request.span = shifted(request.span, seconds);
      // A builder that has seen nothing else gives the same picture.
      SceneBuilder fresh(slices, labels, anyDensity());
      const Scene after = i % 2 == 0 ? builder.build(request) : fresh.build(request);
      const double byPx =
          -static_cast<double>(seconds) / TimeScale(request.span, request.widthPx).secondsPerPixel();

      ASSERT_EQ(before.lanes.size(), after.lanes.size());
      for (std::size_t lane = 0; lane < before.lanes.size(); ++lane) {
        EXPECT_EQ(before.lanes[lane].rect, after.lanes[lane].rect);
      }
      std::map<std::uint32_t, const SceneMark*> marks;
      for (const SceneMark& mark : before.marks)
        marks[mark.item.value] = &mark;
      std::map<std::uint32_t, const SceneFold*> folds;
      for (const SceneFold& fold : before.folds)
        folds[fold.items.front().value] = &fold;
      for (const SceneMark& mark : after.marks) {
        ASSERT_EQ(folds.count(mark.item.value), 0U);
        if (!marks.contains(mark.item.value)) continue;
        expectMoved(*marks[mark.item.value], mark, byPx, request.widthPx);
        ++compared;
      }
      for (const SceneFold& fold : after.folds) {
        ASSERT_EQ(marks.count(fold.items.front().value), 0U);
        if (!folds.contains(fold.items.front().value)) continue;
        EXPECT_EQ(folds[fold.items.front().value]->items, fold.items);
        EXPECT_NEAR(folds[fold.items.front().value]->rect.x + byPx, fold.rect.x, 1e-3);
      }
      ASSERT_FALSE(::testing::Test::HasFailure()) << "round " << round << ", " << i;
    }
  }
  EXPECT_GT(compared, 1000U);
}

TEST(SceneBuilder, WhatItHasKeptDoesNotShow) {
  std::mt19937 random(28);
  const FakeLabels labels;
  const FakeSlices slices = someLanes(random);
  SceneBuilder builder(slices, labels, anyDensity());
  const auto number = [](ItemIndex item) { return std::to_string(item.value); };
  for (int i = 0; i < 200; ++i) {
    SceneRequest request = randomRequest(random);
    request.now = plusSeconds(kNow, -randomBetween(random, 0, kYears.seconds()));
    SceneBuilder fresh(slices, labels, anyDensity());
    ASSERT_EQ(dumpScene(builder.build(request), number), dumpScene(fresh.build(request), number)) << i;
    // A moment later open ends are longer.
    request.now = plusSeconds(request.now, request.span.seconds() / 50);
    SceneBuilder later(slices, labels, anyDensity());
    ASSERT_EQ(dumpScene(builder.build(request), number), dumpScene(later.build(request), number)) << i;
  }
}

/// What is painted last at a point, by going through everything in painting order.
SceneHit slowHit(const Scene& scene, double x, double y) {
  SceneHit hit;
  for (const SceneTrackBar& bar : scene.trackBars) {
    if (bar.rect.contains(x, y)) hit = {nullptr, nullptr, &bar};
  }
  for (const SceneMark& mark : scene.marks) {
    for (const SceneRect& rect : rectsOf(mark)) {
      if (rect.contains(x, y)) hit = {&mark, nullptr, nullptr};
    }
  }
  for (const SceneFold& fold : scene.folds) {
    if (fold.rect.contains(x, y)) hit = {nullptr, &fold, nullptr};
  }
  return hit;
}

void expectSameHit(const Scene& scene, double x, double y) {
  const SceneHit expected = slowHit(scene, x, y);
  const SceneHit hit = hitTest(scene, x, y);
  ASSERT_EQ(hit.mark, expected.mark) << x << ", " << y;
  ASSERT_EQ(hit.fold, expected.fold) << x << ", " << y;
  ASSERT_EQ(hit.trackBar, expected.trackBar) << x << ", " << y;
}

TEST(SceneBuilder, EveryPixelOfAMarkHitsIt) {
  std::mt19937 random(24);
  const FakeLabels labels;
  for (int round = 0; round < 30; ++round) {
    const FakeSlices slices = someLanes(random);
    SceneBuilder builder(slices, labels, anyDensity());
    Scene scene = builder.build(randomRequest(random));
    if (round % 2 == 0) {
      // Marks that lie upon each other, which packed ones never do.
      for (SceneMark& mark : scene.marks)
        mark.glyphRect.x = std::floor(mark.glyphRect.x / 40) * 40;
    }
    for (const auto& rects : thingsOf(scene)) {
      for (const SceneRect& rect : rects) {
        for (double y = rect.y + 0.25; y < rect.bottom(); y += 4) {
          for (double x = rect.x + 0.25; x < std::min(rect.right(), rect.x + 400); x += 5) {
            ASSERT_NO_FATAL_FAILURE(expectSameHit(scene, x, y));
            const SceneHit hit = hitTest(scene, x, y);
            ASSERT_TRUE(hit.mark != nullptr || hit.fold != nullptr);
          }
        }
      }
    }
    for (int i = 0; i < 2000; ++i) {
      const double x = std::uniform_real_distribution<double>(-20, scene.widthPx + 20)(random);
      const double y = std::uniform_real_distribution<double>(-20, scene.heightPx + 20)(random);
      ASSERT_NO_FATAL_FAILURE(expectSameHit(scene, x, y));
    }
  }
}

/// What a mark is drawn over, by the words of its ends.
TimeSpan drawnSpan(const SliceMark& mark) {
  TimeSpan span = mark.bounds.outer();
  const Instant begun = plusSeconds(mark.bounds.latestBegin, 1);
  if (mark.endKind == EndKind::Open) span.end = std::max(begun, kNow);
  if (mark.endKind == EndKind::Unknown) span.end = begun;
  if (mark.beginKind == EndKind::Unknown) span.begin = plusSeconds(mark.bounds.earliestEnd, -1);
  return span;
}

TEST(SceneBuilder, EveryEventInTheSpanIsThere) {
  std::mt19937 random(25);
  const FakeLabels labels;
  std::size_t found = 0;
  for (int round = 0; round < 60; ++round) {
    const FakeSlices slices = someLanes(random);
    SceneBuilder builder(slices, labels, anyDensity());
    for (int i = 0; i < 20; ++i) {
      const SceneRequest request = randomRequest(random);
      const Scene scene = builder.build(request);
      std::multiset<std::uint32_t> there;
      for (const SceneMark& mark : scene.marks)
        there.insert(mark.item.value);
      for (const SceneTrackBar& bar : scene.trackBars)
        there.insert(bar.item.value);
      for (const SceneFold& fold : scene.folds) {
        for (const ItemIndex item : fold.items)
          there.insert(item.value);
      }
      std::set<int> dense;
      for (const SceneDensity& density : scene.densities)
        dense.insert(density.lane);
      for (int lane = 0; lane < slices.laneCount(); ++lane) {
        std::uint32_t inSpan = 0;
        for (const SliceMark& mark : slices.marksOf(lane)) {
          ASSERT_LE(there.count(mark.item.value), 1U);
          inSpan += mark.bounds.outer().overlaps(request.span) ? 1 : 0;
          if (dense.contains(lane) || !drawnSpan(mark).overlaps(request.span)) continue;
          ASSERT_EQ(there.count(mark.item.value), 1U) << "lane " << lane << " item " << mark.item.value;
          ++found;
        }
        const SceneLane& line = scene.lanes[static_cast<std::size_t>(lane)];
        ASSERT_EQ(line.inSpan, inSpan);
        ASSERT_EQ(line.empty, inSpan == 0);
        ASSERT_EQ(line.count, slices.marksOf(lane).size());
      }
    }
  }
  EXPECT_GT(found, 10'000U);
}

TEST(SceneBuilder, LanesLieBelowEachOtherAndRowsWithinThem) {
  std::mt19937 random(26);
  const FakeLabels labels;
  const SceneMetrics metrics;
  int tooHigh = 0;
  for (int round = 0; round < 150; ++round) {
    const FakeSlices slices = someLanes(random);
    SceneBuilder builder(slices, labels, metrics);
    const SceneRequest request = randomRequest(random);
    const Scene scene = builder.build(request);
    double y = metrics.axisHeightPx;
    bool canGive = false;
    for (const SceneLane& lane : scene.lanes) {
      EXPECT_EQ(lane.rect.y, y);
      EXPECT_EQ(lane.rect.height, lane.rows * lane.rowHeightPx + metrics.lanePaddingPx);
      y = lane.rect.bottom();
      canGive = canGive || (lane.role == LaneRole::Events && lane.rows > 3);
    }
    EXPECT_EQ(scene.heightPx, y);
    if (scene.heightPx > request.heightPx) {
      ++tooHigh;
      EXPECT_FALSE(canGive) << scene.heightPx << " of " << request.heightPx;
    }
    const auto rows = [&](int lane) { return scene.lanes[static_cast<std::size_t>(lane)]; };
    for (const SceneMark& mark : scene.marks) {
      EXPECT_LT(mark.row, rows(mark.lane).rows);
      for (const SceneRect& rect : rectsOf(mark)) {
        const double rowY = rows(mark.lane).rowsY + mark.row * metrics.rowHeightPx;
        EXPECT_GE(rect.y, rowY);
        const int used = rect == mark.labelRect && mark.twoLines ? 2 : 1;
        EXPECT_LT(mark.row + used - 1, rows(mark.lane).rows);
        EXPECT_LE(rect.bottom(), rowY + used * metrics.rowHeightPx);
      }
    }
    for (const SceneFold& fold : scene.folds) {
      EXPECT_EQ(fold.row, rows(fold.lane).rows - 1);
      EXPECT_LE(fold.rect.bottom(), rows(fold.lane).rect.bottom());
    }
  }
  EXPECT_GT(tooHigh, 5);
}

TEST(SceneBuilder, MarksArePaintedByWeight) {
  std::mt19937 random(27);
  const FakeLabels labels;
  const FakeSlices slices = someLanes(random);
  SceneBuilder builder(slices, labels, anyDensity());
  const Scene scene = builder.build({kYears, 1900, 900, kNow});
  ASSERT_GT(scene.marks.size(), 5U);
  EXPECT_TRUE(std::is_sorted(scene.marks.begin(), scene.marks.end(),
                             [](const SceneMark& a, const SceneMark& b) { return a.weight < b.weight; }));
}

}  // namespace
}  // namespace entente
