// SPDX-License-Identifier: GPL-3.0-or-later
// TakenRow: what is taken of a row while a lane is packed.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
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

  /// Where a stretch would stand, if it is free, and how far it could reach: one search answers for all
  /// stretches that hold it.
  struct Room {
    bool free = false;
    std::size_t at = 0;
    const Taken* before = nullptr;  ///< null: nothing stands there
    const Taken* after = nullptr;
  };
  [[nodiscard]] Room roomFor(const MarkExtent& least, double secondsPerPixel) const {
    const auto next = firstAfter(least, secondsPerPixel);
    Room room;
    room.at = static_cast<std::size_t>(next - m_taken.begin());
    room.before = next == m_taken.begin() ? nullptr : &*std::prev(next);
    room.after = next == m_taken.end() ? nullptr : &*next;
    room.free = !room.after || gapPx(least.right, room.after->extent.left, secondsPerPixel) >= 0;
    return room;
  }
  /// Whether a stretch that holds the one that the room is for is free too.
  [[nodiscard]] static bool holds(const Room& room, const MarkExtent& extent, double secondsPerPixel) {
    return room.free &&
           (!room.before || gapPx(room.before->extent.right, extent.left, secondsPerPixel) >= 0) &&
           (!room.after || gapPx(extent.right, room.after->extent.left, secondsPerPixel) >= 0);
  }
  /// Takes a stretch that the room holds.
  void takeIn(const Room& room, const MarkExtent& extent, std::uint32_t mark) {
    m_taken.insert(m_taken.begin() + static_cast<std::ptrdiff_t>(room.at), {extent, mark});
  }

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
