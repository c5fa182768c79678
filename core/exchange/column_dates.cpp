// SPDX-License-Identifier: GPL-3.0-or-later
// The survey of a column, and what its whole numbers and figures mean by it.
#include "core/exchange/column_dates.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "core/exchange/date_words.h"
#include "core/exchange/numeric_dates.h"
#include "core/exchange/published_text.h"
#include "core/time/civil.h"
#include "core/time/fuzzy_date.h"

namespace entente {

namespace {

constexpr std::int64_t kFirstDayNumber = 20'000;  ///< 3 October 1954
constexpr std::int64_t kLastDayNumber = 60'000;   ///< 8 April 2064
constexpr std::int64_t kDaysTo1970 = 25'569;      ///< from 30 December 1899
constexpr std::int64_t kFirstSecond = 100'000'000;
constexpr std::int64_t kLastSecond = 4'102'444'800;  ///< the year 2100
constexpr std::int64_t kSecondsOfDay = 86'400;

ReadDate refused(std::string reason) {
  return {DateOutcome::Refused, {}, {}, std::move(reason)};
}

ReadDate taken(std::string edtf, std::string remark = {}) {
  return {DateOutcome::Read, std::move(edtf), std::move(remark), {}};
}

bool isMonth(int number) {
  return number >= 1 && number <= 12;
}

bool isDay(int number) {
  return number >= 1 && number <= 31;
}

/// YYYYMMDD.
bool isCompactDay(std::int64_t value) {
  const auto year = value / 10'000;
  const auto month = static_cast<int>(value / 100 % 100);
  const auto day = static_cast<int>(value % 100);
  return year >= 1'000 && year <= 2'999 && isMonth(month) && day >= 1 && day <= daysInMonth(year, month);
}

std::string isoDay(const CivilDate& date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string isoInstant(std::int64_t second) {
  const std::int64_t day = second / kSecondsOfDay;
  const std::int64_t rest = second % kSecondsOfDay;
  return fmt::format("{}T{:02}:{:02}:{:02}Z", isoDay(civilFromDays(day)), rest / 3'600, rest / 60 % 60,
                     rest % 60);
}

std::size_t digitsOf(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }));
}

/// "1916.5", "1915.10"
bool isFraction(std::string_view text) {
  const std::size_t dot = text.find('.');
  if (dot < 3 || dot > 4 || dot + 1 == text.size()) return false;
  return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '.'; }) &&
         text.find('.', dot + 1) == std::string_view::npos;
}

constexpr std::string_view kBeforeChrist = " BC";

/// "0001-11-19 00:00:00 BC", as Aeon Timeline writes it, without the era.
std::string_view withoutEra(std::string_view text) {
  const bool isLong = text.size() > 12 && (text.ends_with(kBeforeChrist) || text.ends_with(" AD"));
  return isLong ? text.substr(0, text.size() - kBeforeChrist.size()) : text;
}

/// "0044-03-15" is -0043-03-15 then.
ReadDate beforeChrist(ReadDate date) {
  const auto year = readWhole(date.edtf.substr(0, 4));
  if (!year) return refused("this is not understood here");
  date.edtf = edtfOfYear(-*year) + date.edtf.substr(4);
  return date;
}

}  // namespace

