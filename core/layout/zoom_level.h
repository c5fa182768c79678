// SPDX-License-Identifier: GPL-3.0-or-later
// Zoom levels: half powers of two of seconds a pixel; what is packed is packed for a level, never for a
// frame.
#pragma once

#include <compare>

namespace entente {

/// Level n means 2^(n/2) seconds a pixel. Greater is farther away.
struct ZoomLevel {
  int halfPowers = 0;

  [[nodiscard]] double secondsPerPixel() const;
  auto operator<=>(const ZoomLevel&) const = default;
};

/// The finest level whose pixels are at least as long as the given ones: at the true scale things then lie at
/// least as far apart as they were packed, at most by a factor of the square root of two.
[[nodiscard]] ZoomLevel zoomLevelFor(double secondsPerPixel);

}  // namespace entente
