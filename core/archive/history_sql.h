// SPDX-License-Identifier: GPL-3.0-or-later
// The history: a changeset of SQLite's session extension for every change of the curated tables, kept in the
// archive. Internal to core/archive; throws SQLite::Exception.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/archive/archive.h"

struct sqlite3_session;

namespace entente {

/// The tables whose changes are recorded: everything that is curated, nothing that is derived, of the bulk
/// population, or of the archive's own. Rows that go when another one goes (ON DELETE CASCADE) stand before
/// it: a changeset is put back in this order, and what was removed first is not missed.
[[nodiscard]] std::span<const char* const> recordedTables();

/// Records what its connection does to the curated tables while it lives.
class ChangeRecorder {
 public:
  explicit ChangeRecorder(SQLite::Database& database);

  /// All in all, whatever happened in between; empty if the rows are as they were.
  [[nodiscard]] std::string changeset() const;

 private:
  struct Delete {
    void operator()(sqlite3_session* session) const noexcept;
  };
  SQLite::Database& m_database;
  std::unique_ptr<sqlite3_session, Delete> m_session;
};

/// Drops the steps that are undone, and adds one that holds.
void addStep(SQLite::Database& database, const QString& title, const std::string& changeset);

/// Oldest first. ErrorKind::Damaged for a time that is none.
[[nodiscard]] Result<std::vector<HistoryStep>> readSteps(SQLite::Database& database);

/// Undoes or redoes until the step is the last one that holds; 0 is before all of them. Records and marks
/// alone: what is derived is the caller's. False if there was nothing to do. ErrorKind::NotFound if there is
/// no such step; Damaged if a step on the way is not as it was recorded, or does not fit the records.
[[nodiscard]] Result<bool> moveToStep(SQLite::Database& database, std::int64_t number);

/// What is wrong with the steps, one sentence each. O(history).
[[nodiscard]] std::vector<std::string> verifySteps(SQLite::Database& database);

/// ErrorKind::Damaged if there is none.
[[nodiscard]] Result<std::uint64_t> readRevision(SQLite::Database& database);

}  // namespace entente
