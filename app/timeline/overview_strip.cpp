// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the strip and turns drags into spans.
#include "app/timeline/overview_strip.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

#include "app/render/date_words.h"
#include "app/render/glyphs.h"
#include "app/render/scene_painter.h"
#include "app/render/text_painting.h"
#include "app/render/type.h"
#include "app/session/session.h"
#include "core/time/civil.h"
#include "core/time/time_scale.h"

namespace entente {

namespace {

constexpr double kHeightPx = 48;
constexpr double kYearsPx = 14;  ///< below the bars
constexpr double kColumnPx = 4;  ///< a bar of 3 and a gap
constexpr double kGripWidthPx = 4;
constexpr double kGripHeightPx = 14;
constexpr double kGripReachPx = 6;
constexpr double kLeastWindowPx = 8;
constexpr double kDisputePx = 2;

/// The finest step of years whose labels find room.
std::int64_t yearStep(double pxPerYear, double labelPx) {
  for (std::int64_t step = 1; step < 1'000'000'000'000; step *= 10) {
    for (const std::int64_t times : {1, 2, 5}) {
      if (static_cast<double>(step * times) * pxPerYear >= labelPx) return step * times;
    }
  }
  return 1'000'000'000'000;
}

}  // namespace

OverviewStrip::OverviewStrip(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_headerWidth(kHeaderWidthPx) {
  setObjectName(QStringLiteral("overview"));
  setAccessibleName(tr("Overview"));
  setFocusPolicy(Qt::TabFocus);
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&m_session, &Session::slicesChanged, this, &OverviewStrip::takeSlices);
  connect(&m_session, &Session::archiveClosed, this, &OverviewStrip::takeSlices);
  connect(&m_session, &Session::spanChanged, this, &OverviewStrip::takeSpan);
  connect(&m_session, &Session::findChanged, this, [this] {
    count();
    update();
  });
  takeSlices();
}

QSize OverviewStrip::sizeHint() const {
  return {400, static_cast<int>(std::lround(kHeightPx * font().pointSizeF() / kBasePoints))};
}

void OverviewStrip::setTheme(ThemeName name) {
  m_theme = name;
  update();
}

void OverviewStrip::setHeaderWidth(double widthPx) {
  m_headerWidth = widthPx;
  count();
  update();
}

void OverviewStrip::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) updateGeometry();
}

void OverviewStrip::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  count();
}

QRectF OverviewStrip::barArea() const {
  const double scale = font().pointSizeF() / kBasePoints;
  return {m_headerWidth, 2, std::max(1.0, width() - m_headerWidth), height() - kYearsPx * scale - 2};
}

double OverviewStrip::xOf(Instant at) const {
  const QRectF area = barArea();
  return area.left() + TimeScale(m_overview.span, area.width()).x(at);
}

std::int64_t OverviewStrip::secondsOf(double widthPx) const {
  return std::llround(widthPx / barArea().width() * static_cast<double>(m_overview.span.seconds()));
}

void OverviewStrip::takeSlices() {
  setVisible(m_session.slices() != nullptr);
  if (!m_session.slices()) return;
  m_overview = overviewSpan(*m_session.snapshot(), currentInstant());
  count();
  takeSpan();
}

void OverviewStrip::takeSpan() {
  const TimeSpan span = m_session.view().span;
  setAccessibleDescription(
      tr("The timeline shows %1 to %2. Left and Right move it, + and - zoom.")
          .arg(yearInWords(dateOf(span.begin).year), yearInWords(dateOf(span.end).year)));
  update();
}

void OverviewStrip::count() {
  m_columns.clear();
  m_most = 0;
  if (!m_session.slices()) return;
  std::vector<EventId> hits;
  for (const SearchHit& hit : m_session.found().hits)
    hits.push_back(hit.event);
  const auto columns = static_cast<std::size_t>(std::max(1.0, barArea().width() / kColumnPx));
  m_columns = overviewColumns(*m_session.slices(), m_overview.span, columns, hits);
  for (const OverviewColumn& column : m_columns)
    m_most = std::max(m_most, column.all);
}

