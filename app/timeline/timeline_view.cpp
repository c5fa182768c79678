// SPDX-License-Identifier: GPL-3.0-or-later
// Painting, following the session, and revealing; what the hand does is in timeline_input.cpp.
#include "app/timeline/timeline_view.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>

#include "app/render/state_region.h"
#include "app/render/zone_tables.h"
#include "app/session/session.h"
#include "app/timeline/left_out.h"
#include "app/timeline/timeline_accessible.h"
#include "app/words/record_words.h"
#include "core/layout/scene_between.h"
#include "core/time/date_relations.h"

namespace entente {

namespace {

std::vector<int> collapsedLanes(const LaneSlices& slices) {
  std::vector<int> lanes;
  for (int lane = 0; lane < slices.laneCount(); ++lane) {
    if (slices.laneAt(lane).collapsed) lanes.push_back(lane);
  }
  return lanes;
}

/// The lane of the state that was picked in a chart, by whichever of the two groupings has one.
std::optional<int> laneOfState(const Session& session, const LaneSlices& slices) {
  const auto& state = session.view().chart.highlighted;
  const Actor* actor = state && session.snapshot() ? session.snapshot()->actor(*state) : nullptr;
  if (!actor) return std::nullopt;
  if (slices.grouping() == Grouping::Actor)
    return slices.laneWithKey(QStringLiteral("actor:") + QString::fromStdString(state->value));
  if (slices.grouping() == Grouping::Country)
    return slices.laneWithKey(QStringLiteral("country:") + actor->country);
  return std::nullopt;
}

}  // namespace

TimelineView::TimelineView(Session& session, QWidget* parent)
    : QAbstractScrollArea(parent), m_session(session) {
  installTimelineAccessible();
  setObjectName(QStringLiteral("timeline"));
  setAccessibleName(tr("Timeline"));
  setAccessibleDescription(tr("Arrow keys walk within a lane and from lane to lane, Tab through all events"));
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::StrongFocus);
  viewport()->setMouseTracking(true);
  viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
  const auto rest = [this] {
    m_motion.stop();
    m_drag.reset();
    dropDate();
    m_before.reset();
    m_regroup.stop();
  };
  connect(&m_session, &Session::archiveOpened, this, rest);
  connect(&m_session, &Session::archiveClosed, this, rest);
  connect(&m_session, &Session::archiveClosed, this, &TimelineView::takeSlices);
  connect(&m_session, &Session::slicesChanged, this, &TimelineView::takeSlices);
  connect(&m_session, &Session::spanChanged, this, &TimelineView::takeSpan);
  connect(&m_session, &Session::axisChanged, this, &TimelineView::takeSpan);
  connect(&m_session, &Session::findChanged, this, &TimelineView::takeFound);
  connect(&m_session, &Session::chartChanged, viewport(), qOverload<>(&QWidget::update));
  connect(&m_session, &Session::pointedChanged, this, &TimelineView::takePointed);
  connect(&m_session, &Session::selectionChanged, this, &TimelineView::takeSelection);
  connect(&m_motion, &SpanMotion::moved, &m_session, &Session::setSpan);
  constexpr int kRegroupMs = 220;
  m_regroup.setStartValue(0.0);
  m_idle.setInterval(0);
  connect(&m_idle, &QTimer::timeout, this, [this] {
    if (!m_picture.warm()) m_idle.stop();
  });
  m_regroup.setEndValue(1.0);
  m_regroup.setDuration(kRegroupMs);
  m_regroup.setEasingCurve(QEasingCurve::OutCubic);
  connect(&m_regroup, &QVariantAnimation::valueChanged, viewport(), qOverload<>(&QWidget::update));
  connect(&m_regroup, &QVariantAnimation::finished, this, [this] {
    m_before.reset();
    viewport()->update();
  });
  connectDateMoves();
  takeFonts();
}

void TimelineView::setTheme(ThemeName name) {
  m_theme = name;
  viewport()->update();
}

