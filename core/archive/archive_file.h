// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at a file's first 100 bytes, without SQLite, to say whether it is an archive that may be opened.
#pragma once

#include <cstdint>
#include <filesystem>

#include "core/base/result.h"

namespace entente {

struct ArchiveFile {
  std::filesystem::path
      path;  ///< absolute, links followed: logs and folder are looked up beside the real file
  std::uint32_t version = 0;  ///< PRAGMA user_version
  std::int64_t bytes = 0;
  bool writable = false;    ///< this process may write the file and its folder
  bool unfinished = false;  ///< a change that was cut short must be finished or undone before it can be read
  bool immutable = false;   ///< nobody can be writing it: it may be read without leaving anything beside it
};

/// Absolute, with links followed as far as they lead; the path itself where that fails.
[[nodiscard]] std::filesystem::path realPath(const std::filesystem::path& path);
/// Whether a rollback journal with something in it lies beside a file, or a write-ahead log, be it empty:
/// another program has it open for writing, or was stopped while it had.
[[nodiscard]] bool hasLogs(const std::filesystem::path& path);

/// Source of the format: sqlite.org/fileformat2.html, section 1.3. Errors: NotFound, NoPermission, Foreign (a
/// folder, an empty or other file, another program's database), Damaged (shorter than its header says). Never
/// writes, never lets SQLite touch the file.
[[nodiscard]] Result<ArchiveFile> probeArchive(const std::filesystem::path& path);

}  // namespace entente
