// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps Qt Charts' series in step with the layout; painting and the hand are in plot_view_paint.cpp and
// plot_view_input.cpp.
#include "app/charts/plot_view.h"

#include <QAreaSeries>
#include <QChart>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QScatterSeries>
#include <QValueAxis>
#include <algorithm>

#include "app/charts/plot_layout.h"

namespace entente {

namespace {

constexpr int kGlideMs = 400;

QString nameOf(const ActorUid& actor) {
  return QString::fromStdString(actor.value);
}

/// Dashes of a series' own width.
QPen dashed(const QColor& color, double width, const QList<qreal>& pattern) {
  QPen pen(color, width);
  pen.setCapStyle(Qt::FlatCap);
  pen.setDashPattern(pattern);
  return pen;
}

}  // namespace

PlotView::PlotView(QWidget* parent)
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
  QChart& chart = *this->chart();
  chart.setMargins({});
  chart.layout()->setContentsMargins(0, 0, 0, 0);
  chart.setBackgroundVisible(false);
  chart.setPlotAreaBackgroundVisible(false);
  chart.setDropShadowEnabled(false);
  chart.setAnimationOptions(QChart::NoAnimation);
  chart.legend()->hide();
  chart.setAcceptHoverEvents(false);
  // Axes only map pixels to pixels: what stands at them is painted with the rest of the layout.
  for (QValueAxis* axis : {m_axisX, m_axisY}) {
    axis->setLabelsVisible(false);
    axis->setGridLineVisible(false);
    axis->setLineVisible(false);
  }
  chart.addAxis(m_axisX, Qt::AlignBottom);
  chart.addAxis(m_axisY, Qt::AlignLeft);
  m_glide.setDuration(kGlideMs);
  m_glide.setStartValue(0.0);
  m_glide.setEndValue(1.0);
  connect(&m_glide, &QVariantAnimation::valueChanged, this, [this] { place(); });
}

void PlotView::setFigure(Figure figure, bool animated) {
  const QString words = currentWords();
  const auto current = m_current;
  const ActorUid actor = current ? ActorUid(actorOf(*current).toStdString()) : ActorUid();
  m_hovered.reset();
  m_current.reset();
  m_glide.stop();
  const bool glides = animated && !m_reducedMotion && isVisible() && figure.kind == m_figure.kind &&
                      !m_figure.isEmpty() && !figure.isEmpty();
  if (glides) m_before = std::move(m_figure);
  m_figure = std::move(figure);
  if (glides) m_glide.start();
  place();
  // The keyboard stays where it was, if that is still there.
  if (current) {
    std::optional<PlotRef> same;
    for (const auto& [ref, at] : walkable()) {
      if (actorOf(ref).toStdString() != actor.value) continue;
      if (!same || wordsOf(ref) == words) same = ref;
      if (wordsOf(ref) == words) break;
    }
    m_current = same;
  }
  Q_EMIT currentChanged(currentWords());
}

void PlotView::setLook(ThemeName name, const TypeFaces& faces, double scale) {
  m_theme = &theme(name);
  m_faces = faces;
  m_scale = scale;
  place();
  styleSeries();
}

void PlotView::setSpan(std::optional<TimeSpan> span) {
  if (span && span->isEmpty()) span.reset();
  if (span == m_span) return;
  m_span = span;
  place();
}

void PlotView::setFrame(const PlotFrame& frame) {
  m_frame = frame;
  place();
}

void PlotView::setPointed(std::optional<Instant> at) {
  if (at == m_pointed) return;
  m_pointed = at;
  if (m_figure.isOverTime()) viewport()->update();
}

void PlotView::setEvents(std::vector<PlotEvent> events) {
  m_events = std::move(events);
  placeEvents();
  viewport()->update();
}

QSize PlotView::sizeHint() const {
  return {240, 60};
}

bool PlotView::hasFiguresInSpan() const {
  if (m_figure.isEmpty()) return false;
  if (!m_figure.isOverTime()) return true;
  const bool dots = std::ranges::any_of(m_scene.dots, &PlotDot::isInside);
  return dots || std::ranges::any_of(m_scene.boxes, [](const PlotBox& box) { return box.rect.width() > 0; });
}

