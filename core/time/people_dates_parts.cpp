// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of years, decades and centuries, and what is told from today.
#include <fmt/format.h>

#include <array>
#include <optional>
#include <utility>

#include "core/time/instant.h"
#include "core/time/people_dates_reader.h"

namespace entente {

namespace {

// EDTF's numbers for the first quarter and the first half of a year.
constexpr int kFirstQuarter = 33;
constexpr int kFirstHalf = 40;
constexpr std::int64_t kLargestCentury = 100;
constexpr int kMillion = 6;  // its zeros
// More than the days of all years that we have.
constexpr std::int64_t kLargestCount = 100'000'000'000'000;

constexpr std::array<std::string_view, 3> kNearDays{"yesterday", "today", "tomorrow"};
constexpr std::array<std::string_view, 3> kSteps{"last", "this", "next"};

/// -1 to 1 for the words of the two lists above; nothing if it is none.
std::optional<int> stepOf(const Token& token, const std::array<std::string_view, 3>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (token.kind == TokenKind::Word && token.word == words.at(i)) return static_cast<int>(i) - 1;
  }
  return std::nullopt;
}

void setRange(DatePiece& piece, std::string first, std::string last) {
  piece.shape = PieceShape::Range;
  piece.first = std::move(first);
  piece.last = std::move(last);
}

}  // namespace

bool PieceReader::third(DatePiece& piece) {
  const Part part{thirdOf(m_cursor.take()), 3};
  if (m_cursor.next().kind == TokenKind::Hyphen) m_cursor.advance(1);
  m_cursor.skipWord("part");
  m_cursor.advance(m_cursor.articles());
  if (m_cursor.monthLength() > 0) return partOfMonth(piece, part);
  if (atYear()) return partOfYear(piece, part);
  return partOf(piece, part);
}

bool PieceReader::partOf(DatePiece& piece, Part part) {
  if (m_cursor.next().kind == TokenKind::Plural) return decade(piece, part);
  if (m_cursor.next().kind == TokenKind::Ordinal && isCentury(m_cursor.next(1))) return century(piece, part);
  return m_cursor.refuseHere("a month, a year, a decade or a century is expected here");
}

/// "Q3", "H1".
bool PieceReader::atQuarterOrHalf(std::size_t ahead) const {
  const Token& number = m_cursor.next(ahead + 1);
  return (m_cursor.isWord("q", ahead) || m_cursor.isWord("h", ahead)) && number.isNumber() && number.touches;
}

bool PieceReader::quarterOrHalf(DatePiece& piece) {
  const bool isHalf = m_cursor.take().word == "h";
  const Token& number = m_cursor.take();
  if (number.number < 1 || number.number > (isHalf ? 2 : 4))
    return m_cursor.refuse(number.begin, isHalf ? "a half is 1 or 2" : "a quarter is 1 to 4");
  piece.month = (isHalf ? kFirstHalf : kFirstQuarter) + static_cast<int>(number.number) - 1;
  return true;
}

/// "first half of 2024", "third quarter of the 19th century".
bool PieceReader::ordinalPart(DatePiece& piece) {
  const Token& number = m_cursor.take();
  const bool isHalf = m_cursor.take().word == "half";
  const int count = isHalf ? 2 : 4;
  if (number.number < 1 || number.number > count)
    return m_cursor.refuse(number.begin, isHalf ? "a half is 1 or 2" : "a quarter is 1 to 4");
  const int index = static_cast<int>(number.number) - 1;
  const std::size_t articles = m_cursor.articles();
  const TokenKind kind = m_cursor.next(articles).kind;
  if (kind == TokenKind::Plural || kind == TokenKind::Ordinal || m_cursor.monthLength(articles) > 0) {
    m_cursor.advance(articles);
    return partOf(piece, {index, count});
  }
  piece.month = (isHalf ? kFirstHalf : kFirstQuarter) + index;
  return optionalYear(piece);
}

