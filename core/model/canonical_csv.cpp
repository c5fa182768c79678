// SPDX-License-Identifier: GPL-3.0-or-later
// Quotes cells and orders rows the canonical way.
#include "core/model/canonical_csv.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace entente {

void appendCsvCell(std::string& out, std::string_view cell) {
  const bool quoted =
      cell.find_first_of(",\"\r\n") != std::string_view::npos || cell.starts_with(' ') || cell.ends_with(' ');
  if (!quoted) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

namespace {

/// Uids are made once a row, not once a comparison.
template <class R>
void sortByUid(const RecordTable<R>& table, std::vector<R>& rows) {
  std::vector<std::pair<std::string, std::size_t>> order;
  order.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    order.emplace_back(table.uidOf(rows[i]), i);
  if (std::ranges::is_sorted(order)) return;
  std::ranges::sort(order);
  std::vector<R> sorted;
  sorted.reserve(rows.size());
  for (const auto& [uid, row] : order)
    sorted.push_back(std::move(rows[row]));
  rows = std::move(sorted);
}

}  // namespace

void sortCanonically(Records& records) {
  forEachTable([&records](const auto& table) { sortByUid(table, records.*table.rows); });
}

}  // namespace entente
