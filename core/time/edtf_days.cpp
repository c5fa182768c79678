// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the digits that are not specified.
#include "core/time/edtf_days.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente {

namespace {

constexpr int kFirstQuarter = 33;
constexpr int kFirstThird = 37;
constexpr int kFirstHalf = 40;

/// Whether a number of so many digits has those that are written.
bool fits(std::int64_t number, std::int64_t written, unsigned mask, int digits) {
  for (int i = 0; i < digits; ++i, number /= 10, written /= 10) {
    if ((mask >> i & 1U) == 0 && number % 10 != written % 10) return false;
  }
  return true;
}

/// The first day of `year` and `month` in the walk's direction that fits; 0 if none does.
int dayIn(const DatePart& part, std::int64_t year, int month, bool forward) {
  const int count = daysInMonth(year, month);
  if (!part.hasDay) return forward ? 1 : count;
  for (int i = 1; i <= count; ++i) {
    const int day = forward ? i : count + 1 - i;
    if (fits(day, part.day, part.dayMask, 2)) return day;
  }
  return 0;
}

std::optional<CivilDate> dateIn(const DatePart& part, std::int64_t year, bool forward) {
  for (int i = 1; i <= 12; ++i) {
    const int month = forward ? i : 13 - i;
    if (part.hasMonth && !fits(month, part.month, part.monthMask, 2)) continue;
    if (const int day = dayIn(part, year, month, forward); day > 0) return CivilDate{year, month, day};
  }
  return std::nullopt;
}

/// The four-digit years that fit, from the side that `forward` says, until `visit` finds something.
template <class Visit>
std::optional<CivilDate> walkYears(const DatePart& part, bool forward, Visit visit) {
  const std::int64_t size = part.negativeYear ? -part.year : part.year;
  std::array<std::int64_t, 4> places{};
  std::size_t count = 0;
  std::int64_t power = 1;
  for (unsigned i = 0; i < 4; ++i, power *= 10) {
    if ((part.yearMask >> i & 1U) != 0) places.at(count++) = power;
  }
  std::int64_t years = 1;
  for (std::size_t i = 0; i < count; ++i)
    years *= 10;
  // A year before 0 is the later the smaller its digits are.
  const bool upwards = forward != part.negativeYear;
  for (std::int64_t i = 0; i < years; ++i) {
    std::int64_t rest = upwards ? i : years - 1 - i;
    std::int64_t year = size;
    for (std::size_t place = 0; place < count; ++place, rest /= 10)
      year += rest % 10 * places.at(place);
    if (part.negativeYear && year == 0) continue;
    if (auto found = visit(part.negativeYear ? -year : year)) return found;
  }
  return std::nullopt;
}

/// The first month of a season or the like, and how many it has.
struct Months {
  int first;
  int count;
};

Months monthsOf(int season) {
  if (season >= kFirstHalf) return {(season - kFirstHalf) * 6 + 1, 6};
  if (season >= kFirstThird) return {(season - kFirstThird) * 4 + 1, 4};
  if (season >= kFirstQuarter) return {(season - kFirstQuarter) * 3 + 1, 3};
  constexpr std::array<int, 12> kFirstMonths{3, 6, 9, 12, 3, 6, 9, 12, 9, 12, 3, 6};
  return {kFirstMonths.at(static_cast<std::size_t>(season - 21)), 3};
}

std::optional<CivilDate> seasonIn(const DatePart& part, std::int64_t year, bool forward) {
  const auto [first, count] = monthsOf(part.month);
  if (forward) return CivilDate{year, first, 1};
  const int last = first + count - 1;
  const std::int64_t lastYear = last > 12 ? year + 1 : year;
  const int month = last > 12 ? last - 12 : last;
  return CivilDate{lastYear, month, daysInMonth(lastYear, month)};
}

DayRange significantYears(const DatePart& part) {
  std::int64_t size = part.negativeYear ? -part.year : part.year;
  int digits = 0;
  for (std::int64_t rest = size; rest > 0; rest /= 10)
    ++digits;
  std::int64_t unit = 1;
  for (; digits > part.significantDigits; --digits)
    unit *= 10;
  const std::int64_t low = size / unit * unit;
  const std::int64_t high = std::min(low + unit - 1, kMaxYear);
  if (part.negativeYear) return {{-high, 1, 1}, {-low, 12, 31}};
  return {{low, 1, 1}, {high, 12, 31}};
}

}  // namespace

std::optional<DayRange> daysOf(const DatePart& part) {
  if (part.significantDigits > 0) return significantYears(part);
  if (!part.hasUnspecified() && !part.hasSeason()) {
    const int firstMonth = part.hasMonth ? part.month : 1;
    const int lastMonth = part.hasMonth ? part.month : 12;
    const int firstDay = part.hasDay ? part.day : 1;
    const int lastDay = part.hasDay ? part.day : daysInMonth(part.year, lastMonth);
    return DayRange{{part.year, firstMonth, firstDay}, {part.year, lastMonth, lastDay}};
  }
  const auto in = [&part](std::int64_t year, bool forward) {
    return part.hasSeason() ? seasonIn(part, year, forward) : dateIn(part, year, forward);
  };
  const auto first = walkYears(part, true, [&in](std::int64_t year) { return in(year, true); });
  if (!first) return std::nullopt;
  return DayRange{*first, *walkYears(part, false, [&in](std::int64_t year) { return in(year, false); })};
}

OutermostDays outermostDays(const EdtfExpression& expression) {
  using Kind = OutermostDay::Kind;
  const auto dayOf = [](const DatePart& part, CivilDate DayRange::*end) {
    const bool isSeason = part.hasSeason() && part.month < kFirstQuarter;
    return isSeason ? OutermostDay{Kind::NotDefined, {}} : OutermostDay{Kind::Day, (*daysOf(part)).*end};
  };
  const auto endOf = [&dayOf](EndKind kind, const DatePart& part, CivilDate DayRange::*end) {
    if (kind == EndKind::Known) return dayOf(part, end);
    return OutermostDay{kind == EndKind::Open ? Kind::Infinite : Kind::Unknown, {}};
  };
  if (expression.members.empty())
    return {endOf(expression.beginKind, expression.begin, &DayRange::first),
            endOf(expression.endKind, expression.end, &DayRange::last)};

  OutermostDays days{dayOf(expression.members.front().first, &DayRange::first),
                     dayOf(expression.members.front().last, &DayRange::last)};
  for (const SetMember& member : expression.members) {
    const OutermostDay first = dayOf(member.first, &DayRange::first);
    const OutermostDay last = dayOf(member.last, &DayRange::last);
    if (first.kind != Kind::Day || last.kind != Kind::Day)
      return {{Kind::NotDefined, {}}, {Kind::NotDefined, {}}};
    days = {{Kind::Day, std::min(days.earliest.day, first.day)},
            {Kind::Day, std::max(days.latest.day, last.day)}};
  }
  if (expression.members.front().openBegin) days.earliest = {Kind::Infinite, {}};
  if (expression.members.back().openEnd) days.latest = {Kind::Infinite, {}};
  return days;
}

std::string dayText(const CivilDate& day) {
  return fmt::format("{}{:04}-{:02}-{:02}", day.year < 0 ? "-" : "", day.year < 0 ? -day.year : day.year,
                     day.month, day.day);
}

}  // namespace entente
