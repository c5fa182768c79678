// SPDX-License-Identifier: GPL-3.0-or-later
// What the words of a typed date mean, and a cursor that walks over its tokens.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/time/edtf.h"
#include "core/time/people_dates_tokens.h"

namespace entente {

/// The names of the months, English ones and the reader's.
class MonthNames {
 public:
  /// `readers`: rounds of twelve.
  explicit MonthNames(const std::vector<std::string>& readers);

  /// How many tokens from `at` name a month, 0 if none do; the longest name counts, the reader's before the
  /// English.
  [[nodiscard]] std::size_t match(const std::vector<Token>& tokens, std::size_t at, int& month) const;

 private:
  struct Name {
    std::vector<Token> tokens;
    int month = 0;
  };

  std::vector<Name> m_names;
};

/// 1 Monday to 7 Sunday; 0 if it is none.
[[nodiscard]] int weekdayOf(std::string_view word);
[[nodiscard]] std::string_view weekdayName(int weekday);
/// 21 to 24 as in EDTF; 0 if it is none.
[[nodiscard]] int seasonOf(std::string_view word);
/// "sixties": a decade that does not say its century.
[[nodiscard]] bool isDecadeName(std::string_view word);
/// "about", "perhaps", and the marks ~ ? %.
[[nodiscard]] Qualifier qualifierOf(const Token& token);
/// Whether a qualifying word may follow its date, too ("1962 uncertain").
[[nodiscard]] bool mayFollow(const Token& qualifier);
enum class Era : std::uint8_t { None, Before, After };
[[nodiscard]] Era eraOf(const Token& token);
/// 0 early, 1 mid, 2 late; -1 if it is none.
[[nodiscard]] int thirdOf(const Token& token);
/// "century", "c." and the like, which follow an ordinal.
[[nodiscard]] bool isCentury(const Token& token);
enum class TimeUnit : std::uint8_t { None, Day, Week, Month, Year };
/// In the singular or the plural.
[[nodiscard]] TimeUnit timeUnitOf(const Token& token);
/// The zeros of thousand, million and billion; 0 if it is none.
[[nodiscard]] int scaleOf(const Token& token);

/// A position in a list of tokens, and the first problem that was found. Keeps references: they must outlive
/// it.
class TokenCursor {
 public:
  TokenCursor(const std::vector<Token>& tokens, const MonthNames& months)
      : m_tokens(tokens), m_months(months) {}

  /// The token that comes after `ahead` others; the End if there are not so many.
  [[nodiscard]] const Token& next(std::size_t ahead = 0) const;
  [[nodiscard]] bool atEnd() const { return next().kind == TokenKind::End; }
  [[nodiscard]] bool isWord(std::string_view word, std::size_t ahead = 0) const;
  [[nodiscard]] bool isMark(char mark, std::size_t ahead = 0) const;
  /// How many tokens behind `ahead` others name a month; 0 if none do.
  [[nodiscard]] std::size_t monthLength(std::size_t ahead = 0) const;
  /// How many "of" and "the" come behind `ahead` tokens.
  [[nodiscard]] std::size_t articles(std::size_t ahead = 0) const;
  /// Where the next token begins, and where the last one ended.
  [[nodiscard]] std::size_t offset() const { return next().begin; }
  [[nodiscard]] std::size_t lastEnd() const { return m_at == 0 ? 0 : m_tokens[m_at - 1].end; }

  const Token& take();
  void advance(std::size_t count);
  bool skipWord(std::string_view word);
  bool skipMark(char mark);
  /// monthLength() must not be 0.
  [[nodiscard]] int takeMonth();

  /// Both return false.
  bool refuse(std::size_t at, std::string_view reason);
  bool refuseHere(std::string_view reason) { return refuse(offset(), reason); }
  [[nodiscard]] const EdtfProblem& problem() const { return m_problem; }

 private:
  const std::vector<Token>& m_tokens;
  const MonthNames& m_months;
  std::size_t m_at = 0;
  EdtfProblem m_problem;
};

}  // namespace entente
