// SPDX-License-Identifier: GPL-3.0-or-later
// Table order: texts in the order of the language, and texts as one looks for them.
#pragma once

#include <QString>
#include <vector>

namespace entente {

/// For every text its place in the order of the words' language: case and accents count last, numbers within
/// texts by their value. Texts that the language does not tell apart have the same place. O(n log n), one
/// collation key a text.
[[nodiscard]] std::vector<int> collatedRanks(const std::vector<QString>& texts);

/// Case and accents folded away, white space simplified: "Sánchez" and "SANCHEZ" are the same.
[[nodiscard]] QString foldedText(const QString& text);

/// Whether every word of `folded words` stands in `folded text`; no words stand in everything.
[[nodiscard]] bool hasAllWords(const QString& foldedText, const QString& foldedWords);

}  // namespace entente
