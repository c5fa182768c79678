// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a file, and as the main part of XLSX.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/exchange/xlsx_grid.h"
#include "tests/exchange/stored_zip.h"
#include "tests/fuzz/grid_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  checkGrids(readXlsxGrids(bytes, fuzzCaps()));
  checkGrids(readXlsxGrids(test::smallXlsx(bytes), fuzzCaps()));
  return 0;
}
