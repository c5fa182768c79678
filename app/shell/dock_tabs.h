// SPDX-License-Identifier: GPL-3.0-or-later
// DockTabs: how the tab bars of a main window's docks look, and closing a dock by its tab.
#pragma once

#include <QObject>

#include "app/render/theme.h"

class QMainWindow;
class QTabBar;

namespace entente {

/// Qt makes these bars when docks are tabbed, and forgets them again; they are dressed as they come.
class DockTabs : public QObject {
  Q_OBJECT

 public:
  explicit DockTabs(QMainWindow& window);
  void setTheme(ThemeName name);
  /// Dresses bars that are new, and all after the text size changed.
  void refresh();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void dress(QTabBar* bar);
  void closeTab(QTabBar* bar, int index);

  QMainWindow& m_window;
  ThemeName m_theme = ThemeName::Light;
};

}  // namespace entente
