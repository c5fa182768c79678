// SPDX-License-Identifier: GPL-3.0-or-later
// The rule that turns a parsed expression into its four bounds, and what follows from them.
#include "core/time/fuzzy_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/time/civil.h"
#include "core/time/edtf_parser.h"

namespace entente {

namespace {

// Local time is at most 14 hours ahead of UTC (Kiribati) and 12 behind it (Baker Island).
constexpr std::int64_t kFarthestEast = std::int64_t{14} * 3600;
constexpr std::int64_t kFarthestWest = std::int64_t{12} * 3600;

Instant after(Instant at) {
  return plusSeconds(at, 1);
}
Instant before(Instant at) {
  return plusSeconds(at, -1);
}

/// From the first second that the figures may mean to behind the last one, in their own offset.
TimeSpan writtenUnit(const DatePart& part) {
  const Instant year = startOfYear(part.year);
  if (part.precision == DatePrecision::Year) return {year, startOfYear(part.year + 1)};
  if (part.precision == DatePrecision::Month) {
    return {startOfMonth(part.year, part.month), startOfMonth(part.year, part.month + 1)};
  }
  const Instant day = startOfDay({part.year, part.month, part.day});
  if (part.precision == DatePrecision::Day) return {day, plusSeconds(day, kSecondsPerDay)};

  const Instant time = plusSeconds(day, part.hour * 3600 + part.minute * 60 + part.second);
  if (part.precision == DatePrecision::Hour) return {time, plusSeconds(time, 3600)};
  if (part.precision == DatePrecision::Minute) return {time, plusSeconds(time, 60)};
  return {time, after(time)};
}

/// The same in UTC, wide enough for every zone if none is given.
TimeSpan unitOf(const DatePart& part) {
  const TimeSpan unit = writtenUnit(part);
  if (!part.hasTime) return unit;
  if (!part.hasOffset) return {plusSeconds(unit.begin, -kFarthestEast), plusSeconds(unit.end, kFarthestWest)};
  const std::int64_t ahead = std::int64_t{part.offsetMinutes} * 60;
  return {plusSeconds(unit.begin, -ahead), plusSeconds(unit.end, -ahead)};
}

/// Begin bounds from the first part, end bounds from the second; each end that is not known reaches to the
/// end of time. Then the ends are tied to each other: a begin comes before the end, so no bound may lie where
/// the other end could not be met. Afterwards each of the four bounds belongs to some reading (unless the
/// interval is reversed).
DateBounds boundsOf(const FuzzyDate& date) {
  const bool beginKnown = date.beginKind() == EndKind::Known;
  const bool endKnown = date.endKind() == EndKind::Known;
  const TimeSpan first = beginKnown ? unitOf(date.begin()) : TimeSpan{kBeginningOfTime, kEndOfTime};
  const TimeSpan last = endKnown ? unitOf(date.end()) : TimeSpan{kBeginningOfTime, kEndOfTime};

  DateBounds bounds{first.begin, before(first.end), after(last.begin), last.end};
  if (date.beginKind() == EndKind::Open) bounds.latestBegin = kBeginningOfTime;
  if (date.endKind() == EndKind::Open) bounds.earliestEnd = kEndOfTime;
  bounds.latestBegin = std::min(bounds.latestBegin, before(bounds.latestEnd));
  bounds.earliestEnd = std::max(bounds.earliestEnd, after(bounds.earliestBegin));
  return bounds;
}

}  // namespace

Result<FuzzyDate> FuzzyDate::parse(std::string_view edtf) {
  Result<FuzzyDate> date = EdtfParser(edtf).parse();
  if (!date) return date;
  date->m_bounds = boundsOf(*date);
  if (date->m_bounds.outer().isEmpty()) {
    const std::size_t secondDate = edtf.find('/') + 1;
    return fail(ErrorKind::Invalid,
                fmt::format("position {}: the interval ends before it begins", secondDate + 1));
  }
  return date;
}

// An end that is not known has a default DatePart, which is neither qualified nor has a time.
bool FuzzyDate::isUncertain() const {
  return m_begin.uncertain || m_end.uncertain;
}

bool FuzzyDate::isApproximate() const {
  return m_begin.approximate || m_end.approximate;
}

DatePrecision FuzzyDate::precision() const {
  // The enumerators go from fine to coarse; a default DatePart is a year.
  if (m_beginKind != EndKind::Known) return m_end.precision;
  if (m_endKind != EndKind::Known) return m_begin.precision;
  return std::max(m_begin.precision, m_end.precision);
}

bool FuzzyDate::zoneUnknown() const {
  return (m_begin.hasTime && !m_begin.hasOffset) || (m_end.hasTime && !m_end.hasOffset);
}

Certainty overlaps(const DateBounds& bounds, TimeSpan span) {
  // The two ends are not free of each other, but the begin's latest reading and the end's earliest one are
  // each part of some reading (see boundsOf). A reading misses the span if it begins behind it or ends before
  // it, and one that begins before span.end and ends after span.begin overlaps it. So both may be asked for
  // one at a time.
  if (!bounds.outer().overlaps(span)) return Certainty::Impossible;
  const bool always = bounds.latestBegin < span.end && bounds.earliestEnd > span.begin;
  return always ? Certainty::Certain : Certainty::Possible;
}

}  // namespace entente
