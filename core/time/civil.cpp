// SPDX-License-Identifier: GPL-3.0-or-later
// Hinnant's day arithmetic in 64 bits, and instants at the borders of calendar units.
#include "core/time/civil.h"

#include "core/base/check.h"

namespace entente {

namespace {

// 400 Gregorian years (an "era") always have the same number of days and begin on the same weekday.
constexpr std::int64_t kDaysPerEra = 146'097;
constexpr std::int64_t kYearsPerEra = 400;
// From 0000-03-01, where the eras begin, to 1970-01-01.
constexpr std::int64_t kDaysToEpoch = 719'468;

constexpr std::int64_t floorDiv(std::int64_t value, std::int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

constexpr std::int64_t floorMod(std::int64_t value, std::int64_t by) {
  return value - floorDiv(value, by) * by;
}

constexpr int narrow(std::int64_t small) {
  return static_cast<int>(small);
}

}  // namespace

std::int64_t daysFromCivil(const CivilDate& date) {
  // Years are counted from March, so that the leap day is the last day of one.
  const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
  const std::int64_t era = floorDiv(year, kYearsPerEra);
  const std::int64_t yearOfEra = year - era * kYearsPerEra;
  const std::int64_t monthFromMarch = date.month > 2 ? date.month - 3 : date.month + 9;
  const std::int64_t dayOfYear = (153 * monthFromMarch + 2) / 5 + date.day - 1;
  const std::int64_t dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
  return era * kDaysPerEra + dayOfEra - kDaysToEpoch;
}

CivilDate civilFromDays(std::int64_t days) {
  const std::int64_t fromMarch0 = days + kDaysToEpoch;
  const std::int64_t era = floorDiv(fromMarch0, kDaysPerEra);
  const std::int64_t dayOfEra = fromMarch0 - era * kDaysPerEra;
  const std::int64_t yearOfEra = (dayOfEra - dayOfEra / 1'460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
  const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const std::int64_t monthFromMarch = (5 * dayOfYear + 2) / 153;
  const std::int64_t day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
  const std::int64_t month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const std::int64_t year = yearOfEra + era * kYearsPerEra + (month <= 2 ? 1 : 0);
  return {year, narrow(month), narrow(day)};
}

bool isLeapYear(std::int64_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int daysInMonth(std::int64_t year, int month) {
  constexpr int kDays[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  check(month >= 1 && month <= 12, "a month is 1 to 12");
  return month == 2 && isLeapYear(year) ? 29 : kDays[month - 1];
}

int weekday(std::int64_t days) {
  // Day 0 was a Thursday, 4 in ISO 8601.
  return narrow(floorMod(days + 3, 7)) + 1;
}

IsoWeek isoWeekOf(std::int64_t days) {
  // The year of a week is that of its Thursday.
  const std::int64_t thursday = days - weekday(days) + 4;
  const std::int64_t year = civilFromDays(thursday).year;
  return {year, narrow((thursday - daysFromCivil({year, 1, 1})) / 7) + 1};
}

Instant startOfDay(const CivilDate& date) {
  return {daysFromCivil(date) * kSecondsPerDay};
}

Instant startOfYear(std::int64_t year) {
  return startOfDay({year, 1, 1});
}

Instant startOfMonth(std::int64_t year, int month) {
  check(month >= 0 && month <= 13, "a month that is counted on is 0 to 13");
  if (month == 0) return startOfDay({year - 1, 12, 1});
  if (month == 13) return startOfDay({year + 1, 1, 1});
  return startOfDay({year, month, 1});
}

CivilDate dateOf(Instant at) {
  return civilFromDays(floorDiv(at.seconds, kSecondsPerDay));
}

CivilTime timeOf(Instant at) {
  const int second = narrow(floorMod(at.seconds, kSecondsPerDay));
  return {second / 3600, second / 60 % 60, second % 60};
}

}  // namespace entente
