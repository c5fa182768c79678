// SPDX-License-Identifier: GPL-3.0-or-later
// Dates that are moved on the canvas, by hand and by keys.
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

#include "app/render/date_words.h"
#include "app/render/moved_date.h"
#include "app/session/session.h"
#include "app/timeline/timeline_view.h"
#include "core/time/time_scale.h"

namespace entente {

namespace {

constexpr double kDragFromPx = 4;
constexpr double kGripPx = 6;                ///< how near to an end of a bar one takes hold of it
constexpr double kLeastBarPx = 4 * kGripPx;  ///< of a shorter bar one takes the whole
constexpr int kBurstMs = 900;  ///< keys that follow each other faster are one step of the history

QString holdInWords(DateHold hold, const QString& title) {
  switch (hold) {
    case DateHold::Undated:
      return TimelineView::tr("%1 has no date that could be moved.").arg(title);
    case DateHold::Claimed:
      return TimelineView::
          tr("The date of %1 comes from its claims: pin another one, or edit the claim, instead of moving "
             "it.")
              .arg(title);
    case DateHold::MachineCoded:
      return TimelineView::tr("%1 comes from an import that is kept as it is; its date cannot be moved.")
          .arg(title);
  }
  return {};
}

GlyphKind glyphOf(const Scene& scene, ItemIndex item) {
  const auto mark = std::ranges::find(scene.marks, item, &SceneMark::item);
  return mark == scene.marks.end() ? GlyphKind::Event : mark->glyph;
}

}  // namespace

void TimelineView::connectDateMoves() {
  m_burst.setSingleShot(true);
  m_burst.setInterval(kBurstMs);
  connect(&m_burst, &QTimer::timeout, this, &TimelineView::keepDate);
  const auto done = [this] { m_keepingDate = false; };
  connect(&m_session, &Session::changed, this, done);
  connect(&m_session, &Session::changeFailed, this, done);
  connect(&m_session, &Session::archiveOpened, this, done);
  connect(&m_session, &Session::archiveClosed, this, done);
  // Whoever goes on to another event is done with this one.
  connect(&m_session, &Session::selectionChanged, this, [this](std::optional<EventId> id) {
    if (m_dateMove && !m_dateDrag && id != m_dateMove->event()) keepDate();
  });
}

bool TimelineView::beginDateMove(EventId id, MovedPart part) {
  if (m_keepingDate) return false;
  const QString title = m_session.snapshot()->label(id);
  auto place = placeOfDate(*m_session.snapshot(), id);
  if (!place) {
    Q_EMIT dateMoveSaid(holdInWords(place.error(), title));
    return false;
  }
  // Whether it can move at all, before anything is shown.
  if (auto tried = shifted(place->when, shiftUnit(place->when, part), 0, part); !tried) {
    Q_EMIT dateMoveSaid(QStringLiteral("%1: %2").arg(title, QString::fromStdString(tried.error().message)));
    return false;
  }
  m_dateMove.emplace(id, std::move(*place), part);
  return true;
}

bool TimelineView::pressDate(const QPointF& position) {
  const SceneHit hit = hitAt(position);
  const auto id = hit.mark ? m_picture.slices().eventOf(hit.mark->item) : std::nullopt;
  if (!id) return false;
  dropDate();
  MovedPart part = MovedPart::Whole;
  const EventTitle* title = m_session.snapshot()->title(*id);
  const SceneRect& bar = hit.mark->bar.rect;
  if (title && title->when && title->when->isInterval() && bar.width >= kLeastBarPx) {
    const TimeScale scale(m_session.view().span, canvasWidth());
    const double x = toScene(position).x();
    const DateBounds& bounds = title->when->bounds();
    const auto holds = [&](double end, EndKind kind) {
      return kind == EndKind::Known && std::abs(x - end) <= kGripPx;
    };
    if (holds(scale.x(bounds.earliestBegin), title->when->beginKind())) part = MovedPart::Begin;
    if (holds(scale.x(bounds.latestEnd), title->when->endKind())) part = MovedPart::End;
  }
  m_lane = hit.mark->lane;
  m_dateDrag = DateDrag{position, *id, part,
                        TimeScale(m_session.view().span, canvasWidth()).at(toScene(position).x())};
  return true;
}

void TimelineView::dragDate(const QPointF& position) {
  const QPointF way = position - m_dateDrag->from;
  if (!m_dateDrag->moved && std::hypot(way.x(), way.y()) < kDragFromPx) return;
  if (!m_dateDrag->moved) {
    const DateDrag drag = *m_dateDrag;
    m_session.select(drag.event);
    if (!beginDateMove(drag.event, drag.part)) {
      m_dateDrag.reset();
      return;
    }
    m_dateDrag->moved = true;
    viewport()->setCursor(Qt::SizeHorCursor);
  }
  const TimeScale scale(m_session.view().span, canvasWidth());
  const Instant at = scale.at(toScene(position).x());
  m_dateMove->follow(at.seconds - m_dateDrag->at.seconds, scale.secondsPerPixel());
  m_datePointer = position;
  viewport()->update();
}

void TimelineView::releaseDate(const QPointF& position) {
  const bool moved = m_dateDrag->moved;
  m_dateDrag.reset();
  viewport()->unsetCursor();
  if (!moved) return click(position, Qt::NoModifier);
  keepDate();
}

void TimelineView::stepDate(MovedPart part, int steps) {
  const auto id = m_session.selected();
  if (m_picture.isEmpty() || m_dateDrag) return;
  if (!id) return Q_EMIT dateMoveSaid(tr("Select the event first whose date shall be moved."));
  if (m_session.picked().size() > 1)
    return Q_EMIT dateMoveSaid(tr("Dates are moved one event at a time: select one alone."));
  if (!m_dateMove && !beginDateMove(*id, MovedPart::Whole)) return;
  const FuzzyDate& when = m_dateMove->place().when;
  if (part == MovedPart::End && !when.isInterval()) {
    Q_EMIT dateMoveSaid(tr("This date has no end of its own that could be moved."));
    if (!m_dateMove->hasMoved()) dropDate();
    return;
  }
  m_dateMove->step(part, steps);
  m_datePointer.reset();
  m_burst.start();
  Q_EMIT dateMoveSaid(m_dateMove->problem().empty()
                          ? tr("%1   Enter keeps it, Esc leaves it as it was").arg(dateMoveInWords())
                          : QString::fromStdString(m_dateMove->problem()));
  const TimeSpan span = m_session.view().span;
  const Instant at = m_dateMove->anchor();
  if (!span.contains(at) && at > kBeginningOfTime && at < kEndOfTime)
    m_session.setSpan(shifted(span, at.seconds - span.begin.seconds - span.seconds() / 2));
  viewport()->update();
}

void TimelineView::keepDate() {
  m_burst.stop();
  if (!m_dateMove) return;
  const DateMove move = *m_dateMove;
  dropDate();
  if (!move.hasMoved()) return;
  const QString title =
      tr("Move %1 to %2")
          .arg(m_session.snapshot()->label(move.event()), QString::fromStdString(move.to().edtf()));
  // What comes next must see where it is then. A copy that has to be made first may never be.
  m_keepingDate = m_session.isEditable();
  m_session.change([place = move.place(), to = move.to()](
                       const Records& now) -> Result<RecordChanges> { return moveDate(now, place, to); },
                   title);
}

bool TimelineView::dropDate() {
  const bool dropped = m_dateMove.has_value();
  m_burst.stop();
  m_dateMove.reset();
  if (m_dateDrag) viewport()->unsetCursor();
  m_dateDrag.reset();
  if (dropped) viewport()->update();
  return dropped;
}

bool TimelineView::handleDateKey(int key) {
  if (!m_dateMove) return false;
  if (key == Qt::Key_Escape) {
    dropDate();
    Q_EMIT dateMoveSaid(tr("The date stays as it was."));
    return true;
  }
  if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !m_dateDrag) {
    keepDate();
    return true;
  }
  return false;
}

