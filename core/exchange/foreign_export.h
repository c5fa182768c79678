// SPDX-License-Identifier: GPL-3.0-or-later
// writeForeign(): the records of an archive for other programs.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/exchange/written_file.h"
#include "core/model/records.h"
#include "core/model/vocabulary.h"

namespace entente {

enum class ExportFormat : std::uint8_t { Bundle, Csv, TimelineJs, TimelineJsSheet, ICalendar, CslJson };

template <>
struct Words<ExportFormat> {
  static constexpr std::array<std::string_view, 6> list{"bundle",           "csv",  "timelinejs",
                                                        "timelinejs-sheet", "ical", "csl"};
};

/// What files of the format are called by: "csv".
[[nodiscard]] std::string_view suffixOf(ExportFormat format);

/// The same bytes for the same records. Not for the bundle, which is a folder (see writeBundle). `leftOut`
/// has what of the archive is not in the file. `words` are for programs that show dates as they are told.
/// O(records).
[[nodiscard]] WrittenFile writeForeign(ExportFormat format, const Records& records,
                                       const DateWords& words = {});

}  // namespace entente
