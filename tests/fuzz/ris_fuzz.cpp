// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as references in RIS: each is a source with a title, or refused.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/check.h"
#include "core/exchange/ris.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  const auto archive = readRis({reinterpret_cast<const char*>(data), size});
  if (!archive) return 0;
  check(archive->entries() > 0, "without references it is refused");
  for (const ForeignSource& source : archive->sources) {
    check(!source.source.title.isEmpty(), "a source has a title");
    check(source.place.line > 0, "a source has a place");
  }
  return 0;
}
