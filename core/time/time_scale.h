// SPDX-License-Identifier: GPL-3.0-or-later
// TimeScale: which pixel an instant falls on, exact from seconds to billions of years.
#pragma once

#include "core/time/instant.h"
#include "core/time/time_span.h"

namespace entente {

/// Maps [span.begin, span.end) onto [0, widthPx). The span must not be empty nor reach beyond the ends of
/// time, and widthPx must be > 0. Subtracts as integers before it goes to double, so that neighbouring
/// seconds stay apart in any century.
class TimeScale {
 public:
  TimeScale(TimeSpan span, double widthPx);

  [[nodiscard]] TimeSpan span() const { return m_span; }
  [[nodiscard]] double widthPx() const { return m_widthPx; }
  [[nodiscard]] double secondsPerPixel() const;

  /// In pixels from the left edge; may lie outside 0..widthPx.
  [[nodiscard]] double x(Instant at) const;
  /// The instant at a pixel, rounded down to a second and kept within the ends of time.
  /// at(x(t)) is t, as long as a double tells the seconds of the span apart (tens of millions of years).
  [[nodiscard]] Instant at(double xPx) const;

 private:
  TimeSpan m_span;
  double m_widthPx;
};

/// Zooming about a point: the returned span is `factor` times as long (0.5 zooms in) and keeps `anchor` at
/// the same relative place, unless an end of time is in the way. At least minSeconds long, at most all of
/// time; with a factor above 1 a second longer at least. factor > 0.
[[nodiscard]] TimeSpan zoomed(TimeSpan span, Instant anchor, double factor, std::int64_t minSeconds = 1);

/// Moves a span; stops at the ends of time without changing its length.
[[nodiscard]] TimeSpan shifted(TimeSpan span, std::int64_t seconds);

}  // namespace entente
