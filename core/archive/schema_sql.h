// SPDX-License-Identifier: GPL-3.0-or-later
// The archive's tables: schema 1. Internal to core/archive.
#pragma once

#include <cstdint>
#include <string>

#include <SQLiteCpp/Database.h>

namespace entente {

/// "Ent1" in PRAGMA application_id (bytes 68..71 of the file, big-endian).
inline constexpr std::uint32_t kApplicationId = 0x456E7431;
/// PRAGMA user_version (bytes 60..63).
inline constexpr std::uint32_t kSchemaVersion = 1;

/// Makes all tables in an empty database and sets both numbers. Throws SQLite::Exception.
void createSchema(SQLite::Database& database);

/// Every object of the database's schema as one text, ordered by name. Throws SQLite::Exception.
[[nodiscard]] std::string schemaText(SQLite::Database& database);
/// The same of a fresh archive of this version.
[[nodiscard]] const std::string& freshSchemaText();

}  // namespace entente
