// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the bundle in resources/archive.
#include "tests/analysis/built_in.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/base/check.h"
#include "core/exchange/bundle_reader.h"

namespace entente::test {

const Records& builtIn() {
  static const Records records = [] {
    auto reading = readBundle(ENTENTE_SOURCE_DIR "/resources/archive");
    EXPECT_TRUE(reading.has_value() && reading->problems.empty());
    return reading ? std::move(reading->records) : Records{};
  }();
  return records;
}

const Pledge& builtInPledge(std::string_view uid) {
  const auto& pledges = builtIn().pledges;
  const auto found =
      std::ranges::find_if(pledges, [uid](const Pledge& pledge) { return pledge.event.uid.value == uid; });
  check(found != pledges.end(), "the built-in archive has this pledge");
  return *found;
}

}  // namespace entente::test
