// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as people type them: a table of what is understood, a table of what is refused and where, and random
// texts.
#include "core/time/people_dates.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/time/civil.h"
#include "core/time/fuzzy_date.h"

namespace entente {
namespace {

const std::vector<std::string> kGerman{"Januar", "Februar", "März",      "April",   "Mai",      "Juni",
                                       "Juli",   "August",  "September", "Oktober", "November", "Dezember",
                                       "Jan.",   "Feb.",    "März",      "Apr.",    "Mai",      "Juni",
                                       "Juli",   "Aug.",    "Sept.",     "Okt.",    "Nov.",     "Dez."};

/// A Tuesday.
PeopleContext context(DateOrder order = DateOrder::Ask) {
  return {{2025, 6, 24}, order, kGerman};
}

/// Empty if it is refused.
std::string edtfOf(std::string_view text, const PeopleContext& reader) {
  const auto date = readPeopleDate(text, reader);
  return date ? date->edtf : std::string();
}

struct Row {
  const char* text;
  const char* edtf;
};

const Row kDays[] = {
    {"24 June 2025", "2025-06-24"},
    {"24 Jun 2025", "2025-06-24"},
    {"24 Jun. 2025", "2025-06-24"},
    {"June 24, 2025", "2025-06-24"},
    {"Jun 24 2025", "2025-06-24"},
    {"24. Juni 2025", "2025-06-24"},
    {"24. märz 2025", "2025-03-24"},
    {"24. MÄRZ 2025", "2025-03-24"},
    {"4. Dez. 2025", "2025-12-04"},
    {"2025 June 24", "2025-06-24"},
    {"24th June 2025", "2025-06-24"},
    {"the 24th of June, 2025", "2025-06-24"},
    {"June the 1st 2025", "2025-06-01"},
    {"2nd June 2025", "2025-06-02"},
    {"the twenty-fourth of June 2025", "2025-06-24"},
    {"24-Jun-2025", "2025-06-24"},
    {"  24   JUNE\t2025 ", "2025-06-24"},
    {"24\u00A0June\u00A02025", "2025-06-24"},
    {"on 24 June 2025", "2025-06-24"},
    {"24 June, 2025", "2025-06-24"},
    {"29 February 2024", "2024-02-29"},
    {"Tuesday 24 June 2025", "2025-06-24"},
    {"Tue, 24 June 2025", "2025-06-24"},
    {"Tuesday, the 24th of June 2025", "2025-06-24"},
    {"Tuesday, June 24, 2025", "2025-06-24"},
    {"2025/06/24", "2025-06-24"},
    {"2025.06.24", "2025-06-24"},
    {"24.6.2025", "2025-06-24"},
    {"24. 6. 2025", "2025-06-24"},
    {"24/06/2025", "2025-06-24"},
    {"06/24/2025", "2025-06-24"},
    {"24-06-2025", "2025-06-24"},
    {"03/03/2025", "2025-03-03"},
    {"1985-4-12", "1985-04-12"},
    {"24 June 0079", "0079-06-24"},
};

const Row kMonthsAndYears[] = {
    {"June 2025", "2025-06"},  {"Jun. 2025", "2025-06"},
    {"June, 2025", "2025-06"}, {"June of 2025", "2025-06"},
    {"2025 June", "2025-06"},  {"in June 2025", "2025-06"},
    {"2025", "2025"},          {"6/2025", "2025-06"},
    {"06.2025", "2025-06"},    {"2025/06", "2025-06"},
    {"1985-4", "1985-04"},     {"12025", "Y12025"},
    {"AD 12,025", "Y12025"},
};

const Row kEdtf[] = {
    {"2025-06-24", "2025-06-24"},
    {" 2025-06-24 ", "2025-06-24"},
    {"2004-06-XX", "2004-06-XX"},
    {"196X", "196X"},
    {"1962?", "1962?"},
    {"~1962", "~1962"},
    {"[1667,1668,1670..1672]", "[1667,1668,1670..1672]"},
    {"2024-10-01/..", "2024-10-01/.."},
    {"Y-17E7", "Y-17E7"},
    {"2025-06-24T15:48:00Z", "2025-06-24T15:48:00Z"},
};

const Row kTimes[] = {
    {"24 June 2025 15:48", "2025-06-24T15:48:00"},
    {"24 June 2025, 15:48 UTC", "2025-06-24T15:48:00Z"},
    {"24 June 2025, 15:48Z", "2025-06-24T15:48:00Z"},
    {"24 June 2025 at 3:48 pm", "2025-06-24T15:48:00"},
    {"24 June 2025 at 3:48 p.m.", "2025-06-24T15:48:00"},
    {"June 24, 2025, 3pm GMT", "2025-06-24T15:00:00Z"},
    {"24 June 2025 12 am", "2025-06-24T00:00:00"},
    {"24 June 2025 12:30 pm", "2025-06-24T12:30:00"},
    {"24 June 2025 15:48:30 +02:00", "2025-06-24T15:48:30+02:00"},
    {"24 June 2025 15:48:30-0330", "2025-06-24T15:48:30-03:30"},
    {"24 June 2025 15:48 UTC+2", "2025-06-24T15:48:00+02:00"},
    {"24 June 2025 15:48 \u22125:30", "2025-06-24T15:48:00-05:30"},
    {"24 June 2025 15:48 +00:00", "2025-06-24T15:48:00Z"},
    {"2025-06-24 15:48", "2025-06-24T15:48:00"},
    {"24/06/2025 9:05", "2025-06-24T09:05:00"},
    {"yesterday at 9:05", "2025-06-23T09:05:00"},
};

const Row kQualified[] = {
    {"c. 1962", "1962~"},
    {"c.1962", "1962~"},
    {"ca 1962", "1962~"},
    {"ca. 1962", "1962~"},
    {"circa 1962", "1962~"},
    {"about 1962", "1962~"},
    {"around June 2025", "2025-06~"},
    {"approximately 1962", "1962~"},
    {"approx. 1962", "1962~"},
    {"~ 1962", "1962~"},
    {"~June 2025", "2025-06~"},
    {"24 June 2025?", "2025-06-24?"},
    {"1962 (?)", "1962?"},
    {"1962 uncertain", "1962?"},
    {"1962 (uncertain)", "1962?"},
    {"perhaps 1962", "1962?"},
    {"possibly 1962", "1962?"},
    {"probably 1962", "1962?"},
    {"maybe 1962", "1962?"},
    {"perhaps about 1962", "1962%"},
    {"about 1962?", "1962%"},
    {"perhaps the 1960s", "196X?"},
    {"c. 1485\u20131558", "1485~/1558"},
    {"about 1960 to about 1962", "1960~/1962~"},
    {"probably early 1960s", "[1960?..1963?]"},
    {"about 66 million years ago", "Y-66E6S2~"},
};

const Row kDecadesAndCenturies[] = {
    {"1960s", "196X"},
    {"the 1960s", "196X"},
    {"1960's", "196X"},
    {"1960\u2019s", "196X"},
    {"early 1960s", "[1960..1963]"},
    {"the early 1960s", "[1960..1963]"},
    {"mid 1960s", "[1964..1966]"},
    {"mid-1960s", "[1964..1966]"},
    {"late 1960s", "[1967..1969]"},
    {"end of the 1960s", "[1967..1969]"},
    {"first half of the 1960s", "[1960..1964]"},
    {"second half of the 1960s", "[1965..1969]"},
    {"19th century", "18XX"},
    {"the nineteenth century", "18XX"},
    {"19th c.", "18XX"},
    {"twenty-first century", "20XX"},
    {"1st century", "00XX"},
    {"1st century AD", "00XX"},
    {"5th century BC", "[-0499..-0400]"},
    {"1st century BCE", "[-0099..0000]"},
    {"early 19th century", "[1801..1833]"},
    {"mid 19th century", "[1834..1866]"},
    {"late 19th century", "[1867..1900]"},
    {"late 5th century BC", "[-0433..-0400]"},
    {"first half of the 19th century", "[1801..1850]"},
    {"third quarter of the 19th century", "[1851..1875]"},
    {"1960s to 1970s", "196X/197X"},
    {"18th to 19th century", "17XX/18XX"},
    {"18th and 19th centuries", "{17XX,18XX}"},
};

const Row kPartsOfYears[] = {
    {"spring 2024", "2024-21"},
    {"Summer 2024", "2024-22"},
    {"summer of 2024", "2024-22"},
    {"autumn 2024", "2024-23"},
    {"fall 2024", "2024-23"},
    {"winter 2024", "2024-24"},
    {"winter 2024/25", "2024-24"},
    {"winter 2024-2025", "2024-24"},
    {"winter 2024\u201325", "2024-24"},
    {"winter 1999/00", "1999-24"},
    {"Q3 2024", "2024-35"},
    {"3rd quarter 2024", "2024-35"},
    {"third quarter of 2024", "2024-35"},
    {"2024 Q3", "2024-35"},
    {"2024Q3", "2024-35"},
    {"2024-Q3", "2024-35"},
    {"Q3/2024", "2024-35"},
    {"H1 2024", "2024-40"},
    {"first half of 2024", "2024-40"},
    {"H2 2024", "2024-41"},
    {"second half of 2024", "2024-41"},
    {"early 2026", "[2026-01..2026-04]"},
    {"beginning of 2026", "[2026-01..2026-04]"},
    {"mid 2026", "[2026-05..2026-08]"},
    {"mid-2026", "[2026-05..2026-08]"},
    {"late 2026", "[2026-09..2026-12]"},
    {"end of 2026", "[2026-09..2026-12]"},
    {"early June 2025", "[2025-06-01..2025-06-10]"},
    {"mid June 2025", "[2025-06-11..2025-06-20]"},
    {"late June 2025", "[2025-06-21..2025-06-30]"},
    {"end of February 2024", "[2024-02-21..2024-02-29]"},
};

const Row kIntervals[] = {
    {"1960 to 1962", "1960/1962"},
    {"1960 - 1962", "1960/1962"},
    {"1960-1962", "1960/1962"},
    {"1960\u20131962", "1960/1962"},
    {"1960 / 1962", "1960/1962"},
    {"from 1960 to 1962", "1960/1962"},
    {"from 1 June to 3 June 2025", "2025-06-01/2025-06-03"},
    {"1-3 June 2025", "2025-06-01/2025-06-03"},
    {"1\u20133 June 2025", "2025-06-01/2025-06-03"},
    {"1.\u20133. Juni 2025", "2025-06-01/2025-06-03"},
    {"24 to 25 June 2025", "2025-06-24/2025-06-25"},
    {"June 24-26, 2025", "2025-06-24/2025-06-26"},
    {"June 24 to July 2, 2025", "2025-06-24/2025-07-02"},
    {"June to August 2025", "2025-06/2025-08"},
    {"28 June - 2 July 2025", "2025-06-28/2025-07-02"},
    {"28 December 2024 - 2 January 2025", "2024-12-28/2025-01-02"},
    {"24.6.2025-26.6.2025", "2025-06-24/2025-06-26"},
    {"Mon 23 - Tue 24 June 2025", "2025-06-23/2025-06-24"},
    {"Q1-Q3 2024", "2024-33/2024-35"},
    {"winter 2024 - 2026", "2024-24/2026"},
    {"since 1952", "1952/.."},
    {"from 1952", "1952/.."},
    {"from 1952 onwards", "1952/.."},
    {"1952 until now", "1952/.."},
    {"from 1952 until now", "1952/.."},
    {"1952-present", "1952/.."},
    {"24 June 2025 to the present", "2025-06-24/.."},
    {"until 1949", "../1949"},
    {"up to 1949", "../1949"},
};

const Row kSets[] = {
    {"between 1960 and 1962", "[1960..1962]"},
    {"between 24 and 26 June 2025", "[2025-06-24..2025-06-26]"},
    {"between March and June 2025", "[2025-03..2025-06]"},
    {"before 1949", "[..1948]"},
    {"before June 1949", "[..1949-05]"},
    {"before January 1949", "[..1948-12]"},
    {"before 3 June 1949", "[..1949-06-02]"},
    {"before 1 March 1948", "[..1948-02-29]"},
    {"before the 1960s", "[..1959]"},
    {"before summer 2024", "[..2024-05]"},
    {"before about 1949", "[..1948~]"},
    {"after 1949", "[1950..]"},
    {"after June 1949", "[1949-07..]"},
    {"after December 1949", "[1950-01..]"},
    {"after 30 June 1949", "[1949-07-01..]"},
    {"after the 19th century", "[1900..]"},
    {"after Q4 2024", "[2025-01..]"},
    {"before 49 BC", "[..-0049]"},
    {"after 1 BC", "[0001..]"},
    {"by 1949", "[..1949]"},
    {"by June 1949", "[..1949-06]"},
    {"1949 or 1950", "[1949,1950]"},
    {"1949, 1950 or 1952", "[1949,1950,1952]"},
    {"1949, 1950, or 1952", "[1949,1950,1952]"},
    {"24, 25 or 26 June 2025", "[2025-06-24,2025-06-25,2025-06-26]"},
    {"June 24, 25 and 26, 2025", "{2025-06-24,2025-06-25,2025-06-26}"},
    {"June, July or August 2025", "[2025-06,2025-07,2025-08]"},
    {"1949 and 1951", "{1949,1951}"},
};

const Row kEras[] = {
    {"49 BC", "-0048"},
    {"49 BCE", "-0048"},
    {"49 B.C.", "-0048"},
    {"49 b.c.e.", "-0048"},
    {"1 BC", "0000"},
    {"AD 79", "0079"},
    {"A.D. 79", "0079"},
    {"79 AD", "0079"},
    {"79 CE", "0079"},
    {"24 August 79 AD", "0079-08-24"},
    {"15 March 44 BC", "-0043-03-15"},
    {"March 15, 44 BC", "-0043-03-15"},
    {"March 44 BC", "-0043-03"},
    {"44 BC March 15", "-0043-03-15"},
    {"15/3/44 BC", "-0043-03-15"},
    {"200-100 BC", "-0199/-0099"},
    {"99-44 BC", "-0098/-0043"},
    {"1200 to 1100 BC", "-1199/-1099"},
    {"27 BC - 14 AD", "-0026/0014"},
    {"79 or 81 AD", "[0079,0081]"},
    {"13,800,000,000 BC", "Y-13799999999"},
    {"10001 BC", "Y-10000"},
    {"4.5 billion years ago", "Y-45E8S2"},
    {"66 million years ago", "Y-66E6S2"},
    {"0.5 billion years ago", "Y-5E8S1"},
    {"1.234567 million years ago", "Y-1234567S7"},
    {"12 thousand years ago", "-9975"},
    {"2,000 years ago", "0025"},
};

const Row kRelative[] = {
    {"today", "2025-06-24"},
    {"Yesterday", "2025-06-23"},
    {"tomorrow", "2025-06-25"},
    {"this week", "[2025-06-23..2025-06-29]"},
    {"last week", "[2025-06-16..2025-06-22]"},
    {"next week", "[2025-06-30..2025-07-06]"},
    {"this month", "2025-06"},
    {"last month", "2025-05"},
    {"next month", "2025-07"},
    {"this year", "2025"},
    {"last year", "2024"},
    {"next year", "2026"},
    {"3 days ago", "2025-06-21"},
    {"2 weeks ago", "2025-06-10"},
    {"5 months ago", "2025-01"},
    {"6 months ago", "2024-12"},
    {"1 year ago", "2024"},
    {"10 years ago", "2015"},
    {"about 10 years ago", "2015~"},
    {"since last year", "2024/.."},
    {"before today", "[..2025-06-23]"},
};

const Row kJulian[] = {
    {"5 March 1917 OS", "1917-03-18"},        {"5 March 1917 O.S.", "1917-03-18"},
    {"5 March 1917 (Julian)", "1917-03-18"},  {"5 March 1917 (Julian calendar)", "1917-03-18"},
    {"5 March 1917 old style", "1917-03-18"}, {"March 5, 1917 (old style)", "1917-03-18"},
    {"29 February 1900 OS", "1900-03-13"},    {"Wednesday 25 October 1917 OS", "1917-11-07"},
    {"25.10.1917 OS", "1917-11-07"},
};

template <class Visit>
void forEachRow(Visit visit) {
  const auto all = [&visit](const auto& rows) {
    for (const Row& row : rows)
      visit(row);
  };
  all(kDays);
  all(kMonthsAndYears);
  all(kEdtf);
  all(kTimes);
  all(kQualified);
  all(kDecadesAndCenturies);
  all(kPartsOfYears);
  all(kIntervals);
  all(kSets);
  all(kEras);
  all(kRelative);
  all(kJulian);
}

/// Whether the specification has it, and nothing of ours.
testing::AssertionResult isStrictEdtf(const std::string& edtf) {
  std::optional<EdtfProblem> deviation;
  const auto date = FuzzyDate::read(edtf, &deviation);
  if (!date) return testing::AssertionFailure() << edtf << ": " << date.error().reason;
  if (deviation) return testing::AssertionFailure() << edtf << ": " << deviation->reason;
  return testing::AssertionSuccess();
}

TEST(PeopleDates, AreUnderstood) {
  forEachRow([](const Row& row) {
    const auto date = readPeopleDate(row.text, context());
    if (!date) {
      ADD_FAILURE() << row.text << ": " << date.error().offset << ": " << date.error().reason;
      return;
    }
    EXPECT_EQ(date->edtf, row.edtf) << row.text;
    EXPECT_FALSE(date->ambiguous) << row.text;
    EXPECT_EQ(date->other, "") << row.text;
    EXPECT_TRUE(isStrictEdtf(date->edtf)) << row.text;
  });
}

TEST(PeopleDates, LetterCaseAndSpacesDoNotCount) {
  forEachRow([](const Row& row) {
    if (FuzzyDate::read(row.text)) return;
    std::string loud = "  ";
    for (const char c : std::string(row.text)) {
      loud += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
      if (c == ' ') loud += "\t ";
    }
    const auto date = readPeopleDate(loud + " ", context());
    ASSERT_TRUE(date) << loud << ": " << date.error().reason;
    EXPECT_EQ(date->edtf, row.edtf) << loud;
  });
}

TEST(PeopleDates, EdtfIsLeftAsItIs) {
  // Also where the program reads more than the specification has, and where the text is long.
  for (const char* text :
       {"2020-06-01T20:30Z", "2020-06-01T20Z", "2020-06-01T20:30:00Z/2020-06-02", "2004-25"}) {
    const auto date = readPeopleDate(text, context());
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(date->edtf, text);
  }
  std::string longSet = "{1900";
  while (longSet.size() <= 2 * kLongestPeopleDate)
    longSet += ",1900";
  longSet += '}';
  EXPECT_EQ(edtfOf(longSet, context()), longSet);
}

TEST(PeopleDates, WithoutNamesOfTheReaderEnglishRemains) {
  const PeopleContext english{{2025, 6, 24}, DateOrder::Ask, {}};
  EXPECT_EQ(edtfOf("24 June 2025", english), "2025-06-24");
  const auto german = readPeopleDate("24. Juni 2025", english);
  ASSERT_FALSE(german);
  EXPECT_EQ(german.error().offset, 4U);
}

TEST(PeopleDates, NamesOfMonthsMayHaveSeveralWords) {
  PeopleContext reader = context();
  reader.monthNames.clear();
  for (int month = 1; month <= 12; ++month)
    reader.monthNames.push_back(fmt::format("tháng {}", month));
  EXPECT_EQ(edtfOf("24 Tháng 1, 2025", reader), "2025-01-24");
  EXPECT_EQ(edtfOf("24 THÁNG 12 2025", reader), "2025-12-24");
  reader.monthNames = {"января", "февраля", "марта", "апреля", "мая", "июня"};
  EXPECT_EQ(edtfOf("24 ИЮНЯ 2025", reader), "2025-06-24");
  EXPECT_EQ(edtfOf("24 June 2025", reader), "2025-06-24");
  reader.monthNames = {"Şubat", "Października", "Ιουνιου", "Août"};
  EXPECT_EQ(edtfOf("24 şubat 2025", reader), "2025-01-24");
  EXPECT_EQ(edtfOf("24 PAŹDZIERNIKA 2025", reader), "2025-02-24");
  EXPECT_EQ(edtfOf("24 ΙΟΥΝΙΟΥ 2025", reader), "2025-03-24");
  EXPECT_EQ(edtfOf("24 AOÛT 2025", reader), "2025-04-24");
}

struct Two {
  const char* text;
  const char* dayFirst;
  const char* monthFirst;
};

TEST(PeopleDates, DayAndMonthThatCannotBeToldApart) {
  const Two texts[] = {
      {"03/04/2025", "2025-04-03", "2025-03-04"},
      {"3.4.2025", "2025-04-03", "2025-03-04"},
      {"3-4-2025", "2025-04-03", "2025-03-04"},
      {"03/04/2025 15:48", "2025-04-03T15:48:00", "2025-03-04T15:48:00"},
      {"about 03/04/2025", "2025-04-03~", "2025-03-04~"},
      {"since 03/04/2025", "2025-04-03/..", "2025-03-04/.."},
      {"03/04/2025 - 05/06/2025", "2025-04-03/2025-06-05", "2025-03-04/2025-05-06"},
      {"before 01/02/2025", "[..2025-01-31]", "[..2025-01-01]"},
  };
  for (const Two& two : texts) {
    const auto asked = readPeopleDate(two.text, context());
    ASSERT_TRUE(asked) << two.text << ": " << asked.error().reason;
    EXPECT_EQ(*asked, (PeopleDate{two.dayFirst, true, two.monthFirst, {}})) << two.text;
    const auto dayFirst = readPeopleDate(two.text, context(DateOrder::DayFirst));
    EXPECT_EQ(*dayFirst, (PeopleDate{two.dayFirst, false, {}, {}})) << two.text;
    const auto monthFirst = readPeopleDate(two.text, context(DateOrder::MonthFirst));
    EXPECT_EQ(*monthFirst, (PeopleDate{two.monthFirst, false, {}, {}})) << two.text;
    EXPECT_TRUE(isStrictEdtf(two.dayFirst));
    EXPECT_TRUE(isStrictEdtf(two.monthFirst));
  }
}

TEST(PeopleDates, WhatElseTheTextSaysTellsThemApart) {
  const Row rows[] = {
      {"Thursday 03/04/2025", "2025-04-03"},
      {"Tuesday 03/04/2025", "2025-03-04"},
      {"03/04/2025 - 13/04/2025", "2025-04-03/2025-04-13"},
      {"03/04/2025 - 03/14/2025", "2025-03-04/2025-03-14"},
      {"04/03/2025 - 05/02/2025", "2025-04-03/2025-05-02"},
  };
  for (const Row& row : rows) {
    const auto date = readPeopleDate(row.text, context());
    ASSERT_TRUE(date) << row.text << ": " << date.error().reason;
    EXPECT_EQ(*date, (PeopleDate{row.edtf, false, {}, {}})) << row.text;
  }
  // What can be read in one way only is, whatever the reader is used to.
  EXPECT_EQ(edtfOf("24/06/2025", context(DateOrder::MonthFirst)), "2025-06-24");
  EXPECT_EQ(edtfOf("06/24/2025", context(DateOrder::DayFirst)), "2025-06-24");
}

TEST(PeopleDates, HundredsMayBeADecadeOrACentury) {
  const Two texts[] = {
      {"1900s", "190X", "19XX"},
      {"the 1800s", "180X", "18XX"},
      {"early 1900s", "[1900..1903]", "[1901..1933]"},
      {"before the 1900s", "[..1899]", ""},
      {"after the 1900s", "[1910..]", "[2000..]"},
  };
  for (const Two& two : texts) {
    for (const DateOrder order : {DateOrder::Ask, DateOrder::DayFirst, DateOrder::MonthFirst}) {
      const auto date = readPeopleDate(two.text, context(order));
      ASSERT_TRUE(date) << two.text << ": " << date.error().reason;
      EXPECT_EQ(*date, (PeopleDate{two.dayFirst, *two.monthFirst != '\0', two.monthFirst, {}})) << two.text;
    }
    EXPECT_TRUE(isStrictEdtf(two.dayFirst));
  }
}

TEST(PeopleDates, JulianDaysAreKept) {
  for (const Row& row : kJulian)
    EXPECT_TRUE(readPeopleDate(row.text, context())->julian) << row.text;
  EXPECT_EQ(readPeopleDate("5 March 1917 OS", context())->julian, (CivilDate{1917, 3, 5}));
  EXPECT_EQ(readPeopleDate("29 February 1900 OS", context())->julian, (CivilDate{1900, 2, 29}));
  EXPECT_FALSE(readPeopleDate("5 March 1917", context())->julian);
}

struct Refusal {
  const char* text;
  std::size_t offset;
  const char* reason;
};

void expectRefused(const Refusal& refusal) {
  const auto date = readPeopleDate(refusal.text, context());
  if (date) {
    ADD_FAILURE() << refusal.text << " is read as " << date->edtf;
    return;
  }
  EXPECT_EQ(date.error().offset, refusal.offset) << refusal.text << ": " << date.error().reason;
  EXPECT_EQ(date.error().reason, refusal.reason) << refusal.text;
}

TEST(PeopleDates, YearsAreNotGuessed) {
  const Refusal refusals[] = {
      {"24/06/25", 6, "a year has four digits"},
      {"24.6.25", 5, "a year has four digits"},
      {"24 June 25", 8, "a year has four digits"},
      {"June 24, 25", 9, "a year has four digits"},
      {"24 June '25", 8, "a year has four digits"},
      {"1939-45", 5, "a year has four digits"},
      {"1939\u201345", 7, "a year has four digits"},
      {"spring 24", 7, "a year has four digits"},
      {"24 June", 7, "which year? a year has four digits"},
      {" 24 June ", 8, "which year? a year has four digits"},
      {"June", 4, "which year? a year has four digits"},
      {"June 25", 7, "which year? a year has four digits"},
      {"24/06", 5, "which year? a year has four digits"},
      {"early June", 10, "which year? a year has four digits"},
      {"first half", 10, "which year? a year has four digits"},
      {"1 to 3 June", 11, "which year? a year has four digits"},
      {"24th", 4, "what month and year, or what century?"},
      {"24th to 79 AD", 4, "what month and year, or what century?"},
      {"26, 2025", 8, "which month?"},
      {"79", 0, "say 79 AD or 79 BC, or write 0079"},
      {"in 476", 3, "say 476 AD or 476 BC, or write 0476"},
      {"0", 0, "a year has four digits"},
      {"0 BC", 0, "there is no year 0: 1 BC comes before AD 1"},
      {"00079", 0, "a year has four digits"},
      {"20250624", 0, "hyphens are expected between year, month and day"},
      {"sixties", 0, "which century? write a decade in full, as in 1960s"},
      {"the sixties", 4, "which century? write a decade in full, as in 1960s"},
      {"60s", 0, "which century? write a decade in full, as in 1960s"},
      {"the '60s", 4, "which century? write a decade in full, as in 1960s"},
      {"1965s", 0, "a decade has four digits and ends in 0"},
  };
  for (const Refusal& refusal : refusals)
    expectRefused(refusal);
}

TEST(PeopleDates, WhatTheCalendarDoesNotHaveIsRefused) {
  const Refusal refusals[] = {
      {"Monday 24 June 2025", 0, "that day is a Tuesday"},
      {"on Monday, 24 June 2025", 3, "that day is a Tuesday"},
      {"Friday 5 March 1917 OS", 0, "that day is a Sunday"},
      {"Monday June 2025", 0, "a weekday needs a full date"},
      {"Monday", 6, "which date? a weekday alone does not say"},
      {"31 June 2025", 0, "this month has 30 days"},
      {"29 February 1900", 0, "this month has 28 days"},
      {"30 February 1900 OS", 0, "this month has 29 days"},
      {"99 June 2025", 0, "a day is 1 to 31"},
      {"0 June 2025", 0, "a day is 1 to 31"},
      {"13/13/2025", 3, "a month is 1 to 12"},
      {"13/2025", 0, "a month is 1 to 12"},
      {"2025/13/01", 5, "a month is 1 to 12"},
      {"2025/1/32", 7, "a day is 1 to 31"},
      {"24 June 12025", 8, "a year of more than four digits stands alone, without month"},
      {"31 December 9999 OS", 12, "a year of more than four digits stands alone, without month"},
      {"early 12025", 6, "a year of more than four digits has no parts"},
      {"Q5 2024", 1, "a quarter is 1 to 4"},
      {"third half of 2024", 0, "a half is 1 or 2"},
      {"0th century", 0, "there is no such century in four digits"},
      {"101st century", 0, "there is no such century in four digits"},
      {"999,000,000,000 BC", 0, "years go from -99,000,000,000 to 99,000,000,000"},
      {"100 billion years ago", 0, "years go from -99,000,000,000 to 99,000,000,000"},
      {"99999999999999999999 days ago", 0, "years go from -99,000,000,000 to 99,000,000,000"},
      {"1962 to 1960", 8, "the interval ends before it begins"},
      {"between 1962 and 1960", 17, "the range ends before it begins"},
      {"28 December to 2 January 2025", 15, "the interval ends before it begins"},
  };
  for (const Refusal& refusal : refusals)
    expectRefused(refusal);
}

TEST(PeopleDates, TimesOutOfPlaceAreRefused) {
  const Refusal refusals[] = {
      {"15:48", 0, "a time of day stands behind a full date"},
      {"15:48, 24 June 2025", 0, "a time of day stands behind a full date"},
      {"June 2025 15:48", 10, "a time of day stands behind a full date"},
      {"24 June at 15:48", 8, "a time of day stands behind a full date"},
      {"24 June 2025 24:00", 13, "an hour is 0 to 23"},
      {"24 June 2025 15:60", 16, "minutes and seconds are 00 to 59"},
      {"24 June 2025 15:4", 16, "minutes and seconds are 00 to 59"},
      {"24 June 2025 15:48 pm", 13, "an hour with am or pm is 1 to 12"},
      {"24 June 2025 15:48 EST", 19, "a zone is UTC or an offset such as +02:00"},
      {"24 June 2025 15:48 +15:00", 20, "an offset from UTC is at most 14:00"},
      {"24 June 2025 15:48 - 16:30", 21, "a time of day stands behind a full date"},
      {"24 June 2025 15:48 - 25 June 2025", 0, "a time of day is understood with a single date only"},
      {"before 24 June 2025 15:48", 7, "a time of day is understood with a single date only"},
      {"about 24 June 2025 15:48", 6, "a date with a time of day is neither \"about\" nor \"perhaps\""},
  };
  for (const Refusal& refusal : refusals)
    expectRefused(refusal);
}

TEST(PeopleDates, PhrasesThatAreNotUnderstoodAreRefused) {
  const Refusal refusals[] = {
      {"", 0, "a date is expected here"},
      {"   ", 0, "a date is expected here"},
      {"soon", 0, "this word is not understood"},
      {"24 Foo 2025", 3, "this is not understood here"},
      {"24 June 2025 foo", 13, "this is not understood here"},
      {"1962 1963", 5, "this is not understood here"},
      {"1960 to", 7, "a date is expected here"},
      {"1960 -", 6, "a date is expected here"},
      {"from 1960 to 1962 to 1965", 18, "this is not understood here"},
      {"until now", 6, "this word is not understood"},
      {"between 1960 to 1962", 13, "\"and\" and a second date are expected here"},
      {"1949, 1950", 10, "\"or\" or \"and\" is expected before the last date"},
      {"1949 or 1950 and 1951", 13, "\"or\" or \"and\" stands before the last date only"},
      {"1949 or 1950, 1951", 14, "\"or\" or \"and\" stands before the last date only"},
      {"early 1960s to 1970", 0, "a date that is one of many is understood alone only"},
      {"since last week", 6, "a date that is one of many is understood alone only"},
      {"early spring 2024", 6, "a month, a year, a decade or a century is expected here"},
      {"last Monday", 5, "a week, a month or a year is expected here"},
      {"3 days", 6, "\"ago\" is expected here"},
      {"3 million days ago", 10, "\"years ago\" is expected here"},
      {"1.2345678 million years ago", 0, "this number has too many digits"},
      {"March 1917 OS", 10, "Old Style is read for a full date only"},
      {"the 1960s OS", 4, "Old Style is read for a full date without time only"},
      {"before 5 March 1917 OS", 20, "Old Style is read for a single date only"},
      {" [1949,", 7, "a year of four digits is expected"},
      {"24\u00A0Foo 2025", 4, "this is not understood here"},
  };
  for (const Refusal& refusal : refusals)
    expectRefused(refusal);
  const std::string longText = std::string(kLongestPeopleDate - 4, ' ') + "c. 1962";
  const auto date = readPeopleDate(longText, context());
  ASSERT_FALSE(date);
  EXPECT_EQ(date.error().offset, kLongestPeopleDate);
  EXPECT_TRUE(readPeopleDate(longText.substr(3), context()));
}

TEST(PeopleDates, AllWaysToWriteADayAreTheSame) {
  constexpr std::array kNames{"January", "February", "March",     "April",   "May",      "June",
                              "July",    "August",   "September", "October", "November", "December"};
  std::mt19937_64 random(51);
  std::uniform_int_distribution<std::int64_t> anyDay(daysFromCivil({1000, 1, 1}),
                                                     daysFromCivil({9999, 12, 31}));
  for (int i = 0; i < 5'000; ++i) {
    const CivilDate day = civilFromDays(anyDay(random));
    const char* name = kNames.at(static_cast<std::size_t>(day.month - 1));
    const std::string german = kGerman.at(static_cast<std::size_t>(day.month + 11));
    const std::string edtf = fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
    for (const std::string& text :
         {fmt::format("{} {} {}", day.day, name, day.year), fmt::format("{} {}, {}", name, day.day, day.year),
          fmt::format("{:.3} {}, {}", name, day.day, day.year),
          fmt::format("{}. {} {}", day.day, german, day.year),
          fmt::format("{}.{}.{}", day.day, day.month, day.year),
          fmt::format("{:02}/{:02}/{}", day.day, day.month, day.year),
          fmt::format("{}/{}/{}", day.year, day.month, day.day),
          fmt::format("{}-{}-{}", day.year, day.month, day.day), edtf}) {
      const auto date = readPeopleDate(text, context());
      ASSERT_TRUE(date) << text << ": " << date.error().reason;
      ASSERT_EQ(date->edtf, edtf) << text;
    }
  }
}

/// Every change that people's fingers and a broken file can make.
std::string mutated(std::string text, const std::vector<std::string>& rows, std::mt19937_64& random) {
  constexpr std::string_view kBytes = " -/.,:'()~?%+0123456789stTZXBCADQHc\xC2\xA0\xE2\x80\x93\xFF";
  const auto below = [&random](std::size_t count) { return static_cast<std::size_t>(random() % count); };
  for (std::size_t changes = 1 + below(2); changes > 0; --changes) {
    const std::size_t at = below(text.size() + 1);
    const std::string& other = rows[below(rows.size())];
    switch (below(5)) {
      case 0:
        text.insert(at, 1, kBytes[below(kBytes.size())]);
        break;
      case 1:
        text.erase(at, 1 + below(3));
        break;
      case 2:
        if (at < text.size()) text[at] = static_cast<char>(below(256));
        break;
      case 3:
        text = text.substr(0, at) + ' ' + other.substr(below(other.size()));
        break;
      default:
        text.insert(at, other.substr(below(other.size()), 1 + below(8)));
        break;
    }
  }
  return text;
}

/// Dates in phrases that they may or may not fit.
std::string joined(const std::vector<std::string>& rows, std::mt19937_64& random) {
  constexpr std::array<std::string_view, 14> kBefore{"",       "from ",   "since ",   "until ", "before ",
                                                     "after ", "by ",     "between ", "about ", "perhaps ",
                                                     "early ", "Monday ", "the ",     "~"};
  constexpr std::array<std::string_view, 10> kBetween{" to ", " - ", "-", " or ", " and ",
                                                      ", ",   "/",   ".", " ",    " until "};
  constexpr std::array<std::string_view, 8> kBehind{"",     "?",    " OS",    " BC",
                                                    " ago", " (?)", " 15:48", " onwards"};
  std::string text(kBefore.at(random() % kBefore.size()));
  text += rows[random() % rows.size()];
  if (random() % 2 == 0) {
    text += kBetween.at(random() % kBetween.size());
    text += rows[random() % rows.size()];
  }
  text += kBehind.at(random() % kBehind.size());
  return text;
}

TEST(PeopleDates, AnyBytesGiveADateOrAReason) {
  std::vector<std::string> rows;
  forEachRow([&rows](const Row& row) { rows.emplace_back(row.text); });
  rows.insert(rows.end(), {"03/04/2025", "early 1900s", "Monday", "1939-45", "sixties"});
  std::mt19937_64 random(52);
  std::size_t understood = 0;
  for (int i = 0; i < 100'000; ++i) {
    const std::string start = i % 2 == 0 ? rows[random() % rows.size()] : joined(rows, random);
    const std::string text = i % 4 == 3 ? start : mutated(start, rows, random);
    const PeopleContext reader = context(static_cast<DateOrder>(random() % 3));
    const auto date = readPeopleDate(text, reader);
    if (!date) {
      ASSERT_LE(date.error().offset, text.size()) << text;
      ASSERT_FALSE(date.error().reason.empty()) << text;
      continue;
    }
    ++understood;
    ASSERT_EQ(date->ambiguous, !date->other.empty()) << text;
    ASSERT_TRUE(!date->ambiguous || isStrictEdtf(date->other)) << text;
    // EDTF of the program's own kind is left as it is.
    ASSERT_TRUE(isStrictEdtf(date->edtf) || text.find(date->edtf) != std::string::npos) << text;
    // What has been written once is EDTF from then on.
    ASSERT_EQ(edtfOf(date->edtf, reader), date->edtf) << text;
  }
  EXPECT_GT(understood, 5'000U);
}

}  // namespace
}  // namespace entente
