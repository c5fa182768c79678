// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of an event are joined by SQL; SQLite's FTS5 keeps them and their words.
#include "core/archive/search_sql.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/core.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "core/archive/schema_sql.h"

namespace entente {

namespace {

// What only some kinds have, or some archives, is asked for there alone: conditions that know no row are
// tested before anything is opened, which halves the time. Texts of one column are parted by a dot in the
// middle. What is no text of a person (words of closed lists, codes, uids) is not searched.
constexpr const char* kDerivation = R"sql(
SELECT e.key,
  -- title
  e.title || coalesce(' · ' || e.short_title, ''),
  -- words
  coalesce((SELECT text FROM message WHERE e.kind = 'message' AND uid = e.uid), (SELECT quote FROM statement WHERE e.kind = 'statement' AND uid = e.uid), ''),
  -- summary
  (SELECT coalesce(group_concat(part, ' · '), '') FROM (
     SELECT 0 AS rank, '' AS uid, e.summary AS part
     UNION ALL SELECT 1, '', e.note
     UNION ALL SELECT 2, uid, metric FROM pledge WHERE e.kind = 'pledge' AND uid = e.uid
     UNION ALL SELECT 3, uid, "where" FROM stage WHERE e.kind = 'message' AND message = e.uid
     UNION ALL SELECT 4, uid, note FROM stage WHERE e.kind = 'message' AND message = e.uid
     UNION ALL SELECT 5, uid, detail FROM position WHERE e.kind = 'pledge' AND pledge = e.uid
     UNION ALL SELECT 6, uid, note FROM position WHERE e.kind = 'pledge' AND pledge = e.uid
     {tags}
     ORDER BY 1, 2)),
  -- names
  (SELECT coalesce(group_concat(part, ' · '), '') FROM (
     SELECT 0 AS rank, uid, '' AS office, name || coalesce(' · ' || short_name, '') AS part
       FROM actor WHERE uid IN (
         SELECT actor FROM event_participant WHERE event = e.uid
         UNION SELECT actor FROM pledge_adherent WHERE e.kind = 'pledge' AND event = e.uid
         UNION SELECT actor FROM stage WHERE e.kind = 'message' AND message = e.uid AND actor IS NOT NULL
         UNION SELECT actor FROM position WHERE e.kind = 'pledge' AND pledge = e.uid)
     UNION ALL SELECT 0, actor, uid, office || coalesce(', ' || body, '')
       FROM office WHERE EXISTS (SELECT 1 FROM office) AND actor IN (
         SELECT actor FROM event_participant WHERE event = e.uid
         UNION SELECT actor FROM pledge_adherent WHERE e.kind = 'pledge' AND event = e.uid
         UNION SELECT actor FROM stage WHERE e.kind = 'message' AND message = e.uid AND actor IS NOT NULL
         UNION SELECT actor FROM position WHERE e.kind = 'pledge' AND pledge = e.uid)
     UNION ALL SELECT 1, uid, '', host FROM summit WHERE e.kind = 'summit' AND uid = e.uid
     UNION ALL SELECT 2, uid, '', name FROM place WHERE uid = e.place
     UNION ALL SELECT 3, uid, '', medium FROM statement WHERE e.kind = 'statement' AND uid = e.uid
     ORDER BY 1, 2, 3)),
  -- claims
  (SELECT coalesce(group_concat(part, ' · '), '') FROM (
     SELECT value || coalesce(' · ' || quote, '') || coalesce(' · ' || question, '') AS part
       FROM claim WHERE EXISTS (SELECT 1 FROM claim) AND subject IN (
         SELECT e.kind || ':' || e.uid
         UNION ALL SELECT 'stage:' || uid FROM stage WHERE e.kind = 'message' AND message = e.uid
         UNION ALL SELECT 'position:' || uid FROM position WHERE e.kind = 'pledge' AND pledge = e.uid)
       ORDER BY uid)),
  -- sources
  (SELECT coalesce(group_concat(part, ' · '), '') FROM (
     SELECT title || coalesce(' · ' || publisher, '') || coalesce(' · ' || author, '') AS part
       FROM source WHERE uid IN (
         SELECT source FROM event_source WHERE event = e.uid
         UNION SELECT source FROM summit_document WHERE e.kind = 'summit' AND event = e.uid
         UNION SELECT source FROM stage WHERE e.kind = 'message' AND message = e.uid AND source IS NOT NULL
         UNION SELECT source FROM position WHERE e.kind = 'pledge' AND pledge = e.uid AND source IS NOT NULL
         UNION SELECT source FROM claim WHERE EXISTS (SELECT 1 FROM claim) AND subject IN (
           SELECT e.kind || ':' || e.uid
           UNION ALL SELECT 'stage:' || uid FROM stage WHERE e.kind = 'message' AND message = e.uid
           UNION ALL SELECT 'position:' || uid FROM position WHERE e.kind = 'pledge' AND pledge = e.uid))
       ORDER BY uid))
FROM event AS e
)sql";
constexpr int kColumns = 6;

/// Before schema 4 there are no tags.
std::string derivationSql(SQLite::Database& database) {
  std::string sql = kDerivation;
  constexpr std::string_view kTags = "{tags}";
  return sql.replace(sql.find(kTags), kTags.size(),
                     schemaVersion(database) >= 4
                         ? "UNION ALL SELECT 7, position, tag FROM event_tag WHERE event = e.uid"
                         : "");
}

std::string insertSql(SQLite::Database& database) {
  return fmt::format("INSERT INTO search(rowid, title, words, summary, names, claims, sources) {}",
                     derivationSql(database));
}

/// The tables in which FTS5 keeps an index, but for its settings.
constexpr std::array<const char*, 4> kShadows{"search_content", "search_docsize", "search_idx",
                                              "search_data"};

void bindColumn(SQLite::Statement& statement, int index, const SQLite::Column& column) {
  switch (column.getType()) {
    case SQLITE_INTEGER:
      return statement.bind(index, static_cast<std::int64_t>(column.getInt64()));
    case SQLITE_FLOAT:
      return statement.bind(index, column.getDouble());
    case SQLITE_TEXT:
      return statement.bind(index, column.getString());
    case SQLITE_BLOB:
      // An empty blob has no address, and would be bound as NULL.
      return statement.bind(index, column.getBytes() > 0 ? column.getBlob() : "", column.getBytes());
    default:
      return statement.bind(index);
  }
}

/// FTS5 checks an index only where it may write; so the index is copied to memory as it is, and checked
/// there.
void checkWords(SQLite::Database& database) {
  SQLite::Database copy(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  copy.exec(searchTableSql());
  for (const char* shadow : kShadows) {
    copy.exec(fmt::format("DELETE FROM {}", shadow));
    SQLite::Statement from(database, fmt::format("SELECT * FROM {}", shadow));
    std::string marks = "?";
    for (int i = 1; i < from.getColumnCount(); ++i)
      marks += ", ?";
    SQLite::Statement to(copy, fmt::format("INSERT INTO {} VALUES({})", shadow, marks));
    while (from.executeStep()) {
      for (int i = 0; i < from.getColumnCount(); ++i)
        bindColumn(to, i + 1, from.getColumn(i));
      to.exec();
      to.reset();
    }
  }
  copy.exec("INSERT INTO search(search) VALUES('integrity-check')");
}

std::vector<std::string> compareTexts(SQLite::Database& database) {
  std::vector<std::string> problems;
  SQLite::Statement stored(
      database, "SELECT rowid, title, words, summary, names, claims, sources FROM search ORDER BY rowid");
  SQLite::Statement derived(database, fmt::format("{} ORDER BY e.key", derivationSql(database)));
  bool more = stored.executeStep();
  while (derived.executeStep()) {
    const std::int64_t key = derived.getColumn(0).getInt64();
    for (; more && stored.getColumn(0).getInt64() < key; more = stored.executeStep())
      problems.push_back(fmt::format("search index: key {} is no event", stored.getColumn(0).getInt64()));
    if (!more || stored.getColumn(0).getInt64() > key) {
      problems.push_back(fmt::format("search index: event key {} is missing", key));
      continue;
    }
    for (int i = 1; i <= kColumns; ++i) {
      if (stored.getColumn(i).getString() != derived.getColumn(i).getString())
        problems.push_back(fmt::format("search index: event key {}: its {} are not those of the records", key,
                                       stored.getColumnName(i)));
    }
    more = stored.executeStep();
  }
  for (; more; more = stored.executeStep())
    problems.push_back(fmt::format("search index: key {} is no event", stored.getColumn(0).getInt64()));
  return problems;
}

void firstColumn(const Fts5ExtensionApi* api, Fts5Context* match, sqlite3_context* result, int,
                 sqlite3_value**) {
  int instances = 0;
  int status = api->xInstCount(match, &instances);
  int first = std::numeric_limits<int>::max();
  for (int i = 0; i < instances && status == SQLITE_OK; ++i) {
    int phrase = 0, column = 0, offset = 0;
    status = api->xInst(match, i, &phrase, &column, &offset);
    first = std::min(first, column);
  }
  if (status != SQLITE_OK) {
    sqlite3_result_error_code(result, status);
  } else {
    sqlite3_result_int(result, instances > 0 ? first : 0);
  }
}

}  // namespace

std::string searchTableSql(bool temporary, std::uint32_t version) {
  return fmt::format(
      "CREATE VIRTUAL TABLE {}search USING fts5(title, words, summary, names, claims, sources, "
      "tokenize = 'unicode61 remove_diacritics 2', prefix = '{}')",
      temporary ? "temp." : "", version >= 4 ? "2" : "2 3");
}

void fillSearch(SQLite::Database& database) {
  database.exec(insertSql(database));
}

void storeSearchRule(SQLite::Database& database) {
  database.exec(
      fmt::format("INSERT INTO rule(name, version) VALUES('search', {0}) "
                  "ON CONFLICT(name) DO UPDATE SET version = {0}",
                  kSearchRuleVersion));
}

void rebuildSearch(SQLite::Database& database) {
  database.exec("DROP TABLE IF EXISTS search");
  database.exec(searchTableSql());
  fillSearch(database);
  storeSearchRule(database);
}

void refreshSearch(SQLite::Database& database, const std::set<Uid>& events) {
  SQLite::Statement clear(database, "DELETE FROM search WHERE rowid = (SELECT key FROM event WHERE uid = ?)");
  SQLite::Statement insert(database, fmt::format("{} WHERE e.uid = ?", insertSql(database)));
  for (const Uid& event : events) {
    for (SQLite::Statement* one : {&clear, &insert}) {
      one->reset();
      one->bind(1, event);
      one->exec();
    }
  }
  database.exec("DELETE FROM search WHERE rowid NOT IN (SELECT key FROM event)");
}

bool searchIsCurrent(SQLite::Database& database) {
  SQLite::Statement query(database,
                          "SELECT version FROM rule WHERE name = 'search' "
                          "AND EXISTS (SELECT 1 FROM main.sqlite_schema WHERE name = 'search')");
  return query.executeStep() && query.getColumn(0).getInt() == kSearchRuleVersion;
}

std::vector<std::string> verifySearch(SQLite::Database& database) {
  SQLite::Statement rule(database, "SELECT version FROM rule WHERE name = 'search'");
  const std::int64_t version = rule.executeStep() ? rule.getColumn(0).getInt64() : 0;
  if (version < 1 || version > kSearchRuleVersion)
    return {fmt::format("the search index was made by rule {}, which there is not", version)};
  // An index of an older rule is old, not wrong: it is made anew when the archive is opened for writing.
  if (version != kSearchRuleVersion) return {};
  std::vector<std::string> problems = compareTexts(database);
  if (problems.empty()) checkWords(database);
  return problems;
}

void addSearchFunctions(SQLite::Database& database) {
  fts5_api* api = nullptr;
  // SQLiteCpp cannot bind pointers, and this is the one way in which FTS5 hands out its interface.
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database.getHandle(), "SELECT fts5(?1)", -1, &statement, nullptr) != SQLITE_OK)
    return;
  sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
  sqlite3_step(statement);
  sqlite3_finalize(statement);
  if (api != nullptr) api->xCreateFunction(api, "first_column", nullptr, firstColumn, nullptr);
}

}  // namespace entente
