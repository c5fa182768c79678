// SPDX-License-Identifier: GPL-3.0-or-later
// Citation words: how a source is cited, and whom a shown value is owed to.
#pragma once

#include <QString>

#include "core/ledger/resolution.h"
#include "core/model/records.h"

namespace entente {

/// A source in full, as in a note (after the Chicago Manual of Style, 17th edition, 14.191 and 14.206):
/// Author, "Title," Publisher, 24 June 2025, address. What is not recorded is left out.
[[nodiscard]] QString noteCitation(const Source& source);
/// "(The Irish Times 2025)", "(n.d.)" where the year is not known.
[[nodiscard]] QString authorDateCitation(const Source& source);
/// "the Irish Times, 24 June 2025": within a sentence.
[[nodiscard]] QString shortCitation(const Source& source);

/// Whom the shown value is owed to, and who says otherwise: "24 June 2025, according to Associated Press, 24
/// June 2025; the unsigned web article, January 2026, says June 2024 (refuted)". Rival values in the order of
/// the ledger, at most three, then how many more there are.
[[nodiscard]] QString attributionSentence(const Resolution& resolution, const SourceLookup& sourceOf);

}  // namespace entente
