// SPDX-License-Identifier: GPL-3.0-or-later
// The ladder of tick steps, and the ticks of a step over a span.
#include "core/time/tick_ladder.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/base/check.h"
#include "core/time/civil.h"

namespace entente {

namespace {

constexpr TickStep kWeek{TickUnit::Day, 7};
/// 1969-12-29 was a Monday.
constexpr std::int64_t kFirstMonday = -3 * kSecondsPerDay;

constexpr std::array kRungsBelowYears = {TickStep{TickUnit::Second, 1},  TickStep{TickUnit::Second, 5},
                                         TickStep{TickUnit::Second, 10}, TickStep{TickUnit::Second, 30},
                                         TickStep{TickUnit::Minute, 1},  TickStep{TickUnit::Minute, 5},
                                         TickStep{TickUnit::Minute, 10}, TickStep{TickUnit::Minute, 30},
                                         TickStep{TickUnit::Hour, 1},    TickStep{TickUnit::Hour, 3},
                                         TickStep{TickUnit::Hour, 6},    TickStep{TickUnit::Hour, 12},
                                         TickStep{TickUnit::Day, 1},     kWeek,
                                         TickStep{TickUnit::Month, 1},   TickStep{TickUnit::Month, 3}};

// All of time is about 2e11 years: a step of 1e12 has one border in it, at year 0.
constexpr std::int64_t kCoarsestYears = 1'000'000'000'000;
// A little more than kEndOfTime. Years beyond are not turned into seconds, which could overflow.
constexpr std::int64_t kYearsToTheEnds = 100'100'000'000;

constexpr std::int64_t floorDiv(std::int64_t value, std::int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

/// Seconds that a step lasts at least, wherever it lies.
std::int64_t shortest(TickStep step) {
  switch (step.unit) {
    case TickUnit::Second:
      return step.count;
    case TickUnit::Minute:
      return step.count * 60;
    case TickUnit::Hour:
      return step.count * 3600;
    case TickUnit::Day:
      return step.count * kSecondsPerDay;
    case TickUnit::Month:
      return (step.count == 1 ? 28 : step.count * 30) * kSecondsPerDay;
    case TickUnit::Year:
      break;
  }
  // The coarsest step, in seconds, would not fit; it is clamped where it is used, at the ends of time.
  return std::min(step.count, 2 * kYearsToTheEnds) * 365 * kSecondsPerDay;
}

// The steps of a kind are numbered, 0 being the one that begins with 1970 (seconds to days) or year 0 (months
// and years). Every step of seconds, minutes and hours divides a day, so that counting from 1970 keeps it
// aligned with the days. Weeks begin on Mondays (ISO 8601).

std::int64_t origin(TickStep step) {
  return step == kWeek ? kFirstMonday : 0;
}

std::int64_t stepNumber(TickStep step, Instant at) {
  if (step.unit == TickUnit::Year) return floorDiv(dateOf(at).year, step.count);
  if (step.unit == TickUnit::Month) {
    const CivilDate date = dateOf(at);
    return floorDiv(date.year * 12 + date.month - 1, step.count);
  }
  return floorDiv(at.seconds - origin(step), shortest(step));
}

/// Where the step with this number begins, kept within the ends of time.
Instant stepBegin(TickStep step, std::int64_t number) {
  Instant begin;
  if (step.unit == TickUnit::Year) {
    begin = startOfYear(std::clamp(number * step.count, -kYearsToTheEnds, kYearsToTheEnds));
  } else if (step.unit == TickUnit::Month) {
    const std::int64_t month = number * step.count;
    const std::int64_t year = floorDiv(month, 12);
    begin = startOfMonth(year, static_cast<int>(month - year * 12) + 1);
  } else {
    begin = {origin(step) + number * shortest(step)};
  }
  return std::clamp(begin, kBeginningOfTime, kEndOfTime);
}

double lengthPx(const TimeScale& scale, std::int64_t seconds) {
  return static_cast<double>(seconds) / scale.secondsPerPixel();
}

double lengthPx(const TimeScale& scale, const Tick& tick) {
  return lengthPx(scale, tick.next.seconds - tick.at.seconds);
}

std::vector<Tick> ticksOf(TickStep step, const TimeScale& scale, double minLabelPx) {
  std::vector<Tick> ticks;
  const Instant end = scale.span().end;
  std::int64_t number = stepNumber(step, scale.span().begin);
  for (Instant at = stepBegin(step, number); at < end; ++number) {
    const Instant next = stepBegin(step, number + 1);
    ticks.push_back({at, next});
    at = next;
  }
  // A step cut off by the beginning of time may be too narrow for its label: the next one takes its place.
  if (ticks.size() > 1 && ticks[0].at == kBeginningOfTime && lengthPx(scale, ticks[0]) < minLabelPx) {
    ticks[1].at = kBeginningOfTime;
    ticks.erase(ticks.begin());
  }
  return ticks;
}

/// Whether the shortest step of all, wherever it may lie, has room: the rung depends on the zoom alone, so
/// that it does not change while February is panned into view.
bool fits(TickStep step, const TimeScale& scale, double minLabelPx) {
  const double least = step.unit < TickUnit::Day ? minLabelPx * kClockLabelFactor : minLabelPx;
  return lengthPx(scale, shortest(step)) >= least;
}

TickStep finestFitting(const TimeScale& scale, double minLabelPx) {
  for (const TickStep step : kRungsBelowYears) {
    if (fits(step, scale, minLabelPx)) return step;
  }
  for (std::int64_t power = 1; power < kCoarsestYears; power *= 10) {
    for (const std::int64_t digit : {1, 2, 5}) {
      const TickStep step{TickUnit::Year, digit * power};
      if (fits(step, scale, minLabelPx)) return step;
    }
  }
  return {TickUnit::Year, kCoarsestYears};
}

TickStep majorStepOf(TickStep minor) {
  switch (minor.unit) {
    case TickUnit::Second:
    case TickUnit::Minute:
    case TickUnit::Hour:
      return {TickUnit::Day, 1};
    case TickUnit::Day:
      return {TickUnit::Month, 1};
    case TickUnit::Month:
      return {TickUnit::Year, 1};
    case TickUnit::Year:
      break;
  }
  std::int64_t years = 10;
  while (years < 5 * minor.count)
    years *= 10;
  return {TickUnit::Year, years};
}

}  // namespace

TickTiers tickTiers(const TimeScale& scale, double minLabelPx) {
  check(minLabelPx > 0, "a label has a width");
  TickTiers tiers;
  tiers.minorStep = finestFitting(scale, minLabelPx);
  tiers.majorStep = majorStepOf(tiers.minorStep);
  tiers.minor = ticksOf(tiers.minorStep, scale, minLabelPx);
  tiers.major = ticksOf(tiers.majorStep, scale, minLabelPx);
  return tiers;
}

}  // namespace entente
