// SPDX-License-Identifier: GPL-3.0-or-later
// delayBetween() against a slow version that goes through every day and zone that two dates may mean.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <limits>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "core/analysis/life_line.h"
#include "core/time/civil.h"

namespace entente {

void PrintTo(const Delay& delay, std::ostream* stream) {
  *stream << delay.leastSeconds << " to " << delay.mostSeconds << (delay.sameDay ? ", same day" : "")
          << (delay.uncertain ? ", uncertain" : "");
  if (delay.days) *stream << ", " << *delay.days << " days";
}

namespace {

constexpr std::int64_t kDay = kSecondsPerDay;

FuzzyDate date(const std::string& edtf) {
  const auto read = FuzzyDate::parse(edtf);
  EXPECT_TRUE(read.has_value()) << edtf;
  return read ? *read : *FuzzyDate::parse("1970");
}

std::optional<Delay> between(const std::string& from, const std::string& to) {
  return delayBetween(date(from), date(to));
}

TEST(DelayBetween, DaysOfOneMonth) {
  EXPECT_EQ(between("2025-06-24", "2025-06-24"), (Delay{-kDay + 1, kDay - 1, true, 0, false}));
  EXPECT_EQ(between("2025-06-24", "2025-06-25"), (Delay{1, 2 * kDay - 1, false, 1, false}));
  EXPECT_EQ(between("2025-06-25", "2025-06-24"), (Delay{-2 * kDay + 1, -1, false, -1, false}));
}

TEST(DelayBetween, AMonthIsNoDay) {
  // From 20 June to a day in August: 41 days and a second at least.
  EXPECT_EQ(between("2025-06-20", "2025-08"),
            (Delay{41 * kDay + 1, 73 * kDay - 1, false, std::nullopt, false}));
  EXPECT_EQ(between("2025-06", "2025-06")->days, std::nullopt);
  EXPECT_FALSE(between("2025-06", "2025-06")->sameDay);
}

TEST(DelayBetween, KnownTimesAreExact) {
  EXPECT_EQ(between("2026-01-18T15:48:00+01:00", "2026-01-18T16:15:30+01:00"),
            (Delay{27 * 60 + 30, 27 * 60 + 30, true, 0, false}));
  EXPECT_EQ(between("2026-01-18T23:30:00-05:00", "2026-01-19T04:40:00Z"), (Delay{600, 600, true, 0, false}));
  EXPECT_EQ(between("2026-01-18T23:30:00Z", "2026-01-19T00:30:00Z"), (Delay{3600, 3600, false, 1, false}));
}

TEST(DelayBetween, AnUnknownZoneWidens) {
  const auto delay = between("1914-07-29T01:00:00", "1914-07-29T20:20:00");
  constexpr std::int64_t kHour = 3600;
  EXPECT_EQ(delay->leastSeconds, 19 * kHour + 20 * 60 - 26 * kHour);
  EXPECT_EQ(delay->mostSeconds, 19 * kHour + 20 * 60 + 26 * kHour);
  EXPECT_EQ(delay->days, std::nullopt);
  EXPECT_FALSE(delay->sameDay);
}

TEST(DelayBetween, QualifiersMakeItUncertain) {
  EXPECT_TRUE(between("2026-01-19?", "2026-01-20")->uncertain);
  EXPECT_TRUE(between("2026-01-19", "2026-01-20~")->uncertain);
  EXPECT_TRUE(between("2026-01-19", "2026-01-20%")->uncertain);
  EXPECT_FALSE(between("2026-01-19", "2026-01-20")->uncertain);
  // It is the begins that are compared.
  EXPECT_FALSE(between("2026-01-19", "2026-01-20/2026-02?")->uncertain);
}

TEST(DelayBetween, NothingWithoutABegin) {
  EXPECT_EQ(between("../2022-05-12", "2022-05-12"), std::nullopt);
  EXPECT_EQ(between("2022-05-12", "/2022-05-12"), std::nullopt);
  EXPECT_NE(between("2022-05-12/..", "2022-05-13/"), std::nullopt);
}

TEST(DelayBetween, TheFarthestYearsFit) {
  const auto delay = between("-9999", "9999-12-31");
  EXPECT_GT(delay->leastSeconds, 0);
  EXPECT_LT(delay->leastSeconds, delay->mostSeconds);
}

/// Seconds, both inclusive.
struct Stretch {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

std::int64_t lengthOf(const DatePart& part) {
  if (part.precision == DatePrecision::Second) return 1;
  return part.precision == DatePrecision::Minute ? 60 : 3600;
}

/// Everything that one date may mean, a day or zone each.
std::vector<Stretch> readingsOf(const DatePart& part) {
  std::vector<Stretch> readings;
  if (part.hasTime) {
    const std::int64_t local = startOfDay({part.year, part.month, part.day}).seconds + part.hour * 3600 +
                               part.minute * 60 + part.second;
    const int first = part.hasOffset ? part.offsetMinutes : -12 * 60;
    const int last = part.hasOffset ? part.offsetMinutes : 14 * 60;
    for (int offset = first; offset <= last; offset += 15)
      readings.push_back({local - offset * 60, local - offset * 60 + lengthOf(part) - 1});
    return readings;
  }
  const bool anyMonth = part.precision == DatePrecision::Year;
  for (int month = anyMonth ? 1 : part.month; month <= (anyMonth ? 12 : part.month); ++month) {
    const bool anyDay = part.precision != DatePrecision::Day;
    for (int day = anyDay ? 1 : part.day; day <= (anyDay ? daysInMonth(part.year, month) : part.day); ++day) {
      const std::int64_t midnight = startOfDay({part.year, month, day}).seconds;
      readings.push_back({midnight, midnight + kDay - 1});
    }
  }
  return readings;
}

/// Readings of the begin that leave room for some reading of the end.
std::vector<Stretch> beginsOf(const FuzzyDate& when) {
  std::vector<Stretch> begins = readingsOf(when.begin());
  if (!when.isInterval() || when.endKind() != EndKind::Known) return begins;
  std::int64_t lastSecond = std::numeric_limits<std::int64_t>::min();
  for (const Stretch& end : readingsOf(when.end()))
    lastSecond = std::max(lastSecond, end.last);
  std::erase_if(begins, [&](const Stretch& begin) { return begin.first > lastSecond; });
  for (Stretch& begin : begins)
    begin.last = std::min(begin.last, lastSecond);
  return begins;
}

/// The UTC days that a stretch touches: no stretch is longer than a day, so its ends show them.
std::pair<std::int64_t, std::int64_t> daysOf(const Stretch& stretch) {
  return {daysFromCivil(dateOf({stretch.first})), daysFromCivil(dateOf({stretch.last}))};
}

Delay slowDelay(const FuzzyDate& from, const FuzzyDate& to) {
  constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  Delay delay{kMost, kLeast, false, {}, false};
  std::int64_t nearest = kMost;
  std::int64_t farthest = kLeast;
  const std::vector<Stretch> ends = beginsOf(to);
  for (const Stretch& a : beginsOf(from)) {
    const auto [firstDay, lastDay] = daysOf(a);
    for (const Stretch& b : ends) {
      const auto [firstEndDay, lastEndDay] = daysOf(b);
      delay.leastSeconds = std::min(delay.leastSeconds, b.first - a.last);
      delay.mostSeconds = std::max(delay.mostSeconds, b.last - a.first);
      nearest = std::min(nearest, firstEndDay - lastDay);
      farthest = std::max(farthest, lastEndDay - firstDay);
    }
  }
  if (nearest == farthest) delay.days = nearest;
  delay.sameDay = delay.days == 0;
  const auto qualified = [](const DatePart& part) { return part.qualifier().any(); };
  delay.uncertain = qualified(from.begin()) || qualified(to.begin());
  return delay;
}

class RandomDates {
 public:
  explicit RandomDates(unsigned seed) : m_random(seed) {}

