// SPDX-License-Identifier: GPL-3.0-or-later
// DateMove: a date on its way: where it stands, and where hand or keys have taken it so far.
#pragma once

#include <cstdint>
#include <string>

#include "core/time/shift_date.h"
#include "core/view/date_changes.h"

namespace entente {

/// A value of the GUI thread. What is refused on the way leaves `to` where it was and says why.
class DateMove {
 public:
  DateMove(EventId event, DatePlace place, MovedPart part)
      : m_event(event), m_place(std::move(place)), m_to(m_place.when), m_part(part) {}

  /// To where the hand is: so many seconds from where it took hold, at that zoom. Goes by the date's own
  /// unit, times by the finest unit that a hand can tell apart there.
  void follow(std::int64_t seconds, double secondsPerPixel);
  /// One unit further, for keys: the whole, or the end of an interval alone.
  void step(MovedPart part, int steps);

  [[nodiscard]] EventId event() const { return m_event; }
  [[nodiscard]] const DatePlace& place() const { return m_place; }
  [[nodiscard]] const FuzzyDate& to() const { return m_to; }
  [[nodiscard]] bool hasMoved() const { return m_to != m_place.when; }
  /// Why the last step was refused; empty if it was not.
  [[nodiscard]] const std::string& problem() const { return m_problem; }
  /// A point by which one sees it move: the begin, or the end where that moves or nothing else is known.
  [[nodiscard]] Instant anchor() const { return anchorOf(m_to); }

 private:
  void take(Result<FuzzyDate> moved);
  [[nodiscard]] Instant anchorOf(const FuzzyDate& date) const;

  EventId m_event;
  DatePlace m_place;
  FuzzyDate m_to;
  MovedPart m_part;
  std::int64_t m_steps = 0;     ///< of keys, counted from the date as it stood, so that no day is worn off
  std::int64_t m_endSteps = 0;  ///< of its end besides
  std::string m_problem;
};

}  // namespace entente
