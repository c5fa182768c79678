// SPDX-License-Identifier: GPL-3.0-or-later
// Dates that move keep their precision, their qualifiers and their clocks; what has no calendar is refused.
#include "core/time/shift_date.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

#include "core/time/civil.h"

namespace entente {
namespace {

FuzzyDate date(const std::string& edtf) {
  auto parsed = FuzzyDate::parse(edtf);
  EXPECT_TRUE(parsed.has_value()) << edtf;
  return *parsed;
}

std::string moved(const std::string& edtf, DatePrecision unit, std::int64_t steps,
                  MovedPart part = MovedPart::Whole) {
  const auto there = shifted(date(edtf), unit, steps, part);
  return there ? there->edtf() : "refused: " + there.error().message;
}

using enum DatePrecision;

TEST(ShiftDate, DaysAreCountedThroughMonthsAndLeapDays) {
  EXPECT_EQ(moved("2025-06-24", Day, 3), "2025-06-27");
  EXPECT_EQ(moved("2025-06-30", Day, 1), "2025-07-01");
  EXPECT_EQ(moved("2024-02-28", Day, 1), "2024-02-29");
  EXPECT_EQ(moved("2023-02-28", Day, 1), "2023-03-01");
  EXPECT_EQ(moved("1900-02-28", Day, 1), "1900-03-01");
  EXPECT_EQ(moved("2000-03-01", Day, -1), "2000-02-29");
  EXPECT_EQ(moved("2025-01-01", Day, -1), "2024-12-31");
}

TEST(ShiftDate, MonthsAndYearsKeepTheDayOrTheLastOfTheMonth) {
  EXPECT_EQ(moved("2025-01-31", Month, 1), "2025-02-28");
  EXPECT_EQ(moved("2024-01-31", Month, 1), "2024-02-29");
  EXPECT_EQ(moved("2025-03-31", Month, -1), "2025-02-28");
  EXPECT_EQ(moved("2025-11-15", Month, 14), "2027-01-15");
  EXPECT_EQ(moved("2024-02-29", Year, 1), "2025-02-28");
  EXPECT_EQ(moved("2024-02-29", Year, 4), "2028-02-29");
  EXPECT_EQ(moved("2025-06", Month, -6), "2024-12");
  EXPECT_EQ(moved("2025-06", Year, 2), "2027-06");
  EXPECT_EQ(moved("2025", Year, -25), "2000");
  EXPECT_EQ(moved("2025", Decade, 2), "2045");
  EXPECT_EQ(moved("2025", Century, -1), "1925");
  EXPECT_EQ(moved("2025", Millennium, -1), "1025");
}

TEST(ShiftDate, YearsBeforeOursAndBeyondFourDigitsAreWrittenAsTheyAre) {
  EXPECT_EQ(moved("0001", Year, -1), "0000");
  EXPECT_EQ(moved("0000", Year, -1), "-0001");
  EXPECT_EQ(moved("-0001", Year, 2), "0001");
  EXPECT_EQ(moved("-0043-03-15", Day, 17), "-0043-04-01");
  EXPECT_EQ(moved("0000-02-28", Day, 1), "0000-02-29");  // 1 BCE is a leap year
  EXPECT_EQ(moved("-0004-02-29", Year, -1), "-0005-02-28");
  EXPECT_EQ(moved("0000-01-01", Day, -1), "-0001-12-31");
  EXPECT_EQ(moved("9999", Year, 1), "Y10000");
  EXPECT_EQ(moved("Y10000", Year, -1), "9999");
  EXPECT_EQ(moved("-9999", Year, -1), "Y-10000");
  EXPECT_EQ(moved("Y-170000002", Year, 2), "Y-170000000");
}

TEST(ShiftDate, TimesMoveTheirClocksAndKeepTheirOffset) {
  EXPECT_EQ(moved("2025-06-24T23:50Z", Minute, 15), "2025-06-25T00:05Z");
  EXPECT_EQ(moved("2025-06-24T01:00:30+02:00", Hour, -2), "2025-06-23T23:00:30+02:00");
  EXPECT_EQ(moved("2025-06-24T12:00:59", Second, 1), "2025-06-24T12:01:00");
  EXPECT_EQ(moved("2025-06-24T12Z", Hour, 36), "2025-06-26T00Z");
  EXPECT_EQ(moved("2024-02-29T08:30Z", Year, 1), "2025-02-28T08:30Z");
  EXPECT_EQ(moved("2025-06-24T12:00Z", Day, 1), "2025-06-25T12:00Z");
}

TEST(ShiftDate, QualifiersStayWhereTheyAre) {
  EXPECT_EQ(moved("2025-06-24?", Day, 1), "2025-06-25?");
  EXPECT_EQ(moved("2025-06~", Month, 1), "2025-07~");
  EXPECT_EQ(moved("2025%", Year, 1), "2026%");
  EXPECT_EQ(moved("2004-06~-11", Day, 20), "2004-07~-01");
  EXPECT_EQ(moved("2004-?06-11", Day, 1), "2004-?06-12");
  EXPECT_EQ(moved("2004-06-01~/2004-06-20?", Day, -1), "2004-05-31~/2004-06-19?");
}

TEST(ShiftDate, PartsOfAYearFollowEachOther) {
  EXPECT_EQ(moved("2001-21", Season, 1), "2001-22");
  EXPECT_EQ(moved("2001-24", Season, 1), "2002-21");
  EXPECT_EQ(moved("2001-21", Season, -1), "2000-24");
  EXPECT_EQ(moved("2001-33", Season, 6), "2002-35");
  EXPECT_EQ(moved("2001-39", Season, 1), "2002-37");
  EXPECT_EQ(moved("2001-40", Season, -1), "2000-41");
  // In the south autumn, from March, is the first of its year.
  EXPECT_EQ(moved("2001-32", Season, 1), "2001-29");
  EXPECT_EQ(moved("2001-30", Season, 1), "2002-31");
  EXPECT_EQ(moved("2001-22~", Year, 3), "2004-22~");
}

TEST(ShiftDate, IntervalsMoveAsAWholeOrByAnEnd) {
  EXPECT_EQ(moved("2025-06-24/2025-06-25", Day, 7), "2025-07-01/2025-07-02");
  EXPECT_EQ(moved("2025-06-24/2025-06-25", Day, 5, MovedPart::End), "2025-06-24/2025-06-30");
  EXPECT_EQ(moved("2025-06-24/2025-06-25", Day, -5, MovedPart::Begin), "2025-06-19/2025-06-25");
  EXPECT_EQ(moved("2025-06-24/2025-06-25", Day, 1, MovedPart::Begin), "2025-06-25/2025-06-25");
  EXPECT_EQ(moved("2025-06-24/2025-06-25", Day, 2, MovedPart::Begin),
            "refused: The begin would come after the end.");
  EXPECT_EQ(moved("2025-06-24/2025-06-25", Day, -2, MovedPart::End),
            "refused: The begin would come after the end.");
  EXPECT_EQ(moved("2024-10-01/..", Day, 1), "2024-10-02/..");
  EXPECT_EQ(moved("2024-10-01/", Day, 1), "2024-10-02/");
  EXPECT_EQ(moved("../2024-10", Month, 1), "../2024-11");
  EXPECT_EQ(moved("2024-10-01/..", Day, 1, MovedPart::End),
            "refused: An end that is open or not known cannot be moved.");
  // The ends of different precision move by the coarser one.
  EXPECT_EQ(shiftUnit(date("2013/2022-05")), Year);
  EXPECT_EQ(shiftUnit(date("2013/2022-05"), MovedPart::End), Month);
  EXPECT_EQ(shiftUnit(date("../2022-05")), Month);
  EXPECT_EQ(moved("2013/2022-05", Year, 1), "2014/2023-05");
  EXPECT_EQ(moved("2013/2022-05", Month, 1, MovedPart::End), "2013/2022-06");
}

TEST(ShiftDate, WhatHasNoPlaceInTheCalendarIsRefusedWithASentence) {
  for (const char* edtf : {"156X", "1984-XX", "1984-06-XX", "XXXX-12-XX"})
    EXPECT_EQ(moved(edtf, Year, 1), "refused: A date with unspecified digits cannot be moved.") << edtf;
  for (const char* edtf : {"[1667,1668]", "{1667..1670}", "[..1984]"})
    EXPECT_EQ(moved(edtf, Year, 1), "refused: A set of dates cannot be moved.") << edtf;
  for (const char* edtf : {"Y17E7", "1950S2"})
    EXPECT_EQ(moved(edtf, Year, 1), "refused: A rounded year cannot be moved.") << edtf;
  const std::string finer =
      "refused: A date cannot be moved by less than it says: a month not by days, a year not by months.";
  EXPECT_EQ(moved("2025-06", Day, 1), finer);
  EXPECT_EQ(moved("2025", Month, 1), finer);
  EXPECT_EQ(moved("2001-21", Month, 1), finer);
  EXPECT_EQ(moved("2025-06-24", Season, 1), finer);
  EXPECT_EQ(moved("2025-06-24", Hour, 1), finer);
  EXPECT_EQ(moved("2013/2022-05", Month, 1), finer);
  for (const std::int64_t steps : {std::int64_t{99'999'999'999'999}, INT64_MAX, INT64_MIN})
    EXPECT_TRUE(moved("2025", Year, steps).starts_with("refused: ")) << steps;
  EXPECT_TRUE(moved("2025-06-24", Day, INT64_MAX / kSecondsPerDay).starts_with("refused: "));
}

TEST(ShiftDate, ThereAndBackIsWhereItWas) {
  std::mt19937 random(20250624);
  const auto between = [&](std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(random);
  };
  constexpr std::array<const char*, 16> kDates{"2025-06-24",
                                               "2024-02-29",
                                               "-0043-03-15",
                                               "0000-12-31",
                                               "2025-06",
                                               "-0001-01?",
                                               "1914",
                                               "Y-12000",
                                               "2001-24",
                                               "2001-31",
                                               "2001-37~",
                                               "2001-41",
                                               "2025-06-24T23:59:59Z",
                                               "2013/2022-05",
                                               "2024-10-01/..",
                                               "1914-07-29T01+01:00"};
  for (int i = 0; i < 4000; ++i) {
    const FuzzyDate from = date(kDates[static_cast<std::size_t>(i) % kDates.size()]);
    const DatePrecision unit = shiftUnit(from);
    const std::int64_t steps = between(-4000, 4000);
    const auto there = shifted(from, unit, steps);
    ASSERT_TRUE(there.has_value()) << from.edtf() << " by " << steps << ": " << there.error().message;
    EXPECT_EQ(there->precision(), from.precision());
    EXPECT_EQ(there->isUncertain(), from.isUncertain());
    EXPECT_EQ(there->bounds().earliestBegin > from.bounds().earliestBegin,
              steps > 0 && from.beginKind() == EndKind::Known);
    const auto back = shifted(*there, unit, -steps);
    ASSERT_TRUE(back.has_value()) << there->edtf();
    EXPECT_EQ(back->edtf(), from.canonical()) << from.edtf() << " by " << steps;
  }
}

/// Against counting the days one by one.
TEST(ShiftDate, DaysAgreeWithCounting) {
  FuzzyDate day = date("1999-12-30");
  for (int i = 0; i < 900; ++i) {
    EXPECT_EQ(moved("1999-12-30", Day, i), day.edtf());
    const auto next = shifted(day, Day, 1);
    ASSERT_TRUE(next.has_value());
    EXPECT_EQ(next->bounds().earliestBegin.seconds, day.bounds().earliestBegin.seconds + kSecondsPerDay);
    day = *next;
  }
}

}  // namespace
}  // namespace entente
