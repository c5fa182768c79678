// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, changing and backing up an archive.
#include "core/archive/archive.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/core.h>

#include <set>

#include "core/archive/archive_file.h"
#include "core/archive/archive_impl_sql.h"
#include "core/archive/bulk_store_sql.h"
#include "core/archive/database_sql.h"
#include "core/archive/digests_sql.h"
#include "core/archive/event_dates_sql.h"
#include "core/archive/record_store_sql.h"
#include "core/archive/schema_sql.h"
#include "core/model/record_checks.h"

namespace entente {

namespace {

constexpr std::int64_t kCheckedWholeBytes = std::int64_t{64} * 1024 * 1024;

/// A file: URI of an absolute path, so that immutable can be said; everything but plain characters is
/// escaped.
std::string uriOf(const std::filesystem::path& path, std::string_view query) {
  std::string uri = "file:";
  for (const char c : path.string()) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '/' || c == '.' || c == '_' || c == '-';
    uri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri + std::string(query);
}

/// A newer archive says in `meta` which version can still read it.
Result<void> checkVersion(SQLite::Database& database, const ArchiveFile& file, Access access) {
  if (file.version == kSchemaVersion) {
    if (schemaText(database) != freshSchemaText())
      return fail(ErrorKind::Damaged,
                  fmt::format("{} is damaged: its tables are not those of an Entente archive; "
                              "go back to a backup of it.",
                              file.path.filename().string()));
    return {};
  }
  if (file.version == 0)
    return fail(ErrorKind::Damaged,
                fmt::format("{} is damaged: it has no version; go back to a backup of it.",
                            file.path.filename().string()));
  SQLite::Statement query(database, "SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'compatible'");
  const bool readable = query.executeStep() && query.getColumn(0).getInt64() <= std::int64_t{kSchemaVersion};
  if (readable && access == Access::ReadOnly) return {};
  return fail(
      ErrorKind::TooNew,
      fmt::format("{} was written by a newer Entente (format {}, this program knows {}){}.",
                  file.path.filename().string(), file.version, kSchemaVersion,
                  readable ? "; it can be read but not changed here" : "; update Entente to open it"));
}

Result<void> quickCheck(SQLite::Database& database, const std::filesystem::path& path) {
  SQLite::Statement query(database, "PRAGMA quick_check(1)");
  if (query.executeStep() && query.getColumn(0).getString() != "ok")
    return fail(ErrorKind::Damaged, fmt::format("{} is damaged ({}); go back to a backup of it.",
                                                path.filename().string(), query.getColumn(0).getString()));
  return {};
}

/// Applies one change; adds to `touched` the tables whose digests are no longer right and to `dated` the
/// events whose dates may have changed.
Result<void> applyChange(SQLite::Database& database, const RecordChange& change, std::set<TableId>& touched,
                         std::set<Uid>& dated) {
  if (const auto* removed = std::get_if<RemoveRecord>(&change)) {
    if (removed->table == TableId::BulkEvents || removed->table == TableId::BulkBatches)
      return fail(ErrorKind::Invalid, "bulk events are removed by batch");
    touched.insert(removed->table);
    if (removed->table == TableId::Stages) {
      auto stage = readRecord<Stage>(database, removed->uid);
      if (!stage) return fail(stage.error());
      if (*stage) dated.insert((*stage)->message.value);
    }
    if (!removeRecord(database, removed->table, removed->uid))
      return fail(ErrorKind::NotFound,
                  fmt::format("there is no {} {}", sqlName(removed->table), removed->uid));
    return {};
  }
  return std::visit(
      [&]<class R>(const R& row) -> Result<void> {
        const RecordTable<R>& table = recordTable<R>();
        if (!isUid(table.uidOf(row)))
          return fail(ErrorKind::Invalid, fmt::format("'{}' is not a uid", table.uidOf(row)));
        touched.insert(table.id);
        if constexpr (requires { row.event; }) {
          dated.insert(row.event.uid.value);
          if (isOtherKind(database, table.id, row.event.uid.value))
            return fail(ErrorKind::Invalid,
                        fmt::format("the uid {} belongs to an event of another kind", row.event.uid.value));
        }
        if constexpr (std::is_same_v<R, Stage>) {
          dated.insert(row.message.value);
          auto before = readRecord<Stage>(database, row.uid.value);
          if (before && *before) dated.insert((*before)->message.value);
        }
        putRecord(database, row);
        return {};
      },
      std::get<PutRecord>(change).record);
}

/// What must hold once all changes of the transaction are in: the rules of the model, over everything that
/// is curated. O(archive).
Result<void> checkWhole(SQLite::Database& database) {
  auto records = readCuratedRecords(database);
  if (!records) return fail(records.error());
  const std::vector<RecordProblem> problems = checkRecords(*records);
  if (problems.empty()) return {};
  const RecordProblem& first = problems.front();
  return fail(ErrorKind::Invalid,
              fmt::format("{} {}, {}: {}", sqlName(first.table), first.uid, first.column, first.reason));
}

Result<void> refreshDerived(SQLite::Database& database, const std::set<TableId>& touched,
                            const std::set<Uid>& dated) {
  for (const Uid& event : dated) {
    auto dates = deriveEventDates(database, &event);
    if (!dates) return fail(dates.error());
    storeEventDates(database, *dates);
  }
  for (const TableId table : touched) {
    auto digest = computeDigest(database, table);
    if (!digest) return fail(digest.error());
    storeDigest(database, *digest);
  }
  storeDigest(database, computeKeyDigest(database));
  database.exec("UPDATE meta SET value = value + 1 WHERE name = 'revision'");
  return {};
}

}  // namespace

Archive::Archive(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;

Archive::~Archive() {
  if (!m_impl || m_impl->access == Access::ReadOnly) return;
  // The last writer puts the file at rest; another one that still has it open keeps the log, which is no
  // loss.
  (void)guarded(m_impl->path, [this]() -> Result<void> {
    m_impl->database.exec("PRAGMA journal_mode = DELETE");
    return {};
  });
}

const std::filesystem::path& Archive::path() const {
  return m_impl->path;
}
Access Archive::access() const {
  return m_impl->access;
}
bool Archive::isWritable() const {
  return m_impl->writable;
}

Result<Archive> Archive::open(const std::filesystem::path& path, Access access) {
  auto file = probeArchive(path);
  if (!file) return fail(file.error());
  const std::string name = path.filename().string();
  if (access == Access::ReadWrite && !file->writable)
    return fail(
        ErrorKind::ReadOnly,
        fmt::format("{} or its folder cannot be written by you; save a copy elsewhere.", path.string()));
  if (access == Access::ReadOnly && file->unfinished)
    return fail(
        ErrorKind::Damaged,
        fmt::format("{} holds a change that was cut short when a program stopped; recover it where it "
                    "can be written (entente recover).",
                    name));
  return guarded(path, [&]() -> Result<Archive> {
    const bool immutable = access == Access::ReadOnly && file->immutable;
    const int flags = access == Access::ReadOnly ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE;
    auto impl = std::make_unique<Impl>(
        Impl{file->path, access, file->writable, file->version,
             SQLite::Database(uriOf(file->path, immutable ? "?immutable=1" : ""), flags | SQLite::OPEN_URI)});
    makeSafe(impl->database);
    if (auto version = checkVersion(impl->database, *file, access); !version) return fail(version.error());
    if (file->bytes <= kCheckedWholeBytes) {
      if (auto whole = quickCheck(impl->database, path); !whole) return fail(whole.error());
    }
    if (access == Access::ReadWrite) {
      impl->database.exec("PRAGMA journal_mode = WAL");
      impl->database.exec("PRAGMA synchronous = FULL");
      if (!eventDatesAreCurrent(impl->database)) {
        SQLite::Transaction transaction(impl->database);
        auto dates = deriveEventDates(impl->database);
        if (!dates) return fail(dates.error());
        storeEventDates(impl->database, *dates);
        transaction.commit();
      }
    }
    return Archive(std::move(impl));
  });
}

Result<void> Archive::change(const std::vector<RecordChange>& changes) {
  if (m_impl->access != Access::ReadWrite)
    return fail(ErrorKind::ReadOnly,
                fmt::format("{} is open for reading only.", m_impl->path.filename().string()));
  return guarded(m_impl->path, [&]() -> Result<void> {
    SQLite::Database& database = m_impl->database;
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    database.exec("PRAGMA defer_foreign_keys = ON");
    std::set<TableId> touched;
    std::set<Uid> dated;
    for (const RecordChange& one : changes) {
      if (auto done = applyChange(database, one, touched, dated); !done) return done;
    }
    if (auto holds = checkWhole(database); !holds) return holds;
    if (auto done = refreshDerived(database, touched, dated); !done) return done;
    transaction.commit();
    return {};
  });
}

Result<void> Archive::removeBulkBatch(const BatchUid& batch) {
  if (m_impl->access != Access::ReadWrite)
    return fail(ErrorKind::ReadOnly,
                fmt::format("{} is open for reading only.", m_impl->path.filename().string()));
  return guarded(m_impl->path, [&]() -> Result<void> {
    SQLite::Database& database = m_impl->database;
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    auto removed = entente::removeBulkBatch(database, batch);
    if (!removed) return fail(removed.error());
    if (!*removed) return fail(ErrorKind::NotFound, fmt::format("there is no batch {}", batch.value));
    if (auto done = refreshDerived(database, {TableId::BulkBatches}, {}); !done) return done;
    transaction.commit();
    return {};
  });
}

Result<void> Archive::backupTo(const std::filesystem::path& target, const Progress& progress) const {
  std::error_code none;
  if (std::filesystem::exists(target, none))
    return fail(ErrorKind::Exists, fmt::format("{} is there already.", target.string()));
  std::filesystem::path partial = target;
  partial += ".partial";
  std::filesystem::remove(partial, none);
  auto done = guarded(target, [&]() -> Result<void> {
    SQLite::Database copy(partial.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Backup backup(copy, m_impl->database);
    constexpr int kPagesAStep = 1024;
    while (backup.executeStep(kPagesAStep) != 101 /* SQLITE_DONE */) {
      if (progress.stopRequested()) return fail(ErrorKind::Cancelled, "The backup was cancelled.");
      progress.say(backup.getTotalPageCount() - backup.getRemainingPageCount(), backup.getTotalPageCount());
    }
    copy.exec("PRAGMA journal_mode = DELETE");
    return {};
  });
  std::error_code moved;
  if (done) std::filesystem::rename(partial, target, moved);
  if (done && !moved) return {};
  std::filesystem::remove(partial, none);
  if (!done) return done;
  return fail(ErrorKind::NoPermission,
              fmt::format("{} cannot be written: {}.", target.string(), moved.message()));
}

}  // namespace entente
