// SPDX-License-Identifier: GPL-3.0-or-later
// What the program reads of an archive.
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/core.h>

#include "core/archive/archive.h"
#include "core/archive/archive_impl_sql.h"
#include "core/archive/bulk_store_sql.h"
#include "core/archive/database_sql.h"
#include "core/archive/digests_sql.h"
#include "core/archive/event_dates_sql.h"
#include "core/archive/history_sql.h"
#include "core/archive/record_look_sql.h"
#include "core/archive/record_store_sql.h"
#include "core/archive/schema_sql.h"

namespace entente {

namespace {

/// The date of the event that ends last; an open or unknown end counts as its begin.
std::optional<FuzzyDate> latestDate(SQLite::Database& database) {
  SQLite::Statement query(
      database,
      fmt::format(
          "SELECT shown_when FROM event WHERE shown_when IS NOT NULL "
          "ORDER BY CASE WHEN latest_end >= {} THEN latest_begin ELSE latest_end END DESC, uid LIMIT 1",
          kEndOfTime.seconds));
  return query.executeStep() ? dateOf(query.getColumn(0)) : std::nullopt;
}

std::optional<FuzzyDate> earliestDate(SQLite::Database& database) {
  SQLite::Statement query(
      database,
      fmt::format(
          "SELECT shown_when FROM event WHERE shown_when IS NOT NULL "
          "ORDER BY CASE WHEN earliest_begin <= {} THEN earliest_end ELSE earliest_begin END, uid LIMIT 1",
          kBeginningOfTime.seconds));
  return query.executeStep() ? dateOf(query.getColumn(0)) : std::nullopt;
}

/// Reads the curated columns. Bounds are computed from the expressions; the stored ones only order the rows.
Result<CuratedSegment> readCurated(SQLite::Database& database) {
  SQLite::Statement query(database, fmt::format(R"sql(
    SELECT e.key, e.kind, e.shown_when, coalesce(e.weight, {}), st.form, su.status
    FROM event AS e LEFT JOIN statement AS st ON st.uid = e.uid LEFT JOIN summit AS su ON su.uid = e.uid
    ORDER BY e.earliest_begin, e.key)sql",
                                                kDefaultWeight));
  CuratedSegment segment;
  while (query.executeStep()) {
    const std::int64_t key = query.getColumn(0).getInt64();
    const auto kind = fromWord<EventKind>(query.getColumn(1).getString());
    if (!kind)
      return fail(ErrorKind::Damaged,
                  fmt::format("The archive is damaged: event key {} has no known kind.", key));
    if (query.getColumn(2).isNull()) {
      segment.undated.push_back(key);
      continue;
    }
    auto shown = FuzzyDate::parse(query.getColumn(2).getString());
    if (!shown)
      return fail(ErrorKind::Damaged,
                  fmt::format("The archive is damaged: event key {}: {}.", key, shown.error().message));
    append(segment,
           {key, *kind,
            fromWord<StatementForm>(query.getColumn(4).getString()).value_or(StatementForm::Statement),
            query.getColumn(3).getInt(), query.getColumn(5).getString() == "scheduled"},
           *shown);
  }
  sortByBegin(segment);
  return segment;
}

/// Titles by uid.
void addTags(SQLite::Database& database, std::vector<EventTitle>& titles) {
  if (schemaVersion(database) < 4) return;
  SQLite::Statement query(database, "SELECT event, tag FROM event_tag ORDER BY event, position");
  auto title = titles.begin();
  while (query.executeStep()) {
    const std::string event = query.getColumn(0).getString();
    while (title != titles.end() && title->uid.value < event)
      ++title;
    if (title != titles.end() && title->uid.value == event) title->tags.push_back(textOf(query.getColumn(1)));
  }
}

}  // namespace

Result<ArchiveInfo> Archive::info() const {
  return guarded(m_impl->path, [&]() -> Result<ArchiveInfo> {
    SQLite::Database& database = m_impl->database;
    ArchiveInfo info;
    info.path = m_impl->path;
    info.schemaVersion = schemaVersion(database);
    forEachTable([&](const auto& table) {
      if (table.id == TableId::Events && info.schemaVersion < 4) return;
      SQLite::Statement count(database, fmt::format("SELECT count(*) FROM {}", sqlName(table.id)));
      count.executeStep();
      info.counts[static_cast<std::size_t>(table.id)] = count.getColumn(0).getInt64();
    });
    SQLite::Statement title(database, "SELECT value FROM property WHERE uid = 'title'");
    if (title.executeStep()) info.title = textOf(title.getColumn(0));
    info.earliest = earliestDate(database);
    info.latest = latestDate(database);
    info.fingerprint = fingerprint(database);
    return info;
  });
}

Result<Records> Archive::records() const {
  return guarded(m_impl->path, [&]() -> Result<Records> {
    SQLite::Database& database = m_impl->database;
    SQLite::Transaction snapshot(database);
    auto records = readCuratedRecords(database);
    if (!records) return fail(records.error());
    auto bulk = readBulkEvents(database);
    if (!bulk) return fail(bulk.error());
    records->bulkEvents = std::move(*bulk);
    return records;
  });
}

Result<Dataset> Archive::dataset() const {
  return guarded(m_impl->path, [&]() -> Result<Dataset> {
    SQLite::Database& database = m_impl->database;
    SQLite::Transaction snapshot(database);
    auto curated = readCurated(database);
    if (!curated) return fail(curated.error());
    auto bulk = readBulkColumns(database);
    if (!bulk) return fail(bulk.error());
    auto version = readRevision(database);
    if (!version) return fail(version.error());
    return Dataset{*version, std::make_shared<const CuratedSegment>(std::move(*curated)),
                   std::make_shared<const BulkSegment>(std::move(*bulk))};
  });
}

Result<std::vector<EventTitle>> Archive::titles() const {
  return guarded(m_impl->path, [&]() -> Result<std::vector<EventTitle>> {
    SQLite::Statement query(m_impl->database, fmt::format(R"sql(
      SELECT e.key, e.uid, e.kind, e.title, e.short_title, e.shown_when, e.known_from, st.form,
             coalesce(e.weight, {}), su.status, e.place, su.series, coalesce(me.channel, st.medium)
      FROM event AS e LEFT JOIN statement AS st ON st.uid = e.uid LEFT JOIN summit AS su ON su.uid = e.uid
      LEFT JOIN message AS me ON me.uid = e.uid
      ORDER BY e.uid)sql",
                                                          kDefaultWeight));
    std::vector<EventTitle> titles;
    while (query.executeStep()) {
      const auto kind = fromWord<EventKind>(query.getColumn(2).getString());
      const auto form = fromWord<StatementForm>(query.getColumn(7).getString());
      titles.push_back({EventId{EventOrigin::Curated, query.getColumn(0).getInt64()},
                        EventUid(query.getColumn(1).getString()),
                        kind.value_or(EventKind::Period),
                        textOf(query.getColumn(3)),
                        textOf(query.getColumn(4)),
                        dateOf(query.getColumn(5)),
                        dateOf(query.getColumn(6)),
                        form.value_or(StatementForm::Statement),
                        query.getColumn(8).getInt(),
                        query.getColumn(9).getString() == "scheduled",
                        PlaceUid(query.getColumn(10).getString()),
                        textOf(query.getColumn(11)),
                        textOf(query.getColumn(12)),
                        {}});
    }
    addTags(m_impl->database, titles);
    return titles;
  });
}

}  // namespace entente
