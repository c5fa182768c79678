// SPDX-License-Identifier: GPL-3.0-or-later
// Stops the program at a broken invariant.
#include "core/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace entente {

void checkFailed(const char* what, const std::source_location& where) {
  std::fprintf(stderr, "entente: internal error: %s (%s:%u)\n", what, where.file_name(),
               static_cast<unsigned>(where.line()));
  std::abort();
}

}  // namespace entente
