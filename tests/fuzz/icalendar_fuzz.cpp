// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a calendar: entries are whole, and what is written of them reads back with the same dates.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/check.h"
#include "core/exchange/icalendar.h"
#include "core/exchange/icalendar_writer.h"
#include "core/time/civil.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  CalendarOptions options;
  options.mostOccurrences = 50;
  for (const bool spans : {false, true}) {
    if (spans) options.span = TimeSpan{startOfYear(2000), startOfYear(2030)};
    const auto archive = readICalendar(bytes, options);
    if (!archive) return 0;
    for (const ForeignEvent& event : archive->events) {
      check(!event.title.isEmpty(), "an event has a title");
      check(event.latitude.has_value() == event.longitude.has_value(), "a place has two numbers");
    }
    const WrittenFile file = writeICalendar(*archive, Instant{});
    const auto back = readICalendar({file.bytes.constData(), static_cast<std::size_t>(file.bytes.size())});
    check(back.has_value(), "what is written is a calendar");
    std::size_t next = 0;
    for (const ForeignEvent& event : archive->events) {
      if (!event.when || next == back->events.size()) continue;
      if (back->events[next].when == event.when) ++next;
    }
    check(next == back->events.size(), "dates stay as they are");
  }
  return 0;
}
