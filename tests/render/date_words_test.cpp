// SPDX-License-Identifier: GPL-3.0-or-later
// What every sort of fuzzy date is called.
#include "app/render/date_words.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace entente {
namespace {

FuzzyDate dateOf(const std::string& edtf) {
  const Result<FuzzyDate> date = FuzzyDate::parse(edtf);
  EXPECT_TRUE(date) << edtf << ": " << date.error().message;
  return *date;
}

struct Case {
  std::string edtf;
  std::string words;
};

void PrintTo(const Case& shown, std::ostream* out) {
  *out << shown.edtf;
}

class DateWordsTest : public testing::TestWithParam<Case> {};

TEST_P(DateWordsTest, SaysIt) {
  EXPECT_EQ(dateInWords(dateOf(GetParam().edtf)).toStdString(), GetParam().words) << GetParam().edtf;
}

INSTANTIATE_TEST_SUITE_P(
    Single, DateWordsTest,
    testing::Values(Case{"2025-06-24", "24 June 2025"},
                    Case{"2026-01-18T15:48+01:00", "18 January 2026, 15:48 (UTC+1)"},
                    Case{"2026-01-18T15:48:07Z", "18 January 2026, 15:48:07 (UTC)"},
                    Case{"2020-06-01T20:30:00-03:30", "1 June 2020, 20:30 (UTC-3:30)"},
                    Case{"2026-01-18T15Z", "18 January 2026, between 15:00 and 16:00 (UTC)"},
                    Case{"1914-07-29T01:00", "29 July 1914, 01:00, zone unknown"},
                    Case{"2018-06", "some time in June 2018"}, Case{"2018", "2018"},
                    Case{"2020~", "about 2020"}, Case{"2020-03~", "about March 2020"},
                    Case{"2020%", "about 2020, uncertain"}, Case{"2026-01-19?", "19 January 2026, uncertain"},
                    Case{"2018-06?", "some time in June 2018, uncertain"},
                    Case{"-0043-03-15", "15 March 44 BCE"}, Case{"0000", "1 BCE"}));

INSTANTIATE_TEST_SUITE_P(
    Interval, DateWordsTest,
    testing::Values(
        Case{"2025-06-24/2025-06-25", "24 to 25 June 2025"},
        Case{"2025-06-30/2025-07-02", "30 June to 2 July 2025"},
        Case{"2025-12-30/2026-01-02", "30 December 2025 to 2 January 2026"},
        Case{"2025-06/2025-08", "June to August 2025"},
        Case{"2025-12/2026-01", "December 2025 to January 2026"}, Case{"2017/2019", "2017 to 2019"},
        Case{"2025-06-24/2025-06-24", "24 June 2025"}, Case{"2017/2017", "2017"},
        Case{"2017-03/2017-03", "some time in March 2017"}, Case{"2017/2019-05-04", "2017 to 4 May 2019"},
        Case{"2026-01-18T15:48+01:00/2026-01-18T16:10+01:00", "18 January 2026, 15:48 to 16:10 (UTC+1)"},
        Case{"2026-01-18T15:48/2026-01-18T16:10", "18 January 2026, 15:48 to 16:10, zone unknown"},
        Case{"2026-01-18T15:48Z/2026-01-19T16:10Z",
             "from 18 January 2026, 15:48 (UTC) to 19 January 2026, 16:10 (UTC)"},
        Case{"2024-10-01/..", "from 1 October 2024 until now"},
        Case{"2024-10-01?/..", "from 1 October 2024, uncertain, until now"},
        Case{"2024-10-01/", "from 1 October 2024, end unknown"}, Case{"../2022-05-12", "until 12 May 2022"},
        Case{"/2022-05-12", "until 12 May 2022, begin unknown"},
        Case{"2013?/2022-05", "from 2013, uncertain, to May 2022"},
        Case{"2013/2022-05~", "from 2013 to about May 2022"}, Case{"../..", "at all times"}));

INSTANTIATE_TEST_SUITE_P(
    LevelsOneAndTwo, DateWordsTest,
    testing::Values(
        Case{"196X", "some time in the 1960s"}, Case{"196X~", "about the 1960s"},
        Case{"19XX", "a year from 1900 to 1999"}, Case{"XXXX", "a year that is not known"},
        Case{"-004X", "a year from 50 BCE to 41 BCE"}, Case{"2004-XX", "a month in 2004"},
        Case{"2004-XX-XX", "a day in 2004"}, Case{"2004-06-XX", "a day in June 2004"},
        Case{"156X-12-25", "a day from 25 December 1560 to 25 December 1569"},
        Case{"1984-1X", "a day from 1 October 1984 to 31 December 1984"},
        Case{"2024-21", "some time in spring 2024"}, Case{"2024-24", "some time in winter 2024 to 2025"},
        Case{"2024-29", "some time in spring 2024 in the south"},
        Case{"2024-35", "some time in the third quarter of 2024"},
        Case{"2024-40~", "about the first half of 2024"},
        Case{"1950S2", "1950, estimated (between 1900 and 1999)"}, Case{"Y170000002", "170,000,002"},
        Case{"Y-17E7", "170,000,001 BCE"}, Case{"2004-06~-11", "11 June 2004, year and month approximate"},
        Case{"2004?-06-11", "11 June 2004, year uncertain"},
        Case{"?2004-06-~11", "11 June 2004, year uncertain, day approximate"},
        Case{"2004-%06", "some time in June 2004, month uncertain, month approximate"},
        Case{"[1667,1668,1670..1672]", "1667, 1668 or 1670 to 1672"},
        Case{"{1667,1668,1670..1672}", "1667, 1668 and 1670 to 1672"},
        Case{"[1960..1962]", "some time between 1960 and 1962"}, Case{"[..1983]", "1983 or before"},
        Case{"[1760-12..]", "December 1760 or later"}, Case{"{..1984}", "1984 and before"},
        Case{"[1760-01,1760-12..]", "January 1760 or December 1760 or later"},
        Case{"2004-06-~01/2004-06-~20", "from 1 June 2004, day approximate to 20 June 2004, day approximate"},
        Case{"196X/1972", "the 1960s to 1972"}));

TEST(WeekdayAndDateTest, NamesTheDayOfASingleDayAlone) {
  EXPECT_EQ(weekdayAndDate(dateOf("2025-06-24")).toStdString(), "Tuesday 24 June 2025");
  EXPECT_EQ(weekdayAndDate(dateOf("1970-01-01")).toStdString(), "Thursday 1 January 1970");
  EXPECT_EQ(weekdayAndDate(dateOf("1914-07-29T01:00")).toStdString(),
            "Wednesday 29 July 1914, 01:00, zone unknown (16 July Old Style)");
  EXPECT_EQ(weekdayAndDate(dateOf("2025-06")).toStdString(), "some time in June 2025");
  EXPECT_EQ(weekdayAndDate(dateOf("2025-06-24/2025-06-25")).toStdString(), "24 to 25 June 2025");
}

TEST(WeekdayAndDateTest, SaysOldDaysInBothCalendars) {
  EXPECT_EQ(weekdayAndDate(dateOf("1917-11-07")).toStdString(),
            "Wednesday 7 November 1917 (25 October Old Style)");
  EXPECT_EQ(weekdayAndDate(dateOf("1918-01-05?")).toStdString(),
            "Saturday 5 January 1918, uncertain (23 December 1917 Old Style)");
  EXPECT_EQ(weekdayAndDate(dateOf("1923-02-28")).toStdString(),
            "Wednesday 28 February 1923 (15 February Old Style)");
  EXPECT_EQ(weekdayAndDate(dateOf("1923-03-01")).toStdString(), "Thursday 1 March 1923");
  EXPECT_EQ(weekdayAndDate(dateOf("-0043-03-13")).toStdString(),
            "Wednesday 13 March 44 BCE (15 March Old Style)");
  EXPECT_EQ(weekdayAndDate(dateOf("1917-11")).toStdString(), "some time in November 1917");
  EXPECT_EQ(weekdayAndDate(dateOf("1917-11-XX")).toStdString(), "a day in November 1917");
}

TEST(HourWordsTest, SaysThatTheHourIsUnknownWhereTheDayIsKnown) {
  const HourWords say = HourWords::SayIfUnknown;
  EXPECT_EQ(dateInWords(dateOf("2025-06-24"), say).toStdString(), "24 June 2025, hour unknown");
  EXPECT_EQ(weekdayAndDate(dateOf("2025-06-24?"), say).toStdString(),
            "Tuesday 24 June 2025, hour unknown, uncertain");
  EXPECT_EQ(dateInWords(dateOf("2025-06"), say).toStdString(), "some time in June 2025");
  EXPECT_EQ(dateInWords(dateOf("2025-06-24T10:00Z"), say).toStdString(), "24 June 2025, 10:00 (UTC)");
  EXPECT_EQ(dateInWords(dateOf("2025-06-24/2025-06-25"), say).toStdString(), "24 to 25 June 2025");
}

TEST(WordsLocaleTest, MonthNamesAreInTheLanguageOfTheWordsWhateverTheSystemSpeaks) {
  QLocale::setDefault(QLocale(QLocale::German));
  EXPECT_EQ(dateInWords(dateOf("2025-10-24")).toStdString(), "24 October 2025");
  QLocale::setDefault(QLocale::c());
}

TEST(YearInWordsTest, KnowsNoYearZeroAndSeparatesLongYears) {
  EXPECT_EQ(yearInWords(1).toStdString(), "1");
  EXPECT_EQ(yearInWords(0).toStdString(), "1 BCE");
  EXPECT_EQ(yearInWords(-43).toStdString(), "44 BCE");
  EXPECT_EQ(yearInWords(9999).toStdString(), "9999");
  EXPECT_EQ(yearInWords(-11'999).toStdString(), "12,000 BCE");
}

}  // namespace
}  // namespace entente
