// SPDX-License-Identifier: GPL-3.0-or-later
// Joins an error's context and message.
#include "core/base/error.h"

namespace entente {

std::string Error::text() const {
  std::string line;
  for (auto it = context.rbegin(); it != context.rend(); ++it) {
    line += *it;
    line += ": ";
  }
  return line + message;
}

Error Error::within(std::string_view what) const {
  Error copy = *this;
  copy.context.emplace_back(what);
  return copy;
}

}  // namespace entente
