// SPDX-License-Identifier: GPL-3.0-or-later
// The format of SQLite's changesets, read strictly: the library trusts them, and of some bytes never sees the
// end.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

struct ChangesetTable {
  std::string name;
  std::vector<bool> isKey;  ///< for each column

  bool operator==(const ChangesetTable&) const = default;
};

/// The tables that a changeset changes, as they stand in it; nothing if the bytes are not a changeset from
/// the first to the last. A patchset, which does not say what was there before, is none. Source of the
/// format: the comment "CHANGESET FORMAT" in SQLite's sqlite3session.c (3.40). O(bytes).
[[nodiscard]] std::optional<std::vector<ChangesetTable>> tablesOfChangeset(std::string_view bytes);

}  // namespace entente
