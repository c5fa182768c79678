// SPDX-License-Identifier: GPL-3.0-or-later
// Half powers of two without rounding surprises.
#include "core/layout/zoom_level.h"

#include <cmath>
#include <numbers>

#include "core/base/check.h"

namespace entente {

double ZoomLevel::secondsPerPixel() const {
  const bool odd = halfPowers % 2 != 0;
  const int whole = (halfPowers - (odd ? 1 : 0)) / 2;
  return std::ldexp(odd ? std::numbers::sqrt2 : 1.0, whole);
}

ZoomLevel zoomLevelFor(double secondsPerPixel) {
  check(secondsPerPixel > 0 && std::isfinite(secondsPerPixel), "a scale has a positive length of a pixel");
  ZoomLevel level{static_cast<int>(std::ceil(2 * std::log2(secondsPerPixel)))};
  // The logarithm may have rounded to the wrong side of a level.
  while (level.secondsPerPixel() < secondsPerPixel)
    ++level.halfPowers;
  while (ZoomLevel{level.halfPowers - 1}.secondsPerPixel() >= secondsPerPixel)
    --level.halfPowers;
  return level;
}

}  // namespace entente
