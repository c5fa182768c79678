// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a check as somebody who may write nothing here, also where the tests run as root.
#pragma once

#include <functional>

namespace entente::test {

/// Runs `holds` in a child process, as nobody if this process is root; true if it gave true. The child sees
/// the files as they are; whatever it does to memory is lost. Folders on the way to a file must let others
/// in.
[[nodiscard]] bool holdsForNobody(const std::function<bool()>& holds);

}  // namespace entente::test
