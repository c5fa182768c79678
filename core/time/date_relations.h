// SPDX-License-Identifier: GPL-3.0-or-later
// How surely one date stands in a relation to another: three-valued, over all readings of both.
#pragma once

#include <cstdint>

#include "core/time/fuzzy_date.h"
#include "core/time/time_span.h"

namespace entente {

/// How surely one thing holds of another under every reading of the dates: under none, some, all of them. The
/// two dates are read independently of each other.
enum class Certainty : std::uint8_t { Impossible, Possible, Certain };

/// Whether what is dated by `bounds` overlaps `span` (a non-empty half-open span).
[[nodiscard]] Certainty overlaps(const DateBounds& bounds, TimeSpan span);

/// Whether they have a second in common.
[[nodiscard]] Certainty overlaps(const DateBounds& a, const DateBounds& b);
/// Whether a has ended when b begins.
[[nodiscard]] Certainty isBefore(const DateBounds& a, const DateBounds& b);
/// Whether a begins when b has ended.
[[nodiscard]] Certainty isAfter(const DateBounds& a, const DateBounds& b);
/// Whether a lies within b: it begins no earlier and ends no later.
[[nodiscard]] Certainty isDuring(const DateBounds& a, const DateBounds& b);

/// How long from the begin of one to the begin of another, in seconds: negative where the second comes first.
/// Ends that are not known give the ends of time. Both inclusive.
struct DurationBounds {
  std::int64_t least = 0;
  std::int64_t most = 0;

  bool operator==(const DurationBounds&) const = default;
};
[[nodiscard]] DurationBounds fromBeginToBegin(const DateBounds& from, const DateBounds& to);
/// How long what is dated lasts, in seconds, at least 1.
[[nodiscard]] DurationBounds lengthOf(const DateBounds& bounds);

}  // namespace entente
