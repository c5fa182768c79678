// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse and keyboard do in the plot.
#include <QApplication>
#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "app/charts/plot_layout.h"
#include "app/charts/plot_view.h"

namespace entente {

namespace {

constexpr double kReachPx = 8;

double distanceTo(QPointF at, QPointF a, QPointF b) {
  const QPointF along = b - a;
  const double length = QPointF::dotProduct(along, along);
  const double part = length > 0 ? std::clamp(QPointF::dotProduct(at - a, along) / length, 0.0, 1.0) : 0;
  return QLineF(at, a + part * along).length();
}

}  // namespace

const PlotPoint* PlotView::pointOf(const PlotRef& ref) const {
  if (ref.isBar || ref.panel >= m_figure.panels.size()) return nullptr;
  const auto& lines = m_figure.panels[ref.panel].lines;
  if (ref.item >= lines.size() || ref.point >= lines[ref.item].points.size()) return nullptr;
  return &lines[ref.item].points[ref.point];
}

const PlotBar* PlotView::barOf(const PlotRef& ref) const {
  if (!ref.isBar || ref.panel >= m_figure.panels.size()) return nullptr;
  const auto& bars = m_figure.panels[ref.panel].bars;
  return ref.item < bars.size() ? &bars[ref.item] : nullptr;
}

QString PlotView::wordsOf(const PlotRef& ref) const {
  if (const PlotBar* bar = barOf(ref)) return bar->words;
  const PlotPoint* point = pointOf(ref);
  return point ? point->words : QString();
}

std::optional<QPointF> PlotView::positionOf(const PlotRef& ref) const {
  const auto dot = std::ranges::find(m_scene.dots, ref, &PlotDot::ref);
  if (dot != m_scene.dots.end() && dot->isInside) return dot->at;
  const auto box = std::ranges::find(m_scene.boxes, ref, &PlotBox::ref);
  if (box != m_scene.boxes.end() && box->row.width() > 0) return box->rect.center();
  return std::nullopt;
}

std::optional<PlotRef> PlotView::refAt(QPointF at) const {
  std::optional<PlotRef> nearest;
  double reach = kReachPx * m_scale;
  // Backwards and only if nearer: of two points in one place the one on top is meant.
  for (std::size_t i = m_scene.dots.size(); i-- > 0;) {
    const PlotDot& dot = m_scene.dots[i];
    const double distance = QLineF(at, dot.at).length();
    if (!dot.isInside || distance >= reach) continue;
    reach = distance;
    nearest = dot.ref;
  }
  if (nearest) return nearest;
  for (auto box = m_scene.boxes.rbegin(); box != m_scene.boxes.rend(); ++box) {
    if (box->row.contains(at)) return box->ref;
  }
  for (const PlotText& text : m_scene.texts) {
    if (text.ref && text.rect.contains(at)) return text.ref;
  }
  return std::nullopt;
}

std::optional<PlotRef> PlotView::lineAt(QPointF at) const {
  if (const auto ref = refAt(at)) return ref;
  std::optional<PlotRef> nearest;
  double reach = kReachPx * m_scale;
  for (std::size_t i = m_scene.dots.size(); i-- > 1;) {
    const PlotDot& a = m_scene.dots[i - 1];
    const PlotDot& b = m_scene.dots[i];
    const bool isOneLine =
        a.ref.panel == b.ref.panel && a.ref.item == b.ref.item && b.ref.point == a.ref.point + 1;
    if (!isOneLine || (!a.isInside && !b.isInside)) continue;
    const PlotLine& line = m_figure.panels[a.ref.panel].lines[a.ref.item];
    if (line.points[b.ref.point].x - line.points[a.ref.point].x > line.mostStep) continue;
    const double distance = distanceTo(at, a.at, b.at);
    if (distance >= reach) continue;
    reach = distance;
    nearest = b.ref;
  }
  return nearest;
}

const PlotView::PlacedEvent* PlotView::eventAt(QPointF at) const {
  const auto found = std::ranges::find_if(
      m_placed, [&](const PlacedEvent& one) { return QLineF(at, one.at).length() <= kReachPx * m_scale; });
  return found == m_placed.end() ? nullptr : &*found;
}

const PlotDiamond* PlotView::diamondAt(QPointF at) const {
  const auto found = std::ranges::find_if(m_scene.diamonds, [&](const PlotDiamond& one) {
    return QLineF(at, one.at).length() <= (kDotPx / 2 + 2) * m_scale;
  });
  return found == m_scene.diamonds.end() ? nullptr : &*found;
}

void PlotView::showTip(QPoint global, const QString& words) {
  if (words == m_tip) return;
  m_tip = words;
  if (words.isEmpty()) return QToolTip::hideText();
  // Always rich text, so that nothing that people wrote can turn it into rich text.
  QToolTip::showText(global, QStringLiteral("<qt>%1</qt>").arg(words.toHtmlEscaped()), viewport());
}

bool PlotView::canPan() const {
  return m_figure.isOverTime() && m_span.has_value();
}

void PlotView::mouseMoveEvent(QMouseEvent* event) {
  const QPointF at = event->position();
  if (m_drag) {
    const double moved = at.x() - m_drag->from.x();
    m_drag->moved = m_drag->moved || std::abs(moved) >= QApplication::startDragDistance();
    if (m_drag->moved && canPan()) {
      const double perPx = static_cast<double>(m_drag->span.seconds()) / m_scene.plots.front().width();
      const auto by = static_cast<std::int64_t>(-moved * perPx);
      Q_EMIT spanAsked({plusSeconds(m_drag->span.begin, by), plusSeconds(m_drag->span.end, by)});
    }
    return;
  }
  const PlotDiamond* stand = diamondAt(at);
  const PlacedEvent* placed = stand ? nullptr : eventAt(at);
  const auto ref = stand || placed ? std::nullopt : refAt(at);
  const bool isHand = stand || placed || lineAt(at);
  viewport()->setCursor(isHand ? Qt::PointingHandCursor : Qt::ArrowCursor);
  if (ref != m_hovered) {
    m_hovered = ref;
    viewport()->update();
  }
  showTip(event->globalPosition().toPoint(), stand    ? stand->words
                                             : placed ? placed->event.words
                                             : ref    ? wordsOf(*ref)
                                                      : QString());
  if (!m_figure.isOverTime()) return;
  const bool isIn = m_scene.plots.front().contains(at);
  Q_EMIT pointedChanged(isIn ? std::optional(m_scene.instantAt(at.x())) : std::nullopt);
}

void PlotView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return event->ignore();
  m_drag = Drag{event->position(), m_scene.span, false};
}

