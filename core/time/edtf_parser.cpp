// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the grammar in edtf_parser.h, in its order.
#include "core/time/edtf_parser.h"

#include <fmt/format.h>

#include <string>

#include "core/time/civil.h"
#include "core/time/edtf_days.h"

namespace entente {

namespace {

constexpr int kLargestOffsetMinutes = 14 * 60;
constexpr std::int64_t kLargestShortYear = 9'999;
constexpr int kFirstSeason = 21;
constexpr int kLastLevel1Season = 24;
constexpr int kLastSeason = 41;

constexpr std::string_view kYearReason = "a year of four digits is expected";
constexpr std::string_view kRangeReason = "years go from -99,000,000,000 to 99,000,000,000";

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

bool isQualifier(char c) {
  return c == '?' || c == '~' || c == '%';
}

int digitsOf(std::int64_t number) {
  int digits = 1;
  for (; number >= 10 || number <= -10; number /= 10)
    ++digits;
  return digits;
}

/// What the drafts before 2019 wrote with a character that we do not understand where it stands; null if
/// nothing.
const char* hintFor(char c) {
  switch (c) {
    case ' ':
      return "EDTF has no spaces";
    case 'u':
    case 'x':
      return "unspecified digits are written X, an unknown end is left empty";
    case 'o':
      return "an open end is written \"..\", an unknown one is left empty";
    case 'y':
      return "long years begin with a large Y";
    case 'e':
      return "exponents are written with a large E";
    case 'p':
      return "significant digits are written with a large S";
    case 't':
      return "a time begins with a large T";
    case '(':
    case ')':
      return "EDTF has no parentheses; a qualifier stands before the component that it is about";
    case '?':
    case '~':
    case '%':
      return "one qualifier is expected; % is ? and ~ together";
    default:
      return nullptr;
  }
}

}  // namespace

bool EdtfParser::parse(EdtfExpression& result) {
  const char first = next();
  const bool read = first == '[' || first == '{' ? set(result) : interval(result);
  return read && (atEnd() || refuseNext("nothing more is expected here"));
}

bool EdtfParser::interval(EdtfExpression& result) {
  m_inInterval = m_text.find('/') != std::string_view::npos;
  if (!m_inInterval && m_text.substr(0, 2) == "..") return refuse(2, "\"/\" is expected after \"..\"");
  if (m_text == "/") return refuse(0, "an interval with both ends unknown says nothing");
  if (!intervalEnd(result.begin, result.beginKind)) return false;
  if (!m_inInterval) {
    result.end = result.begin;
    return true;
  }
  result.form = EdtfForm::Interval;
  if (!skip("/")) return refuseNext("\"/\" or the end of the date is expected here");
  if (!intervalEnd(result.end, result.endKind)) return false;
  return next() != '/' || refuse(m_at, "an interval has two ends only");
}

bool EdtfParser::intervalEnd(DatePart& part, EndKind& kind) {
  if (m_inInterval && (atEnd() || next() == '/')) {
    kind = EndKind::Unknown;
    atLeast(1);
    return true;
  }
  if (m_inInterval && skip("..")) {
    kind = EndKind::Open;
    atLeast(1);
    return true;
  }
  return date(part);
}

bool EdtfParser::set(EdtfExpression& result) {
  atLeast(2);
  const bool all = skip("{");
  if (!all) m_at = 1;
  result.form = all ? EdtfForm::AllOf : EdtfForm::OneOf;
  do {
    if (!result.members.empty() && result.members.back().openEnd)
      return refuse(m_at, "nothing follows a member that is open at its end");
    if (!member(result, result.members.empty())) return false;
  } while (skip(","));
  if (!skip(all ? "}" : "]"))
    return refuseNext(all ? "\",\" or \"}\" is expected here" : "\",\" or \"]\" is expected here");
  // Of those of which one is meant, that one has a begin and an end.
  const EndKind open = all ? EndKind::Open : EndKind::Unknown;
  if (result.members.front().openBegin) result.beginKind = open;
  if (result.members.back().openEnd) result.endKind = open;
  result.begin = result.members.front().first;
  result.end = result.members.back().last;
  return true;
}

bool EdtfParser::member(EdtfExpression& result, bool first) {
  SetMember& member = result.members.emplace_back();
  const std::size_t start = m_at;
  if (skip("..")) {
    if (!first) return refuse(start, "only the first member may be open at its begin");
    member.openBegin = true;
    if (!dateOfMember(member.last)) return false;
    member.first = member.last;
    return true;
  }
  if (!dateOfMember(member.first)) return false;
  member.last = member.first;
  if (!skip("..")) return true;
  if (next() == ']' || next() == '}' || next() == ',') {
    member.openEnd = true;
    return true;
  }
  member.isRange = true;
  const std::size_t second = m_at;
  member.last = {};
  if (!dateOfMember(member.last)) return false;
  if (daysOf(member.last)->last < daysOf(member.first)->first)
    return refuse(second, "the range ends before it begins");
  return true;
}

bool EdtfParser::dateOfMember(DatePart& part) {
  const std::size_t start = m_at;
  if (!date(part)) return false;
  return !part.hasTime || refuse(start, "a member of a set has no time");
}

bool EdtfParser::date(DatePart& part) {
  part.yearQualifier = qualifier();
  const std::size_t start = m_at;
  if (!year(part)) return false;
  qualifyGroup({&part.yearQualifier});
  if (next() == '-') {
    if (part.longYear || part.significantDigits > 0)
      return refuse(m_at, "a year with Y or S stands alone, without month");
    ++m_at;
    part.hasMonth = true;
    part.monthQualifier = qualifier();
    if (!month(part)) return false;
    qualifyGroup({&part.yearQualifier, &part.monthQualifier});
  }
  if (part.hasMonth && next() == '-') {
    if (part.hasSeason()) return refuse(m_at, "a season, quarter or the like has no day");
    ++m_at;
    part.hasDay = true;
    part.dayQualifier = qualifier();
    if (!day(part)) return false;
    if (next() == 'T') return time(part);
    qualifyGroup({&part.yearQualifier, &part.monthQualifier, &part.dayQualifier});
  }
  rankUnspecified(part);
  if (part.hasUnspecified() && !daysOf(part))
    return refuse(start, "no date of the calendar fits these digits");
  return true;
}

bool EdtfParser::year(DatePart& part) {
  if (skip("Y")) return longYear(part);
  const std::size_t start = m_at;
  part.negativeYear = skip("-");
  int value = 0;
  if (!masked(4, value, part.yearMask, kYearReason)) return false;
  if (isDigit(next()) || next() == 'X') {
    if (m_text.substr(m_at, 4).find('-') == std::string_view::npos && m_text.size() - start == 8)
      return refuse(m_at, "hyphens are expected between year, month and day");
    return refuse(m_at, "a year has four digits, longer ones begin with Y");
  }
  if (part.negativeYear && value == 0 && part.yearMask == 0)
    return refuse(start, "the year 0 has no sign (0000 is 1 BCE)");
  part.year = part.negativeYear ? -value : value;
  if (part.negativeYear) atLeast(1);
  constexpr std::uint8_t kThousands = 8;
  constexpr std::uint8_t kHundreds = 4;
  constexpr std::uint8_t kTens = 2;
  part.precision = (part.yearMask & kThousands) != 0  ? DatePrecision::AllTime
                   : (part.yearMask & kHundreds) != 0 ? DatePrecision::Millennium
                   : (part.yearMask & kTens) != 0     ? DatePrecision::Century
                   : part.yearMask != 0               ? DatePrecision::Decade
                                                      : DatePrecision::Year;
  return significantDigits(part);
}

bool EdtfParser::longYear(DatePart& part) {
  const std::size_t start = m_at - 1;
  atLeast(1);
  part.longYear = true;
  part.negativeYear = skip("-");
  if (next() == '0') return refuse(m_at, "a long year does not begin with 0");
  if (!number(part.year, "the digits of a long year are expected")) return false;
  if (!exponent(part)) return false;
  if (part.year > kMaxYear) return refuse(start, kRangeReason);
  if (part.year <= kLargestShortYear)
    return refuse(start, "Y stands only before years of more than four digits");
  if (part.negativeYear) part.year = -part.year;
  return significantDigits(part);
}

bool EdtfParser::exponent(DatePart& part) {
  const std::size_t start = m_at;
  if (!skip("E")) return true;
  atLeast(2);
  std::int64_t power = 0;
  if (!number(power, "the digits of an exponent are expected")) return false;
  if (power == 0) return refuse(start + 1, "an exponent is at least 1");
  constexpr std::int64_t kLargestPower = 18;
  if (power > kLargestPower) return refuse(start + 1, kRangeReason);
  part.exponent = static_cast<std::int8_t>(power);
  // number() keeps it below 10^18, so that one more digit always fits.
  for (; power > 0 && part.year <= kMaxYear; --power)
    part.year *= 10;
  return true;
}

bool EdtfParser::significantDigits(DatePart& part) {
  if (!skip("S")) return true;
  atLeast(2);
  if (part.yearMask != 0) return refuse(m_at - 1, "a year has either X or significant digits");
  const std::size_t digitsAt = m_at;
  std::int64_t digits = 0;
  if (!number(digits, "the number of significant digits is expected")) return false;
  if (digits < 1 || digits > digitsOf(part.year) || part.year == 0)
    return refuse(digitsAt,
                  fmt::format("significant digits are 1 to the {} of the year", digitsOf(part.year)));
  part.significantDigits = static_cast<std::int8_t>(digits);
  return true;
}

bool EdtfParser::month(DatePart& part) {
  const std::size_t start = m_at;
  int value = 0;
  if (!masked(2, value, part.monthMask, "a month of two digits is expected")) return false;
  part.month = static_cast<std::int8_t>(value);
  const bool season = part.monthMask == 0 && value >= kFirstSeason && value <= kLastSeason;
  if (season) atLeast(value <= kLastLevel1Season ? 1 : 2);
  if (part.monthMask == 0 && !season && (value < 1 || value > 12))
    return refuse(start, "a month is 01 to 12, a season or other part of a year 21 to 41");
  // 0X and 1X begin months, X0 to X9 end one; 2X would be a season or no month.
  if (part.monthMask == 1 && value > 10) return refuse(start, "no month begins so");
  if (part.yearMask == 0 && part.monthMask == 0)
    part.precision = season ? DatePrecision::Season : DatePrecision::Month;
  return true;
}

bool EdtfParser::day(DatePart& part) {
  const std::size_t start = m_at;
  int value = 0;
  if (!masked(2, value, part.dayMask, "a day of two digits is expected")) return false;
  part.day = static_cast<std::int8_t>(value);
  if (!part.hasUnspecified()) {
    const int last = daysInMonth(part.year, part.month);
    if (value < 1 || value > last) return refuse(start, fmt::format("a day of this month is 01 to {}", last));
  } else if (part.dayMask == 0 && (value < 1 || value > 31)) {
    return refuse(start, "a day is 01 to 31");
  } else if (!daysOf(part)) {
    return refuse(start, "no date of the calendar has such a day");
  }
  if (!part.hasUnspecified()) part.precision = DatePrecision::Day;
  return true;
}

bool EdtfParser::time(DatePart& part) {
  if (part.hasUnspecified() || part.qualifier().any())
    return refuse(m_at, "a date with a time has neither X nor qualifiers");
  if (m_inInterval) deviate(m_at, "an interval has no time of day in EDTF");
  ++m_at;
  const std::size_t start = m_at;
  if (m_text.substr(m_at, 2) == "24")
    return refuse(m_at, "an hour is 00 to 23 (the end of a day is 00:00:00 of the next one)");
  if (!twoDigits(part.hour, 23, "an hour of two digits, 00 to 23, is expected")) return false;
  part.hasTime = true;
  part.precision = DatePrecision::Hour;
  if (skip(":")) {
    if (!twoDigits(part.minute, 59, "a minute of two digits, 00 to 59, is expected")) return false;
    part.precision = DatePrecision::Minute;
    if (skip(":")) {
      if (!twoDigits(part.second, 59, "a second of two digits, 00 to 59, is expected")) return false;
      part.precision = DatePrecision::Second;
    }
  }
  if (part.precision != DatePrecision::Second)
    deviate(start, "a time has hours, minutes and seconds in EDTF");
  if (!offset(part)) return false;
  if (!isQualifier(next())) return true;
  deviate(m_at, "a time has no qualifier in EDTF");
  qualifyGroup({&part.yearQualifier, &part.monthQualifier, &part.dayQualifier});
  return true;
}

bool EdtfParser::offset(DatePart& part) {
  if (skip("Z")) {
    part.hasOffset = true;
    return true;
  }
  const std::size_t start = m_at;
  const bool isWest = skip("-");
  if (!isWest && !skip("+")) return true;
  std::int8_t hour = 0;
  std::int8_t minute = 0;
  if (!twoDigits(hour, 99, "an offset is Z, +hh or +hh:mm")) return false;
  if (skip(":") && !twoDigits(minute, 59, "the minutes of an offset are two digits, 00 to 59")) return false;
  const int minutes = hour * 60 + minute;
  if (minutes > kLargestOffsetMinutes) return refuse(start, "an offset from UTC is at most 14:00");
  if (isWest && minutes == 0) return refuse(start, "an offset of 0 is written Z or +00:00");
  part.hasOffset = true;
  part.offsetMinutes = static_cast<std::int16_t>(isWest ? -minutes : minutes);
  return true;
}

/// Level 1 has the last digits of a lone year, a month or a day that are not known at all, outside intervals.
void EdtfParser::rankUnspecified(const DatePart& part) {
  if (!part.hasUnspecified()) return;
  constexpr std::uint8_t kBoth = 3;
  const bool lastOfYear = !part.hasMonth && (part.yearMask == 1 || part.yearMask == kBoth);
  const bool monthOnly =
      part.yearMask == 0 && part.monthMask == kBoth && (!part.hasDay || part.dayMask == kBoth);
  const bool dayOnly = part.yearMask == 0 && part.monthMask == 0 && part.dayMask == kBoth;
  atLeast(!m_inInterval && (lastOfYear || monthOnly || dayOnly) ? 1 : 2);
}

Qualifier EdtfParser::qualifier() {
  if (!isQualifier(next())) return {};
  atLeast(2);
  const Qualifier read{next() != '~', next() != '?'};
  ++m_at;
  return read;
}

void EdtfParser::qualifyGroup(std::initializer_list<Qualifier*> components) {
  if (!isQualifier(next())) return;
  const Qualifier read{next() != '~', next() != '?'};
  ++m_at;
  atLeast(next() == '-' ? 2 : 1);
  for (Qualifier* component : components)
    *component |= read;
}

bool EdtfParser::masked(std::size_t count, int& value, std::uint8_t& mask, std::string_view reason) {
  const std::size_t start = m_at;
  for (std::size_t i = 0; i < count; ++i, ++m_at) {
    if (!isDigit(next()) && next() != 'X') {
      // Of a component that is too short the begin is told; of a strange character the place of it.
      if (hintFor(next()) != nullptr && !isQualifier(next())) return refuseNext(reason);
      return refuse(start, reason);
    }
    const bool isX = next() == 'X';
    value = value * 10 + (isX ? 0 : next() - '0');
    mask = static_cast<std::uint8_t>(mask << 1 | (isX ? 1 : 0));
  }
  return true;
}

bool EdtfParser::twoDigits(std::int8_t& value, int largest, std::string_view reason) {
  const std::string_view two = m_text.substr(m_at, 2);
  if (two.size() < 2 || !isDigit(two[0]) || !isDigit(two[1])) return refuse(m_at, reason);
  const int read = (two[0] - '0') * 10 + two[1] - '0';
  if (read > largest) return refuse(m_at, reason);
  value = static_cast<std::int8_t>(read);
  m_at += 2;
  return true;
}

bool EdtfParser::number(std::int64_t& value, std::string_view reason) {
  const std::size_t start = m_at;
  constexpr std::int64_t kLargest = 100'000'000'000'000'000;
  for (value = 0; isDigit(next()); ++m_at) {
    if (value > kLargest) return refuse(start, kRangeReason);
    value = value * 10 + (next() - '0');
  }
  return m_at > start || refuseNext(reason);
}

bool EdtfParser::skip(std::string_view expected) {
  if (m_text.substr(m_at, expected.size()) != expected) return false;
  m_at += expected.size();
  return true;
}

bool EdtfParser::refuse(std::size_t at, std::string_view reason) {
  m_problem = {at, std::string(reason)};
  return false;
}

bool EdtfParser::refuseNext(std::string_view reason) {
  const char* hint = hintFor(next());
  return refuse(m_at, hint != nullptr ? std::string_view(hint) : reason);
}

void EdtfParser::deviate(std::size_t at, std::string_view reason) {
  if (!m_deviation) m_deviation = EdtfProblem{at, std::string(reason)};
}

}  // namespace entente
