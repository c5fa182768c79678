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

}  // namespace
}  // namespace entente
