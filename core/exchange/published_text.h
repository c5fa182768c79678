// SPDX-License-Identifier: GPL-3.0-or-later
// Published texts: the texts of a table's cells as publishers write them, with their spaces, marks and
// spellings.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// Without spaces, line ends, no-break spaces and the like around it.
[[nodiscard]] std::string_view withoutSpaces(std::string_view text);

/// What is left when only the letters and figures count: small letters without accents, parted by single
/// spaces; "&" is "and". "Türkiye*" and "TURKIYE" are the same.
[[nodiscard]] std::string foldedText(std::string_view text);

/// Without what points at a footnote behind it ("Albania*", "Sweden (a)", "Finland²", "Germany 1)").
[[nodiscard]] std::string_view withoutFootnotes(std::string_view text);

/// The folded letters a to z and figures, parted by hyphens, at most so many: what uids are made of. Empty if
/// there are none.
[[nodiscard]] std::string slugOf(std::string_view text, std::size_t most);

/// True for what stands where a publisher has no figure: nothing, dashes, "..", "n/a" and the like.
[[nodiscard]] bool isMissing(std::string_view text);

/// Whether `word` is one of the parts of `list`, which begins, parts and ends with '|'.
[[nodiscard]] bool isListed(std::string_view word, std::string_view list);

/// Whether one of the parts of `list`, parted by '|', is in the text as it is.
[[nodiscard]] bool holdsAny(std::string_view text, std::string_view list);

}  // namespace entente
