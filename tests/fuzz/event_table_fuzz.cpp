// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a table of events: every row is an event or refused, and our own table comes back as it went.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/check.h"
#include "core/exchange/event_table.h"
#include "core/exchange/event_table_writer.h"
#include "core/exchange/loose_grid.h"

namespace {

using namespace entente;

void checkWhole(const TableGrid& grid, const ColumnMap& map, DateOrder order) {
  EventTableOptions options;
  options.order = order;
  const auto import = readEventTable(grid, map, options);
  if (!import) return;
  const std::size_t header = map.hasHeader ? map.headerRow + 1 : 0;
  const std::size_t titleSlide =
      import->archive.title.isEmpty() && import->archive.description.isEmpty() ? 0 : 1;
  check(import->archive.entries() + titleSlide + header == grid.rows.size(), "each row is an entry");
  for (const ForeignEvent& event : import->archive.events)
    check(!event.title.isEmpty(), "an event has a title");
  const WrittenFile file = writeEventCsv(import->archive);
  GridOptions ours;
  ours.separator = ',';
  const auto again =
      readLooseGrid({file.bytes.constData(), static_cast<std::size_t>(file.bytes.size())}, ours);
  check(again.has_value(), "our own table can be read");
  const TableGuess guess = guessEventTable(again->grid);
  check(guess.map.style == SheetStyle::Entente, "our own table is known");
  const auto events = readEventTable(again->grid, guess.map);
  check(events && events->archive.events.size() == import->archive.events.size(), "no event is lost");
  for (std::size_t i = 0; i < events->archive.events.size(); ++i)
    check(events->archive.events[i].when == import->archive.events[i].when, "dates come back as they went");
  (void)writeTimelineJsSheet(import->archive);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto table = readLooseGrid({reinterpret_cast<const char*>(data), size});
  if (!table) return 0;
  const TableGuess guess = guessEventTable(table->grid);
  checkWhole(table->grid, guess.map, DateOrder::Ask);
  checkWhole(table->grid, guess.map, DateOrder::MonthFirst);
  if (guess.map.columns.empty()) return 0;
  const auto map = readColumnMap(columnMapJson(guess.map));
  check(map.has_value(), "a map can be read back");
  (void)fitColumns(*map, table->grid);
  return 0;
}
