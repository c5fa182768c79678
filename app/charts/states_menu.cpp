// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the events that would close the menu.
#include "app/charts/states_menu.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>

namespace entente {

StatesMenu::StatesMenu(QWidget* parent) : QMenu(parent), m_groupsMenu(new QMenu(tr("Only the group"), this)) {
  setObjectName(QStringLiteral("statesMenu"));
  m_groupsMenu->setObjectName(QStringLiteral("groupsMenu"));
}

void StatesMenu::setGroups(const std::vector<Group>& groups) {
  if (groups == m_groups) return;
  m_groups = groups;
  fillGroups();
}

void StatesMenu::fillGroups() {
  m_groupsMenu->clear();
  bool isOwn = false;
  for (std::size_t i = 0; i < m_groups.size(); ++i) {
    QAction* action =
        m_groupsMenu->addAction(QString(m_groups[i].name).replace(QLatin1Char('&'), QStringLiteral("&&")));
    action->setCheckable(true);
    action->setChecked(m_groups[i].chosen);
    isOwn = isOwn || (m_groups[i].isOwn && m_groups[i].chosen);
    connect(action, &QAction::triggered, this, [this, i] { Q_EMIT groupChosen(i); });
  }
  m_groupsMenu->addSeparator();
  connect(m_groupsMenu->addAction(tr("Keep the compared states as a group\u2026")), &QAction::triggered, this,
          &StatesMenu::keepGroupAsked);
  if (isOwn)
    connect(m_groupsMenu->addAction(tr("Forget this group")), &QAction::triggered, this,
            &StatesMenu::forgetGroupAsked);
}

void StatesMenu::setEntries(const std::vector<Entry>& entries) {
  const auto same = [](const Entry& a, const Entry& b) { return a.actor == b.actor && a.name == b.name; };
  if (!m_actions.empty() && std::ranges::equal(m_entries, entries, same)) {
    for (std::size_t i = 0; i < entries.size(); ++i)
      m_actions[i]->setChecked(entries[i].ticked);
    m_entries = entries;
    return;
  }
  m_entries = entries;
  m_actions.clear();
  clear();
  connect(addAction(tr("Reset")), &QAction::triggered, this, &StatesMenu::resetAsked);
  addMenu(m_groupsMenu);
  addSeparator();
  for (const Entry& entry : entries) {
    // An ampersand in a name is an ampersand.
    QAction* action = addAction(QString(entry.name).replace(QLatin1Char('&'), QStringLiteral("&&")));
    action->setCheckable(true);
    action->setChecked(entry.ticked);
    // triggered, not toggled: what the program ticks is no wish.
    connect(action, &QAction::triggered, this,
            [this, actor = entry.actor](bool on) { Q_EMIT ticked(actor, on); });
    m_actions.push_back(action);
  }
}

bool StatesMenu::toggle(QAction* action) {
  if (!action || !action->isCheckable() || !action->isEnabled()) return false;
  action->trigger();
  return true;
}

void StatesMenu::showEvent(QShowEvent* event) {
  m_pressed = false;
  QMenu::showEvent(event);
}

void StatesMenu::mousePressEvent(QMouseEvent* event) {
  m_pressed = rect().contains(event->pos());
  QMenu::mousePressEvent(event);
}

void StatesMenu::mouseReleaseEvent(QMouseEvent* event) {
  // The release of the click that opened the menu, where that stands over the button, is no choice.
  QAction* action = actionAt(event->pos());
  if (!m_pressed && action && action->isCheckable()) return;
  if (event->button() == Qt::LeftButton && toggle(action)) return;
  QMenu::mouseReleaseEvent(event);
}

void StatesMenu::keyPressEvent(QKeyEvent* event) {
  const bool isTick =
      event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (isTick && toggle(activeAction())) return;
  QMenu::keyPressEvent(event);
}

}  // namespace entente
