// SPDX-License-Identifier: GPL-3.0-or-later
// toForeign(): our own records in the terms of foreign files, for all writers.
#pragma once

#include "core/exchange/foreign_archive.h"
#include "core/model/records.h"

namespace entente {

/// Events in the order of their begin, then of their uids, those without a date last; keys are uids. Of a
/// message the date is the one that it is shown at, its parties are actors in the roles "sender" and
/// "recipient", its words stand in the summary; of a statement the speaker is one in the role "speaker" and
/// the quote stands in the summary. All sources of the archive are in `sources`. What foreign files have no
/// place for (claims, stages, positions, figures, offices, links) is counted in `leftOut`: only the bundle
/// holds it.
[[nodiscard]] ForeignArchive toForeign(const Records& records);

}  // namespace entente
