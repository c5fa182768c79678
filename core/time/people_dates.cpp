// SPDX-License-Identifier: GPL-3.0-or-later
// The phrases around dates (intervals, lists, "before" and "after"), and the choice between two readings.
#include "core/time/people_dates.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "core/base/check.h"
#include "core/time/fuzzy_date.h"
#include "core/time/people_dates_piece.h"
#include "core/time/people_dates_reader.h"
#include "core/time/people_dates_words.h"

namespace entente {

namespace {

using ReadDate = tl::expected<PeopleDate, EdtfProblem>;

/// One function a rule; each returns false after it has refused:
///   phrase = "between" piece "and" piece | ( "from" | "since" ) piece [ to end | "on" ]
///          | ( "until" | "up to" ) piece | ( "before" | "after" | "by" ) piece
///          | piece to end | piece { "," piece } ( "or" | "and" ) piece | piece [ "OS" ]
///   to     = "to" | "until" | "through" | hyphen | dash | "/"
///   end    = piece | [ "the" ] ( "now" | "present" )
class PhraseReader {
 public:
  PhraseReader(const std::vector<Token>& tokens, const MonthNames& months, Reading& reading)
      : m_cursor(tokens, months), m_reading(reading) {}

  [[nodiscard]] bool read();

  [[nodiscard]] PeopleDate& date() { return m_date; }
  [[nodiscard]] const EdtfProblem& problem() const { return m_cursor.problem(); }

 private:
  enum class Border : std::uint8_t { Before, After, By };

  [[nodiscard]] bool phrase();
  [[nodiscard]] bool between();
  [[nodiscard]] bool from();
  [[nodiscard]] bool until();
  [[nodiscard]] bool border(Border kind);
  [[nodiscard]] bool intervalTo();
  [[nodiscard]] bool list();
  [[nodiscard]] bool single();

  [[nodiscard]] bool piece();
  /// Nothing may follow; then the pieces share what they have in common and are checked.
  [[nodiscard]] bool finish();
  [[nodiscard]] bool finishPart(DatePiece& piece);
  [[nodiscard]] bool refuseRest();
  bool skipTo();
  bool skipNow();
  [[nodiscard]] bool skipOldStyle();
  [[nodiscard]] std::size_t oldStyleLength() const;

