// SPDX-License-Identifier: GPL-3.0-or-later
// readBundle(): a folder of CSV files, one a table, to Records, with every problem that stands in the way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/records.h"

namespace entente {

/// The value of the property "format" in the bundles that this program reads and writes.
inline constexpr std::string_view kBundleFormat = "1";

struct BundleProblem {
  std::string file;         ///< "claims.csv"; empty if it is about the whole bundle
  std::int64_t line = 0;    ///< from 1; 0 if it is about the whole file
  std::int64_t column = 0;  ///< byte in the line, from 1; 0 if line is
  std::string reason;

  /// "claims.csv:12:7: reason"
  [[nodiscard]] std::string text() const;

  bool operator==(const BundleProblem&) const = default;
};

/// `records` is meaningful if there are no problems; it is in canonical order then.
struct BundleReading {
  Records records;
  std::vector<BundleProblem>
      problems;  ///< ordered by file (as TableId, then unknown files by name), line, column
};

/// So many problems are told; one more entry then says how many there are beyond.
inline constexpr std::size_t kMostBundleProblems = 10'000;

/// Reads all files and looks for all problems: a table without file, a file without table, bytes that are not
/// CSV in UTF-8, columns missing, unknown or twice (their order is free), rows with too few or too many
/// cells, empty required cells, values that their column refuses, what checkRecords finds, and a format that
/// is not kBundleFormat. What merely follows from another problem is left out (a reference to a row that
/// could not be read). Errors: NotFound, Foreign (not a folder), NoPermission, Internal (the disk fails),
/// Cancelled. Progress counts bytes.
[[nodiscard]] Result<BundleReading> readBundle(const std::filesystem::path& folder,
                                               const Progress& progress = {});

}  // namespace entente
