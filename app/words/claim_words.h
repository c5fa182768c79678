// SPDX-License-Identifier: GPL-3.0-or-later
// Claim words: what is claimed, by whom, and why one value is shown, in whole sentences.
#pragma once

#include <QString>

#include "core/ledger/ledger.h"
#include "core/view/snapshot.h"

namespace entente {

/// A topic as a question: "When was it sent?", "By what way was it sent?", "Is Spain bound by the pledge?".
[[nodiscard]] QString topicInWords(const Topic& topic);
/// The same as a noun for lists and steps: "Sent", "Channel", "Is Spain bound by the pledge".
[[nodiscard]] QString topicName(const Topic& topic);

/// "24 June 2025" where it is a date, else the words of its strongest claim.
[[nodiscard]] QString valueInWords(const ClaimedValue& value);
[[nodiscard]] QString valueInWords(const Claim& claim);

/// "B2"; "–2" for a source that is not graded. "usually reliable, probably true".
[[nodiscard]] QString gradeCode(const Grade& grade);
[[nodiscard]] QString gradeInWords(const Grade& grade);

/// Behind a topic: "shown: the editor's pin", "shown: best source", "no value is shown: all are refuted".
[[nodiscard]] QString ruleInShort(const Resolution& resolution);
/// The rule that won as a sentence: "Shown because the editor pinned it: ...", "Shown because two independent
/// sources graded B2 say so; one graded D5 says June 2024."
[[nodiscard]] QString whyShown(const Resolution& resolution);
/// Why the value at a place other than the first is not shown.
[[nodiscard]] QString whyNotShown(const Resolution& resolution, std::size_t value);
/// "The rule alone would show June 2024: ..." where the editor's choice differs from it; else empty.
[[nodiscard]] QString differenceFromRule(const Resolution& resolution);

/// "2 rival dates", "3 rival values"; of a date field the first.
[[nodiscard]] QString rivalsInWords(const Resolution& resolution);
/// On a ghost mark: "June 2024, says 1 source".
[[nodiscard]] QString rivalInWords(const Snapshot& snapshot, const RivalDate& rival);
/// Who claims it, for tool tips and speech: "June 2024, refuted: web article".
[[nodiscard]] QString rivalWithSources(const Snapshot& snapshot, const RivalDate& rival);

/// What records are called: the title of an event, the name of an actor, "Germany joins NATO" ...
[[nodiscard]] QString subjectInWords(const Snapshot& snapshot, const RecordRef& ref);

}  // namespace entente
