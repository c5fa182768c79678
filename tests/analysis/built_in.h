// SPDX-License-Identifier: GPL-3.0-or-later
// builtIn(): the rows of the built-in archive, read once.
#pragma once

#include <string_view>

#include "core/model/records.h"

namespace entente::test {

/// Fails the test if the bundle does not read.
[[nodiscard]] const Records& builtIn();
/// A pledge of it.
[[nodiscard]] const Pledge& builtInPledge(std::string_view uid);

}  // namespace entente::test
