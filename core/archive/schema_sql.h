// SPDX-License-Identifier: GPL-3.0-or-later
// The archive's tables: schema 2, which is schema 1 with a search index. Internal to core/archive.
#pragma once

#include <cstdint>
#include <string>

#include <SQLiteCpp/Database.h>

namespace entente {

/// "Ent1" in PRAGMA application_id (bytes 68..71 of the file, big-endian).
inline constexpr std::uint32_t kApplicationId = 0x456E7431;
/// PRAGMA user_version (bytes 60..63).
inline constexpr std::uint32_t kSchemaVersion = 2;
/// The oldest schema whose readers understand an archive of this one: they do not look for an index.
inline constexpr std::uint32_t kCompatibleVersion = 1;

/// Makes all tables of a version (1 or kSchemaVersion) in an empty database and sets both numbers. Throws
/// SQLite::Exception.
void createSchema(SQLite::Database& database, std::uint32_t version = kSchemaVersion);

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
