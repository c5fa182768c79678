// SPDX-License-Identifier: GPL-3.0-or-later
// Lines are laid out for the width of the view, since a size hint is asked for before a row has a place.
#include "app/panes/filter_delegate.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>
#include <QTreeView>
#include <algorithm>
#include <cmath>

#include "app/panes/filter_model.h"
#include "app/render/date_words.h"
#include "app/render/glyphs.h"

namespace entente {

namespace {

constexpr int kPaddingPx = 12;
constexpr int kBoxPx = 13;
constexpr int kGapPx = 8;
constexpr int kLeastRowPx = 24;
constexpr int kLeastHeadingPx = 28;

int viewWidth(const QStyleOptionViewItem& option) {
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  return view ? view->viewport()->width() : option.rect.width();
}

bool isHeading(const QModelIndex& index) {
  return index.data(FilterModel::HeadingRole).toBool();
}

}  // namespace

FilterDelegate::FilterDelegate(QObject* parent) : QStyledItemDelegate(parent), m_faces(typeFaces(QFont())) {}

void FilterDelegate::setStyle(ThemeName name, const TypeFaces& faces) {
  m_theme = name;
  m_faces = faces;
}

QString FilterDelegate::countText(const QModelIndex& index) const {
  return wordsLocale().toString(index.data(FilterModel::CountRole).toLongLong());
}

int FilterDelegate::textLeft(const QModelIndex& index) const {
  const bool glyph = index.data(FilterModel::GlyphRole).isValid();
  return kPaddingPx + kBoxPx + kGapPx + (glyph ? static_cast<int>(kGlyphBoxPx) + kGapPx : 0);
}

int FilterDelegate::textWidth(const QModelIndex& index, int rowWidth) const {
  // All rows leave room for the same count, so that names wrap alike.
  const int count = QFontMetrics(m_faces.body).horizontalAdvance(countText(index));
  return std::max(40, rowWidth - textLeft(index) - kGapPx - count - kPaddingPx);
}

double FilterDelegate::layOut(QTextLayout& text, double width) const {
  QTextOption wrap;
  wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  text.setTextOption(wrap);
  text.beginLayout();
  double height = 0;
  for (QTextLine line = text.createLine(); line.isValid(); line = text.createLine()) {
    line.setLineWidth(width);
    line.setPosition(QPointF(0, height));
    height += line.height();
  }
  text.endLayout();
  return height;
}

QSize FilterDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const int width = viewWidth(option);
  if (isHeading(index))
    return {width, std::max(kLeastHeadingPx, QFontMetrics(m_faces.bodyStrong).height() + 12)};
  QTextLayout text(index.data(Qt::DisplayRole).toString(), m_faces.body);
  const double lines = layOut(text, textWidth(index, width));
  return {width, std::max(kLeastRowPx, static_cast<int>(std::ceil(lines)) + 6)};
}

void FilterDelegate::paintBox(QPainter& painter, const QRectF& box, bool checked, bool enabled) const {
  const Theme& colors = theme(m_theme);
  const QColor line = enabled ? colors.ink2 : colors.edge;
  painter.setPen(line);
  painter.setBrush(checked ? line : colors.canvas);
  painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
  if (!checked) return;
  QPainterPath tick;
  tick.moveTo(box.left() + 3, box.top() + 6.5);
  tick.lineTo(box.left() + 5.5, box.top() + 9);
  tick.lineTo(box.left() + 10, box.top() + 4);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(colors.canvas, 1.75));
  painter.drawPath(tick);
}

