// SPDX-License-Identifier: GPL-3.0-or-later
// Series, axes and labels; painting and the hand are in spending_view_paint.cpp and spending_view_input.cpp.
#include "app/charts/spending_view.h"

#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QScatterSeries>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

#include "core/time/civil.h"

namespace entente {

namespace {

constexpr double kTickPitchPx = 18;
constexpr double kLabelPitchPx = 14;
constexpr double kLabelGapPx = 8;
constexpr double kEdgePx = 4;
constexpr int kMarkerPx = 7;
constexpr double kBesidePart = 0.8;

QString nameOf(const ChartLine& line) {
  return QString::fromStdString(line.actor.value);
}

}  // namespace

SpendingView::SpendingView(QWidget* parent)
    : QChartView(new QChart, parent),
      m_theme(&theme(ThemeName::Light)),
      m_faces(typeFaces(font())),
      m_axisX(new QValueAxis),
      m_axisY(new QValueAxis) {
  setFrameShape(QFrame::NoFrame);
  setRenderHint(QPainter::Antialiasing);
  setViewportUpdateMode(FullViewportUpdate);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  viewport()->setMouseTracking(true);
  const std::int64_t year = 2025;
  m_span = {startOfYear(year), startOfYear(year + 1)};
  QChart& chart = *this->chart();
  chart.setMargins({});
  chart.layout()->setContentsMargins(0, 0, 0, 0);
  chart.setBackgroundVisible(false);
  chart.setPlotAreaBackgroundVisible(false);
  chart.setDropShadowEnabled(false);
  chart.setAnimationOptions(QChart::NoAnimation);
  chart.legend()->hide();
  chart.setAcceptHoverEvents(false);
  // Axes only map: what stands at them is painted on the timeline's own ticks.
  for (QValueAxis* axis : {m_axisX, m_axisY}) {
    axis->setLabelsVisible(false);
    axis->setGridLineVisible(false);
    axis->setLineVisible(false);
  }
  chart.addAxis(m_axisX, Qt::AlignBottom);
  chart.addAxis(m_axisY, Qt::AlignLeft);
}

void SpendingView::setChart(ChartData chart) {
  const auto actor = m_current ? m_data.lines[m_current->line].actor : ActorUid();
  const int year = m_current ? pointAt(*m_current).year : 0;
  m_hovered.reset();
  m_current.reset();
  m_data = std::move(chart);
  // The keyboard stays where it was, if that is still there.
  if (const ChartLine* line = m_data.line(actor)) {
    const auto point = std::ranges::find(line->points, year, &ChartPoint::year);
    if (point != line->points.end())
      m_current = Spot{static_cast<std::size_t>(line - m_data.lines.data()),
                       static_cast<std::size_t>(point - line->points.begin())};
  }
  makeSeries();
  place();
  Q_EMIT currentChanged(currentWords());
}

void SpendingView::setLook(ThemeName name, const TypeFaces& faces, double scale) {
  m_theme = &theme(name);
  m_faces = faces;
  m_captionStrong = faces.caption;
  m_captionStrong.setWeight(QFont::DemiBold);
  m_scale = scale;
  makeSeries();
  place();
}

void SpendingView::setSpan(TimeSpan span) {
  if (span.isEmpty() || span == m_span) return;
  m_span = span;
  place();
}

void SpendingView::setFrame(const ChartFrame& frame) {
  m_frame = frame;
  place();
}

QSize SpendingView::sizeHint() const {
  return {240, 60};
}

bool SpendingView::hasFiguresInSpan() const {
  return std::ranges::any_of(m_data.lines, [this](const ChartLine& line) {
    return std::ranges::any_of(line.points, [this](const ChartPoint& point) { return isInSpan(point); });
  });
}

double SpendingView::secondsOf(Instant at) {
  // From a near origin: a double tells seconds apart for far longer than there are figures.
  static const Instant origin = startOfYear(2000);
  return static_cast<double>(at.seconds - origin.seconds);
}

QColor SpendingView::colorOf(LineRole role) const {
  switch (role) {
    case LineRole::Highlighted:
      return m_theme->accent;
    case LineRole::Compared:
      return m_theme->ink2;
    case LineRole::Greyed:
      return m_theme->greyed;
  }
  return m_theme->greyed;
}

double SpendingView::widthOf(LineRole role) const {
  constexpr double kGreyed = 1.25;
  constexpr double kCompared = 1.75;
  constexpr double kHighlighted = 2.5;
  return role == LineRole::Highlighted ? kHighlighted : role == LineRole::Compared ? kCompared : kGreyed;
}

void SpendingView::makeSeries() {
  chart()->removeAllSeries();
  m_goalSolid = nullptr;
  addGoal();
  for (const ChartLine& line : m_data.lines)
    addLine(line);
}

void SpendingView::attach(QXYSeries* series, const QString& name, bool estimate) {
  series->setName(name);
  series->setProperty("estimate", estimate);
  chart()->addSeries(series);
  series->attachAxis(m_axisX);
  series->attachAxis(m_axisY);
}

void SpendingView::addLine(const ChartLine& line) {
  const auto& points = line.points;
  const auto isEstimate = [&](std::size_t i) { return points[i].estimate || points[i + 1].estimate; };
  const auto isGap = [&](std::size_t i) { return points[i + 1].year != points[i].year + 1; };
  for (std::size_t i = 0; i + 1 < points.size();) {
    if (isGap(i)) {
      ++i;
      continue;
    }
    std::size_t last = i + 1;
    while (last + 1 < points.size() && !isGap(last) && isEstimate(last) == isEstimate(i))
      ++last;
    addRun(line, i, last, isEstimate(i));
    i = last;
  }
  addMarkers(line, false);
  addMarkers(line, true);
}

void SpendingView::addRun(const ChartLine& line, std::size_t first, std::size_t last, bool estimate) {
  auto* series = new QLineSeries;
  QPen pen(colorOf(line.role), widthOf(line.role));
  pen.setJoinStyle(Qt::RoundJoin);
  if (estimate) {
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({2, 1.5});
  }
  series->setPen(pen);
  QList<QPointF> points;
  for (std::size_t i = first; i <= last; ++i)
    points << QPointF(secondsOf(middleOf(line.points[i].year)), line.points[i].value);
  series->replace(points);
  attach(series, nameOf(line), estimate);
}

void SpendingView::addMarkers(const ChartLine& line, bool estimate) {
  const auto& points = line.points;
  // A greyed line needs no points but where it is one point alone.
  const auto isAlone = [&](std::size_t i) {
    const bool before = i > 0 && points[i - 1].year + 1 == points[i].year;
    const bool after = i + 1 < points.size() && points[i + 1].year == points[i].year + 1;
    return !before && !after;
  };
  QList<QPointF> marked;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (points[i].estimate == estimate && (line.role != LineRole::Greyed || isAlone(i)))
      marked << QPointF(secondsOf(middleOf(points[i].year)), points[i].value);
  }
  if (marked.isEmpty()) return;
  auto* series = new QScatterSeries;
  const double size = kMarkerPx + (line.role == LineRole::Highlighted ? 1 : 0);
  series->setMarkerShape(QScatterSeries::MarkerShapeCircle);
  series->setMarkerSize(size * m_scale);
  series->setPen(QPen(colorOf(line.role), 1.5));
  series->setBrush(estimate ? m_theme->canvas : colorOf(line.role));
  series->replace(marked);
  attach(series, nameOf(line), estimate);
}

