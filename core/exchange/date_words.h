// SPDX-License-Identifier: GPL-3.0-or-later
// Dates in words, in any of the tongues; and what stands for a date that nobody knows.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/exchange/column_dates.h"

namespace entente {

using WordDate = ReadDate;

/// By readPeopleDate(), in English first, then in the tongue that the last one was read in (`lastTongue` is
/// kept up), then in the others. Refused: what depends on today ("last month"), and all that
/// readPeopleDate() refuses.
[[nodiscard]] WordDate readWordDate(std::string_view text, DateOrder order, std::size_t& lastTongue);

/// "1914-18", "1868-9": a year, and two digits or one.
struct ShortRange {
  int first = 0;
  int last = 0;
  bool hyphen = false;  ///< between them; else a dash or a slash
  bool dash = false;
  bool oneDigit = false;
};
[[nodiscard]] std::optional<ShortRange> shortRangeOf(std::string_view text);

/// Without what points at footnotes behind it: "4 May 1920[12]", "1920 [a]", "[note 2]".
[[nodiscard]] std::string_view withoutReferences(std::string_view text);

}  // namespace entente
