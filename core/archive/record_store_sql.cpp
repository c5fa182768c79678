// SPDX-License-Identifier: GPL-3.0-or-later
// The statements are made from the tables' descriptions: names of columns from there, values by binding
// alone.
#include "core/archive/record_store_sql.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "core/archive/schema_sql.h"
#include "core/base/check.h"

namespace entente {

namespace {

/// Where a list column lives: a table of (event, position, ...) rows; a role tells columns of one table
/// apart.
struct ListHome {
  std::string_view column;
  std::string_view table;
  std::string_view role;  ///< empty: the cell names it ("role:actor"), or the table has none
};
constexpr std::array<ListHome, 8> kLists{{{"sources", "event_source", ""},
                                          {"tags", "event_tag", ""},
                                          {"documents", "summit_document", ""},
                                          {"adherents", "pledge_adherent", ""},
                                          {"participants", "event_participant", ""},
                                          {"sender", "event_participant", "sender"},
                                          {"recipients", "event_participant", "recipient"},
                                          {"speaker", "event_participant", "speaker"}}};
/// Columns of the six event tables that stand in `event`.
constexpr std::array<std::string_view, 9> kEventColumns{"uid",     "title",  "short_title", "when", "place",
                                                        "summary", "weight", "known_from",  "note"};

const ListHome* listHome(TableId table, std::string_view column) {
  if (!isEventTable(table)) return nullptr;
  const auto found = std::ranges::find(kLists, column, &ListHome::column);
  return found == kLists.end() ? nullptr : &*found;
}

std::string_view itemColumn(const ListHome& home) {
  return home.table == "event_tag" ? "tag" : "source";
}

/// What `event.kind` says of the rows of an event table.
std::string_view kindOf(TableId table) {
  return table == TableId::Events ? wordOf(EventKind::Event) : sqlName(table);
}

bool standsInEvent(TableId table, std::string_view column) {
  return isEventTable(table) && std::ranges::find(kEventColumns, column) != kEventColumns.end();
}

void bindCell(SQLite::Statement& statement, int index, CellType type, const std::string& cell) {
  if (cell.empty()) {
    statement.bind(index);
  } else if (type == CellType::Integer) {
    std::int64_t value = 0;
    std::from_chars(cell.data(), cell.data() + cell.size(), value);
    statement.bind(index, value);
  } else {
    statement.bind(index, cell);
  }
}

/// INSERT ... ON CONFLICT(uid) DO UPDATE over the given columns; `extra` are columns whose values are SQL
/// (never text of people).
template <class R>
std::string upsertSql(std::string_view table, const std::vector<const Column<R>*>& columns,
                      std::string_view extraNames = {}, std::string_view extraValues = {}) {
  std::string names, marks, updates;
  for (const Column<R>* column : columns) {
    names += fmt::format("{}\"{}\"", names.empty() ? "" : ", ", column->name);
    marks += marks.empty() ? "?" : ", ?";
    if (column->name != "uid")
      updates +=
          fmt::format("{}\"{}\" = excluded.\"{}\"", updates.empty() ? "" : ", ", column->name, column->name);
  }
  return fmt::format("INSERT INTO {}({}{}) VALUES({}{}) ON CONFLICT(uid) DO {}", table, names, extraNames,
                     marks, extraValues, updates.empty() ? "NOTHING" : "UPDATE SET " + updates);
}

/// How a row of one type is put: the same for all its rows.
template <class R>
struct PutPlan {
  std::vector<const Column<R>*> own, common;  ///< columns of its table, and of `event`
  std::vector<std::pair<const Column<R>*, const ListHome*>> lists;
  std::string ownSql, eventSql;

