// SPDX-License-Identifier: GPL-3.0-or-later
// The words of one date, and the orders in which day, month and year come.
#include "core/time/people_dates_reader.h"

namespace entente {

namespace {

constexpr int kWinter = 24;

bool isHyphen(const Token& token) {
  return token.kind == TokenKind::Hyphen && token.touches;
}

}  // namespace

bool PieceReader::read(DatePiece& piece) {
  piece = {};
  leading(piece);
  if (!date(piece)) return false;
  const bool isDay = piece.shape == PieceShape::Date && piece.year && piece.month > 0 && piece.day > 0;
  if (isDay && !time(piece)) return false;
  trailing(piece);
  piece.end = m_cursor.lastEnd();
  return piece.time.empty() || !piece.qualifier.any() ||
         m_cursor.refuse(piece.begin, "a date with a time of day is neither \"about\" nor \"perhaps\"");
}

void PieceReader::leading(DatePiece& piece) {
  while (m_cursor.isWord("the") || m_cursor.isWord("in") || m_cursor.isWord("on") ||
         qualifierOf(m_cursor.next()).any())
    piece.qualifier |= qualifierOf(m_cursor.take());
  piece.begin = m_cursor.offset();
  piece.weekday = weekdayOf(m_cursor.next().word);
  if (piece.weekday == 0) return;
  piece.weekdayAt = m_cursor.take().begin;
  m_cursor.skipMark(',');
  m_cursor.advance(m_cursor.articles());
}

void PieceReader::trailing(DatePiece& piece) {
  while (true) {
    const std::size_t bracket = m_cursor.isMark('(') ? 1 : 0;
    const Token& token = m_cursor.next(bracket);
    const Qualifier qualifier = qualifierOf(token);
    if (!qualifier.any() || !mayFollow(token)) return;
    if (bracket > 0 && !m_cursor.isMark(')', 2)) return;
    piece.qualifier |= qualifier;
    m_cursor.advance(1 + 2 * bracket);
  }
}

bool PieceReader::date(DatePiece& piece) {
  if (atTime()) return m_cursor.refuseHere("a time of day stands behind a full date");
  // First of all: whatever else the word means, the reader's language knows it as a month.
  if (m_cursor.monthLength() > 0) return monthFirst(piece);
  switch (m_cursor.next().kind) {
    case TokenKind::Number:
      return numberFirst(piece);
    case TokenKind::Ordinal:
      return ordinal(piece);
    case TokenKind::Plural:
      return decade(piece, {});
    case TokenKind::Word:
      return word(piece);
    default:
      break;
  }
  if (m_cursor.isMark('\'') && m_cursor.next(1).kind == TokenKind::Plural)
    return m_cursor.refuseHere(kWhichCentury);
  if (piece.weekday > 0) return m_cursor.refuseHere("which date? a weekday alone does not say");
  return m_cursor.refuseHere("a date is expected here");
}

bool PieceReader::word(DatePiece& piece) {
  if (thirdOf(m_cursor.next()) >= 0) return third(piece);
  if (seasonOf(m_cursor.next().word) > 0) return season(piece);
  if (atQuarterOrHalf()) {
    if (!quarterOrHalf(piece)) return false;
    // "Q3/2024"
    const Token& next = m_cursor.next();
    const bool isJoined = isHyphen(next) || (next.touches && m_cursor.isMark('/'));
    if (isJoined && m_cursor.next(1).touches && atYear(1)) m_cursor.advance(1);
    return optionalYear(piece);
  }
  if (atYear()) return yearFirst(piece);
  if (atRelative()) return relative(piece);
  if (isDecadeName(m_cursor.next().word)) return m_cursor.refuseHere(kWhichCentury);
  return m_cursor.refuseHere("this word is not understood");
}

/// "June 2025", "June 24, 2025".
bool PieceReader::monthFirst(DatePiece& piece) {
  piece.month = m_cursor.takeMonth();
  const std::size_t articles = m_cursor.articles();
  if (atDay(articles)) {
    m_cursor.advance(articles);
    if (!day(piece, m_cursor.take())) return false;
  }
  return optionalYear(piece);
}

bool PieceReader::numberFirst(DatePiece& piece) {
  if (atAgo()) return ago(piece);
  if (const int count = countFigures(); count > 0) return figures(piece, count);
  if (atYear()) return yearFirst(piece);
  if (m_cursor.next().isShort()) return dayFirst(piece);
  takeBare(piece, m_cursor.take());
  return true;
}

/// "24 June 2025", "24. Juni 2025", "24-Jun-2025", and "26, 2025", whose month is with another date.
bool PieceReader::dayFirst(DatePiece& piece) {
  const Token& number = m_cursor.take();
  if (m_cursor.isMark('.') && m_cursor.next().touches) m_cursor.advance(1);
  const std::size_t name = isHyphen(m_cursor.next()) ? m_cursor.monthLength(1) : 0;
  const bool isHyphenated = name > 0 && isHyphen(m_cursor.next(1 + name)) && atYear(2 + name);
  const std::size_t between = isHyphenated ? 1 : m_cursor.articles();
  if (m_cursor.monthLength(between) > 0) {
    if (!day(piece, number)) return false;
    m_cursor.advance(between);
    piece.month = m_cursor.takeMonth();
    if (isHyphenated) m_cursor.advance(1);
    return optionalYear(piece);
  }
  const std::size_t comma = m_cursor.isMark(',') ? 1 : 0;
  if (atYear(comma) && m_cursor.next(comma).isLong()) {
    m_cursor.advance(comma);
    return day(piece, number) && year(piece);
  }
  takeBare(piece, number);
  return true;
}

/// "2025", "2025 June 24", "2024 Q3", "2024-Q3".
bool PieceReader::yearFirst(DatePiece& piece) {
  if (!year(piece)) return false;
  const std::size_t join = isHyphen(m_cursor.next()) || m_cursor.isMark('/') ? 1 : 0;
  if (atQuarterOrHalf(join)) {
    m_cursor.advance(join);
    return quarterOrHalf(piece);
  }
  if (const int season = seasonOf(m_cursor.next().word); season > 0) {
    m_cursor.advance(1);
    piece.month = season;
    return true;
  }
  if (m_cursor.monthLength() == 0) return true;
  piece.month = m_cursor.takeMonth();
  return !atDay() || day(piece, m_cursor.take());
}

bool PieceReader::ordinal(DatePiece& piece) {
  if (isCentury(m_cursor.next(1))) return century(piece, {});
  if (m_cursor.isWord("half", 1) || m_cursor.isWord("quarter", 1)) return ordinalPart(piece);
  if (m_cursor.next().isShort()) return dayFirst(piece);
  takeBare(piece, m_cursor.take());
  return true;
}

bool PieceReader::season(DatePiece& piece) {
  piece.month = seasonOf(m_cursor.take().word);
  if (!optionalYear(piece)) return false;
  if (piece.month == kWinter && piece.year) secondYearOfWinter(piece);
  return true;
}

/// "winter 2024/25" is the one that EDTF has with 2024. Any other number is no part of the winter.
void PieceReader::secondYearOfWinter(const DatePiece& piece) {
  const TokenKind kind = m_cursor.next().kind;
  if (kind != TokenKind::Hyphen && kind != TokenKind::Dash && !m_cursor.isMark('/')) return;
  const Token& second = m_cursor.next(1);
  const std::int64_t next = *piece.year + 1;
  const bool isWhole = second.digits == 4 && second.number == next;
  const bool isTail = second.digits == 2 && second.touches && second.number == next % 100;
  if (second.isNumber() && (isWhole || isTail)) m_cursor.advance(2);
}

void PieceReader::takeBare(DatePiece& piece, const Token& token) {
  piece.shape = PieceShape::Bare;
  piece.bare = token.number;
  piece.isOrdinal = token.kind == TokenKind::Ordinal;
}

}  // namespace entente
