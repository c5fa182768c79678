// SPDX-License-Identifier: GPL-3.0-or-later
// ColumnMap: which column of a table holds which field of events, as it can be kept for the next table.
#pragma once

#include <QByteArray>
#include <cstddef>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/exchange/event_fields.h"
#include "core/exchange/table_grid.h"
#include "core/exchange/text_bytes.h"
#include "core/time/people_dates.h"

namespace entente {

/// Sheets of columns that are known as a whole: how their dates, texts and sources are to be read depends on
/// it.
enum class SheetStyle : std::uint8_t { Plain, Entente, TimelineJs, TimelineJs2, TimeMapper, Aeon };

template <>
struct Words<SheetStyle> {
  static constexpr std::array<std::string_view, 6> list{"plain",        "entente",    "timelinejs",
                                                        "timelinejs-2", "timemapper", "aeon"};
};

struct MappedColumn {
  std::string title;       ///< as it stands in the table; "column 3" where there is no header
  std::size_t column = 0;  ///< from 0
  EventField field = EventField::Other;
  std::string role;  ///< of Actors: lower case letters, figures, hyphens; empty: "participant"

  bool operator==(const MappedColumn&) const = default;
};

struct ColumnMap {
  SheetStyle style = SheetStyle::Plain;
  std::vector<MappedColumn> columns;  ///< all of the table, in their order
  bool hasHeader = true;
  std::size_t headerRow = 0;  ///< index in TableGrid::rows; events begin behind it
  DateOrder order = DateOrder::Ask;
  char separator = 0;                             ///< 0: by evidence
  TextEncoding encoding = TextEncoding::Unknown;  ///< likewise

  bool operator==(const ColumnMap&) const = default;
};

/// JSON: {"style": "plain", "header": true, "dates": "day-first", "separator": ";", "encoding":
/// "windows-1250", "columns": [{"title": "Headline", "field": "title"}, {"title": "Host", "field": "actors",
/// "role": "host"}]}
[[nodiscard]] QByteArray columnMapJson(const ColumnMap& map);

/// ErrorKind::Invalid with what is wrong in it: no JSON, unknown words, a field twice. Unknown keys are let
/// pass. At most a megabyte.
[[nodiscard]] Result<ColumnMap> readColumnMap(const QByteArray& json);

/// A map kept from another table, for this one: columns are found by their titles (case, accents and signs do
/// not count), without a header by their number. Columns of the table that the map does not have are kept as
/// Other. ErrorKind::Invalid naming the columns that the map has and the table does not, but for those that
/// it ignores or does not understand.
[[nodiscard]] Result<ColumnMap> fitColumns(const ColumnMap& saved, const TableGrid& grid);

/// The titles of the row, "column 3" for empty ones; as many as the widest row of the table has cells.
[[nodiscard]] std::vector<std::string> titlesOf(const TableGrid& grid, bool hasHeader, std::size_t headerRow);

}  // namespace entente
