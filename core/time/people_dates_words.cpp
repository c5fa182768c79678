// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of English words, and the cursor.
#include "core/time/people_dates_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/check.h"

namespace entente {

namespace {

bool sameToken(const Token& a, const Token& b) {
  return a.kind == b.kind && a.mark == b.mark && a.number == b.number && a.word == b.word;
}

template <std::size_t Count>
bool isOneOf(std::string_view word, const std::array<std::string_view, Count>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// A word of one of the tables below and what it stands for.
struct Meaning {
  std::string_view word;
  int value;
};

template <std::size_t Count>
int meaningOf(std::string_view word, const std::array<Meaning, Count>& meanings, int otherwise = 0) {
  for (const Meaning& meaning : meanings) {
    if (meaning.word == word) return meaning.value;
  }
  return otherwise;
}

constexpr std::array kWeekdays{Meaning{"monday", 1}, Meaning{"mon", 1},      Meaning{"tuesday", 2},
                               Meaning{"tue", 2},    Meaning{"tues", 2},     Meaning{"wednesday", 3},
                               Meaning{"wed", 3},    Meaning{"thursday", 4}, Meaning{"thu", 4},
                               Meaning{"thur", 4},   Meaning{"thurs", 4},    Meaning{"friday", 5},
                               Meaning{"fri", 5},    Meaning{"saturday", 6}, Meaning{"sat", 6},
                               Meaning{"sunday", 7}, Meaning{"sun", 7}};

constexpr std::array kSeasons{Meaning{"spring", 21}, Meaning{"summer", 22}, Meaning{"autumn", 23},
                              Meaning{"fall", 23}, Meaning{"winter", 24}};

constexpr std::array kThirds{Meaning{"early", 0}, Meaning{"beginning", 0}, Meaning{"start", 0},
                             Meaning{"mid", 1},   Meaning{"middle", 1},    Meaning{"late", 2},
                             Meaning{"end", 2}};

constexpr std::array kScales{Meaning{"thousand", 3}, Meaning{"million", 6}, Meaning{"billion", 9}};

constexpr std::array kTimeUnits{
    Meaning{"day", static_cast<int>(TimeUnit::Day)},     Meaning{"days", static_cast<int>(TimeUnit::Day)},
    Meaning{"week", static_cast<int>(TimeUnit::Week)},   Meaning{"weeks", static_cast<int>(TimeUnit::Week)},
    Meaning{"month", static_cast<int>(TimeUnit::Month)}, Meaning{"months", static_cast<int>(TimeUnit::Month)},
    Meaning{"year", static_cast<int>(TimeUnit::Year)},   Meaning{"years", static_cast<int>(TimeUnit::Year)}};

constexpr std::array<std::string_view, 8> kDecadeNames{"twenties", "thirties",  "forties",  "fifties",
                                                       "sixties",  "seventies", "eighties", "nineties"};

constexpr std::array<std::string_view, 7> kApproximate{
    "c", "ca", "circa", "about", "around", "approximately", "approx"};
constexpr std::array<std::string_view, 2> kApproximateBehind{"approximately", "approx"};
constexpr std::array<std::string_view, 5> kUncertain{"perhaps", "possibly", "probably", "maybe", "uncertain"};

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 12> kShortMonths{"jan", "feb", "mar",  "apr", "may", "jun",
                                                        "jul", "aug", "sept", "oct", "nov", "dec"};

}  // namespace

MonthNames::MonthNames(const std::vector<std::string>& readers) {
  const auto add = [this](std::string_view name, std::size_t index) {
    std::vector<Token> tokens = tokensOf(name);
    tokens.pop_back();
    if (!tokens.empty()) m_names.push_back({std::move(tokens), static_cast<int>(index % 12) + 1});
  };
  for (std::size_t i = 0; i < readers.size(); ++i)
    add(readers[i], i);
  for (std::size_t i = 0; i < 12; ++i) {
    add(kMonths.at(i), i);
    add(kShortMonths.at(i), i);
  }
  add("sep", 8);
}

std::size_t MonthNames::match(const std::vector<Token>& tokens, std::size_t at, int& month) const {
  std::size_t longest = 0;
  for (const Name& name : m_names) {
    const std::size_t count = name.tokens.size();
    if (count <= longest || count >= tokens.size() - at) continue;
    const auto from = tokens.begin() + static_cast<std::ptrdiff_t>(at);
    if (!std::equal(name.tokens.begin(), name.tokens.end(), from, sameToken)) continue;
    longest = count;
    month = name.month;
  }
  return longest;
}

int weekdayOf(std::string_view word) {
  return meaningOf(word, kWeekdays);
}

std::string_view weekdayName(int weekday) {
  constexpr std::array<std::string_view, 7> kNames{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};
  check(weekday >= 1 && weekday <= 7, "a weekday is 1 to 7");
  return kNames.at(static_cast<std::size_t>(weekday - 1));
}

int seasonOf(std::string_view word) {
  return meaningOf(word, kSeasons);
}

bool isDecadeName(std::string_view word) {
  return isOneOf(word, kDecadeNames);
}

Qualifier qualifierOf(const Token& token) {
  if (token.kind == TokenKind::Mark)
    return {token.mark == '?' || token.mark == '%', token.mark == '~' || token.mark == '%'};
  return {isOneOf(token.word, kUncertain), isOneOf(token.word, kApproximate)};
}

bool mayFollow(const Token& qualifier) {
  return qualifier.kind == TokenKind::Mark || isOneOf(qualifier.word, kUncertain) ||
         isOneOf(qualifier.word, kApproximateBehind);
}

Era eraOf(const Token& token) {
  if (token.word == "bc" || token.word == "bce") return Era::Before;
  return token.word == "ad" || token.word == "ce" ? Era::After : Era::None;
}

int thirdOf(const Token& token) {
  return meaningOf(token.word, kThirds, -1);
}

bool isCentury(const Token& token) {
  constexpr std::array<std::string_view, 4> kNames{"century", "centuries", "cent", "c"};
  return isOneOf(token.word, kNames);
}

TimeUnit timeUnitOf(const Token& token) {
  return static_cast<TimeUnit>(meaningOf(token.word, kTimeUnits));
}

int scaleOf(const Token& token) {
  return meaningOf(token.word, kScales);
}

const Token& TokenCursor::next(std::size_t ahead) const {
  return m_tokens[std::min(m_at + ahead, m_tokens.size() - 1)];
}

bool TokenCursor::isWord(std::string_view word, std::size_t ahead) const {
  return next(ahead).kind == TokenKind::Word && next(ahead).word == word;
}

bool TokenCursor::isMark(char mark, std::size_t ahead) const {
  return next(ahead).kind == TokenKind::Mark && next(ahead).mark == mark;
}

std::size_t TokenCursor::monthLength(std::size_t ahead) const {
  int month = 0;
  return m_at + ahead < m_tokens.size() ? m_months.match(m_tokens, m_at + ahead, month) : 0;
}

std::size_t TokenCursor::articles(std::size_t ahead) const {
  std::size_t count = 0;
  while (isWord("of", ahead + count) || isWord("the", ahead + count))
    ++count;
  return count;
}

const Token& TokenCursor::take() {
  const Token& token = next();
  advance(1);
  return token;
}

void TokenCursor::advance(std::size_t count) {
  m_at = std::min(m_at + count, m_tokens.size() - 1);
}

bool TokenCursor::skipWord(std::string_view word) {
  if (!isWord(word)) return false;
  advance(1);
  return true;
}

bool TokenCursor::skipMark(char mark) {
  if (!isMark(mark)) return false;
  advance(1);
  return true;
}

int TokenCursor::takeMonth() {
  int month = 0;
  advance(m_months.match(m_tokens, m_at, month));
  check(month > 0, "the name of a month is taken where one stands");
  return month;
}

bool TokenCursor::refuse(std::size_t at, std::string_view reason) {
  m_problem = {at, std::string(reason)};
  return false;
}

}  // namespace entente