void PlotView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !m_drag) return event->ignore();
  const bool moved = m_drag->moved;
  m_drag.reset();
  if (moved) return;
  const QPointF at = event->position();
  if (const PlotDiamond* stand = diamondAt(at)) {
    Q_EMIT stateChosen(ActorUid(stand->actor));
  } else if (const PlacedEvent* placed = eventAt(at)) {
    Q_EMIT eventChosen(placed->event.id);
  } else if (const auto ref = lineAt(at)) {
    choose(*ref);
  }
}

void PlotView::choose(const PlotRef& ref) {
  // Copies: the figure may be made anew by who listens.
  const QString words = wordsOf(ref);
  const ActorUid actor(actorOf(ref).toStdString());
  std::optional<FigureKey> key;
  if (const PlotBar* bar = barOf(ref)) key = bar->key;
  if (const PlotPoint* point = pointOf(ref)) key = point->key;
  if (!key) return;
  Q_EMIT numberChosen(*key, words);
  Q_EMIT stateChosen(actor);
}

void PlotView::leaveEvent(QEvent* event) {
  QChartView::leaveEvent(event);
  showTip({}, {});
  if (m_figure.isOverTime()) Q_EMIT pointedChanged(std::nullopt);
  if (!m_hovered) return;
  m_hovered.reset();
  viewport()->update();
}

void PlotView::wheelEvent(QWheelEvent* event) {
  const bool asked = m_wheelZooms || event->modifiers().testFlag(Qt::ControlModifier);
  const int turned = event->angleDelta().y();
  // The pane around it may scroll.
  if (!asked || !canPan() || turned == 0) return event->ignore();
  constexpr double kPerNotch = 1.25;
  constexpr double kNotch = 120;
  const double factor = std::pow(kPerNotch, -turned / kNotch);
  const TimeSpan span = m_scene.span;
  const Instant about = m_scene.instantAt(
      std::clamp(event->position().x(), m_scene.plots.front().left(), m_scene.plots.front().right()));
  const auto scaled = [&](Instant end) {
    return plusSeconds(about,
                       static_cast<std::int64_t>(static_cast<double>(end.seconds - about.seconds) * factor));
  };
  const TimeSpan wanted{scaled(span.begin), scaled(span.end)};
  if (wanted.seconds() >= 1) Q_EMIT spanAsked(wanted);
  event->accept();
}

