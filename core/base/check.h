// SPDX-License-Identifier: GPL-3.0-or-later
// check(): our own invariants; a broken one is a bug of ours and stops the program, in every build.
#pragma once

#include <source_location>

namespace entente {

/// Prints the place and the reason to stderr and aborts. Never for bad input: that is an Error.
[[noreturn]] void checkFailed(const char* what, const std::source_location& where);

inline void check(bool holds, const char* what,
                  const std::source_location& where = std::source_location::current()) {
  if (!holds) [[unlikely]]
    checkFailed(what, where);
}

}  // namespace entente
