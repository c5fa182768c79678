// SPDX-License-Identifier: GPL-3.0-or-later
// DockTitle: the head of a dock that stands alone, 28 px high with an accent line on top; nothing where tabs
// say the same.
#pragma once

#include <QWidget>

#include "app/render/theme.h"

class QDockWidget;
class QToolButton;

namespace entente {

class DockTitle : public QWidget {
  Q_OBJECT

 public:
  /// The title widget of `dock`, whose window title it shows.
  explicit DockTitle(QDockWidget* dock);
  void setTheme(ThemeName name);
  /// To be called when the dock may have been tabbed or stands alone now.
  void follow();
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  [[nodiscard]] bool isTabbed() const;
  [[nodiscard]] QFont titleFont() const;

  QDockWidget* m_dock;
  QToolButton* m_close;
  ThemeName m_theme = ThemeName::Light;
};

}  // namespace entente
