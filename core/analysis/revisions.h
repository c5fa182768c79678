// SPDX-License-Identifier: GPL-3.0-or-later
// Revisions: how a state's figure for one year changed from edition to edition.
#pragma once

#include "core/analysis/analysis_data.h"
#include "core/model/table.h"

namespace entente {

/// One row a state of the question and edition that has a figure for the year, by actor, then from the oldest
/// edition to the newest (as in editionsOf):
///   actor, name, code, year
///   value, estimate
///   change                  value less that of the edition before; missing for the first
///   edition                 uid of the source
///   published               EDTF, missing where the source has no date
///   publisher
///   definition              what the edition counts, where it is on record
///   definition_changed      the edition before is on record with another one
/// `question.edition` does not matter; no states asks for all that have a figure. O(figures).
[[nodiscard]] Table revisions(const PledgeQuestion& question, int year, const AnalysisData& data);

}  // namespace entente
