// SPDX-License-Identifier: GPL-3.0-or-later
// Painting, following the session, and revealing; what the hand does is in timeline_input.cpp.
#include "app/timeline/timeline_view.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>

#include "app/session/session.h"

namespace entente {

TimelineView::TimelineView(Session& session, QWidget* parent)
    : QAbstractScrollArea(parent),
      m_session(session),
      m_fonts(sceneFonts(typeFaces(font(), font().pointSizeF() / kBasePoints))) {
  setObjectName(QStringLiteral("timeline"));
  setAccessibleName(tr("Timeline"));
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::StrongFocus);
  viewport()->setMouseTracking(true);
  viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
  connect(&m_session, &Session::archiveOpened, this, [this] {
    m_motion.stop();
    m_drag.reset();
  });
  connect(&m_session, &Session::slicesChanged, this, &TimelineView::takeSlices);
  connect(&m_session, &Session::spanChanged, this, &TimelineView::takeSpan);
  connect(&m_session, &Session::selectionChanged, this, &TimelineView::takeSelection);
  connect(&m_motion, &SpanMotion::moved, &m_session, &Session::setSpan);
  takeSlices();
}

void TimelineView::setTheme(ThemeName name) {
  m_theme = name;
  viewport()->update();
}

QSize TimelineView::minimumSizeHint() const {
  return {static_cast<int>(kHeaderWidthPx) + 240, 160};
}

double TimelineView::canvasWidth() const {
  return std::max(1.0, viewport()->width() - kHeaderWidthPx);
}

QPointF TimelineView::toScene(const QPointF& position) const {
  return {position.x() - kHeaderWidthPx, position.y() + verticalScrollBar()->value()};
}

void TimelineView::takeSlices() {
  m_state = SceneState();
  m_picture.setSlices(m_session.slices(), m_fonts);
  updateRequest();
  markSelection();
}

void TimelineView::takeSpan() {
  updateRequest();
  viewport()->update();
}

void TimelineView::takeSelection() {
  markSelection();
  if (const auto id = m_session.selected(); id && !m_picture.isEmpty()) reveal(*id);
}

void TimelineView::markSelection() {
  m_state.selected.clear();
  m_state.focused.reset();
  if (const auto id = m_session.selected(); id && !m_picture.isEmpty()) {
    if (const auto item = m_picture.slices().itemOf(*id)) {
      m_state.selected = {*item};
      m_state.focused = item;
    }
  }
  viewport()->update();
}

void TimelineView::updateRequest() {
  if (m_picture.isEmpty()) return;
  m_picture.setRequest(
      {m_session.view().span, canvasWidth(), static_cast<double>(viewport()->height()), currentInstant()});
  updateScrollBar();
}

void TimelineView::updateScrollBar() {
  const int content = static_cast<int>(m_picture.scene().heightPx);
  const int page = viewport()->height();
  verticalScrollBar()->setPageStep(page);
  verticalScrollBar()->setSingleStep(static_cast<int>(SceneMetrics{}.rowHeightPx));
  verticalScrollBar()->setRange(0, std::max(0, content - page));
}

void TimelineView::resizeEvent(QResizeEvent* event) {
  QAbstractScrollArea::resizeEvent(event);
  updateRequest();
}

void TimelineView::changeEvent(QEvent* event) {
  QAbstractScrollArea::changeEvent(event);
  if (event->type() != QEvent::FontChange) return;
  m_fonts = sceneFonts(typeFaces(font(), font().pointSizeF() / kBasePoints));
  takeSlices();
}

void TimelineView::scrollContentsBy(int, int) {
  viewport()->update();
}

void TimelineView::paintEvent(QPaintEvent* event) {
  QPainter painter(viewport());
  const Theme& colors = theme(m_theme);
  if (m_picture.isEmpty()) {
    painter.fillRect(event->rect(), colors.canvas);
    return;
  }
  const Scene& scene = m_picture.scene();
  const QRectF exposed = event->rect();
  const double axis = scene.axisHeightPx;
  const double scroll = verticalScrollBar()->value();
  const QRectF all = viewport()->rect();

  painter.save();
  painter.setClipRect(QRectF(0, axis, kHeaderWidthPx, all.height() - axis));
  painter.translate(0, -scroll);
  paintHeaders(painter, scene, m_picture.texts(), colors, m_fonts, exposed.translated(0, scroll),
               kHeaderWidthPx);
  painter.restore();

  painter.save();
  painter.setClipRect(QRectF(kHeaderWidthPx, axis, all.width() - kHeaderWidthPx, all.height() - axis));
  painter.translate(kHeaderWidthPx, -scroll);
  paintBody(painter, scene, m_picture.texts(), m_state, colors, m_fonts,
            exposed.translated(-kHeaderWidthPx, scroll));
  painter.restore();

  paintAxisCorner(painter, scene, colors, m_fonts, kHeaderWidthPx);
  painter.setClipRect(QRectF(kHeaderWidthPx, 0, all.width() - kHeaderWidthPx, axis));
  painter.translate(kHeaderWidthPx, 0);
  paintAxis(painter, scene, colors, m_fonts);
}

void TimelineView::reveal(EventId id) {
  const auto item = m_picture.slices().itemOf(id);
  if (!item || id.origin != EventOrigin::Curated) return;
  const DateBounds& bounds = m_session.snapshot()->dataset.curated->bounds[item->value];
  const TimeSpan shown = m_motion.isMoving() ? m_motion.target() : m_session.view().span;
  if (overlaps(bounds, shown) == Certainty::Impossible) {
    const Instant at = bounds.earliestBegin > kBeginningOfTime ? bounds.earliestBegin : bounds.latestEnd;
    const TimeSpan to = shifted(shown, at.seconds - shown.begin.seconds - shown.seconds() / 2);
    constexpr int kFitMs = 220;
    m_motion.moveTo(m_session.view().span, to, kFitMs);
  }
  revealRow(id);
}

void TimelineView::revealRow(EventId id) {
  const auto lane = m_picture.slices().laneOf(id);
  if (!lane) return;
  for (const SceneLane& one : m_picture.scene().lanes) {
    if (one.lane != *lane) continue;
    const int top = static_cast<int>(one.rect.y - m_picture.scene().axisHeightPx);
    const int bottom = static_cast<int>(one.rect.bottom()) - viewport()->height();
    QScrollBar* bar = verticalScrollBar();
    if (bar->value() > top) bar->setValue(top);
    if (bar->value() < bottom) bar->setValue(std::min(bottom, top));
  }
}

std::optional<QRect> TimelineView::markRect(EventId id) {
  if (m_picture.isEmpty()) return std::nullopt;
  const auto item = m_picture.slices().itemOf(id);
  if (!item) return std::nullopt;
  for (const SceneMark& mark : m_picture.scene().marks) {
    if (mark.item != *item) continue;
    const SceneRect& r = mark.glyphRect;
    return QRectF(r.x + kHeaderWidthPx, r.y - verticalScrollBar()->value(), r.width, r.height).toRect();
  }
  return std::nullopt;
}

}  // namespace entente
