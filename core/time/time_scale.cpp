// SPDX-License-Identifier: GPL-3.0-or-later
// Pixels to instants and back; zooming and moving spans within the ends of time.
#include "core/time/time_scale.h"

#include <algorithm>
#include <cmath>

#include "core/base/check.h"

namespace entente {

namespace {

constexpr std::int64_t kAllSeconds = kEndOfTime.seconds - kBeginningOfTime.seconds;

bool isWithinTime(TimeSpan span) {
  return span.begin >= kBeginningOfTime && span.end <= kEndOfTime;
}

// A double cannot tell lengths of a few hundred million years a second apart; where long double can, zooming
// by 1 is exact.
std::int64_t rounded(long double seconds, std::int64_t least, std::int64_t most) {
  if (!(seconds > static_cast<long double>(least))) return least;
  if (seconds >= static_cast<long double>(most)) return most;
  return std::clamp<std::int64_t>(std::llround(seconds), least, most);
}

}  // namespace

TimeScale::TimeScale(TimeSpan span, double widthPx) : m_span(span), m_widthPx(widthPx) {
  check(!span.isEmpty() && isWithinTime(span), "a time scale needs a span within the ends of time");
  check(widthPx > 0 && std::isfinite(widthPx), "a time scale needs a width");
}

double TimeScale::secondsPerPixel() const {
  return static_cast<double>(m_span.seconds()) / m_widthPx;
}

double TimeScale::x(Instant at) const {
  const auto fromLeft = static_cast<double>(at.seconds - m_span.begin.seconds);
  return fromLeft / static_cast<double>(m_span.seconds()) * m_widthPx;
}

Instant TimeScale::at(double xPx) const {
  check(!std::isnan(xPx), "a pixel is a number");
  const double fromLeft = std::floor(xPx / m_widthPx * static_cast<double>(m_span.seconds()));
  const double least = static_cast<double>(kBeginningOfTime.seconds - m_span.begin.seconds);
  const double most = static_cast<double>(kEndOfTime.seconds - m_span.begin.seconds);
  if (fromLeft <= least) return kBeginningOfTime;
  if (fromLeft >= most) return kEndOfTime;

  // The division may have gone to the wrong side of a whole second; at(x(t)) must be t.
  const Instant guess{m_span.begin.seconds + static_cast<std::int64_t>(fromLeft)};
  if (x(guess) > xPx) return plusSeconds(guess, -1);
  const Instant following = plusSeconds(guess, 1);
  return x(following) <= xPx ? following : guess;
}

TimeSpan zoomed(TimeSpan span, Instant anchor, double factor, std::int64_t minSeconds) {
  check(!span.isEmpty() && isWithinTime(span), "only a span within the ends of time can be zoomed");
  check(factor > 0, "a zoom factor is positive");
  const std::int64_t longer = factor > 1 ? span.seconds() + 1 : 1;
  const std::int64_t least = std::clamp<std::int64_t>(std::max(minSeconds, longer), 1, kAllSeconds);
  const std::int64_t length = rounded(
      static_cast<long double>(span.seconds()) * static_cast<long double>(factor), least, kAllSeconds);

  // Clamped by the length too: what is cut off at one end of time is given back at the other end of the span.
  const std::int64_t lastBegin = kEndOfTime.seconds - length;
  const long double ratio = static_cast<long double>(length) / static_cast<long double>(span.seconds());
  const long double toAnchor = static_cast<long double>(anchor.seconds - span.begin.seconds) * ratio;
  const std::int64_t begin = anchor.seconds - rounded(toAnchor, anchor.seconds - lastBegin,
                                                      anchor.seconds - kBeginningOfTime.seconds);
  return {{begin}, {begin + length}};
}

TimeSpan shifted(TimeSpan span, std::int64_t seconds) {
  check(isWithinTime(span), "only a span within the ends of time can be moved");
  const std::int64_t move = std::clamp(seconds, kBeginningOfTime.seconds - span.begin.seconds,
                                       kEndOfTime.seconds - span.end.seconds);
  return {{span.begin.seconds + move}, {span.end.seconds + move}};
}

}  // namespace entente
