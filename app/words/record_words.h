// SPDX-License-Identifier: GPL-3.0-or-later
// Record words: what kinds, channels, stages, grades and relations are called in the program's own voice.
#pragma once

#include <QString>

#include "core/model/event_detail.h"

namespace entente {

/// "Message, text message", "Statement, ruling", "Summit, NATO 36", "Pledge, adopted".
[[nodiscard]] QString kindInWords(const EventRecord& record);
[[nodiscard]] QString stageInWords(StageKind stage);
[[nodiscard]] QString positionInWords(PositionKind position);
[[nodiscard]] QString verdictInWords(Verdict verdict);

/// The official words of the NATO/Admiralty system, without letter and number: "usually reliable", "probably
/// true".
[[nodiscard]] QString reliabilityInWords(Reliability reliability);
[[nodiscard]] QString credibilityInWords(Credibility credibility);

/// As a heading over the other ends: "Responds to", "Answered by".
[[nodiscard]] QString relationInWords(Relation relation, bool outgoing);

/// "Secretary General, NATO"
[[nodiscard]] QString officeInWords(const QString& office, const QString& body);

/// "at least 5% of GDP", "up to 800 billion euro".
[[nodiscard]] QString targetInWords(const Pledge& pledge);

}  // namespace entente
