// SPDX-License-Identifier: GPL-3.0-or-later
// Timelines of SIMILE (MIT): its XML and JSON, and the items of Exhibit.
#pragma once

#include <string_view>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/exchange/foreign_archive.h"

namespace entente {

/// Source of the formats: Timeline's sources.js (loadXML, loadJSON) and its
/// documentation of event sources; Exhibit's JSON: {"items": [{"label",
/// "start" or "date", "end", ...}]}.
///
/// - The text of an event is its summary; link, image and the page of its wiki are sources that it cites.
/// - Dates: see readProgramDate; fewer than three digits alone are a year, as the program reads them.
/// - A time of 00:00:00 claims no time of day. An event that is marked as no duration and has an end lies
/// somewhere
///   from the one to the other: EDTF "[1985..1987]"; if its dates have times, they are kept as a period, with
///   a remark.
/// - latestStart and earliestEnd: "the begin is between start and latestStart" has no EDTF form within
/// periods. The
///   period from start to end is kept and the bounds are said in the note.
/// XML with a DOCTYPE that declares entities is refused. ErrorKind::Foreign for what is no such timeline,
/// Invalid beyond the caps, Cancelled.
[[nodiscard]] Result<ForeignArchive> readSimile(std::string_view bytes, const ForeignCaps& caps = {},
                                                const Progress& progress = {});

}  // namespace entente
