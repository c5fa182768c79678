// SPDX-License-Identifier: GPL-3.0-or-later
// Timelines for TimelineJS (Knight Lab), JSON of version 3.
#pragma once

#include "core/exchange/foreign_archive.h"
#include "core/exchange/written_file.h"

namespace entente {

/// Entries of the kind Period with a known begin and end become eras, all others slides, in the order of
/// `archive.events`; the archive's title and description are the title slide. Texts are escaped HTML, UTF-8,
/// the same bytes for the same archive.
///
/// What TimelineJS has no place for is in the extra member "entente" of each slide, which it ignores and
/// readTimelineJsJson reads, and counted in `leftOut`: dates that are more than digits are shown in `words`,
/// or as their EDTF expression where there are none ("display_date"), their outermost days drawn. Entries
/// whose begin is not known are left out.
[[nodiscard]] WrittenFile writeTimelineJsJson(const ForeignArchive& archive, const DateWords& words = {});

}  // namespace entente
