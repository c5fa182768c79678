// SPDX-License-Identifier: GPL-3.0-or-later
// EDTF: what is read, what is refused and where, and bounds against an enumeration of what an expression may
// mean.
#include "core/time/fuzzy_date.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "core/time/civil.h"
#include "core/time/date_relations.h"

namespace entente {
namespace {

FuzzyDate read(const std::string& edtf) {
  Result<FuzzyDate> date = FuzzyDate::parse(edtf);
  if (!date) {
    ADD_FAILURE() << edtf << ": " << date.error().message;
    return *FuzzyDate::parse("1970");
  }
  EXPECT_EQ(date->edtf(), edtf);
  return *date;
}

Instant at(std::int64_t year, int month, int day, int hour = 0, int minute = 0, int second = 0) {
  return plusSeconds(startOfDay({year, month, day}), hour * 3600 + minute * 60 + second);
}

/// The bounds of a lone date that may be anywhere in [begin, end).
DateBounds within(Instant begin, Instant end) {
  return {begin, plusSeconds(end, -1), plusSeconds(begin, 1), end};
}

TEST(FuzzyDate, SingleDates) {
  EXPECT_EQ(read("2025-06-24").bounds(), within(at(2025, 6, 24), at(2025, 6, 25)));
  EXPECT_EQ(read("2024-02").bounds(), within(at(2024, 2, 1), at(2024, 3, 1)));
  EXPECT_EQ(read("2024-12").bounds(), within(at(2024, 12, 1), at(2025, 1, 1)));
  EXPECT_EQ(read("1949").bounds(), within(at(1949, 1, 1), at(1950, 1, 1)));
  EXPECT_EQ(read("-0044-03-15").bounds(), within(at(-44, 3, 15), at(-44, 3, 16)));
  EXPECT_EQ(read("0000").bounds(), within(at(0, 1, 1), at(1, 1, 1)));
  EXPECT_EQ(read("2024-02-29").precision(), DatePrecision::Day);
  EXPECT_TRUE(read("2025-06-24").bounds().inner().isEmpty());
}

TEST(FuzzyDate, TimesAndOffsets) {
  EXPECT_EQ(read("2020-06-01T20:30:05Z").bounds(),
            within(at(2020, 6, 1, 20, 30, 5), at(2020, 6, 1, 20, 30, 6)));
  EXPECT_EQ(read("2020-06-01T20:30Z").bounds(), within(at(2020, 6, 1, 20, 30), at(2020, 6, 1, 20, 31)));
  EXPECT_EQ(read("2020-06-01T20Z").bounds(), within(at(2020, 6, 1, 20), at(2020, 6, 1, 21)));
  EXPECT_EQ(read("2020-06-01T01:30+02").bounds(), within(at(2020, 5, 31, 23, 30), at(2020, 5, 31, 23, 31)));
  EXPECT_EQ(read("2020-06-01T20:30:00-03:30").bounds(), within(at(2020, 6, 2), at(2020, 6, 2, 0, 0, 1)));
  EXPECT_EQ(read("2020-06-01T20:30:05Z").precision(), DatePrecision::Second);
  EXPECT_EQ(read("2020-06-01T20:30+14:00").precision(), DatePrecision::Minute);
  EXPECT_EQ(read("2020-06-01T20-14:00").precision(), DatePrecision::Hour);
  EXPECT_EQ(read("2020-06-01T20:30-03:30").begin().offsetMinutes, -210);
  EXPECT_FALSE(read("2020-06-01T20:30+00:00").zoneUnknown());
  EXPECT_TRUE(read("2020-06-01T20:30").zoneUnknown());
  EXPECT_TRUE(read("2020-06-01T20:30Z/2020-06-01T21:30").zoneUnknown());
  EXPECT_FALSE(read("2020-06-01").zoneUnknown());
}

TEST(FuzzyDate, UnknownZoneIsAllZonesTogether) {
  DateBounds all = read("2020-06-01T20:30:00Z").bounds();
  for (int minutes = -12 * 60; minutes <= 14 * 60; minutes += 15) {
    std::array<char, 16> offset{};
    std::snprintf(offset.data(), offset.size(), "%c%02d:%02d", minutes < 0 ? '-' : '+',
                  std::abs(minutes) / 60, std::abs(minutes) % 60);
    const DateBounds one = read(std::string("2020-06-01T20:30:00") + offset.data()).bounds();
    all = {std::min(all.earliestBegin, one.earliestBegin), std::max(all.latestBegin, one.latestBegin),
           std::min(all.earliestEnd, one.earliestEnd), std::max(all.latestEnd, one.latestEnd)};
  }
  EXPECT_EQ(read("2020-06-01T20:30:00").bounds(), all);
}

TEST(FuzzyDate, QualifiersDoNotMoveBounds) {
  for (const char* date : {"2013", "2013-05", "2013-05-02", "2013-05-02T10:00:00Z"}) {
    const DateBounds plain = read(date).bounds();
    for (const char* qualifier : {"?", "~", "%"}) {
      const FuzzyDate qualified = read(std::string(date) + qualifier);
      EXPECT_EQ(qualified.bounds(), plain);
      EXPECT_EQ(qualified.isUncertain(), *qualifier != '~');
      EXPECT_EQ(qualified.isApproximate(), *qualifier != '?');
    }
  }
  const FuzzyDate interval = read("2013?/2022-05");
  EXPECT_TRUE(interval.begin().qualifier().uncertain);
  EXPECT_FALSE(interval.end().qualifier().any());
  EXPECT_TRUE(interval.isUncertain());
  EXPECT_FALSE(interval.isApproximate());
  EXPECT_TRUE(read("2013/2022-05~").end().qualifier().approximate);
}

TEST(FuzzyDate, OpenAndUnknownEndsDiffer) {
  const Instant begin = at(2024, 10, 1);
  const Instant lastBegin = plusSeconds(at(2024, 10, 2), -1);
  EXPECT_EQ(read("2024-10-01/..").bounds(), (DateBounds{begin, lastBegin, kEndOfTime, kEndOfTime}));
  EXPECT_EQ(read("2024-10-01/").bounds(), (DateBounds{begin, lastBegin, plusSeconds(begin, 1), kEndOfTime}));
  const Instant end = at(2024, 10, 2);
  const Instant firstEnd = plusSeconds(begin, 1);
  EXPECT_EQ(read("../2024-10-01").bounds(), (DateBounds{kBeginningOfTime, kBeginningOfTime, firstEnd, end}));
  EXPECT_EQ(read("/2024-10-01").bounds(),
            (DateBounds{kBeginningOfTime, plusSeconds(end, -1), firstEnd, end}));
  EXPECT_EQ(read("../..").bounds(), (DateBounds{kBeginningOfTime, kBeginningOfTime, kEndOfTime, kEndOfTime}));
  EXPECT_EQ(read("2024/").endKind(), EndKind::Unknown);
  EXPECT_EQ(read("2024/..").endKind(), EndKind::Open);
  EXPECT_EQ(read("/2024").beginKind(), EndKind::Unknown);
  EXPECT_EQ(read("../2024").beginKind(), EndKind::Open);
}

TEST(FuzzyDate, PartsOfAnInterval) {
  const FuzzyDate date = read("2013-04-05/2022");
  EXPECT_TRUE(date.isInterval());
  EXPECT_EQ(date.begin().month, 4);
  EXPECT_EQ(date.end().year, 2022);
  EXPECT_EQ(date.precision(), DatePrecision::Year);
  EXPECT_EQ(read("2013-04-05/..").precision(), DatePrecision::Day);
  EXPECT_EQ(read("/2013-04").precision(), DatePrecision::Month);
  EXPECT_EQ(read("../..").precision(), DatePrecision::Year);
  const FuzzyDate single = read("2013-04");
  EXPECT_FALSE(single.isInterval());
  EXPECT_EQ(single.end(), single.begin());
  EXPECT_FALSE(read("2013") == read("2013/2013"));
  EXPECT_TRUE(read("2013") == read("2013"));
}

TEST(FuzzyDate, RefusesWithPositionAndReason) {
  const std::vector<std::pair<std::string, std::string>> refused = {
      {"", "position 1: a year of four digits"},
      {" 2013", "position 1: EDTF has no spaces"},
      {"198", "position 1: a year of four digits"},
      {"19855", "position 5: a year has four digits, longer ones begin with Y"},
      {"19850412", "position 5: hyphens are expected"},
      {"-0000", "position 1: the year 0 has no sign"},
      {"2013/-0000", "position 6: the year 0 has no sign"},
      {"+1985", "position 1: a year"},
      {"1985-", "position 6: a month of two digits"},
      {"1985-4", "position 6: a month of two digits"},
      {"1985-4-12", "position 6: a month of two digits"},
      {"1985-00", "position 6: a month is 01 to 12"},
      {"1985-13", "position 6: a month is 01 to 12"},
      {"1985-42", "position 6: a month is 01 to 12, a season or other part of a year 21 to 41"},
      {"1985-2X", "position 6: no month begins so"},
      {"1985-102", "position 8: nothing more"},
      {"1985-XX-32", "position 9: a day is 01 to 31"},
      {"2001-02-3X", "position 9: no date of the calendar has such a day"},
      {"XXXX-02-30", "position 9: no date of the calendar has such a day"},
      {"X900-02-29", "position 9: no date of the calendar has such a day"},
      {"1985-21-01", "position 8: a season, quarter or the like has no day"},
      {"1985-02-29", "position 9: a day of this month is 01 to 28"},
      {"1985-02-00", "position 9: a day of this month"},
      {"1985-04-12 20:30", "position 11: EDTF has no spaces"},
      {"1985-04-12t20:30", "position 11: a time begins with a large T"},
      {"1985-04-12T", "position 12: an hour"},
      {"1985-04-12T24:00:00", "position 12: an hour is 00 to 23"},
      {"1985-04-12T25:00:00", "position 12: an hour"},
      {"1985-04-12T23:60", "position 15: a minute"},
      {"1985-04-12T23:59:60Z", "position 18: a second"},
      {"1985-04-12T23:59:59.5Z", "position 20: nothing more"},
      {"1985-04-12T23:20z", "position 17: nothing more"},
      {"1985-04-12T23:20+14:01", "position 17: an offset from UTC is at most 14:00"},
      {"1985-04-12T23:20+1", "position 18: an offset"},
      {"1985-04-12T23:20-00:00", "position 17: an offset of 0"},
      {"1985-04-12T23:20-00", "position 17: an offset of 0"},
      {"1985-04-XXT23:20:00", "position 11: a date with a time has neither X"},
      {"1985-04~-12T23:20:00", "position 12: a date with a time has neither X"},
      {"1985-04Z", "position 8: nothing more"},
      {"Y9999", "position 1: Y stands only before years of more than four digits"},
      {"Y17E2", "position 1: Y stands only"},
      {"Y012345", "position 2: a long year does not begin with 0"},
      {"Y", "position 2: the digits of a long year"},
      {"Y17E", "position 5: the digits of an exponent"},
      {"Y17E0", "position 5: an exponent is at least 1"},
      {"Y99000000001", "position 1: years go from -99,000,000,000"},
      {"Y17E17", "position 1: years go from"},
      {"Y17E99999999999999999999", "position 5: years go from"},
      {"Y123456-05", "position 8: a year with Y or S stands alone"},
      {"1950S2-05", "position 7: a year with Y or S stands alone"},
      {"1950S0", "position 6: significant digits are 1 to the 4"},
      {"1950S5", "position 6: significant digits are 1 to the 4"},
      {"195XS2", "position 5: a year has either X or significant digits"},
      {"1985E3", "position 5: nothing more"},
      {"198u", "position 4: unspecified digits are written X"},
      {"y170000002", "position 1: long years begin with a large Y"},
      {"2000/open", "position 6: an open end is written"},
      {"(2004)-06", "position 1: EDTF has no parentheses"},
      {"2004?~", "position 6: one qualifier is expected"},
      {"[1667, 1668]", "position 7: EDTF has no spaces"},
      {"[1667,1668", "position 11: \",\" or \"]\" is expected"},
      {"{1667,1668]", "position 11: \",\" or \"}\" is expected"},
      {"[]", "position 2: a year of four digits"},
      {"[1667]/1668", "position 7: nothing more"},
      {"[1667,..1668]", "position 7: only the first member may be open"},
      {"[1667..,1668]", "position 9: nothing follows a member that is open"},
      {"[1670..1668]", "position 8: the range ends before it begins"},
      {"[2004-01-01T10:10:10Z]", "position 2: a member of a set has no time"},
      {"/", "position 1: an interval with both ends unknown"},
      {"..", "position 3: \"/\" is expected"},
      {"..1985", "position 3: \"/\" is expected"},
      {"1985..", "position 5: nothing more"},
      {"1985/...", "position 8: nothing more"},
      {"1985/1986/1987", "position 10: an interval has two ends only"},
      {"2022/2013", "position 6: the interval ends before it begins"},
      {"2022-05-02/2022-05-01", "position 12: the interval ends before it begins"},
      {std::string("2013\0", 5), "position 5: nothing more"},
      {std::string("\0", 1), "position 1: a year"},
      {"\xff\xfe", "position 1: a year"},
  };
  for (const auto& [edtf, message] : refused) {
    const Result<FuzzyDate> date = FuzzyDate::parse(edtf);
    ASSERT_FALSE(date) << edtf;
    EXPECT_EQ(date.error().kind, ErrorKind::Invalid);
    EXPECT_EQ(date.error().message.substr(0, message.size()), message) << edtf;
  }
}

TEST(FuzzyDate, IntervalsThatOverlapThemselvesAreNotReversed) {
  // The begin may lie anywhere in 2022, but not behind the end of May, and the end not before the begin.
  EXPECT_EQ(read("2022/2022-05").bounds(), (DateBounds{at(2022, 1, 1), plusSeconds(at(2022, 6, 1), -1),
                                                       at(2022, 5, 1, 0, 0, 1), at(2022, 6, 1)}));
  EXPECT_EQ(read("2022-05/2022").bounds(), (DateBounds{at(2022, 5, 1), plusSeconds(at(2022, 6, 1), -1),
                                                       at(2022, 5, 1, 0, 0, 1), at(2023, 1, 1)}));
  EXPECT_EQ(read("2022/2022").bounds(), read("2022").bounds());
}

/// The readings of one end of an expression, as a person would find them with a calendar in hand: of each day
/// that the text may mean, the first and last second it may begin in, and the first and last instant it may
/// end at.
struct Readings {
  std::vector<Instant> begins;
  std::vector<Instant> ends;
};

class Enumeration {
 public:
  Enumeration(const CivilDate& first, const CivilDate& behind) {
    for (std::int64_t day = daysFromCivil(first); day < daysFromCivil(behind); ++day)
      m_days.push_back(day);
  }

