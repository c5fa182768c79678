// SPDX-License-Identifier: GPL-3.0-or-later
// check(): our own invariants; a broken one is a bug of ours and stops the program, in every build.
#pragma once

namespace entente {

/// Prints the place and the reason to stderr and aborts. Never for bad input: that is an Error.
[[noreturn]] void checkFailed(const char* what, const char* file, int line);

// The builtins in place of std::source_location, which clang 14 (tidy, fuzz) does not have.
inline void check(bool holds, const char* what, const char* file = __builtin_FILE(),
                  int line = __builtin_LINE()) {
  if (!holds) [[unlikely]]
    checkFailed(what, file, line);
}

}  // namespace entente
