// SPDX-License-Identifier: GPL-3.0-or-later
// Every example of the Library of Congress EDTF specification with its level, days and canonical text;
// unspecified digits against a walk over the calendar; what is read beyond the specification.
#include "core/time/edtf.h"

#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <ostream>
#include <random>
#include <string>

#include "core/time/civil.h"
#include "core/time/edtf_days.h"
#include "core/time/fuzzy_date.h"

namespace entente {

void PrintTo(const DayRange& days, std::ostream* out) {
  *out << dayText(days.first) << " to " << dayText(days.last);
}

namespace {

struct Example {
  const char* edtf;
  int level;
  const char* earliest;  ///< "": the standard gives no day
  const char* latest;
  const char* canonical = nullptr;  ///< not given: as written
};

void PrintTo(const Example& example, std::ostream* out) {
  *out << example.edtf;
}

std::string textOf(const OutermostDay& day, const char* infinite) {
  switch (day.kind) {
    case OutermostDay::Kind::Day:
      return dayText(day.day);
    case OutermostDay::Kind::Infinite:
      return infinite;
    case OutermostDay::Kind::Unknown:
      return "unknown";
    case OutermostDay::Kind::NotDefined:
      break;
  }
  return {};
}

class Specification : public testing::TestWithParam<Example> {};

TEST_P(Specification, HasLevelDaysAndText) {
  const Example& example = GetParam();
  std::optional<EdtfProblem> deviation;
  const auto date = FuzzyDate::read(example.edtf, &deviation);
  ASSERT_TRUE(date) << date.error().offset << ": " << date.error().reason;
  EXPECT_FALSE(deviation) << deviation->reason;
  EXPECT_EQ(date->level(), example.level);
  const OutermostDays days = outermostDays(date->expression());
  EXPECT_EQ(textOf(days.earliest, "-inf"), example.earliest);
  EXPECT_EQ(textOf(days.latest, "inf"), example.latest);
  EXPECT_EQ(date->canonical(), example.canonical ? example.canonical : example.edtf);
}

INSTANTIATE_TEST_SUITE_P(Level0, Specification,
                         testing::Values(Example{"1985-04-12", 0, "1985-04-12", "1985-04-12"},
                                         Example{"1985-04", 0, "1985-04-01", "1985-04-30"},
                                         Example{"1985", 0, "1985-01-01", "1985-12-31"},
                                         Example{"1985-04-12T23:20:30", 0, "1985-04-12", "1985-04-12"},
                                         Example{"1985-04-12T23:20:30Z", 0, "1985-04-12", "1985-04-12"},
                                         Example{"1985-04-12T23:20:30-04", 0, "1985-04-12", "1985-04-12",
                                                 "1985-04-12T23:20:30-04:00"},
                                         Example{"1985-04-12T23:20:30+04:30", 0, "1985-04-12", "1985-04-12"},
                                         Example{"1964/2008", 0, "1964-01-01", "2008-12-31"},
                                         Example{"2004-06/2006-08", 0, "2004-06-01", "2006-08-31"},
                                         Example{"2004-02-01/2005-02-08", 0, "2004-02-01", "2005-02-08"},
                                         Example{"2004-02-01/2005-02", 0, "2004-02-01", "2005-02-28"},
                                         Example{"2004-02-01/2005", 0, "2004-02-01", "2005-12-31"},
                                         Example{"2005/2006-02", 0, "2005-01-01", "2006-02-28"},
                                         Example{"0000", 0, "0000-01-01", "0000-12-31"},
                                         Example{"2000-02-29", 0, "2000-02-29", "2000-02-29"}));

INSTANTIATE_TEST_SUITE_P(
    Level1, Specification,
    testing::Values(
        Example{"Y170000002", 1, "170000002-01-01", "170000002-12-31"},
        Example{"Y-170000002", 1, "-170000002-01-01", "-170000002-12-31"}, Example{"2001-21", 1, "", ""},
        Example{"2001-24", 1, "", ""}, Example{"1984?", 1, "1984-01-01", "1984-12-31"},
        Example{"2004-06~", 1, "2004-06-01", "2004-06-30"},
        Example{"2004-06-11%", 1, "2004-06-11", "2004-06-11"}, Example{"201X", 1, "2010-01-01", "2019-12-31"},
        Example{"20XX", 1, "2000-01-01", "2099-12-31"}, Example{"2004-XX", 1, "2004-01-01", "2004-12-31"},
        Example{"1985-04-XX", 1, "1985-04-01", "1985-04-30"},
        Example{"1985-XX-XX", 1, "1985-01-01", "1985-12-31"},
        Example{"1985-04-12/..", 1, "1985-04-12", "inf"}, Example{"1985-04/..", 1, "1985-04-01", "inf"},
        Example{"1985/..", 1, "1985-01-01", "inf"}, Example{"../1985-04-12", 1, "-inf", "1985-04-12"},
        Example{"../1985-04", 1, "-inf", "1985-04-30"}, Example{"../1985", 1, "-inf", "1985-12-31"},
        Example{"1985-04-12/", 1, "1985-04-12", "unknown"}, Example{"1985-04/", 1, "1985-04-01", "unknown"},
        Example{"1985/", 1, "1985-01-01", "unknown"}, Example{"/1985-04-12", 1, "unknown", "1985-04-12"},
        Example{"/1985-04", 1, "unknown", "1985-04-30"}, Example{"/1985", 1, "unknown", "1985-12-31"},
        Example{"2004-06-01/", 1, "2004-06-01", "unknown"},
        Example{"1984~/2004-06", 1, "1984-01-01", "2004-06-30"},
        Example{"-1985", 1, "-1985-01-01", "-1985-12-31"},
        Example{"-0044-03-15", 1, "-0044-03-15", "-0044-03-15"}));

INSTANTIATE_TEST_SUITE_P(
    Level2, Specification,
    testing::Values(
        Example{"Y-17E7", 2, "-170000000-01-01", "-170000000-12-31"},
        Example{"Y17E7", 2, "170000000-01-01", "170000000-12-31"},
        Example{"1950S2", 2, "1900-01-01", "1999-12-31"},
        Example{"Y171010000S3", 2, "171000000-01-01", "171999999-12-31"},
        Example{"Y3388E2S3", 2, "338000-01-01", "338999-12-31"},
        Example{"-1950S2", 2, "-1999-01-01", "-1900-12-31"},
        Example{"2001-34", 2, "2001-04-01", "2001-06-30"}, Example{"2001-25", 2, "", ""},
        Example{"2001-38", 2, "2001-05-01", "2001-08-31"}, Example{"2001-41", 2, "2001-07-01", "2001-12-31"},
        Example{"[1667,1668,1670..1672]", 2, "1667-01-01", "1672-12-31"},
        Example{"[19XX-02..2001]", 2, "1900-02-01", "2001-12-31"},
        Example{"[..1760-12-03]", 2, "-inf", "1760-12-03"}, Example{"[1760-12..]", 2, "1760-12-01", "inf"},
        Example{"[1760-01,1760-02,1760-12..]", 2, "1760-01-01", "inf"},
        Example{"[1667,1760-12]", 2, "1667-01-01", "1760-12-31"},
        Example{"[..1984]", 2, "-inf", "1984-12-31"}, Example{"[1668,1667]", 2, "1667-01-01", "1668-12-31"},
        Example{"{1667,1668,1670..1672}", 2, "1667-01-01", "1672-12-31"},
        Example{"{1960,1961-12}", 2, "1960-01-01", "1961-12-31"},
        Example{"{..1984}", 2, "-inf", "1984-12-31"}, Example{"2004-06~-11", 2, "2004-06-11", "2004-06-11"},
        Example{"2004?-06-11", 2, "2004-06-11", "2004-06-11"},
        Example{"?2004-06-~11", 2, "2004-06-11", "2004-06-11"},
        Example{"2004-%06-11", 2, "2004-06-11", "2004-06-11"},
        Example{"?2004-?06-?11", 2, "2004-06-11", "2004-06-11", "2004-06-11?"},
        Example{"2004?-06~", 2, "2004-06-01", "2004-06-30", "%2004-~06"},
        Example{"156X-12-25", 2, "1560-12-25", "1569-12-25"},
        Example{"15XX-12-25", 2, "1500-12-25", "1599-12-25"},
        Example{"XXXX-12-XX", 2, "0000-12-01", "9999-12-31"},
        Example{"1XXX-XX", 2, "1000-01-01", "1999-12-31"}, Example{"1XXX-12", 2, "1000-12-01", "1999-12-31"},
        Example{"1984-1X", 2, "1984-10-01", "1984-12-31"},
        Example{"19XX-02-29", 2, "1904-02-29", "1996-02-29"},
        Example{"-0XXX", 2, "-0999-01-01", "-0001-12-31"},
        Example{"2004-06-~01/2004-06-~20", 2, "2004-06-01", "2004-06-20"},
        Example{"2004-06-XX/2004-07-03", 2, "2004-06-01", "2004-07-03"}));

struct Deviation {
  const char* edtf;
  std::size_t offset;
};

TEST(Edtf, WhatOnlyArchivesReadIsTold) {
  for (const Deviation& one :
       {Deviation{"2020-06-01T20:30Z", 11}, Deviation{"2020-06-01T20", 11},
        Deviation{"2020-06-01T20:30:05Z?", 20}, Deviation{"2020-06-01T20:30:05Z/2021", 10}}) {
    std::optional<EdtfProblem> deviation;
    ASSERT_TRUE(FuzzyDate::read(one.edtf, &deviation)) << one.edtf;
    ASSERT_TRUE(deviation) << one.edtf;
    EXPECT_EQ(deviation->offset, one.offset) << one.edtf;
  }
}

TEST(Edtf, PrecisionEndsBeforeTheFirstUnspecifiedDigit) {
  const auto precision = [](const char* edtf) { return FuzzyDate::parse(edtf)->precision(); };
  EXPECT_EQ(precision("156X"), DatePrecision::Decade);
  EXPECT_EQ(precision("156X-12-25"), DatePrecision::Decade);
  EXPECT_EQ(precision("15XX"), DatePrecision::Century);
  EXPECT_EQ(precision("1X6X"), DatePrecision::Millennium);
  EXPECT_EQ(precision("XXXX"), DatePrecision::AllTime);
  EXPECT_EQ(precision("1984-XX-25"), DatePrecision::Year);
  EXPECT_EQ(precision("1984-06-XX"), DatePrecision::Month);
  EXPECT_EQ(precision("1984-21"), DatePrecision::Season);
  EXPECT_EQ(precision("[1984-06-01,1985]"), DatePrecision::Year);
}

TEST(Edtf, SetsOfOneAndOfAllDiffer) {
  const Instant end = startOfYear(1673);
  const DateBounds one = FuzzyDate::parse("[1667,1672]")->bounds();
  EXPECT_EQ(one,
            (DateBounds{startOfYear(1667), plusSeconds(end, -1), plusSeconds(startOfYear(1667), 1), end}));
  const DateBounds all = FuzzyDate::parse("{1667,1672}")->bounds();
  EXPECT_EQ(all, (DateBounds{startOfYear(1667), plusSeconds(startOfYear(1668), -1),
                             plusSeconds(startOfYear(1672), 1), end}));
  EXPECT_EQ(FuzzyDate::parse("{1672,1667}")->bounds(), all);
  EXPECT_EQ(FuzzyDate::parse("[..1983]")->beginKind(), EndKind::Unknown);
  EXPECT_EQ(FuzzyDate::parse("[..1983]")->bounds(),
            (DateBounds{kBeginningOfTime, plusSeconds(startOfYear(1984), -1),
                        plusSeconds(kBeginningOfTime, 1), startOfYear(1984)}));
  EXPECT_EQ(FuzzyDate::parse("{..1983}")->beginKind(), EndKind::Open);
  EXPECT_EQ(FuzzyDate::parse("{..1983}")->bounds().latestBegin, kBeginningOfTime);
  EXPECT_EQ(FuzzyDate::parse("{1983..}")->bounds().earliestEnd, kEndOfTime);
}

TEST(Edtf, SeasonsHaveTheirMonths) {
  const auto days = [](const char* edtf) { return *daysOf(FuzzyDate::parse(edtf)->begin()); };
  EXPECT_EQ(days("2001-21"), (DayRange{{2001, 3, 1}, {2001, 5, 31}}));
  EXPECT_EQ(days("2003-24"), (DayRange{{2003, 12, 1}, {2004, 2, 29}}));
  EXPECT_EQ(days("2003-28"), days("2003-24"));
  EXPECT_EQ(days("2001-29"), (DayRange{{2001, 9, 1}, {2001, 11, 30}}));
  EXPECT_EQ(days("2003-30"), days("2003-24"));
  EXPECT_EQ(days("2001-31"), days("2001-21"));
  EXPECT_EQ(days("2001-33"), (DayRange{{2001, 1, 1}, {2001, 3, 31}}));
  EXPECT_EQ(days("2001-36"), (DayRange{{2001, 10, 1}, {2001, 12, 31}}));
  EXPECT_EQ(days("2001-37"), (DayRange{{2001, 1, 1}, {2001, 4, 30}}));
  EXPECT_EQ(days("2001-40"), (DayRange{{2001, 1, 1}, {2001, 6, 30}}));
  EXPECT_EQ(days("19XX-24"), (DayRange{{1900, 12, 1}, {2000, 2, 29}}));
}

/// The days of a few centuries that fit a pattern with X, found by looking at each.
std::optional<DayRange> daysThatFit(const std::string& pattern) {
  std::optional<DayRange> found;
  for (std::int64_t day = daysFromCivil({1900, 1, 1}); day < daysFromCivil({2100, 1, 1}); ++day) {
    const CivilDate date = civilFromDays(day);
    const std::string text = dayText(date);
    bool fits = true;
    for (std::size_t i = 0; i < pattern.size(); ++i)
      fits = fits && (pattern[i] == 'X' || pattern[i] == text[i]);
    if (!fits) continue;
    if (!found) found = DayRange{date, date};
    found->last = date;
  }
  return found;
}

TEST(Edtf, UnspecifiedDigitsAreThoseOfTheCalendar) {
  std::mt19937 random(7);
  int refused = 0;
  for (int i = 0; i < 300; ++i) {
    const std::int64_t first = daysFromCivil({1900, 1, 1});
    std::string text = dayText(civilFromDays(first + static_cast<std::int64_t>(random() % 73'000)));
    if (random() % 4 == 0) text.replace(8, 2, "31");
    // The first two digits stay, so that the walk above sees all of it.
    for (const std::size_t at : {2U, 3U, 5U, 6U, 8U, 9U}) {
      if (random() % 3 == 0) text[at] = 'X';
    }
    if (text.find('X') == std::string::npos) continue;
    text.resize(random() % 3 == 0 ? 7 : 10);
    if (text.find('X') == std::string::npos) continue;
    const auto expected = daysThatFit(text);
    const auto date = FuzzyDate::parse(text);
    ASSERT_EQ(date.has_value(), expected.has_value()) << text;
    if (!expected) ++refused;
    if (expected) {
      ASSERT_EQ(*daysOf(date->begin()), *expected) << text;
    }
  }
  EXPECT_GT(refused, 3);
}

}  // namespace
}  // namespace entente
