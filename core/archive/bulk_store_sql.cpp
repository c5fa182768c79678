// SPDX-License-Identifier: GPL-3.0-or-later
// Rows, dictionary and chunks of the bulk population.
#include "core/archive/bulk_store_sql.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/core.h>

#include <algorithm>
#include <cstring>
#include <unordered_map>

#include "core/archive/digests_sql.h"
#include "core/archive/event_dates_sql.h"
#include "core/archive/record_store_sql.h"
#include "core/model/canonical_csv.h"

namespace entente {

namespace {

constexpr const char* kSelectRows = R"sql(
  SELECT e.key, e.batch, e."when", a1.word, a2.word, p.word, c.word, e.mentions, e.tone, e.masked,
         e.earliest_begin, e.latest_end
  FROM bulk_event AS e
  LEFT JOIN bulk_word AS a1 ON a1.id = e.actor1
  LEFT JOIN bulk_word AS a2 ON a2.id = e.actor2
  LEFT JOIN bulk_word AS p ON p.id = e.place
  LEFT JOIN bulk_word AS c ON c.id = e.code
  WHERE e.row >= ? AND e.row < ? ORDER BY e.row)sql";

/// Texts to numbers while rows are written.
class Dictionary {
 public:
  explicit Dictionary(SQLite::Database& database)
      : m_insert(database, "INSERT INTO bulk_word(id, word) VALUES(?, ?)") {}

  void bind(SQLite::Statement& row, int index, const QString& text) {
    if (text.isEmpty()) return;
    const auto [entry, fresh] =
        m_ids.try_emplace(text.toStdString(), static_cast<std::int64_t>(m_ids.size()) + 1);
    if (fresh) {
      m_insert.reset();
      m_insert.bind(1, entry->second);
      m_insert.bind(2, entry->first);
      m_insert.exec();
    }
    row.bind(index, entry->second);
  }

 private:
  SQLite::Statement m_insert;
  std::unordered_map<std::string, std::int64_t> m_ids;
};

struct ChunkColumns {
  std::vector<std::int64_t> keys, begins, ends;
  std::string csv;         ///< canonical, with the masked ones marked
  bool datesAgree = true;  ///< the stored derived dates are what the expressions give
};

/// Reads the rows of a chunk through the model's rules.
Result<ChunkColumns> readChunkRows(SQLite::Database& database, std::int64_t number,
                                   std::vector<BulkEvent>* events) {
  const RecordTable<BulkEvent>& table = recordTable<BulkEvent>();
  SQLite::Statement query(database, kSelectRows);
  query.bind(1, number * kBulkChunkRows);
  query.bind(2, (number + 1) * kBulkChunkRows);
  ChunkColumns chunk;
  while (query.executeStep()) {
    BulkEvent event;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const std::string cell = query.getColumn(static_cast<int>(i)).getString();
      if (cell.empty() && !table.columns[i].required) continue;
      const std::string reason = cell.empty() ? "it is empty" : table.columns[i].set(event, cell);
      if (!reason.empty())
        return fail(ErrorKind::Damaged,
                    fmt::format("The archive is damaged: table bulk_event, key {}, column {}: {}.", event.key,
                                table.columns[i].name, reason));
    }
    const int next = static_cast<int>(table.columns.size());
    const DateBounds& bounds = event.when->bounds();
    appendCsvRow(chunk.csv, table, event);
    if (query.getColumn(next).getInt() != 0) chunk.csv += "masked\n";
    chunk.datesAgree = chunk.datesAgree &&
                       query.getColumn(next + 1).getInt64() == bounds.earliestBegin.seconds &&
                       query.getColumn(next + 2).getInt64() == bounds.latestEnd.seconds;
    chunk.keys.push_back(event.key);
    chunk.begins.push_back(bounds.earliestBegin.seconds);
    chunk.ends.push_back(bounds.latestEnd.seconds);
    if (events) events->push_back(std::move(event));
  }
  return chunk;
}

void bindColumn(SQLite::Statement& statement, int index, const std::vector<std::int64_t>& column) {
  statement.bind(index, column.data(), static_cast<int>(column.size() * sizeof(std::int64_t)));
}

