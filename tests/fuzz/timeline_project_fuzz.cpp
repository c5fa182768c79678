// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a file of The Timeline Project.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/exchange/timeline_project.h"
#include "tests/fuzz/foreign_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  entente::checkForeign(entente::readTimelineProject({reinterpret_cast<const char*>(data), size}));
  return 0;
}
