// SPDX-License-Identifier: GPL-3.0-or-later
// TakenRow: what is taken of a row while a lane is packed.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/layout/mark_shape.h"

namespace entente {

/// The taken stretches of a row, disjoint, from left to right.
class TakenRow {
 public:
  struct Taken {
    MarkExtent extent;
    std::uint32_t mark = 0;
  };

  /// Whether nothing of a stretch is taken.
  [[nodiscard]] bool isFree(const MarkExtent& extent, double secondsPerPixel) const {
    const auto next = firstAfter(extent, secondsPerPixel);
    return next == m_taken.end() || gapPx(extent.right, next->extent.left, secondsPerPixel) >= 0;
  }

  /// Takes the stretch and returns true, or returns false if any of it is taken.
  bool take(const MarkExtent& extent, std::uint32_t mark, double secondsPerPixel) {
    if (!isFree(extent, secondsPerPixel)) return false;
    m_taken.insert(firstAfter(extent, secondsPerPixel), {extent, mark});
    return true;
  }

  [[nodiscard]] const std::vector<Taken>& taken() const { return m_taken; }

 private:
  /// The first one that does not end before the stretch begins.
  [[nodiscard]] std::vector<Taken>::const_iterator firstAfter(const MarkExtent& extent,
                                                              double secondsPerPixel) const {
    return std::partition_point(m_taken.begin(), m_taken.end(), [&](const Taken& t) {
      return gapPx(t.extent.right, extent.left, secondsPerPixel) >= 0;
    });
  }

  std::vector<Taken> m_taken;
};

}  // namespace entente
