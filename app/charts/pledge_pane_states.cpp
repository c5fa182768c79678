// SPDX-License-Identifier: GPL-3.0-or-later
// Which states the pane shows: in front, compared, and groups of them.
#include <QInputDialog>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>

#include "app/charts/figure_maker.h"
#include "app/charts/pledge_pane.h"
#include "app/charts/states_menu.h"
#include "app/session/session.h"
#include "app/session/settings.h"

namespace entente {

namespace {

QStringList words(const std::vector<ActorUid>& actors) {
  QStringList list;
  for (const ActorUid& actor : actors)
    list << QString::fromStdString(actor.value);
  return list;
}

}  // namespace

void PledgePane::fillStates() {
  std::vector<StatesMenu::Entry> entries;
  if (record().measuredBy) {
    for (const ActorUid& state : statesWithFigures(*m_session.snapshot(), *record().measuredBy, edition())) {
      const bool ticked = state == m_figure.highlighted ||
                          std::ranges::find(m_figure.compared, state) != m_figure.compared.end();
      entries.push_back({state, shortNameOf(*m_session.snapshot(), state), ticked});
    }
  }
  m_statesMenu->setEntries(entries);
  fillGroups();
}

void PledgePane::fillGroups() {
  std::vector<StatesMenu::Group> groups;
  const QStringList only = words(m_choice.states);
  const bool isOwn = !only.isEmpty();
  groups.push_back({tr("All members"), !isOwn && m_choice.group == StateGroup::Members, false});
  groups.push_back({tr("Europe and Canada"), !isOwn && m_choice.group == StateGroup::EuropeAndCanada, false});
  groups.push_back(
      {tr("Eastern flank (Bucharest Nine)"), !isOwn && m_choice.group == StateGroup::EasternFlank, false});
  for (const settings::NamedStates& own : settings::stateGroups())
    groups.push_back({own.name, own.states == only, true});
  m_statesMenu->setGroups(groups);
  QString text = tr("States\u2026");
  for (std::size_t i = 1; i < groups.size(); ++i) {
    if (groups[i].chosen)
      text = tr("States: %1").arg(QString(groups[i].name).replace(QLatin1Char('&'), QStringLiteral("&&")));
  }
  m_statesButton->setText(text);
}

void PledgePane::chooseGroup(std::size_t index) {
  ChartChoice choice = m_choice;
  choice.states.clear();
  choice.group = StateGroup::Members;
  constexpr std::size_t kReadyMade = 3;
  if (index < kReadyMade) {
    choice.group = static_cast<StateGroup>(index);
  } else {
    const auto own = settings::stateGroups();
    if (index - kReadyMade >= own.size()) return;
    for (const QString& state : own[index - kReadyMade].states)
      choice.states.emplace_back(state.toStdString());
  }
  setChoice(choice);
}

void PledgePane::keepGroup() {
  bool ok = false;
  const QString name = QInputDialog::getText(this, tr("A group of states"), tr("Name of the group:"),
                                             QLineEdit::Normal, {}, &ok)
                           .simplified();
  if (!ok || name.isEmpty()) return;
  std::vector<ActorUid> states = m_figure.compared;
  if (!m_figure.highlighted.value.empty()) states.insert(states.begin(), m_figure.highlighted);
  if (states.empty()) return;
  auto groups = settings::stateGroups();
  std::erase_if(groups, [&](const settings::NamedStates& group) { return group.name == name; });
  groups.push_back({name, words(states)});
  settings::setStateGroups(groups);
  ChartChoice choice = m_choice;
  choice.group = StateGroup::Members;
  choice.states = states;
  setChoice(choice);
}

void PledgePane::forgetGroup() {
  auto groups = settings::stateGroups();
  std::erase_if(groups,
                [&](const settings::NamedStates& group) { return group.states == words(m_choice.states); });
  settings::setStateGroups(groups);
  chooseGroup(0);
}

void PledgePane::tick(const ActorUid& actor, bool on) {
  if (!m_detail || !record().measuredBy) return;
  ChartChoice choice = m_choice;
  ActorUid highlighted = m_figure.highlighted;
  std::vector<ActorUid> compared = m_figure.compared;
  std::erase(compared, actor);
  if (on && highlighted.value.empty()) {
    highlighted = actor;
  } else if (on) {
    compared.push_back(actor);
  } else if (actor == highlighted) {
    // Another one of those that are left is highlighted, if there is one.
    highlighted = compared.empty() ? ActorUid() : compared.front();
    std::erase(compared, highlighted);
  }
  choice.highlighted = highlighted;
  choice.compared = compared;
  setChoice(choice);
}

void PledgePane::highlight(const ActorUid& actor) {
  if (!m_detail || !record().measuredBy) return;
  const auto states = statesWithFigures(*m_session.snapshot(), *record().measuredBy, edition());
  if (m_figure.highlighted == actor || std::ranges::find(states, actor) == states.end()) return;
  ChartChoice choice = m_choice;
  if (choice.compared && !m_figure.highlighted.value.empty()) {
    std::erase(*choice.compared, actor);
    choice.compared->push_back(m_figure.highlighted);
  }
  choice.highlighted = actor;
  setChoice(choice);
}

}  // namespace entente
