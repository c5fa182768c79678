// SPDX-License-Identifier: GPL-3.0-or-later
// TableDelegate: paints the cells of a table: glyph, grade box, badge, one line of text or two.
#pragma once

#include <QStyledItemDelegate>

#include "app/panes/table_roles.h"
#include "app/render/theme.h"
#include "app/render/type.h"

namespace entente {

/// Texts are plain. What does not fit is cut with an ellipsis and stands whole in the tool tip.
class TableDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  explicit TableDelegate(QObject* parent = nullptr);

  void setStyle(ThemeName name, const TypeFaces& faces);
  /// Alternate rows on the band's colour.
  void setBands(bool bands) { m_bands = bands; }
  /// Of a row with one line of text, or with a second one.
  [[nodiscard]] int rowHeight(bool twoLines) const;

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  /// What the cell needs to show its text whole.
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                 const QModelIndex& index) override;

 private:
  [[nodiscard]] QFont lineFont(const QModelIndex& index) const;
  /// Of a base of 9 points, for the font there is.
  [[nodiscard]] int scaled(int px) const;
  [[nodiscard]] int leadWidth(const QModelIndex& index) const;
  [[nodiscard]] QString badgeText(int fields) const;
  void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
  void paintLead(QPainter& painter, const QRect& inside, const QModelIndex& index) const;
  void paintBadge(QPainter& painter, const QRect& inside, int fields) const;
  void paintLines(QPainter& painter, const QRect& room, const QModelIndex& index, bool selected) const;
  [[nodiscard]] QColor inkOf(const QVariant& ink, Ink otherwise, bool selected) const;

  ThemeName m_theme = ThemeName::Light;
  TypeFaces m_faces;
  bool m_bands = false;
};

}  // namespace entente
