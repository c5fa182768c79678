// SPDX-License-Identifier: GPL-3.0-or-later
// Finding words: what a consistency check has found, as one sentence.
#pragma once

#include <QString>

#include "app/words/record_titles.h"
#include "core/ledger/consistency.h"

namespace entente {

/// "Errors", "Warnings", "Notes"
[[nodiscard]] QString severitiesInWords(Severity severity);

/// "The reply “Trump to Rutte” (sent 20 June 2025) comes before what it answers, “Rutte to Trump” (sent 24
/// June 2025)." Names the records by title and says what contradicts what.
[[nodiscard]] QString findingInWords(const Finding& finding, const RecordTitles& titles);

}  // namespace entente
