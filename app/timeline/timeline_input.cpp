// SPDX-License-Identifier: GPL-3.0-or-later
// What the hand does to the timeline: mouse, wheel and keys.
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <vector>

#include "app/session/session.h"
#include "app/timeline/timeline_accessible.h"
#include "app/timeline/timeline_view.h"

namespace entente {

namespace {

constexpr int kZoomMs = 160;
constexpr int kFitMs = 220;
constexpr double kDragFromPx = 4;
constexpr double kPanPart = 0.8;
/// Half a power of two a notch: one zoom level.
const double kNotchFactor = std::sqrt(2.0);

}  // namespace

SceneHit TimelineView::hitAt(const QPointF& position) {
  if (m_picture.isEmpty() || position.x() < m_headerWidth || position.y() < m_picture.scene().axisHeightPx)
    return {};
  const QPointF at = toScene(position);
  SceneHit hit = hitTest(m_picture.scene(), at.x(), at.y());
  // Dates beyond the picture are told of for what is selected alone.
  if (hit.ghost && hit.ghost->beyond != LabelSide::None &&
      !std::ranges::binary_search(m_state.selected, hit.ghost->item))
    hit.ghost = nullptr;
  return hit;
}

void TimelineView::zoomAbout(double viewportX, double factor, int durationMs) {
  if (m_picture.isEmpty()) return;
  const TimeSpan now = m_session.view().span;
  const TimeSpan from = m_motion.isMoving() ? m_motion.target() : now;
  const Instant anchor = TimeScale(from, canvasWidth()).at(viewportX - m_headerWidth);
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

void TimelineView::walk(LaneSlices::Step step) {
  if (m_picture.isEmpty()) return;
  const auto selected = m_session.selected();
  const TimeSpan span = m_session.view().span;
  const auto next = selected ? m_picture.slices().neighbour(*selected, step, false)
                             : m_picture.slices().nearest(plusSeconds(span.begin, span.seconds() / 2));
  if (next) m_session.select(*next);
}

void TimelineView::walkLanes(LaneSlices::Step step) {
  if (m_picture.isEmpty()) return;
  const auto selected = m_session.selected();
  if (!selected) return walk(step);
  if (const auto next = m_picture.slices().acrossLanes(*selected, step)) m_session.select(*next);
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
  widen(*selected);
  for (const EventLink& link : m_session.snapshot()->linksOf(*selected))
    widen(link.other);
  if (all.isEmpty()) return;
  const std::int64_t room = std::max(2 * kSecondsPerDay, all.seconds() / 6);
  moveTo({plusSeconds(all.begin, -room), plusSeconds(all.end, room)});
}

std::optional<EventId> TimelineView::edgeLinkAt(const QPointF& at) {
  constexpr double kNearPx = 12;
  for (const LinkArc& link : m_state.links) {
    const auto isHere = [&](ItemIndex item, int lane, Instant when) {
      const LinkEndPoint end = linkEndPoint(m_picture.scene(), item, lane, when);
      return end.beyond != LabelSide::None && std::abs(end.at.x() - at.x()) < kNearPx &&
             std::abs(end.at.y() - at.y()) < kNearPx;
    };
    if (isHere(link.from, link.fromLane, link.fromAt)) return m_picture.slices().eventOf(link.from);
    if (isHere(link.to, link.toLane, link.toAt)) return m_picture.slices().eventOf(link.to);
  }
  return std::nullopt;
}

void TimelineView::pickGhost(const SceneGhost& ghost) {
  const auto id = m_picture.slices().eventOf(ghost.item);
  if (!id) return;
  const std::vector<RivalDate>& rivals = m_session.snapshot()->rivalsOf(*id);
  if (ghost.rival >= rivals.size()) return;
  const Topic topic = rivals[ghost.rival].topic;
  const GhostKey key{ghost.item, ghost.rival};
  m_session.select(id);
  m_state.focusedGhost = key;
  m_session.showTopic(topic);
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || m_picture.isEmpty()) return;
  m_motion.stop();
  m_drag =
      Drag{event->position(), m_session.view().span, false, event->modifiers().testFlag(Qt::ShiftModifier)};
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
  if (!m_drag) {
    setHovered(hitAt(event->position()), event->position());
    return;
  }
  const double dx = event->position().x() - m_drag->from.x();
  if (!m_drag->moved && std::hypot(dx, event->position().y() - m_drag->from.y()) < kDragFromPx) return;
  if (!m_drag->moved) viewport()->setCursor(m_drag->marks ? Qt::CrossCursor : Qt::ClosedHandCursor);
  m_drag->moved = true;
  if (m_drag->marks) {
    const double left = std::clamp(std::min(m_drag->from.x(), event->position().x()), m_headerWidth,
                                   m_headerWidth + canvasWidth());
    const double right = std::clamp(std::max(m_drag->from.x(), event->position().x()), m_headerWidth,
                                    m_headerWidth + canvasWidth());
    const double top = m_picture.scene().axisHeightPx;
    m_band = QRectF(left, top, right - left, viewport()->height() - top);
    viewport()->update();
    return;
  }
  const double secondsPerPixel = static_cast<double>(m_drag->span.seconds()) / canvasWidth();
  m_session.setSpan(shifted(m_drag->span, std::llround(-dx * secondsPerPixel)));
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !m_drag) return;
  const bool moved = m_drag->moved;
  m_drag.reset();
  viewport()->unsetCursor();
  if (m_band) {
    const TimeScale scale(m_session.view().span, canvasWidth());
    const TimeSpan marked{scale.at(m_band->left() - m_headerWidth),
                          scale.at(m_band->right() - m_headerWidth)};
    m_band.reset();
    viewport()->update();
    if (!marked.isEmpty()) moveTo(marked);
    return;
  }
  if (moved) return;
  const SceneHit hit = hitAt(event->position());
  if (hit.fold) {
    const TimeSpan span = hit.fold->span;
    const std::int64_t margin = std::max<std::int64_t>(span.seconds() / 4, kSecondsPerDay);
    m_motion.moveTo(m_session.view().span, {plusSeconds(span.begin, -margin), plusSeconds(span.end, margin)},
                    kFitMs);
  } else if (hit.mark) {
    m_session.select(m_picture.slices().eventOf(hit.mark->item));
  } else if (hit.ghost) {
    pickGhost(*hit.ghost);
  } else if (const auto beyond = edgeLinkAt(toScene(event->position())); beyond && !hit.trackBar) {
    m_session.select(beyond);
  } else if (!hit.trackBar && event->position().x() >= m_headerWidth) {
    m_session.select(std::nullopt);
  }
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event) {
  m_drag.reset();
  if (event->button() != Qt::LeftButton || event->position().x() < m_headerWidth) return;
  if (hitAt(event->position()).fold) return;  // its first click zooms to it
  zoomAbout(event->position().x(), 0.25, kFitMs);
}

