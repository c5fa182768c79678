// SPDX-License-Identifier: GPL-3.0-or-later
// StatesMenu: a menu of states to tick, which stays open while one ticks.
#pragma once

#include <QMenu>
#include <vector>

#include "core/model/uids.h"

namespace entente {

class StatesMenu : public QMenu {
  Q_OBJECT

 public:
  explicit StatesMenu(QWidget* parent = nullptr);

  struct Entry {
    ActorUid actor;
    QString name;
    bool ticked = false;
    bool operator==(const Entry&) const = default;
  };
  /// In this order. The same states as before only change their ticks.
  void setEntries(const std::vector<Entry>& entries);

  struct Group {
    QString name;
    bool chosen = false;
    bool isOwn = false;
    bool operator==(const Group&) const = default;
  };
  /// The groups that can be shown alone: the ready-made ones first.
  void setGroups(const std::vector<Group>& groups);

 Q_SIGNALS:
  void ticked(const entente::ActorUid& actor, bool on);
  void resetAsked();
  void groupChosen(std::size_t index);
  void keepGroupAsked();    ///< those that are ticked as a group of one's own
  void forgetGroupAsked();  ///< the one that is chosen

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  bool toggle(QAction* action);
  void fillGroups();

  bool m_pressed = false;  ///< in the menu, since it was opened
  QMenu* m_groupsMenu;
  std::vector<Group> m_groups;
  std::vector<Entry> m_entries;
  std::vector<QAction*> m_actions;  ///< in step with m_entries
};

}  // namespace entente
