// SPDX-License-Identifier: GPL-3.0-or-later
// Day numbers of the Julian calendar, by the same count from March as civil.cpp has it.
#include "core/time/julian.h"

namespace entente {

namespace {

constexpr std::int64_t kYearsPerCycle = 4;
constexpr std::int64_t kDaysPerCycle = 1'461;
// From 0000-03-01 Julian, where the cycles begin, to 1970-01-01 Gregorian.
constexpr std::int64_t kDaysToEpoch = 719'470;

constexpr std::int64_t floorDiv(std::int64_t value, std::int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

constexpr int narrow(std::int64_t small) {
  return static_cast<int>(small);
}

}  // namespace

CivilDate civilFromJulian(const CivilDate& julian) {
  // Years are counted from March, so that the leap day is the last day of a cycle.
  const std::int64_t year = julian.month <= 2 ? julian.year - 1 : julian.year;
  const std::int64_t cycle = floorDiv(year, kYearsPerCycle);
  const std::int64_t monthFromMarch = julian.month > 2 ? julian.month - 3 : julian.month + 9;
  const std::int64_t dayOfYear = (153 * monthFromMarch + 2) / 5 + julian.day - 1;
  const std::int64_t dayOfCycle = (year - cycle * kYearsPerCycle) * 365 + dayOfYear;
  return civilFromDays(cycle * kDaysPerCycle + dayOfCycle - kDaysToEpoch);
}

CivilDate julianFromCivil(const CivilDate& date) {
  const std::int64_t fromMarch0 = daysFromCivil(date) + kDaysToEpoch;
  const std::int64_t cycle = floorDiv(fromMarch0, kDaysPerCycle);
  const std::int64_t dayOfCycle = fromMarch0 - cycle * kDaysPerCycle;
  // The day 1460 is the leap day of the fourth year, not the first day of a fifth one.
  const std::int64_t yearOfCycle = (dayOfCycle - dayOfCycle / 1'460) / 365;
  const std::int64_t dayOfYear = dayOfCycle - yearOfCycle * 365;
  const std::int64_t monthFromMarch = (5 * dayOfYear + 2) / 153;
  const std::int64_t day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
  const std::int64_t month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const std::int64_t year = cycle * kYearsPerCycle + yearOfCycle + (month <= 2 ? 1 : 0);
  return {year, narrow(month), narrow(day)};
}

int daysInJulianMonth(std::int64_t year, int month) {
  // 1999 has no leap day in either calendar.
  return month == 2 && year % 4 == 0 ? 29 : daysInMonth(1999, month);
}

}  // namespace entente
