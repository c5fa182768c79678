// SPDX-License-Identifier: GPL-3.0-or-later
// Stops the program at a broken invariant.
#include "core/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace entente {

void checkFailed(const char* what, const char* file, int line) {
  std::fprintf(stderr, "entente: internal error: %s (%s:%d)\n", what, file, line);
  std::abort();
}

}  // namespace entente
