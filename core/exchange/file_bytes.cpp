// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a file whole, within a bound.
#include "core/exchange/file_bytes.h"

#include <fmt/core.h>

#include <cerrno>
#include <fstream>
#include <system_error>

namespace entente {

namespace fs = std::filesystem;

namespace {

Error errorOf(std::error_code code, const fs::path& file) {
  if (code == std::errc::no_such_file_or_directory)
    return {ErrorKind::NotFound, fmt::format("There is no file {}.", file.string()), {}};
  if (code == std::errc::permission_denied || code == std::errc::operation_not_permitted)
    return {ErrorKind::NoPermission, fmt::format("{} may not be read.", file.string()), {}};
  return {ErrorKind::Internal, fmt::format("{} cannot be read: {}", file.string(), code.message()), {}};
}

}  // namespace

Result<std::string> readFileBytes(const fs::path& file, std::uint64_t most) {
  std::error_code code;
  if (fs::is_directory(file, code))
    return fail(ErrorKind::Foreign, fmt::format("{} is a folder, not a file.", file.string()));
  if (fs::exists(file, code) && !fs::is_regular_file(file, code))
    return fail(ErrorKind::Foreign, fmt::format("{} is not a regular file.", file.string()));
  const std::uintmax_t size = fs::file_size(file, code);
  if (code) return fail(errorOf(code, file));
  if (size > most)
    return fail(ErrorKind::Invalid, fmt::format("{} has {} bytes; a file that is imported may have {}.",
                                                file.string(), size, most));
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  if (in.is_open()) in.read(bytes.data(), static_cast<std::streamsize>(size));
  if (!in.is_open() || in.bad()) return fail(errorOf(std::error_code(errno, std::generic_category()), file));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

}  // namespace entente
