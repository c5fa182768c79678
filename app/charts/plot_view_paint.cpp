// SPDX-License-Identifier: GPL-3.0-or-later
// What Qt Charts does not draw: grid, ticks, words, today, the pointer, events, positions and rings.
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/charts/plot_layout.h"
#include "app/charts/plot_view.h"
#include "app/render/glyphs.h"
#include "app/render/text_painting.h"

namespace entente {

namespace {

/// On the half pixel, so that a line of one pixel is one.
double crisp(double px) {
  return std::floor(px) + 0.5;
}

QPolygonF diamond(QPointF at, double radius) {
  return {
      {at + QPointF(0, -radius), at + QPointF(radius, 0), at + QPointF(0, radius), at + QPointF(-radius, 0)}};
}

}  // namespace

QColor PlotView::inkColor(TextInk ink) const {
  switch (ink) {
    case TextInk::Ink:
      return m_theme->ink;
    case TextInk::Ink2:
      return m_theme->ink2;
    case TextInk::Ink3:
      return m_theme->ink3;
    case TextInk::Accent:
      return m_theme->accent;
    case TextInk::Greyed:
      return m_theme->greyed;
  }
  return m_theme->ink;
}

void PlotView::drawBackground(QPainter* painter, const QRectF& rect) {
  painter->fillRect(rect, m_theme->canvas);
  if (m_scene.highlightedRow) painter->fillRect(*m_scene.highlightedRow, m_theme->selectedFill);
  for (const PlotRule& rule : m_scene.rules) {
    painter->setPen(QPen(rule.kind == RuleKind::Zero ? m_theme->ink3 : m_theme->hairline, 1));
    const bool upright = rule.from.x() == rule.to.x();
    if (upright) {
      painter->drawLine(QPointF(crisp(rule.from.x()), rule.from.y()),
                        QPointF(crisp(rule.to.x()), rule.to.y()));
    } else {
      painter->drawLine(QPointF(rule.from.x(), crisp(rule.from.y())),
                        QPointF(rule.to.x(), crisp(rule.to.y())));
    }
  }
}

void PlotView::paintTexts(QPainter& painter) {
  QFont strong = m_faces.caption;
  strong.setWeight(QFont::DemiBold);
  for (const PlotText& text : m_scene.texts) {
    constexpr double kGroundPx = 2;
    // On ground of its own: a line that passes beneath would strike the text out.
    if (text.onGround) painter.fillRect(text.rect.adjusted(-kGroundPx, 1, kGroundPx, -1), m_theme->canvas);
    const bool onSelection = m_scene.highlightedRow && m_scene.highlightedRow->contains(text.rect.center());
    const TextInk ink = onSelection && text.ink == TextInk::Ink3 ? TextInk::Ink2 : text.ink;
    drawTextLine(painter, {text.rect.left(), text.rect.center().y()}, TextSide::RightOf, text.text,
                 text.strong ? strong : m_faces.caption, inkColor(ink));
  }
}

void PlotView::paintOverTime(QPainter& painter) {
  const QRectF& plot = m_scene.plots.front();
  if (m_scene.span.contains(m_figure.today)) {
    constexpr double kTodayPx = 1.5;
    painter.fillRect(QRectF(std::floor(m_scene.xOf(m_figure.today)), 0, kTodayPx, plot.bottom()),
                     m_theme->ink);
  }
  if (m_pointed && !m_isPicture && m_scene.span.contains(*m_pointed)) {
    painter.setPen(QPen(m_theme->ink3, 1));
    const double x = crisp(m_scene.xOf(*m_pointed));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
  }
}

void PlotView::paintEvents(QPainter& painter) {
  constexpr double kGlyphPx = 11;
  const double side = kGlyphPx * m_scale;
  for (const PlacedEvent& one : m_placed) {
    if (one.event.isSelected) {
      painter.setPen(QPen(m_theme->accent, 1));
      painter.drawLine(QPointF(crisp(one.at.x()), m_scene.plots.front().top()),
                       QPointF(crisp(one.at.x()), one.at.y() - side / 2));
    }
    GlyphFlags flags;
    flags.selected = one.event.isSelected;
    paintGlyph(painter, one.event.glyph, QRectF(one.at.x() - side / 2, one.at.y() - side / 2, side, side),
               *m_theme, flags);
  }
}

void PlotView::paintDiamonds(QPainter& painter) {
  for (const PlotDiamond& one : m_scene.diamonds) {
    painter.setPen(QPen(m_theme->ink, 1.25));
    painter.setBrush(m_theme->canvas);
    painter.drawPolygon(diamond(one.at, (kDotPx / 2 + 1) * m_scale));
  }
}

void PlotView::paintFocus(QPainter& painter, const PlotRef& ref, double widthPx, const QColor& color) {
  constexpr double kRadiusPx = 7;
  painter.setPen(QPen(color, widthPx));
  painter.setBrush(Qt::NoBrush);
  const auto box = std::ranges::find(m_scene.boxes, ref, &PlotBox::ref);
  if (box != m_scene.boxes.end()) {
    painter.drawRect(box->rect.adjusted(-2.5, -2.5, 2.5, 2.5));
    return;
  }
  if (const auto at = positionOf(ref)) painter.drawEllipse(*at, kRadiusPx * m_scale, kRadiusPx * m_scale);
}

void PlotView::drawForeground(QPainter* painter, const QRectF&) {
  if (m_scene.plots.empty()) return;
  for (const PlotBox& box : m_scene.boxes) {
    constexpr double kTickPx = 2;
    if (box.tickX)
      painter->fillRect(
          QRectF(std::round(*box.tickX - kTickPx / 2), box.rect.top() - 1, kTickPx, box.rect.height() + 2),
          m_theme->ink);
  }
  if (m_figure.isOverTime()) paintOverTime(*painter);
  paintDiamonds(*painter);
  paintTexts(*painter);
  paintEvents(*painter);
  if (m_isPicture) return;
  if (m_hovered) paintFocus(*painter, *m_hovered, 1, m_theme->ink);
  if (m_current && hasFocus()) paintFocus(*painter, *m_current, 2, m_theme->accent);
}

void PlotView::paintPicture(QPainter& painter, const QRectF& target) {
  m_isPicture = true;
  render(&painter, target, QRect(QPoint(), size()), Qt::IgnoreAspectRatio);
  m_isPicture = false;
}

}  // namespace entente
