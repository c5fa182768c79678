// SPDX-License-Identifier: GPL-3.0-or-later
// Dates in words of other languages than English, made ready for readPeopleDate().
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// German, French, Spanish, Italian, Dutch, Portuguese, Polish, Russian.
inline constexpr std::size_t kDateTongues = 8;

/// The names of months and weekdays and the small words around dates ("le", "de", "vers", "v. Chr.", "1er",
/// "r.") in English or left out, in small letters, for readPeopleDate(). Nothing if no word of the text is
/// one that the tongue has for dates. O(length).
[[nodiscard]] std::optional<std::string> withEnglishWords(std::string_view text, std::size_t tongue);

/// Whether a word in small letters, without full stop, is the name of a month in English or one of the
/// tongues, or a word that dates have ("early", "century", "bc", "circa").
[[nodiscard]] bool isDateWord(std::string_view word);

}  // namespace entente