void TimelineView::wheelEvent(QWheelEvent* event) {
  const QPoint turned = event->angleDelta();
  event->accept();
  if (m_picture.isEmpty()) return;
  const bool sideways =
      std::abs(turned.x()) > std::abs(turned.y()) || event->modifiers().testFlag(Qt::ShiftModifier);
  constexpr double kNotch = 120;
  if (sideways) {
    const int by = turned.x() != 0 ? turned.x() : turned.y();
    panBy(-by / kNotch / 8);
  } else if (event->position().x() < m_headerWidth) {
    verticalScrollBar()->setValue(verticalScrollBar()->value() - turned.y() / 3);
  } else if (turned.y() != 0) {
    zoomAbout(event->position().x(), std::pow(kNotchFactor, -turned.y() / kNotch), kZoomMs);
  }
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

bool TimelineView::handleWalkKey(int key) {
  switch (key) {
    case Qt::Key_Left:
      walk(LaneSlices::Step::Previous);
      return true;
    case Qt::Key_Right:
      walk(LaneSlices::Step::Next);
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
  if (held == Qt::NoModifier && !m_picture.isEmpty() &&
      (handlePanKey(event->key()) || handleWalkKey(event->key()))) {
    event->accept();
    return;
  }
  event->ignore();
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

void TimelineView::setHovered(const SceneHit& hit, const QPointF& position) {
  std::optional<ItemIndex> item;
  if (hit.mark) item = hit.mark->item;
  if (hit.fold && !hit.fold->items.empty()) item = hit.fold->items.front();
  const bool atEdge =
      !item && !hit.ghost && !m_picture.isEmpty() && edgeLinkAt(toScene(position)).has_value();
  const bool pointed = (item.has_value() || hit.ghost || atEdge) && position.x() >= m_headerWidth;
  viewport()->setCursor(pointed ? Qt::PointingHandCursor : Qt::ArrowCursor);
  if (item == m_state.hovered) return;
  m_state.hovered = item;
  viewport()->update();
}

QString TimelineView::foldTip(const SceneFold& fold) const {
  const auto isHit = [this](ItemIndex item) { return std::ranges::binary_search(m_state.hits, item); };
  std::vector<ItemIndex> items = fold.items;
  const auto others = std::ranges::stable_partition(items, isHit);
  const auto found = items.size() - others.size();
  const QString head = found == 0 ? tr("%1 events close together").arg(items.size())
                                  : tr("%1 events, %2 found").arg(items.size()).arg(found);
  QString tip = QStringLiteral("<b>%1</b>").arg(head);
  constexpr std::size_t kMostNamed = 6;
  for (std::size_t i = 0; i < items.size() && i < kMostNamed; ++i)
    tip += QStringLiteral("<br>") + m_picture.texts().label(items[i]).toHtmlEscaped();
  if (items.size() > kMostNamed) tip += QStringLiteral("<br>") + tr("and more; click to zoom in");
  return tip;
}

QString TimelineView::headerTip(double sceneY) {
  const LaneTexts& texts = m_picture.texts();
  const Scene& scene = m_picture.scene();
  for (const SceneLane& lane : scene.lanes) {
    if (sceneY < lane.rect.y || sceneY >= lane.rect.bottom()) continue;
    QString tip = texts.laneInSpeech(lane.lane, lane.inSpan, texts.laneBadges(lane.lane, scene.span));
    if (lane.role == LaneRole::Tracks)
      tip = texts.trackInWords(static_cast<int>((sceneY - lane.rowsY) / lane.rowHeightPx));
    return tip.toHtmlEscaped();
  }
  return {};
}

QString TimelineView::tipAt(const QPointF& position) {
  if (m_picture.isEmpty() || position.y() < m_picture.scene().axisHeightPx) return {};
  if (position.x() < m_headerWidth) return headerTip(toScene(position).y());
  const SceneHit hit = hitAt(position);
  if (hit.mark) return m_picture.texts().toolTip(hit.mark->item);
  if (hit.ghost) return m_picture.texts().ghostTip(hit.ghost->item, hit.ghost->rival);
  if (hit.trackBar) return m_picture.texts().toolTip(hit.trackBar->item);
  if (const auto beyond = edgeLinkAt(toScene(position)); beyond && !hit.fold) {
    const auto item = m_picture.slices().itemOf(*beyond);
    return item ? m_picture.texts().toolTip(*item) : QString();
  }
  return hit.fold ? foldTip(*hit.fold) : QString();
}

void TimelineView::showTip(const QPointF& position, const QPoint& globalPosition) {
  QToolTip::showText(globalPosition, tipAt(position), viewport());
}

bool TimelineView::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    showTip(help->pos(), help->globalPos());
    return true;
  }
  if (event->type() == QEvent::Leave) setHovered({}, {});
  return QAbstractScrollArea::viewportEvent(event);
}

}  // namespace entente
