// SPDX-License-Identifier: GPL-3.0-or-later
// What single cells of tables of events hold: lists, links, works, coordinates.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/column_map.h"
#include "core/exchange/foreign_archive.h"
#include "core/exchange/table_grid.h"

namespace entente {

/// UTF-8 as plain text: HTML gone (see plainText()) unless `raw`. No spaces around it.
[[nodiscard]] QString textOf(std::string_view utf8, bool raw);

/// Parted by ; or | or line ends; by commas if there are none of these and `commas` says so. No empty ones.
[[nodiscard]] std::vector<std::string> partsOf(std::string_view text, bool commas);

/// Our own lists: parted by ';', where "\;" and "\\" stand for themselves and "\n" for a line end.
[[nodiscard]] std::vector<std::string> partsOfOwn(std::string_view text);
/// The opposite, for one part.
[[nodiscard]] std::string escapedPart(std::string_view text);

/// All http, https and ftp addresses ("www." too, with http:// in front), without the full stop or bracket
/// behind them.
[[nodiscard]] std::vector<std::string> linksIn(std::string_view text);

/// The works that a cell names: every link of a cell of links, "Title (link)" and "Title <link>", line by
/// line where lines have links; else one work without link. Works without a title have their link as title.
[[nodiscard]] std::vector<ForeignSource> worksIn(std::string_view text, TablePlace place, bool raw);

/// Columns of links in the order of the titles whose names theirs begin with ("Source", "Source URL"); the
/// others where there is room, then behind. Null beside titles that are left without one.
using MappedColumns = std::vector<const MappedColumn*>;
[[nodiscard]] MappedColumns besideTitles(const MappedColumns& links, const MappedColumns& titles);

/// A work and its link in two cells, either of which may be null: one work if each holds one, else all.
[[nodiscard]] std::vector<ForeignSource> linkedWorks(const GridCell* title, const GridCell* link, bool raw);

/// "48.8566", "48,8566"; nothing beyond ±most.
[[nodiscard]] std::optional<Decimal> degreesOf(std::string_view text, double most);

struct LatLong {
  Decimal latitude;
  Decimal longitude;
};
/// "48.85, 2.35", "48.85 2.35", "POINT(2.35 48.85)" (longitude first).
[[nodiscard]] std::optional<LatLong> coordinatesOf(std::string_view text);

/// The beginning of a long text that can serve as a title: its first line or sentence, at most 160
/// characters.
[[nodiscard]] QString titleFrom(const QString& text);

inline constexpr qsizetype kLongestTitle = 240;  ///< longer ones go on in the summary

}  // namespace entente