QSize TimelineView::minimumSizeHint() const {
  return {static_cast<int>(m_headerWidth) + 240, 160};
}

double TimelineView::canvasWidth() const {
  return std::max(1.0, viewport()->width() - m_headerWidth);
}

QPointF TimelineView::toScene(const QPointF& position) const {
  return {position.x() - m_headerWidth, position.y() + verticalScrollBar()->value()};
}

QRectF TimelineView::toViewport(const QRectF& rect) const {
  return rect.translated(m_headerWidth, -verticalScrollBar()->value());
}

void TimelineView::takeSlices() {
  const ViewState& view = m_session.view();
  const bool moves =
      (m_grouping != view.grouping || m_choice != view.lanes) && !m_picture.isEmpty() && m_session.slices() &&
      &m_picture.slices().snapshot() == &m_session.slices()->snapshot() && !m_motion.isReduced();
  // Of several changes in one step marks move from where they were before the first.
  const bool goesOn = moves && m_before && m_regroup.currentTime() == 0;
  if (!goesOn) m_before.reset();
  m_regroup.stop();
  if (moves && !m_before) m_before = m_picture.scene();
  m_grouping = view.grouping;
  m_choice = view.lanes;
  // The keyboard stays in its lane where there still is one.
  const QString lane = laneKey();
  m_lane.reset();
  m_header.reset();
  m_laneDrag.reset();
  dropDate();
  if (m_session.slices() && !lane.isEmpty()) m_lane = m_session.slices()->laneWithKey(lane);
  const bool showFocus = m_state.showFocus;
  m_state = SceneState();
  m_state.showFocus = showFocus;
  m_picture.setSlices(m_session.slices(), m_fonts, m_scale);
  measureHeader();
  updateRequest();
  takeFound();
  markSelection();
  if (moves) m_regroup.start();
  m_idle.start();
}

void TimelineView::takeFonts() {
  m_scale = font().pointSizeF() / kBasePoints;
  m_fonts = sceneFonts(typeFaces(font(), m_scale));
  takeSlices();
}

void TimelineView::measureHeader() {
  const double width = m_picture.isEmpty()
                           ? headerWidthPx(m_scale)
                           : headerWidthFor(m_picture.slices(), m_picture.texts(), m_fonts, m_scale, this);
  if (width == m_headerWidth) return;
  m_headerWidth = width;
  updateGeometry();
  Q_EMIT headerWidthChanged(width);
}

void TimelineView::takeFound() {
  if (!m_picture.isEmpty()) markLeftOut(m_state, m_picture.slices(), m_session.found());
  viewport()->update();
}

void TimelineView::takeSpan() {
  // What moved between lanes is where it goes: panning waits for nothing.
  m_before.reset();
  m_regroup.stop();
  updateRequest();
  if (m_allLinks) markLinks();
  viewport()->update();
}

void TimelineView::takeSelection() {
  markSelection();
  const auto id = m_session.selected();
  if (id && !m_picture.isEmpty() && !m_session.isRestoring()) reveal(*id);
}

QRegion TimelineView::stateRegion() {
  return m_picture.isEmpty() ? QRegion() : entente::stateRegion(m_picture.scene(), m_state);
}

void TimelineView::updateState(const QRegion& before) {
  // Marks on their way are all over the picture.
  if (m_picture.isEmpty() || m_before) return viewport()->update();
  const QPoint scene(static_cast<int>(m_headerWidth), -verticalScrollBar()->value());
  viewport()->update((before + stateRegion()).translated(scene));
}

void TimelineView::markSelection() {
  const QRegion before = stateRegion();
  m_state.selected.clear();
  m_state.focused.reset();
  m_state.focusedGhost.reset();
  m_state.focusedLane.reset();
  if (!m_picture.isEmpty()) {
    for (const EventId id : m_session.picked()) {
      if (const auto item = m_picture.slices().itemOf(id)) m_state.selected.push_back(*item);
    }
    std::ranges::sort(m_state.selected);
    if (const auto id = m_session.selected()) m_state.focused = m_picture.slices().itemOf(*id);
    m_state.focusedLane = focusLane();
  }
  markLinks();
  updateState(before);
}

