// SPDX-License-Identifier: GPL-3.0-or-later
// Digests: a SHA-256 of every curated table's canonical CSV, so that a flipped byte in a text is found and an
// export can say from what it was made. A column that the first format did not have (`question` of pins,
// `tags` of events) stands in it only if a row makes use of it. Internal to core/archive; throws
// SQLite::Exception.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/model/record_tables.h"

namespace entente {

struct TableDigest {
  std::string name;  ///< the bundle's table, or "event_keys"
  std::int64_t rows = 0;
  std::string sha256;  ///< 64 hexadecimal digits
  bool operator==(const TableDigest&) const = default;
};

/// O(bytes of the table). Bulk events have their digests in their chunks.
[[nodiscard]] TableDigest digestOf(const Records& records, TableId table);
/// Of "uid,key,kind,promoted_from" of all events, in uid order: what the bundle does not hold in this form.
[[nodiscard]] TableDigest computeKeyDigest(SQLite::Database& database);
/// All of the above, in a fixed order; `records` are those of the database.
[[nodiscard]] std::vector<TableDigest> digestsOf(SQLite::Database& database, const Records& records);

void storeDigest(SQLite::Database& database, const TableDigest& digest);
/// As stored, by name.
[[nodiscard]] std::vector<TableDigest> storedDigests(SQLite::Database& database);

/// SHA-256 over all stored digests of tables and bulk chunks: two archives with the same records have the
/// same fingerprint.
[[nodiscard]] std::string fingerprint(SQLite::Database& database);

[[nodiscard]] std::string sha256Hex(std::string_view bytes);

}  // namespace entente
