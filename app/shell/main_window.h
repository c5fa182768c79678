// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow: menus, tool bar, docks and status; it connects, and holds no behaviour of its own.
#pragma once

#include <QMainWindow>
#include <map>
#include <memory>

#include "app/render/theme.h"
#include "app/session/session.h"
#include "app/session/settings.h"
#include "app/shell/actions.h"

class QLabel;
class QMenu;

namespace entente {

class CentralStack;
class DetailPane;
class DockTitle;
class TimelineView;

class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  explicit MainWindow(ThemeChoice theme);
  ~MainWindow() override;

  [[nodiscard]] Session& session() { return *m_session; }
  [[nodiscard]] TimelineView& timeline() { return *m_timeline; }
  [[nodiscard]] DetailPane& detail() { return *m_detail; }
  [[nodiscard]] QAction* action(ActionId id) const { return m_actions.at(id); }

 protected:
  void closeEvent(QCloseEvent* event) override;

 private:
  void makeActions();
  void makeMenus();
  void makeDocks();
  void makeStatus();
  void connectSession();
  void run(ActionId id);
  void chooseTheme(ThemeChoice choice);
  void chooseFile();
  void savePicture();
  void fillOffices();
  void updateCounts();
  void updateEnabled();

  std::unique_ptr<Session> m_session;
  std::map<ActionId, QAction*> m_actions;
  std::map<MenuId, QMenu*> m_menus;
  QMenu* m_offices = nullptr;
  TimelineView* m_timeline = nullptr;
  CentralStack* m_central = nullptr;
  DetailPane* m_detail = nullptr;
  DockTitle* m_detailTitle = nullptr;
  ThemeName m_theme = ThemeName::Light;
  QLabel* m_counts = nullptr;
  QLabel* m_archive = nullptr;
};

}  // namespace entente