void TimelineView::addLinksOf(EventId id, bool further) {
  const LaneSlices& slices = m_picture.slices();
  const Snapshot& snapshot = *m_session.snapshot();
  const auto item = slices.itemOf(id);
  const auto lane = id == m_session.selected() ? focusLane() : slices.laneOf(id);
  if (!item || !lane) return;
  const auto at = [&](EventId event) {
    const DateBounds& bounds = snapshot.dataset.curated->bounds[slices.itemOf(event)->value];
    return bounds.earliestBegin > kBeginningOfTime ? bounds.earliestBegin : bounds.latestEnd;
  };
  const std::vector<EventLink>& links = snapshot.linksOf(id);
  constexpr std::size_t kMostWithWords = 8;
  for (const EventLink& link : links) {
    const auto other = slices.itemOf(link.other);
    // In the same lane if it stands there.
    const auto otherLane = slices.standsIn(link.other, *lane) ? lane : slices.laneOf(link.other);
    // With all links shown each is met at both of its ends.
    if (!other || !otherLane || (further && !link.outgoing)) continue;
    LinkArc arc{*item, *other, *lane, *otherLane, at(id), at(link.other), further, {}};
    if (!link.outgoing) {
      std::swap(arc.from, arc.to);
      std::swap(arc.fromLane, arc.toLane);
      std::swap(arc.fromAt, arc.toAt);
    }
    if (!further && links.size() <= kMostWithWords)
      arc.words = relationInWords(link.relation, true).toLower();
    m_state.links.push_back(std::move(arc));
  }
}

void TimelineView::markLinks() {
  m_state.links.clear();
  if (m_picture.isEmpty()) return;
  const auto selected = m_session.selected();
  if (m_allLinks) {
    constexpr std::size_t kMostLinks = 300;
    for (const SceneMark& mark : m_picture.scene().marks) {
      const auto id = m_picture.slices().eventOf(mark.item);
      if (id && id != selected) addLinksOf(*id, true);
      if (m_state.links.size() > kMostLinks) break;
    }
  }
  if (selected && m_session.picked().size() == 1) addLinksOf(*selected, false);
}

void TimelineView::setAllLinks(bool all) {
  m_allLinks = all;
  markLinks();
  viewport()->update();
}

void TimelineView::updateRequest() {
  if (m_picture.isEmpty()) return;
  const ViewState& view = m_session.view();
  m_picture.setRequest({view.span,
                        canvasWidth(),
                        static_cast<double>(viewport()->height()),
                        m_session.now(),
                        view.axisNames,
                        {view.zone.toStdString(), zoneTableOf(view.zone)},
                        view.knownAsOf.has_value()});
  updateScrollBar();
  m_idle.start();
}

void TimelineView::updateScrollBar() {
  const int content = static_cast<int>(m_picture.scene().heightPx);
  const int page = viewport()->height();
  verticalScrollBar()->setPageStep(page);
  verticalScrollBar()->setSingleStep(static_cast<int>(scaledMetrics(m_scale).rowHeightPx));
  verticalScrollBar()->setRange(0, std::max(0, content - page));
}

void TimelineView::resizeEvent(QResizeEvent* event) {
  QAbstractScrollArea::resizeEvent(event);
  updateRequest();
  Q_EMIT canvasResized();
}

void TimelineView::changeEvent(QEvent* event) {
  QAbstractScrollArea::changeEvent(event);
  if (event->type() == QEvent::FontChange) takeFonts();
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
  const Scene moving =
      m_before ? sceneBetween(*m_before, m_picture.scene(), m_regroup.currentValue().toDouble()) : Scene();
  const Scene& scene = m_before ? moving : m_picture.scene();
  paintParts(painter, scene, event->region());
}