  std::string randomDate(std::mt19937& random, int shortest) const {
    const std::string day = text(m_days[random() % m_days.size()]);
    const std::array<std::size_t, 3> lengths = {4, 7, 10};
    const std::size_t from = static_cast<std::size_t>(shortest);
    return day.substr(0, lengths.at(from + random() % (3 - from)));
  }

  /// `end` is a date without qualifier, "" or "..".
  Readings of(const std::string& end, bool isInterval) const {
    Readings found;
    if (end == "..") return {{kBeginningOfTime}, {kEndOfTime}};
    const bool isUnknown = end.empty() && isInterval;
    if (isUnknown)
      found = {{kBeginningOfTime, plusSeconds(kEndOfTime, -1)},
               {plusSeconds(kBeginningOfTime, 1), kEndOfTime}};
    for (const std::int64_t day : m_days) {
      if (!isUnknown && !text(day).starts_with(end)) continue;
      const Instant begin{day * kSecondsPerDay};
      found.begins.push_back(begin);
      found.begins.push_back(plusSeconds(begin, kSecondsPerDay - 1));
      found.ends.push_back(plusSeconds(begin, 1));
      found.ends.push_back(plusSeconds(begin, kSecondsPerDay));
    }
    return found;
  }

 private:
  static std::string text(std::int64_t day) {
    const CivilDate date = civilFromDays(day);
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", static_cast<int>(date.year), date.month,
                  date.day);
    return buffer.data();
  }

