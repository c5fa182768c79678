// SPDX-License-Identifier: GPL-3.0-or-later
// Ticks against a walk over the calendar, and what must hold of them at any span and width.
#include "core/time/tick_ladder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "core/time/civil.h"

namespace entente {
namespace {

constexpr double kRounding = 1e-6;

constexpr std::array kLadder = {
    TickStep{TickUnit::Second, 1},  TickStep{TickUnit::Second, 5},  TickStep{TickUnit::Second, 10},
    TickStep{TickUnit::Second, 30}, TickStep{TickUnit::Minute, 1},  TickStep{TickUnit::Minute, 5},
    TickStep{TickUnit::Minute, 10}, TickStep{TickUnit::Minute, 30}, TickStep{TickUnit::Hour, 1},
    TickStep{TickUnit::Hour, 3},    TickStep{TickUnit::Hour, 6},    TickStep{TickUnit::Hour, 12},
    TickStep{TickUnit::Day, 1},     TickStep{TickUnit::Day, 7},     TickStep{TickUnit::Month, 1},
    TickStep{TickUnit::Month, 3},   TickStep{TickUnit::Year, 1},    TickStep{TickUnit::Year, 2},
    TickStep{TickUnit::Year, 5},    TickStep{TickUnit::Year, 10}};

TimeSpan randomSpan(std::mt19937_64& random, double shortest, double longest) {
  std::uniform_real_distribution<double> exponent(std::log10(shortest), std::log10(longest));
  const auto length = static_cast<std::int64_t>(std::pow(10.0, exponent(random)));
  // Half of them about our own time, half anywhere.
  const bool isOurs = random() % 2 == 0 && length < 1'000'000'000'000'000'000;
  const std::int64_t reach = isOurs ? 100'000'000'000 : kEndOfTime.seconds;
  const std::int64_t last = std::min(reach, kEndOfTime.seconds - length);
  const Instant begin{std::uniform_int_distribution<std::int64_t>(-reach, last)(random)};
  return {begin, {begin.seconds + length}};
}

std::int64_t secondsOf(TickStep step) {
  const std::array<std::int64_t, 4> unit = {1, 60, 3'600, kSecondsPerDay};
  return unit.at(static_cast<std::size_t>(step.unit)) * step.count;
}

bool stepBeginsOn(TickStep step, const CivilDate& date) {
  if (step.unit == TickUnit::Day) return weekday(daysFromCivil(date)) == 1;
  if (date.day != 1) return false;
  if (step.unit == TickUnit::Month) return (date.month - 1) % step.count == 0;
  return date.month == 1 && date.year % step.count == 0;
}

/// The slow obvious ticks: a walk over every day (or every step within a day) from well before the span to
/// well behind it.
std::vector<Tick> walkedTicks(TickStep step, TimeSpan span) {
  const bool longerThanADay = step.unit > TickUnit::Day || (step.unit == TickUnit::Day && step.count > 1);
  const std::int64_t margin = longerThanADay ? 366 * (step.unit == TickUnit::Year ? step.count : 1) + 1 : 1;
  const std::int64_t firstDay = daysFromCivil(dateOf(span.begin)) - margin;
  const std::int64_t lastDay = daysFromCivil(dateOf(span.end)) + margin;
  std::vector<Instant> begins;
  for (std::int64_t day = firstDay; day <= lastDay; ++day) {
    if (longerThanADay) {
      if (stepBeginsOn(step, civilFromDays(day))) begins.push_back({day * kSecondsPerDay});
    } else {
      for (std::int64_t second = 0; second < kSecondsPerDay; second += secondsOf(step)) {
        begins.push_back({day * kSecondsPerDay + second});
      }
    }
  }
  std::vector<Tick> ticks;
  for (std::size_t i = 0; i + 1 < begins.size(); ++i) {
    const Tick tick{begins[i], begins[i + 1]};
    if (TimeSpan{tick.at, tick.next}.overlaps(span)) ticks.push_back(tick);
  }
  return ticks;
}

bool allWideEnough(const std::vector<Tick>& ticks, const TimeScale& scale, double minLabelPx) {
  for (const Tick& tick : ticks) {
    if (scale.x(tick.next) - scale.x(tick.at) < minLabelPx - kRounding) return false;
  }
  return true;
}

void expectCovers(const std::vector<Tick>& ticks, TimeSpan span) {
  ASSERT_FALSE(ticks.empty());
  ASSERT_LE(ticks.front().at, span.begin);
  ASSERT_GT(ticks.front().next, span.begin);
  ASSERT_LT(ticks.back().at, span.end);
  ASSERT_GE(ticks.back().next, span.end);
  for (std::size_t i = 0; i + 1 < ticks.size(); ++i) {
    ASSERT_LT(ticks[i].at, ticks[i].next);
    ASSERT_EQ(ticks[i].next, ticks[i + 1].at);
  }
}

void expectSpaced(const std::vector<Tick>& ticks, const TimeScale& scale, double minLabelPx) {
  ASSERT_LE(static_cast<double>(ticks.size()), scale.widthPx() / minLabelPx + 2 + kRounding);
  for (std::size_t i = 0; i + 1 < ticks.size(); ++i) {
    ASSERT_GE(scale.x(ticks[i + 1].at) - scale.x(ticks[i].at), minLabelPx - kRounding);
  }
}

std::string describe(TimeSpan span, double widthPx, double minLabelPx) {
  return std::to_string(span.begin.seconds) + " + " + std::to_string(span.seconds()) + " s, " +
         std::to_string(widthPx) + " px, labels " + std::to_string(minLabelPx) + " px";
}

TEST(TickLadder, CoversTheSpanAndKeepsTheDistance) {
  std::mt19937_64 random(31);
  std::uniform_real_distribution<double> anyWidth(20, 6'000);
  std::uniform_real_distribution<double> anyLabel(4, 200);
  for (int i = 0; i < 30'000; ++i) {
    const TimeSpan span = randomSpan(random, 60, 6.3e18);
    const TimeScale scale(span, anyWidth(random));
    const double minLabelPx = anyLabel(random);
    SCOPED_TRACE(describe(span, scale.widthPx(), minLabelPx));
    const TickTiers tiers = tickTiers(scale, minLabelPx);
    ASSERT_NO_FATAL_FAILURE(expectCovers(tiers.minor, span));
    ASSERT_NO_FATAL_FAILURE(expectCovers(tiers.major, span));
    ASSERT_NO_FATAL_FAILURE(expectSpaced(tiers.minor, scale, minLabelPx));
    ASSERT_NO_FATAL_FAILURE(expectSpaced(tiers.major, scale, minLabelPx));
    // A month may begin within a week, so there can be one more of them in view.
    const bool weeks = tiers.minorStep == TickStep{TickUnit::Day, 7};
    ASSERT_LE(tiers.major.size(), tiers.minor.size() + (weeks ? 1 : 0));
  }
}

TEST(TickLadder, IsTheFinestRungThatFitsAndStandsWhereTheCalendarSays) {
  std::mt19937_64 random(32);
  std::uniform_real_distribution<double> anyWidth(200, 3'000);
  std::uniform_real_distribution<double> anyLabel(20, 120);
  for (int i = 0; i < 600; ++i) {
    // To 30 years: what a walk over days can do. Labels of a few pixels would have too many seconds to walk.
    const TimeSpan span = randomSpan(random, 60, 1e9);
    const TimeScale scale(span, anyWidth(random));
    const double minLabelPx = anyLabel(random);
    SCOPED_TRACE(describe(span, scale.widthPx(), minLabelPx));
    const TickTiers tiers = tickTiers(scale, minLabelPx);
    bool found = false;
    for (const TickStep step : kLadder) {
      const bool isShort = step.unit <= TickUnit::Day;
      const double least = step.unit < TickUnit::Day ? minLabelPx * kClockLabelFactor : minLabelPx;
      if (isShort && static_cast<double>(secondsOf(step)) / scale.secondsPerPixel() < least) continue;
      // February 2023 and the first quarter of 2023 are the shortest of their kind, wherever the view is.
      const TimeSpan shortestOfAll{startOfDay({2023, 1, 1}), startOfDay({2023, 12, 31})};
      if (!isShort && !allWideEnough(walkedTicks(step, shortestOfAll), scale, minLabelPx)) continue;
      const std::vector<Tick> walked = walkedTicks(step, span);
      ASSERT_EQ(tiers.minorStep, step);
      ASSERT_EQ(tiers.minor, walked);
      found = true;
      break;
    }
    if (!found) {
      ASSERT_GT(tiers.minorStep.count, 10);
    }
    if (tiers.majorStep.count <= 10) {
      ASSERT_EQ(tiers.major, walkedTicks(tiers.majorStep, span));
    }
  }
}

TEST(TickLadder, PanningDoesNotChangeTheRung) {
  // 10 pixels a day: February has 280 pixels, the other months 300 and more.
  for (int month = 1; month <= 10; ++month) {
    const TimeSpan span{startOfDay({2023, month, 10}), startOfDay({2023, month + 2, 10})};
    const double widthPx = static_cast<double>(span.seconds() / kSecondsPerDay) * 10;
    EXPECT_EQ(tickTiers(TimeScale(span, widthPx), 290).minorStep, (TickStep{TickUnit::Month, 3})) << month;
    EXPECT_EQ(tickTiers(TimeScale(span, widthPx), 279).minorStep, (TickStep{TickUnit::Month, 1})) << month;
  }
}

TickTiers tiersOfYears(std::int64_t first, std::int64_t last, double widthPx, double minLabelPx) {
  return tickTiers(TimeScale({startOfYear(first), startOfYear(last)}, widthPx), minLabelPx);
}

TEST(TickLadder, MajorYearsAreDecadesAndCenturies) {
  const auto steps = [](std::int64_t years) {
    const TickTiers tiers = tiersOfYears(0, years * 10, 1'000, 99);
    return std::pair(tiers.minorStep.count, tiers.majorStep.count);
  };
  EXPECT_EQ(steps(1), std::pair(std::int64_t{1}, std::int64_t{10}));
  EXPECT_EQ(steps(2), std::pair(std::int64_t{2}, std::int64_t{10}));
  EXPECT_EQ(steps(5), std::pair(std::int64_t{5}, std::int64_t{100}));
  EXPECT_EQ(steps(10), std::pair(std::int64_t{10}, std::int64_t{100}));
  EXPECT_EQ(steps(1'000'000'000), std::pair(std::int64_t{1'000'000'000}, std::int64_t{10'000'000'000}));
}

TEST(TickLadder, DecadesBeforeOurEraAlign) {
  const TickTiers tiers = tiersOfYears(-44, -14, 200, 50);
  ASSERT_EQ(tiers.minorStep, (TickStep{TickUnit::Year, 10}));
  ASSERT_EQ(tiers.minor.size(), 4u);
  EXPECT_EQ(tiers.minor.front().at, startOfYear(-50));
  EXPECT_EQ(tiers.minor.back().next, startOfYear(-10));
}

TEST(TickLadder, TiersGroupTheNextCoarserUnit) {
  const auto majorUnit = [](std::int64_t seconds) {
    const Instant begin = startOfDay({2025, 6, 24});
    return tickTiers(TimeScale({begin, plusSeconds(begin, seconds)}, 1'000), 60).majorStep;
  };
  EXPECT_EQ(majorUnit(60), (TickStep{TickUnit::Day, 1}));
  EXPECT_EQ(majorUnit(86'400), (TickStep{TickUnit::Day, 1}));
  EXPECT_EQ(majorUnit(10 * 86'400), (TickStep{TickUnit::Month, 1}));
  EXPECT_EQ(majorUnit(300 * 86'400), (TickStep{TickUnit::Year, 1}));
}

TEST(TickLadder, EndsAtTheEndsOfTimeHoweverNarrow) {
  for (const double widthPx : {0.001, 1.0, 30.0, 119.0, 121.0, 500.0, 4'000.0}) {
    const TimeScale scale({kBeginningOfTime, kEndOfTime}, widthPx);
    const TickTiers tiers = tickTiers(scale, 60);
    expectCovers(tiers.minor, scale.span());
    expectSpaced(tiers.minor, scale, 60);
    expectSpaced(tiers.major, scale, 60);
    EXPECT_EQ(tiers.minor.front().at, kBeginningOfTime);
    EXPECT_EQ(tiers.minor.back().next, kEndOfTime);
  }
  const TimeScale lastMinute({plusSeconds(kEndOfTime, -60), kEndOfTime}, 600);
  const TickTiers tiers = tickTiers(lastMinute, 50);
  EXPECT_EQ(tiers.minorStep, (TickStep{TickUnit::Second, 10}));
  EXPECT_EQ(tiers.minor.back().next, kEndOfTime);
}

}  // namespace
}  // namespace entente
