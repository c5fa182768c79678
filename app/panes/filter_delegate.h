// SPDX-License-Identifier: GPL-3.0-or-later
// FilterDelegate: paints the rows of a FilterModel: box, glyph, name, count; headings with an arrow.
#pragma once

#include <QStyledItemDelegate>

#include "app/render/theme.h"
#include "app/render/type.h"

class QTextLayout;

namespace entente {

/// Long names wrap within the width of the view; nothing is cut. A click on a row, or Space, ticks its box,
/// on a heading folds the list. For a QTreeView without indentation.
class FilterDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  explicit FilterDelegate(QObject* parent = nullptr);

  void setStyle(ThemeName name, const TypeFaces& faces);

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

 private:
  [[nodiscard]] int textLeft(const QModelIndex& index) const;
  [[nodiscard]] int textWidth(const QModelIndex& index, int rowWidth) const;
  [[nodiscard]] QString countText(const QModelIndex& index) const;
  /// Sets the lines; gives their height.
  double layOut(QTextLayout& text, double width) const;
  void paintBox(QPainter& painter, const QRectF& box, bool checked, bool enabled) const;
  void paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
  void paintChoice(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

  ThemeName m_theme = ThemeName::Light;
  TypeFaces m_faces;
};

}  // namespace entente
