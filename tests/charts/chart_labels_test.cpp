// SPDX-License-Identifier: GPL-3.0-or-later
// Labels never come nearer than their pitch; axes end on steps; years are those of the timeline's ladder.
#include "app/charts/chart_labels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "core/time/civil.h"

namespace entente {
namespace {

TEST(Spread, LeavesAloneWhatHasRoom) {
  EXPECT_EQ(spread({10, 50, 30}, 14, 0, 100), (std::vector<double>{10, 50, 30}));
}

TEST(Spread, KeepsPitchOrderAndBoundsForAnyHeights) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> height(-50, 250);
  for (int round = 0; round < 500; ++round) {
    std::vector<double> wanted(1 + random() % 8);
    for (double& one : wanted)
      one = height(random);
    const auto placed = spread(wanted, 14, 0, 200);
    for (std::size_t i = 0; i < placed.size(); ++i) {
      ASSERT_GE(placed[i], 0);
      ASSERT_LE(placed[i], 200);
      for (std::size_t j = 0; j < i; ++j) {
        ASSERT_GE(std::abs(placed[i] - placed[j]), 14 - 1e-9);
        if (wanted[i] == wanted[j]) continue;
        ASSERT_EQ(wanted[i] < wanted[j], placed[i] < placed[j]);
      }
    }
  }
}

TEST(Spread, DropsTheLeastImportantWhereNotAllFit) {
  const auto placed = spread({5, 5, 5, 5}, 14, 0, 30);
  EXPECT_EQ(std::ranges::count_if(placed, [](double at) { return std::isnan(at); }), 1);
  EXPECT_TRUE(std::isnan(placed[3]));
}

TEST(ValueTicks, EndOnAStepAndCoverTheValues) {
  for (const double high : {0.0, 0.004, 0.9, 1.0, 4.68, 5.0, 33.0, 1e9}) {
    for (const double low : {0.0, -2.5}) {
      for (const int most : {1, 2, 5, 8}) {
        const ValueTicks ticks = valueTicks(low, high, most);
        EXPECT_LE(ticks.low, low);
        EXPECT_GE(ticks.high, high);
        EXPECT_GT(ticks.high, ticks.low);
        EXPECT_LE(ticks.values().size(), static_cast<std::size_t>(std::max(most, 2)) + 1);
        EXPECT_EQ(std::ranges::count_if(ticks.values(), [](double v) { return v == 0; }), 1);
      }
    }
  }
  EXPECT_EQ(valueTicks(0, 5, 6).high, 5);
  EXPECT_EQ(valueTicks(0, 4.68, 6).step, 1);
  EXPECT_EQ(valueTicks(0, 0.9, 5).decimals(), 1);
}

TEST(YearsToName, AreThoseWhoseMiddleIsInView) {
  EXPECT_EQ(yearsToName({startOfYear(2022), startOfYear(2025)}, 800, 40),
            (std::vector<std::int64_t>{2022, 2023, 2024}));
  EXPECT_EQ(yearsToName({startOfMonth(2022, 9), startOfMonth(2024, 3)}, 800, 40),
            (std::vector<std::int64_t>{2023}));
  EXPECT_EQ(yearsToName({startOfYear(2014), startOfYear(2027)}, 300, 40),
            (std::vector<std::int64_t>{2014, 2016, 2018, 2020, 2022, 2024, 2026}));
  // All of time: a handful, and no endless loop.
  EXPECT_LE(yearsToName({kBeginningOfTime, kEndOfTime}, 800, 40).size(), 21u);
}

}  // namespace
}  // namespace entente
