// SPDX-License-Identifier: GPL-3.0-or-later
// WrittenFile: a file in somebody else's format, and what of ours it could not hold.
#pragma once

#include <QByteArray>
#include <QString>
#include <cstddef>
#include <functional>
#include <map>
#include <string>

#include "core/time/fuzzy_date.h"

namespace entente {

/// How a program that shows a file is to show a date, in the words of its readers.
using DateWords = std::function<QString(const FuzzyDate&)>;

struct WrittenFile {
  QByteArray bytes;
  /// What the format has no place for, and in how many entries: {"colours", 12}. Plural words.
  std::map<std::string, std::size_t> leftOut;
};

}  // namespace entente
