// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a file that is read whole.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/base/result.h"

namespace entente {

/// Errors name the file: NotFound, NoPermission, Foreign (a folder, a device), Invalid (more than `most`
/// bytes), Internal.
[[nodiscard]] Result<std::string> readFileBytes(const std::filesystem::path& file, std::uint64_t most);

}  // namespace entente
