// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for damage that opening does not see.
#include <SQLiteCpp/Statement.h>
#include <fmt/core.h>

#include <algorithm>

#include "core/archive/archive.h"
#include "core/archive/archive_impl_sql.h"
#include "core/archive/bulk_store_sql.h"
#include "core/archive/database_sql.h"
#include "core/archive/digests_sql.h"
#include "core/archive/event_dates_sql.h"
#include "core/archive/history_sql.h"
#include "core/archive/record_store_sql.h"
#include "core/archive/schema_sql.h"
#include "core/archive/search_sql.h"
#include "core/model/record_checks.h"

namespace entente {

namespace {

using Problems = std::vector<std::string>;

void addStructure(SQLite::Database& database, Problems& problems) {
  SQLite::Statement integrity(database, "PRAGMA integrity_check(20)");
  while (integrity.executeStep()) {
    const std::string line = integrity.getColumn(0).getString();
    if (line != "ok") problems.push_back("structure: " + line);
  }
  SQLite::Statement keys(database, "PRAGMA foreign_key_check");
  while (keys.executeStep())
    problems.push_back(fmt::format("table {}: a row points at a missing row of {}",
                                   keys.getColumn(0).getString(), keys.getColumn(2).getString()));
}

Result<void> addDigests(SQLite::Database& database, Problems& problems, const Progress&) {
  auto records = readCuratedRecords(database);
  if (!records) return fail(records.error());
  const std::vector<TableDigest> now = digestsOf(database, *records);
  const std::vector<TableDigest> recorded = storedDigests(database);
  for (const TableDigest& digest : now) {
    const auto found = std::ranges::find(recorded, digest.name, &TableDigest::name);
    if (found == recorded.end()) {
      if (digest.name == tableName(TableId::Events) && schemaVersion(database) < 4) continue;
      problems.push_back(fmt::format("table {}: its digest is missing", digest.name));
    } else if (*found != digest) {
      problems.push_back(
          fmt::format("table {}: its content ({} rows) is not what was recorded ({} rows); a byte was "
                      "changed outside Entente",
                      digest.name, digest.rows, found->rows));
    }
  }
  return {};
}

Result<void> addDates(SQLite::Database& database, Problems& problems, const Progress&) {
  SQLite::Statement rule(database, "SELECT version FROM rule WHERE name = 'dates'");
  const std::int64_t version = rule.executeStep() ? rule.getColumn(0).getInt64() : 0;
  if (version < 1 || version > kDateRuleVersion)
    problems.push_back(fmt::format("the derived dates were made by rule {}, which there is not", version));
  // Dates of an older rule are old, not wrong: they are made anew when the archive is opened for writing.
  if (version != kDateRuleVersion) return {};
  auto stale = staleEventDates(database);
  if (!stale) return fail(stale.error());
  for (const Uid& event : *stale)
    problems.push_back(fmt::format("event {}: its derived dates are wrong", event));
  return {};
}

/// An archive of schema 1 has no index.
Result<void> addSearch(SQLite::Database& database, Problems& problems, const Progress&) {
  if (schemaVersion(database) < 2) return {};
  // What SQLite finds damaged here is the index: the rest of the file has been looked at.
  const auto found = guarded("search index", [&]() -> Result<Problems> { return verifySearch(database); });
  if (found) {
    problems.insert(problems.end(), found->begin(), found->end());
  } else {
    problems.push_back(fmt::format("search index: {}", found.error().message));
  }
  return {};
}

Result<void> addHistory(SQLite::Database& database, Problems& problems, const Progress&) {
  if (schemaVersion(database) < 3) return {};
  const Problems found = verifySteps(database);
  problems.insert(problems.end(), found.begin(), found.end());
  return {};
}

/// The rules of the model over all records.
Result<void> addRules(SQLite::Database& database, Problems& problems, const Progress&) {
  auto all = readCuratedRecords(database);
  if (!all) return fail(all.error());
  auto bulk = readBulkEvents(database);
  if (!bulk) return fail(bulk.error());
  all->bulkEvents = std::move(*bulk);
  for (const RecordProblem& problem : checkRecords(*all))
    problems.push_back(fmt::format("table {}, row {}, column {}: {}", tableName(problem.table), problem.uid,
                                   problem.column, problem.reason));
  return {};
}

Result<void> addBulk(SQLite::Database& database, Problems& problems, const Progress& progress) {
  auto chunks = verifyBulkChunks(database, progress);
  if (!chunks) return fail(chunks.error());
  problems.insert(problems.end(), chunks->begin(), chunks->end());
  return {};
}

}  // namespace

Result<std::vector<std::string>> Archive::verify(const Progress& progress) const {
  return guarded(m_impl->path, [&]() -> Result<Problems> {
    Problems problems;
    SQLite::Database& database = m_impl->database;
    const auto step = [&progress](int done) {
      progress.say(done, 7);
      return !progress.stopRequested();
    };
    addStructure(database, problems);
    if (!problems.empty()) return problems;  // what follows would trip over it
    if (!step(1)) return fail(ErrorKind::Cancelled, "cancelled");
    int done = 1;
    for (const auto look : {addDigests, addDates, addSearch, addHistory, addRules, addBulk}) {
      const auto looked = look(database, problems, progress);
      // A value that the model refuses is a finding of its own, not a failure to look.
      if (!looked && looked.error().kind == ErrorKind::Damaged) {
        problems.push_back(looked.error().message);
        return problems;
      }
      if (!looked) return fail(looked.error());
      if (!step(++done)) return fail(ErrorKind::Cancelled, "cancelled");
    }
    return problems;
  });
}

}  // namespace entente
