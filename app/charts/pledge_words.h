// SPDX-License-Identifier: GPL-3.0-or-later
// Pledge words: who is bound by a pledge, and its facts in one line.
#pragma once

#include <QString>
#include <QStringList>

#include "core/model/event_detail.h"
#include "core/view/snapshot.h"

namespace entente {

struct AdherentWords {
  QString sentence;   ///< "32 states: members of NATO on 25 June 2025"
  QStringList names;  ///< of the states, in order of the alphabet; "Finland (possibly)"
};
[[nodiscard]] AdherentWords adherentsInWords(const Snapshot& snapshot, const Pledge& pledge);

/// "At least 3.5% of GDP": the target with its sense, as the begin of a line.
[[nodiscard]] QString targetAsHeading(const Pledge& pledge);

/// Target, status and date, made at, part of, due, review, who is bound: rich text in one line. The links'
/// targets are references ("summit:UID"); everything that people wrote is escaped.
[[nodiscard]] QString factsLine(const Snapshot& snapshot, const Pledge& pledge, const QString& linkColor);

/// "22 June 2025, Spain: Opt-out. Says that ... Source: AFP, 22 June 2025."
[[nodiscard]] QString positionInSpeech(const Snapshot& snapshot, const Position& position);
[[nodiscard]] QString dayOfPosition(const Position& position);
/// "Spain: Opt-out"
[[nodiscard]] QString whoAndPosition(const Snapshot& snapshot, const Position& position);
/// "Source: AFP, 22 June 2025 (B, usually reliable)"; empty if none is recorded.
[[nodiscard]] QString sourceOfPosition(const Snapshot& snapshot, const Position& position);

/// Title of the event that a reference names; its uid if it is not there.
[[nodiscard]] QString titleOf(const Snapshot& snapshot, const RecordRef& ref);

}  // namespace entente
