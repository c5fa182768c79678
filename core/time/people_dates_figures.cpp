// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of one date: dates in figures, years with and without era, days and times.
#include <fmt/format.h>

#include "core/time/instant.h"
#include "core/time/people_dates_reader.h"

namespace entente {

namespace {

constexpr int kLargestOffsetMinutes = 14 * 60;

constexpr std::string_view kMonthReason = "a month is 1 to 12";
constexpr std::string_view kMinuteReason = "minutes and seconds are 00 to 59";
constexpr std::string_view kOffsetReason = "an offset from UTC is at most 14:00";

bool isMonthNumber(const Token& token) {
  return token.number >= 1 && token.number <= 12;
}

bool isMinutes(const Token& token) {
  return token.isNumber() && token.digits == 2 && token.number <= 59;
}

}  // namespace

char PieceReader::separator(std::size_t ahead) const {
  const Token& token = m_cursor.next(ahead);
  const Token& behind = m_cursor.next(ahead + 1);
  const bool isHyphen = token.kind == TokenKind::Hyphen;
  if (!token.touches || (!isHyphen && !m_cursor.isMark('/', ahead) && !m_cursor.isMark('.', ahead))) return 0;
  // "24. 6. 2025" is usual, "24 /6/ 2025" is not.
  return behind.isNumber() && (behind.touches || token.mark == '.') ? token.mark : '\0';
}

int PieceReader::countFigures() const {
  const char mark = separator(1);
  if (mark == 0) return 0;
  if (separator(3) == mark) return 3;
  const Token& first = m_cursor.next();
  const Token& second = m_cursor.next(2);
  const bool hasEra = eraOf(m_cursor.next(3)) != Era::None;
  // A hyphen between two numbers may also mean "to": "1-3 June", "1960-1962", "99-44 BC".
  const bool mayBeRange = mark == '-';
  if (first.isLong() && second.isShort()) return mayBeRange && hasEra ? 0 : 2;
  if (first.isShort() && (second.isLong() || (hasEra && !mayBeRange))) return 2;
  return first.isShort() && second.isShort() && !mayBeRange ? 2 : 0;
}

bool PieceReader::figures(DatePiece& piece, int count) {
  const Token& first = m_cursor.take();
  m_cursor.advance(1);
  const Token& second = m_cursor.next();
  if (count == 2 && !first.isLong()) {
    if (atYear()) return month(piece, first) && year(piece);
    return m_cursor.refuse(second.end, kWhichYear);
  }
  m_cursor.advance(1);
  if (count == 2) {
    // "1939-45"
    if (second.number > 12) return m_cursor.refuse(second.begin, kYearReason);
    return yearOf(piece, first, Era::None) && month(piece, second);
  }
  m_cursor.advance(1);
  if (!first.isLong()) return dayAndMonth(piece, first, second) && year(piece);
  return yearOf(piece, first, Era::None) && month(piece, second) && day(piece, m_cursor.take());
}

bool PieceReader::dayAndMonth(DatePiece& piece, const Token& first, const Token& second) {
  bool isMonthFirst = false;
  if (!isMonthNumber(second) && isMonthNumber(first) && second.number > 0) {
    isMonthFirst = true;
    m_reading.metMonthFirst = true;
  } else if (!isMonthNumber(first)) {
    m_reading.metDayFirst = true;
  } else if (first.number != second.number) {
    isMonthFirst = m_reading.monthFirst;
    m_reading.metEitherOrder = true;
  }
  return isMonthFirst ? month(piece, first) && day(piece, second) : day(piece, first) && month(piece, second);
}

bool PieceReader::month(DatePiece& piece, const Token& token) {
  if (!isMonthNumber(token)) return m_cursor.refuse(token.begin, kMonthReason);
  piece.month = static_cast<int>(token.number);
  return true;
}

bool PieceReader::day(DatePiece& piece, const Token& token) {
  if (token.kind != TokenKind::Number && token.kind != TokenKind::Ordinal)
    return m_cursor.refuse(token.begin, "a day is expected here");
  if (token.number < 1 || token.number > 31) return m_cursor.refuse(token.begin, "a day is 1 to 31");
  piece.day = static_cast<int>(token.number);
  piece.dayAt = token.begin;
  return true;
}

bool PieceReader::atYear(std::size_t ahead) const {
  const Token& token = m_cursor.next(ahead);
  if (eraOf(token) == Era::After) return m_cursor.next(ahead + 1).isNumber();
  return token.isNumber() && !atTime(ahead) &&
         (token.isLong() || eraOf(m_cursor.next(ahead + 1)) != Era::None);
}

bool PieceReader::atDay(std::size_t ahead) const {
  const Token& token = m_cursor.next(ahead);
  const bool isNumber = token.isNumber() || token.kind == TokenKind::Ordinal;
  return isNumber && token.isShort() && !atTime(ahead) && !atYear(ahead);
}

bool PieceReader::year(DatePiece& piece) {
  Era era = eraOf(m_cursor.next());
  if (era != Era::None) m_cursor.advance(1);
  const Token& token = m_cursor.take();
  if (era == Era::None) {
    era = eraOf(m_cursor.next());
    if (era != Era::None) m_cursor.advance(1);
  }
  return yearOf(piece, token, era);
}

bool PieceReader::yearOf(DatePiece& piece, const Token& token, Era era) {
  const bool hasEra = era != Era::None;
  const bool isPadded = token.digits > 4 && token.number <= kLargestShortYear;
  if (!token.isNumber() || (!hasEra && (!token.isLong() || isPadded)))
    return m_cursor.refuse(token.begin, kYearReason);
  if (hasEra && token.number == 0)
    return m_cursor.refuse(token.begin, "there is no year 0: 1 BC comes before AD 1");
  if (token.number > kMaxYear) return m_cursor.refuse(token.begin, kYearRangeReason);
  // "20250624" is hardly meant as a year.
  const bool isGrouped = token.end - token.begin != static_cast<std::size_t>(token.digits);
  if (!hasEra && !isGrouped && token.digits >= 6 && token.digits <= 8)
    return m_cursor.refuse(token.begin, "hyphens are expected between year, month and day");
  piece.year = era == Era::Before ? 1 - token.number : token.number;
  piece.yearAt = token.begin;
  piece.hasEra = hasEra;
  return true;
}

bool PieceReader::optionalYear(DatePiece& piece) {
  const std::size_t comma = m_cursor.isMark(',') ? 1 : 0;
  const std::size_t ahead = comma + m_cursor.articles(comma);
  if (atYear(ahead)) {
    m_cursor.advance(ahead);
    return year(piece);
  }
  const bool isNumber = m_cursor.next(ahead).isNumber() || m_cursor.isMark('\'', ahead);
  // Behind a comma a list may go on: "June 24, 25 or 26".
  const bool isYear = comma == 0 || m_cursor.next(ahead + 1).kind == TokenKind::End;
  if (isNumber && isYear && !atTime(ahead)) return m_cursor.refuse(m_cursor.next(ahead).begin, kYearReason);
  return true;
}

bool PieceReader::atTime(std::size_t ahead) const {
  if (!m_cursor.next(ahead).isNumber()) return false;
  const bool isColon = m_cursor.isMark(':', ahead + 1) && m_cursor.next(ahead + 1).touches;
  return isColon || m_cursor.isWord("am", ahead + 1) || m_cursor.isWord("pm", ahead + 1);
}

bool PieceReader::time(DatePiece& piece) {
  std::size_t ahead = m_cursor.isMark(',') ? 1 : 0;
  if (m_cursor.isWord("at", ahead) || m_cursor.isWord("t", ahead)) ++ahead;
  if (!atTime(ahead)) return true;
  m_cursor.advance(ahead);
  int hour = 0;
  int minute = 0;
  int second = 0;
  if (!hours(hour, minute, second)) return false;
  piece.time = fmt::format("T{:02}:{:02}:{:02}", hour, minute, second);
  return zone(piece);
}

bool PieceReader::hours(int& hour, int& minute, int& second) {
  const Token& token = m_cursor.take();
  if (m_cursor.skipMark(':')) {
    if (!isMinutes(m_cursor.next())) return m_cursor.refuseHere(kMinuteReason);
    minute = static_cast<int>(m_cursor.take().number);
    if (m_cursor.skipMark(':')) {
      if (!isMinutes(m_cursor.next())) return m_cursor.refuseHere(kMinuteReason);
      second = static_cast<int>(m_cursor.take().number);
    }
  }
  const bool isAfternoon = m_cursor.isWord("pm");
  if (isAfternoon || m_cursor.isWord("am")) {
    m_cursor.advance(1);
    if (token.number < 1 || token.number > 12)
      return m_cursor.refuse(token.begin, "an hour with am or pm is 1 to 12");
    hour = static_cast<int>(token.number % 12) + (isAfternoon ? 12 : 0);
    return true;
  }
  if (!token.isShort() || token.number > 23) return m_cursor.refuse(token.begin, "an hour is 0 to 23");
  hour = static_cast<int>(token.number);
  return true;
}

bool PieceReader::zone(DatePiece& piece) {
  const bool isUtc = m_cursor.skipWord("utc") || m_cursor.skipWord("gmt") || m_cursor.skipWord("z");
  const bool isWest = m_cursor.next().kind == TokenKind::Hyphen;
  // "15:48 - 16:30" is no offset.
  const bool isOffset =
      (isWest || m_cursor.isMark('+')) && m_cursor.next(1).isNumber() && m_cursor.next(1).touches;
  if (!isOffset) {
    if (isUtc) piece.time += 'Z';
    return true;
  }
  m_cursor.advance(1);
  const Token& token = m_cursor.take();
  const bool isJoined = token.digits == 4;
  if (!token.isShort() && !isJoined) return m_cursor.refuse(token.begin, kOffsetReason);
  int hour = static_cast<int>(isJoined ? token.number / 100 : token.number);
  int minute = static_cast<int>(isJoined ? token.number % 100 : 0);
  if (!isJoined && m_cursor.skipMark(':')) {
    if (!isMinutes(m_cursor.next())) return m_cursor.refuseHere(kMinuteReason);
    minute = static_cast<int>(m_cursor.take().number);
  }
  if (minute > 59) return m_cursor.refuse(token.begin, kMinuteReason);
  if (hour * 60 + minute > kLargestOffsetMinutes) return m_cursor.refuse(token.begin, kOffsetReason);
  const bool isZero = hour == 0 && minute == 0;
  piece.time += isZero ? "Z" : fmt::format("{}{:02}:{:02}", isWest ? '-' : '+', hour, minute);
  return true;
}

}  // namespace entente
