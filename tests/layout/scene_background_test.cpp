// SPDX-License-Identifier: GPL-3.0-or-later
// Bands: weekends from close, every second holder of an office from afar.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/layout/scene_builder.h"
#include "core/time/civil.h"
#include "core/time/time_scale.h"
#include "tests/layout/scene_checks.h"

namespace entente {
namespace {

TEST(SceneBackground, WeekendsAreBandsFromClose) {
  const FakeSlices slices({});
  const FakeLabels labels;
  SceneBuilder builder(slices, labels, anyDensity());
  for (int first = 0; first < 7; ++first) {
    const Instant begin = startOfDay({2025, 6, 16 + first});
    const TimeSpan span{plusSeconds(begin, 7200), plusSeconds(begin, 30 * kSecondsPerDay)};
    const Scene scene = builder.build({span, 700, 300, kNow});
    const TimeScale scale(span, 700);
    const auto inBand = [&](double x) {
      return std::any_of(scene.bands.begin(), scene.bands.end(),
                         [&](const SceneBand& b) { return x >= b.x && x < b.x + b.width; });
    };
    for (double x = 0.5; x < 700; x += 1) {
      const std::int64_t day = daysFromCivil(dateOf(scale.at(x)));
      ASSERT_EQ(inBand(x), weekday(day) >= 6) << first << " " << x;
    }
    for (const SceneBand& band : scene.bands) {
      EXPECT_GE(band.x, 0);
      EXPECT_LE(band.x + band.width, 700);
    }
  }
}

TEST(SceneBackground, FromAfarEverySecondHolderOfTheFirstTrackIsABand) {
  FakeSlices::Lane offices{LaneRole::Tracks, 2, {}};
  for (int year = 1990; year < 2030; year += 4) {
    offices.marks.push_back(markOf(std::to_string(year) + "/" + std::to_string(year + 3)));
    offices.marks.push_back(markOf(std::to_string(year + 1) + "/" + std::to_string(year + 4)));
    offices.marks.back().track = 1;
  }
  const FakeSlices slices({offices});
  const FakeLabels labels;
  SceneBuilder builder(slices, labels, anyDensity());
  // 1994 to 1997, 2002 to 2005 and so on, whatever the first holder in view is.
  for (int year = 1985; year < 2025; ++year) {
    const Scene scene = builder.build({{startOfYear(year), startOfYear(year + 12)}, 900, 300, kNow});
    for (int month = 0; month < 144; ++month) {
      const Instant at = startOfMonth(year + month / 12, month % 12 + 1);
      const std::int64_t holder = (year + month / 12 - 1990) / 4;
      const bool expected = year + month / 12 >= 1990 && year + month / 12 < 2030 && holder % 2 == 1;
      const double x = TimeScale(scene.span, 900).x(at) + 0.5;
      EXPECT_EQ(expected, std::any_of(scene.bands.begin(), scene.bands.end(),
                                      [&](const SceneBand& b) { return x >= b.x && x < b.x + b.width; }))
          << year << " " << month;
    }
  }
}

TEST(SceneBackground, TicksAndWeekendsGoByTheClocksOfTheZone) {
  const FakeSlices slices({});
  const FakeLabels labels;
  SceneBuilder builder(slices, labels, anyDensity());
  constexpr std::int32_t kHour = 3600;
  const Instant forward = plusSeconds(startOfDay({2025, 3, 30}), kHour);
  const Instant back = plusSeconds(startOfDay({2025, 10, 26}), kHour);
  const auto table = std::make_shared<const ZoneTable>(
      kHour, std::vector<ZoneTable::Step>{{forward, 2 * kHour}, {back, kHour}});
  const SceneZone zone{"Europe/Amsterdam", table};
  // Hours, days and weeks about both steps of the clocks.
  for (const Instant middle : {forward, back, startOfDay({2025, 6, 24})}) {
    for (const std::int64_t length :
         {kSecondsPerDay / 2, 3 * kSecondsPerDay, 30 * kSecondsPerDay, 400 * kSecondsPerDay}) {
      for (int shift = -3; shift <= 3; ++shift) {
        const Instant begin = plusSeconds(middle, -length / 2 + shift * kHour / 2);
        const TimeSpan span{begin, plusSeconds(begin, length)};
        const Scene scene = builder.build({span, 900, 300, kNow, {}, zone});
        const TimeScale scale(span, 900);
        ASSERT_FALSE(scene.minorTicks.empty());
        EXPECT_LE(scene.minorTicks.front().x, 0) << "the first tick covers the left edge";
        EXPECT_GE(scene.minorTicks.back().nextX, 900 - 1e-6) << "and the last one the right edge";
        double x = scene.minorTicks.front().x - 1;
        for (const SceneTick& tick : scene.minorTicks) {
          ASSERT_GT(tick.x, x) << "ticks do not overlap";
          ASSERT_NEAR(tick.x, scale.x(table->utc(tick.at)), 1e-6);
          x = tick.x;
        }
        for (const SceneBand& band : scene.bands) {
          if (band.x <= 0) continue;
          const CivilTime time = timeOf(table->wallClock(plusSeconds(scale.at(band.x), 30)));
          ASSERT_EQ(time.hour, 0) << "a weekend begins at midnight of the place";
        }
      }
    }
  }
}

}  // namespace
}  // namespace entente
