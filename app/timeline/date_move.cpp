// SPDX-License-Identifier: GPL-3.0-or-later
// Finds how many units come nearest to the hand.
#include "app/timeline/date_move.h"

#include <cmath>

namespace entente {

namespace {

/// About; 0 where a date cannot be moved by it.
double secondsOf(DatePrecision unit) {
  constexpr double kYear = 365.2425 * static_cast<double>(kSecondsPerDay);
  switch (unit) {
    case DatePrecision::Second:
      return 1;
    case DatePrecision::Minute:
      return 60;
    case DatePrecision::Hour:
      return 3600;
    case DatePrecision::Day:
      return static_cast<double>(kSecondsPerDay);
    case DatePrecision::Month:
      return kYear / 12;
    case DatePrecision::Season:
      return kYear / 4;
    default:
      return kYear;
  }
}

DatePrecision unitForHand(DatePrecision finest, double secondsPerPixel) {
  constexpr double kLeastPx = 3;
  if (finest >= DatePrecision::Day) return finest;
  for (const DatePrecision unit : {DatePrecision::Second, DatePrecision::Minute, DatePrecision::Hour}) {
    if (unit >= finest && secondsOf(unit) >= kLeastPx * secondsPerPixel) return unit;
  }
  return DatePrecision::Day;
}

}  // namespace

Instant DateMove::anchorOf(const FuzzyDate& date) const {
  const bool atEnd = m_part == MovedPart::End || date.beginKind() != EndKind::Known;
  return atEnd ? date.bounds().latestEnd : date.bounds().earliestBegin;
}

void DateMove::take(Result<FuzzyDate> moved) {
  m_problem = moved ? std::string() : moved.error().message;
  if (moved) m_to = std::move(*moved);
}

void DateMove::follow(std::int64_t seconds, double secondsPerPixel) {
  const FuzzyDate& from = m_place.when;
  const DatePrecision unit = unitForHand(shiftUnit(from, m_part), secondsPerPixel);
  const Instant wanted = plusSeconds(anchorOf(from), seconds);
  const std::int64_t about = std::llround(static_cast<double>(seconds) / secondsOf(unit));
  // Months, and parts of a year, are not all as long.
  Result<FuzzyDate> nearest = shifted(from, unit, about, m_part);
  constexpr int kAround = 2;
  for (int away = -kAround; away <= kAround; ++away) {
    auto other = shifted(from, unit, about + away, m_part);
    const auto distance = [&](const FuzzyDate& date) {
      return std::abs(anchorOf(date).seconds - wanted.seconds);
    };
    if (other && nearest && distance(*other) < distance(*nearest)) nearest = std::move(other);
  }
  take(std::move(nearest));
}

void DateMove::step(MovedPart part, int steps) {
  std::int64_t& counted = part == MovedPart::End ? m_endSteps : m_steps;
  counted += steps;
  const FuzzyDate& from = m_place.when;
  auto moved = shifted(from, shiftUnit(from), m_steps);
  if (moved && m_endSteps != 0)
    moved = shifted(*moved, shiftUnit(from, MovedPart::End), m_endSteps, MovedPart::End);
  if (!moved) counted -= steps;
  take(std::move(moved));
}

}  // namespace entente
