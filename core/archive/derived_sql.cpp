// SPDX-License-Identifier: GPL-3.0-or-later
// Checks the records together, and refreshes what is derived from them.
#include "core/archive/derived_sql.h"

#include <fmt/core.h>

#include "core/archive/digests_sql.h"
#include "core/archive/event_dates_sql.h"
#include "core/archive/record_store_sql.h"
#include "core/archive/search_sql.h"
#include "core/model/record_checks.h"

namespace entente {

namespace {

constexpr std::size_t kManyEvents = 1000;

/// A name may stand in the words of any event: looking for them would not be much cheaper than making all
/// words anew, and easier to get wrong.
bool changesNames(const std::set<TableId>& tables) {
  return tables.contains(TableId::Actors) || tables.contains(TableId::Places) ||
         tables.contains(TableId::Offices) || tables.contains(TableId::Sources);
}

void raiseRevision(SQLite::Database& database) {
  database.exec("UPDATE meta SET value = value + 1 WHERE name = 'revision'");
}

}  // namespace

Result<Records> checkWhole(SQLite::Database& database) {
  auto records = readCuratedRecords(database);
  if (!records) return fail(records.error());
  const std::vector<RecordProblem> problems = checkRecords(*records);
  if (problems.empty()) return records;
  const RecordProblem& first = problems.front();
  return fail(ErrorKind::Invalid,
              fmt::format("{} {}, {}: {}", sqlName(first.table), first.uid, first.column, first.reason));
}

Result<void> refreshDerived(SQLite::Database& database, const Records& records, Touched touched) {
  // One pass over all events is cheaper than many for one each.
  const bool many = touched.dated.size() > kManyEvents;
  if (many) {
    auto dates = deriveEventDates(database);
    if (!dates) return fail(dates.error());
    storeEventDates(database, *dates);
  } else {
    for (const Uid& event : touched.dated) {
      auto dates = deriveEventDates(database, &event);
      if (!dates) return fail(dates.error());
      storeEventDates(database, *dates);
    }
  }
  if (many || changesNames(touched.tables)) {
    rebuildSearch(database);
  } else {
    touched.worded.merge(touched.dated);
    refreshSearch(database, touched.worded);
  }
  for (const TableId table : touched.tables) {
    storeDigest(database, digestOf(records, table));
  }
  storeDigest(database, computeKeyDigest(database));
  raiseRevision(database);
  return {};
}

Result<void> refreshAllDerived(SQLite::Database& database, const Records& records) {
  auto dates = deriveEventDates(database);
  if (!dates) return fail(dates.error());
  storeEventDates(database, *dates);
  rebuildSearch(database);
  for (const TableDigest& digest : digestsOf(database, records))
    storeDigest(database, digest);
  raiseRevision(database);
  return {};
}

}  // namespace entente