std::string edtfOfYear(std::int64_t year) {
  const std::int64_t astronomical = year < 0 ? year + 1 : year;
  const std::int64_t size = astronomical < 0 ? -astronomical : astronomical;
  return fmt::format("{}{}{:04}", size > 9'999 ? "Y" : "", astronomical < 0 ? "-" : "", size);
}

void ColumnDates::countWhole(std::string_view text, std::int64_t value) {
  const std::size_t digits = digitsOf(text.ends_with(".0") ? text.substr(0, text.size() - 2) : text);
  m_years += digits <= 4 ? 1 : 0;
  m_compact += digits == 8 && isCompactDay(value) ? 1 : 0;
  m_dayNumbers += value >= kFirstDayNumber && value <= kLastDayNumber ? 1 : 0;
  m_seconds += value >= kFirstSecond && value <= kLastSecond && digits > 8 ? 1 : 0;
  m_millis += value >= kFirstSecond * 1'000 && value <= kLastSecond * 1'000 ? 1 : 0;
  m_survey.paddedBefore |= value < 0 && digits == 4 && text.size() > 1 && text[1] == '0';
}

void ColumnDates::add(std::string_view text, TablePlace /*place*/, std::int64_t row) {
  text = withoutSpaces(text);
  if (m_strict || isNoDate(text)) return;
  ++m_values;
  if (const auto value = readWhole(text)) {
    countWhole(text, *value);
    return;
  }
  // 21 to 24 may be a season.
  if (const auto range = shortRangeOf(text)) {
    m_survey.shortRanges |=
        range->last > 12 && range->last > range->first % 100 && (range->last < 21 || range->last > 24);
    m_survey.shortMonths |= range->oneDigit && range->last > 0 && range->last <= range->first % 10;
  }
  const auto date = readNumericDate(withoutEra(text));
  if (!date) return m_tongues.add(text);
  if (!date->time.empty()) {
    ++m_times;
    m_midnights += date->isMidnight() ? 1 : 0;
  }
  if (date->yearFirst) return;
  const bool mayDayFirst = isDay(date->first) && isMonth(date->second);
  const bool mayMonthFirst = isMonth(date->first) && isDay(date->second);
  if (mayDayFirst && !mayMonthFirst && m_dayFirst.empty())
    m_dayFirst = fmt::format("row {} has {}", row, text);
  if (mayMonthFirst && !mayDayFirst && m_monthFirst.empty())
    m_monthFirst = fmt::format("row {} has {}", row, text);
  if (mayDayFirst && mayMonthFirst && date->first != date->second && !date->shortYear) {
    if (m_survey.undecided++ == 0) m_survey.undecidedExample = fmt::format("{} (row {})", text, row);
  }
}

void ColumnDates::settle() {
  m_lastTongue = m_tongues.most();
  const std::size_t all = m_values;
  m_survey.years = all > 0 && m_years * 5 >= all * 4;
  m_survey.compact = all > 0 && m_compact == all;
  m_survey.dayNumbers = all > 1 && m_dayNumbers == all;
  m_survey.unixSeconds = all > 0 && m_seconds == all;
  m_survey.unixMillis = all > 0 && m_millis == all;
  m_survey.midnight = m_times > 0 && m_times == m_midnights;
  m_survey.contradictory = !m_dayFirst.empty() && !m_monthFirst.empty();
  if (m_survey.contradictory) {
    m_survey.proof = fmt::format("{}, but {}", m_dayFirst, m_monthFirst);
  } else if (!m_dayFirst.empty()) {
    m_survey.order = DateOrder::DayFirst;
    m_survey.proof = "day first: " + m_dayFirst;
  } else if (!m_monthFirst.empty()) {
    m_survey.order = DateOrder::MonthFirst;
    m_survey.proof = "month first: " + m_monthFirst;
  } else {
    m_survey.order = m_usual;
  }
  if (m_told != DateOrder::Ask) m_survey.order = m_told;
}

const ReadDate& ColumnDates::read(const std::string& text) {
  const auto [found, isNew] = m_known.try_emplace(text);
  if (!isNew) return found->second;
  found->second = readAnew(withoutSpaces(text));
  ReadDate& date = found->second;
  if (date.outcome != DateOutcome::Read) return date;
  // Days that no month has, and years beyond ours.
  if (const auto fine = FuzzyDate::read(date.edtf); !fine) date = refused(fine.error().reason);
  return date;
}

ReadDate ColumnDates::readAnew(std::string_view text) {
  // "0000" is a year in EDTF, and nothing to most programs.
  if (m_strict && FuzzyDate::parse(text)) return taken(std::string(text));
  if (isNoDate(text)) return {};
  if (m_strict) return taken(std::string(text));
  text = withoutReferences(text);
  if (const auto value = readWhole(text)) return readWholeNumber(text, *value);
  if (isFraction(text)) return refused("this may be a month or a part of a year");
  if (auto day = readEastAsianDate(text)) return taken(std::move(*day));
  ReadDate date = readFigures(withoutEra(text));
  if (date.outcome == DateOutcome::Read && text.ends_with(kBeforeChrist)) return beforeChrist(date);
  if (date.outcome != DateOutcome::Missing) return date;
  date = readShortRange(text);
  if (date.outcome != DateOutcome::Missing) return date;
  return readWords(text);
}

ReadDate ColumnDates::readWholeNumber(std::string_view text, std::int64_t value) const {
  if (text.ends_with(".0")) text.remove_suffix(2);
  const std::size_t digits = digitsOf(text);
  if (m_survey.compact)
    return taken(
        isoDay({value / 10'000, static_cast<int>(value / 100 % 100), static_cast<int>(value % 100)}));
  if (m_survey.dayNumbers) {
    std::string day = isoDay(civilFromDays(value - kDaysTo1970));
    std::string remark = fmt::format("{} is read as a spreadsheet's day number: {}", text, day);
    return taken(std::move(day), std::move(remark));
  }
  if (m_survey.unixSeconds || m_survey.unixMillis) {
    std::string at = isoInstant(m_survey.unixMillis ? value / 1'000 : value);
    std::string remark = fmt::format("{} is read as {} since 1970: {}", text,
                                     m_survey.unixMillis ? "milliseconds" : "seconds", at);
    return taken(std::move(at), std::move(remark));
  }
  if (value == 0) return refused("there is no year 0");
  if (value < 0) {
    if (digits > 4 && !m_survey.years) return refused("this number may be a year or anything else");
    if (m_survey.paddedBefore) return taken(std::string(text));
    return taken(edtfOfYear(value), fmt::format("{} is read as {} BC", text, -value));
  }
  if (digits == 4) return taken(std::string(text));
  if (digits == 5 && value >= kFirstDayNumber && value <= kLastDayNumber)
    return refused("this number may be a spreadsheet's day number; show the cell as a date");
  if (digits == 8 && isCompactDay(value))
    return refused(
        "this number may be a day without hyphens, but others in the column are written in another way");
  if (digits > 4 || !m_survey.years) return refused("this number may be a year or anything else");
  return taken(edtfOfYear(value),
               digits > 2 ? std::string() : fmt::format("{} is read as the year {}", text, value));
}

ReadDate ColumnDates::readFigures(std::string_view text) const {
  const auto date = readNumericDate(text);
  if (!date) return {};
  if (date->shortYear) return refused("a year of two digits may be of any century");
  int year = date->third;
  int month = date->second;
  int day = date->first;
  std::string remark;
  if (date->yearFirst) {
    std::swap(year, day);
  } else {
    const bool mayDayFirst = isDay(date->first) && isMonth(date->second);
    const bool mayMonthFirst = isMonth(date->first) && isDay(date->second);
    if (!mayDayFirst && !mayMonthFirst) return refused("there is no such day");
    const bool isOpen = mayDayFirst && mayMonthFirst && date->first != date->second;
    if (isOpen && m_survey.order == DateOrder::Ask)
      return {DateOutcome::Order, {}, {}, "the day or the month may come first"};
    const bool isMonthFirst = isOpen ? m_survey.order == DateOrder::MonthFirst : !mayDayFirst;
    if (isMonthFirst) std::swap(month, day);
  }
  const std::string time = m_survey.midnight ? std::string() : date->time;
  if (year == 0) return refused("there is no year 0");
  if (month == 0 || day == 0) {
    if (!date->yearFirst || (month == 0 && day != 0)) return refused("there is no such day");
    std::string part = month == 0 ? fmt::format("{:04}", year) : fmt::format("{:04}-{:02}", year, month);
    return taken(part, fmt::format("{} is read as {}: zeros stand for what is not known", text, part));
  }
  if (!isMonth(month) || !isDay(day)) return refused("there is no such day");
  return taken(fmt::format("{:04}-{:02}-{:02}{}", year, month, day, time));
}

/// "1914-18", "1914–18", "1914/18": years, where nothing else is possible.
ReadDate ColumnDates::readShortRange(std::string_view text) const {
  const auto range = shortRangeOf(text);
  if (!range) return {};
  const int within = range->first % 100;
  const int last = range->first - within + range->last;
  const std::string years = fmt::format("{:04}/{:04}", range->first, last);
  const std::string remark = fmt::format("{} is read as the years {} to {}", text, range->first, last);
  const bool mayBeRange = range->last > within && !range->oneDigit;
  const bool mayBeSeason = range->hyphen && range->last >= 21 && range->last <= 24;
  const bool mayBeMonth = range->last >= 1 && range->last <= 12;
  if (range->last > 12) {
    if (mayBeRange && (!mayBeSeason || m_survey.shortRanges)) return taken(years, remark);
    return refused(mayBeSeason ? "this may be a season or two years" : "there is no such month");
  }
  // ISO 8601 has two figures for a month; "1868-9" and "1666/7" are how years are shortened.
  if (range->oneDigit && range->last > range->first % 10 && !m_survey.shortMonths)
    return refused("this may be a month or two years");
  if (mayBeMonth && range->hyphen && !(mayBeRange && m_survey.shortRanges))
    return taken(fmt::format("{:04}-{:02}", range->first, range->last));
  if (mayBeMonth && !range->hyphen && !range->dash && !(mayBeRange && m_survey.shortRanges))
    return taken(fmt::format("{:04}-{:02}", range->first, range->last));
  return refused("this may be a month or two years");
}

ReadDate ColumnDates::readWords(std::string_view text) {
  WordDate date = readWordDate(text, m_survey.order, m_lastTongue);
  if (date.outcome == DateOutcome::Read) {
    if (std::string doubt = m_tongues.doubt(text); !doubt.empty()) return refused(std::move(doubt));
  }
  if (date.outcome == DateOutcome::Read && m_survey.midnight) {
    const std::size_t at = date.edtf.find("T00:00:00");
    if (at != std::string::npos && date.edtf.find('/') == std::string::npos) date.edtf.resize(at);
  }
  return date;
}

}  // namespace entente
