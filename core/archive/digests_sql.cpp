// SPDX-License-Identifier: GPL-3.0-or-later
// Computes and keeps the digests.
#include "core/archive/digests_sql.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/core.h>

#include <QCryptographicHash>
#include <algorithm>

#include "core/model/canonical_csv.h"

namespace entente {

namespace {

constexpr const char* kKeysName = "event_keys";

/// Without the columns that came later and that no row makes use of: a digest, and with it the fingerprint in
/// what was exported, outlives the program that made it.
template <class R>
std::vector<Column<R>> columnsInUse(const RecordTable<R>& table, const std::vector<R>& rows) {
  std::vector<Column<R>> columns(table.columns.begin(), table.columns.end());
  if constexpr (requires { rows.front().event.tags; }) {
    if (std::ranges::all_of(rows, [](const R& row) { return row.event.tags.empty(); }))
      std::erase_if(columns, [](const Column<R>& column) { return column.name == "tags"; });
  }
  if constexpr (std::is_same_v<R, Pin>) {
    if (std::ranges::all_of(rows, [](const Pin& pin) { return pin.question.isEmpty(); }))
      std::erase_if(columns, [](const Column<Pin>& column) { return column.name == "question"; });
  }
  return columns;
}

template <class R>
TableDigest digestOfRows(const RecordTable<R>& whole, const std::vector<R>& rows) {
  const std::vector<Column<R>> columns = columnsInUse(whole, rows);
  const RecordTable<R> table{whole.id, whole.name, columns, whole.rows};
  std::string csv = csvHeader(table);
  for (const R& row : rows)
    appendCsvRow(csv, table, row);
  return TableDigest{std::string(table.name), static_cast<std::int64_t>(rows.size()), sha256Hex(csv)};
}

}  // namespace

std::string sha256Hex(std::string_view bytes) {
  const QByteArray hash = QCryptographicHash::hash(
      QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())), QCryptographicHash::Sha256);
  return hash.toHex().toStdString();
}

TableDigest digestOf(const Records& records, TableId id) {
  TableDigest digest;
  forEachTable([&]<class R>(const RecordTable<R>& table) {
    if constexpr (!std::is_same_v<R, BulkEvent>) {
      if (table.id == id) digest = digestOfRows(table, records.*table.rows);
    }
  });
  return digest;
}

TableDigest computeKeyDigest(SQLite::Database& database) {
  SQLite::Statement query(database, "SELECT uid, key, kind, promoted_from FROM event ORDER BY uid");
  TableDigest digest{kKeysName, 0, {}};
  std::string csv;
  while (query.executeStep()) {
    csv += fmt::format("{},{},{},{}\n", query.getColumn(0).getString(), query.getColumn(1).getInt64(),
                       query.getColumn(2).getString(), query.getColumn(3).getString());
    ++digest.rows;
  }
  digest.sha256 = sha256Hex(csv);
  return digest;
}

std::vector<TableDigest> digestsOf(SQLite::Database& database, const Records& records) {
  std::vector<TableDigest> digests;
  forEachTable([&]<class R>(const RecordTable<R>& table) {
    if constexpr (!std::is_same_v<R, BulkEvent>) digests.push_back(digestOfRows(table, records.*table.rows));
  });
  digests.push_back(computeKeyDigest(database));
  return digests;
}

void storeDigest(SQLite::Database& database, const TableDigest& digest) {
  SQLite::Statement put(database,
                        "INSERT INTO digest(name, rows, sha256) VALUES(?, ?, ?) "
                        "ON CONFLICT(name) DO UPDATE SET rows = excluded.rows, sha256 = excluded.sha256");
  put.bind(1, digest.name);
  put.bind(2, digest.rows);
  put.bind(3, digest.sha256);
  put.exec();
}

std::vector<TableDigest> storedDigests(SQLite::Database& database) {
  SQLite::Statement query(database, "SELECT name, rows, sha256 FROM digest ORDER BY name");
  std::vector<TableDigest> digests;
  while (query.executeStep())
    digests.push_back(
        {query.getColumn(0).getString(), query.getColumn(1).getInt64(), query.getColumn(2).getString()});
  return digests;
}

std::string fingerprint(SQLite::Database& database) {
  std::string all;
  for (const TableDigest& digest : storedDigests(database)) {
    // Keys are this file's own matter: they may differ between two archives of the same records. And a table
    // that came later counts only once it holds something.
    if (digest.name == kKeysName || (digest.name == tableName(TableId::Events) && digest.rows == 0)) continue;
    all += fmt::format("{} {}\n", digest.name, digest.sha256);
  }
  SQLite::Statement chunks(database, "SELECT sha256 FROM bulk_chunk ORDER BY number");
  while (chunks.executeStep())
    all += fmt::format("bulk {}\n", chunks.getColumn(0).getString());
  return sha256Hex(all);
}

}  // namespace entente