void PlotView::place() {
  PlotPage page;
  page.size = size();
  page.frame = m_frame;
  page.span = m_span;
  page.faces = m_faces;
  page.scale = m_scale;
  const bool glides = m_glide.state() == QAbstractAnimation::Running;
  m_scene =
      layoutPlot(glides ? between(m_before, m_figure, m_glide.currentValue().toDouble()) : m_figure, page);
  if (!fitsSeries()) makeSeries();
  fillSeries();
  placeEvents();
  viewport()->update();
}

bool PlotView::fitsSeries() const {
  return m_boxes.size() == m_scene.boxes.size() && m_strokes.size() == m_scene.strokes.size();
}

void PlotView::makeSeries() {
  QChart& chart = *this->chart();
  chart.removeAllSeries();
  m_boxes.clear();
  m_strokes.clear();
  m_dots.clear();
  const auto attach = [&](QAbstractSeries* series) {
    chart.addSeries(series);
    series->attachAxis(m_axisX);
    series->attachAxis(m_axisY);
  };
  for (std::size_t i = 0; i < m_scene.boxes.size(); ++i) {
    Box box{new QAreaSeries, new QLineSeries, new QLineSeries};
    box.upper->setParent(box.area);
    box.lower->setParent(box.area);
    box.area->setUpperSeries(box.upper);
    box.area->setLowerSeries(box.lower);
    attach(box.area);
    m_boxes.push_back(box);
  }
  for (std::size_t i = 0; i < m_scene.strokes.size(); ++i) {
    m_strokes.push_back(new QLineSeries);
    attach(m_strokes.back());
  }
  for (const MarkRole role : {MarkRole::Greyed, MarkRole::Group, MarkRole::Compared, MarkRole::Highlighted}) {
    for (const bool hollow : {false, true}) {
      m_dots.push_back({new QScatterSeries, role, hollow});
      attach(m_dots.back().series);
    }
  }
  styleSeries();
}

void PlotView::styleSeries() {
  for (Dots& dots : m_dots) {
    const double size = kDotPx + (dots.role == MarkRole::Highlighted ? 1 : 0);
    dots.series->setMarkerShape(QScatterSeries::MarkerShapeCircle);
    dots.series->setMarkerSize(size * m_scale);
    dots.series->setPen(QPen(colorOf(dots.role), 1.5));
    dots.series->setBrush(dots.hollow ? m_theme->canvas : colorOf(dots.role));
  }
  for (std::size_t i = 0; i < m_strokes.size(); ++i)
    m_strokes[i]->setPen(penOf(m_scene.strokes[i]));
  for (std::size_t i = 0; i < m_boxes.size(); ++i) {
    const PlotBox& box = m_scene.boxes[i];
    m_boxes[i].area->setBrush(fillOf(box));
    const QColor edge = box.role == MarkRole::Highlighted ? m_theme->accent : m_theme->greyed;
    m_boxes[i].area->setPen(box.estimate ? dashed(edge, 1, {3, 2}) : QPen(edge, 1));
    m_boxes[i].area->setName(actorOf(box.ref));
  }
}

void PlotView::fillSeries() {
  const double height = std::max(1, this->height());
  const double width = std::max(1, this->width());
  chart()->setPlotArea(QRectF(0, 0, width, height));
  m_axisX->setRange(0, width);
  m_axisY->setRange(0, height);
  const auto up = [height](QPointF at) { return QPointF(at.x(), height - at.y()); };
  for (std::size_t i = 0; i < m_boxes.size(); ++i) {
    const QRectF& rect = m_scene.boxes[i].rect;
    m_boxes[i].upper->replace({up(rect.topLeft()), up(rect.topRight())});
    m_boxes[i].lower->replace({up(rect.bottomLeft()), up(rect.bottomRight())});
  }
  for (std::size_t i = 0; i < m_strokes.size(); ++i) {
    QList<QPointF> points;
    points.reserve(m_scene.strokes[i].points.size());
    for (const QPointF& at : m_scene.strokes[i].points)
      points << up(at);
    m_strokes[i]->replace(points);
    const QPen pen = penOf(m_scene.strokes[i]);
    if (m_strokes[i]->pen() != pen) m_strokes[i]->setPen(pen);
  }
  for (Dots& dots : m_dots) {
    QList<QPointF> points;
    for (const PlotDot& dot : m_scene.dots) {
      if (dot.isShown && dot.isInside && dot.role == dots.role && dot.hollow == dots.hollow)
        points << up(dot.at);
    }
    if (points.isEmpty() && dots.series->count() == 0) continue;
    dots.series->replace(points);
  }
  for (std::size_t i = 0; i < m_boxes.size(); ++i) {
    if (m_boxes[i].area->brush().color() != fillOf(m_scene.boxes[i])) return styleSeries();
    if (m_boxes[i].area->name() != actorOf(m_scene.boxes[i].ref)) return styleSeries();
  }
}

