// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the grammar in edtf_parser.h, in its order.
#include "core/time/edtf_parser.h"

#include <fmt/format.h>

#include <utility>

#include "core/time/civil.h"

namespace entente {

namespace {

constexpr int kLargestOffsetMinutes = 14 * 60;

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

bool isQualifier(char c) {
  return c == '?' || c == '~' || c == '%';
}

/// What EDTF means by a character that we do not understand where it stands; null if EDTF has no such
/// character.
const char* refusedFeature(char c) {
  switch (c) {
    case 'X':
      return "unspecified digits (X) are not understood";
    case 'Y':
      return "years marked with Y are not understood; a year has four digits";
    case 'E':
      return "years with an exponent (E) are not understood";
    case 'S':
      return "years with significant digits (S) are not understood";
    case '[':
    case ']':
    case '{':
    case '}':
    case ',':
      return "sets of dates are not understood";
    case '?':
    case '~':
    case '%':
      return "a qualifier is only understood once, at the end of a date (% is both ? and ~)";
    default:
      return nullptr;
  }
}

}  // namespace

Result<FuzzyDate> EdtfParser::parse() {
  FuzzyDate result;
  if (!expression(result)) return fail(ErrorKind::Invalid, std::move(m_error));
  result.m_edtf = std::string(m_text);
  return result;
}

bool EdtfParser::expression(FuzzyDate& result) {
  if (!begin(result)) return false;
  if (skip("/")) {
    result.m_isInterval = true;
    if (!end(result)) return false;
  } else if (result.m_beginKind == EndKind::Known) {
    result.m_end = result.m_begin;
  } else {
    return refuseNext("\"/\" is expected after \"..\"");
  }
  if (atEnd()) return true;
  if (next() == '/') return refuse(m_at, "an interval has two ends only");
  return refuseNext("nothing more is expected here");
}

bool EdtfParser::begin(FuzzyDate& result) {
  if (next() == '/') {
    if (m_text.size() == 1) return refuse(0, "an interval with both ends unknown says nothing");
    result.m_beginKind = EndKind::Unknown;
    return true;
  }
  if (skip("..")) {
    result.m_beginKind = EndKind::Open;
    return true;
  }
  return date(result.m_begin);
}

bool EdtfParser::end(FuzzyDate& result) {
  if (atEnd()) {
    result.m_endKind = EndKind::Unknown;
    return true;
  }
  if (skip("..")) {
    result.m_endKind = EndKind::Open;
    return true;
  }
  return date(result.m_end);
}

bool EdtfParser::date(DatePart& part) {
  if (!year(part)) return false;
  if (skip("-")) {
    if (!month(part)) return false;
    if (skip("-")) {
      if (!day(part)) return false;
      if (skip("T") && !time(part)) return false;
    }
  }
  return qualifier(part);
}

bool EdtfParser::year(DatePart& part) {
  const std::size_t start = m_at;
  const bool isNegative = skip("-");
  int value = 0;
  if (!digits(4, value, "a year of four digits is expected")) return false;
  if (isDigit(next())) return refuse(m_at, "a year has four digits, not more");
  if (isNegative && value == 0) return refuse(start, "the year 0 has no sign (0000 is 1 BCE)");
  part.year = isNegative ? -value : value;
  part.precision = DatePrecision::Year;
  return true;
}

bool EdtfParser::month(DatePart& part) {
  const std::size_t start = m_at;
  if (!digits(2, part.month, "a month of two digits is expected")) return false;
  if (part.month >= 21 && part.month <= 41) {
    return refuse(start, "seasons and other parts of a year (21 to 41) are not understood");
  }
  if (part.month < 1 || part.month > 12) return refuse(start, "a month is 01 to 12");
  part.precision = DatePrecision::Month;
  return true;
}

bool EdtfParser::day(DatePart& part) {
  const std::size_t start = m_at;
  if (!digits(2, part.day, "a day of two digits is expected")) return false;
  const int last = daysInMonth(part.year, part.month);
  if (part.day < 1 || part.day > last) {
    return refuse(start, fmt::format("a day of this month is 01 to {}", last));
  }
  part.precision = DatePrecision::Day;
  return true;
}

bool EdtfParser::time(DatePart& part) {
  if (m_text.substr(m_at, 2) == "24") {
    return refuse(m_at, "an hour is 00 to 23 (the end of a day is 00:00:00 of the next one)");
  }
  if (!twoDigits(part.hour, 23, "an hour of two digits, 00 to 23, is expected")) return false;
  part.hasTime = true;
  part.precision = DatePrecision::Hour;
  if (skip(":") && !minuteAndSecond(part)) return false;
  return offset(part);
}

bool EdtfParser::minuteAndSecond(DatePart& part) {
  if (!twoDigits(part.minute, 59, "a minute of two digits, 00 to 59, is expected")) return false;
  part.precision = DatePrecision::Minute;
  if (!skip(":")) return true;
  if (!twoDigits(part.second, 59, "a second of two digits, 00 to 59, is expected")) return false;
  part.precision = DatePrecision::Second;
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

  int hour = 0;
  int minute = 0;
  if (!digits(2, hour, "an offset is Z, +hh or +hh:mm")) return false;
  if (skip(":") && !twoDigits(minute, 59, "the minutes of an offset are two digits, 00 to 59")) return false;
  const int minutes = hour * 60 + minute;
  if (minutes > kLargestOffsetMinutes) return refuse(start, "an offset from UTC is at most 14:00");
  if (isWest && minutes == 0) return refuse(start, "an offset of 0 is written Z or +00:00");
  part.hasOffset = true;
  part.offsetMinutes = isWest ? -minutes : minutes;
  return true;
}

bool EdtfParser::qualifier(DatePart& part) {
  if (!isQualifier(next())) return true;
  // "2004?-06" qualifies the year alone; say so at the qualifier, not at the innocent hyphen behind it.
  if (m_text.substr(m_at + 1, 1) == "-") return refuseNext({});
  part.uncertain = next() != '~';
  part.approximate = next() != '?';
  ++m_at;
  return true;
}

bool EdtfParser::twoDigits(int& value, int largest, const char* reason) {
  const std::size_t start = m_at;
  if (!digits(2, value, reason)) return false;
  return value <= largest || refuse(start, reason);
}

bool EdtfParser::digits(int count, int& value, const char* reason) {
  value = 0;
  for (int i = 0; i < count; ++i) {
    if (!isDigit(next())) return refuseNext(reason);
    value = value * 10 + (next() - '0');
    ++m_at;
  }
  return true;
}

bool EdtfParser::skip(std::string_view expected) {
  if (m_text.substr(m_at, expected.size()) != expected) return false;
  m_at += expected.size();
  return true;
}

bool EdtfParser::refuse(std::size_t at, std::string_view reason) {
  m_error = fmt::format("position {}: {}", at + 1, reason);
  return false;
}

bool EdtfParser::refuseNext(std::string_view reason) {
  const char* feature = refusedFeature(next());
  return refuse(m_at, feature != nullptr ? std::string_view(feature) : reason);
}

}  // namespace entente
