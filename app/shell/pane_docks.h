// SPDX-License-Identifier: GPL-3.0-or-later
// PaneDocks: the panes of a window in their docks: where they stand at first, showing, closing and walking
// between them.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "app/render/theme.h"

class QDockWidget;
class QMainWindow;

namespace entente {

class CheckPane;
class ClaimsPane;
class DetailPane;
class DockTabs;
class DockTitle;
class EventsPane;
class FilterPane;
class HistoryPane;
class MessagePane;
class PledgePane;
class RecordsPane;
class Session;
class SourcesPane;
struct Snapshot;

enum class PaneId : std::uint8_t {
  Detail,
  Message,
  Sources,
  Filter,
  Pledge,
  Events,
  Claims,
  History,
  Check,
  Records
};
inline constexpr std::size_t kPaneCount = 10;

/// Detail, Message, Sources, Filter and Claims are tabs at the right, full height; Pledge, Events, Records,
/// History and Check tabs at the bottom. In a window narrower than 1200 px (at the usual text size) all are
/// tabs at the bottom, until it is wide again.
class PaneDocks : public QObject {
  Q_OBJECT

 public:
  PaneDocks(QMainWindow& window, Session& session);

  void setTheme(ThemeName name);
  /// Shows a pane, on top of its tabs, and gives it the keyboard.
  void show(PaneId pane);
  /// Closes a pane that has the keyboard, shows every other one.
  void toggle(PaneId pane);
  [[nodiscard]] bool isOpen(PaneId pane) const;
  void reset();
  /// The panes below the timeline take most of the window, or the height that they had before.
  void setTall(bool tall);
  /// The window's width has changed.
  void fitWidth(int widthPx);

  [[nodiscard]] QByteArray state() const;
  void restore(const QByteArray& state);

  /// Where the keyboard can go by "next pane": the panes on top, in their order.
  [[nodiscard]] std::vector<QWidget*> stops() const;

  [[nodiscard]] QDockWidget* dock(PaneId pane) const { return m_docks[static_cast<std::size_t>(pane)]; }
  [[nodiscard]] DetailPane& detail() const { return *m_detail; }
  [[nodiscard]] MessagePane& message() const { return *m_message; }
  [[nodiscard]] SourcesPane& sources() const { return *m_sources; }
  [[nodiscard]] FilterPane& filter() const { return *m_filter; }
  [[nodiscard]] PledgePane& pledge() const { return *m_pledge; }
  [[nodiscard]] EventsPane& events() const { return *m_events; }
  [[nodiscard]] ClaimsPane& claims() const { return *m_claims; }
  [[nodiscard]] HistoryPane& history() const { return *m_history; }
  [[nodiscard]] CheckPane& check() const { return *m_check; }
  [[nodiscard]] RecordsPane& records() const { return *m_records; }
  /// Whether any of a pane can be seen: it is open and on top of its tabs.
  [[nodiscard]] bool isVisible(PaneId pane) const;

 Q_SIGNALS:
  void openChanged(entente::PaneId pane, bool open);

 private:
  void add(PaneId pane, QWidget* widget, const QString& title, const QString& name);
  void place();
  void followTitles();
  /// A form or question takes the place of the detail, on top of its tabs, and gives it back.
  void showPage();
  void leavePage();
  /// An archive without pledges opens with its events instead of an empty pane.
  void leaveEmptyPledges(const Snapshot& snapshot);

  QMainWindow& m_window;
  DockTabs* m_tabs;
  DetailPane* m_detail;
  MessagePane* m_message;
  SourcesPane* m_sources;
  FilterPane* m_filter;
  PledgePane* m_pledge;
  EventsPane* m_events;
  ClaimsPane* m_claims;
  HistoryPane* m_history;
  CheckPane* m_check;
  RecordsPane* m_records;
  std::optional<PaneId> m_underPage;  ///< what was on top of the tabs before, if it was not the detail
  QString m_archive;                  ///< the path of the one that is open
  std::array<QDockWidget*, kPaneCount> m_docks{};
  std::array<DockTitle*, kPaneCount> m_titles{};
  std::array<bool, kPaneCount> m_onTop{};
  std::optional<int> m_lowPx;  ///< height that the panes below had, while they are tall
  int m_tallPx = 0;            ///< that was asked for then
  bool m_narrow = false;
  QByteArray m_wideState;
};

}  // namespace entente
