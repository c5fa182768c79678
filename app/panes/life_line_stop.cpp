// SPDX-License-Identifier: GPL-3.0-or-later
// The marks of the stages, and one stop of a life line.
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "app/panes/life_line_strip.h"
#include "app/render/glyphs.h"
#include "app/words/record_words.h"

namespace entente {

namespace {

constexpr double kMarkPx = 12;
constexpr int kSidePx = 6;

void paintLines(QPainter& painter, const QColor& color, const QList<QPolygonF>& lines) {
  painter.setPen(QPen(color, 2.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  for (const QPolygonF& line : lines)
    painter.drawPolyline(line);
}

}  // namespace

void paintStage(QPainter& painter, StageKind stage, const QPointF& c, double side, const QColor& color,
                const QColor& ground, bool hollow) {
  const double r = side / 2;
  const auto at = [&](double x, double y) { return c + QPointF(x * r, y * r); };
  painter.setPen(QPen(color, 1.75));
  painter.setBrush(hollow ? ground : color);
  switch (stage) {
    case StageKind::Sent:
      painter.drawEllipse(c, r - 1, r - 1);
      return;
    case StageKind::Received:
      painter.setBrush(ground);
      painter.drawEllipse(c, r - 1, r - 1);
      return;
    case StageKind::Published:
      painter.drawRect(QRectF(at(-0.8, -0.8), at(0.8, 0.8)));
      return;
    case StageKind::Confirmed:
      return paintLines(painter, color, {{at(-0.9, 0), at(-0.2, 0.75), at(1, -0.8)}});
    case StageKind::Denied:
      return paintLines(painter, color, {{at(-0.8, -0.8), at(0.8, 0.8)}, {at(0.8, -0.8), at(-0.8, 0.8)}});
    case StageKind::Deleted:
      painter.setBrush(ground);
      painter.drawEllipse(c, r - 1, r - 1);
      return paintLines(painter, color, {{at(-0.9, 0.9), at(0.9, -0.9)}});
    case StageKind::Archived:
    case StageKind::Declassified:
      // A box; its lid is on it, or beside it.
      painter.drawRect(QRectF(at(-0.75, -0.2), at(0.75, 0.9)));
      return paintLines(painter, color,
                        stage == StageKind::Archived ? QList<QPolygonF>{{at(-1, -0.75), at(1, -0.75)}}
                                                     : QList<QPolygonF>{{at(-0.9, -0.5), at(0.6, -1.1)}});
    case StageKind::Drafted:
      return paintLines(painter, color, {{at(-0.8, 0.8), at(0.8, -0.8)}, {at(-0.9, 0.9), at(-0.2, 0.9)}});
    case StageKind::Forwarded:
      return paintLines(painter, color,
                        {{at(-0.9, 0), at(0.8, 0)}, {at(0.1, -0.7), at(0.9, 0), at(0.1, 0.7)}});
    case StageKind::Reported:
      painter.setBrush(ground);
      painter.drawEllipse(c, r - 1, r - 1);
      painter.setPen(Qt::NoPen);
      painter.setBrush(color);
      painter.drawEllipse(c, r / 3, r / 3);
      return;
  }
}

LifeLineStopBox::LifeLineStopBox(const Stage& stage, const QString& actor, const QString& spoken, bool hollow,
                                 const BlockStyle& style, LifeLineStrip* strip)
    : QWidget(strip), m_stage(stage), m_actor(actor), m_hollow(hollow), m_style(style) {
  setAccessibleName(spoken);
  setToolTip(QStringLiteral("<p>%1</p>").arg(spoken.toHtmlEscaped()));
  setCursor(Qt::PointingHandCursor);
}

int LifeLineStopBox::markY() const {
  return static_cast<int>(kMarkPx / 2) + 6;
}

QSize LifeLineStopBox::sizeHint() const {
  const QFontMetrics strong(m_style.faces.bodyStrong);
  const QFontMetrics plain(m_style.faces.caption);
  // A name may take as much as twice what the stage takes; longer ones go on in the tip.
  const int stage = strong.horizontalAdvance(stageInWords(m_stage.stage));
  const int most = std::max(2 * stage, plain.averageCharWidth() * 14);
  const int wide = std::max(stage, std::min(most, plain.horizontalAdvance(m_actor)));
  return {wide + 2 * kSidePx, static_cast<int>(kMarkPx) + 12 + strong.height() + plain.height()};
}

void LifeLineStopBox::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Theme& colors = m_style.theme;
  const QPointF centre(width() / 2.0, markY());
  paintStage(painter, m_stage.stage, centre, kMarkPx, kindColor(GlyphKind::Message, colors), colors.band,
             m_hollow);
  const int top = static_cast<int>(kMarkPx) + 12;
  const QFontMetrics strong(m_style.faces.bodyStrong);
  painter.setPen(colors.ink);
  painter.setFont(m_style.faces.bodyStrong);
  painter.drawText(QRect(0, top, width(), strong.height()), Qt::AlignHCenter | Qt::AlignTop,
                   stageInWords(m_stage.stage));
  painter.setPen(colors.ink2);
  painter.setFont(m_style.faces.caption);
  const QFontMetrics plain(m_style.faces.caption);
  painter.drawText(QRect(0, top + strong.height(), width(), plain.height()), Qt::AlignHCenter | Qt::AlignTop,
                   plain.elidedText(m_actor, Qt::ElideRight, width() - 4));
  if (!hasFocus()) return;
  painter.setPen(QPen(colors.accent, 2));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
}

void LifeLineStopBox::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
      Q_EMIT stepped(-1);
      return;
    case Qt::Key_Right:
      Q_EMIT stepped(1);
      return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
      Q_EMIT chosen();
      return;
    default:
      QWidget::keyPressEvent(event);
  }
}

void LifeLineStopBox::mousePressEvent(QMouseEvent* event) {
  event->accept();
}

void LifeLineStopBox::mouseReleaseEvent(QMouseEvent*) {
  Q_EMIT chosen();
}

void LifeLineStopBox::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void LifeLineStopBox::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

}  // namespace entente
