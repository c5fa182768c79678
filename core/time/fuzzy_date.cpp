// SPDX-License-Identifier: GPL-3.0-or-later
// The rule that turns an expression into its four bounds, and what follows from them.
#include "core/time/fuzzy_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/time/civil.h"
#include "core/time/edtf_days.h"
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

std::int64_t secondsOf(DatePrecision precision) {
  return precision == DatePrecision::Hour ? 3600 : precision == DatePrecision::Minute ? 60 : 1;
}

/// From the first second that a date may mean to behind the last one, in UTC; wide enough for every zone if a
/// time has none.
TimeSpan unitOf(const DatePart& part) {
  const DayRange days = *daysOf(part);
  const Instant day = startOfDay(days.first);
  if (!part.hasTime) return {day, plusSeconds(startOfDay(days.last), kSecondsPerDay)};
  const Instant time = plusSeconds(day, part.hour * 3600 + part.minute * 60 + part.second);
  const Instant behind = plusSeconds(time, secondsOf(part.precision));
  if (!part.hasOffset) return {plusSeconds(time, -kFarthestEast), plusSeconds(behind, kFarthestWest)};
  const std::int64_t ahead = std::int64_t{part.offsetMinutes} * 60;
  return {plusSeconds(time, -ahead), plusSeconds(behind, -ahead)};
}

/// One date somewhere in the span.
DateBounds within(TimeSpan span) {
  return {span.begin, before(span.end), after(span.begin), span.end};
}

/// An end that is not known reaches to the end of time; an open one is there.
void applyKinds(DateBounds& bounds, EndKind begin, EndKind end) {
  if (begin != EndKind::Known) bounds.earliestBegin = kBeginningOfTime;
  if (begin == EndKind::Open) bounds.latestBegin = kBeginningOfTime;
  if (begin == EndKind::Unknown) bounds.latestBegin = kEndOfTime;
  if (end != EndKind::Known) bounds.latestEnd = kEndOfTime;
  if (end == EndKind::Open) bounds.earliestEnd = kEndOfTime;
  if (end == EndKind::Unknown) bounds.earliestEnd = kBeginningOfTime;
}

DateBounds boundsOfSet(const EdtfExpression& set) {
  TimeSpan hull{kEndOfTime, kBeginningOfTime};
  Instant latestBegin = kEndOfTime;
  Instant earliestEnd = kBeginningOfTime;
  for (const SetMember& member : set.members) {
    const TimeSpan first = unitOf(member.first);
    const TimeSpan last = member.isRange ? unitOf(member.last) : first;
    hull = {std::min(hull.begin, first.begin), std::max(hull.end, last.end)};
    latestBegin = std::min(latestBegin, before(first.end));
    earliestEnd = std::max(earliestEnd, after(last.begin));
  }
  if (set.form == EdtfForm::AllOf) return {hull.begin, latestBegin, earliestEnd, hull.end};
  if (set.beginKind != EndKind::Known) hull.begin = kBeginningOfTime;
  if (set.endKind != EndKind::Known) hull.end = kEndOfTime;
  return within(hull);
}

DateBounds boundsOfInterval(const EdtfExpression& interval) {
  const TimeSpan first = interval.beginKind == EndKind::Known ? unitOf(interval.begin) : TimeSpan{};
  const TimeSpan last = interval.endKind == EndKind::Known ? unitOf(interval.end) : TimeSpan{};
  return {first.begin, before(first.end), after(last.begin), last.end};
}

/// The ends are tied to each other: a begin comes before the end, so no bound may lie where the other end
/// could not be met. Afterwards each of the four bounds belongs to some reading (unless the interval is
/// reversed).
DateBounds boundsOf(const EdtfExpression& expression) {
  if (expression.form == EdtfForm::Date) return within(unitOf(expression.begin));
  if (expression.form == EdtfForm::OneOf) return boundsOfSet(expression);
  DateBounds bounds =
      expression.form == EdtfForm::AllOf ? boundsOfSet(expression) : boundsOfInterval(expression);
  applyKinds(bounds, expression.beginKind, expression.endKind);
  bounds.latestBegin = std::min(bounds.latestBegin, before(bounds.latestEnd));
  bounds.earliestEnd = std::max(bounds.earliestEnd, after(bounds.earliestBegin));
  return bounds;
}

