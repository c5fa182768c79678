// SPDX-License-Identifier: GPL-3.0-or-later
// readForeign(): the events and sources of a file of any format that this program reads but does not keep.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/exchange/event_table.h"
#include "core/exchange/foreign_archive.h"
#include "core/exchange/icalendar.h"
#include "core/exchange/loose_grid.h"

namespace entente {

enum class ForeignFormat : std::uint8_t {
  Table,            ///< CSV and its kin, XLSX, ODS, lists of objects in JSON, cells from the clipboard
  TimelineJs,       ///< JSON, versions 2 and 3
  Vis,              ///< items of vis-timeline
  TimelineProject,  ///< The Timeline Project
  Simile,           ///< XML and JSON
  ICalendar,
  CslJson,
  Ris
};

template <>
struct Words<ForeignFormat> {
  static constexpr std::array<std::string_view, 8> list{"table",  "timelinejs", "vis", "timeline",
                                                        "simile", "ical",       "csl", "ris"};
};

/// What the user has said; what is left open is found out.
struct ForeignOptions {
  std::optional<ForeignFormat> format;
  GridOptions grid;                       ///< of tables
  std::string sheet;                      ///< of a workbook
  std::optional<std::int64_t> titlesRow;  ///< of tables: see guessEventTable(); a map beats it
  std::optional<ColumnMap> map;           ///< of tables: one that was saved, or clicked together
  DateOrder order = DateOrder::Ask;
  CalendarOptions calendar;
  ForeignCaps caps;
};

/// The table that was read, for a preview, and how.
struct ForeignTable {
  LooseTable table;
  std::vector<std::string> sheets;  ///< names of all that hold something
  TableGuess guess;
  ColumnMap map;  ///< that was used
  DateOrder order = DateOrder::Ask;
  std::string orderProof;  ///< a sentence; may be empty
  std::vector<TableQuestion> questions;
  bool holdsFigures = false;  ///< see looksLikeFigures; not looked for where the user has given a map
  std::string problem;        ///< why no events could be read with this map; empty if they could
};

struct ForeignReading {
  ForeignFormat format = ForeignFormat::Table;
  ForeignArchive archive;
  std::optional<ForeignTable> table;
};

/// By the first bytes; a table where nothing else fits.
[[nodiscard]] ForeignFormat foreignFormat(std::string_view bytes);

/// The errors of the format's reader. Of a table without usable columns `table->problem` says so, and there
/// are no events: it can be shown and its columns be mapped by hand. Unless a sheet is named the first one is
/// read that has events.
[[nodiscard]] Result<ForeignReading> readForeign(std::string_view bytes, const ForeignOptions& options,
                                                 const Progress& progress = {});
/// Errors name the file; besides those above NotFound, NoPermission, Foreign (a folder), Internal.
[[nodiscard]] Result<ForeignReading> readForeignFile(const std::filesystem::path& file,
                                                     const ForeignOptions& options,
                                                     const Progress& progress = {});

}  // namespace entente
