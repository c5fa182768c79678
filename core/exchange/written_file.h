// SPDX-License-Identifier: GPL-3.0-or-later
// WrittenFile: a file in somebody else's format, and what of ours it could not hold.
#pragma once

#include <QByteArray>
#include <cstddef>
#include <map>
#include <string>

namespace entente {

struct WrittenFile {
  QByteArray bytes;
  /// What the format has no place for, and in how many entries: {"colours", 12}. Plural words.
  std::map<std::string, std::size_t> leftOut;
};

}  // namespace entente
