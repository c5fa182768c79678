// SPDX-License-Identifier: GPL-3.0-or-later
// What every change ends with: the rules of the model, then all that is derived from the records. Internal to
// core/archive; throws SQLite::Exception.
#pragma once

#include <SQLiteCpp/Database.h>

#include <set>

#include "core/base/result.h"
#include "core/model/record_tables.h"

namespace entente {

/// What a transaction has touched, for all that is derived.
struct Touched {
  std::set<TableId> tables;  ///< whose digests are no longer right
  std::set<Uid> dated;       ///< events whose dates may have changed
  std::set<Uid> worded;      ///< events whose words may have changed; those of `dated` are not repeated
};

/// Everything that is curated, once all changes of a transaction are in and the rules of the model hold.
/// ErrorKind::Invalid with the first rule that does not. O(archive).
[[nodiscard]] Result<Records> checkWhole(SQLite::Database& database);

/// Makes dates, search index and digests anew where they were touched, and raises the revision. `records` are
/// those of the database.
[[nodiscard]] Result<void> refreshDerived(SQLite::Database& database, const Records& records,
                                          Touched touched);
/// The same of everything that is curated. O(archive).
[[nodiscard]] Result<void> refreshAllDerived(SQLite::Database& database, const Records& records);

}  // namespace entente
