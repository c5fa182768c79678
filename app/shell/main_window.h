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
#include "app/shell/pane_docks.h"

class QLabel;
class QMenu;
class QPushButton;

namespace entente {

class CentralStack;
class FindField;
class GoToLine;
class HitLine;
class AboutCard;
class KeyCard;
class KnownLine;
class LanesMenu;
class LegendCard;
class MeasureLine;
class OverlayCard;
class PropertiesCard;
class OverviewStrip;
class TimelineView;
class WindowFiles;
class WithoutLine;

/// Theme and text size are the program's: choosing one in a window changes all windows.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  /// `session`: one that may already be opening an archive, so that it is read while the window is made.
  explicit MainWindow(ThemeChoice theme, std::unique_ptr<Session> session = nullptr);
  ~MainWindow() override;

  [[nodiscard]] Session& session() { return *m_session; }
  [[nodiscard]] TimelineView& timeline() { return *m_timeline; }
  [[nodiscard]] OverviewStrip& overview() { return *m_overview; }
  [[nodiscard]] PaneDocks& panes() { return *m_panes; }
  [[nodiscard]] DetailPane& detail() { return m_panes->detail(); }
  [[nodiscard]] FindField& findField() { return *m_find; }
  [[nodiscard]] GoToLine& goToLine() { return *m_goTo; }
  [[nodiscard]] MeasureLine& measureLine() { return *m_measureLine; }
  [[nodiscard]] KnownLine& knownLine() { return *m_known; }
  [[nodiscard]] WithoutLine& withoutLine() { return *m_without; }
  [[nodiscard]] WindowFiles& files() { return *m_files; }
  [[nodiscard]] QAction* action(ActionId id) const { return m_actions.at(id); }

  /// Size, place, docks and tool bars as they were left; the usual ones on the first run.
  void restoreLayout();

 protected:
  void closeEvent(QCloseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void makeActions();
  void makeMenus();
  void makeLanesMenu();
  void makeToolBar();
  void makeStatus();
  void connectSession();
  void connectPanes();
  void run(ActionId id);
  void runFile(ActionId id);
  void runView(ActionId id);
  void runPane(PaneId pane);
  void chooseTheme(ThemeChoice choice);
  void applyTheme(ThemeChoice choice);
  void chooseTextPercent(int percent);
  void newWindow();
  void savePicture();
  void showFailure(const std::optional<QString>& error);
  /// `table`: a file, else one is asked for.
  void importFigures(const QString& table);
  void importTable(const QString& file);
  void pasteTable();
  void exportOthers();
  void showOnlyDisputed(bool only);
  void openCard(OverlayCard& card);
  void showKeys();
  void showAbout();
  void showLegend();
  void showProperties();
  void measure();
  void copyWithAttribution();
  void copyEvents();
  void selectAll();
  void showView(const ViewState* view);
  void goTo(const FuzzyDate& date);
  void walkPanes(bool forward);
  void fillOffices();
  void fillZones(QMenu& menu);
  void addZone(QMenu& menu, const QString& zone, const QString& text);
  void updateTitle();
  void updateCounts();
  void updateEnabled();

  std::unique_ptr<Session> m_session;
  std::map<ActionId, QAction*> m_actions;
  std::map<MenuId, QMenu*> m_menus;
  QMenu* m_offices = nullptr;
  QMenu* m_zones = nullptr;
  LanesMenu* m_lanes = nullptr;
  QPushButton* m_lanesButton = nullptr;
  TimelineView* m_timeline = nullptr;
  OverviewStrip* m_overview = nullptr;
  FindField* m_find = nullptr;
  HitLine* m_hitLine = nullptr;
  MeasureLine* m_measureLine = nullptr;
  GoToLine* m_goTo = nullptr;
  KnownLine* m_known = nullptr;
  WithoutLine* m_without = nullptr;
  CentralStack* m_central = nullptr;
  PaneDocks* m_panes = nullptr;
  WindowFiles* m_files = nullptr;
  KeyCard* m_keys = nullptr;     ///< made when first asked for
  AboutCard* m_about = nullptr;  ///< likewise
  LegendCard* m_legend = nullptr;
  PropertiesCard* m_properties = nullptr;
  bool m_dropsForm = false;  ///< the next close drops what is written in a form
  ThemeName m_theme = ThemeName::Light;
  QLabel* m_counts = nullptr;
  QLabel* m_sources = nullptr;
  QLabel* m_zone = nullptr;
  QLabel* m_archive = nullptr;
};

/// The size that the desktop gives text, before the program scales it.
[[nodiscard]] double desktopPointSize();
/// Gives the whole program text of this size.
void applyTextPercent(int percent);

}  // namespace entente
