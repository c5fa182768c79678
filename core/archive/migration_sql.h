// SPDX-License-Identifier: GPL-3.0-or-later
// Brings an archive of an older schema up to date, forward only, after a backup beside it. Internal to
// core/archive; throws SQLite::Exception.
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>

#include "core/base/result.h"

namespace entente {

/// In one transaction, during which nobody else can write: a copy of the file as it is, named
/// "name.entente.v1-backup" (with a number if that is taken), then the steps to kSchemaVersion. Does nothing
/// to an archive of this schema. Errors leave the file as it was; the backup, if it was made, stays.
[[nodiscard]] Result<void> migrate(SQLite::Database& database, const std::filesystem::path& path);

}  // namespace entente
