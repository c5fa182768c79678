// SPDX-License-Identifier: GPL-3.0-or-later
// TableHeader: the flat header of a table, with the arrow of the order beside the name.
#pragma once

#include <QHeaderView>

#include "app/render/theme.h"

namespace entente {

class TableHeader : public QHeaderView {
  Q_OBJECT

 public:
  explicit TableHeader(QWidget* parent = nullptr);

  void setTheme(ThemeName name);
  /// Wide enough for the name, the arrow and the padding.
  [[nodiscard]] int nameWidth(int section) const;

 protected:
  void paintSection(QPainter* painter, const QRect& rect, int section) const override;
  void paintEvent(QPaintEvent* event) override;
  bool viewportEvent(QEvent* event) override;
  [[nodiscard]] QSize sectionSizeFromContents(int section) const override;

 private:
  [[nodiscard]] QString nameOf(int section) const;

  ThemeName m_theme = ThemeName::Light;
};

}  // namespace entente
