// SPDX-License-Identifier: GPL-3.0-or-later
// LanesMenu: by what lanes are made, their order, which of them are shown, and what is done to one of them.
#pragma once

#include <QObject>
#include <map>

#include "app/shell/actions.h"

class QAction;
class QMenu;
class QPoint;

namespace entente {

class Session;
class TimelineView;

/// Works on the window's own actions, so that menu bar, tool bar and keys are one.
class LanesMenu : public QObject {
  Q_OBJECT

 public:
  LanesMenu(Session& session, TimelineView& timeline, const std::map<ActionId, QAction*>& actions,
            QObject* parent);

  [[nodiscard]] static bool isOf(ActionId id) {
    return id >= ActionId::LanesByKind && id <= ActionId::LaneDown;
  }
  [[nodiscard]] static bool isGrouping(ActionId id) {
    return id >= ActionId::LanesByKind && id <= ActionId::LanesByNothing;
  }
  /// Does one of the actions; those of one lane to the lane of the selected event.
  void run(ActionId id);
  /// Checks and enables the actions as the session is.
  void update();
  /// The lanes that are hidden, each to be shown again.
  void fillHidden(QMenu& menu);
  /// What can be done to one lane.
  void fillLane(QMenu& menu, const QString& lane);
  /// The same at a point of the screen.
  void popUp(const QString& lane, QPoint at);
  /// "Lanes: actor".
  [[nodiscard]] QString title() const;

 private:
  void runOn(ActionId id, const QString& lane);
  [[nodiscard]] QString nameOf(const QString& lane) const;

  Session& m_session;
  TimelineView& m_timeline;
  const std::map<ActionId, QAction*>& m_actions;
};

}  // namespace entente
