// SPDX-License-Identifier: GPL-3.0-or-later
// Timelines of TimelineJS (Knight Lab): the JSON of its versions 2 and 3.
#pragma once

#include <string_view>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/exchange/foreign_archive.h"

namespace entente {

/// Sources of the formats: https://timeline.knightlab.com/docs/json-format.html (version 3), the README of
/// TimelineJS 2 and VMM.Date.parse in it. In any of the wrappings of readJsonText.
///
/// - Headline and text of the title slide (version 2: of the timeline) are the archive's title and
/// description;
///   its medium is one of the archive's sources.
/// - Eras are periods. Groups (version 2: tags) are tags. A medium is a source that the entry cites.
/// - Years below 1 are taken as numbers (0 is the year before 1), with a remark, since the program shows -500
/// as
///   500 BCE. Months and days of 0 are not given ones. A time of 00:00:00 claims no time of day.
/// - Version 2: "2012,1,26" is year, month, day, hour, minute, second; "1/26/2012" has the month first. "now"
/// is
///   refused.
/// - A display_date that says something else than the date stands in the note.
/// - An entry without a headline is named after the first words of its text, caption, or address.
/// - Our own extra member "entente" (see timelinejs_writer.h) counts where the file still agrees with it.
///
/// ErrorKind::Foreign for what is no timeline, Invalid beyond the caps, Cancelled.
[[nodiscard]] Result<ForeignArchive> readTimelineJsJson(std::string_view bytes, const ForeignCaps& caps = {},
                                                        const Progress& progress = {});

}  // namespace entente