  std::vector<std::int64_t> m_days;
};

std::string randomEnd(std::mt19937& random, const Enumeration& days, int shortest) {
  switch (random() % 6) {
    case 0:
      return "..";
    case 1:
      return "";
    default:
      return days.randomDate(random, shortest);
  }
}

std::string randomQualifier(std::mt19937& random, const std::string& end) {
  const std::array<const char*, 4> qualifiers = {"", "?", "~", "%"};
  return end.empty() || end == ".." ? "" : qualifiers.at(random() % 4);
}

/// The smallest and largest begin and end of all pairs that are in order; nothing if there is none.
std::optional<DateBounds> boundsOfPairs(const Readings& first, const Readings& last) {
  std::optional<DateBounds> bounds;
  for (const Instant begin : first.begins) {
    for (const Instant end : last.ends) {
      if (end <= begin) continue;
      if (!bounds) bounds = DateBounds{begin, begin, end, end};
      bounds->earliestBegin = std::min(bounds->earliestBegin, begin);
      bounds->latestBegin = std::max(bounds->latestBegin, begin);
      bounds->earliestEnd = std::min(bounds->earliestEnd, end);
      bounds->latestEnd = std::max(bounds->latestEnd, end);
    }
  }
  return bounds;
}

TEST(FuzzyDate, BoundsAreThoseOfAllReadings) {
  std::mt19937 random(41);
  const Enumeration days({2003, 1, 1}, {2005, 1, 1});
  int reversed = 0;
  for (int i = 0; i < 400; ++i) {
    const bool isInterval = random() % 4 != 0;
    const std::string first = isInterval ? randomEnd(random, days, 0) : days.randomDate(random, 0);
    const std::string last = isInterval ? randomEnd(random, days, 0) : first;
    if (first.empty() && last.empty()) continue;
    const std::string left = first + randomQualifier(random, first);
    const std::string edtf = isInterval ? left + '/' + last + randomQualifier(random, last) : left;

    const auto expected = boundsOfPairs(days.of(first, isInterval), days.of(last, isInterval));
    const Result<FuzzyDate> date = FuzzyDate::parse(edtf);
    ASSERT_EQ(date.has_value(), expected.has_value()) << edtf;
    if (!expected) ++reversed;
    if (expected) {
      ASSERT_EQ(date->bounds(), *expected) << edtf;
    }
  }
  EXPECT_GT(reversed, 20);
}

/// Half of them end or begin within a second of a bound, where < and <= differ.
TimeSpan randomSpanAbout(std::mt19937& random, const DateBounds& bounds) {
  const std::array<Instant, 4> all = {bounds.earliestBegin, bounds.latestBegin, bounds.earliestEnd,
                                      bounds.latestEnd};
  const Instant nearBound = plusSeconds(all.at(random() % 4), static_cast<std::int64_t>(random() % 3) - 1);
  const Instant anywhere =
      plusSeconds(at(2003, 12, 20), static_cast<std::int64_t>(random() % (120 * 86'400)));
  const std::int64_t length = 1 + static_cast<std::int64_t>(random() % (random() % 2 == 0 ? 5 : 40 * 86'400));
  const unsigned choice = random() % 4;
  if (choice == 0) return {plusSeconds(nearBound, -length), nearBound};
  if (choice == 1) return {nearBound, plusSeconds(nearBound, length)};
  return {anywhere, plusSeconds(anywhere, length)};
}

TEST(Overlaps, IsWhatAllReadingsSayTogether) {
  std::mt19937 random(42);
  const Enumeration days({2004, 1, 1}, {2004, 4, 1});
  std::array<int, 3> seen{};
  for (int i = 0; i < 1'500; ++i) {
    const std::string first = randomEnd(random, days, 1);
    const std::string last = randomEnd(random, days, 1);
    const Result<FuzzyDate> date = FuzzyDate::parse(first + '/' + last);
    if (!date) continue;
    const TimeSpan span = randomSpanAbout(random, date->bounds());
    if (span.isEmpty()) continue;  // cut off by an end of time

    bool all = true;
    bool some = false;
    const Readings starts = days.of(first, true);
    const Readings ends = days.of(last, true);
    for (const Instant start : starts.begins) {
      for (const Instant end : ends.ends) {
        if (end <= start) continue;
        const bool hit = TimeSpan{start, end}.overlaps(span);
        all = all && hit;
        some = some || hit;
      }
    }
    const Certainty expected = all ? Certainty::Certain : some ? Certainty::Possible : Certainty::Impossible;
    ASSERT_EQ(overlaps(date->bounds(), span), expected)
        << date->edtf() << ' ' << span.begin.seconds << " + " << span.seconds();
    ++seen.at(static_cast<std::size_t>(expected));
  }
  for (const int count : seen)
    EXPECT_GT(count, 30);
}

TEST(Overlaps, TouchingIsNotOverlapping) {
  const DateBounds day = read("2025-06-24").bounds();
  EXPECT_EQ(overlaps(day, TimeSpan{at(2025, 6, 24), at(2025, 6, 25)}), Certainty::Certain);
  EXPECT_EQ(overlaps(day, TimeSpan{at(2025, 6, 24, 12), at(2025, 6, 25)}), Certainty::Possible);
  EXPECT_EQ(overlaps(day, TimeSpan{at(2025, 6, 25), at(2025, 6, 26)}), Certainty::Impossible);
  EXPECT_EQ(overlaps(day, TimeSpan{at(2025, 6, 23), at(2025, 6, 24)}), Certainty::Impossible);
}

TEST(DateFade, IsOneUnitOfThePrecisionBeyondEachSide) {
  constexpr std::int64_t kDay = kSecondsPerDay;
  EXPECT_EQ(fadeOf(read("2025-05")), DateFade{});
  EXPECT_EQ(fadeOf(read("2025-05?")), DateFade{});
  EXPECT_EQ(fadeOf(read("2025-05~")), (DateFade{30 * kDay, 30 * kDay}));
  EXPECT_EQ(fadeOf(read("2024-03%")), (DateFade{29 * kDay, 30 * kDay}));
  EXPECT_EQ(fadeOf(read("2025-12~")), (DateFade{30 * kDay, 31 * kDay}));
  EXPECT_EQ(fadeOf(read("2025-06-24~")), (DateFade{kDay, kDay}));
  EXPECT_EQ(fadeOf(read("2024~")), (DateFade{365 * kDay, 365 * kDay}));
  EXPECT_EQ(fadeOf(read("2025~")), (DateFade{366 * kDay, 365 * kDay}));
  EXPECT_EQ(fadeOf(read("196X~")), (DateFade{3653 * kDay, 3653 * kDay}));
  EXPECT_EQ(fadeOf(read("2025-06-~24")), (DateFade{kDay, kDay}));
  EXPECT_EQ(fadeOf(read("2025-~06-24")), (DateFade{31 * kDay, 31 * kDay}));
  EXPECT_EQ(fadeOf(read("2025~-06-24")), (DateFade{366 * kDay, 365 * kDay}));
  EXPECT_EQ(fadeOf(read("2013~/2022-05")), (DateFade{366 * kDay, 0}));
  EXPECT_EQ(fadeOf(read("2013~/..")), (DateFade{366 * kDay, 0}));
  EXPECT_EQ(fadeOf(read("/2022-05~")), (DateFade{0, 30 * kDay}));
}

bool saysPosition(const std::string& message, std::size_t length) {
  std::size_t position = 0;
  return std::sscanf(message.c_str(), "position %zu: ", &position) == 1 && position >= 1 &&
         position <= length + 1;
}

TEST(FuzzyDate, AnyBytesAreReadOrRefused) {
  std::mt19937 random(43);
  // Mostly letters of the grammar, so that the text gets past the year; else any byte.
  const std::string letters = "0123456789012345678900112-----///..TZ:+?~%XXXYES[]{},,";
  const std::array<std::string, 9> beginnings = {
      "", "2013-0", "../", "2013-05-02T1", "1999-12-31T23:59", "[1667,", "{..19", "Y17", "?2004-~0"};
  int accepted = 0;
  for (int i = 0; i < 200'000; ++i) {
    std::string bytes = beginnings.at(random() % beginnings.size());
    const std::size_t length = bytes.size() + random() % 12;
    while (bytes.size() < length) {
      bytes += random() % 10 == 0 ? static_cast<char>(random() % 256) : letters[random() % letters.size()];
    }
    const Result<FuzzyDate> date = FuzzyDate::parse(bytes);
    if (!date) {
      ASSERT_TRUE(saysPosition(date.error().message, bytes.size())) << date.error().message;
      continue;
    }
    ++accepted;
    const DateBounds& bounds = date->bounds();
    ASSERT_LE(bounds.earliestBegin, bounds.latestBegin) << bytes;
    ASSERT_LE(bounds.earliestEnd, bounds.latestEnd) << bytes;
    ASSERT_LT(bounds.earliestBegin, bounds.earliestEnd) << bytes;
    ASSERT_LT(bounds.latestBegin, bounds.latestEnd) << bytes;
    ASSERT_EQ(date->edtf(), bytes);
    const Result<FuzzyDate> again = FuzzyDate::parse(date->canonical());
    ASSERT_TRUE(again) << bytes << ' ' << date->canonical();
    ASSERT_EQ(again->expression(), date->expression()) << bytes << ' ' << date->canonical();
    ASSERT_EQ(again->canonical(), date->canonical());
    ASSERT_EQ(again->bounds(), bounds);
  }
  EXPECT_GT(accepted, 1'000);
}

}  // namespace
}  // namespace entente
