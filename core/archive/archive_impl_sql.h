// SPDX-License-Identifier: GPL-3.0-or-later
// What an open Archive holds. Internal to core/archive.
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>

#include "core/archive/archive.h"

namespace entente {

struct Archive::Impl {
  std::filesystem::path path;
  Access access = Access::ReadOnly;
  bool writable = false;
  std::uint32_t version = 0;
  mutable SQLite::Database database;
};

}  // namespace entente
