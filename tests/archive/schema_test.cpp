// SPDX-License-Identifier: GPL-3.0-or-later
// The schema has a place for every column that the model describes, and links columns to the tables they
// name.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>

#include <set>

#include "core/archive/record_store_sql.h"
#include "core/archive/schema_sql.h"

namespace entente {
namespace {

std::set<std::string> columnsOf(SQLite::Database& database, const std::string& table) {
  SQLite::Statement query(database, "SELECT name FROM pragma_table_info('" + table + "')");
  std::set<std::string> names;
  while (query.executeStep())
    names.insert(query.getColumn(0).getString());
  return names;
}

TEST(Schema, HasAPlaceForEveryColumn) {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  createSchema(database);
  const std::set<std::string> event = columnsOf(database, "event");
  forEachTable([&](const auto& table) {
    if (table.id == TableId::BulkEvents) return;
    const std::set<std::string> own = columnsOf(database, std::string(sqlName(table.id)));
    ASSERT_FALSE(own.empty()) << sqlName(table.id);
    for (const auto& column : table.columns) {
      const bool list = column.type == CellType::UidList || column.type == CellType::ParticipantList ||
                        column.type == CellType::AdherentList || column.name == "speaker" ||
                        column.name == "tags";
      if (list) continue;
      const std::string name(column.name);
      EXPECT_TRUE(own.contains(name) || event.contains(name)) << sqlName(table.id) << "." << name;
    }
  });
}

TEST(Schema, SaysWhatItIs) {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  createSchema(database);
  EXPECT_EQ(database.execAndGet("PRAGMA application_id").getInt64(), kApplicationId);
  EXPECT_EQ(database.execAndGet("PRAGMA user_version").getInt64(), kSchemaVersion);
  EXPECT_EQ(schemaText(database), freshSchemaText());
}

TEST(Schema, TablesAreStrict) {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  createSchema(database);
  SQLite::Statement query(database,
                          "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 "
                          "AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%'");  // FTS5 makes its own
  EXPECT_FALSE(query.executeStep()) << query.getColumn(0).getString();
}

}  // namespace
}  // namespace entente