  TokenCursor m_cursor;
  Reading& m_reading;
  std::vector<DatePiece> m_pieces;
  PeopleDate m_date;
};

bool PhraseReader::read() {
  if (!phrase()) return false;
  // Everything has been checked but for ends that come before begins, and years just outside ours.
  const auto date = FuzzyDate::read(m_date.edtf);
  return date || m_cursor.refuse(m_pieces.back().begin, date.error().reason);
}

bool PhraseReader::phrase() {
  if (m_cursor.skipWord("between")) return between();
  if (m_cursor.skipWord("from") || m_cursor.skipWord("since")) return from();
  if (m_cursor.skipWord("until") || m_cursor.skipWord("till")) return until();
  if (m_cursor.isWord("up") && (m_cursor.isWord("to", 1) || m_cursor.isWord("until", 1))) {
    m_cursor.advance(2);
    return until();
  }
  if (m_cursor.skipWord("before")) return border(Border::Before);
  if (m_cursor.skipWord("after")) return border(Border::After);
  if (m_cursor.skipWord("by")) return border(Border::By);
  if (!piece()) return false;
  if (skipTo()) return intervalTo();
  if (m_cursor.isMark(',') || m_cursor.isWord("or") || m_cursor.isWord("and")) return list();
  return single();
}

bool PhraseReader::between() {
  if (!piece()) return false;
  if (!m_cursor.skipWord("and")) return m_cursor.refuseHere("\"and\" and a second date are expected here");
  if (!piece() || !finish()) return false;
  m_date.edtf = fmt::format("[{}..{}]", edtfOf(m_pieces.front()), edtfOf(m_pieces.back()));
  return true;
}

bool PhraseReader::from() {
  if (!piece()) return false;
  if (skipTo()) return intervalTo();
  if (!m_cursor.skipWord("on") && !m_cursor.skipWord("onward")) m_cursor.skipWord("onwards");
  if (!finish()) return false;
  m_date.edtf = edtfOf(m_pieces.front()) + "/..";
  return true;
}

bool PhraseReader::until() {
  if (!piece() || !finish()) return false;
  m_date.edtf = "../" + edtfOf(m_pieces.front());
  return true;
}

/// "before" and "after" exclude the date, in its own unit: before June 1949 is up to May 1949.
bool PhraseReader::border(Border kind) {
  if (!piece() || !finish()) return false;
  DatePiece edge = m_pieces.front();
  if (kind == Border::By) {
    m_date.edtf = fmt::format("[..{}]", edtfOf(edge));
    return true;
  }
  const auto whole = FuzzyDate::read(edtfOf(edge));
  if (!whole) return m_cursor.refuse(edge.begin, whole.error().reason);
  const Instant at =
      kind == Border::Before ? plusSeconds(whole->bounds().earliestBegin, -1) : whole->bounds().latestEnd;
  const CivilDate date = dateOf(at);
  edge.shape = PieceShape::Date;
  edge.year = date.year;
  edge.month = edge.month > 0 ? date.month : 0;
  edge.day = edge.day > 0 ? date.day : 0;
  m_date.edtf =
      kind == Border::Before ? fmt::format("[..{}]", edtfOf(edge)) : fmt::format("[{}..]", edtfOf(edge));
  return true;
}

bool PhraseReader::intervalTo() {
  const bool isOpen = skipNow();
  if ((!isOpen && !piece()) || !finish()) return false;
  m_date.edtf = fmt::format("{}/{}", edtfOf(m_pieces.front()), isOpen ? ".." : edtfOf(m_pieces.back()));
  return true;
}

bool PhraseReader::list() {
  bool isOr = false;
  bool isAnd = false;
  while (true) {
    const bool isComma = m_cursor.skipMark(',');
    const std::size_t at = m_cursor.offset();
    if (isOr || isAnd) {
      if (isComma || m_cursor.isWord("or") || m_cursor.isWord("and"))
        return m_cursor.refuse(at, "\"or\" or \"and\" stands before the last date only");
      break;
    }
    isOr = m_cursor.skipWord("or");
    isAnd = !isOr && m_cursor.skipWord("and");
    if (!isComma && !isOr && !isAnd)
      return m_cursor.refuseHere("\"or\" or \"and\" is expected before the last date");
    if (!piece()) return false;
  }
  if (!finish()) return false;
  m_date.edtf = isOr ? "[" : "{";
  for (const DatePiece& member : m_pieces)
    m_date.edtf += edtfOf(member) + ',';
  m_date.edtf.back() = isOr ? ']' : '}';
  return true;
}

bool PhraseReader::single() {
  const bool isOldStyle = skipOldStyle();
  if (!m_cursor.atEnd()) return refuseRest();
  DatePiece& only = m_pieces.front();
  if (isOldStyle && (only.shape != PieceShape::Date || !only.time.empty()))
    return m_cursor.refuse(only.begin, "Old Style is read for a full date without time only");
  const auto problem = settle(only, true, isOldStyle ? &m_date.julian : nullptr);
  if (problem) return m_cursor.refuse(problem->offset, problem->reason);
  m_date.edtf = edtfOf(only);
  return true;
}

bool PhraseReader::piece() {
  PieceReader reader(m_cursor, m_reading);
  return reader.read(m_pieces.emplace_back());
}

bool PhraseReader::finish() {
  if (!m_cursor.atEnd()) return refuseRest();
  shareParts(m_pieces);
  // From the last one on, which is where they all take from what they lack.
  for (auto part = m_pieces.rbegin(); part != m_pieces.rend(); ++part) {
    if (!finishPart(*part)) return false;
  }
  return true;
}

bool PhraseReader::finishPart(DatePiece& part) {
  if (!part.time.empty())
    return m_cursor.refuse(part.begin, "a time of day is understood with a single date only");
  if (part.shape == PieceShape::Range)
    return m_cursor.refuse(part.begin, "a date that is one of many is understood alone only");
  const auto problem = settle(part, m_pieces.size() == 1);
  return !problem || m_cursor.refuse(problem->offset, problem->reason);
}

bool PhraseReader::refuseRest() {
  const bool isTime = m_cursor.next().isNumber() && m_cursor.isMark(':', 1);
  if (isTime || m_cursor.isWord("at")) return m_cursor.refuseHere("a time of day stands behind a full date");
  if (oldStyleLength() > 0) return m_cursor.refuseHere("Old Style is read for a single date only");
  if (!m_pieces.back().time.empty() && m_cursor.next().kind == TokenKind::Word)
    return m_cursor.refuseHere("a zone is UTC or an offset such as +02:00");
  return m_cursor.refuseHere("this is not understood here");
}

bool PhraseReader::skipTo() {
  const TokenKind kind = m_cursor.next().kind;
  constexpr std::array<std::string_view, 4> kWords{"to", "until", "till", "through"};
  bool isTo = kind == TokenKind::Hyphen || kind == TokenKind::Dash || m_cursor.isMark('/');
  for (const std::string_view word : kWords)
    isTo |= m_cursor.isWord(word);
  if (isTo) m_cursor.advance(1);
  return isTo;
}

bool PhraseReader::skipNow() {
  const std::size_t article = m_cursor.isWord("the") ? 1 : 0;
  const bool isNow = m_cursor.isWord("now", article) || m_cursor.isWord("present", article);
  if (isNow) m_cursor.advance(article + 1);
  return isNow;
}

/// "OS", "(Julian)", "old style": how many tokens.
std::size_t PhraseReader::oldStyleLength() const {
  const std::size_t bracket = m_cursor.isMark('(') ? 1 : 0;
  std::size_t length = 0;
  if (m_cursor.isWord("os", bracket)) length = 1;
  if (m_cursor.isWord("julian", bracket)) length = m_cursor.isWord("calendar", bracket + 1) ? 2 : 1;
  if (m_cursor.isWord("old", bracket) && m_cursor.isWord("style", bracket + 1)) length = 2;
  if (length == 0 || (bracket > 0 && !m_cursor.isMark(')', bracket + length))) return 0;
  return length + 2 * bracket;
}

bool PhraseReader::skipOldStyle() {
  const std::size_t length = oldStyleLength();
  m_cursor.advance(length);
  return length > 0;
}

ReadDate readOnce(const std::vector<Token>& tokens, const MonthNames& months, Reading& reading) {
  PhraseReader phrase(tokens, months, reading);
  if (!phrase.read()) return tl::unexpected(phrase.problem());
  return std::move(phrase.date());
}

/// Both readings where the text and the reader leave the choice. One that is no date is not a choice.
ReadDate readBoth(const std::vector<Token>& tokens, const PeopleContext& context) {
  const MonthNames months(context.monthNames);
  Reading reading{context.today, context.order == DateOrder::MonthFirst};
  ReadDate first = readOnce(tokens, months, reading);
  const bool asks = context.order == DateOrder::Ask && reading.metEitherOrder;
  // One date that can be read in one way only tells the order of the others.
  const bool isDecided = reading.metDayFirst != reading.metMonthFirst;
  if (asks && isDecided && reading.metMonthFirst) {
    reading = {context.today, true};
    first = readOnce(tokens, months, reading);
  }
  const bool hasTwoOrders = asks && !isDecided;
  if (!hasTwoOrders && !reading.metHundreds) return first;
  Reading otherWay{context.today, hasTwoOrders || reading.monthFirst, true};
  ReadDate second = readOnce(tokens, months, otherWay);
  if (!second) return first;
  if (!first) return second;
  first->ambiguous = second->edtf != first->edtf;
  if (first->ambiguous) first->other = std::move(second->edtf);
  return first;
}

bool isSpace(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

}  // namespace

ReadDate readPeopleDate(std::string_view text, const PeopleContext& context) {
  std::size_t begin = 0;
  std::size_t end = text.size();
  while (begin < end && isSpace(text[begin]))
    ++begin;
  while (end > begin && isSpace(text[end - 1]))
    --end;
  const std::string_view trimmed = text.substr(begin, end - begin);
  const auto edtf = FuzzyDate::read(trimmed);
  if (edtf) return PeopleDate{std::string(trimmed), false, {}, {}};
  // Nobody but EDTF has these brackets.
  if (!trimmed.empty() && (trimmed.front() == '[' || trimmed.front() == '{'))
    return tl::unexpected(EdtfProblem{begin + edtf.error().offset, edtf.error().reason});
  if (text.size() > kLongestPeopleDate)
    return tl::unexpected(EdtfProblem{kLongestPeopleDate, "a date has at most 200 bytes"});
  return readBoth(tokensOf(text), context);
}

}  // namespace entente
