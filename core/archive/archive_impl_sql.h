// SPDX-License-Identifier: GPL-3.0-or-later
// What an open Archive holds. Internal to core/archive.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <filesystem>
#include <optional>

#include "core/archive/archive.h"

namespace entente {

struct Archive::Impl {
  std::filesystem::path path;
  Access access = Access::ReadOnly;
  bool writable = false;
  mutable SQLite::Database database;
  /// Set while a search index of this connection's own is in memory: the state of the file that it was made
  /// of.
  mutable std::optional<std::int64_t> indexInMemory = std::nullopt;
};

}  // namespace entente
