// SPDX-License-Identifier: GPL-3.0-or-later
// Files of The Timeline Project (thetimelineproj.sourceforge.net): .timeline.
#pragma once

#include <string_view>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/exchange/foreign_archive.h"

namespace entente {

/// The XML of all its versions and the lines that versions before 0.10 wrote. Source of the formats: its
/// timelinelib/dataimport/timelinexml.py; the lines after its test data.
///
/// - Times of the Gregorian calendar alone; files in others (Coptic, Bosparanian, numbers) are refused.
/// - The program stores seconds for everything. Where begin and end both fall on midnight, whole days are
/// meant, the
///   last one included, as its window shows and lets pick them: 00:00:00 on the 1st to 00:00:00 on the 2nd is
///   "the 1st to the 2nd". The same midnight twice is one day. Any other time is kept.
/// - A fuzzy end is approximate ("~"). What ends today has an open end. A milestone is its begin.
/// - A category and those above it are tags, so are labels, and the title of the container that an event is
/// in.
/// - Eras are periods. Hyperlinks are sources that an event cites.
/// XML with a DOCTYPE that declares entities is refused. ErrorKind::Foreign for what is no such file, Invalid
/// beyond the caps, Cancelled.
[[nodiscard]] Result<ForeignArchive> readTimelineProject(std::string_view bytes, const ForeignCaps& caps = {},
                                                         const Progress& progress = {});

}  // namespace entente
