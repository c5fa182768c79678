// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the header of a file and what lies beside it.
#include "core/archive/archive_file.h"

#include <fmt/core.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string_view>
#include <system_error>

#include "core/archive/schema_sql.h"

namespace entente {

namespace {

using Header = std::array<unsigned char, 100>;

std::uint32_t bigEndian(const Header& header, std::size_t offset, int bytes) {
  std::uint32_t value = 0;
  for (int i = 0; i < bytes; ++i)
    value = value << 8 | header[offset + static_cast<std::size_t>(i)];
  return value;
}

std::filesystem::path beside(const std::filesystem::path& path, const char* suffix) {
  std::filesystem::path log = path;
  log += suffix;
  return log;
}

bool holdsSomething(const std::filesystem::path& file) {
  std::error_code none;
  return std::filesystem::file_size(file, none) > 0 && !none;
}

/// A rollback journal whose header was not wiped. One that cannot be read is taken for hot.
bool hasHotJournal(const std::filesystem::path& path) {
  const std::filesystem::path journal = beside(path, "-journal");
  if (!holdsSomething(journal)) return false;
  std::ifstream in(journal, std::ios::binary);
  char first = 1;
  return !in.get(first) || first != 0;
}

Result<void> checkIdentity(const Header& header, std::string_view name) {
  if (std::memcmp(header.data(), "SQLite format 3", 16) != 0)
    return fail(ErrorKind::Foreign, fmt::format("{} is not an Entente archive.", name));
  if (bigEndian(header, 68, 4) != kApplicationId)
    return fail(ErrorKind::Foreign,
                fmt::format("{} is a database of another program, not an Entente archive.", name));
  return {};
}

Result<void> checkSize(const Header& header, std::int64_t bytes, std::string_view name) {
  const std::uint32_t rawPage = bigEndian(header, 16, 2);
  const std::int64_t page = rawPage == 1 ? 65536 : rawPage;
  if (page < 512 || (page & (page - 1)) != 0)
    return fail(ErrorKind::Damaged, fmt::format("{} is damaged: its header names a page size of {} bytes; "
                                                "go back to a backup of it.",
                                                name, page));
  // The page count is valid only if the two change counters agree (section 1.3.8).
  if (bigEndian(header, 24, 4) != bigEndian(header, 92, 4)) return {};
  const std::int64_t expected = page * bigEndian(header, 28, 4);
  if (bytes < expected)
    return fail(ErrorKind::Damaged,
                fmt::format("{} is cut off: {} of {} bytes are there; go back to a backup "
                            "of it.",
                            name, bytes, expected));
  return {};
}

}  // namespace

bool hasLogs(const std::filesystem::path& path) {
  std::error_code none;
  return hasHotJournal(path) || std::filesystem::exists(beside(path, "-wal"), none);
}

std::filesystem::path realPath(const std::filesystem::path& path) {
  std::error_code error;
  const std::filesystem::path absolute = std::filesystem::absolute(path, error);
  const std::filesystem::path real = std::filesystem::weakly_canonical(error ? path : absolute, error);
  return error ? path : real;
}

Result<ArchiveFile> probeArchive(const std::filesystem::path& asked) {
  const std::filesystem::path path = realPath(asked);
  const std::string name = asked.filename().string();
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found)
    return fail(ErrorKind::NotFound, fmt::format("There is no file {}.", path.string()));
  if (error)
    return fail(ErrorKind::NoPermission,
                fmt::format("{} cannot be reached: {}.", path.string(), error.message()));
  if (status.type() == std::filesystem::file_type::directory)
    return fail(ErrorKind::Foreign, fmt::format("{} is a folder, not an Entente archive.", path.string()));
  if (status.type() != std::filesystem::file_type::regular)
    return fail(ErrorKind::Foreign, fmt::format("{} is not a regular file.", path.string()));
  if (access(path.c_str(), R_OK) != 0)
    return fail(ErrorKind::NoPermission,
                fmt::format("{} may not be read by you; ask its owner.", path.string()));

  ArchiveFile file;
  file.path = path;
  file.bytes = static_cast<std::int64_t>(std::filesystem::file_size(path, error));
  if (file.bytes == 0) return fail(ErrorKind::Foreign, fmt::format("{} is empty (zero bytes).", name));
  std::ifstream in(path, std::ios::binary);
  Header header{};
  in.read(reinterpret_cast<char*>(header.data()), header.size());
  if (in.gcount() < static_cast<std::streamsize>(header.size()))
    return fail(ErrorKind::Foreign, fmt::format("{} is not an Entente archive.", name));
  if (auto ours = checkIdentity(header, name); !ours) return fail(ours.error());
  const bool wal = holdsSomething(beside(path, "-wal"));
  const bool journal = hasHotJournal(path);
  // A file that was cut short in a checkpoint may be shorter than its header says until its log is applied.
  if (!wal && !journal) {
    if (auto whole = checkSize(header, file.bytes, name); !whole) return fail(whole.error());
  }
  file.version = bigEndian(header, 60, 4);
  const std::filesystem::path folder =
      path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  file.writable = access(path.c_str(), W_OK) == 0 && access(folder.c_str(), W_OK) == 0;
  // A write-ahead log is read along with the file, but for that SQLite writes beside it; a rollback journal
  // is not read.
  file.unfinished = journal || (wal && !file.writable);
  const bool restsInWal = header[18] == 2 && !std::filesystem::exists(beside(path, "-shm"), error);
  file.immutable = !wal && !journal && (!file.writable || restsInWal);
  return file;
}

}  // namespace entente
