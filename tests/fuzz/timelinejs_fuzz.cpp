// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a timeline of TimelineJS; what is read of them survives being written and read again.
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "core/exchange/timelinejs_json.h"
#include "core/exchange/timelinejs_slide.h"
#include "core/exchange/timelinejs_writer.h"
#include "tests/fuzz/foreign_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  const auto read = readTimelineJsJson({reinterpret_cast<const char*>(data), size});
  checkForeign(read);
  if (!read) return 0;
  const QByteArray bytes = writeTimelineJsJson(*read).bytes;
  const auto again = readTimelineJsJson({bytes.constData(), static_cast<std::size_t>(bytes.size())});
  std::size_t slides = 0;
  for (const ForeignEvent& event : read->events)
    slides += hasSlide(event) ? 1 : 0;
  check(again.has_value() || slides == 0, "what was written can be read");
  if (!again || again->events.size() != slides) {
    check(slides == 0, "as many entries as were written");
    return 0;
  }
  // Eras come behind the slides: dates are compared as sets.
  std::multiset<std::string> before;
  std::multiset<std::string> after;
  for (const ForeignEvent& event : read->events) {
    if (hasSlide(event))
      before.insert(event.when->edtf() + event.title.toStdString() + event.summary.toStdString());
  }
  for (const ForeignEvent& event : again->events)
    after.insert(event.when->edtf() + event.title.toStdString() + event.summary.toStdString());
  check(before == after, "the same entries");
  return 0;
}
