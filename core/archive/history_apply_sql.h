// SPDX-License-Identifier: GPL-3.0-or-later
// Changesets as SQLite's session extension reads them: looked through, turned round, put into the tables. An
// archive may come from a stranger, and so may its changesets. Internal to core/archive; throws
// SQLite::Exception.
#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace entente {

/// The bytes that the library gave out; frees them.
[[nodiscard]] std::string takeBuffer(void* bytes, int size);

/// Why these bytes are no changeset of the tables of recordedTables(), as they are now; empty if they are
/// one.
[[nodiscard]] std::string whyNoChangeset(SQLite::Database& database, std::string_view changeset);

enum class Direction { Undo, Redo };

/// Puts a changeset into the recorded tables, or takes it out of them: whole, or not at all. It must have
/// been looked through. Empty if it fitted, else why not. Within a transaction. The derived columns of
/// `event` may be other ones than when it was recorded, and are not right afterwards.
[[nodiscard]] std::string applyChangeset(SQLite::Database& database, std::string changeset,
                                         Direction direction);

}  // namespace entente
