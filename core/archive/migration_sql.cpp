// SPDX-License-Identifier: GPL-3.0-or-later
// Backup, then one step a version.
#include "core/archive/migration_sql.h"

#include <SQLiteCpp/Transaction.h>
#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "core/archive/database_sql.h"
#include "core/archive/digests_sql.h"
#include "core/archive/schema_sql.h"
#include "core/archive/search_sql.h"

namespace entente {

namespace {

namespace fs = std::filesystem;

void sync(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return;
  fsync(file);
  close(file);
}

/// Gives a finished file the first free name. Never replaces a file.
Result<void> moveBeside(const fs::path& from, const fs::path& path, std::uint32_t version) {
  constexpr int kMostBackups = 1000;
  for (int number = 1; number <= kMostBackups; ++number) {
    fs::path target = path;
    target +=
        number == 1 ? fmt::format(".v{}-backup", version) : fmt::format(".v{}-backup-{}", version, number);
    if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) == 0) return {};
    if (errno == EEXIST) continue;
    // Not every file system can refuse to replace.
    std::error_code error;
    if (fs::exists(fs::symlink_status(target, error))) continue;
    fs::rename(from, target, error);
    if (!error) return {};
    return fail(ErrorKind::NoPermission,
                fmt::format("{} cannot be written: {}.", target.string(), error.message()));
  }
  return fail(ErrorKind::Exists,
              fmt::format("There are {} backups of {} already; move some of them elsewhere.", kMostBackups,
                          path.filename().string()));
}

/// A copy that no one may read who may not read the archive. It is read by a connection of its own: SQLite
/// copies nothing from one that has begun to write, as the caller's has.
Result<void> backUp(const fs::path& path, std::uint32_t version) {
  fs::path partial = path;
  partial += fmt::format(".v{}-backup.partial", version);
  std::error_code error;
  fs::remove(partial, error);  // of a program that was stopped here: nobody else holds the lock
  const int file = ::open(partial.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file >= 0) close(file);
  auto done = guarded(path, [&] {
    SQLite::Database reader(path.string(), SQLite::OPEN_READONLY);
    makeSafe(reader);
    return copyDatabase(reader, partial);
  });
  if (done) {
    fs::permissions(partial, fs::status(path, error).permissions(), error);
    sync(partial);
    done = moveBeside(partial, path, version);
  }
  if (!done) fs::remove(partial, error);
  if (done) sync(path.parent_path());
  return done;
}

void migrateFrom1(SQLite::Database& database) {
  database.exec(searchTableSql(false, 2));
  fillSearch(database);
  storeSearchRule(database);
  setSchemaVersion(database, 2);
}

void migrateFrom2(SQLite::Database& database) {
  database.exec("CREATE TEMP TABLE old_pin AS SELECT * FROM main.pin");
  database.exec("DROP TABLE main.pin");
  addPinsAndSteps(database);
  database.exec(
      "INSERT INTO main.pin(uid, subject, field, claim, reason, pinned_at) "
      "SELECT uid, subject, field, claim, reason, pinned_at FROM temp.old_pin");
  database.exec("DROP TABLE temp.old_pin");
  setSchemaVersion(database, 3);
}

void migrateFrom3(SQLite::Database& database) {
  addTags(database);
  rebuildSearch(database);
  storeDigest(database, digestOf(Records(), TableId::Events));
  setSchemaVersion(database, 4);
}

}  // namespace

Result<void> migrate(SQLite::Database& database, const fs::path& path) {
  if (schemaVersion(database) == kSchemaVersion) return {};
  // Leaving WAL fails while another program writes; and without a log the header says the truth at once.
  if (database.execAndGet("PRAGMA journal_mode = DELETE").getString() != "delete")
    return fail(ErrorKind::NoPermission,
                fmt::format("{} is being written by another program; try again when it has finished.",
                            path.filename().string()));
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  const std::uint32_t version = schemaVersion(database);
  if (version == kSchemaVersion) return {};  // another program was quicker
  if (auto done = backUp(path, version); !done)
    return fail(done.error(), fmt::format("{} is of an older format and is backed up before it is changed",
                                          path.filename().string()));
  if (version < 2) migrateFrom1(database);
  if (version < 3) migrateFrom2(database);
  migrateFrom3(database);
  transaction.commit();
  return {};
}

}  // namespace entente