void SpendingView::addGoal() {
  if (!m_data.goal) return;
  constexpr double kGoalPx = 1.5;
  if (!m_data.goal->solid.isEmpty()) {
    m_goalSolid = new QLineSeries;
    m_goalSolid->setPen(QPen(m_theme->ink, kGoalPx));
    attach(m_goalSolid, QStringLiteral("goal"), false);
  }
  if (m_data.goal->ahead.isEmpty()) return;
  auto* ahead = new QLineSeries;
  QPen pen(m_theme->ink, kGoalPx);
  pen.setCapStyle(Qt::FlatCap);
  pen.setDashPattern({4, 2});
  ahead->setPen(pen);
  ahead->append(secondsOf(m_data.goal->ahead.begin), m_data.goal->value);
  ahead->append(secondsOf(m_data.goal->ahead.end), m_data.goal->value);
  attach(ahead, QStringLiteral("goal"), true);
}

double SpendingView::plotWidth() const {
  double room = std::max(1.0, width() - m_frame.gutterPx);
  if (m_frame.labelsOutside) {
    double widest = 0;
    for (const ChartLine& line : m_data.lines) {
      if (line.role == LineRole::Greyed || line.points.empty()) continue;
      const QFontMetricsF metrics(fontOf(line.role));
      widest = std::max(widest, metrics.horizontalAdvance(labelOf(line, line.points.back())));
    }
    constexpr double kMostOfRoom = 0.4;
    room -= std::min(widest + kLabelGapPx, room * kMostOfRoom);
  }
  return m_frame.canvasPx && *m_frame.canvasPx >= 1 ? std::min(*m_frame.canvasPx, room) : room;
}

