// SPDX-License-Identifier: GPL-3.0-or-later
// Connection settings and error sentences.
#include "core/archive/database_sql.h"

#include <SQLiteCpp/Backup.h>
#include <fmt/core.h>
#include <sqlite3.h>

namespace entente {

namespace {

constexpr int kBusyTimeoutMs = 2000;

}  // namespace

void makeSafe(SQLite::Database& database) {
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  database.setBusyTimeout(kBusyTimeoutMs);
  database.exec("PRAGMA foreign_keys = ON");
  database.exec("PRAGMA cell_size_check = ON");
}

Result<void> copyDatabase(SQLite::Database& from, const std::filesystem::path& to, const Progress& progress) {
  SQLite::Database copy(to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  SQLite::Backup backup(copy, from);
  constexpr int kPagesAStep = 1024;
  for (int state = SQLITE_OK; (state = backup.executeStep(kPagesAStep)) != SQLITE_DONE;) {
    if (state != SQLITE_OK) {  // locked or busy, and the busy timeout is over
      const std::filesystem::path source = sqlite3_db_filename(from.getHandle(), "main");
      return fail(errorFrom(SQLite::Exception("locked", state), source));
    }
    if (progress.stopRequested()) return fail(ErrorKind::Cancelled, "The backup was cancelled.");
    progress.say(backup.getTotalPageCount() - backup.getRemainingPageCount(), backup.getTotalPageCount());
  }
  copy.exec("PRAGMA journal_mode = DELETE");
  return {};
}

void settleLog(SQLite::Database& database) noexcept {
  sqlite3* handle = database.getHandle();
  sqlite3_busy_timeout(handle, 0);
  sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  sqlite3_busy_timeout(handle, kBusyTimeoutMs);
}

Error errorFrom(const SQLite::Exception& exception, const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  switch (exception.getErrorCode()) {
    case SQLITE_FULL:
      return {ErrorKind::Full,
              fmt::format("There is no room on the disk for {}; nothing was changed.", name),
              {}};
    case SQLITE_READONLY:
      return {ErrorKind::ReadOnly, fmt::format("{} cannot be written: {}.", name, exception.what()), {}};
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
      return {ErrorKind::NoPermission,
              fmt::format("{} or its folder cannot be opened ({}); check their permissions.", path.string(),
                          exception.what()),
              {}};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorKind::NoPermission,
              fmt::format("{} is being written by another program; try again when it has finished.", name),
              {}};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      return {ErrorKind::Damaged,
              fmt::format("{} is damaged ({}); go back to a backup of it.", name, exception.what()),
              {}};
    case SQLITE_CONSTRAINT:
      return {
          ErrorKind::Invalid, fmt::format("the change breaks a rule of {}: {}", name, exception.what()), {}};
    default:
      return {ErrorKind::Internal, fmt::format("{}: {}", name, exception.what()), {}};
  }
}

}  // namespace entente