  FuzzyDate make() {
    for (;;) {
      std::string text = single();
      const int form = below(8);
      if (form == 0) text += "/..";
      if (form == 1) text += "/";
      if (form == 2) text += "/" + single();
      if (auto read = FuzzyDate::parse(text)) return *read;  // an interval may be reversed
    }
  }

 private:
  int below(int end) { return std::uniform_int_distribution(0, end - 1)(m_random); }
  template <class... Numbers>
  static std::string formatted(const char* format, Numbers... numbers) {
    char text[48];
    std::snprintf(text, sizeof text, format, numbers...);
    return text;
  }

  std::string single() {
    static constexpr const char* kZones[] = {"", "Z", "+01:00", "-05:00", "+14:00", "-11:30"};
    static constexpr const char* kQualifiers[] = {"", "", "", "?", "~", "%"};
    const int year = 2023 + below(3);
    const int month = 1 + below(12);
    const int day = 1 + below(daysInMonth(year, month));
    std::string text;
    switch (below(7)) {
      case 0:
        text = formatted("%04d", year);
        break;
      case 1:
        text = formatted("%04d-%02d", year, month);
        break;
      case 2:
        text = formatted("%04d-%02d-%02dT%02d:%02d:%02d", year, month, day, below(24), below(60), below(60)) +
               kZones[below(6)];
        break;
      case 3:
        text =
            formatted("%04d-%02d-%02dT%02d:%02d", year, month, day, below(24), below(60)) + kZones[below(6)];
        break;
      case 4:
        text = formatted("%04d-%02d-%02dT%02d", year, month, day, below(24)) + kZones[below(6)];
        break;
      default:
        // Often close together, so that days coincide.
        text = formatted("2024-02-%02d", 27 + below(3));
    }
    return text + kQualifiers[below(6)];
  }

  std::mt19937 m_random;
};

TEST(DelayBetween, AgreesWithEveryReading) {
  RandomDates dates(2025);
  int sameDays = 0;
  for (int round = 0; round < 4000; ++round) {
    const FuzzyDate from = dates.make();
    const FuzzyDate to = dates.make();
    const auto delay = delayBetween(from, to);
    ASSERT_TRUE(delay.has_value()) << from.edtf() << " -> " << to.edtf();
    ASSERT_EQ(*delay, slowDelay(from, to)) << from.edtf() << " -> " << to.edtf();
    if (delay->sameDay) ++sameDays;
  }
  EXPECT_GT(sameDays, 50);
}

TEST(DelayBetween, BackwardsIsTheSameWithTheOtherSign) {
  RandomDates dates(7);
  for (int round = 0; round < 2000; ++round) {
    const FuzzyDate from = dates.make();
    const FuzzyDate to = dates.make();
    const Delay there = *delayBetween(from, to);
    const Delay back = *delayBetween(to, from);
    ASSERT_EQ(back.leastSeconds, -there.mostSeconds);
    ASSERT_EQ(back.mostSeconds, -there.leastSeconds);
    ASSERT_EQ(back.sameDay, there.sameDay);
    ASSERT_EQ(back.days.value_or(0), -there.days.value_or(0));
    ASSERT_EQ(back.days.has_value(), there.days.has_value());
  }
}

}  // namespace
}  // namespace entente