void SpendingView::place() {
  const double yearsPx = QFontMetricsF(m_faces.caption).height() + kEdgePx;
  const double topPx = QFontMetricsF(m_faces.caption).height() / 2 + 1;
  m_plot = {m_frame.gutterPx, topPx, plotWidth(), std::max(1.0, height() - yearsPx - topPx)};
  placeTicks();
  chart()->setPlotArea(m_plot);
  m_axisX->setRange(secondsOf(m_span.begin), secondsOf(m_span.end));
  m_axisY->setRange(m_ticks.low, m_ticks.high);
  placeGoal();
  placeLabels();
  placeGoalLabel();
  viewport()->update();
}

void SpendingView::placeTicks() {
  // Of all figures, in view or not: the axis stays still while the span moves.
  double low = 0;
  double high = m_data.goal ? m_data.goal->value : 0;
  for (const ChartLine& line : m_data.lines) {
    for (const ChartPoint& point : line.points) {
      low = std::min(low, point.value);
      high = std::max(high, point.value);
    }
  }
  m_ticks = valueTicks(low, high, std::max(1, static_cast<int>(m_plot.height() / (kTickPitchPx * m_scale))));
}

void SpendingView::placeGoal() {
  if (!m_goalSolid) return;
  // It may have no end; only what is near is given to the painter.
  const Instant begin = std::max(m_data.goal->solid.begin, plusSeconds(m_span.begin, -m_span.seconds()));
  const Instant end = std::min(m_data.goal->solid.end, plusSeconds(m_span.end, m_span.seconds()));
  QList<QPointF> ends;
  if (begin < end) ends = {{secondsOf(begin), m_data.goal->value}, {secondsOf(end), m_data.goal->value}};
  m_goalSolid->replace(ends);
}

double SpendingView::yOf(double value) const {
  return m_plot.bottom() - (value - m_ticks.low) / (m_ticks.high - m_ticks.low) * m_plot.height();
}

QPointF SpendingView::position(const ChartPoint& point) const {
  return {m_plot.left() + timeScale().x(middleOf(point.year)), yOf(point.value)};
}

std::optional<SpendingView::Spot> SpendingView::lastSpotOf(std::size_t line) const {
  const auto& points = m_data.lines[line].points;
  for (std::size_t i = points.size(); i-- > 0;) {
    if (isInSpan(points[i])) return Spot{line, i};
  }
  return std::nullopt;
}

const QFont& SpendingView::fontOf(LineRole role) const {
  return role == LineRole::Highlighted ? m_captionStrong : m_faces.caption;
}

