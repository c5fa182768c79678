// SPDX-License-Identifier: GPL-3.0-or-later
// Builds a new archive beside its place and moves it there when it is whole.
#include <SQLiteCpp/Transaction.h>
#include <fcntl.h>
#include <fmt/core.h>
#include <signal.h>
#include <unistd.h>

#include <charconv>
#include <system_error>

#include "core/archive/archive.h"
#include "core/archive/archive_file.h"
#include "core/archive/bulk_store_sql.h"
#include "core/archive/database_sql.h"
#include "core/archive/digests_sql.h"
#include "core/archive/event_dates_sql.h"
#include "core/archive/record_store_sql.h"
#include "core/archive/schema_sql.h"
#include "core/archive/search_sql.h"
#include "core/model/canonical_csv.h"
#include "core/model/record_checks.h"

namespace entente {

namespace {

namespace fs = std::filesystem;

/// "name.partial-PID": the number lets a later run clear away what a killed one left.
fs::path partialPath(const fs::path& path) {
  fs::path partial = path;
  partial += fmt::format(".partial-{}", getpid());
  return partial;
}

void removeWithLogs(const fs::path& path) {
  std::error_code ignored;
  for (const char* suffix : {"", "-journal", "-wal", "-shm"}) {
    fs::path file = path;
    file += suffix;
    fs::remove(file, ignored);
  }
}

/// Clears away partial files of processes that are gone.
void clearLeftovers(const fs::path& path) {
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  const std::string prefix = path.filename().string() + ".partial-";
  std::error_code error;
  for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator();
       at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (!name.starts_with(prefix)) continue;
    int pid = 0;
    const char* end = name.data() + name.size();
    const auto [stop, bad] = std::from_chars(name.data() + prefix.size(), end, pid);
    if (bad != std::errc() || (stop != end && *stop != '-')) continue;
    std::error_code ignored;
    if (kill(pid, 0) != 0 && errno == ESRCH) fs::remove(at->path(), ignored);
  }
}

/// What must not be replaced by a new archive.
Result<void> checkTarget(const fs::path& path, bool overwrite) {
  std::error_code error;
  if (path.filename().empty()) return fail(ErrorKind::NotFound, "An archive needs a name.");
  const fs::file_status status = fs::symlink_status(path, error);
  if (status.type() == fs::file_type::not_found) {
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    if (fs::is_directory(folder, error)) return {};
    return fail(ErrorKind::NotFound,
                fmt::format("{} cannot be made: there is no folder {}.", path.string(), folder.string()));
  }
  if (status.type() == fs::file_type::directory)
    return fail(ErrorKind::Exists, fmt::format("{} is a folder.", path.string()));
  if (!overwrite) return fail(ErrorKind::Exists, fmt::format("{} is there already.", path.string()));
  if (status.type() != fs::file_type::regular)
    return fail(ErrorKind::Exists,
                fmt::format("{} is not a regular file and is not replaced.", path.string()));
  // The logs of the old file would be taken for those of the new one.
  if (hasLogs(path))
    return fail(ErrorKind::Exists,
                fmt::format("{} is being changed by another program, or a change to it was cut "
                            "short; recover it first (entente recover).",
                            path.string()));
  return {};
}

void syncFile(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return;
  fsync(file);
  close(file);
}

Result<void> fill(SQLite::Database& database, Records& records, const Progress& progress) {
  SQLite::Transaction transaction(database);
  database.exec("PRAGMA defer_foreign_keys = ON");
  createSchema(database);
  Result<void> done;
  Statements statements(database);
  std::int64_t tables = 0, rows = 0;
  forEachTable([&]<class R>(const RecordTable<R>& table) {
    if constexpr (!std::is_same_v<R, BulkEvent>) {
      if (progress.stopRequested()) done = fail(ErrorKind::Cancelled, "The import was cancelled.");
      if (!done) return;
      for (const R& row : records.*table.rows) {
        putRecord(statements, row);
        if (++rows % 1000 == 0 && progress.stopRequested()) break;
      }
      progress.say(++tables, static_cast<std::int64_t>(std::tuple_size_v<AllRecordTypes>));
    }
  });
  if (done && progress.stopRequested()) done = fail(ErrorKind::Cancelled, "The import was cancelled.");
  if (!done) return done;
  auto dates = deriveEventDates(database);
  if (!dates) return fail(dates.error());
  storeEventDates(database, *dates);
  fillSearch(database);
  storeSearchRule(database);
  if (done = writeBulkEvents(database, std::move(records.bulkEvents), progress); !done) return done;
  for (const TableDigest& digest : digestsOf(database, records))
    storeDigest(database, digest);
  transaction.commit();
  return {};
}

}  // namespace

Result<void> Archive::create(const fs::path& asked, Records records, bool overwrite,
                             const Progress& progress) {
  const fs::path path = realPath(asked);  // a link keeps pointing at what is replaced
  if (auto free = checkTarget(path, overwrite); !free) return free;
  if (const auto problems = checkRecords(records); !problems.empty())
    return fail(ErrorKind::Invalid,
                fmt::format("{} {}: {}: {}", tableName(problems.front().table), problems.front().uid,
                            problems.front().column, problems.front().reason));
  sortCanonically(records);
  clearLeftovers(path);
  const fs::path partial = partialPath(path);
  removeWithLogs(partial);  // of a process that had our number
  auto done = guarded(path, [&]() -> Result<void> {
    SQLite::Database database(partial.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("PRAGMA foreign_keys = ON");
    // What is half done is thrown away whole, and what is whole is synced before it is moved.
    database.exec("PRAGMA journal_mode = OFF");
    database.exec("PRAGMA synchronous = OFF");
    database.exec("PRAGMA cache_size = -65536");  // KiB
    return fill(database, records, progress);
  });
  std::error_code moved;
  if (done) {
    syncFile(partial);
    fs::rename(partial, path, moved);
    syncFile(path.has_parent_path() ? path.parent_path() : fs::path("."));
  }
  if (done && !moved) return {};
  removeWithLogs(partial);
  if (!done) return done;
  return fail(ErrorKind::NoPermission,
              fmt::format("{} cannot be written: {}.", path.string(), moved.message()));
}

}  // namespace entente