QRectF OverviewStrip::windowRect() const {
  const QRectF area = barArea();
  const TimeSpan span = m_session.view().span;
  double left = std::clamp(xOf(span.begin), area.left(), area.right());
  double right = std::clamp(xOf(span.end), area.left(), area.right());
  if (right - left < kLeastWindowPx) {
    const double middle =
        std::clamp((left + right) / 2, area.left() + kLeastWindowPx / 2, area.right() - kLeastWindowPx / 2);
    left = middle - kLeastWindowPx / 2;
    right = middle + kLeastWindowPx / 2;
  }
  return {left, 0, right - left, static_cast<double>(height()) - 1};
}

void OverviewStrip::paintBars(QPainter& painter, const QRectF& area) const {
  const Theme& colors = theme(m_theme);
  const double room = area.height() - 2 * kDisputePx;
  const double most = std::log1p(std::max(1U, m_most));
  painter.setRenderHint(QPainter::Antialiasing, false);
  for (std::size_t i = 0; i < m_columns.size(); ++i) {
    const OverviewColumn& column = m_columns[i];
    if (column.all == 0) continue;
    const double height = std::max(2.0, std::round(room * std::log1p(column.all) / most));
    const double x = area.left() + static_cast<double>(i) * kColumnPx;
    double y = area.bottom();
    for (std::size_t glyph = 0; glyph < kGlyphKinds; ++glyph) {
      if (column.byGlyph[glyph] == 0) continue;
      const double part = height * column.byGlyph[glyph] / column.all;
      painter.fillRect(QRectF(x, y - part, kColumnPx - 1, part),
                       kindColor(static_cast<GlyphKind>(glyph), colors));
      y -= part;
    }
    if (column.disputed)
      painter.fillRect(QRectF(x, y - kDisputePx - 1, kColumnPx - 1, kDisputePx), colors.disputeFill);
    if (column.hit) painter.fillRect(QRectF(x, area.bottom() + 1, kColumnPx - 1, kDisputePx), colors.ink);
  }
  painter.setRenderHint(QPainter::Antialiasing);
}

void OverviewStrip::paintYears(QPainter& painter, const QRectF& area) const {
  const Theme& colors = theme(m_theme);
  const QFont font = typeFaces(this->font(), this->font().pointSizeF() / kBasePoints).caption;
  const std::int64_t first = dateOf(m_overview.span.begin).year;
  const std::int64_t last = dateOf(m_overview.span.end).year;
  const double years =
      std::max(1.0, static_cast<double>(m_overview.span.seconds()) / (365.2425 * kSecondsPerDay));
  const double label = textWidth(painter, font, yearInWords(last)) + 24;
  const std::int64_t step = yearStep(area.width() / years, label);
  const double middle = (area.bottom() + height()) / 2;
  for (std::int64_t year = first - ((first % step) + step) % step; year <= last; year += step) {
    const double x = xOf(startOfYear(year));
    if (x < area.left() || x > area.right() - label + 12) continue;
    painter.fillRect(QRectF(std::floor(x), area.bottom(), 1, height() - area.bottom()), colors.hairline);
    drawTextLine(painter, {x + 4, middle}, TextSide::RightOf, yearInWords(year), font, colors.ink3);
  }
}

void OverviewStrip::paintWindow(QPainter& painter) const {
  const Theme& colors = theme(m_theme);
  const QRectF window = windowRect();
  QColor fill = colors.accent;
  fill.setAlphaF(0.1F);
  painter.setBrush(fill);
  painter.setPen(QPen(colors.accent, hasFocus() ? 2.5 : 1.5));
  painter.drawRect(window.adjusted(0.75, 0.75, -0.75, -0.75));
  painter.setPen(Qt::NoPen);
  painter.setBrush(colors.accent);
  for (const double x : {window.left(), window.right()})
    painter.drawRoundedRect(
        QRectF(x - kGripWidthPx / 2, window.center().y() - kGripHeightPx / 2, kGripWidthPx, kGripHeightPx),
        1.5, 1.5);
}

