// SPDX-License-Identifier: GPL-3.0-or-later
// TimeSpan: a stretch of time, half-open.
#pragma once

#include <cstdint>

#include "core/time/instant.h"

namespace entente {

/// [begin, end): begin belongs to it, end does not. Empty if end <= begin.
struct TimeSpan {
  Instant begin;
  Instant end;

  [[nodiscard]] constexpr bool isEmpty() const { return end <= begin; }
  /// In seconds; 0 if empty. Up to twice kEndOfTime, which fits.
  [[nodiscard]] constexpr std::int64_t seconds() const { return isEmpty() ? 0 : end.seconds - begin.seconds; }
  [[nodiscard]] constexpr bool contains(Instant at) const { return begin <= at && at < end; }
  [[nodiscard]] constexpr bool overlaps(TimeSpan other) const {
    return begin < other.end && other.begin < end && !isEmpty() && !other.isEmpty();
  }

  bool operator==(const TimeSpan&) const = default;
};

}  // namespace entente
