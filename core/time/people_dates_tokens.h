// SPDX-License-Identifier: GPL-3.0-or-later
// The words, numbers and marks that a typed date is made of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

enum class TokenKind : std::uint8_t {
  Number,   ///< "24", "13,800,000"
  Ordinal,  ///< "24th", "third", "twenty-first"
  Plural,   ///< "1960s", "1960's"
  Word,     ///< "June", "Jun.", "B.C."
  Hyphen,   ///< of a computer; also the minus sign
  Dash,     ///< of a typesetter: never within a date
  Mark,     ///< any other character
  End       ///< behind the last one
};

struct Token {
  TokenKind kind = TokenKind::End;
  bool touches = false;  ///< no space between it and the one before it
  char mark = 0;
  int digits = 0;  ///< of a number as it is written
  std::int64_t number = 0;
  std::size_t begin = 0;  ///< bytes of the text
  std::size_t end = 0;
  std::string word;  ///< in small letters, without full stops

  [[nodiscard]] bool isNumber() const { return kind == TokenKind::Number; }
  [[nodiscard]] bool isShort() const { return digits <= 2; }
  [[nodiscard]] bool isLong() const { return digits >= 4; }
};

/// Numbers that are too large for any date stop here.
inline constexpr std::int64_t kLargestNumber = 100'000'000'000'000'000;

/// Any bytes; the last token is an End. Letters are made small in ASCII, Latin, Greek and Cyrillic.
/// O(length).
[[nodiscard]] std::vector<Token> tokensOf(std::string_view text);

}  // namespace entente
