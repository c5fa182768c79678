// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as CSL-JSON: sources have titles, and what is written of them reads back with the same dates.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/check.h"
#include "core/exchange/csl_json.h"
#include "core/exchange/csl_json_writer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  const auto archive = readCslJson({reinterpret_cast<const char*>(data), size});
  if (!archive || archive->sources.empty()) return 0;
  for (const ForeignSource& source : archive->sources)
    check(!source.source.title.isEmpty(), "a source has a title");
  for (const ForeignSource& source : archive->sources) {
    ForeignArchive one;
    one.sources = {source};
    const WrittenFile file = writeCslJson(one);
    const auto back = readCslJson({file.bytes.constData(), static_cast<std::size_t>(file.bytes.size())});
    check(back && back->entries() == 1, "what is written is one work");
    if (back->sources.empty()) continue;
    check(back->sources.front().source.published == source.source.published, "dates stay as they are");
    check(back->sources.front().source.accessed == source.source.accessed, "dates stay as they are");
  }
  return 0;
}
