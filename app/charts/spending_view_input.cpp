// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse and keyboard do in the plot.
#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>

#include "app/charts/chart_words.h"
#include "app/charts/spending_view.h"

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

std::optional<SpendingView::Spot> SpendingView::spotAt(QPointF at) const {
  std::optional<Spot> nearest;
  double reach = kReachPx * m_scale;
  // Backwards and only if nearer: of two points in one place the one on top is meant.
  for (std::size_t line = m_data.lines.size(); line-- > 0;) {
    const auto& points = m_data.lines[line].points;
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (!isInSpan(points[i])) continue;
      const double distance = QLineF(at, position(points[i])).length();
      if (distance >= reach) continue;
      reach = distance;
      nearest = Spot{line, i};
    }
  }
  return nearest;
}

std::optional<std::size_t> SpendingView::lineAt(QPointF at) const {
  if (const auto spot = spotAt(at)) return spot->line;
  if (!m_plot.contains(at)) return std::nullopt;
  std::optional<std::size_t> nearest;
  double reach = kReachPx * m_scale;
  for (std::size_t line = m_data.lines.size(); line-- > 0;) {
    const auto& points = m_data.lines[line].points;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
      if (points[i + 1].year != points[i].year + 1) continue;
      const double distance = distanceTo(at, position(points[i]), position(points[i + 1]));
      if (distance >= reach) continue;
      reach = distance;
      nearest = line;
    }
  }
  return nearest;
}

QString SpendingView::tipOf(Spot spot) const {
  // Always rich text, so that nothing that people wrote can turn it into rich text.
  return QStringLiteral("<qt><b>%1</b><br>%2</qt>")
      .arg(pointInWords(m_data, m_data.lines[spot.line], pointAt(spot)).toHtmlEscaped(),
           m_data.edition.toHtmlEscaped());
}

void SpendingView::mouseMoveEvent(QMouseEvent* event) {
  const auto spot = spotAt(event->position());
  viewport()->setCursor(lineAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
  if (spot == m_hovered) return;
  m_hovered = spot;
  viewport()->update();
  if (spot) {
    QToolTip::showText(event->globalPosition().toPoint(), tipOf(*spot), viewport());
  } else {
    QToolTip::hideText();
  }
}

void SpendingView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return event->ignore();
  if (const auto line = lineAt(event->position())) Q_EMIT stateChosen(ActorUid(m_data.lines[*line].actor));
}

void SpendingView::leaveEvent(QEvent* event) {
  QChartView::leaveEvent(event);
  if (!m_hovered) return;
  m_hovered.reset();
  viewport()->update();
}

void SpendingView::wheelEvent(QWheelEvent* event) {
  // The pane around it may scroll.
  event->ignore();
}

void SpendingView::setCurrent(std::optional<Spot> spot) {
  if (m_current == spot) return;
  m_current = spot;
  viewport()->update();
  Q_EMIT currentChanged(currentWords());
}

QString SpendingView::currentWords() const {
  return m_current ? pointInWords(m_data, m_data.lines[m_current->line], pointAt(*m_current)) : QString();
}

SpendingView::Spot SpendingView::alongLine(Spot from, int step) const {
  const auto& points = m_data.lines[from.line].points;
  for (std::size_t i = from.point; step > 0 ? i + 1 < points.size() : i > 0;) {
    i = step > 0 ? i + 1 : i - 1;
    if (isInSpan(points[i])) return {from.line, i};
  }
  return from;
}

SpendingView::Spot SpendingView::acrossLines(Spot from, int step) const {
  const int year = pointAt(from).year;
  std::vector<Spot> stack;
  for (std::size_t line = 0; line < m_data.lines.size(); ++line) {
    const auto& points = m_data.lines[line].points;
    const auto found = std::ranges::find(points, year, &ChartPoint::year);
    if (found != points.end()) stack.push_back({line, static_cast<std::size_t>(found - points.begin())});
  }
  std::ranges::stable_sort(stack, {}, [this](Spot spot) { return pointAt(spot).value; });
  const auto here = std::ranges::find(stack, from);
  if (step > 0 && here + 1 != stack.end()) return *(here + 1);
  if (step < 0 && here != stack.begin()) return *(here - 1);
  return from;
}

void SpendingView::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && m_current) {
    QToolTip::hideText();
    return setCurrent(std::nullopt);
  }
  const bool isWalk = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right ||
                      event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
  const bool isEnter =
      event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
  if (!isWalk && !(isEnter && m_current)) return event->ignore();
  if (isEnter) {
    Q_EMIT stateChosen(ActorUid(m_data.lines[m_current->line].actor));
    return;
  }
  std::optional<Spot> next;
  if (!m_current || !isInSpan(pointAt(*m_current))) {
    for (std::size_t line = m_data.lines.size(); line-- > 0 && !next;)
      next = lastSpotOf(line);
  } else {
    const int step = event->key() == Qt::Key_Right || event->key() == Qt::Key_Up ? 1 : -1;
    const bool along = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    next = along ? alongLine(*m_current, step) : acrossLines(*m_current, step);
  }
  if (!next) return event->ignore();
  setCurrent(next);
  QToolTip::showText(mapToGlobal(position(pointAt(*next)).toPoint()), tipOf(*next), viewport());
}

void SpendingView::focusInEvent(QFocusEvent* event) {
  QChartView::focusInEvent(event);
  for (std::size_t line = m_data.lines.size(); line-- > 0 && !m_current;)
    setCurrent(lastSpotOf(line));
  viewport()->update();
}

void SpendingView::focusOutEvent(QFocusEvent* event) {
  QChartView::focusOutEvent(event);
  viewport()->update();
}

}  // namespace entente
