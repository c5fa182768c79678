// SPDX-License-Identifier: GPL-3.0-or-later
// Pixels and instants go there and back; zooming and moving stay within the ends of time.
#include "core/time/time_scale.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace entente {
namespace {

constexpr TimeSpan kAllTime{kBeginningOfTime, kEndOfTime};

/// Lengths from a minute to all of time, each order of magnitude as likely.
TimeSpan randomSpan(std::mt19937_64& random) {
  std::uniform_real_distribution<double> exponent(std::log10(60.0), std::log10(6.3e18));
  const auto length = static_cast<std::int64_t>(std::pow(10.0, exponent(random)));
  std::uniform_int_distribution<std::int64_t> begin(kBeginningOfTime.seconds, kEndOfTime.seconds - length);
  const Instant at{begin(random)};
  return {at, {at.seconds + length}};
}

Instant randomIn(std::mt19937_64& random, TimeSpan span) {
  return {std::uniform_int_distribution<std::int64_t>(span.begin.seconds, span.end.seconds - 1)(random)};
}

TEST(TimeScale, EdgesOfTheSpanAreEdgesOfTheWidth) {
  const TimeScale scale({{1'000}, {3'000}}, 500);
  EXPECT_EQ(scale.x({1'000}), 0);
  EXPECT_EQ(scale.x({3'000}), 500);
  EXPECT_EQ(scale.x({5'000}), 1'000);
  EXPECT_EQ(scale.x({0}), -250);
  EXPECT_EQ(scale.secondsPerPixel(), 4);
  EXPECT_EQ(scale.at(0), Instant{1'000});
  EXPECT_EQ(scale.at(0.3), Instant{1'001});
  EXPECT_EQ(scale.at(-0.1), Instant{999});
}

TEST(TimeScale, PixelToInstantToPixelStaysWithinAPixelOrASecond) {
  std::mt19937_64 random(21);
  std::uniform_real_distribution<double> anyWidth(10, 8'000);
  for (int i = 0; i < 100'000; ++i) {
    const double width = anyWidth(random);
    const TimeScale scale(randomSpan(random), width);
    const double x = std::uniform_real_distribution<double>(0, width)(random);
    const double back = scale.x(scale.at(x));
    const double tolerance = std::max(1.0, 1 / scale.secondsPerPixel());
    ASSERT_LE(back, x + 1e-6);
    ASSERT_GT(back, x - tolerance - 1e-6);
  }
}

TEST(TimeScale, InstantToPixelToInstantIsExactUpToMillionsOfYears) {
  std::mt19937_64 random(22);
  std::uniform_real_distribution<double> anyWidth(10, 8'000);
  for (int i = 0; i < 200'000; ++i) {
    const TimeSpan span = randomSpan(random);
    if (span.seconds() > 1'000'000'000'000'000) continue;
    const TimeScale scale(span, anyWidth(random));
    const Instant at = randomIn(random, span);
    ASSERT_EQ(scale.at(std::nextafter(scale.x(at), -1.0)), plusSeconds(at, -1));
    ASSERT_EQ(scale.at(scale.x(at)), at) << span.begin.seconds << " + " << span.seconds();
  }
}

TEST(TimeScale, NeighbouringSecondsStayApartInAnyCentury) {
  // 90 billion years from 1970, a minute over 600 pixels: 10 pixels a second.
  const Instant begin{2'840'184'000'000'000'000};
  const TimeScale scale({begin, plusSeconds(begin, 60)}, 600);
  for (int second = 0; second < 60; ++second) {
    EXPECT_DOUBLE_EQ(scale.x(plusSeconds(begin, second)), 10.0 * second);
    EXPECT_EQ(scale.at(10.0 * second + 9.9), plusSeconds(begin, second));
  }
}

TEST(TimeScale, PixelsBeyondTheEndsOfTimeAreTheEnds) {
  const TimeScale all(kAllTime, 1'000);
  EXPECT_EQ(all.at(-5), kBeginningOfTime);
  EXPECT_EQ(all.at(2'000), kEndOfTime);
  const TimeScale minute({{0}, {60}}, 100);
  EXPECT_EQ(minute.at(1e300), kEndOfTime);
  EXPECT_EQ(minute.at(-1e300), kBeginningOfTime);
}

TEST(TimeScaleDeathTest, RefusesEmptySpansAndWidths) {
  EXPECT_DEATH(TimeScale({{5}, {5}}, 100), "span");
  EXPECT_DEATH(TimeScale({{5}, {6}}, 0), "width");
}

TEST(Zoomed, KeepsTheAnchorInItsPlace) {
  std::mt19937_64 random(23);
  std::uniform_real_distribution<double> anyFactor(0.3, 3);
  int free = 0;
  for (int i = 0; i < 100'000; ++i) {
    const TimeSpan span = randomSpan(random);
    const Instant anchor = randomIn(random, span);
    const double factor = anyFactor(random);
    const TimeSpan after = zoomed(span, anchor, factor);
    ASSERT_GE(after.begin, kBeginningOfTime);
    ASSERT_LE(after.end, kEndOfTime);
    ASSERT_GE(after.seconds(), 1);
    if (after.begin == kBeginningOfTime || after.end == kEndOfTime || after.seconds() == 1) continue;
    ++free;
    ASSERT_NEAR(static_cast<double>(after.seconds()), static_cast<double>(span.seconds()) * factor,
                1 + 1e-12 * static_cast<double>(span.seconds()));
    const double before = TimeScale(span, 1'000).x(anchor);
    ASSERT_NEAR(TimeScale(after, 1'000).x(anchor), before,
                1 + 1'000.0 / static_cast<double>(after.seconds()));
  }
  EXPECT_GT(free, 50'000);
}

TEST(Zoomed, ByOneChangesNothing) {
  std::mt19937_64 random(24);
  for (int i = 0; i < 10'000; ++i) {
    const TimeSpan span = randomSpan(random);
    if (span.seconds() > 9'000'000'000'000'000) continue;  // beyond what a double holds exactly
    ASSERT_EQ(zoomed(span, randomIn(random, span), 1), span);
  }
}

TEST(Zoomed, StopsAtTheShortestAndTheLongestSpan) {
  const TimeSpan hour{{0}, {3'600}};
  EXPECT_EQ(zoomed(hour, {1'800}, 1e-9), (TimeSpan{{1'799}, {1'800}}));
  EXPECT_EQ(zoomed(hour, {1'800}, 1e-9, 60), (TimeSpan{{1'770}, {1'830}}));
  EXPECT_EQ(zoomed(hour, {1'800}, 1e-9, 600), (TimeSpan{{1'500}, {2'100}}));
  EXPECT_EQ(zoomed(hour, {1'800}, 1e300), kAllTime);
  EXPECT_EQ(zoomed(kAllTime, kEndOfTime, 2), kAllTime);
  // Cut off at the end of time, not shortened.
  const TimeSpan late{plusSeconds(kEndOfTime, -1'000), kEndOfTime};
  EXPECT_EQ(zoomed(late, plusSeconds(kEndOfTime, -1'000), 2),
            (TimeSpan{plusSeconds(kEndOfTime, -2'000), kEndOfTime}));
}

TEST(Shifted, MovesAndStopsAtTheEndsOfTime) {
  const TimeSpan hour{{0}, {3'600}};
  EXPECT_EQ(shifted(hour, 100), (TimeSpan{{100}, {3'700}}));
  EXPECT_EQ(shifted(hour, -100), (TimeSpan{{-100}, {3'500}}));
  EXPECT_EQ(shifted(hour, INT64_MAX), (TimeSpan{plusSeconds(kEndOfTime, -3'600), kEndOfTime}));
  EXPECT_EQ(shifted(hour, INT64_MIN), (TimeSpan{kBeginningOfTime, plusSeconds(kBeginningOfTime, 3'600)}));
  EXPECT_EQ(shifted(kAllTime, 1), kAllTime);
}

}  // namespace
}  // namespace entente
