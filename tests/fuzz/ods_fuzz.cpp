// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the main part of ODS: rows and cells stand in their order, within the caps.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/check.h"
#include "core/exchange/ods_grid.h"
#include "tests/exchange/stored_zip.h"

namespace {

using namespace entente;

void checkGrids(std::string_view bytes) {
  GridCaps caps;
  caps.cells = 100'000;
  caps.unpackedBytes = std::uint64_t{16} << 20U;
  const auto grids = readOdsGrids(bytes, caps);
  if (!grids) return;
  for (const TableGrid& grid : *grids) {
    std::int64_t before = 0;
    for (const GridRow& row : grid.rows) {
      check(row.line > before, "rows stand in their order");
      before = row.line;
      check(!row.cells.empty() && !row.cells.back().text.empty(), "a row ends with a text");
      check(row.cells.size() <= static_cast<std::size_t>(caps.columns), "a row keeps within the caps");
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  checkGrids(bytes);
  checkGrids(test::smallOds(bytes));
  return 0;
}
