// SPDX-License-Identifier: GPL-3.0-or-later
// Changes records, with all that is derived from them, in one transaction.
#include <SQLiteCpp/Transaction.h>
#include <fmt/core.h>

#include "core/archive/archive.h"
#include "core/archive/archive_impl_sql.h"
#include "core/archive/bulk_store_sql.h"
#include "core/archive/database_sql.h"
#include "core/archive/derived_sql.h"
#include "core/archive/history_sql.h"
#include "core/archive/record_look_sql.h"
#include "core/archive/record_store_sql.h"

namespace entente {

namespace {

constexpr std::int64_t kChangesAStep = 1000;  ///< between two looks at the progress

Error cancelled() {
  return {ErrorKind::Cancelled, "The change was cancelled; the archive is as it was.", {}};
}

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

Result<void> applyChange(Statements& statements, const RecordChange& change, Touched& touched) {
  SQLite::Database& database = statements.database();
  if (const auto* removed = std::get_if<RemoveRecord>(&change)) return remove(database, *removed, touched);
  return std::visit(
      [&]<class R>(const R& row) -> Result<void> {
        const RecordTable<R>& table = recordTable<R>();
        if (!isUid(table.uidOf(row)))
          return fail(ErrorKind::Invalid, fmt::format("'{}' is not a uid", table.uidOf(row)));
        touched.tables.insert(table.id);
        if constexpr (requires { row.event.uid; }) {
          if (isOtherKind(statements, table.id, row.event.uid.value))
            return fail(ErrorKind::Invalid,
                        fmt::format("the uid {} belongs to an event of another kind", row.event.uid.value));
        }
        if (auto noted = noteEventsBefore<R>(database, table.uidOf(row), touched); !noted) return noted;
        putRecord(statements, row);
        noteEvents(database, row, touched);
        return {};
      },
      std::get<PutRecord>(change).record);
}

Result<Records> applyChanges(SQLite::Database& database, const std::vector<RecordChange>& changes,
                             Touched& touched, const Progress& progress) {
  Statements statements(database);
  std::int64_t count = 0;
  for (const RecordChange& one : changes) {
    if (auto done = applyChange(statements, one, touched); !done) return fail(done.error());
    if (++count % kChangesAStep != 0) continue;
    if (progress.stopRequested()) return fail(cancelled());
    // What follows (checks, words, digests) takes about as long again.
    progress.say(count, 2 * static_cast<std::int64_t>(changes.size()));
  }
  return checkWhole(database);
}

}  // namespace

Result<void> Archive::change(const std::vector<RecordChange>& changes, const ChangeNote& note,
                             const Progress& progress) {
  if (auto may = mayChange(); !may) return may;
  if (note.title.trimmed().isEmpty())
    return fail(ErrorKind::Invalid, "A change needs a title, for the history.");
  return guarded(m_impl->path, [&]() -> Result<void> {
    SQLite::Database& database = m_impl->database;
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    if (auto same = checkRevision(note.basedOn); !same) return same;
    database.exec("PRAGMA defer_foreign_keys = ON");
    Touched touched;
    std::string changeset;
    Records records;
    {
      // It ends before anything derived is written, which is not part of a change.
      const ChangeRecorder recorder(database);
      auto whole = applyChanges(database, changes, touched, progress);
      if (!whole) return fail(whole.error());
      records = std::move(*whole);
      changeset = recorder.changeset();
    }
    if (changeset.empty()) return {};  // and what was undone can still be redone
    if (progress.stopRequested()) return fail(cancelled());
    addStep(database, note.title, changeset);
    if (auto done = refreshDerived(database, records, std::move(touched)); !done) return done;
    if (progress.stopRequested()) return fail(cancelled());
    transaction.commit();
    settleLog(database);
    return {};
  });
}

Result<void> Archive::removeBulkBatch(const BatchUid& batch) {
  if (auto may = mayChange(); !may) return may;
  return guarded(m_impl->path, [&]() -> Result<void> {
    SQLite::Database& database = m_impl->database;
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    auto removed = entente::removeBulkBatch(database, batch);
    if (!removed) return fail(removed.error());
    if (!*removed) return fail(ErrorKind::NotFound, fmt::format("there is no batch {}", batch.value));
    const auto records = checkWhole(database);
    if (!records) return fail(records.error());
    if (auto done = refreshDerived(database, *records, {{TableId::BulkBatches}, {}, {}}); !done) return done;
    transaction.commit();
    settleLog(database);
    return {};
  });
}

}  // namespace entente
