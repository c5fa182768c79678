// SPDX-License-Identifier: GPL-3.0-or-later
// The small words around dates in other languages than English.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "core/exchange/date_tongues.h"

namespace entente {

struct DatePhrase {
  std::string_view from;  ///< words between single spaces, small letters
  std::string_view to;    ///< in English; empty: left out
};

using DatePhrases = std::vector<DatePhrase>;

/// In the order of the tongues; where one phrase holds another the longer one comes first.
[[nodiscard]] const std::array<DatePhrases, kDateTongues>& datePhrases();

}  // namespace entente
