// SPDX-License-Identifier: GPL-3.0-or-later
// Measure words: how long it is from one date to another, as honestly as the two are known.
#pragma once

#include <QString>

#include "core/time/date_relations.h"

namespace entente {

/// From begin to begin: "12 days", "41 to 71 days", "up to 30 days", "3 hours 20 minutes", "the same day",
/// "at least 12 days" where one has no begin. Days are counted in UTC, from one to the next; both dates with
/// a time of day, less than two days apart, give hours and minutes. The order of the two does not count.
[[nodiscard]] QString intervalInWords(const DateBounds& from, const DateBounds& to);

/// "certainly before", "possibly before", "at the same time": how the first stands to the second, as a whole
/// sentence with both names.
[[nodiscard]] QString relationInWords(const QString& from, const DateBounds& fromBounds, const QString& to,
                                      const DateBounds& toBounds);

}  // namespace entente
