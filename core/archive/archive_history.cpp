// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the history of an archive, and goes back and forth in it.
#include <SQLiteCpp/Transaction.h>
#include <fmt/core.h>

#include "core/archive/archive.h"
#include "core/archive/archive_impl_sql.h"
#include "core/archive/database_sql.h"
#include "core/archive/derived_sql.h"
#include "core/archive/history_sql.h"
#include "core/archive/schema_sql.h"

namespace entente {

Result<void> Archive::mayChange() const {
  if (m_impl->access == Access::ReadWrite) return {};
  return fail(ErrorKind::ReadOnly,
              fmt::format("{} is open for reading only.", m_impl->path.filename().string()));
}

Result<void> Archive::checkRevision(const std::optional<std::uint64_t>& basedOn) const {
  if (!basedOn) return {};
  auto now = readRevision(m_impl->database);
  if (!now) return fail(now.error());
  if (*now == *basedOn) return {};
  return fail(ErrorKind::Conflict,
              fmt::format("{} has been changed elsewhere in the meantime (revision {}, not {}); nothing was "
                          "changed now. Look at it as it is, and repeat the change.",
                          m_impl->path.filename().string(), *now, *basedOn));
}

Result<std::uint64_t> Archive::revision() const {
  return guarded(m_impl->path, [&] { return readRevision(m_impl->database); });
}

Result<std::vector<HistoryStep>> Archive::history() const {
  return guarded(m_impl->path, [&]() -> Result<std::vector<HistoryStep>> {
    if (schemaVersion(m_impl->database) < 3) return std::vector<HistoryStep>();
    return readSteps(m_impl->database);
  });
}

Result<void> Archive::goToStep(std::int64_t number, std::optional<std::uint64_t> basedOn) {
  if (auto may = mayChange(); !may) return may;
  return guarded(m_impl->path, [&]() -> Result<void> {
    SQLite::Database& database = m_impl->database;
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    if (auto same = checkRevision(basedOn); !same) return same;
    auto moved = moveToStep(database, number);
    if (!moved) return fail(moved.error());
    if (!*moved) return {};
    const auto records = checkWhole(database);
    if (!records) return fail(records.error());
    if (auto done = refreshAllDerived(database, *records); !done) return done;
    transaction.commit();
    settleLog(database);
    return {};
  });
}

}  // namespace entente
