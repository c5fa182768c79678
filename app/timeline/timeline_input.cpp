// SPDX-License-Identifier: GPL-3.0-or-later
// What the mouse, the wheel and fingers do to the timeline.
#include <QHelpEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "app/session/session.h"
#include "app/timeline/timeline_view.h"

namespace entente {

namespace {

constexpr double kDragFromPx = 4;

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
  const bool below = event->position().y() >= m_picture.scene().axisHeightPx;
  if (event->position().x() < m_headerWidth && below) return pressHeader(event->position());
  if (event->modifiers() == Qt::AltModifier && pressDate(event->position())) return;
  DragKind kind = DragKind::Pan;
  if (event->modifiers().testFlag(Qt::ShiftModifier)) kind = DragKind::MarkSpan;
  if (event->modifiers().testFlag(Qt::ControlModifier)) kind = DragKind::MarkBox;
  m_drag = Drag{event->position(), m_session.view().span, kind, false};
  m_pace = Pace{{}, event->position().x(), 0};
  m_pace.clock.start();
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
  if (m_laneDrag) return dragHeader(event->position());
  if (m_dateDrag) return dragDate(event->position());
  if (!m_drag) {
    setHovered(hitAt(event->position()), event->position());
    const bool onCanvas = event->position().x() >= m_headerWidth && !m_picture.isEmpty();
    m_session.pointAt(
        onCanvas
            ? std::optional(
                  TimeScale(m_session.view().span, canvasWidth()).at(event->position().x() - m_headerWidth))
            : std::nullopt);
    return;
  }
  const QPointF way = event->position() - m_drag->from;
  if (!m_drag->moved && std::hypot(way.x(), way.y()) < kDragFromPx) return;
  const bool pans = m_drag->kind == DragKind::Pan;
  if (!m_drag->moved) viewport()->setCursor(pans ? Qt::ClosedHandCursor : Qt::CrossCursor);
  m_drag->moved = true;
  if (!pans) {
    const QRectF canvas(m_headerWidth, m_picture.scene().axisHeightPx, canvasWidth(),
                        viewport()->height() - m_picture.scene().axisHeightPx);
    QRectF marked = QRectF(m_drag->from, event->position()).normalized();
    if (m_drag->kind == DragKind::MarkSpan)
      marked = QRectF(marked.left(), canvas.top(), marked.width(), canvas.height());
    m_band = marked & canvas;
    viewport()->update();
    return;
  }
  const auto elapsed = static_cast<double>(std::max<qint64>(1, m_pace.clock.restart()));
  m_pace.pxPerMs = (event->position().x() - m_pace.x) / elapsed;
  m_pace.x = event->position().x();
  const double secondsPerPixel = static_cast<double>(m_drag->span.seconds()) / canvasWidth();
  m_session.setSpan(shifted(m_drag->span, std::llround(-way.x() * secondsPerPixel)));
}

void TimelineView::pickBox(const QRectF& onViewport) {
  const QRectF box = onViewport.translated(-m_headerWidth, verticalScrollBar()->value());
  const SceneRect rect{box.x(), box.y(), box.width(), box.height()};
  std::vector<EventId> picked = m_session.picked();
  const auto add = [&](ItemIndex item) {
    const auto id = m_picture.slices().eventOf(item);
    if (id && !m_picture.slices().isGreyed(item) && std::ranges::find(picked, *id) == picked.end())
      picked.push_back(*id);
  };
  const std::size_t before = picked.size();
  for (const SceneMark& mark : m_picture.scene().marks) {
    if (mark.glyphRect.overlaps(rect) || mark.bar.rect.overlaps(rect)) add(mark.item);
  }
  for (const SceneFold& fold : m_picture.scene().folds) {
    if (!fold.rect.overlaps(rect)) continue;
    for (const ItemIndex item : fold.items)
      add(item);
  }
  if (picked.size() > before) m_session.pick(picked, picked.back());
}

void TimelineView::pickRange(const SceneMark& to) {
  const auto id = m_picture.slices().eventOf(to.item);
  const auto from = m_session.selected();
  if (!id || !from) return m_session.select(id);
  // All of the lane between the two; where the first one stands in another lane, of all lanes.
  const LaneSlices& slices = m_picture.slices();
  const bool inLane = slices.standsIn(*from, to.lane);
  std::vector<EventId> picked{*from};
  const auto item = slices.itemOf(*from);
  if (!item) return m_session.select(id);
  const auto step = *item < to.item ? LaneSlices::Step::Next : LaneSlices::Step::Previous;
  std::optional<EventId> at = from;
  while (at && at != id) {
    at = inLane ? slices.neighbourIn(to.lane, *at, step) : slices.neighbour(*at, step);
    if (at) picked.push_back(*at);
  }
  m_session.pick(picked, from);
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  if (m_laneDrag) return releaseHeader(event->position());
  if (m_dateDrag) return releaseDate(event->position());
  if (!m_drag) return;
  const Drag drag = *m_drag;
  m_drag.reset();
  viewport()->unsetCursor();
  if (m_band) {
    const QRectF band = *std::exchange(m_band, std::nullopt);
    viewport()->update();
    if (drag.kind == DragKind::MarkBox) return pickBox(band);
    const TimeScale scale(m_session.view().span, canvasWidth());
    const TimeSpan marked{scale.at(band.left() - m_headerWidth), scale.at(band.right() - m_headerWidth)};
    if (!marked.isEmpty()) moveTo(marked);
    return;
  }
  if (drag.moved) return releasePan();
  click(event->position(), event->modifiers());
}

void TimelineView::click(const QPointF& position, Qt::KeyboardModifiers held) {
  const SceneHit hit = hitAt(position);
  if (hit.fold) {
    const TimeSpan span = hit.fold->span;
    const std::int64_t margin = std::max<std::int64_t>(span.seconds() / 4, kSecondsPerDay);
    m_motion.moveTo(m_session.view().span, {plusSeconds(span.begin, -margin), plusSeconds(span.end, margin)},
                    kFitMs);
  } else if (hit.mark) {
    const auto id = m_picture.slices().eventOf(hit.mark->item);
    if (held.testFlag(Qt::ShiftModifier)) return pickRange(*hit.mark);
    m_lane = hit.mark->lane;
    if (held.testFlag(Qt::ControlModifier) && id) return m_session.togglePick(*id);
    if (id == m_session.selected() && m_session.picked().size() == 1) return markSelection();
    m_session.select(id);
  } else if (hit.ghost) {
    pickGhost(*hit.ghost);
  } else if (const auto beyond = edgeLinkAt(toScene(position)); beyond && !hit.trackBar) {
    m_session.select(beyond);
  } else if (!hit.trackBar && position.x() >= m_headerWidth && held == Qt::NoModifier) {
    m_session.select(std::nullopt);
  }
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event) {
  m_drag.reset();
  if (event->button() != Qt::LeftButton || m_picture.isEmpty()) return;
  if (event->position().x() < m_headerWidth) {
    const auto lane = laneAt(toScene(event->position()).y());
    if (lane && event->position().y() >= m_picture.scene().axisHeightPx)
      toggleCollapsed(m_picture.slices().laneAt(*lane).key);
    return;
  }
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
  const QPoint pixels = event->pixelDelta();
  if (sideways && pixels.x() != 0) {
    // A trackpad: the picture goes with the fingers, to the pixel.
    m_motion.stop();
    const TimeSpan span = m_session.view().span;
    m_session.setSpan(
        shifted(span, -std::llround(pixels.x() * static_cast<double>(span.seconds()) / canvasWidth())));
  } else if (sideways) {
    const int by = turned.x() != 0 ? turned.x() : turned.y();
    panBy(-by / kNotch / 8);
  } else if (event->position().x() < m_headerWidth) {
    verticalScrollBar()->setValue(verticalScrollBar()->value() - turned.y() / 3);
  } else if (turned.y() != 0) {
    zoomAbout(event->position().x(), std::pow(kNotchFactor, -turned.y() / kNotch), kZoomMs);
  }
}

void TimelineView::setHovered(const SceneHit& hit, const QPointF& position) {
  std::optional<ItemIndex> item;
  if (hit.mark) item = hit.mark->item;
  if (hit.fold && !hit.fold->items.empty()) item = hit.fold->items.front();
  const bool atEdge =
      !item && !hit.ghost && !m_picture.isEmpty() && edgeLinkAt(toScene(position)).has_value();
  const bool pointed = (item.has_value() || hit.ghost || atEdge) && position.x() >= m_headerWidth;
  viewport()->setCursor(pointed ? Qt::PointingHandCursor : Qt::ArrowCursor);
  std::optional<int> header;
  if (!m_picture.isEmpty() && position.x() < m_headerWidth && position.y() >= m_picture.scene().axisHeightPx)
    header = laneAt(toScene(position).y());
  if (header != m_header) {
    m_header = header;
    viewport()->update(0, 0, static_cast<int>(m_headerWidth), viewport()->height());
  }
  std::optional<DensityColumn> column;
  if (!item && !m_picture.isEmpty() && position.x() >= m_headerWidth) {
    const QPointF at = toScene(position);
    column = densityColumnAt(m_picture.scene(), at.x(), at.y());
  }
  if (item == m_state.hovered && column == m_state.hoveredColumn) return;
  const QRegion before = stateRegion();
  m_state.hovered = item;
  m_state.hoveredColumn = column;
  updateState(before);
}

bool TimelineView::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    showTip(help->pos(), help->globalPos());
    return true;
  }
  if (event->type() == QEvent::Leave) setHovered({}, {-1, -1});
  if (event->type() == QEvent::NativeGesture) {
    const auto* gesture = static_cast<QNativeGestureEvent*>(event);
    if (gesture->gestureType() == Qt::ZoomNativeGesture) {
      zoomAbout(gesture->position().x(), 1 / std::max(0.1, 1 + gesture->value()), 0);
      return true;
    }
  }
  return QAbstractScrollArea::viewportEvent(event);
}

}  // namespace entente
