// SPDX-License-Identifier: GPL-3.0-or-later
// ColumnLook: what the cells of a column look like, for guessing what it holds.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/exchange/table_grid.h"

namespace entente {

/// What the cells of a column look like; shares of those that are not empty.
struct ColumnLook {
  std::size_t filled = 0;
  double dates = 0;
  double years = 0;      ///< whole numbers that may be years
  double centuries = 0;  ///< whole numbers of at least 100, or below 0
  double epochs = 0;     ///< seconds or milliseconds since 1970, of this century or the last decades
  double bareYears = 0;  ///< whole numbers of 1000 to 2200: years, or anything else
  double links = 0;
  double numbers = 0;
  double length = 0;  ///< in bytes, on average
  double different = 0;
};

/// Of the first 300 rows from `begin` on. O(rows looked at).
[[nodiscard]] ColumnLook lookOf(const TableGrid& grid, std::size_t begin, std::size_t column);

/// Figures with what stands in and around them: "1,250.50", "12 %", "$5".
[[nodiscard]] bool looksLikeNumber(std::string_view text);
[[nodiscard]] bool looksLikeLink(std::string_view text);

}  // namespace entente
