// SPDX-License-Identifier: GPL-3.0-or-later
// Puts, removes and reads curated records, one piece of code for every table of core/model/record_tables.h.
// Internal to core/archive; throws SQLite::Exception.
#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string_view>
#include <vector>

#include "core/archive/statements_sql.h"
#include "core/base/result.h"
#include "core/model/record_tables.h"

namespace entente {

/// The name of a table in the database: the singular of the bundle's ("claims" -> "claim"). Of bulk events
/// "bulk_event", of events "plain_event".
[[nodiscard]] std::string_view sqlName(TableId table);

/// Inserts the row, or replaces the one with its uid (of an event the key stays). Lists are replaced whole.
template <class R>
void putRecord(Statements& statements, const R& row);

/// Whether there was such a row. Foreign keys decide at the end of the transaction whether it could go.
bool removeRecord(SQLite::Database& database, TableId table, const Uid& uid);

/// Every row by the bytes of its uid. ErrorKind::Damaged, naming table, row and column, for a value that the
/// model refuses.
template <class R>
[[nodiscard]] Result<std::vector<R>> readRecords(SQLite::Database& database);

/// One row, or none.
template <class R>
[[nodiscard]] Result<std::optional<R>> readRecord(SQLite::Database& database, const Uid& uid);

/// Whether the uid is that of an event of another table.
[[nodiscard]] bool isOtherKind(Statements& statements, TableId table, const Uid& uid);

/// Every table but the bulk events.
[[nodiscard]] Result<Records> readCuratedRecords(SQLite::Database& database);

}  // namespace entente
