// SPDX-License-Identifier: GPL-3.0-or-later
// Quotes cells.
#include "core/exchange/csv_cells.h"

namespace entente {

namespace {

bool needsQuotes(std::string_view cell) {
  if (cell.empty()) return false;
  if (std::string_view("=+-@ \t").find(cell.front()) != std::string_view::npos || cell.back() == ' ')
    return true;
  return cell.find_first_of(",\"\r\n") != std::string_view::npos;
}

}  // namespace

void appendCsvRow(QByteArray& bytes, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) bytes += ',';
    const std::string& cell = cells[i];
    if (!needsQuotes(cell)) {
      bytes.append(cell.data(), static_cast<qsizetype>(cell.size()));
      continue;
    }
    bytes += '"';
    for (const char c : cell) {
      if (c == '"') bytes += '"';
      bytes += c;
    }
    bytes += '"';
  }
  bytes += '\n';
}

}  // namespace entente
