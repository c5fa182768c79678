// SPDX-License-Identifier: GPL-3.0-or-later
// The search index: one full-text row an event, filled in one place for files and for memory. Internal to
// core/archive; throws SQLite::Exception.
#pragma once

#include <SQLiteCpp/Database.h>

#include <set>
#include <string>
#include <vector>

#include "core/archive/schema_sql.h"
#include "core/base/result.h"
#include "core/model/uids.h"

namespace entente {

/// Goes up when what the index holds, or how, changes: older indexes are then made anew.
inline constexpr int kSearchRuleVersion = 2;  // 2: tags

/// The statement that makes the empty table `search`, in the file or (`temporary`) beside it.
/// Before schema 4 beginnings of three letters had an index of their own; they are found as fast without it,
/// and it took a fifth of the time of an import.
[[nodiscard]] std::string searchTableSql(bool temporary = false, std::uint32_t version = kSchemaVersion);

/// Fills an empty table `search`, whichever SQLite finds first under that name, with all events.
void fillSearch(SQLite::Database& database);
/// Records that the file's index was made by the rule of this program.
void storeSearchRule(SQLite::Database& database);
/// Makes the file's index anew, with its rule. Works on an index that is damaged, too.
void rebuildSearch(SQLite::Database& database);
/// Makes the rows of these events anew, and drops those of events that are gone.
void refreshSearch(SQLite::Database& database, const std::set<Uid>& events);

/// Whether the file has an index that was made by the rule of this program.
[[nodiscard]] bool searchIsCurrent(SQLite::Database& database);
/// What is wrong with the file's index, one sentence each: compares its texts with the records, and its words
/// with its texts. Does not write; O(index).
[[nodiscard]] std::vector<std::string> verifySearch(SQLite::Database& database);

/// Makes the SQL function first_column(search) known to a connection: the number of the first column in which
/// anything of the row's match was found.
void addSearchFunctions(SQLite::Database& database);

}  // namespace entente
