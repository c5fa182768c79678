// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/column_look.h"

#include <algorithm>
#include <set>

#include "core/exchange/column_dates.h"
#include "core/exchange/numeric_dates.h"
#include "core/exchange/published_text.h"

namespace entente {

namespace {

constexpr std::size_t kLookedAt = 300;  ///< rows

}  // namespace

bool looksLikeNumber(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.,-+% eE$€£") == std::string_view::npos &&
         text.find_first_of("0123456789") != std::string_view::npos;
}

bool looksLikeLink(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.");
}

ColumnLook lookOf(const TableGrid& grid, std::size_t begin, std::size_t column) {
  ColumnLook look;
  std::set<std::string_view> different;
  std::size_t unknown = 0;  // "unknown", "TBD": no dates, but in a column of dates
  for (std::size_t i = begin; i < std::min(grid.rows.size(), begin + kLookedAt); ++i) {
    const GridRow& row = grid.rows[i];
    if (column >= row.cells.size() || isMissing(row.cells[column].text)) continue;
    const std::string_view text = row.cells[column].text;
    ++look.filled;
    unknown += isNoDate(text) ? 1 : 0;
    look.dates += looksLikeDate(text) && !isNoDate(text) ? 1 : 0;
    const auto whole = readWhole(text);
    look.years += whole && *whole >= -9'999 && *whole <= 2'200 ? 1 : 0;
    look.centuries += whole && (*whole < 0 || *whole >= 100) ? 1 : 0;
    look.epochs += whole && ((*whole > 100'000'000 && *whole < 10'000'000'000) ||
                             (*whole > 100'000'000'000 && *whole < 10'000'000'000'000))
                       ? 1
                       : 0;
    look.bareYears += whole && *whole >= 1'000 && *whole <= 2'200 ? 1 : 0;
    look.links += looksLikeLink(text) ? 1 : 0;
    look.numbers += looksLikeNumber(text) ? 1 : 0;
    look.length += static_cast<double>(text.size());
    different.insert(text);
  }
  if (look.filled == 0) return look;
  const auto all = static_cast<double>(look.filled);
  look.different = static_cast<double>(different.size()) / all;
  for (double* share : {&look.dates, &look.years, &look.centuries, &look.epochs, &look.bareYears, &look.links,
                        &look.numbers, &look.length})
    *share /= all;
  if (unknown < look.filled) look.dates *= all / (all - static_cast<double>(unknown));
  look.dates = std::min(look.dates, 1.0);
  return look;
}

}  // namespace entente
