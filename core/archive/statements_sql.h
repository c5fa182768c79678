// SPDX-License-Identifier: GPL-3.0-or-later
// Statements: prepared statements that are kept while many rows are written. Internal to core/archive.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <memory>
#include <string>
#include <unordered_map>

namespace entente {

/// The database must outlive it. Throws SQLite::Exception.
class Statements {
 public:
  explicit Statements(SQLite::Database& database) : m_database(database) {}

  [[nodiscard]] SQLite::Database& database() const { return m_database; }
  /// The statement of this text, prepared at its first use, with nothing bound. It stays good until the next
  /// call with the same text.
  [[nodiscard]] SQLite::Statement& of(const std::string& sql) {
    std::unique_ptr<SQLite::Statement>& kept = m_kept[sql];
    if (kept) {
      kept->reset();
      kept->clearBindings();
    } else {
      kept = std::make_unique<SQLite::Statement>(m_database, sql);
    }
    return *kept;
  }

 private:
  SQLite::Database& m_database;
  std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> m_kept;
};

}  // namespace entente
