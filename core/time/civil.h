// SPDX-License-Identifier: GPL-3.0-or-later
// Civil dates: the proleptic Gregorian calendar in 64 bits, since std::chrono::year stops at 32767.
#pragma once

#include <cstdint>

#include "core/time/instant.h"

namespace entente {

/// Year 0 is 1 BCE (ISO 8601 astronomical numbering). month 1..12, day 1..31.
struct CivilDate {
  std::int64_t year = 1970;
  int month = 1;
  int day = 1;

  auto operator<=>(const CivilDate&) const = default;
};

/// Of a day: hour 0..23, minute 0..59, second 0..59.
struct CivilTime {
  int hour = 0;
  int minute = 0;
  int second = 0;

  auto operator<=>(const CivilTime&) const = default;
};

/// Days since 1970-01-01. Source of the arithmetic: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms"
/// (days_from_civil, civil_from_days), in 64 bits. O(1). Year within kMinYear..kMaxYear.
[[nodiscard]] std::int64_t daysFromCivil(const CivilDate& date);
[[nodiscard]] CivilDate civilFromDays(std::int64_t days);

[[nodiscard]] bool isLeapYear(std::int64_t year);
/// 28 to 31.
[[nodiscard]] int daysInMonth(std::int64_t year, int month);
/// ISO 8601 weekday of a day since 1970-01-01: 1 Monday to 7 Sunday.
[[nodiscard]] int weekday(std::int64_t days);

/// A week of ISO 8601: Monday to Sunday, of the year that most of its days are in. week 1..53.
struct IsoWeek {
  std::int64_t year = 1970;
  int week = 1;

  bool operator==(const IsoWeek&) const = default;
};
/// Of a day since 1970-01-01.
[[nodiscard]] IsoWeek isoWeekOf(std::int64_t days);

/// Midnight (UTC) at which the day begins.
[[nodiscard]] Instant startOfDay(const CivilDate& date);
[[nodiscard]] Instant startOfYear(std::int64_t year);
/// `month` may be 13 and means January of the next year (and 0 December of the last one).
[[nodiscard]] Instant startOfMonth(std::int64_t year, int month);
[[nodiscard]] CivilDate dateOf(Instant at);
[[nodiscard]] CivilTime timeOf(Instant at);

}  // namespace entente