bool PieceReader::partOfYear(DatePiece& piece, Part part) {
  DatePiece whole;
  if (!year(whole)) return false;
  if (*whole.year > kLargestShortYear || *whole.year < -kLargestShortYear)
    return m_cursor.refuse(whole.yearAt, "a year of more than four digits has no parts");
  const int first = part.index * 4 + 1;
  setRange(piece, edtfOf(*whole.year, first), edtfOf(*whole.year, first + 3));
  return true;
}

bool PieceReader::partOfMonth(DatePiece& piece, Part part) {
  DatePiece whole;
  whole.month = m_cursor.takeMonth();
  if (!optionalYear(whole)) return false;
  if (!whole.year) return m_cursor.refuse(m_cursor.lastEnd(), kWhichYear);
  if (*whole.year > kLargestShortYear || *whole.year < -kLargestShortYear)
    return m_cursor.refuse(whole.yearAt, kLongYearReason);
  const int first = part.index * 10 + 1;
  const int last = part.index == 2 ? daysInMonth(*whole.year, whole.month) : first + 9;
  setRange(piece, edtfOf(*whole.year, whole.month, first), edtfOf(*whole.year, whole.month, last));
  return true;
}

/// "1960s", and "1900s", which may be a century.
bool PieceReader::decade(DatePiece& piece, Part part) {
  const Token& token = m_cursor.take();
  if (token.digits < 4) return m_cursor.refuse(token.begin, kWhichCentury);
  if (token.digits > 4 || token.number % 10 != 0)
    return m_cursor.refuse(token.begin, "a decade has four digits and ends in 0");
  const bool mayBeHundred = token.number % 100 == 0;
  m_reading.metHundreds |= mayBeHundred;
  const bool isHundred = mayBeHundred && m_reading.hundreds;
  if (part.count == 0) {
    piece.shape = isHundred ? PieceShape::Century : PieceShape::Decade;
    piece.year = token.number;
    return true;
  }
  if (isHundred) {
    setYears(piece, token.number + 1, 100, part);
    return true;
  }
  if (part.count == 4) return m_cursor.refuse(token.begin, "a decade has no quarters");
  setYears(piece, token.number, 10, part);
  return true;
}

/// AD, the hundred years that begin alike stand for a century (the 19th: 1800 to 1899); parts of one and
/// centuries BC are counted by the year (1801 to 1900).
bool PieceReader::century(DatePiece& piece, Part part) {
  const Token& token = m_cursor.take();
  m_cursor.advance(1);
  const Era era = eraOf(m_cursor.next());
  if (era != Era::None) m_cursor.advance(1);
  if (token.number < 1 || token.number > kLargestCentury)
    return m_cursor.refuse(token.begin, "there is no such century in four digits");
  if (era == Era::Before) {
    setYears(piece, 1 - token.number * 100, 100, part);
  } else if (part.count > 0) {
    setYears(piece, (token.number - 1) * 100 + 1, 100, part);
  } else {
    piece.shape = PieceShape::Century;
    piece.year = (token.number - 1) * 100;
  }
  return true;
}

void PieceReader::setYears(DatePiece& piece, std::int64_t first, int count, Part part) {
  if (part.count == 0) part.count = 1;
  // Ten years in three parts are 4, 3 and 3; a hundred are 33, 33 and 34.
  const int rounding = count == 10 ? part.count - 1 : 0;
  const auto border = [&](int index) { return first + (index * count + rounding) / part.count; };
  setRange(piece, edtfOf(border(part.index)), edtfOf(border(part.index + 1) - 1));
}

bool PieceReader::atAgo() const {
  const bool isFraction = m_cursor.isMark('.', 1) && m_cursor.next(1).touches &&
                          m_cursor.next(2).isNumber() && m_cursor.next(2).touches &&
                          scaleOf(m_cursor.next(3)) > 0;
  return isFraction || scaleOf(m_cursor.next(1)) > 0 || timeUnitOf(m_cursor.next(1)) != TimeUnit::None;
}

