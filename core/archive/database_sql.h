// SPDX-License-Identifier: GPL-3.0-or-later
// What every connection to an archive has in common: safe settings, and SQLite's exceptions turned into
// errors. Internal to core/archive.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <exception>
#include <filesystem>
#include <string>
#include <utility>

#include "core/base/progress.h"
#include "core/base/result.h"

namespace entente {

/// Defensive mode, untrusted schema, foreign keys on: an archive may come from a stranger. Throws
/// SQLite::Exception.
void makeSafe(SQLite::Database& database);

/// Copies a database as it is now, page by page, to a file that rests without logs. The file need not be
/// there; if it is, it is replaced. `from` must not be in a change of its own. ErrorKind::Cancelled, and
/// NoPermission if another connection keeps the database locked, leave half of it.
[[nodiscard]] Result<void> copyDatabase(SQLite::Database& from, const std::filesystem::path& to,
                                        const Progress& progress = {});

/// Writes what the log holds into the file itself, as far as nobody is reading what was there before:
/// programs that watch the file, not its log, see a change then. Does not wait, and never fails: the log is
/// as good a place.
void settleLog(SQLite::Database& database) noexcept;

/// What a library error means to a person who works on `path`.
[[nodiscard]] Error errorFrom(const SQLite::Exception& exception, const std::filesystem::path& path);

/// Runs work that may throw SQLite::Exception or return a Result; exceptions end here, whatever library threw
/// them.
template <class F>
auto guarded(const std::filesystem::path& path, F&& work) -> decltype(work()) {
  try {
    return work();
  } catch (const SQLite::Exception& exception) {
    return fail(errorFrom(exception, path));
  } catch (const std::exception& exception) {
    return fail(ErrorKind::Internal, path.filename().string() + ": " + exception.what());
  }
}

}  // namespace entente
