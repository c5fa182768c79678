// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as programs write them: the precision they claim, and nothing made up.
#include "core/exchange/program_date.h"

#include <gtest/gtest.h>

namespace {

using namespace entente;

std::string read(std::string_view text, bool shortYears = false) {
  const auto date = readProgramDate(text, shortYears);
  return date ? edtfOf(*date) : "error";
}

TEST(ProgramDate, Iso) {
  EXPECT_EQ(read("2014-04-23"), "2014-04-23");
  EXPECT_EQ(read("2014-4-3"), "2014-04-03");
  EXPECT_EQ(read("2014-04"), "2014-04");
  EXPECT_EQ(read(" 1963 "), "1963");
  EXPECT_EQ(read("-500"), "-0500");
  EXPECT_EQ(read("-000400-01-01"), "-0400-01-01");
  EXPECT_EQ(read("+012014-01-01"), "Y12014");
  EXPECT_EQ(read("20060528"), "2006-05-28");
  EXPECT_EQ(read("20060528T090000Z"), "2006-05-28T09:00:00Z");
  EXPECT_EQ(read("2008-11-27 12:58Z"), "2008-11-27T12:58:00Z");
  EXPECT_EQ(read("2009-12-24T10:00:00.250+0530"), "2009-12-24T10:00:00+05:30");
  EXPECT_EQ(read("2009-12-24 10:00:00 UTC"), "2009-12-24T10:00:00Z");
}

TEST(ProgramDate, JavaScriptAndJava) {
  EXPECT_EQ(read("Sat May 20 1961 00:00:00 GMT-0600"), "1961-05-20T00:00:00-06:00");
  EXPECT_EQ(read("Thu Jan 01 2004 10:30:00 GMT+0100 (Central European Time)"), "2004-01-01T10:30:00+01:00");
  EXPECT_EQ(read("May 28 2006 09:00:00 GMT"), "2006-05-28T09:00:00Z");
  EXPECT_EQ(read("Thu Oct 15 11:00:00 UTC 2026"), "2026-10-15T11:00:00Z");
  EXPECT_EQ(read("Fri, 22 Nov 1963 12:30:00 EST"), "1963-11-22T12:30:00-05:00");
  EXPECT_EQ(read("November 22nd, 1963"), "1963-11-22");
  EXPECT_EQ(read("Sept. 3, 1939 11:15 PM"), "1939-09-03T23:15:00");
  EXPECT_EQ(read("Jan 1990"), "1990-01");
  EXPECT_EQ(read("/Date(1198908717056)/"), "2007-12-29T06:11:57Z");
}

TEST(ProgramDate, SlashesHaveTheMonthFirst) {
  EXPECT_EQ(read("5/28/2006"), "2006-05-28");
  EXPECT_EQ(read("28/5/2006"), "2006-05-28");
  EXPECT_EQ(read("3/4/2012 10:30 AM"), "2012-03-04T10:30:00");
  EXPECT_TRUE(readProgramDate("3/4/2012")->monthFirst);
  EXPECT_FALSE(readProgramDate("5/28/2006")->monthFirst);
  EXPECT_FALSE(readProgramDate("4/4/2012")->monthFirst);
  EXPECT_EQ(read("3/2012"), "2012-03");
}

TEST(ProgramDate, OthersAreReadAsPeopleWriteThem) {
  EXPECT_EQ(read("c. 1500"), "1500~");
  EXPECT_EQ(read("500 BC"), "-0499");
  EXPECT_EQ(read("1990s"), "199X");
}

TEST(ProgramDate, NothingIsGuessed) {
  for (const char* const text :
       {"", "now", "today", "3 days ago", "14", "24 June", "June", "5/28/06", "2014-02-30", "2014-13-01",
        "198505", "1398211200000", "Monday", "new Date(...)", "12:30", "2014-01-01T25:00", "Jan 5 64", "0",
        "last year 2012"}) {
    EXPECT_EQ(read(text), "error") << text;
  }
  EXPECT_EQ(read("79", true), "0079");
}

TEST(ProgramDate, WrongWeekdaysAreSeen) {
  EXPECT_FALSE(readProgramDate("Sat May 20 1961")->wrongWeekday);
  EXPECT_TRUE(readProgramDate("Sun May 20 1961")->wrongWeekday);
}

TEST(ProgramDate, Epoch) {
  EXPECT_EQ(edtfOf(*fromEpochMilliseconds(0)), "1970-01-01T00:00:00Z");
  EXPECT_EQ(edtfOf(*fromEpochMilliseconds(-1)), "1969-12-31T23:59:59Z");
  EXPECT_EQ(edtfOf(*fromEpochMilliseconds(1398211200000)), "2014-04-23T00:00:00Z");
  EXPECT_FALSE(fromEpochMilliseconds(1e16).has_value());
  EXPECT_FALSE(fromEpochMilliseconds(std::numeric_limits<double>::quiet_NaN()).has_value());
}

std::string period(std::string_view begin, std::string_view end = {}) {
  const auto from = readProgramDate(begin);
  const auto to = end.empty() ? std::nullopt : std::optional(*readProgramDate(end));
  const auto date = periodOf(*from, to);
  return date ? date->edtf() : "error: " + date.error();
}

TEST(ProgramDate, MidnightClaimsNoTime) {
  EXPECT_EQ(period("2014-01-16 00:00:00"), "2014-01-16");
  EXPECT_EQ(period("2014-01-16 00:00:00", "2014-01-16 00:00:00"), "2014-01-16");
  EXPECT_EQ(period("2014-01-16 00:00:00", "2014-01-17 00:00:00"), "2014-01-16/2014-01-17");
  EXPECT_EQ(period("2014-01-16 00:00:00", "2014-01-17 23:59:59"), "2014-01-16/2014-01-17");
  EXPECT_EQ(period("2014-01-16 10:00:00", "2014-01-17 00:00:00"), "2014-01-16T10:00:00/2014-01-17T00:00:00");
  EXPECT_EQ(period("2014-01-16 10:00:00", "2014-01-16 10:00:00"), "2014-01-16T10:00:00");
  EXPECT_EQ(period("1990", "1991-05"), "1990/1991-05");
}

TEST(ProgramDate, PeriodsThatEndBeforeTheyBeginAreRefused) {
  EXPECT_EQ(period("2014-01-16", "2013-01-16"), "error: \"2014-01-16/2013-01-16\": it ends before it begins");
}

}  // namespace