/// "3 days ago", "4.5 billion years ago".
bool PieceReader::ago(DatePiece& piece) {
  const Token& whole = m_cursor.take();
  std::int64_t mantissa = whole.number;
  int decimals = 0;
  if (m_cursor.skipMark('.')) {
    const Token& fraction = m_cursor.take();
    decimals = fraction.digits;
    if (whole.digits + decimals > 14) return m_cursor.refuse(whole.begin, "this number has too many digits");
    for (int i = 0; i < decimals; ++i)
      mantissa *= 10;
    mantissa += fraction.number;
  }
  const int scale = scaleOf(m_cursor.next());
  if (scale > 0) m_cursor.advance(1);
  const TimeUnit unit = timeUnitOf(m_cursor.next());
  if (unit == TimeUnit::None || (scale > 0 && unit != TimeUnit::Year))
    return m_cursor.refuseHere("\"years ago\" is expected here");
  m_cursor.advance(1);
  if (!m_cursor.skipWord("ago")) return m_cursor.refuseHere("\"ago\" is expected here");
  if (decimals > scale) return m_cursor.refuse(whole.begin, "this number has too many digits");
  const int zeros = scale - decimals;
  std::int64_t count = mantissa;
  for (int i = 0; i < zeros && count <= kLargestCount; ++i)
    count *= 10;
  if (count > kLargestCount || (unit == TimeUnit::Year && count > kMaxYear))
    return m_cursor.refuse(whole.begin, kYearRangeReason);
  if (scale < kMillion || count <= kLargestShortYear) return countBack(piece, count, unit);
  // Against millions of years this year does not count, only the digits that were given do.
  piece.shape = PieceShape::Fixed;
  const std::string digits = fmt::format("{}", mantissa);
  const std::string exponent = zeros > 0 ? fmt::format("E{}", zeros) : "";
  piece.first = fmt::format("Y-{}{}S{}", digits, exponent, digits.size());
  return true;
}

bool PieceReader::countBack(DatePiece& piece, std::int64_t count, TimeUnit unit) {
  const CivilDate today = m_reading.today;
  const std::int64_t days = daysFromCivil(today);
  switch (unit) {
    case TimeUnit::Day:
      setDay(piece, days - count);
      break;
    case TimeUnit::Week:
      setDay(piece, days - count * 7);
      break;
    case TimeUnit::Month:
      setMonth(piece, today.year * 12 + today.month - 1 - count);
      break;
    case TimeUnit::Year:
    case TimeUnit::None:
      piece.year = today.year - count;
      break;
  }
  piece.yearAt = piece.dayAt = piece.begin;
  return *piece.year >= kMinYear || m_cursor.refuse(piece.begin, kYearRangeReason);
}

bool PieceReader::atRelative() const {
  return stepOf(m_cursor.next(), kNearDays) || stepOf(m_cursor.next(), kSteps);
}

/// "yesterday", "last week".
bool PieceReader::relative(DatePiece& piece) {
  const std::int64_t today = daysFromCivil(m_reading.today);
  const Token& first = m_cursor.take();
  if (const auto step = stepOf(first, kNearDays)) {
    setDay(piece, today + *step);
    return true;
  }
  const int step = stepOf(first, kSteps).value_or(0);
  switch (timeUnitOf(m_cursor.next())) {
    case TimeUnit::Week: {
      const std::int64_t monday = today - (weekday(today) - 1) + std::int64_t{7} * step;
      DatePiece begin;
      DatePiece end;
      setDay(begin, monday);
      setDay(end, monday + 6);
      setRange(piece, edtfOf(begin), edtfOf(end));
      break;
    }
    case TimeUnit::Month:
      setMonth(piece, m_reading.today.year * 12 + m_reading.today.month - 1 + step);
      break;
    case TimeUnit::Year:
      piece.year = m_reading.today.year + step;
      break;
    default:
      return m_cursor.refuseHere("a week, a month or a year is expected here");
  }
  m_cursor.advance(1);
  return true;
}

void PieceReader::setDay(DatePiece& piece, std::int64_t days) {
  const CivilDate date = civilFromDays(days);
  piece.year = date.year;
  piece.month = date.month;
  piece.day = date.day;
}

void PieceReader::setMonth(DatePiece& piece, std::int64_t months) {
  // Floored, so that December comes before January of the year 0, too.
  const std::int64_t month = (months % 12 + 12) % 12;
  piece.year = (months - month) / 12;
  piece.month = static_cast<int>(month) + 1;
}

}  // namespace entente