std::int64_t chunkCount(SQLite::Database& database) {
  SQLite::Statement query(database, "SELECT coalesce(max(row) + 1, 0) FROM bulk_event");
  query.executeStep();
  return (query.getColumn(0).getInt64() + kBulkChunkRows - 1) / kBulkChunkRows;
}

Result<void> rebuildChunks(SQLite::Database& database, const Progress& progress) {
  database.exec("DELETE FROM bulk_chunk");
  const std::int64_t count = chunkCount(database);
  SQLite::Statement insert(
      database, "INSERT INTO bulk_chunk(number, rows, keys, begins, ends, sha256) VALUES(?, ?, ?, ?, ?, ?)");
  for (std::int64_t number = 0; number < count; ++number) {
    if (progress.stopRequested()) return fail(ErrorKind::Cancelled, "cancelled");
    auto chunk = readChunkRows(database, number, nullptr);
    if (!chunk) return fail(chunk.error());
    insert.reset();
    insert.bind(1, number);
    insert.bind(2, static_cast<std::int64_t>(chunk->keys.size()));
    bindColumn(insert, 3, chunk->keys);
    bindColumn(insert, 4, chunk->begins);
    bindColumn(insert, 5, chunk->ends);
    insert.bind(6, sha256Hex(chunk->csv));
    insert.exec();
    progress.say(number + 1, count);
  }
  return {};
}

bool copyColumn(const SQLite::Column& blob, std::size_t rows, std::vector<std::int64_t>& out) {
  // A stranger's number of rows is believed only as far as a chunk reaches.
  if (rows > static_cast<std::size_t>(kBulkChunkRows)) return false;
  if (static_cast<std::size_t>(blob.getBytes()) != rows * sizeof(std::int64_t)) return false;
  const std::size_t before = out.size();
  out.resize(before + rows);
  if (rows > 0) std::memcpy(out.data() + before, blob.getBlob(), rows * sizeof(std::int64_t));
  return true;
}

/// True if all columns came from the chunks.
bool readChunks(SQLite::Database& database, BulkSegment& segment) {
  SQLite::Statement query(database, "SELECT rows, keys, begins, ends FROM bulk_chunk ORDER BY number");
  std::int64_t chunks = 0;
  for (; query.executeStep(); ++chunks) {
    const auto rows = static_cast<std::size_t>(query.getColumn(0).getInt64());
    if (!copyColumn(query.getColumn(1), rows, segment.keys) ||
        !copyColumn(query.getColumn(2), rows, segment.begins) ||
        !copyColumn(query.getColumn(3), rows, segment.ends))
      return false;
  }
  return chunks == chunkCount(database);
}

void dropMasked(SQLite::Database& database, BulkSegment& segment) {
  SQLite::Statement query(database, "SELECT key FROM bulk_event WHERE masked = 1");
  std::vector<std::int64_t> masked;
  while (query.executeStep())
    masked.push_back(query.getColumn(0).getInt64());
  if (masked.empty()) return;
  std::ranges::sort(masked);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < segment.size(); ++i) {
    if (std::ranges::binary_search(masked, segment.keys[i])) continue;
    segment.keys[kept] = segment.keys[i];
    segment.begins[kept] = segment.begins[i];
    segment.ends[kept++] = segment.ends[i];
  }
  segment.keys.resize(kept);
  segment.begins.resize(kept);
  segment.ends.resize(kept);
}

}  // namespace

Result<void> writeBulkEvents(SQLite::Database& database, std::vector<BulkEvent> events,
                             const Progress& progress) {
  std::ranges::sort(events, {},
                    [](const BulkEvent& e) { return std::pair(e.when->bounds().earliestBegin, e.key); });
  SQLite::Statement insert(database, R"sql(
    INSERT INTO bulk_event(row, key, batch, "when", earliest_begin, latest_end, actor1, actor2, place, code, mentions, tone)
    VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))sql");
  Dictionary dictionary(database);
  const auto total = static_cast<std::int64_t>(events.size());
  for (std::int64_t row = 0; row < total; ++row) {
    if (row % 4096 == 0) {
      if (progress.stopRequested()) return fail(ErrorKind::Cancelled, "cancelled");
      progress.say(row, total);
    }
    const BulkEvent& event = events[static_cast<std::size_t>(row)];
    insert.reset();
    insert.clearBindings();
    insert.bind(1, row);
    insert.bind(2, event.key);
    insert.bind(3, event.batch.value);
    insert.bind(4, event.when->edtf());
    insert.bind(5, event.when->bounds().earliestBegin.seconds);
    insert.bind(6, event.when->bounds().latestEnd.seconds);
    dictionary.bind(insert, 7, event.actor1);
    dictionary.bind(insert, 8, event.actor2);
    dictionary.bind(insert, 9, event.place);
    dictionary.bind(insert, 10, event.code);
    insert.bind(11, event.mentions);
    if (event.tone) insert.bind(12, event.tone->text);
    insert.exec();
  }
  return rebuildChunks(database, progress);
}

