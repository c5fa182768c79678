// SPDX-License-Identifier: GPL-3.0-or-later
// What rests on the sources: counted for all of them, listed for one.
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

#include "core/archive/archive.h"
#include "core/archive/archive_impl_sql.h"
#include "core/archive/database_sql.h"
#include "core/archive/record_look_sql.h"

namespace entente {

namespace {

struct Counted {
  const char* sql;  ///< source, count
  std::int64_t SourceUse::*count;
};
constexpr std::array<Counted, 10> kCounted{{
    {"SELECT source, count(*) FROM (SELECT event, source FROM event_source UNION "
     "SELECT event, source FROM summit_document) GROUP BY source",
     &SourceUse::events},
    {"SELECT source, count(*) FROM stage WHERE source IS NOT NULL GROUP BY source", &SourceUse::stages},
    {"SELECT source, count(*) FROM position WHERE source IS NOT NULL GROUP BY source", &SourceUse::positions},
    {"SELECT source, count(*) FROM claim GROUP BY source", &SourceUse::claims},
    {"SELECT source, count(*) FROM claim WHERE verdict = 'refuted' GROUP BY source",
     &SourceUse::refutedClaims},
    {"SELECT source, count(*) FROM spending GROUP BY source", &SourceUse::figures},
    {"SELECT source, count(*) FROM office WHERE source IS NOT NULL GROUP BY source", &SourceUse::others},
    {"SELECT source, count(*) FROM accession WHERE source IS NOT NULL GROUP BY source", &SourceUse::others},
    {"SELECT source, count(*) FROM link WHERE source IS NOT NULL GROUP BY source", &SourceUse::others},
    {"SELECT source, count(*) FROM bulk_batch WHERE source IS NOT NULL GROUP BY source", &SourceUse::others},
}};

/// A table whose rows cite one source each and are, or are about, a record that has a title.
struct Citing {
  TableId table;
  const char* sql;  ///< the record, the row's uid, part, value, verdict
};
constexpr std::array<Citing, 5> kCiting{{
    {TableId::Offices, "SELECT 'office:' || uid, uid, office, NULL, NULL FROM office WHERE source = ?"},
    {TableId::Accessions,
     "SELECT 'accession:' || j.uid, j.uid, NULL, a.name, NULL "
     "FROM accession AS j JOIN actor AS a ON a.uid = j.organisation WHERE j.source = ?"},
    {TableId::Stages, "SELECT 'stage:' || uid, uid, stage, NULL, NULL FROM stage WHERE source = ?"},
    {TableId::Positions,
     "SELECT 'position:' || uid, uid, position, detail, NULL FROM position WHERE source = ?"},
    {TableId::Claims,
     "SELECT subject, uid, coalesce(field, question), value, verdict FROM claim WHERE source = ?"},
}};

using Reliances = std::vector<Reliance>;

Reliance relianceOn(TableId table, Uid uid, RecordLook look) {
  Reliance one;
  one.table = table;
  one.uid = std::move(uid);
  one.event = look.event;
  one.title = std::move(look.title);
  one.when = std::move(look.when);
  return one;
}

void addEvents(SQLite::Database& database, const SourceUid& source, Reliances& all) {
  SQLite::Statement query(database, R"sql(
    SELECT kind, uid FROM event WHERE uid IN (SELECT event FROM event_source WHERE source = ?1
                                              UNION SELECT event FROM summit_document WHERE source = ?1))sql");
  query.bind(1, source.value);
  while (query.executeStep()) {
    const auto kind = fromWord<RecordKind>(query.getColumn(0).getString());
    const auto table = kind ? tableOf(*kind) : std::nullopt;
    if (!table) continue;
    const Uid uid = query.getColumn(1).getString();
    all.push_back(relianceOn(*table, uid, lookAt(database, {*kind, uid})));
  }
}

void addCiting(SQLite::Database& database, const Citing& citing, const SourceUid& source, Reliances& all) {
  SQLite::Statement query(database, citing.sql);
  query.bind(1, source.value);
  while (query.executeStep()) {
    const auto record = RecordRef::parse(query.getColumn(0).getString());
    Reliance one = relianceOn(citing.table, query.getColumn(1).getString(),
                              record ? lookAt(database, *record) : RecordLook{});
    one.part = textOf(query.getColumn(2));
    one.value = textOf(query.getColumn(3));
    one.verdict = fromWord<Verdict>(query.getColumn(4).getString());
    all.push_back(std::move(one));
  }
}

void addFigures(SQLite::Database& database, const SourceUid& source, Reliances& all) {
  SQLite::Statement query(database, R"sql(
    SELECT s.metric, count(*), min(s.year), max(s.year), count(DISTINCT s.actor), min(a.name)
    FROM spending AS s JOIN actor AS a ON a.uid = s.actor WHERE s.source = ? GROUP BY s.metric)sql");
  query.bind(1, source.value);
  while (query.executeStep()) {
    Reliance one;
    one.table = TableId::Spending;
    one.uid = query.getColumn(0).getString();
    one.count = query.getColumn(1).getInt64();
    one.firstYear = query.getColumn(2).getInt();
    one.lastYear = query.getColumn(3).getInt();
    if (query.getColumn(4).getInt64() == 1) one.title = textOf(query.getColumn(5));
    all.push_back(std::move(one));
  }
}

void addLinks(SQLite::Database& database, const SourceUid& source, Reliances& all) {
  SQLite::Statement query(database, R"(SELECT uid, "from", relation, "to" FROM link WHERE source = ?)");
  query.bind(1, source.value);
  while (query.executeStep()) {
    const auto from = RecordRef::parse(query.getColumn(1).getString());
    const auto to = RecordRef::parse(query.getColumn(3).getString());
    const RecordLook other = to ? lookAt(database, *to) : RecordLook{};
    Reliance one = relianceOn(TableId::Links, query.getColumn(0).getString(),
                              from ? lookAt(database, *from) : RecordLook{});
    if (!one.event) {
      one.event = other.event;
      one.when = other.when;
    }
    one.part = textOf(query.getColumn(2));
    one.value = other.title;
    all.push_back(std::move(one));
  }
}

void addBatches(SQLite::Database& database, const SourceUid& source, Reliances& all) {
  SQLite::Statement query(database, "SELECT uid, title, imported_at FROM bulk_batch WHERE source = ?");
  query.bind(1, source.value);
  while (query.executeStep())
    all.push_back(relianceOn(TableId::BulkBatches, query.getColumn(0).getString(),
                             {textOf(query.getColumn(1)), {}, dateOf(query.getColumn(2))}));
}

}  // namespace

Result<std::vector<SourceUse>> Archive::sourceUses() const {
  return guarded(m_impl->path, [&]() -> Result<std::vector<SourceUse>> {
    SQLite::Database& database = m_impl->database;
    SQLite::Transaction snapshot(database);
    std::vector<SourceUse> uses;
    std::unordered_map<Uid, std::size_t> places;
    SQLite::Statement sources(database, "SELECT uid FROM source ORDER BY uid");
    while (sources.executeStep()) {
      places.emplace(sources.getColumn(0).getString(), uses.size());
      uses.emplace_back().source = SourceUid(sources.getColumn(0).getString());
    }
    for (const Counted& counted : kCounted) {
      SQLite::Statement query(database, counted.sql);
      while (query.executeStep()) {
        const auto found = places.find(query.getColumn(0).getString());
        if (found != places.end()) uses[found->second].*counted.count += query.getColumn(1).getInt64();
      }
    }
    return uses;
  });
}

Result<std::vector<Reliance>> Archive::restingOn(const SourceUid& source) const {
  return guarded(m_impl->path, [&]() -> Result<Reliances> {
    SQLite::Database& database = m_impl->database;
    SQLite::Transaction snapshot(database);
    Reliances all;
    addEvents(database, source, all);
    for (const Citing& citing : kCiting)
      addCiting(database, citing, source, all);
    addFigures(database, source, all);
    addLinks(database, source, all);
    addBatches(database, source, all);
    std::ranges::sort(all, {}, [](const Reliance& one) {
      return std::tuple(one.table, one.when ? one.when->bounds().earliestBegin : kEndOfTime, one.firstYear,
                        one.uid);
    });
    return all;
  });
}

}  // namespace entente