  explicit PutPlan(const RecordTable<R>& table) {
    for (const Column<R>& column : table.columns) {
      if (const ListHome* home = listHome(table.id, column.name)) {
        lists.emplace_back(&column, home);
        continue;
      }
      (standsInEvent(table.id, column.name) ? common : own).push_back(&column);
      if (isEventTable(table.id) && column.name == "uid") own.push_back(&column);
    }
    ownSql = upsertSql<R>(sqlName(table.id), own);
    if (isEventTable(table.id))
      eventSql = upsertSql<R>(
          "event", common, ", kind, key",
          fmt::format(", '{}', (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'last_key')",
                      kindOf(table.id)));
  }
};

template <class R>
void upsert(SQLite::Statement& insert, const std::vector<const Column<R>*>& columns, const R& row) {
  for (std::size_t i = 0; i < columns.size(); ++i)
    bindCell(insert, static_cast<int>(i) + 1, columns[i]->type, columns[i]->get(row));
  insert.exec();
}

void putListItem(Statements& statements, const ListHome& home, const std::string& event, int position,
                 std::string_view item) {
  if (home.table == "event_participant") {
    const std::size_t colon = item.find(':');
    const bool named = home.role.empty();
    SQLite::Statement& insert =
        statements.of("INSERT INTO event_participant(event, role, position, actor) VALUES(?, ?, ?, ?)");
    insert.bind(1, event);
    insert.bind(2, std::string(named ? item.substr(0, colon) : home.role));
    insert.bind(3, position);
    insert.bind(4, std::string(named ? item.substr(colon + 1) : item));
    insert.exec();
  } else if (home.table == "pledge_adherent") {
    const std::size_t at = item.find('@');
    SQLite::Statement& insert =
        statements.of("INSERT INTO pledge_adherent(event, position, actor, members_on) VALUES(?, ?, ?, ?)");
    insert.bind(1, event);
    insert.bind(2, position);
    insert.bind(3, std::string(item.substr(0, at)));
    if (at != std::string_view::npos) insert.bind(4, std::string(item.substr(at + 1)));
    insert.exec();
  } else {
    SQLite::Statement& insert = statements.of(
        fmt::format("INSERT INTO {}(event, position, {}) VALUES(?, ?, ?)", home.table, itemColumn(home)));
    insert.bind(1, event);
    insert.bind(2, position);
    insert.bind(3, std::string(item));
    insert.exec();
  }
}

void putList(Statements& statements, const ListHome& home, const std::string& event, std::string_view cell) {
  int position = 0;
  while (!cell.empty()) {
    const std::size_t stop = cell.find(';');
    putListItem(statements, home, event, position++, cell.substr(0, stop));
    cell.remove_prefix(stop == std::string_view::npos ? cell.size() : stop + 1);
  }
}

void clearLists(Statements& statements, TableId table, const std::string& uid) {
  for (std::string_view list :
       {"event_source", "event_tag", "event_participant", "summit_document", "pledge_adherent"}) {
    if (list == "summit_document" && table != TableId::Summits) continue;
    if (list == "pledge_adherent" && table != TableId::Pledges) continue;
    SQLite::Statement& clear = statements.of(fmt::format("DELETE FROM {} WHERE event = ?", list));
    clear.bind(1, uid);
    clear.exec();
  }
}

bool isThere(Statements& statements, const std::string& event) {
  SQLite::Statement& query = statements.of("SELECT 1 FROM event WHERE uid = ?");
  query.bind(1, event);
  const bool there = query.executeStep();
  query.reset();
  return there;
}

/// Cells of a list column by event, in order: items parted by ';'.
using ListCells = std::vector<std::pair<std::string, std::string>>;

/// The cells of one list column of an event table, of one event if `uid` is set.
ListCells readLists(SQLite::Database& database, TableId table, const ListHome& home, const Uid* uid) {
  std::string item(itemColumn(home));
  std::string where = "1";
  if (home.table == "pledge_adherent") item = "actor || coalesce('@' || members_on, '')";
  if (home.table == "event_participant") {
    item = home.role.empty() ? "role || ':' || actor" : "actor";
    where = home.role.empty() ? "role NOT IN ('sender', 'recipient', 'speaker')" : "role = ?2";
  }
  SQLite::Statement query(
      database,
      fmt::format("SELECT event, {} FROM {} WHERE {} AND {} ORDER BY event, position", item, home.table,
                  where,
                  uid ? "event = ?1"
                      : fmt::format("?1 IS NULL AND EXISTS (SELECT 1 FROM {} AS t WHERE t.uid = event)",
                                    sqlName(table))));
  if (uid) query.bind(1, *uid);
  if (home.table == "event_participant" && !home.role.empty()) query.bind(2, std::string(home.role));
  ListCells cells;
  while (query.executeStep()) {
    std::string event = query.getColumn(0).getString();
    if (cells.empty() || cells.back().first != event) cells.emplace_back(std::move(event), std::string());
    std::string& cell = cells.back().second;
    if (!cell.empty()) cell += ';';
    cell += query.getColumn(1).getString();
  }
  return cells;
}

/// Before schema 3 pins had no question: it is empty.
template <class R>
bool isMissing(const Column<R>& column, std::uint32_t version) {
  return std::is_same_v<R, Pin> && version < 3 && column.name == "question";
}

template <class R>
std::string selectSql(const RecordTable<R>& table, bool one, std::uint32_t version) {
  std::string names;
  for (const Column<R>& column : table.columns) {
    if (listHome(table.id, column.name)) continue;
    if (isMissing(column, version)) {
      names += ", NULL";
      continue;
    }
    const bool inEvent = standsInEvent(table.id, column.name);
    names += fmt::format("{}{}.\"{}\"", names.empty() ? "" : ", ", inEvent ? "e" : "t", column.name);
  }
  const std::string join = isEventTable(table.id) ? " JOIN event AS e ON e.uid = t.uid" : "";
  return fmt::format("SELECT {} FROM {} AS t{} {} ORDER BY t.uid", names, sqlName(table.id), join,
                     one ? "WHERE t.uid = ?" : "");
}

template <class R>
Result<std::vector<R>> readWhere(SQLite::Database& database, const Uid* uid) {
  const RecordTable<R>& table = recordTable<R>();
  const std::uint32_t version = schemaVersion(database);
  if (table.id == TableId::Events && version < 4) return std::vector<R>();
  std::vector<ListCells> lists(table.columns.size());
  std::vector<bool> isList(table.columns.size());
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const ListHome* home = listHome(table.id, table.columns[i].name);
    isList[i] = home != nullptr;
    if (home && (version >= 4 || home->table != "event_tag"))
      lists[i] = readLists(database, table.id, *home, uid);
  }
  SQLite::Statement query(database, selectSql(table, uid != nullptr, version));
  if (uid) query.bind(1, *uid);
  std::vector<R> rows;
  std::vector<std::size_t> next(lists.size());  // both are in the order of uids
  while (query.executeStep()) {
    R row;
    const std::string rowUid = query.getColumn(0).getString();
    int at = 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const Column<R>& column = table.columns[i];
      std::string cell;
      if (isList[i]) {
        while (next[i] < lists[i].size() && lists[i][next[i]].first < rowUid)
          ++next[i];
        if (next[i] < lists[i].size() && lists[i][next[i]].first == rowUid) cell = lists[i][next[i]].second;
      } else {
        cell = query.getColumn(at++).getString();
      }
      if (cell.empty() && !column.required) continue;
      const std::string reason = cell.empty() ? "it is empty" : column.set(row, cell);
      if (!reason.empty())
        return fail(ErrorKind::Damaged,
                    fmt::format("The archive is damaged: table {}, row {}, column {}: {}.", sqlName(table.id),
                                rowUid, column.name, reason));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

std::string_view sqlName(TableId table) {
  static constexpr std::array<std::string_view, 21> kNames{
      "property",    "source", "actor",  "place",    "office",     "accession",  "summit",
      "message",     "stage",  "pledge", "position", "spending",   "statement",  "period",
      "plain_event", "claim",  "pin",    "link",     "saved_view", "bulk_batch", "bulk_event"};
  return kNames[static_cast<std::size_t>(table)];
}

template <class R>
void putRecord(Statements& statements, const R& row) {
  const RecordTable<R>& table = recordTable<R>();
  static const PutPlan<R> plan(table);
  const std::string uid = table.uidOf(row);
  if (isEventTable(table.id)) {
    const bool isNew = !isThere(statements, uid);
    // A key that an upsert does not need is lost, which is fine: keys must be stable, not dense.
    statements.of("UPDATE meta SET value = value + 1 WHERE name = 'last_key'").exec();
    upsert(statements.of(plan.eventSql), plan.common, row);
    if (!isNew) clearLists(statements, table.id, uid);
  }
  upsert(statements.of(plan.ownSql), plan.own, row);
  for (const auto& [column, home] : plan.lists)
    putList(statements, *home, uid, column->get(row));
}

bool removeRecord(SQLite::Database& database, TableId table, const Uid& uid) {
  check(table != TableId::BulkEvents, "bulk events go by batch");
  SQLite::Statement remove(database,
                           isEventTable(table)
                               ? fmt::format("DELETE FROM event WHERE uid = ? AND kind = '{}'", kindOf(table))
                               : fmt::format("DELETE FROM {} WHERE uid = ?", sqlName(table)));
  remove.bind(1, uid);
  return remove.exec() > 0;
}

template <class R>
Result<std::vector<R>> readRecords(SQLite::Database& database) {
  return readWhere<R>(database, nullptr);
}

template <class R>
Result<std::optional<R>> readRecord(SQLite::Database& database, const Uid& uid) {
  auto rows = readWhere<R>(database, &uid);
  if (!rows) return fail(rows.error());
  if (rows->empty()) return std::optional<R>();
  return std::optional<R>(std::move(rows->front()));
}

bool isOtherKind(Statements& statements, TableId table, const Uid& uid) {
  SQLite::Statement& query = statements.of("SELECT kind FROM event WHERE uid = ?");
  query.bind(1, uid);
  const bool other = query.executeStep() && query.getColumn(0).getString() != kindOf(table);
  query.reset();
  return other;
}

// NOLINTBEGIN(bugprone-macro-parentheses): a type, which cannot stand in parentheses here
#define ENTENTE_STORE(R)                                             \
  template void putRecord<R>(Statements&, const R&);                 \
  template Result<std::vector<R>> readRecords<R>(SQLite::Database&); \
  template Result<std::optional<R>> readRecord<R>(SQLite::Database&, const Uid&)
// NOLINTEND(bugprone-macro-parentheses)

ENTENTE_STORE(Property);
ENTENTE_STORE(Source);
ENTENTE_STORE(Actor);
ENTENTE_STORE(Place);
ENTENTE_STORE(Office);
ENTENTE_STORE(Accession);
ENTENTE_STORE(Summit);
ENTENTE_STORE(Message);
ENTENTE_STORE(Stage);
ENTENTE_STORE(Pledge);
ENTENTE_STORE(Position);
ENTENTE_STORE(Spending);
ENTENTE_STORE(Statement);
ENTENTE_STORE(Period);
ENTENTE_STORE(PlainEvent);
ENTENTE_STORE(Claim);
ENTENTE_STORE(Pin);
ENTENTE_STORE(Link);
ENTENTE_STORE(SavedView);
ENTENTE_STORE(BulkBatch);

Result<Records> readCuratedRecords(SQLite::Database& database) {
  Records records;
  Result<void> done;
  forEachTable([&]<class R>(const RecordTable<R>& table) {
    if constexpr (!std::is_same_v<R, BulkEvent>) {
      if (!done) return;
      auto rows = readRecords<R>(database);
      if (rows) {
        records.*table.rows = std::move(*rows);
      } else {
        done = fail(rows.error());
      }
    }
  });
  if (!done) return fail(done.error());
  return records;
}

}  // namespace entente
