// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that the C interface of the session extension needs around it.
#include "core/archive/history_apply_sql.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/core.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include "core/archive/changeset_format.h"
#include "core/archive/event_dates_sql.h"
#include "core/archive/history_sql.h"

namespace entente {

namespace {

bool isRecorded(std::string_view table) {
  return std::ranges::any_of(recordedTables(), [&](std::string_view one) { return one == table; });
}

/// For each column whether it is of the primary key.
std::vector<bool> keyColumns(SQLite::Database& database, const std::string& table) {
  SQLite::Statement query(database, "SELECT pk FROM pragma_table_info(?) ORDER BY cid");
  query.bind(1, table);
  std::vector<bool> keys;
  while (query.executeStep())
    keys.push_back(query.getColumn(0).getInt() != 0);
  return keys;
}

bool areEqual(sqlite3_value* a, sqlite3_value* b) {
  const int type = sqlite3_value_type(a);
  if (type != sqlite3_value_type(b)) return false;
  if (type == SQLITE_NULL) return true;
  if (type == SQLITE_INTEGER) return sqlite3_value_int64(a) == sqlite3_value_int64(b);
  const int size = sqlite3_value_bytes(a);
  return size == sqlite3_value_bytes(b) &&
         (size == 0 ||
          std::memcmp(sqlite3_value_blob(a), sqlite3_value_blob(b), static_cast<std::size_t>(size)) == 0);
}

/// What the callbacks of one application share.
struct Application {
  std::vector<int> derived;  ///< numbers of the derived columns of `event`
  std::string problem;       ///< the first thing that did not fit
};

/// Whether a row of `event` differs from what the changeset expects in derived columns alone.
bool differsInDerived(sqlite3_changeset_iter* change, int columns, const Application& application) {
  for (int column = 0; column < columns; ++column) {
    if (std::ranges::find(application.derived, column) != application.derived.end()) continue;
    sqlite3_value* expected = nullptr;
    sqlite3_value* there = nullptr;
    if (sqlite3changeset_old(change, column, &expected) != SQLITE_OK ||
        sqlite3changeset_conflict(change, column, &there) != SQLITE_OK || there == nullptr)
      return false;
    if (expected != nullptr && !areEqual(expected, there)) return false;  // none: the column is not changed
  }
  return true;
}

int acceptTable(void*, const char* table) {
  return isRecorded(table) ? 1 : 0;
}

int onConflict(void* context, int kind, sqlite3_changeset_iter* change) {
  Application& application = *static_cast<Application*>(context);
  if (kind == SQLITE_CHANGESET_FOREIGN_KEY) {
    application.problem = "a record would point at nothing";
    return SQLITE_CHANGESET_ABORT;
  }
  const char* table = "";
  int columns = 0, operation = 0, indirect = 0;
  sqlite3changeset_op(change, &table, &columns, &operation, &indirect);
  if (kind == SQLITE_CHANGESET_DATA && std::string_view(table) == "event" &&
      differsInDerived(change, columns, application))
    return SQLITE_CHANGESET_REPLACE;
  const char* what = kind == SQLITE_CHANGESET_NOTFOUND   ? "is missing"
                     : kind == SQLITE_CHANGESET_CONFLICT ? "is there already"
                     : kind == SQLITE_CHANGESET_DATA     ? "is not as the history says"
                                                         : "breaks a rule of its table";
  application.problem = fmt::format("a row of table {} {}", table, what);
  return SQLITE_CHANGESET_ABORT;
}

std::string inverse(std::string changeset) {
  int size = 0;
  void* bytes = nullptr;
  const int status =
      sqlite3changeset_invert(static_cast<int>(changeset.size()), changeset.data(), &size, &bytes);
  std::string inverted = takeBuffer(bytes, size);
  if (status != SQLITE_OK) throw SQLite::Exception("the changeset cannot be inverted", status);
  return inverted;
}

std::vector<int> derivedColumns(SQLite::Database& database) {
  std::vector<int> numbers;
  SQLite::Statement query(database, "SELECT cid, name FROM pragma_table_info('event')");
  while (query.executeStep()) {
    const std::string name = query.getColumn(1).getString();
    if (std::ranges::find(kDerivedEventColumns, name) != kDerivedEventColumns.end())
      numbers.push_back(query.getColumn(0).getInt());
  }
  return numbers;
}

}  // namespace

std::string takeBuffer(void* bytes, int size) {
  const std::unique_ptr<void, decltype(&sqlite3_free)> owner(bytes, &sqlite3_free);
  return bytes == nullptr ? std::string()
                          : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

std::string whyNoChangeset(SQLite::Database& database, std::string_view changeset) {
  const auto tables = tablesOfChangeset(changeset);
  if (!tables) return "it is no changeset";
  for (const ChangesetTable& table : *tables) {
    if (!isRecorded(table.name)) return fmt::format("it changes table {}, which has no history", table.name);
    if (table.isKey != keyColumns(database, table.name))
      return fmt::format("it is of a table {} with other columns", table.name);
  }
  return {};
}

std::string applyChangeset(SQLite::Database& database, std::string changeset, Direction direction) {
  if (direction == Direction::Undo) changeset = inverse(std::move(changeset));
  Application application{derivedColumns(database), {}};
  const int status = sqlite3changeset_apply(database.getHandle(), static_cast<int>(changeset.size()),
                                            changeset.data(), acceptTable, onConflict, &application);
  if (status != SQLITE_OK && !application.problem.empty()) return application.problem;
  if (status != SQLITE_OK) throw SQLite::Exception(database.getHandle(), status);
  return {};
}

}  // namespace entente
