// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a list in JSON: a grid within the caps, and what becomes of it as a table of events.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/exchange/event_table.h"
#include "core/exchange/json_grid.h"
#include "tests/fuzz/foreign_checks.h"
#include "tests/fuzz/grid_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto table = readJsonGrid(bytes, fuzzCaps());
  if (!table) {
    check(!table.error().message.empty(), "a refusal says why");
    return 0;
  }
  checkGrids(std::vector{table->grid});
  const TableGuess guess = guessEventTable(table->grid);
  if (!guess.problem.empty()) return 0;
  const auto import = readEventTable(table->grid, guess.map);
  if (import) checkForeign(import->archive);
  return 0;
}
