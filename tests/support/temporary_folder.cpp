// SPDX-License-Identifier: GPL-3.0-or-later
// Makes and removes the private folder; reads and writes whole files.
#include "tests/support/temporary_folder.h"

#include <stdlib.h>

#include <fstream>
#include <iterator>
#include <system_error>

#include "core/base/check.h"

namespace entente::test {

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "entente-test-XXXXXX").string();
  check(mkdtemp(name.data()) != nullptr, "a temporary folder can be made");
  m_path = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(m_path, ignored);
}

std::string readFile(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  check(in.is_open(), "the file that a test reads exists");
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void writeFile(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  check(out.good(), "the file that a test writes can be written");
}

}  // namespace entente::test
