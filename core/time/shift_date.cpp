// SPDX-License-Identifier: GPL-3.0-or-later
// Arithmetic on the parts of an expression, each in its own unit.
#include "core/time/shift_date.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/time/civil.h"

namespace entente {

namespace {

constexpr std::int64_t kMostYear = 99'999'999'999'999;
/// So many steps of any unit stay within 64 bits; no calendar has more.
constexpr std::int64_t kMostSteps = 1'000'000'000'000'000'000 / kSecondsPerDay;

tl::unexpected<Error> refused(const char* sentence) {
  return fail(ErrorKind::Invalid, sentence);
}

/// The parts of one division of the year, in the order of their months.
struct Division {
  std::array<int, 4> parts;
  int count;
};

std::optional<Division> divisionOf(int part) {
  constexpr std::array<Division, 6> kDivisions{{{{21, 22, 23, 24}, 4},
                                                {{25, 26, 27, 28}, 4},
                                                {{31, 32, 29, 30}, 4},
                                                {{33, 34, 35, 36}, 4},
                                                {{37, 38, 39, 0}, 3},
                                                {{40, 41, 0, 0}, 2}}};
  for (const Division& one : kDivisions) {
    if (std::ranges::find(one.parts, part) != one.parts.end()) return one;
  }
  return std::nullopt;
}

/// Rounded down, and what is left over from 0 on.
std::pair<std::int64_t, std::int64_t> divided(std::int64_t number, std::int64_t by) {
  const std::int64_t left = (number % by + by) % by;
  return {(number - left) / by, left};
}

void setYear(DatePart& part, std::int64_t year) {
  constexpr std::int64_t kMostFourDigits = 9999;
  part.year = year;
  part.negativeYear = year < 0;
  part.longYear = year > kMostFourDigits || year < -kMostFourDigits;
}

void keepDayInMonth(DatePart& part) {
  if (part.hasDay)
    part.day = static_cast<std::int8_t>(std::min<int>(part.day, daysInMonth(part.year, part.month)));
}

void addYears(DatePart& part, std::int64_t years) {
  setYear(part, part.year + years);
  keepDayInMonth(part);
}

void addMonths(DatePart& part, std::int64_t months) {
  const auto [years, month] = divided(part.month - 1 + months, 12);
  part.month = static_cast<std::int8_t>(month + 1);
  addYears(part, years);
}

void addSeasons(DatePart& part, std::int64_t steps) {
  const auto division = divisionOf(part.month);
  if (!division) return;
  const auto place = std::ranges::find(division->parts, part.month) - division->parts.begin();
  const auto [years, next] = divided(place + steps, division->count);
  part.month = static_cast<std::int8_t>(division->parts[static_cast<std::size_t>(next)]);
  setYear(part, part.year + years);
}

void addSeconds(DatePart& part, std::int64_t seconds) {
  const std::int64_t day = daysFromCivil({part.year, part.month, part.day});
  const std::int64_t ofDay = part.hour * 3600 + part.minute * 60 + part.second;
  const auto [days, second] = divided(ofDay + seconds, kSecondsPerDay);
  const CivilDate date = civilFromDays(day + days);
  setYear(part, date.year);
  part.month = static_cast<std::int8_t>(date.month);
  part.day = static_cast<std::int8_t>(date.day);
  part.hour = static_cast<std::int8_t>(second / 3600);
  part.minute = static_cast<std::int8_t>(second / 60 % 60);
  part.second = static_cast<std::int8_t>(second % 60);
}

/// Seconds of a unit that has always as many; 0 of the others.
std::int64_t secondsOf(DatePrecision unit) {
  switch (unit) {
    case DatePrecision::Second:
      return 1;
    case DatePrecision::Minute:
      return 60;
    case DatePrecision::Hour:
      return 3600;
    case DatePrecision::Day:
      return kSecondsPerDay;
    default:
      return 0;
  }
}

std::int64_t yearsOf(DatePrecision unit) {
  switch (unit) {
    case DatePrecision::Decade:
      return 10;
    case DatePrecision::Century:
      return 100;
    case DatePrecision::Millennium:
      return 1000;
    default:
      return 1;
  }
}

Result<void> mayMove(const DatePart& part, DatePrecision unit) {
  if (part.hasUnspecified()) return refused("A date with unspecified digits cannot be moved.");
  if (part.exponent >= 0 || part.significantDigits > 0) return refused("A rounded year cannot be moved.");
  if (unit == DatePrecision::AllTime) return refused("All of time is no step by which a date can be moved.");
  // By months a season would begin in the middle of another one.
  if (unit < part.precision || (unit == DatePrecision::Season && !part.hasSeason()))
    return refused("A date cannot be moved by less than it says: a month not by days, a year not by months.");
  return {};
}

Result<void> move(DatePart& part, DatePrecision unit, std::int64_t steps) {
  if (auto may = mayMove(part, unit); !may) return may;
  if (const std::int64_t seconds = secondsOf(unit)) {
    addSeconds(part, seconds * steps);
  } else if (unit == DatePrecision::Month) {
    addMonths(part, steps);
  } else if (unit == DatePrecision::Season) {
    addSeasons(part, steps);
  } else {
    addYears(part, yearsOf(unit) * steps);
  }
  if (part.year > kMostYear || part.year < -kMostYear)
    return refused("A date cannot be moved beyond the ends of the calendar.");
  return {};
}

}  // namespace

DatePrecision shiftUnit(const FuzzyDate& date, MovedPart part) {
  if (!date.isInterval()) return date.begin().precision;
  const bool begins = date.beginKind() == EndKind::Known && part != MovedPart::End;
  const bool ends = date.endKind() == EndKind::Known && part != MovedPart::Begin;
  if (begins && ends) return std::max(date.begin().precision, date.end().precision);
  return begins ? date.begin().precision : date.end().precision;
}

Result<FuzzyDate> shifted(const FuzzyDate& date, DatePrecision unit, std::int64_t steps, MovedPart part) {
  if (date.isSet()) return refused("A set of dates cannot be moved.");
  if (steps > kMostSteps || steps < -kMostSteps)
    return refused("A date cannot be moved beyond the ends of the calendar.");
  EdtfExpression moved = date.expression();
  if (!date.isInterval()) {
    if (auto done = move(moved.begin, unit, steps); !done) return fail(done.error());
    moved.end = moved.begin;
  } else {
    const bool begins = moved.beginKind == EndKind::Known && part != MovedPart::End;
    const bool ends = moved.endKind == EndKind::Known && part != MovedPart::Begin;
    if (!begins && !ends) return refused("An end that is open or not known cannot be moved.");
    if (begins) {
      if (auto done = move(moved.begin, unit, steps); !done) return fail(done.error());
    }
    if (ends) {
      if (auto done = move(moved.end, unit, steps); !done) return fail(done.error());
    }
  }
  if (steps == 0) return date;
  auto made = FuzzyDate::parse(printEdtf(moved));
  if (made) return made;
  return date.isInterval() ? refused("The begin would come after the end.")
                           : refused("A date cannot be moved beyond the ends of the calendar.");
}

}  // namespace entente
