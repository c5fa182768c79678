// SPDX-License-Identifier: GPL-3.0-or-later
// Sources words: what a source is and how much rests on it, in words.
#pragma once

#include <QString>

#include "core/model/records.h"
#include "core/model/source_use.h"
#include "core/view/source_voice.h"

namespace entente {

/// "Article", "Data set", "Official document", "Post".
[[nodiscard]] QString sourceKindInWords(SourceKind kind);
/// Publisher, else title, else uid; without line breaks.
[[nodiscard]] QString sourceName(const Source& source);
/// "13 events, 29 claims (18 of them refuted), 429 figures"; what is 0 is left out. "Nothing rests on it".
[[nodiscard]] QString useInWords(const SourceUse& use);
/// Shorter, for a narrow list: "29 claims, 18 refuted", "13 events, 29 claims". Empty where neither is.
[[nodiscard]] QString useInShort(const SourceUse& use);
/// "29 claims: 9 adopted, 2 disputed, 18 refuted; 10 are shown"; empty without claims.
[[nodiscard]] QString claimsInWords(const SourceVoice& voice);
/// "3 shown values and 1 event rest on it alone"; "Nothing rests on it alone".
[[nodiscard]] QString aloneInWords(const SourceVoice& voice);
/// "English" of "en"; the code itself if it names no language.
[[nodiscard]] QString languageInWords(const QString& code);

}  // namespace entente
