// SPDX-License-Identifier: GPL-3.0-or-later
// What Qt Charts does not draw: the grid, numbers, years, today, labels and rings.
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/charts/spending_view.h"
#include "app/render/date_words.h"
#include "app/render/text_painting.h"

namespace entente {

namespace {

constexpr double kNumberGapPx = 8;
constexpr double kYearPx = 40;

/// On the half pixel, so that a line of one pixel is one.
double crisp(double px) {
  return std::floor(px) + 0.5;
}

/// Whether all that is drawn of a year is estimated.
bool isEstimated(const ChartData& data, std::int64_t year) {
  bool any = false;
  for (const ChartLine& line : data.lines) {
    for (const ChartPoint& point : line.points) {
      if (point.year != year) continue;
      if (!point.estimate) return false;
      any = true;
    }
  }
  return any;
}

}  // namespace

void SpendingView::drawBackground(QPainter* painter, const QRectF& rect) {
  painter->fillRect(rect, m_theme->canvas);
  if (m_data.isEmpty()) return;
  for (const double value : m_ticks.values()) {
    const double y = yOf(value);
    const bool zero = std::abs(value) < m_ticks.step / 2;
    painter->setPen(QPen(zero ? m_theme->ink3 : m_theme->hairline, 1));
    painter->drawLine(QPointF(m_plot.left(), crisp(y)), QPointF(m_plot.right(), crisp(y)));
    QString number = wordsLocale().toString(value, 'f', m_ticks.decimals());
    if (value + m_ticks.step / 2 > m_ticks.high) number += m_data.suffix;
    drawTextLine(*painter, {m_plot.left() - kNumberGapPx, y}, TextSide::LeftOf, number, m_faces.caption,
                 m_theme->ink3);
  }
  paintYears(*painter);
}

void SpendingView::paintYears(QPainter& painter) {
  const double y = (m_plot.bottom() + height()) / 2 + 1;
  for (const std::int64_t year : yearsToName(m_span, m_plot.width(), kYearPx * m_scale)) {
    // "e" as in the publisher's tables.
    const QString text = isEstimated(m_data, year) ? tr("%1e", "a year of estimates").arg(yearInWords(year))
                                                   : yearInWords(year);
    const Instant middle = year >= std::numeric_limits<int>::min() && year <= std::numeric_limits<int>::max()
                               ? middleOf(static_cast<int>(year))
                               : m_span.begin;
    const double x = m_plot.left() + timeScale().x(middle);
    const double half = textWidth(painter, m_faces.caption, text) / 2;
    if (x - half < m_plot.left() - half || x + half > width()) continue;
    drawTextLine(painter, {x, y}, TextSide::Around, text, m_faces.caption, m_theme->ink3);
  }
}

void SpendingView::paintLabel(QPainter& painter, const Label& label, const QFont& font, const QColor& color) {
  // On ground of its own: a line that passes beneath would strike the text out.
  constexpr double kGroundPx = 2;
  painter.fillRect(label.rect.adjusted(-kGroundPx, 1, kGroundPx, -1), m_theme->canvas);
  drawTextLine(painter, {label.rect.left(), label.rect.center().y()}, TextSide::RightOf, label.text, font,
               color);
}

void SpendingView::paintRing(QPainter& painter, Spot spot, double widthPx, const QColor& color) {
  constexpr double kRadiusPx = 7;
  const ChartPoint& point = pointAt(spot);
  if (!isInSpan(point)) return;
  painter.setPen(QPen(color, widthPx));
  painter.setBrush(Qt::NoBrush);
  painter.drawEllipse(position(point), kRadiusPx * m_scale, kRadiusPx * m_scale);
}

void SpendingView::drawForeground(QPainter* painter, const QRectF&) {
  if (m_data.isEmpty()) return;
  if (m_span.contains(m_data.today)) {
    constexpr double kTodayPx = 1.5;
    const double x = std::floor(m_plot.left() + timeScale().x(m_data.today));
    painter->fillRect(QRectF(x, 0, kTodayPx, m_plot.bottom()), m_theme->ink);
  }
  for (const Label& label : m_labels) {
    const bool strong = label.role == LineRole::Highlighted;
    paintLabel(*painter, label, strong ? m_captionStrong : m_faces.caption, colorOf(label.role));
  }
  if (m_goalLabel) paintLabel(*painter, *m_goalLabel, m_captionStrong, m_theme->ink);
  if (m_hovered) paintRing(*painter, *m_hovered, 1, m_theme->ink);
  if (m_current && hasFocus()) paintRing(*painter, *m_current, 2, m_theme->accent);
}

}  // namespace entente
