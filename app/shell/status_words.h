// SPDX-License-Identifier: GPL-3.0-or-later
// Status words: the counts that the status bar says.
#pragma once

#include <QString>

#include "core/view/snapshot.h"

namespace entente {

class Session;

/// "193 events     117 certain, 7 possible in this span     1 selected"; with a filter "54 of 193 events
/// match".
[[nodiscard]] QString countsInWords(const Session& session);
/// "Five per cent – Entente", "Five per cent (read only) – Entente"; the file's name where there is no title.
[[nodiscard]] QString titleInWords(const Snapshot& snapshot);
/// Which clocks the axis goes by: "Times in UTC where no other zone is named".
[[nodiscard]] QString zoneSentence(const QString& zone);
/// "five-per-cent.entente", "five-per-cent.entente, read only"
[[nodiscard]] QString archiveInWords(const Snapshot& snapshot);

}  // namespace entente
