// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the card.
#include "app/panes/rival_mark.h"

#include <QPainter>

#include "app/render/badge.h"

namespace entente {

namespace {

constexpr int kInsetPx = 6;
constexpr int kArrowPx = 12;

}  // namespace

RivalMark::RivalMark(const BlockStyle& style, const QString& words, bool disputed, QWidget* parent)
    : QAbstractButton(parent),
      m_disputed(disputed),
      m_font(badgeFont(style.faces.body)),
      m_theme(style.theme) {
  setText(disputed ? QStringLiteral("\u2260 ") + words : words);
  setAccessibleName(words);
  setToolTip(tr("Show who claims what"));
  setCheckable(true);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize RivalMark::sizeHint() const {
  const QFontMetrics metrics(m_font);
  return {metrics.horizontalAdvance(text()) + 2 * kInsetPx + kArrowPx, metrics.height() + 4};
}

void RivalMark::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF card = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
  painter.setPen(hasFocus() ? QPen(m_theme.accent, 2)
                            : QPen(m_disputed ? m_theme.disputeEdge : m_theme.edge, 1));
  painter.setBrush(m_disputed ? m_theme.disputeFill : m_theme.canvas);
  painter.drawRoundedRect(hasFocus() ? card.adjusted(0.5, 0.5, -0.5, -0.5) : card, 3, 3);
  const QColor ink = m_disputed ? m_theme.badgeInk : m_theme.ink2;
  painter.setPen(ink);
  painter.setFont(m_font);
  painter.drawText(rect().adjusted(kInsetPx, 0, -kArrowPx, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
  // Which way it opens.
  const QPointF tip(width() - kArrowPx / 2.0 - 2, height() / 2.0);
  constexpr double kHalf = 3;
  const double up = isChecked() ? -1 : 1;
  const QPointF arrow[3] = {tip + QPointF(-kHalf, -up * kHalf / 2), tip + QPointF(kHalf, -up * kHalf / 2),
                            tip + QPointF(0, up * kHalf / 1.5)};
  painter.setPen(Qt::NoPen);
  painter.setBrush(ink);
  painter.drawPolygon(arrow, 3);
}

}  // namespace entente
