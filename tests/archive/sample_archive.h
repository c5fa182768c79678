// SPDX-License-Identifier: GPL-3.0-or-later
// Records and archives that the tests of core/archive share.
#pragma once

#include <filesystem>
#include <string>

#include "core/archive/archive.h"
#include "core/model/records.h"

namespace entente::test {

/// The built-in archive's records, read once from its bundle.
[[nodiscard]] const Records& builtInRecords();

/// A message with its sender, recipient, two sources, a stage and a claim: small enough to see through.
[[nodiscard]] Records smallRecords();

[[nodiscard]] FuzzyDate date(std::string_view edtf);

/// For a change whose place in the history does not matter.
[[nodiscard]] ChangeNote note(const char* title = "a change");

/// Makes an archive; the test stops if it cannot.
void makeArchive(const std::filesystem::path& path, const Records& records);

[[nodiscard]] Archive openArchive(const std::filesystem::path& path, Access access = Access::ReadOnly);

}  // namespace entente::test
