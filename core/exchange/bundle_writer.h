// SPDX-License-Identifier: GPL-3.0-or-later
// writeBundle(): Records to a folder of canonical CSV files, one a table, all or none.
#pragma once

#include <filesystem>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/records.h"

namespace entente {

/// Writes every table, also the empty ones, in canonical form whatever the order of the rows, and the
/// property "format" as kBundleFormat whatever the records say. The folder is made if it is not there. All
/// files are first written beside the old ones under temporary names and renamed when the last is safe on the
/// disk, so that a full disk leaves the old bundle. With `overwrite` a folder that holds something is taken
/// too, and files of other names are left alone. Errors: Exists (the folder holds something and `overwrite`
/// is false, or something that is no file has one of the names), Full, NoPermission, Invalid (a text holds a
/// control character that CSV cannot carry), Internal, Cancelled; after each of them the old files are what
/// they were, but for a failure while renaming. Progress counts rows. One writer at a time.
[[nodiscard]] Result<void> writeBundle(const Records& records, const std::filesystem::path& folder,
                                       bool overwrite, const Progress& progress = {});

}  // namespace entente
