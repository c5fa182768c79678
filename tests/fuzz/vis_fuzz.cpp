// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as items of vis-timeline.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/exchange/vis_json.h"
#include "tests/fuzz/foreign_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  entente::checkForeign(entente::readVisJson({reinterpret_cast<const char*>(data), size}));
  return 0;
}