void FilterDelegate::paintHeading(QPainter& painter, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const {
  const Theme& colors = theme(m_theme);
  const auto* view = qobject_cast<const QTreeView*>(option.widget);
  painter.fillRect(option.rect, colors.header);
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setPen(colors.hairline);
  painter.drawLine(option.rect.topLeft(), option.rect.topRight());
  painter.setRenderHint(QPainter::Antialiasing);
  const QPointF middle(option.rect.left() + kPaddingPx + kBoxPx / 2.0, option.rect.center().y() + 1);
  QPainterPath arrow;
  if (!view || view->isExpanded(index)) {
    arrow.moveTo(middle + QPointF(-4, -2));
    arrow.lineTo(middle + QPointF(0, 2));
    arrow.lineTo(middle + QPointF(4, -2));
  } else {
    arrow.moveTo(middle + QPointF(-2, -4));
    arrow.lineTo(middle + QPointF(2, 0));
    arrow.lineTo(middle + QPointF(-2, 4));
  }
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(colors.ink2, 1.25));
  painter.drawPath(arrow);

  const QRect room = option.rect.adjusted(kPaddingPx + kBoxPx + kGapPx, 0, -kPaddingPx, 0);
  painter.setFont(m_faces.bodyStrong);
  painter.setPen(colors.ink);
  painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, index.data(Qt::DisplayRole).toString());
  if (index.data(FilterModel::CountRole).toLongLong() == 0) return;
  painter.setFont(m_faces.caption);
  painter.setPen(colors.ink2);
  painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, tr("%1 chosen").arg(countText(index)));
}

void FilterDelegate::paintChoice(QPainter& painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
  const Theme& colors = theme(m_theme);
  const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
  const bool quiet = index.data(FilterModel::CountRole).toLongLong() == 0;
  const QRect& row = option.rect;
  painter.fillRect(row,
                   enabled && option.state.testFlag(QStyle::State_MouseOver) ? colors.band : colors.canvas);

  // Box, glyph and count stand beside the first line.
  const QFontMetrics metrics(m_faces.body);
  const double lineHeight = metrics.height();
  QTextLayout text(index.data(Qt::DisplayRole).toString(), m_faces.body);
  const double lines = layOut(text, textWidth(index, row.width()));
  const double top = row.top() + std::floor((row.height() - lines) / 2);
  const double middle = std::floor(top + lineHeight / 2);
  const bool checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
  paintBox(painter, QRectF(row.left() + kPaddingPx, middle - 6, kBoxPx, kBoxPx), checked, enabled);
  if (const QVariant glyph = index.data(FilterModel::GlyphRole); glyph.isValid()) {
    const QRectF box(row.left() + kPaddingPx + kBoxPx + kGapPx, middle - 6, kGlyphBoxPx, kGlyphBoxPx);
    GlyphFlags flags;
    flags.greyed = quiet;
    paintGlyph(painter, static_cast<GlyphKind>(glyph.toInt()), box, colors, flags);
  }
  painter.setPen(quiet ? colors.ink3 : colors.ink);
  text.draw(&painter, QPointF(row.left() + textLeft(index), top));
  painter.setFont(m_faces.body);
  painter.setPen(quiet ? colors.ink3 : colors.ink2);
  painter.drawText(QRectF(row.left(), top, row.width() - kPaddingPx, lineHeight),
                   Qt::AlignRight | Qt::AlignVCenter, countText(index));
}

void FilterDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  if (isHeading(index)) {
    paintHeading(*painter, option, index);
  } else {
    paintChoice(*painter, option, index);
  }
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  if (view && view->hasFocus() && view->currentIndex() == index) {
    painter->setPen(QPen(theme(m_theme).accent, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
  }
  painter->restore();
}

bool FilterDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) {
  if (event->type() == QEvent::MouseButtonRelease) {
    const auto* mouse = static_cast<QMouseEvent*>(event);
    if (mouse->button() != Qt::LeftButton || !option.rect.contains(mouse->position().toPoint())) return false;
  } else if (event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Space && key != Qt::Key_Select) return false;
  } else {
    return false;
  }
  if (isHeading(index)) {
    // The view is the one that asks; it hands itself out as const.
    auto* view = qobject_cast<QTreeView*>(parent());
    if (view) view->setExpanded(index, !view->isExpanded(index));
    return view != nullptr;
  }
  const bool checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
  return model->setData(index, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

}  // namespace entente
