// SPDX-License-Identifier: GPL-3.0-or-later
// Intervals between two dates in words: exact days, doubtful days, hours, and what is not known.
#include "app/words/measure_words.h"

#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

DateBounds bounds(const char* edtf) {
  return FuzzyDate::parse(edtf)->bounds();
}

std::string interval(const char* from, const char* to) {
  const std::string words = intervalInWords(bounds(from), bounds(to)).toStdString();
  EXPECT_EQ(intervalInWords(bounds(to), bounds(from)).toStdString(), words) << "the order does not count";
  return words;
}

std::string relation(const char* from, const char* to) {
  return relationInWords(QStringLiteral("A"), bounds(from), QStringLiteral("B"), bounds(to)).toStdString();
}

TEST(MeasureWords, DaysAreCountedFromDayToDay) {
  EXPECT_EQ(interval("2025-06-24", "2025-06-25"), "1 day");
  EXPECT_EQ(interval("2025-06-24", "2025-07-06"), "12 days");
  EXPECT_EQ(interval("2025-06-24", "2025-06-24"), "the same day");
  EXPECT_EQ(interval("1984-06-24", "2025-06-24"), "14,975 days");
}

TEST(MeasureWords, DoubtIsKept) {
  EXPECT_EQ(interval("2025-05", "2025-07-11"), "41 to 71 days");
  EXPECT_EQ(interval("2025-06-24", "2025-06-24/2025-06-30"), "the same day");
  EXPECT_EQ(interval("2025-06-24", "2025-06"), "up to 23 days, either way");
  EXPECT_EQ(interval("2025-06-01", "2025-06"), "up to 29 days");
  EXPECT_EQ(interval("2024", "2025"), "1 to 730 days");
  EXPECT_EQ(interval("../2024", "2025"), "an unknown time");
}

TEST(MeasureWords, HoursAreSaidWhereTheyAreKnown) {
  EXPECT_EQ(interval("2026-01-18T15:48:00Z", "2026-01-18T19:08:00Z"), "3 hours 20 minutes");
  EXPECT_EQ(interval("2026-01-18T15:48:00Z", "2026-01-18T16:48:00+01:00"), "0 minutes");
  EXPECT_EQ(interval("2026-01-18T15:48:00Z", "2026-01-18"), "the same day");
  EXPECT_EQ(interval("2026-01-18T15:48:00Z", "2026-01-21T15:48:00Z"), "3 days");
}

TEST(MeasureWords, RelationsAreCertainOrPossible) {
  EXPECT_EQ(relation("2025-06-24", "2025-06-25"), "A certainly comes first");
  EXPECT_EQ(relation("2025-06-25", "2025-06-24"), "B certainly comes first");
  EXPECT_EQ(relation("2025-06-24", "2025-06-24"), "either may come first");
  EXPECT_EQ(relation("2025-06", "2025-06-30"), "either may come first");
  EXPECT_EQ(relation("2025-06-24", "2025-06-01/2025-06-30"), "A certainly lies within B");
  EXPECT_EQ(relation("2020/..", "2025-06-24"), "B certainly lies within A");
  EXPECT_EQ(relation("2020/2024", "2024/2026"), "A possibly comes first");
  EXPECT_EQ(relation("2019/2023", "2021/2026"), "they certainly overlap");
}

}  // namespace
}  // namespace entente
