// SPDX-License-Identifier: GPL-3.0-or-later
// The archive's tables: schema 4. Schema 3 had no tags and no plain events, schema 2 no history and no pins
// of questions either, schema 1 no search index. Internal to core/archive.
#pragma once

#include <cstdint>
#include <string>

#include <SQLiteCpp/Database.h>

namespace entente {

/// "Ent1" in PRAGMA application_id (bytes 68..71 of the file, big-endian).
inline constexpr std::uint32_t kApplicationId = 0x456E7431;
/// PRAGMA user_version (bytes 60..63).
inline constexpr std::uint32_t kSchemaVersion = 4;
/// The oldest schema whose readers understand an archive of this one: those of schema 3 take an event of no
/// kind that they know for damage.
inline constexpr std::uint32_t kCompatibleVersion = 4;

/// Makes all tables of a version (1 to kSchemaVersion) in an empty database and sets both numbers. Throws
/// SQLite::Exception.
void createSchema(SQLite::Database& database, std::uint32_t version = kSchemaVersion);
/// What schema 3 has and schema 2 has not. There must be no table of pins. Whoever changes the columns of a
/// curated table in a later schema must change, or drop, the steps that were recorded of it. Throws
/// SQLite::Exception.
void addPinsAndSteps(SQLite::Database& database);
/// What schema 4 has and schema 3 has not. Throws SQLite::Exception.
void addTags(SQLite::Database& database);
/// The rule that nothing is pinned twice, and its absence while rows are put back one at a time: two pins may
/// have changed places. Throws SQLite::Exception.
void restrictPins(SQLite::Database& database);
void unrestrictPins(SQLite::Database& database);

/// Every object of the database's schema as one text, ordered by name. Of the tables that FTS5 makes for
/// itself the names alone: their definitions are the library's, and may differ between its versions. Throws
/// SQLite::Exception.
[[nodiscard]] std::string schemaText(SQLite::Database& database);
/// The same of a fresh archive of a version.
[[nodiscard]] const std::string& freshSchemaText(std::uint32_t version = kSchemaVersion);

/// PRAGMA user_version as SQLite sees it: a log beside the file may be ahead of the file's header.
[[nodiscard]] std::uint32_t schemaVersion(SQLite::Database& database);
void setSchemaVersion(SQLite::Database& database, std::uint32_t version);

}  // namespace entente
