// SPDX-License-Identifier: GPL-3.0-or-later
// The dates of a reference in RIS, which has several of them and several ways to write each.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/time/fuzzy_date.h"

namespace entente {

struct RisDate {
  std::optional<FuzzyDate> date;
  std::vector<std::string> problems;  ///< sentences without full stop
  std::string unread;                 ///< as it is written
};

/// Of PY, DA and Y1, each empty if it is not there. Where their years differ that of PY counts, else the
/// first.
[[nodiscard]] RisDate readRisDates(std::string_view year, std::string_view date, std::string_view primary);

}  // namespace entente
