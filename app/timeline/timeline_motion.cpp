// SPDX-License-Identifier: GPL-3.0-or-later
// Where the timeline goes: about a point, by a part, to a span, to what is selected.
#include <algorithm>
#include <cmath>

#include "app/session/session.h"
#include "app/timeline/timeline_view.h"

namespace entente {

void TimelineView::zoomAbout(double viewportX, double factor, int durationMs) {
  if (m_picture.isEmpty()) return;
  const TimeSpan now = m_session.view().span;
  const TimeSpan from = m_motion.isMoving() ? m_motion.target() : now;
  const Instant anchor = TimeScale(from, canvasWidth()).at(viewportX - m_headerWidth);
  // Ten thousand years, or as far as the data go.
  constexpr std::int64_t kLongestSeconds = std::int64_t{315'569'520'000};
  const std::int64_t whole = wholeSpan(m_session.snapshot()->dataset, currentInstant()).seconds();
  const auto longest = static_cast<double>(std::max({kLongestSeconds, whole, from.seconds()}));
  factor = std::min(factor, longest / static_cast<double>(from.seconds()));
  m_motion.moveTo(now, zoomed(from, anchor, factor), durationMs);
}

void TimelineView::zoomIn() {
  zoomAbout(m_headerWidth + canvasWidth() / 2, 1 / kNotchFactor, kZoomMs);
}

void TimelineView::zoomOut() {
  zoomAbout(m_headerWidth + canvasWidth() / 2, kNotchFactor, kZoomMs);
}

void TimelineView::fitAll() {
  if (m_picture.isEmpty()) return;
  m_motion.moveTo(m_session.view().span, wholeSpan(m_session.snapshot()->dataset, currentInstant()), kFitMs);
}

void TimelineView::moveTo(TimeSpan span) {
  if (!m_picture.isEmpty()) m_motion.moveTo(m_session.view().span, span, kFitMs);
}

void TimelineView::panBy(double part) {
  const TimeSpan now = m_session.view().span;
  const TimeSpan from = m_motion.isMoving() ? m_motion.target() : now;
  m_motion.moveTo(now, shifted(from, std::llround(static_cast<double>(from.seconds()) * part)), kZoomMs);
}

void TimelineView::fitSelection() {
  const auto selected = m_session.selected();
  if (m_picture.isEmpty() || !selected) return;
  TimeSpan all{kEndOfTime, kBeginningOfTime};
  const auto widen = [&](EventId id) {
    const EventTitle* title = m_session.snapshot()->title(id);
    if (!title || !title->when) return;
    const DateBounds& bounds = title->when->bounds();
    const Instant begin = bounds.earliestBegin > kBeginningOfTime ? bounds.earliestBegin : bounds.latestEnd;
    const Instant end = bounds.latestEnd < kEndOfTime ? bounds.latestEnd : plusSeconds(begin, 1);
    all.begin = std::min(all.begin, begin);
    all.end = std::max(all.end, end);
  };
  for (const EventId id : m_session.picked())
    widen(id);
  if (m_session.picked().size() == 1) {
    for (const EventLink& link : m_session.snapshot()->linksOf(*selected))
      widen(link.other);
  }
  if (all.isEmpty()) return;
  const std::int64_t room = std::max(2 * kSecondsPerDay, all.seconds() / 6);
  moveTo({plusSeconds(all.begin, -room), plusSeconds(all.end, room)});
}

void TimelineView::releasePan() {
  // What is let go in full swing runs on a little; what had come to rest stays where it was put.
  constexpr qint64 kRestMs = 60;
  constexpr double kLeastPxPerMs = 0.4;
  constexpr double kRunMs = 140;
  if (m_motion.isReduced() || m_pace.clock.elapsed() > kRestMs) return;
  if (std::abs(m_pace.pxPerMs) < kLeastPxPerMs) return;
  const TimeSpan span = m_session.view().span;
  const double seconds = m_pace.pxPerMs * kRunMs * static_cast<double>(span.seconds()) / canvasWidth();
  constexpr int kSettleMs = 420;
  m_motion.moveTo(span, shifted(span, -std::llround(seconds)), kSettleMs);
}

}  // namespace entente
