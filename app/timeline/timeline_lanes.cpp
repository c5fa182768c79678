// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to lanes: with their headers, and with keys.
#include <QContextMenuEvent>
#include <algorithm>
#include <utility>

#include "app/session/session.h"
#include "app/timeline/timeline_view.h"

namespace entente {

namespace {

constexpr double kDragFromPx = 4;
constexpr double kArrowPx = 14;  ///< before a name, where a click collapses

std::vector<QString> keysOf(const LaneSlices& slices) {
  std::vector<QString> keys;
  for (const Lane& lane : slices.allLanes())
    keys.push_back(lane.key);
  return keys;
}

bool contains(const std::vector<QString>& keys, const QString& key) {
  return std::ranges::find(keys, key) != keys.end();
}

}  // namespace

std::optional<int> TimelineView::focusLane() const {
  const auto selected = m_session.selected();
  if (m_picture.isEmpty() || !selected) return std::nullopt;
  if (m_lane && *m_lane < m_picture.slices().laneCount() && m_picture.slices().standsIn(*selected, *m_lane))
    return m_lane;
  return m_picture.slices().laneOf(*selected);
}

QString TimelineView::laneKey() const {
  const auto lane = focusLane();
  return lane ? m_picture.slices().laneAt(*lane).key : QString();
}

std::optional<int> TimelineView::laneAt(double sceneY) {
  for (const SceneLane& lane : m_picture.scene().lanes) {
    if (sceneY >= lane.rect.y && sceneY < lane.rect.bottom()) return lane.lane;
  }
  return std::nullopt;
}

void TimelineView::fitLane(const QString& key) {
  if (m_picture.isEmpty()) return;
  const auto lane = m_picture.slices().laneWithKey(key);
  if (!lane) return;
  TimeSpan all{kEndOfTime, kBeginningOfTime};
  for (const SliceMark& mark : m_picture.slices().laneAt(*lane).marks) {
    const DateBounds& bounds = mark.bounds;
    const Instant begin = bounds.earliestBegin > kBeginningOfTime ? bounds.earliestBegin : bounds.latestEnd;
    const Instant end = bounds.latestEnd < kEndOfTime ? bounds.latestEnd : plusSeconds(begin, 1);
    all.begin = std::min(all.begin, begin);
    all.end = std::max(all.end, end);
  }
  if (all.isEmpty()) return;
  // More behind, where the last label stands.
  const std::int64_t room = std::max(kSecondsPerDay, all.seconds() / 20);
  moveTo({plusSeconds(all.begin, -room), plusSeconds(all.end, 3 * room)});
}

void TimelineView::toggleCollapsed(const QString& key) {
  const LaneChoice& lanes = m_session.view().lanes;
  m_session.setLanes(withCollapsed(lanes, key, !contains(lanes.collapsed, key)));
}

void TimelineView::hideLane(const QString& key) {
  m_session.setLanes(withHidden(m_session.view().lanes, key, true));
}

void TimelineView::toggleSolo(const QString& key) {
  LaneChoice lanes = m_session.view().lanes;
  lanes.solo = lanes.solo == key ? QString() : key;
  m_session.setLanes(lanes);
}

void TimelineView::moveLane(const QString& key, LaneSlices::Step step) {
  if (m_picture.isEmpty()) return;
  const LaneSlices& slices = m_picture.slices();
  const auto lane = slices.laneWithKey(key);
  if (!lane) return;
  // In front of the lane above, or of the second one below.
  const int before = step == LaneSlices::Step::Previous ? *lane - 1 : *lane + 2;
  if (before < 0 || *lane + (step == LaneSlices::Step::Next ? 1 : 0) >= slices.laneCount()) return;
  const QString where = before < slices.laneCount() ? slices.laneAt(before).key : QString();
  m_session.setLanes(withMoved(m_session.view().lanes, keysOf(slices), key, where));
}

bool TimelineView::handleLaneKey(int key, bool shift) {
  const QString lane = laneKey();
  if (lane.isEmpty()) return false;
  switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
      if (!shift) return false;
      moveLane(lane, key == Qt::Key_Up ? LaneSlices::Step::Previous : LaneSlices::Step::Next);
      return true;
    case Qt::Key_C:
      toggleCollapsed(lane);
      return true;
    case Qt::Key_H:
      hideLane(lane);
      return true;
    case Qt::Key_S:
      toggleSolo(lane);
      return true;
    case Qt::Key_L:
      fitLane(lane);
      return true;
    default:
      return false;
  }
}

void TimelineView::pressHeader(const QPointF& position) {
  const auto lane = laneAt(toScene(position).y());
  if (!lane) return;
  m_laneDrag = LaneDrag{m_picture.slices().laneAt(*lane).key, position.y(), false, *lane};
}

void TimelineView::dragHeader(const QPointF& position) {
  if (!m_laneDrag->moved && std::abs(position.y() - m_laneDrag->fromY) < kDragFromPx) return;
  m_laneDrag->moved = true;
  viewport()->setCursor(Qt::ClosedHandCursor);
  const double y = toScene(position).y();
  const std::vector<SceneLane>& lanes = m_picture.scene().lanes;
  const auto below = std::ranges::find_if(
      lanes, [y](const SceneLane& lane) { return y < lane.rect.y + lane.rect.height / 2; });
  m_laneDrag->before = static_cast<int>(below - lanes.begin());
  viewport()->update();
}

void TimelineView::releaseHeader(const QPointF& position) {
  const LaneDrag drag = *std::exchange(m_laneDrag, std::nullopt);
  viewport()->unsetCursor();
  viewport()->update();
  if (!drag.moved) {
    const auto lane = m_picture.slices().laneWithKey(drag.key);
    const bool events = lane && m_picture.slices().laneKind(*lane) != LaneKind::Offices;
    if (events && position.x() < kArrowPx * m_scale) toggleCollapsed(drag.key);
    return;
  }
  const LaneSlices& slices = m_picture.slices();
  const QString where = drag.before < slices.laneCount() ? slices.laneAt(drag.before).key : QString();
  if (where != drag.key)
    m_session.setLanes(withMoved(m_session.view().lanes, keysOf(slices), drag.key, where));
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event) {
  if (m_picture.isEmpty()) return;
  QString key = laneKey();
  QPoint where = event->globalPos();
  if (event->reason() == QContextMenuEvent::Mouse) {
    const auto lane = laneAt(toScene(event->pos()).y());
    if (!lane || event->pos().y() < m_picture.scene().axisHeightPx) return;
    key = m_picture.slices().laneAt(*lane).key;
  }
  if (!key.isEmpty()) Q_EMIT laneMenuRequested(key, where);
}

}  // namespace entente
