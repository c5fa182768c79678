// SPDX-License-Identifier: GPL-3.0-or-later
// Dates in words of other languages than English, made ready for readPeopleDate().
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// German, French, Spanish, Italian, Dutch, Portuguese, Polish, Russian, Croatian, Czech, Slovak, Slovenian,
/// Swedish, Danish, Norwegian, Finnish, Hungarian, Romanian, Turkish, Ukrainian, Greek, Estonian, Lithuanian,
/// Latvian, Bulgarian, Serbian, Indonesian.
inline constexpr std::size_t kDateTongues = 27;

using TongueSet = std::uint32_t;  ///< a bit for each

/// The tongues that have words of dates in the text; for no other one withEnglishWords() gives anything.
/// O(length).
[[nodiscard]] TongueSet tonguesIn(std::string_view text);

/// The names of months and weekdays and the small words around dates ("le", "de", "vers", "v. Chr.", "1er",
/// "r.") in English or left out, in small letters, for readPeopleDate(), which wants the year last. Nothing
/// if no word of the text is one that the tongue has for dates. O(length).
[[nodiscard]] std::optional<std::string> withEnglishWords(std::string_view text, std::size_t tongue);

/// In which tongue a column of dates is, by the names of months in it: "listopad" is October in Croatian and
/// November in Polish and Czech.
class TongueVotes {
 public:
  /// Of the first 10,000 texts.
  void add(std::string_view text);
  /// The one with the most names; the first one where there are none.
  [[nodiscard]] std::size_t most() const;
  /// Why the column does not decide which month the text means; empty if it does.
  [[nodiscard]] std::string doubt(std::string_view text) const;

 private:
  static constexpr int kMostCounted = 10'000;
  std::array<int, kDateTongues> m_votes{};
  int m_counted = 0;
};

/// Whether a word in small letters, without full stop, is the name of a month in English or one of the
/// tongues, or a word that dates have ("early", "century", "bc", "circa").
[[nodiscard]] bool isDateWord(std::string_view word);

}  // namespace entente
