// SPDX-License-Identifier: GPL-3.0-or-later
// Paints sections without the style's bevels.
#include "app/panes/table_header.h"

#include <QHelpEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

namespace entente {

namespace {

constexpr int kPaddingPx = 8;
constexpr int kArrowPx = 8;
constexpr int kArrowGapPx = 4;

}  // namespace

TableHeader::TableHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
  constexpr int kLeastSectionPx = 44;
  setMinimumSectionSize(kLeastSectionPx);
  setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  setSectionsClickable(true);
  setHighlightSections(false);
  setSortIndicatorShown(true);
}

void TableHeader::setTheme(ThemeName name) {
  m_theme = name;
  viewport()->update();
}

QString TableHeader::nameOf(int section) const {
  return model() ? model()->headerData(section, Qt::Horizontal).toString() : QString();
}

int TableHeader::nameWidth(int section) const {
  return fontMetrics().horizontalAdvance(nameOf(section)) + kArrowGapPx + kArrowPx + 2 * kPaddingPx;
}

QSize TableHeader::sectionSizeFromContents(int section) const {
  return {nameWidth(section), fontMetrics().height() + 8};
}

void TableHeader::paintEvent(QPaintEvent* event) {
  {
    QPainter painter(viewport());
    painter.fillRect(event->rect(), theme(m_theme).header);
  }
  QHeaderView::paintEvent(event);
}

void TableHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
  const Theme& colors = theme(m_theme);
  painter->save();
  painter->fillRect(rect, colors.header);
  painter->setPen(colors.hairline);
  painter->drawLine(rect.bottomLeft(), rect.bottomRight());
  painter->drawLine(rect.topRight(), rect.bottomRight());
  painter->setPen(colors.ink2);
  painter->setFont(font());
  const bool sorted = sortIndicatorSection() == section;
  const int room = rect.width() - 2 * kPaddingPx - (sorted ? kArrowGapPx + kArrowPx : 0);
  const QString name = fontMetrics().elidedText(nameOf(section), Qt::ElideRight, room);
  const int advance = fontMetrics().horizontalAdvance(name);
  painter->drawText(QRect(rect.left() + kPaddingPx, rect.top(), room, rect.height()),
                    Qt::AlignLeft | Qt::AlignVCenter, name);
  if (sorted) {
    const double left = rect.left() + kPaddingPx + advance + kArrowGapPx;
    const double middle = rect.center().y() + 0.5;
    const double up = sortIndicatorOrder() == Qt::AscendingOrder ? 1 : -1;
    QPainterPath arrow(QPointF(left, middle + 2 * up));
    arrow.lineTo(left + kArrowPx, middle + 2 * up);
    arrow.lineTo(left + kArrowPx / 2.0, middle - 3 * up);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillPath(arrow, colors.ink2);
  }
  painter->restore();
}

bool TableHeader::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const int section = logicalIndexAt(help->pos());
    const bool cut = section >= 0 && sectionSize(section) < nameWidth(section);
    if (cut) QToolTip::showText(help->globalPos(), nameOf(section).toHtmlEscaped(), this);
    return true;
  }
  return QHeaderView::viewportEvent(event);
}

}  // namespace entente
