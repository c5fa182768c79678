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

 Q_SIGNALS:
  void ticked(const entente::ActorUid& actor, bool on);
  void resetAsked();

 protected:
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  bool toggle(QAction* action);

  std::vector<Entry> m_entries;
  std::vector<QAction*> m_actions;  ///< in step with m_entries
};

}  // namespace entente
