// SPDX-License-Identifier: GPL-3.0-or-later
// readEventTable(): a table of events, as spreadsheets, timeline makers and people keep them, as a
// ForeignArchive.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/exchange/column_map.h"
#include "core/exchange/foreign_archive.h"
#include "core/exchange/table_grid.h"

namespace entente {

/// What the columns of a table are probably for.
struct TableGuess {
  ColumnMap map;
  std::string format;                ///< "TimelineJS sheet", "table of events" ...
  std::vector<std::string> remarks;  ///< what was decided by the columns' content: sentences
  std::string problem;               ///< why it cannot be read like this: a sentence; empty if it can
};

/// By the titles of the columns, where these say nothing by what is in them (of the first rows). Rows above
/// the header are skipped; without a header columns are "column 1", "column 2". `titlesRow` is the line of
/// the row that has the titles, where somebody has said it: 0 if none has; of a line that is not there
/// `problem` says so. O(rows looked at).
[[nodiscard]] TableGuess guessEventTable(const TableGrid& grid, std::optional<std::int64_t> titlesRow = {});

/// More rows are refused, whatever the caps say: each costs about a kilobyte.
inline constexpr std::size_t kMostTableEvents = 250'000;

struct EventTableOptions {
  ForeignCaps caps;
  DateOrder order = DateOrder::Ask;  ///< beats the map's
};

/// What should be said before the import is final; until then the values that it is about are refused.
struct TableQuestion {
  enum class What : std::uint8_t { DateOrder };
  What what = What::DateOrder;
  std::string text;  ///< one sentence: what is not clear, with an example

  bool operator==(const TableQuestion&) const = default;
};

struct EventTableImport {
  ForeignArchive archive;
  DateOrder order = DateOrder::Ask;  ///< in which days and months were read, where it mattered
  std::string orderProof;  ///< "day first: row 17 has 25/12/2024"; empty if none was needed or found
  std::vector<TableQuestion> questions;
};

/// Rows become events in their order. What is not understood stands in the notes of the events, as
/// "Title: value"; what cannot be read is refused row by row, with row, column and reason. A row whose date
/// is empty or says that nobody knows becomes an event without date. Years are years (98 is the year 98),
/// negative ones are BC as people count (-44 is 44 BC), unless the map's style is Entente: then dates are
/// EDTF. Formulas are text. HTML in cells becomes text, but for the style Entente. Errors: Invalid if no
/// column of the map can be a title, or none a date, or there are more rows than `caps.entries`; Cancelled.
/// O(cells), and the cost of a date once for each different text.
[[nodiscard]] Result<EventTableImport> readEventTable(const TableGrid& grid, const ColumnMap& map,
                                                      const EventTableOptions& options = {},
                                                      const Progress& progress = {});

}  // namespace entente
