// SPDX-License-Identifier: GPL-3.0-or-later
// A bundle that a test can hold in the head: a row or two in most tables, in canonical form, to be spoilt at
// one place.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace entente::test {

struct SmallBundle {
  std::map<std::string, std::string, std::less<>> files;  ///< bytes by file name

  SmallBundle();
  /// Replaces the text where it first stands in the file; it must stand there.
  SmallBundle& replace(std::string_view file, std::string_view from, std::string_view to);
  void writeTo(const std::filesystem::path& folder) const;
};

/// Name and bytes of every file in a folder.
[[nodiscard]] std::map<std::string, std::string, std::less<>> filesIn(const std::filesystem::path& folder);

}  // namespace entente::test
