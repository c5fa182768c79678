// SPDX-License-Identifier: GPL-3.0-or-later
// Published numbers: figures as tables print them ("2,35%", "1 234.5", "1.2e-05", "2.1e"), to decimals
// without going through a double.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/model/decimal.h"

namespace entente {

/// What stands before the decimals, in a table as a whole.
enum class DecimalMark : std::uint8_t { Unknown, Point, Comma };

struct PublishedNumber {
  std::string text;        ///< -?digits(.digits)?, as published where it was written so
  bool percent = false;    ///< with a percent sign
  bool estimate = false;   ///< with an "e" behind it
  bool rewritten = false;  ///< not written as Decimal wants it

  bool operator==(const PublishedNumber&) const = default;
};

enum class NumberProblem : std::uint8_t {
  NoNumber,
  Ambiguous,  ///< "1,234" is one thousand or one, and nothing says which
  TooLong
};

struct NumberReading {
  std::optional<PublishedNumber> number;
  NumberProblem problem = NumberProblem::NoNumber;  ///< if there is none
};

/// `mark`: how the other cells of the table are written.
[[nodiscard]] NumberReading readPublishedNumber(std::string_view cell, DecimalMark mark);
/// What this cell alone gives away; Unknown for most.
[[nodiscard]] DecimalMark decimalMarkOf(std::string_view cell);

/// Times ten to the power of `places`, digit by digit: "183.20" by -3 is "0.18320". ErrorKind::Invalid if
/// Decimal cannot hold it.
[[nodiscard]] Result<Decimal> shifted(std::string_view decimal, int places);

}  // namespace entente
