// SPDX-License-Identifier: GPL-3.0-or-later
// What stands at the ticks of the axis.
#include "app/render/axis_words.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "core/time/civil.h"
#include "core/time/time_scale.h"

namespace entente {
namespace {

constexpr TickStep kYear{TickUnit::Year, 1};
constexpr TickStep kMonth{TickUnit::Month, 1};
constexpr TickStep kDay{TickUnit::Day, 1};

Instant at(std::int64_t year, int month = 1, int day = 1, std::int64_t seconds = 0) {
  return plusSeconds(startOfDay({year, month, day}), seconds);
}

std::string major(TickStep step, Instant when) {
  return majorTickText(step, when).toStdString();
}
std::string minor(TickStep step, TickStep majorStep, Instant when) {
  return minorTickText(step, majorStep, when).toStdString();
}

TEST(AxisWordsTest, Major) {
  EXPECT_EQ(major(kYear, at(2025)), "2025");
  EXPECT_EQ(major(kMonth, at(2025, 6)), "June 2025");
  EXPECT_EQ(major(kDay, at(2025, 6, 24)), "24 June 2025");
  EXPECT_EQ(major({TickUnit::Year, 10}, at(2020)), "2020s");
  EXPECT_EQ(major({TickUnit::Year, 100}, at(1900)), "1900");
  EXPECT_EQ(major({TickUnit::Year, 10}, at(-40)), "41 BCE");
}

TEST(AxisWordsTest, Minor) {
  EXPECT_EQ(minor(kMonth, kYear, at(2025, 4)), "Apr");
  EXPECT_EQ(minor({TickUnit::Month, 3}, kYear, at(2025)), "Jan");
  EXPECT_EQ(minor(kDay, kMonth, at(2025, 6, 24)), "Tue 24");
  EXPECT_EQ(minor({TickUnit::Hour, 6}, kDay, at(2025, 6, 24, 14 * 3600)), "14:00");
  EXPECT_EQ(minor({TickUnit::Second, 30}, kDay, at(2025, 6, 24, 14 * 3600 + 90)), "14:01:30");
  EXPECT_EQ(minor(kYear, {TickUnit::Year, 10}, at(2025)), "2025");
  EXPECT_EQ(minor(kYear, {TickUnit::Year, 10}, at(-43)), "44 BCE");
  EXPECT_EQ(minor({TickUnit::Year, 1'000}, {TickUnit::Year, 10'000}, at(-11'000)), "11,001 BCE");
}

TEST(AxisWordsTest, DeepTime) {
  const TickStep half{TickUnit::Year, 500'000'000};
  EXPECT_EQ(minor(half, {TickUnit::Year, 5'000'000'000}, at(-13'500'000'000)), "13.5 billion BCE");
  EXPECT_EQ(minor(half, {TickUnit::Year, 5'000'000'000}, at(-500'000'000)), "500 million BCE");
  EXPECT_EQ(minor({TickUnit::Year, 2'000'000}, {TickUnit::Year, 10'000'000}, at(66'000'000)), "66 million");
  EXPECT_EQ(major({TickUnit::Year, 5'000'000'000}, at(0)), "1 BCE");
}

TEST(AxisWordsTest, ShortWhereTheLongDoesNotFit) {
  EXPECT_EQ(shortMinorTickText(kDay, kMonth, at(2025, 6, 24)).toStdString(), "24");
  EXPECT_EQ(shortMinorTickText(kMonth, kYear, at(2025, 6)).toStdString(), "J");
  EXPECT_EQ(shortMinorTickText(kYear, {TickUnit::Year, 10}, at(2025)).toStdString(), "2025");
}

/// At every zoom, two ticks under one major tick never have the same words.
TEST(AxisWordsTest, NeighboursAreToldApart) {
  for (std::int64_t seconds = 60; seconds < std::int64_t{3'000'000'000'000'000'000} / 4; seconds *= 3) {
    const TimeScale scale({at(2025, 6, 24), plusSeconds(at(2025, 6, 24), seconds)}, 1000);
    const TickTiers tiers = tickTiers(scale, 60);
    std::set<std::string> seen;
    std::size_t m = 0;
    for (const Tick& tick : tiers.minor) {
      while (m < tiers.major.size() && tiers.major[m].next <= tick.at) {
        ++m;
        seen.clear();
      }
      EXPECT_TRUE(seen.insert(minor(tiers.minorStep, tiers.majorStep, tick.at)).second)
          << seconds << ": " << minor(tiers.minorStep, tiers.majorStep, tick.at);
    }
  }
}

TEST(AxisWords, WeeksAndQuartersByNumber) {
  const TickStep month{TickUnit::Month, 1};
  const TickStep week{TickUnit::Day, 7};
  const TickStep quarter{TickUnit::Month, 3};
  const TickStep year{TickUnit::Year, 1};
  const Instant monday = startOfDay({2025, 6, 23});
  const Instant july = startOfDay({2025, 7, 1});
  const AxisNames numbered{true, true};
  EXPECT_EQ(minorTickText(week, month, monday, numbered).toStdString(), "W26");
  EXPECT_EQ(shortMinorTickText(week, month, monday, numbered).toStdString(), "W26");
  EXPECT_EQ(minorTickText(week, month, monday).toStdString(), "Mon 23");
  EXPECT_EQ(minorTickText(quarter, year, july, numbered).toStdString(), "Q3");
  EXPECT_EQ(minorTickText(quarter, year, july, {true, false}).toStdString(), "Jul");
  EXPECT_EQ(minorTickText(month, year, july, numbered).toStdString(), "Jul") << "a month has a name";
}

}  // namespace
}  // namespace entente
