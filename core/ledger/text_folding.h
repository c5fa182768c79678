// SPDX-License-Identifier: GPL-3.0-or-later
// Text folding: when two texts are the same but for how they are written.
#pragma once

#include <QString>

namespace entente {

/// Without case, accents, punctuation and more than one blank at a time: "  Élysée-Palace. " is "elysee
/// palace". A minus before a number, % and ? stay: they change what is said.
[[nodiscard]] QString foldedWords(const QString& text);

/// Whether the text has the words of the quote. White space, the kinds of quotation marks, apostrophes and
/// dashes, and marks around or behind the quote do not count; case does. Pieces between ellipses ("...", "…",
/// "[...]") occur in their order. An empty quote stands in every text. O(text * pieces) at worst.
[[nodiscard]] bool quoteStandsIn(const QString& quote, const QString& text);

/// Whether [...] or […] marks something that is left out.
[[nodiscard]] bool leavesPartsOut(const QString& text);

}  // namespace entente