QString TimelineView::dateMoveInWords() const {
  return tr("%1 → %2", "a date as it stands, and as it would be")
      .arg(QString::fromStdString(m_dateMove->place().when.edtf()),
           QString::fromStdString(m_dateMove->to().edtf()));
}

void TimelineView::paintDateMove(QPainter& painter) {
  const auto item = m_picture.slices().itemOf(m_dateMove->event());
  if (!item) return;
  const Scene& scene = m_picture.scene();
  const TimeScale scale(m_session.view().span, canvasWidth());
  const DateBounds& bounds = m_dateMove->to().bounds();
  const QRectF canvas(m_headerWidth, scene.axisHeightPx, canvasWidth(),
                      viewport()->height() - scene.axisHeightPx);
  MovedDate moved;
  moved.within = canvas;
  moved.glyph = glyphOf(scene, *item);
  const double size = scaledMetrics(m_scale).paleBarHeightPx;
  double middle = canvas.top() + 2 * size;
  const auto lane = focusLane();
  for (const SceneMark& mark : scene.marks) {
    if (mark.item != *item || (lane && mark.lane != *lane)) continue;
    const SceneRect& glyph = mark.glyphRect;
    moved.tieFrom = toViewport({glyph.x, glyph.y, glyph.width, glyph.height}).center();
    middle = moved.tieFrom->y();
  }
  // Beyond the picture an end is an end of the picture.
  constexpr double kBeyondPx = 50;
  const auto x = [&](Instant at) {
    return m_headerWidth + std::clamp(scale.x(at), -kBeyondPx, canvasWidth() + kBeyondPx);
  };
  const double left =
      bounds.earliestBegin > kBeginningOfTime ? x(bounds.earliestBegin) : m_headerWidth - kBeyondPx;
  const double right = bounds.latestEnd < kEndOfTime ? x(bounds.latestEnd) : canvas.right() + kBeyondPx;
  moved.box = QRectF(left, std::round(middle - size / 2), std::max(right - left, size), size);
  moved.dates = dateMoveInWords();
  moved.words = m_dateMove->problem().empty() ? weekdayAndDate(m_dateMove->to())
                                              : QString::fromStdString(m_dateMove->problem());
  moved.pointer = m_datePointer.value_or(moved.box.topLeft());
  painter.setClipRect(canvas, Qt::IntersectClip);
  paintMovedDate(painter, moved, theme(m_theme), typeFaces(font(), m_scale));
}

}  // namespace entente
