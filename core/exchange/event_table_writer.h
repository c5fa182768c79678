// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of events out: our own CSV, which comes back as it went, and the sheet that TimelineJS reads.
#pragma once

#include "core/exchange/foreign_archive.h"
#include "core/exchange/written_file.h"

namespace entente {

/// CSV (RFC 4180, UTF-8, LF) with the columns key, kind, title, when, end, place, latitude, longitude,
/// summary, actors, tags, sources, weight, note. `when` is EDTF and `end` empty: an interval stands in
/// `when`. Actors are "role: name", parted by "; ", as tags are; sources "Title <url>", one a line; ";" and
/// "\" in names are
/// "\;" and "\\", a line end "\n". Read back by guessEventTable() and readEventTable() it gives the same
/// events, but for spaces around texts and what `leftOut` counts. Cells that begin with = + - or @ are quoted
/// and else left as they are: nothing is put in front of them, so a spreadsheet program that takes quoted
/// cells for formulas would compute them.
[[nodiscard]] WrittenFile writeEventCsv(const ForeignArchive& archive);

/// CSV with TimelineJS' columns (Year ... Background). The archive's title and description are the title
/// slide; periods are eras. Years before 1 are negative as people count (44 BC is -44). Vague dates get their
/// words in Display Date. A source that is a picture, film or sound is the Media, the others are links below
/// the text. Events without date are left out: TimelineJS shows none.
[[nodiscard]] WrittenFile writeTimelineJsSheet(const ForeignArchive& archive);

}  // namespace entente
