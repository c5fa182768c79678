// SPDX-License-Identifier: GPL-3.0-or-later
// The canonical CSV text of a table: what bundles contain and what digests are computed over.
#pragma once

#include <string>
#include <string_view>

#include "core/model/record_tables.h"

namespace entente {

/// Appends one cell: quoted only if it holds a comma, a quote, CR or LF, or begins or ends with a space (RFC
/// 4180).
void appendCsvCell(std::string& out, std::string_view cell);

/// The header line, ended by LF.
template <class R>
[[nodiscard]] std::string csvHeader(const RecordTable<R>& table) {
  std::string line;
  for (const Column<R>& column : table.columns) {
    if (!line.empty()) line += ',';
    appendCsvCell(line, column.name);
  }
  return line + '\n';
}

/// Appends one row, ended by LF.
template <class R>
void appendCsvRow(std::string& out, const RecordTable<R>& table, const R& row) {
  bool first = true;
  for (const Column<R>& column : table.columns) {
    if (!first) out += ',';
    first = false;
    appendCsvCell(out, column.get(row));
  }
  out += '\n';
}

/// Sorts every table by the bytes of its uids: the order of bundles, archives and digests.
void sortCanonically(Records& records);

}  // namespace entente
