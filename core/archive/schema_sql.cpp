// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the tables of every schema, and the text by which a schema is compared with a fresh one.
#include "core/archive/schema_sql.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/core.h>

#include <vector>

#include "core/archive/schema_tables_sql.h"
#include "core/archive/search_sql.h"
#include "core/base/check.h"

namespace entente {

void createSchema(SQLite::Database& database, std::uint32_t version) {
  database.exec(fmt::format("PRAGMA application_id = {}", kApplicationId));
  setSchemaVersion(database, version);
  database.exec(kCommonTables);
  if (version >= 2) database.exec(searchTableSql(false, version));
  database.exec(
      "INSERT INTO meta(name, value) VALUES('compatible', '1'), ('last_key', '0'), ('revision', '1')");
  if (version >= 3) {
    addPinsAndSteps(database);
  } else {
    database.exec(kPinTable2);
  }
  if (version >= 4) addTags(database);
}

void addPinsAndSteps(SQLite::Database& database) {
  database.exec(kPinTable);
  restrictPins(database);
  database.exec(kStepTable);
  database.exec("UPDATE meta SET value = '3' WHERE name = 'compatible'");
  database.exec("INSERT INTO meta(name, value) VALUES('last_step', '0')");
}

void addTags(SQLite::Database& database) {
  database.exec(kTagTables);
  database.exec(fmt::format("UPDATE meta SET value = '{}' WHERE name = 'compatible'", kCompatibleVersion));
}

void restrictPins(SQLite::Database& database) {
  // NULL is like no other NULL: a pin of a question does not stand in the way of one of a field.
  database.exec("CREATE UNIQUE INDEX pin_field ON pin(subject, field)");
  database.exec("CREATE UNIQUE INDEX pin_question ON pin(subject, question)");
}

void unrestrictPins(SQLite::Database& database) {
  database.exec("DROP INDEX pin_field");
  database.exec("DROP INDEX pin_question");
}

std::string schemaText(SQLite::Database& database) {
  SQLite::Statement query(
      database,
      "SELECT type, name, CASE WHEN name GLOB 'search_*' THEN '' ELSE coalesce(sql, '') END "
      "FROM sqlite_schema ORDER BY type, name");
  std::string text;
  while (query.executeStep()) {
    for (int column = 0; column < 3; ++column)
      text += query.getColumn(column).getString() + '\n';
  }
  return text;
}

const std::string& freshSchemaText(std::uint32_t version) {
  static const std::vector<std::string> texts = [] {
    std::vector<std::string> made;
    for (std::uint32_t number = 1; number <= kSchemaVersion; ++number) {
      SQLite::Database memory(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
      createSchema(memory, number);
      made.push_back(schemaText(memory));
    }
    return made;
  }();
  check(version >= 1 && version <= kSchemaVersion, "every schema has a text");
  return texts[version - 1];
}

std::uint32_t schemaVersion(SQLite::Database& database) {
  return database.execAndGet("PRAGMA user_version").getUInt();
}

void setSchemaVersion(SQLite::Database& database, std::uint32_t version) {
  database.exec(fmt::format("PRAGMA user_version = {}", version));
}

}  // namespace entente
