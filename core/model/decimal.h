// SPDX-License-Identifier: GPL-3.0-or-later
// Decimal: a number as it was published, to the letter, with its value for computing.
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace entente {

/// `text` is -?digits(.digits)? as published ("2.10" stays "2.10"); `value` is the nearest double.
/// Two decimals are equal if their texts are.
struct Decimal {
  std::string text;
  double value = 0;

  /// ErrorKind::Invalid with the reason for anything else: exponents, thousands marks, blanks, more than 30
  /// characters.
  [[nodiscard]] static Result<Decimal> parse(std::string_view text);

  bool operator==(const Decimal& other) const { return text == other.text; }
};

/// By what they say, exactly: "2.10" is as much as "2.1", and "1.995" less than "2". Both as parse() gives
/// them.
[[nodiscard]] std::strong_ordering compareAmounts(const Decimal& a, const Decimal& b);

}  // namespace entente
