// SPDX-License-Identifier: GPL-3.0-or-later
// Changes records, with all that is derived from them, in one transaction.
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/core.h>

#include <set>

#include "core/archive/archive.h"
#include "core/archive/archive_impl_sql.h"
#include "core/archive/bulk_store_sql.h"
#include "core/archive/database_sql.h"
#include "core/archive/digests_sql.h"
#include "core/archive/event_dates_sql.h"
#include "core/archive/record_look_sql.h"
#include "core/archive/record_store_sql.h"
#include "core/archive/search_sql.h"
#include "core/model/record_checks.h"

namespace entente {

namespace {

/// What a transaction has touched, for all that is derived.
struct Touched {
  std::set<TableId> tables;  ///< whose digests are no longer right
  std::set<Uid> dated;       ///< events whose dates may have changed
  std::set<Uid> worded;      ///< events whose words may have changed; those of `dated` are not repeated
};

/// The events whose dates or words come from this row.
template <class R>
void noteEvents(SQLite::Database& database, const R& row, Touched& touched) {
  if constexpr (requires { row.event.uid; }) touched.dated.insert(row.event.uid.value);
  if constexpr (std::is_same_v<R, Stage>) touched.dated.insert(row.message.value);
  if constexpr (std::is_same_v<R, Position>) touched.worded.insert(row.pledge.value);
  if constexpr (std::is_same_v<R, Claim>) {
    if (const auto event = owningEvent(database, row.subject)) touched.worded.insert(*event);
  }
}

/// The same of the row that is there now under a uid.
template <class R>
Result<void> noteEventsBefore(SQLite::Database& database, const Uid& uid, Touched& touched) {
  if constexpr (std::is_same_v<R, Stage> || std::is_same_v<R, Position> || std::is_same_v<R, Claim>) {
    auto before = readRecord<R>(database, uid);
    if (!before) return fail(before.error());
    if (*before) noteEvents(database, **before, touched);
  }
  return {};
}

Result<void> remove(SQLite::Database& database, const RemoveRecord& removed, Touched& touched) {
  if (removed.table == TableId::BulkEvents || removed.table == TableId::BulkBatches)
    return fail(ErrorKind::Invalid, "bulk events are removed by batch");
  touched.tables.insert(removed.table);
  Result<void> noted;
  forEachTable([&]<class R>(const RecordTable<R>& table) {
    if (table.id == removed.table) noted = noteEventsBefore<R>(database, removed.uid, touched);
  });
  if (!noted) return noted;
  if (!removeRecord(database, removed.table, removed.uid))
    return fail(ErrorKind::NotFound, fmt::format("there is no {} {}", sqlName(removed.table), removed.uid));
  return {};
}

Result<void> applyChange(SQLite::Database& database, const RecordChange& change, Touched& touched) {
  if (const auto* removed = std::get_if<RemoveRecord>(&change)) return remove(database, *removed, touched);
  return std::visit(
      [&]<class R>(const R& row) -> Result<void> {
        const RecordTable<R>& table = recordTable<R>();
        if (!isUid(table.uidOf(row)))
          return fail(ErrorKind::Invalid, fmt::format("'{}' is not a uid", table.uidOf(row)));
        touched.tables.insert(table.id);
        if constexpr (requires { row.event.uid; }) {
          if (isOtherKind(database, table.id, row.event.uid.value))
            return fail(ErrorKind::Invalid,
                        fmt::format("the uid {} belongs to an event of another kind", row.event.uid.value));
        }
        if (auto noted = noteEventsBefore<R>(database, table.uidOf(row), touched); !noted) return noted;
        putRecord(database, row);
        noteEvents(database, row, touched);
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

/// A name may stand in the words of any event: looking for them would not be much cheaper than making all
/// words anew, and easier to get wrong.
bool changesNames(const std::set<TableId>& tables) {
  return tables.contains(TableId::Actors) || tables.contains(TableId::Places) ||
         tables.contains(TableId::Offices) || tables.contains(TableId::Sources);
}

Result<void> refreshDerived(SQLite::Database& database, Touched touched) {
  for (const Uid& event : touched.dated) {
    auto dates = deriveEventDates(database, &event);
    if (!dates) return fail(dates.error());
    storeEventDates(database, *dates);
  }
  if (changesNames(touched.tables)) {
    rebuildSearch(database);
  } else {
    touched.worded.merge(touched.dated);
    refreshSearch(database, touched.worded);
  }
  for (const TableId table : touched.tables) {
    auto digest = computeDigest(database, table);
    if (!digest) return fail(digest.error());
    storeDigest(database, *digest);
  }
  storeDigest(database, computeKeyDigest(database));
  database.exec("UPDATE meta SET value = value + 1 WHERE name = 'revision'");
  return {};
}

}  // namespace

Result<void> Archive::change(const std::vector<RecordChange>& changes) {
  if (m_impl->access != Access::ReadWrite)
    return fail(ErrorKind::ReadOnly,
                fmt::format("{} is open for reading only.", m_impl->path.filename().string()));
  return guarded(m_impl->path, [&]() -> Result<void> {
    SQLite::Database& database = m_impl->database;
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    database.exec("PRAGMA defer_foreign_keys = ON");
    Touched touched;
    for (const RecordChange& one : changes) {
      if (auto done = applyChange(database, one, touched); !done) return done;
    }
    if (auto holds = checkWhole(database); !holds) return holds;
    if (auto done = refreshDerived(database, std::move(touched)); !done) return done;
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
    if (auto done = refreshDerived(database, {{TableId::BulkBatches}, {}, {}}); !done) return done;
    transaction.commit();
    return {};
  });
}

}  // namespace entente
