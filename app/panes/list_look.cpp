// SPDX-License-Identifier: GPL-3.0-or-later
// A palette and a delegate.
#include "app/panes/list_look.h"

#include <QAbstractItemView>
#include <QStyledItemDelegate>

#include "app/render/theme.h"

namespace entente {

namespace {

class RoomyDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    constexpr int kRoomPx = 6;
    return QStyledItemDelegate::sizeHint(option, index) + QSize(0, kRoomPx);
  }
};

}  // namespace

void styleList(QAbstractItemView& list, const Theme& theme) {
  QPalette colors = palette(theme);
  for (const auto group : {QPalette::Active, QPalette::Inactive}) {
    colors.setColor(group, QPalette::Highlight, theme.selectedFill);
    colors.setColor(group, QPalette::HighlightedText, theme.ink);
  }
  list.setPalette(colors);
  if (!dynamic_cast<RoomyDelegate*>(list.itemDelegate())) list.setItemDelegate(new RoomyDelegate(&list));
}

}  // namespace entente
