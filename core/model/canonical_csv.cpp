// SPDX-License-Identifier: GPL-3.0-or-later
// Quotes cells and orders rows the canonical way.
#include "core/model/canonical_csv.h"

#include <algorithm>

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

void sortCanonically(Records& records) {
  forEachTable([&records](const auto& table) {
    auto& rows = records.*table.rows;
    std::ranges::sort(rows, {}, [&table](const auto& row) { return table.uidOf(row); });
  });
}

}  // namespace entente
