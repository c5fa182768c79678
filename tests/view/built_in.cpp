// SPDX-License-Identifier: GPL-3.0-or-later
// Makes an archive of the bundle and reads it.
#include "tests/view/built_in.h"

#include <gtest/gtest.h>

#include "core/exchange/bundle_reader.h"
#include "tests/support/temporary_folder.h"

namespace entente::test {

const Records& builtInRecords() {
  static const Records records = readBundle(ENTENTE_SOURCE_DIR "/resources/archive")->records;
  return records;
}

const std::shared_ptr<const Snapshot>& builtIn() {
  static const std::shared_ptr<const Snapshot> snapshot = [] {
    const TemporaryFolder folder;
    EXPECT_TRUE(Archive::create(folder / "a.entente", builtInRecords(), false).has_value());
    return std::make_shared<const Snapshot>(
        *loadSnapshot(*Archive::open(folder / "a.entente", Access::ReadOnly)));
  }();
  return snapshot;
}

}  // namespace entente::test
