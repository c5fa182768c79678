// SPDX-License-Identifier: GPL-3.0-or-later
// Paints from the roles that a model gives.
#include "app/panes/table_delegate.h"

#include <QAbstractItemView>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include "app/render/glyphs.h"

namespace entente {

namespace {

constexpr int kPaddingPx = 8;
constexpr int kLeadGapPx = 6;
constexpr int kGlyphPx = 12;
constexpr int kGradePx = 20;

}  // namespace

TableDelegate::TableDelegate(QObject* parent) : QStyledItemDelegate(parent), m_faces(typeFaces(QFont())) {}

void TableDelegate::setStyle(ThemeName name, const TypeFaces& faces) {
  m_theme = name;
  m_faces = faces;
}

int TableDelegate::rowHeight(bool twoLines) const {
  // 26 px for a base of 9 points; metrics of the usual fonts give 15 to 17 for a line of it.
  const int line = QFontMetrics(m_faces.body).height();
  constexpr int kLeastPx = 26;
  if (!twoLines) return std::max(kLeastPx, line + 9);
  return line + QFontMetrics(m_faces.caption).height() + 10;
}

QFont TableDelegate::lineFont(const QModelIndex& index) const {
  const bool strong = index.data(StrongRole).toBool() || index.data(HeadingRole).toBool();
  return strong ? m_faces.bodyStrong : m_faces.body;
}

int TableDelegate::scaled(int px) const {
  return std::max(px, qRound(px * m_faces.body.pointSizeF() / kBasePoints));
}

int TableDelegate::leadWidth(const QModelIndex& index) const {
  if (index.data(GradeRole).isValid()) return scaled(kGradePx) + kLeadGapPx;
  if (index.data(GlyphRole).isValid()) return scaled(kGlyphPx) + kLeadGapPx;
  return 0;
}

QString TableDelegate::badgeText(int fields) const {
  return QStringLiteral("≠ %1").arg(fields);
}

QColor TableDelegate::inkOf(const QVariant& ink, Ink otherwise, bool selected) const {
  const Theme& colors = theme(m_theme);
  switch (ink.isValid() ? static_cast<Ink>(ink.toInt()) : otherwise) {
    case Ink::Ink:
      return colors.ink;
    case Ink::Ink2:
      return colors.ink2;
    case Ink::Ink3:
      return selected ? colors.ink2 : colors.ink3;
    case Ink::Refuted:
      return colors.refuted;
  }
  return colors.ink;
}

void TableDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const {
  const Theme& colors = theme(m_theme);
  const bool heading = index.data(HeadingRole).toBool();
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  const QColor plain = m_bands && index.row() % 2 == 1 ? colors.band : colors.canvas;
  painter.fillRect(option.rect, selected ? colors.selectedFill : heading ? colors.header : plain);
  painter.setPen(colors.hairline);
  painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  if (!view || !view->hasFocus() || view->currentIndex().row() != index.row()) return;
  // The whole row has the focus, not the cell.
  painter.setPen(colors.accent);
  painter.drawLine(option.rect.topLeft(), option.rect.topRight());
  painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

void TableDelegate::paintLead(QPainter& painter, const QRect& inside, const QModelIndex& index) const {
  const Theme& colors = theme(m_theme);
  const int middle = inside.center().y() + 1;
  if (const QVariant glyph = index.data(GlyphRole); glyph.isValid()) {
    const int side = scaled(kGlyphPx);
    const QRectF box(inside.left(), middle - side / 2.0, side, side);
    paintGlyph(painter, static_cast<GlyphKind>(glyph.toInt()), box, colors);
  }
  if (const QVariant grade = index.data(GradeRole); grade.isValid()) {
    const int side = scaled(kGradePx);
    const QRectF box(inside.left() + 0.5, middle - side / 2 + 0.5, side - 1, side - 1);
    QFont font = m_faces.caption;
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(colors.edge);
    painter.setBrush(colors.canvas);
    painter.drawRoundedRect(box, 2, 2);
    painter.setPen(colors.ink);
    painter.drawText(box, Qt::AlignCenter, grade.toString());
  }
}

void TableDelegate::paintBadge(QPainter& painter, const QRect& inside, int fields) const {
  const Theme& colors = theme(m_theme);
  QFont font = m_faces.caption;
  font.setWeight(QFont::DemiBold);
  const QFontMetrics metrics(font);
  const QString text = badgeText(fields);
  const int height = metrics.height() + 2;
  const QRectF box(inside.left() + 0.5, inside.center().y() + 1 - height / 2 + 0.5,
                   metrics.horizontalAdvance(text) + 10, height - 1);
  painter.setPen(colors.disputeEdge);
  painter.setBrush(colors.disputeFill);
  painter.drawRoundedRect(box, 3, 3);
  painter.setPen(colors.badgeInk);
  painter.setFont(font);
  painter.drawText(box, Qt::AlignCenter, text);
}

void TableDelegate::paintLines(QPainter& painter, const QRect& room, const QModelIndex& index,
                               bool selected) const {
  const QString text = index.data(Qt::DisplayRole).toString();
  const QString second = index.data(SecondLineRole).toString();
  const QFont font = lineFont(index);
  const QFontMetrics metrics(font);
  QRect line = room;
  if (!second.isEmpty()) {
    const QFontMetrics captions(m_faces.caption);
    const int top = room.top() + (room.height() - metrics.height() - captions.height()) / 2;
    line = QRect(room.left(), top, room.width(), metrics.height());
    painter.setFont(m_faces.caption);
    painter.setPen(inkOf(index.data(SecondInkRole), Ink::Ink3, selected));
    painter.drawText(QRect(room.left(), line.bottom() + 1, room.width(), captions.height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     captions.elidedText(second, Qt::ElideRight, room.width()));
  }
  painter.setFont(font);
  painter.setPen(inkOf(index.data(InkRole), Ink::Ink, selected));
  painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                   metrics.elidedText(text, Qt::ElideRight, line.width()));
}

void TableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
  painter->save();
  paintGround(*painter, option, index);
  painter->setRenderHint(QPainter::Antialiasing);
  const QRect inside = option.rect.adjusted(kPaddingPx, 0, -kPaddingPx, -1);
  const QVariant badge = index.data(BadgeRole);
  if (badge.isValid()) {
    if (badge.toInt() > 0) paintBadge(*painter, inside, badge.toInt());
  } else {
    paintLead(*painter, inside, index);
    paintLines(*painter, inside.adjusted(leadWidth(index), 0, 0, 0), index,
               option.state.testFlag(QStyle::State_Selected));
  }
  painter->restore();
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
  const QString second = index.data(SecondLineRole).toString();
  int width = QFontMetrics(lineFont(index)).horizontalAdvance(index.data(Qt::DisplayRole).toString());
  if (!second.isEmpty()) width = std::max(width, QFontMetrics(m_faces.caption).horizontalAdvance(second));
  constexpr int kBadgeFramePx = 12;
  if (index.data(BadgeRole).isValid()) width += kBadgeFramePx;
  return {width + leadWidth(index) + 2 * kPaddingPx, rowHeight(!second.isEmpty())};
}

bool TableDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                              const QModelIndex& index) {
  if (event->type() != QEvent::ToolTip || !index.isValid()) return false;
  QString text = index.data(Qt::ToolTipRole).toString();
  const bool cut = sizeHint(option, index).width() > option.rect.width();
  if (cut && !index.data(BadgeRole).isValid()) {
    QString whole = index.data(Qt::DisplayRole).toString();
    const QString second = index.data(SecondLineRole).toString();
    if (!second.isEmpty()) whole += QLatin1Char('\n') + second;
    text = text.isEmpty() || text == whole ? whole : whole + QLatin1Char('\n') + text;
  }
  // As rich text that is escaped: a tool tip that looks like markup would be read as markup.
  if (text.isEmpty()) {
    QToolTip::hideText();
  } else {
    const QString html = text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    QToolTip::showText(event->globalPos(), QStringLiteral("<p>%1</p>").arg(html), view->viewport(),
                       option.rect);
  }
  return true;
}

}  // namespace entente
