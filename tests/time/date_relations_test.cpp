// SPDX-License-Identifier: GPL-3.0-or-later
// Relations of fuzzy dates against an enumeration of all their readings.
#include "core/time/date_relations.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "core/time/civil.h"

namespace entente {
namespace {

/// Readings of small bounds, second by second.
std::vector<TimeSpan> readingsOf(const DateBounds& bounds) {
  std::vector<TimeSpan> readings;
  for (std::int64_t begin = bounds.earliestBegin.seconds; begin <= bounds.latestBegin.seconds; ++begin) {
    for (std::int64_t end = bounds.earliestEnd.seconds; end <= bounds.latestEnd.seconds; ++end) {
      if (begin < end) readings.push_back({{begin}, {end}});
    }
  }
  return readings;
}

/// Of a kind that expressions have: a date somewhere within a few seconds, or an interval between two such.
DateBounds randomBounds(std::mt19937& random) {
  const auto second = [&random](int most) {
    return static_cast<std::int64_t>(random() % static_cast<unsigned>(most));
  };
  const std::int64_t begin = second(10);
  const std::int64_t beginEnds = begin + 1 + second(4);
  if (random() % 2 == 0) return {{begin}, {beginEnds - 1}, {begin + 1}, {beginEnds}};
  const std::int64_t end = begin + second(8);
  const std::int64_t endEnds = std::max(end + 1 + second(4), begin + 1);
  return {{begin}, {std::min(beginEnds - 1, endEnds - 1)}, {std::max(end + 1, begin + 1)}, {endEnds}};
}

template <class Holds>
Certainty overReadings(const DateBounds& a, const DateBounds& b, Holds holds) {
  bool all = true;
  bool some = false;
  for (const TimeSpan& x : readingsOf(a)) {
    for (const TimeSpan& y : readingsOf(b)) {
      const bool one = holds(x, y);
      all = all && one;
      some = some || one;
    }
  }
  return all ? Certainty::Certain : some ? Certainty::Possible : Certainty::Impossible;
}

TEST(DateRelations, AreWhatAllReadingsSayTogether) {
  std::mt19937 random(5);
  std::array<std::array<int, 3>, 4> seen{};
  for (int i = 0; i < 4'000; ++i) {
    const DateBounds a = randomBounds(random);
    const DateBounds b = randomBounds(random);
    const std::array<Certainty, 4> found{overlaps(a, b), isBefore(a, b), isAfter(a, b), isDuring(a, b)};
    const std::array<Certainty, 4> expected{
        overReadings(a, b, [](TimeSpan x, TimeSpan y) { return x.overlaps(y); }),
        overReadings(a, b, [](TimeSpan x, TimeSpan y) { return x.end <= y.begin; }),
        overReadings(a, b, [](TimeSpan x, TimeSpan y) { return y.end <= x.begin; }),
        overReadings(a, b, [](TimeSpan x, TimeSpan y) { return y.begin <= x.begin && x.end <= y.end; })};
    for (std::size_t k = 0; k < found.size(); ++k) {
      ASSERT_EQ(found.at(k), expected.at(k))
          << k << ": " << a.earliestBegin.seconds << ' ' << a.latestBegin.seconds << ' '
          << a.earliestEnd.seconds << ' ' << a.latestEnd.seconds << " / " << b.earliestBegin.seconds << ' '
          << b.latestBegin.seconds << ' ' << b.earliestEnd.seconds << ' ' << b.latestEnd.seconds;
      ++seen.at(k).at(static_cast<std::size_t>(found.at(k)));
    }
  }
  for (const auto& relation : seen) {
    for (const int count : relation)
      EXPECT_GT(count, 20);
  }
}

TEST(DateRelations, DurationsAreThoseOfAllReadings) {
  std::mt19937 random(6);
  for (int i = 0; i < 1'000; ++i) {
    const DateBounds a = randomBounds(random);
    const DateBounds b = randomBounds(random);
    DurationBounds between{1'000, -1'000};
    DurationBounds length{1'000, -1'000};
    for (const TimeSpan& x : readingsOf(a)) {
      length = {std::min(length.least, x.seconds()), std::max(length.most, x.seconds())};
      for (const TimeSpan& y : readingsOf(b)) {
        const std::int64_t seconds = y.begin.seconds - x.begin.seconds;
        between = {std::min(between.least, seconds), std::max(between.most, seconds)};
      }
    }
    ASSERT_EQ(fromBeginToBegin(a, b), between);
    ASSERT_EQ(lengthOf(a), length);
  }
}

}  // namespace
}  // namespace entente