QString SpendingView::labelOf(const ChartLine& line, const ChartPoint& point) const {
  // Only a name that would fill the chart is shortened; its tool tip has all of it.
  constexpr double kMostOfChart = 0.3;
  const QFontMetricsF metrics(fontOf(line.role));
  const QString name = metrics.elidedText(line.name, Qt::ElideRight, width() * kMostOfChart);
  const auto goal = m_data.goal ? std::optional(m_data.goal->value) : std::nullopt;
  return tr("%1 %2", "state, figure").arg(name, roundedText(point.value, goal));
}

void SpendingView::placeLabels() {
  m_labels.clear();
  std::vector<Label> labels;
  std::vector<double> wanted;
  const double pitch = std::max(kLabelPitchPx * m_scale, QFontMetricsF(m_captionStrong).height());
  // Backwards: the highlighted line is the last one and its label the first.
  for (std::size_t i = m_data.lines.size(); i-- > 0;) {
    const ChartLine& line = m_data.lines[i];
    const auto spot = line.role == LineRole::Greyed ? std::nullopt : lastSpotOf(i);
    if (!spot) continue;
    const QFontMetricsF metrics(fontOf(line.role));
    const QString text = labelOf(line, pointAt(*spot));
    const double across = std::ceil(metrics.horizontalAdvance(text));
    const QPointF at = position(pointAt(*spot));
    const double last = std::max(m_plot.left() + 1, width() - across - 2);
    const double left = std::min(at.x() + kLabelGapPx * m_scale, last);
    labels.push_back({text, QRectF(left, 0, across, metrics.height()), line.role});
    // Where there is no room beside the point it stands above it, or below if that is where the goal is.
    const bool covers = left < at.x() + kMarkerPx * m_scale / 2;
    const double above = at.y() - pitch * kBesidePart;
    const bool isTaken = m_data.goal && std::abs(yOf(m_data.goal->value) - above) < pitch * kBesidePart;
    wanted.push_back(!covers ? at.y() : isTaken ? at.y() + pitch * kBesidePart : above);
  }
  const auto places = spread(wanted, pitch, m_plot.top() + pitch / 2, m_plot.bottom() - pitch / 2);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (std::isnan(places[i])) continue;
    labels[i].rect.moveTop(places[i] - labels[i].rect.height() / 2);
    m_labels.push_back(labels[i]);
  }
}

void SpendingView::placeGoalLabel() {
  m_goalLabel.reset();
  if (!m_data.goal) return;
  const ChartGoal& goal = *m_data.goal;
  const Instant begin = goal.solid.isEmpty() ? goal.ahead.begin : goal.solid.begin;
  const Instant end = goal.ahead.isEmpty() ? goal.solid.end : goal.ahead.end;
  if (!TimeSpan{begin, end}.overlaps(m_span)) return;
  const QFontMetricsF metrics(m_captionStrong);
  const QSizeF size(std::ceil(metrics.horizontalAdvance(goal.label)), metrics.height());
  const double start = m_plot.left() + timeScale().x(std::max(begin, m_span.begin));
  const double stop = m_plot.left() + timeScale().x(std::min(end, m_span.end));
  const double y = yOf(goal.value);
  const double above = y - size.height() - 1;
  const double below = y + 2;
  // Where the line begins, where it ends, before it begins; above it rather than below.
  std::vector<QPointF> corners;
  for (const double top : {above, below}) {
    for (const double left : {start + kEdgePx, stop - size.width() - kEdgePx, start - size.width() - kEdgePx,
                              (start + stop - size.width()) / 2, m_plot.left() + kEdgePx})
      corners.emplace_back(left, top);
  }
  const auto isFree = [this](const QRectF& rect) {
    return m_plot.adjusted(0, -rect.height() / 2, 0, 0).contains(rect) &&
           std::ranges::none_of(m_labels, [&](const Label& label) { return label.rect.intersects(rect); });
  };
  for (const QPointF& corner : corners) {
    if (!isFree({corner, size})) continue;
    m_goalLabel = Label{goal.label, {corner, size}, LineRole::Compared};
    return;
  }
}

void SpendingView::resizeEvent(QResizeEvent* event) {
  QChartView::resizeEvent(event);
  place();
}

}  // namespace entente
