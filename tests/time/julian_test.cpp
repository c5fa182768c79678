// SPDX-License-Identifier: GPL-3.0-or-later
// The Julian calendar: known pairs, round trips, and a walk day by day by its own rule.
#include "core/time/julian.h"

#include <gtest/gtest.h>

#include <random>

#include "core/time/civil.h"

namespace entente {
namespace {

struct Pair {
  CivilDate julian;
  CivilDate gregorian;
};

TEST(Julian, KnownPairs) {
  const Pair pairs[] = {
      {{1582, 10, 4}, {1582, 10, 14}},   // the last day before the reform in Rome
      {{1582, 10, 5}, {1582, 10, 15}},   // the first day of the Gregorian calendar
      {{1752, 9, 2}, {1752, 9, 13}},     // the last day before the reform in Britain
      {{1917, 10, 25}, {1917, 11, 7}},   // the October Revolution
      {{1918, 1, 31}, {1918, 2, 13}},    // the last day before the reform in Russia
      {{1900, 2, 28}, {1900, 3, 12}},    //
      {{1900, 2, 29}, {1900, 3, 13}},    // a day that the Gregorian calendar does not have
      {{300, 2, 28}, {300, 2, 28}},      // where the two agree
      {{-43, 3, 15}, {-43, 3, 13}},      // the Ides of March, 44 BCE
      {{-4712, 1, 1}, {-4713, 11, 24}},  // day 0 of the Julian day numbers
  };
  for (const Pair& pair : pairs) {
    EXPECT_EQ(civilFromJulian(pair.julian), pair.gregorian) << pair.julian.year;
    EXPECT_EQ(julianFromCivil(pair.gregorian), pair.julian) << pair.julian.year;
  }
}

TEST(Julian, RoundTripOfRandomDays) {
  std::mt19937_64 random(41);
  std::uniform_int_distribution<std::int64_t> near(-3'000'000, 3'000'000);
  std::uniform_int_distribution<std::int64_t> far(daysFromCivil({kMinYear, 1, 1}),
                                                  daysFromCivil({kMaxYear, 12, 31}));
  for (int i = 0; i < 200'000; ++i) {
    const CivilDate date = civilFromDays(i % 2 == 0 ? near(random) : far(random));
    const CivilDate julian = julianFromCivil(date);
    ASSERT_EQ(civilFromJulian(julian), date) << date.year << '-' << date.month << '-' << date.day;
    ASSERT_TRUE(julian.month >= 1 && julian.month <= 12) << julian.month;
    ASSERT_TRUE(julian.day >= 1 && julian.day <= daysInJulianMonth(julian.year, julian.month)) << julian.day;
  }
}

TEST(Julian, EveryDayFollowsTheDayBefore) {
  CivilDate julian{-9, 1, 1};
  for (std::int64_t days = daysFromCivil(civilFromJulian(julian)); julian.year < 2'101; ++days) {
    ASSERT_EQ(civilFromJulian(julian), civilFromDays(days));
    if (++julian.day <= daysInJulianMonth(julian.year, julian.month)) continue;
    julian.day = 1;
    julian.year += julian.month == 12 ? 1 : 0;
    julian.month = julian.month % 12 + 1;
  }
}

TEST(Julian, EveryFourthYearHasALeapDay) {
  EXPECT_EQ(daysInJulianMonth(1900, 2), 29);
  EXPECT_EQ(daysInJulianMonth(1901, 2), 28);
  EXPECT_EQ(daysInJulianMonth(0, 2), 29);
  EXPECT_EQ(daysInJulianMonth(-4, 2), 29);
  EXPECT_EQ(daysInJulianMonth(-5, 2), 28);
  EXPECT_EQ(daysInJulianMonth(1900, 4), 30);
}

}  // namespace
}  // namespace entente
