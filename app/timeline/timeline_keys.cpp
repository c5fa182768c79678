// SPDX-License-Identifier: GPL-3.0-or-later
// What keys do to the timeline, and how events are walked.
#include <QKeyEvent>
#include <algorithm>
#include <utility>
#include <vector>

#include "app/session/session.h"
#include "app/timeline/timeline_accessible.h"
#include "app/timeline/timeline_view.h"

namespace entente {

namespace {

constexpr double kPanPart = 0.8;

}  // namespace

bool TimelineView::walk(LaneSlices::Step step) {
  if (m_picture.isEmpty()) return false;
  const auto selected = m_session.selected();
  const TimeSpan span = m_session.view().span;
  const auto next = selected ? m_picture.slices().neighbour(*selected, step)
                             : m_picture.slices().nearest(plusSeconds(span.begin, span.seconds() / 2));
  if (!next) return false;
  // In its own lane where it stands there too.
  const auto lane = focusLane();
  m_lane = lane && m_picture.slices().standsIn(*next, *lane) ? lane : std::nullopt;
  m_session.select(*next);
  return true;
}

void TimelineView::walkInLane(LaneSlices::Step step) {
  const auto selected = m_session.selected();
  const auto lane = focusLane();
  if (!selected || !lane) {
    walk(step);
    return;
  }
  const auto next = m_picture.slices().neighbourIn(*lane, *selected, step);
  if (!next) return;
  m_lane = lane;
  m_session.select(*next);
}

void TimelineView::extendInLane(LaneSlices::Step step) {
  const auto selected = m_session.selected();
  const auto lane = focusLane();
  const auto next = selected && lane ? m_picture.slices().neighbourIn(*lane, *selected, step) : std::nullopt;
  if (!next) return;
  m_lane = lane;
  std::vector<EventId> picked = m_session.picked();
  if (std::ranges::find(picked, *next) == picked.end()) picked.push_back(*next);
  m_session.pick(std::move(picked), next);
}

void TimelineView::walkLanes(LaneSlices::Step step) {
  const auto selected = m_session.selected();
  const auto lane = focusLane();
  if (!selected || !lane) {
    walk(step);
    return;
  }
  const auto next = m_picture.slices().acrossLanes(*selected, *lane, step);
  if (!next) return;
  m_lane = next->lane;
  if (next->event != *selected) return m_session.select(next->event);
  markSelection();
  revealRow(*selected);
  announceFocus(*this);
}

bool TimelineView::walkRivals() {
  const auto selected = m_session.selected();
  if (m_picture.isEmpty() || !selected) return false;
  const std::vector<RivalDate>& rivals = m_session.snapshot()->rivalsOf(*selected);
  const auto item = m_picture.slices().itemOf(*selected);
  if (rivals.empty() || !item) return false;
  const bool onward = m_state.focusedGhost && m_state.focusedGhost->item == *item;
  const auto next =
      onward ? (m_state.focusedGhost->rival + 1) % static_cast<std::uint32_t>(rivals.size()) : 0U;
  m_state.focusedGhost = GhostKey{*item, next};
  m_state.showFocus = true;
  // Both dates are seen at once, with a little room.
  const DateBounds& own = m_session.snapshot()->dataset.curated->bounds[item->value];
  const DateBounds& rival = rivals[next].when.bounds();
  const TimeSpan span = m_motion.isMoving() ? m_motion.target() : m_session.view().span;
  const bool open = rival.earliestBegin <= kBeginningOfTime || own.earliestBegin <= kBeginningOfTime;
  const Instant first = std::min(own.earliestBegin, rival.earliestBegin);
  const Instant last = std::max(own.latestBegin, rival.latestBegin);
  if (!open && (first < span.begin || last >= span.end)) {
    const std::int64_t room = std::max(kSecondsPerDay, (last.seconds - first.seconds) / 3);
    m_motion.moveTo(m_session.view().span, {plusSeconds(first, -room), plusSeconds(last, room)}, kFitMs);
  }
  m_session.showTopic(rivals[next].topic);
  viewport()->update();
  announceFocus(*this);
  return true;
}

bool TimelineView::walkLinks(LaneSlices::Step step) {
  const auto selected = m_session.selected();
  if (m_picture.isEmpty() || !selected) return false;
  const Snapshot& snapshot = *m_session.snapshot();
  const auto place = [&](EventId id) {
    const auto& when = snapshot.title(id)->when;
    return std::pair(when ? when->bounds().earliestBegin : kEndOfTime, id.key);
  };
  const auto here = place(*selected);
  std::optional<EventId> found;
  for (const EventLink& link : snapshot.linksOf(*selected)) {
    if (!m_picture.slices().itemOf(link.other)) continue;
    const auto there = place(link.other);
    const bool ahead = step == LaneSlices::Step::Next ? there > here : there < here;
    const bool nearer =
        !found || (step == LaneSlices::Step::Next ? there < place(*found) : there > place(*found));
    if (ahead && nearer) found = link.other;
  }
  if (found) m_session.select(found);
  return found.has_value();
}

bool TimelineView::handlePanKey(int key) {
  switch (key) {
    case Qt::Key_Home:
      fitAll();
      return true;
    case Qt::Key_PageUp:
      panBy(-kPanPart);
      return true;
    case Qt::Key_PageDown:
      panBy(kPanPart);
      return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      zoomIn();
      return true;
    case Qt::Key_Minus:
      zoomOut();
      return true;
    default:
      return false;
  }
}

bool TimelineView::handleWalkKey(int key, bool shift) {
  switch (key) {
    case Qt::Key_Left:
      shift ? extendInLane(LaneSlices::Step::Previous) : walkInLane(LaneSlices::Step::Previous);
      return true;
    case Qt::Key_Right:
      shift ? extendInLane(LaneSlices::Step::Next) : walkInLane(LaneSlices::Step::Next);
      return true;
    case Qt::Key_Up:
      walkLanes(LaneSlices::Step::Previous);
      return true;
    case Qt::Key_Down:
      walkLanes(LaneSlices::Step::Next);
      return true;
    case Qt::Key_R:
      walkRivals();
      return true;
    case Qt::Key_BracketLeft:
      walkLinks(LaneSlices::Step::Previous);
      return true;
    case Qt::Key_BracketRight:
      walkLinks(LaneSlices::Step::Next);
      return true;
    case Qt::Key_F:
      fitSelection();
      return true;
    case Qt::Key_Escape:
      m_session.select(std::nullopt);
      return true;
    default:
      return false;
  }
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
  const Qt::KeyboardModifiers held = event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
  m_state.showFocus = true;
  const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
  if (handleDateKey(event->key())) return event->accept();
  if (held == Qt::NoModifier && !m_picture.isEmpty() &&
      (handleLaneKey(event->key(), shift) || handlePanKey(event->key()) ||
       handleWalkKey(event->key(), shift))) {
    event->accept();
    return;
  }
  event->ignore();
}

bool TimelineView::focusNextPrevChild(bool next) {
  // With nothing selected, and beyond the last event, Tab leaves as everywhere.
  const auto step = next ? LaneSlices::Step::Next : LaneSlices::Step::Previous;
  if (m_session.selected() && walk(step)) {
    m_state.showFocus = true;
    return true;
  }
  return QAbstractScrollArea::focusNextPrevChild(next);
}

void TimelineView::focusInEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusInEvent(event);
  m_state.showFocus = event->reason() != Qt::MouseFocusReason;
  viewport()->update();
  announceFocus(*this);
}

void TimelineView::focusOutEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusOutEvent(event);
  m_state.showFocus = false;
  viewport()->update();
}

}  // namespace entente
