// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as CSV: rows that follow each other up to the end, and those without problems come back from
// canonical CSV.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/check.h"
#include "core/exchange/csv_reader.h"
#include "core/model/canonical_csv.h"

namespace {

using namespace entente;

std::string canonical(const CsvRow& row) {
  std::string line;
  for (const CsvCell& cell : row.cells) {
    if (&cell != &row.cells.front()) line += ',';
    appendCsvCell(line, cell.text);
  }
  return line + '\n';
}

void checkSame(const CsvRow& row, const CsvRow& other) {
  check(other.problems.empty() && other.cells.size() == row.cells.size(), "canonical CSV has no problems");
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    check(row.cells[i].text == other.cells[i].text, "cells come back");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  CsvReader reader(bytes);
  CsvRow row;
  std::size_t end = 0;
  while (reader.next(row)) {
    check(row.offset == end && reader.offset() > end, "rows follow each other");
    check(!row.cells.empty() && (row.sound || !row.problems.empty()), "an unsound row has a problem");
    end = reader.offset();
    if (!row.problems.empty()) continue;
    const std::string line = canonical(row);
    if (line.starts_with("\xEF\xBB\xBF")) continue;  // a cell may begin so, a file may not
    CsvReader again(line);
    CsvRow same;
    check(again.next(same), "a row is a row");
    checkSame(row, same);
    check(!again.next(same), "and only one");
  }
  check(end == bytes.size(), "all bytes are read");
  return 0;
}
