// SPDX-License-Identifier: GPL-3.0-or-later
// Instant: a second on the UTC time line, proleptic Gregorian, from before the big bang to far after us.
#pragma once

#include <compare>
#include <cstdint>

namespace entente {

/// Whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted. Value type, 8 bytes.
/// Differences of two instants within kBeginningOfTime..kEndOfTime fit a signed 64-bit integer.
struct Instant {
  std::int64_t seconds = 0;

  auto operator<=>(const Instant&) const = default;
};

/// Bounds of what the program computes with: about +-100 billion years. Also the bounds of what is open or
/// unknown.
inline constexpr Instant kBeginningOfTime{-3'155'760'000'000'000'000};
inline constexpr Instant kEndOfTime{3'155'760'000'000'000'000};

/// Years that a date may have (so that every bound of it lies strictly within the two instants above).
inline constexpr std::int64_t kMinYear = -99'000'000'000;
inline constexpr std::int64_t kMaxYear = 99'000'000'000;

inline constexpr std::int64_t kSecondsPerDay = 86'400;

/// Saturates at the two ends of time.
[[nodiscard]] constexpr Instant plusSeconds(Instant at, std::int64_t seconds) {
  if (seconds >= 0) {
    return at.seconds > kEndOfTime.seconds - seconds ? kEndOfTime : Instant{at.seconds + seconds};
  }
  return at.seconds < kBeginningOfTime.seconds - seconds ? kBeginningOfTime : Instant{at.seconds + seconds};
}

}  // namespace entente
