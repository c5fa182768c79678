// SPDX-License-Identifier: GPL-3.0-or-later
// Opening and backing up an archive.
#include "core/archive/archive.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/core.h>

#include "core/archive/archive_file.h"
#include "core/archive/archive_impl_sql.h"
#include "core/archive/database_sql.h"
#include "core/archive/event_dates_sql.h"
#include "core/archive/migration_sql.h"
#include "core/archive/schema_sql.h"
#include "core/archive/search_sql.h"

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
Result<void> checkVersion(SQLite::Database& database, const std::string& name, Access access) {
  const std::uint32_t version = schemaVersion(database);
  if (version == 0)
    return fail(ErrorKind::Damaged,
                fmt::format("{} is damaged: it has no version; go back to a backup of it.", name));
  if (version <= kSchemaVersion) {
    if (schemaText(database) != freshSchemaText(version))
      return fail(ErrorKind::Damaged,
                  fmt::format("{} is damaged: its tables are not those of an Entente archive; "
                              "go back to a backup of it.",
                              name));
    return {};
  }
  SQLite::Statement query(database, "SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'compatible'");
  const bool readable = query.executeStep() && query.getColumn(0).getInt64() <= std::int64_t{kSchemaVersion};
  if (readable && access == Access::ReadOnly) return {};
  return fail(
      ErrorKind::TooNew,
      fmt::format("{} was written by a newer Entente (format {}, this program knows {}){}.", name, version,
                  kSchemaVersion,
                  readable ? "; it can be read but not changed here" : "; update Entente to open it"));
}

Result<void> quickCheck(SQLite::Database& database, const std::filesystem::path& path) {
  SQLite::Statement query(database, "PRAGMA quick_check(1)");
  if (query.executeStep() && query.getColumn(0).getString() != "ok")
    return fail(ErrorKind::Damaged, fmt::format("{} is damaged ({}); go back to a backup of it.",
                                                path.filename().string(), query.getColumn(0).getString()));
  return {};
}

Result<void> prepareToWrite(SQLite::Database& database, const std::filesystem::path& path) {
  if (auto done = migrate(database, path); !done) return done;
  database.exec("PRAGMA journal_mode = WAL");
  database.exec("PRAGMA synchronous = FULL");
  database.exec("PRAGMA cache_size = -65536");  // KiB: an import of 100,000 events stays in memory
  if (eventDatesAreCurrent(database) && searchIsCurrent(database)) return {};
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  auto dates = deriveEventDates(database);
  if (!dates) return fail(dates.error());
  storeEventDates(database, *dates);
  rebuildSearch(database);
  transaction.commit();
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
        Impl{file->path, access, file->writable,
             SQLite::Database(uriOf(file->path, immutable ? "?immutable=1" : ""), flags | SQLite::OPEN_URI)});
    makeSafe(impl->database);
    addSearchFunctions(impl->database);
    if (auto version = checkVersion(impl->database, name, access); !version) return fail(version.error());
    if (file->bytes <= kCheckedWholeBytes) {
      if (auto whole = quickCheck(impl->database, path); !whole) return fail(whole.error());
    }
    Archive archive(std::move(impl));  // from here on its destructor puts the file at rest, whatever fails
    if (access == Access::ReadWrite) {
      if (auto ready = prepareToWrite(archive.m_impl->database, file->path); !ready)
        return fail(ready.error());
    }
    return archive;
  });
}

Result<void> Archive::backupTo(const std::filesystem::path& target, const Progress& progress) const {
  std::error_code none;
  if (std::filesystem::exists(target, none))
    return fail(ErrorKind::Exists, fmt::format("{} is there already.", target.string()));
  std::filesystem::path partial = target;
  partial += ".partial";
  std::filesystem::remove(partial, none);
  auto done = guarded(target, [&] { return copyDatabase(m_impl->database, partial, progress); });
  std::error_code moved;
  if (done) std::filesystem::rename(partial, target, moved);
  if (done && !moved) return {};
  std::filesystem::remove(partial, none);
  if (!done) return done;
  return fail(ErrorKind::NoPermission,
              fmt::format("{} cannot be written: {}.", target.string(), moved.message()));
}

}  // namespace entente
