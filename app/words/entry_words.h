// SPDX-License-Identifier: GPL-3.0-or-later
// Entry words: what an import of events and sources does, in sentences.
#pragma once

#include <QByteArray>
#include <QString>

#include "core/exchange/event_plan.h"
#include "core/exchange/foreign_file.h"

namespace entente {

/// "TimelineJS", "iCalendar", "table": what a file is, within a sentence.
[[nodiscard]] QString formatInWords(ForeignFormat format);
/// "Central European (windows-1250)"
[[nodiscard]] QString encodingInWords(TextEncoding encoding);
/// "comma", "tab", "'^'"
[[nodiscard]] QString separatorInWords(char separator);
/// "Date", "End: month": what a column of a table holds.
[[nodiscard]] QString fieldInWords(EventField field);
/// "342 events and 12 sources; 5 entries refused", "12 sources".
[[nodiscard]] QString entriesInWords(const ForeignArchive& archive);
/// "340 added, 2 changed, 0 unchanged; 3 imported before are not in it"
[[nodiscard]] QString differenceInWords(const EventPlan& plan);
/// As a step of the history: "Import 342 events: Cuban missile crisis".
[[nodiscard]] QString importTitle(const ForeignArchive& archive, const EventPlan& plan);
/// "background colours (12 entries), links (3 entries)"; empty if nothing is left out.
[[nodiscard]] QString leftOutInWords(const std::map<std::string, std::size_t>& leftOut);
/// "row 12, column 3, \"Start date\": reason" as far as it is known.
[[nodiscard]] QString noteInWords(const ImportNote& note);

/// What became of every entry, as CSV (UTF-8, header line, LF): outcome (added, changed, unchanged, refused,
/// missing, remark), row, column, where, uid, title, date (EDTF), text. One line an entry, with further ones
/// for its remarks; those about the whole file come first.
[[nodiscard]] QByteArray importReport(const ForeignArchive& archive, const EventPlan& plan);

}  // namespace entente