Result<std::vector<BulkEvent>> readBulkEvents(SQLite::Database& database) {
  std::vector<BulkEvent> events;
  const std::int64_t count = chunkCount(database);
  for (std::int64_t number = 0; number < count; ++number) {
    auto chunk = readChunkRows(database, number, &events);
    if (!chunk) return fail(chunk.error());
  }
  const RecordTable<BulkEvent>& table = recordTable<BulkEvent>();
  std::ranges::sort(events, {}, [&table](const BulkEvent& event) { return table.uidOf(event); });
  return events;
}

Result<BulkSegment> readBulkColumns(SQLite::Database& database) {
  BulkSegment segment;
  if (!eventDatesAreCurrent(database) || !readChunks(database, segment)) {
    segment = BulkSegment();
    const std::int64_t count = chunkCount(database);
    for (std::int64_t number = 0; number < count; ++number) {
      auto chunk = readChunkRows(database, number, nullptr);
      if (!chunk) return fail(chunk.error());
      segment.keys.insert(segment.keys.end(), chunk->keys.begin(), chunk->keys.end());
      segment.begins.insert(segment.begins.end(), chunk->begins.begin(), chunk->begins.end());
      segment.ends.insert(segment.ends.end(), chunk->ends.begin(), chunk->ends.end());
    }
  }
  dropMasked(database, segment);
  return segment;
}

Result<bool> removeBulkBatch(SQLite::Database& database, const BatchUid& batch) {
  SQLite::Statement events(database, "DELETE FROM bulk_event WHERE batch = ?");
  events.bind(1, batch.value);
  events.exec();
  if (!removeRecord(database, TableId::BulkBatches, batch.value)) return false;
  if (auto done = rebuildChunks(database, {}); !done) return fail(done.error());
  return true;
}

Result<std::vector<std::string>> verifyBulkChunks(SQLite::Database& database, const Progress& progress) {
  std::vector<std::string> problems;
  const std::int64_t count = chunkCount(database);
  SQLite::Statement query(database,
                          "SELECT rows, keys, begins, ends, sha256 FROM bulk_chunk WHERE number = ?");
  for (std::int64_t number = 0; number < count; ++number) {
    if (progress.stopRequested()) return fail(ErrorKind::Cancelled, "cancelled");
    auto chunk = readChunkRows(database, number, nullptr);
    if (!chunk) return fail(chunk.error());
    query.reset();
    query.bind(1, number);
    if (!query.executeStep()) {
      problems.push_back(fmt::format("bulk events, chunk {}: its checksum is missing.", number));
      continue;
    }
    BulkSegment stored;
    const auto rows = static_cast<std::size_t>(query.getColumn(0).getInt64());
    const bool columns = copyColumn(query.getColumn(1), rows, stored.keys) &&
                         copyColumn(query.getColumn(2), rows, stored.begins) &&
                         copyColumn(query.getColumn(3), rows, stored.ends);
    if (query.getColumn(4).getString() != sha256Hex(chunk->csv))
      problems.push_back(
          fmt::format("bulk events, chunk {}: its rows do not have the recorded checksum.", number));
    else if (!chunk->datesAgree)
      problems.push_back(fmt::format("bulk events, chunk {}: its derived dates are wrong.", number));
    else if (!columns || stored.keys != chunk->keys || stored.begins != chunk->begins ||
             stored.ends != chunk->ends)
      problems.push_back(
          fmt::format("bulk events, chunk {}: its columns are not those of its rows.", number));
    progress.say(number + 1, count);
  }
  return problems;
}

}  // namespace entente