void PlotView::setCurrent(std::optional<PlotRef> ref) {
  if (m_current == ref) return;
  m_current = ref;
  viewport()->update();
  Q_EMIT currentChanged(currentWords());
}

QString PlotView::currentWords() const {
  return m_current ? wordsOf(*m_current) : QString();
}

std::vector<std::pair<PlotRef, QPointF>> PlotView::walkable() const {
  std::vector<std::pair<PlotRef, QPointF>> all;
  for (const PlotDot& dot : m_scene.dots) {
    if (dot.isInside) all.emplace_back(dot.ref, dot.at);
  }
  for (const PlotBox& box : m_scene.boxes) {
    const PlotBar* bar = barOf(box.ref);
    if (bar && !bar->label.isEmpty() && box.row.width() > 0) all.emplace_back(box.ref, box.row.center());
  }
  return all;
}

std::optional<PlotRef> PlotView::firstRef() const {
  const auto all = walkable();
  if (all.empty()) return std::nullopt;
  const auto isFront = [this](const auto& one) {
    return actorOf(one.first).toStdString() == m_figure.highlighted.value;
  };
  const auto front = std::find_if(all.rbegin(), all.rend(), isFront);
  if (front != all.rend()) return front->first;
  return m_scene.boxes.empty() ? all.back().first : all.front().first;
}

std::optional<PlotRef> PlotView::nextFrom(const PlotRef& from, int across, int up) const {
  const auto all = walkable();
  const auto here = std::ranges::find(all, from, [](const auto& one) { return one.first; });
  if (here == all.end()) return firstRef();
  const bool isLine = !from.isBar && !m_figure.panels[from.panel].lines[from.item].isScatter;
  constexpr double kSamePx = 0.01;
  const std::pair<PlotRef, QPointF>* best = nullptr;
  double least = std::numeric_limits<double>::infinity();
  for (const auto& one : all) {
    const QPointF way = one.second - here->second;
    if (one.first == from) continue;
    const bool isOwn = one.first.panel == from.panel && one.first.item == from.item;
    // Along a line, or from line to line of one moment; where there are no lines, by one of the two axes.
    if (isLine && across != 0 && !isOwn) continue;
    if (isLine && up != 0 && m_figure.panels.size() == 1 && (isOwn || std::abs(way.x()) > kSamePx)) continue;
    const double ahead = across != 0 ? way.x() * across : -way.y() * up;
    if (ahead < -kSamePx) continue;
    if (ahead <= kSamePx) {
      // In one place: in the order of drawing.
      const bool isBehind = one.first.item > from.item;
      if (!isLine || up == 0 || (up > 0) != isBehind) continue;
    }
    const double aside = across != 0 ? way.y() : way.x();
    const double cost = ahead + (m_figure.panels.size() > 1 ? 4 * std::abs(aside) : 0);
    if (cost >= least) continue;
    least = cost;
    best = &one;
  }
  return best ? std::optional(best->first) : std::nullopt;
}

void PlotView::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && m_current) {
    showTip({}, {});
    return setCurrent(std::nullopt);
  }
  if (event->key() == Qt::Key_Space && !m_figure.years.empty()) return Q_EMIT playAsked();
  const bool isEnter =
      event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
  if (isEnter && m_current) return choose(*m_current);
  const int across = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
  const int up = event->key() == Qt::Key_Up ? 1 : event->key() == Qt::Key_Down ? -1 : 0;
  if (across == 0 && up == 0) return event->ignore();
  const bool isRows = !m_figure.isEmpty() && m_figure.panels.front().up.kind == AxisKind::Rows;
  if (isRows && across != 0) return Q_EMIT yearAsked(across);
  const bool isThere = m_current && positionOf(*m_current);
  const auto next = isThere ? nextFrom(*m_current, across, up) : firstRef();
  if (!next) return;
  setCurrent(next);
  if (const auto at = positionOf(*next)) showTip(mapToGlobal(at->toPoint()), wordsOf(*next));
}

void PlotView::focusInEvent(QFocusEvent* event) {
  QChartView::focusInEvent(event);
  if (!m_current) setCurrent(firstRef());
  viewport()->update();
}

void PlotView::focusOutEvent(QFocusEvent* event) {
  QChartView::focusOutEvent(event);
  viewport()->update();
}

}  // namespace entente