template <class Visit>
void forEachDate(const EdtfExpression& expression, Visit visit) {
  if (expression.members.empty()) {
    if (expression.beginKind == EndKind::Known) visit(expression.begin);
    if (expression.form == EdtfForm::Interval && expression.endKind == EndKind::Known) visit(expression.end);
  }
  for (const SetMember& member : expression.members) {
    visit(member.first);
    if (member.isRange) visit(member.last);
  }
}

}  // namespace

tl::expected<FuzzyDate, EdtfProblem> FuzzyDate::read(std::string_view edtf,
                                                     std::optional<EdtfProblem>* deviation) {
  FuzzyDate date;
  EdtfParser parser(edtf);
  if (!parser.parse(date.m_expression)) return tl::unexpected(parser.problem());
  if (deviation != nullptr) *deviation = parser.deviation();
  date.m_bounds = boundsOf(date.m_expression);
  if (date.m_bounds.outer().isEmpty())
    return tl::unexpected(EdtfProblem{edtf.find('/') + 1, "the interval ends before it begins"});
  date.m_edtf = std::string(edtf);
  date.m_level = static_cast<std::uint8_t>(parser.level());
  std::optional<DatePrecision> coarsest;
  forEachDate(date.m_expression, [&](const DatePart& part) {
    coarsest = std::max(coarsest.value_or(part.precision), part.precision);
    date.m_qualifier |= part.qualifier();
  });
  date.m_precision = coarsest.value_or(DatePrecision::Year);
  return date;
}

Result<FuzzyDate> FuzzyDate::parse(std::string_view edtf) {
  auto date = read(edtf);
  if (date) return std::move(*date);
  return fail(ErrorKind::Invalid,
              fmt::format("position {}: {}", date.error().offset + 1, date.error().reason));
}

namespace {

/// What one unit more is: of the whole date its precision, else the coarsest component that is approximate.
DatePrecision fadeUnit(const DatePart& part) {
  if (part.isQualifiedAsWhole()) return part.precision;
  if (part.yearQualifier.approximate) return DatePrecision::Year;
  return part.monthQualifier.approximate ? DatePrecision::Month : DatePrecision::Day;
}

DateFade fadeOf(const DatePart& part) {
  if (!part.qualifier().approximate) return {};
  const DayRange days = *daysOf(part);
  const Instant first = startOfDay(days.first);
  const Instant behind = plusSeconds(startOfDay(days.last), kSecondsPerDay);
  const auto seconds = [](Instant from, Instant to) { return to.seconds - from.seconds; };
  switch (fadeUnit(part)) {
    case DatePrecision::Second:
    case DatePrecision::Minute:
    case DatePrecision::Hour:
      return {secondsOf(part.precision), secondsOf(part.precision)};
    case DatePrecision::Day:
      return {kSecondsPerDay, kSecondsPerDay};
    case DatePrecision::Month: {
      const Instant month = startOfMonth(days.first.year, days.first.month);
      const Instant next = startOfMonth(days.last.year, days.last.month + 1);
      const CivilDate after = dateOf(next);
      return {seconds(startOfMonth(days.first.year, days.first.month - 1), month),
              seconds(next, startOfMonth(after.year, after.month + 1))};
    }
    case DatePrecision::Year:
      return {seconds(startOfYear(days.first.year - 1), startOfYear(days.first.year)),
              seconds(startOfYear(days.last.year + 1), startOfYear(days.last.year + 2))};
    case DatePrecision::Season:
    case DatePrecision::Decade:
    case DatePrecision::Century:
    case DatePrecision::Millennium:
    case DatePrecision::AllTime:
      break;
  }
  return {seconds(first, behind), seconds(first, behind)};
}

}  // namespace

DateFade fadeOf(const FuzzyDate& date) {
  DateFade fade;
  if (date.beginKind() == EndKind::Known) fade.before = fadeOf(date.begin()).before;
  if (date.endKind() == EndKind::Known) fade.after = fadeOf(date.end()).after;
  return fade;
}

bool FuzzyDate::zoneUnknown() const {
  bool unknown = false;
  forEachDate(m_expression, [&unknown](const DatePart& part) { unknown |= part.hasTime && !part.hasOffset; });
  return unknown;
}

}  // namespace entente