void OverviewStrip::paintHeader(QPainter& painter) const {
  const Theme& colors = theme(m_theme);
  painter.fillRect(QRectF(0, 0, m_headerWidth, height()), colors.header);
  painter.fillRect(QRectF(m_headerWidth - 1, 0, 1, height()), colors.edge);
  const TypeFaces faces = typeFaces(font(), font().pointSizeF() / kBasePoints);
  const double scale = font().pointSizeF() / kBasePoints;
  const bool earlier = m_overview.earlier > 0;
  drawTextLine(painter, {12 * scale, height() * (earlier ? 0.35 : 0.5)}, TextSide::RightOf, tr("Overview"),
               faces.bodyStrong, colors.ink);
  if (earlier)
    drawTextLine(
        painter, {12 * scale, height() * 0.72}, TextSide::RightOf,
        tr("%1 earlier, from %2").arg(m_overview.earlier).arg(yearInWords(dateOf(m_overview.earliest).year)),
        faces.caption, colors.ink3);
}

void OverviewStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Theme& colors = theme(m_theme);
  painter.fillRect(rect(), colors.canvas);
  if (!m_session.slices()) return;
  const QRectF area = barArea();
  paintYears(painter, area);
  paintBars(painter, area);
  painter.setRenderHint(QPainter::Antialiasing);
  paintWindow(painter);
  paintHeader(painter);
  painter.fillRect(QRectF(0, 0, width(), 1), colors.edge);
}

OverviewStrip::Grip OverviewStrip::gripAt(const QPointF& at) const {
  const QRectF window = windowRect();
  const double toLeft = std::abs(at.x() - window.left());
  const double toRight = std::abs(at.x() - window.right());
  if (std::min(toLeft, toRight) <= kGripReachPx) return toLeft < toRight ? Grip::Left : Grip::Right;
  return window.contains(at) ? Grip::Window : Grip::None;
}

void OverviewStrip::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || event->position().x() < m_headerWidth || !m_session.slices())
    return;
  m_drag = {gripAt(event->position()), event->position(), m_session.view().span};
  if (m_drag.grip != Grip::None) return;
  // Beside the window: it comes here, and goes along from here.
  const QRectF area = barArea();
  const Instant at = TimeScale(m_overview.span, area.width()).at(event->position().x() - area.left());
  const TimeSpan span =
      shifted(m_drag.span, at.seconds - m_drag.span.begin.seconds - m_drag.span.seconds() / 2);
  Q_EMIT spanRequested(span);
  m_drag.span = span;
  m_drag.grip = Grip::Window;
}

void OverviewStrip::mouseMoveEvent(QMouseEvent* event) {
  if (m_drag.grip == Grip::None || !(event->buttons() & Qt::LeftButton)) {
    const Grip grip = gripAt(event->position());
    setCursor(grip == Grip::Left || grip == Grip::Right ? Qt::SizeHorCursor
              : grip == Grip::Window                    ? Qt::OpenHandCursor
                                                        : Qt::ArrowCursor);
    return;
  }
  const std::int64_t by = secondsOf(event->position().x() - m_drag.from.x());
  TimeSpan span = m_drag.span;
  if (m_drag.grip == Grip::Window) span = shifted(span, by);
  if (m_drag.grip == Grip::Left)
    span.begin = std::min(plusSeconds(span.begin, by), plusSeconds(span.end, -kSecondsPerDay));
  if (m_drag.grip == Grip::Right)
    span.end = std::max(plusSeconds(span.end, by), plusSeconds(span.begin, kSecondsPerDay));
  m_session.setSpan(span);
}

void OverviewStrip::mouseReleaseEvent(QMouseEvent*) {
  m_drag = {};
}

void OverviewStrip::keyPressEvent(QKeyEvent* event) {
  if (!m_session.slices()) return;
  const TimeSpan span = m_session.view().span;
  const Instant middle = plusSeconds(span.begin, span.seconds() / 2);
  switch (event->key()) {
    case Qt::Key_Left:
      return m_session.setSpan(shifted(span, -span.seconds() / 4));
    case Qt::Key_Right:
      return m_session.setSpan(shifted(span, span.seconds() / 4));
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return m_session.setSpan(zoomed(span, middle, 0.5));
    case Qt::Key_Minus:
      return m_session.setSpan(zoomed(span, middle, 2));
    case Qt::Key_Home:
      Q_EMIT spanRequested(wholeSpan(m_session.snapshot()->dataset, currentInstant()));
      return;
    default:
      return QWidget::keyPressEvent(event);
  }
}

void OverviewStrip::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void OverviewStrip::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

}  // namespace entente
