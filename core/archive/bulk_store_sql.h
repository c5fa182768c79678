// SPDX-License-Identifier: GPL-3.0-or-later
// The bulk population: machine-coded events in time order, their dictionary and their column cache.
// Internal to core/archive; throws SQLite::Exception.
#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/dataset.h"
#include "core/model/records.h"

namespace entente {

inline constexpr std::int64_t kBulkChunkRows = 65'536;

/// Writes all bulk events into an archive that has none, rows in time order (earliestBegin, then key), and
/// their chunks.
[[nodiscard]] Result<void> writeBulkEvents(SQLite::Database& database, std::vector<BulkEvent> events,
                                           const Progress& progress);
/// Every bulk event, by the bytes of its uid (the decimal text of its key).
[[nodiscard]] Result<std::vector<BulkEvent>> readBulkEvents(SQLite::Database& database);
/// The numeric columns without masked rows: from the chunks, or row by row if a chunk is missing or the date
/// rule is newer.
[[nodiscard]] Result<BulkSegment> readBulkColumns(SQLite::Database& database);
/// Removes a batch with its events and makes the chunks anew. False if there is no such batch.
[[nodiscard]] Result<bool> removeBulkBatch(SQLite::Database& database, const BatchUid& batch);
/// One sentence a chunk whose rows no longer have its checksum, or whose columns are not its rows'.
[[nodiscard]] Result<std::vector<std::string>> verifyBulkChunks(SQLite::Database& database,
                                                                const Progress& progress);

}  // namespace entente