QColor PlotView::colorOf(MarkRole role) const {
  switch (role) {
    case MarkRole::Highlighted:
      return m_theme->accent;
    case MarkRole::Compared:
    case MarkRole::Group:
      return m_theme->ink2;
    case MarkRole::Greyed:
      return m_theme->greyed;
  }
  return m_theme->greyed;
}

QColor PlotView::fillOf(const PlotBox& box) const {
  constexpr double kPale = 0.28;
  constexpr double kStrong = 0.62;
  constexpr double kMiddle = 0.45;
  switch (box.role) {
    case MarkRole::Highlighted:
      return mixed(m_theme->accent, m_theme->canvas, kStrong);
    case MarkRole::Compared:
      return mixed(m_theme->ink2, m_theme->canvas, kMiddle);
    case MarkRole::Group:
      return mixed(m_theme->ink2, m_theme->canvas, kStrong);
    case MarkRole::Greyed:
      return mixed(m_theme->greyed, m_theme->canvas, kPale);
  }
  return m_theme->greyed;
}

QPen PlotView::penOf(const PlotStroke& stroke) const {
  constexpr double kGoalPx = 1.5;
  const double width = stroke.role == MarkRole::Highlighted ? 2.5
                       : stroke.role == MarkRole::Greyed    ? 1.25
                                                            : 1.75;
  switch (stroke.kind) {
    case StrokeKind::Series: {
      QPen pen(colorOf(stroke.role), width);
      pen.setJoinStyle(Qt::RoundJoin);
      return pen;
    }
    case StrokeKind::Estimate:
      return dashed(colorOf(stroke.role), width, {2, 1.5});
    case StrokeKind::Goal:
      return {m_theme->ink, kGoalPx};
    case StrokeKind::GoalAhead:
      return dashed(m_theme->ink, kGoalPx, {4, 2});
    case StrokeKind::Path:
      return dashed(m_theme->accent, kGoalPx, {1, 3});
  }
  return {};
}

QString PlotView::actorOf(const PlotRef& ref) const {
  if (const PlotBar* bar = barOf(ref)) return nameOf(bar->actor);
  if (ref.panel >= m_figure.panels.size() || ref.item >= m_figure.panels[ref.panel].lines.size()) return {};
  return nameOf(m_figure.panels[ref.panel].lines[ref.item].actor);
}

void PlotView::placeEvents() {
  m_placed.clear();
  if (!m_figure.isOverTime() || m_scene.plots.empty()) return;
  const QRectF& plot = m_scene.plots.front();
  std::vector<PlotEvent> ordered = m_events;
  std::ranges::stable_sort(ordered, [](const PlotEvent& a, const PlotEvent& b) {
    return a.isSelected != b.isSelected ? a.isSelected : a.weight > b.weight;
  });
  constexpr double kPitchPx = 15;
  for (const PlotEvent& event : ordered) {
    const double x = m_scene.xOf(event.at);
    if (x < plot.left() || x > plot.right()) continue;
    // Of those that would lie upon each other the weightiest is shown; zooming in shows the others.
    const bool isTaken = std::ranges::any_of(
        m_placed, [&](const PlacedEvent& one) { return std::abs(one.at.x() - x) < kPitchPx * m_scale; });
    if (!isTaken) m_placed.push_back({event, QPointF(x, plot.bottom() - kPitchPx * m_scale / 2)});
  }
}

void PlotView::resizeEvent(QResizeEvent* event) {
  QChartView::resizeEvent(event);
  place();
}

}  // namespace entente
