// SPDX-License-Identifier: GPL-3.0-or-later
// The calendar against std::chrono where that reaches, and against its own rules where it does not.
#include "core/time/civil.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>

namespace entente {
namespace {

std::chrono::year_month_day chronoDate(const CivilDate& date) {
  return {std::chrono::year(static_cast<int>(date.year)),
          std::chrono::month(static_cast<unsigned>(date.month)),
          std::chrono::day(static_cast<unsigned>(date.day))};
}

CivilDate nextDay(CivilDate date) {
  if (++date.day <= daysInMonth(date.year, date.month)) return date;
  date.day = 1;
  if (++date.month <= 12) return date;
  date.month = 1;
  ++date.year;
  return date;
}

TEST(Civil, KnownDays) {
  EXPECT_EQ(daysFromCivil({1970, 1, 1}), 0);
  EXPECT_EQ(daysFromCivil({1969, 12, 31}), -1);
  EXPECT_EQ(daysFromCivil({2000, 3, 1}), 11'017);
  EXPECT_EQ(daysFromCivil({0, 1, 1}), -719'528);
  EXPECT_EQ(startOfDay({2025, 6, 24}).seconds, 1'750'723'200);
  EXPECT_EQ(startOfYear(2001).seconds, 978'307'200);
}

TEST(Civil, AgreesWithChronoInItsRange) {
  std::mt19937_64 random(11);
  std::uniform_int_distribution<std::int64_t> anyDay(daysFromCivil({-32767, 1, 1}),
                                                     daysFromCivil({32767, 12, 31}));
  for (int i = 0; i < 200'000; ++i) {
    const std::int64_t days = anyDay(random);
    const std::chrono::sys_days chronoDays{std::chrono::days(days)};
    const CivilDate date = civilFromDays(days);
    ASSERT_EQ(chronoDate(date), std::chrono::year_month_day(chronoDays)) << days;
    ASSERT_EQ(daysFromCivil(date), days);
    ASSERT_EQ(weekday(days), static_cast<int>(std::chrono::weekday(chronoDays).iso_encoding())) << days;
  }
}

TEST(Civil, YearsAndMonthsAgreeWithChrono) {
  for (int year = -2'000; year <= 4'000; ++year) {
    ASSERT_EQ(isLeapYear(year), std::chrono::year(year).is_leap()) << year;
    for (int month = 1; month <= 12; ++month) {
      const auto last =
          std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) / std::chrono::last;
      ASSERT_EQ(daysInMonth(year, month), static_cast<int>(static_cast<unsigned>(last.day())))
          << year << '-' << month;
    }
  }
}

TEST(Civil, RoundTripFarOutsideChrono) {
  std::mt19937_64 random(12);
  std::uniform_int_distribution<std::int64_t> anyDay(-10'000'000'000'000, 10'000'000'000'000);
  for (int i = 0; i < 200'000; ++i) {
    const std::int64_t days = anyDay(random);
    const CivilDate date = civilFromDays(days);
    ASSERT_EQ(daysFromCivil(date), days);
    ASSERT_EQ(civilFromDays(days + 1), nextDay(date)) << days;
    ASSERT_EQ(weekday(days + 1), weekday(days) % 7 + 1) << days;
  }
}

TEST(Civil, EveryDayFollowsTheDayBefore) {
  // Two eras and a bit around year 0, where signs change.
  CivilDate date{-401, 1, 1};
  for (std::int64_t days = daysFromCivil(date); date.year < 401; ++days, date = nextDay(date)) {
    ASSERT_EQ(civilFromDays(days), date);
    ASSERT_EQ(daysFromCivil(date), days);
  }
}

TEST(Civil, BordersOfMonthsAndYears) {
  EXPECT_EQ(startOfMonth(2024, 13), startOfYear(2025));
  EXPECT_EQ(startOfMonth(2024, 0), startOfDay({2023, 12, 1}));
  EXPECT_EQ(startOfMonth(2024, 1), startOfYear(2024));
  EXPECT_EQ(startOfMonth(2024, 3).seconds - startOfMonth(2024, 2).seconds, 29 * kSecondsPerDay);
}

TEST(Civil, InstantsSplitIntoDateAndTime) {
  EXPECT_EQ(dateOf({-1}), (CivilDate{1969, 12, 31}));
  EXPECT_EQ(timeOf({-1}), (CivilTime{23, 59, 59}));
  std::mt19937_64 random(13);
  std::uniform_int_distribution<std::int64_t> any(kBeginningOfTime.seconds, kEndOfTime.seconds);
  for (int i = 0; i < 100'000; ++i) {
    const Instant at{any(random)};
    const CivilTime time = timeOf(at);
    ASSERT_TRUE(time.hour >= 0 && time.hour < 24 && time.minute >= 0 && time.minute < 60 &&
                time.second >= 0 && time.second < 60);
    ASSERT_EQ(startOfDay(dateOf(at)).seconds + time.hour * 3600 + time.minute * 60 + time.second, at.seconds);
  }
}

TEST(Civil, DatesOfTheFirstAndLastYearLieWithinTheEndsOfTime) {
  EXPECT_GT(startOfYear(kMinYear), kBeginningOfTime);
  EXPECT_LT(startOfYear(kMaxYear + 1), kEndOfTime);
  EXPECT_EQ(dateOf(startOfYear(kMinYear)), (CivilDate{kMinYear, 1, 1}));
  EXPECT_EQ(dateOf(plusSeconds(startOfYear(kMaxYear + 1), -1)), (CivilDate{kMaxYear, 12, 31}));
}

TEST(Civil, WeeksOfIso8601) {
  const auto week = [](std::int64_t year, int month, int day) {
    return isoWeekOf(daysFromCivil({year, month, day}));
  };
  EXPECT_EQ(week(2025, 6, 24), (IsoWeek{2025, 26}));
  EXPECT_EQ(week(2024, 12, 30), (IsoWeek{2025, 1}));
  EXPECT_EQ(week(2021, 1, 3), (IsoWeek{2020, 53}));
  EXPECT_EQ(week(2021, 1, 4), (IsoWeek{2021, 1}));
  EXPECT_EQ(week(1970, 1, 1), (IsoWeek{1970, 1}));
  EXPECT_EQ(week(-1, 12, 31), (IsoWeek{-1, 52}));
  // Every week has seven days, and its number grows by one or begins anew on a Monday.
  for (std::int64_t day = daysFromCivil({1990, 1, 1}); day < daysFromCivil({2035, 1, 1}); ++day) {
    const IsoWeek one = isoWeekOf(day);
    const IsoWeek next = isoWeekOf(day + 1);
    if (weekday(day) != 7) {
      ASSERT_EQ(one, next);
      continue;
    }
    ASSERT_TRUE(next.week == one.week + 1 || (next.week == 1 && next.year == one.year + 1 && one.week >= 52));
  }
}

}  // namespace
}  // namespace entente