void TimelineView::paintParts(QPainter& painter, const Scene& scene, const QRegion& parts) {
  const Theme& colors = theme(m_theme);
  const QRectF exposed = parts.boundingRect();
  const double axis = scene.axisHeightPx;
  const double scroll = verticalScrollBar()->value();
  const QRectF all = viewport()->rect();

  painter.save();
  painter.setClipRect(QRectF(0, axis, m_headerWidth, all.height() - axis), Qt::IntersectClip);
  painter.translate(0, -scroll);
  paintHeaders(painter, scene, m_picture.texts(), colors, m_fonts, exposed.translated(0, scroll),
               m_headerWidth,
               {m_header, collapsedLanes(m_picture.slices()), laneOfState(m_session, m_picture.slices())});
  if (m_laneDrag && m_laneDrag->moved) {
    const std::vector<SceneLane>& lanes = scene.lanes;
    const auto before = static_cast<std::size_t>(m_laneDrag->before);
    const double y = before < lanes.size() ? lanes[before].rect.y : lanes.back().rect.bottom();
    painter.fillRect(QRectF(0, y - 2, m_headerWidth, 3), colors.accent);
  }
  painter.restore();

  painter.save();
  painter.setClipRect(QRectF(m_headerWidth, axis, all.width() - m_headerWidth, all.height() - axis),
                      Qt::IntersectClip);
  painter.translate(m_headerWidth, -scroll);
  paintBody(painter, scene, m_picture.texts(), m_state, colors, m_fonts,
            exposed.translated(-m_headerWidth, scroll),
            parts.translated(-static_cast<int>(m_headerWidth), static_cast<int>(scroll)));
  painter.restore();

  if (m_pointedX && !viewport()->underMouse())
    painter.fillRect(QRectF(*m_pointedX, axis, 1, all.height() - axis), colors.ink3);

  if (m_band) {
    painter.setPen(QPen(colors.accent, 1.5));
    QColor fill = colors.accent;
    fill.setAlphaF(0.1F);
    painter.setBrush(fill);
    painter.drawRect(*m_band);
  }

  if (m_dateMove) {
    painter.save();
    paintDateMove(painter);
    painter.restore();
  }

  if (exposed.top() < axis) {
    paintAxisCorner(painter, scene, colors, m_fonts, m_headerWidth);
    painter.setClipRect(QRectF(m_headerWidth, 0, all.width() - m_headerWidth, axis), Qt::IntersectClip);
    painter.translate(m_headerWidth, 0);
    paintAxis(painter, scene, colors, m_fonts);
  }
}

void TimelineView::takePointed(std::optional<Instant> at) {
  const auto before = m_pointedX;
  m_pointedX.reset();
  const TimeSpan span = m_session.view().span;
  if (at && span.contains(*at))
    m_pointedX = m_headerWidth + std::floor(TimeScale(span, canvasWidth()).x(*at));
  if (before == m_pointedX || viewport()->underMouse()) return;
  for (const auto& x : {before, m_pointedX}) {
    if (x) viewport()->update(static_cast<int>(*x), 0, 1, viewport()->height());
  }
}

void TimelineView::reveal(EventId id) {
  const auto item = m_picture.slices().itemOf(id);
  if (!item || id.origin != EventOrigin::Curated) return;
  const DateBounds& bounds = m_session.snapshot()->dataset.curated->bounds[item->value];
  const TimeSpan shown = m_motion.isMoving() ? m_motion.target() : m_session.view().span;
  if (overlaps(bounds, shown) == Certainty::Impossible) {
    const Instant at = bounds.earliestBegin > kBeginningOfTime ? bounds.earliestBegin : bounds.latestEnd;
    const TimeSpan to = shifted(shown, at.seconds - shown.begin.seconds - shown.seconds() / 2);
    m_motion.moveTo(m_session.view().span, to, kFitMs);
  }
  revealRow(id);
}

void TimelineView::revealRow(EventId id) {
  const auto lane = id == m_session.selected() ? focusLane() : m_picture.slices().laneOf(id);
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
    return toViewport({r.x, r.y, r.width, r.height}).toRect();
  }
  return std::nullopt;
}

}  // namespace entente
