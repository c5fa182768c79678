// SPDX-License-Identifier: GPL-3.0-or-later
// Field words: what tables, their columns and the words of closed lists are called, for forms and questions.
#pragma once

#include <QString>
#include <string>
#include <utility>
#include <vector>

#include "core/model/records.h"
#include "core/view/record_references.h"

namespace entente {

/// "actor", "membership", "figure": one row of a table.
[[nodiscard]] QString recordInWords(TableId table);
/// "1 actor", "12 memberships".
[[nodiscard]] QString recordsInWords(TableId table, std::size_t count);
/// "12 events, 3 stages and 5 claims"; kinds of events apart. Empty for none.
[[nodiscard]] QString recordCountsInWords(const std::vector<RecordKey>& records);

/// "Title", "Where it was said".
[[nodiscard]] QString fieldName(TableId table, std::string_view column);
/// What to write there; empty where the name says enough.
[[nodiscard]] QString fieldHint(TableId table, std::string_view column);
/// The words of a closed list in their order, each with what it is called.
[[nodiscard]] std::vector<std::pair<std::string, QString>> fieldChoices(TableId table,
                                                                        std::string_view column);
/// Takes several lines.
[[nodiscard]] bool isLongText(std::string_view column);
/// Rarely needed: shown when asked for.
[[nodiscard]] bool isRareField(TableId table, std::string_view column);

/// "Medium: Radio. Quotation: Peace." of an event that was of another kind, "Also: The Treaty. Country: NLD."
/// of a merged record.
[[nodiscard]] QString lostInWords(const Records& records, TableId table, const std::vector<LostField>& lost);
/// What a record is called among others of its kind; its uid if it has no name.
[[nodiscard]] QString titleOf(const EditableRecord& record);

}  // namespace entente
