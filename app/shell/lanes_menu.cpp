// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the actions of lanes into choices of the session.
#include "app/shell/lanes_menu.h"

#include <QAction>
#include <QMenu>
#include <algorithm>

#include "app/session/session.h"
#include "app/timeline/timeline_view.h"
#include "app/words/lane_texts.h"
#include "app/words/lane_words.h"

namespace entente {

namespace {

constexpr int kFirstGrouping = static_cast<int>(ActionId::LanesByKind);
constexpr int kFirstSort = static_cast<int>(ActionId::LanesUsual);
constexpr int kSorts = 4;

ActionId actionOf(Grouping grouping) {
  return static_cast<ActionId>(kFirstGrouping + static_cast<int>(grouping));
}
ActionId actionOf(LaneSort sort) {
  return static_cast<ActionId>(kFirstSort + static_cast<int>(sort));
}

bool contains(const std::vector<QString>& keys, const QString& key) {
  return std::ranges::find(keys, key) != keys.end();
}

/// As a menu shows it: no letter of a name is a key.
QString inMenu(QString text) {
  return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

}  // namespace

LanesMenu::LanesMenu(Session& session, TimelineView& timeline, const std::map<ActionId, QAction*>& actions,
                     QObject* parent)
    : QObject(parent), m_session(session), m_timeline(timeline), m_actions(actions) {
  connect(&m_timeline, &TimelineView::laneMenuRequested, this, &LanesMenu::popUp);
}

QString LanesMenu::title() const {
  return tr("&Lanes: %1").arg(groupingInWords(m_session.view().grouping).toLower());
}

QString LanesMenu::nameOf(const QString& lane) const {
  const LaneTexts texts(m_session.slices());
  for (const Lane& each : m_session.slices()->allLanes()) {
    if (each.key == lane) return texts.nameOf(each);
  }
  return {};
}

void LanesMenu::run(ActionId id) {
  const int number = static_cast<int>(id);
  if (id <= ActionId::LanesByNothing) {
    m_session.setGrouping(static_cast<Grouping>(number - kFirstGrouping));
  } else if (id <= ActionId::LanesByFirstDate) {
    m_session.setLanes(withSort(m_session.view().lanes, static_cast<LaneSort>(number - kFirstSort)));
  } else if (id == ActionId::AllLanes) {
    LaneChoice lanes = m_session.view().lanes;
    lanes.hidden.clear();
    lanes.solo.clear();
    m_session.setLanes(lanes);
  } else {
    runOn(id, m_timeline.laneKey());
  }
  update();  // what was checked already has unchecked itself
}

void LanesMenu::runOn(ActionId id, const QString& lane) {
  if (lane.isEmpty()) return;
  switch (id) {
    case ActionId::FitLane:
      return m_timeline.fitLane(lane);
    case ActionId::CollapseLane:
      return m_timeline.toggleCollapsed(lane);
    case ActionId::OnlyLane:
      return m_timeline.toggleSolo(lane);
    case ActionId::HideLane:
      return m_timeline.hideLane(lane);
    case ActionId::LaneUp:
      return m_timeline.moveLane(lane, LaneSlices::Step::Previous);
    case ActionId::LaneDown:
      return m_timeline.moveLane(lane, LaneSlices::Step::Next);
    default:
      return;
  }
}

void LanesMenu::update() {
  const bool open = m_session.slices() != nullptr;
  const ViewState& view = m_session.view();
  for (const Grouping grouping : kGroupings)
    m_actions.at(actionOf(grouping))->setChecked(open && view.grouping == grouping);
  for (int sort = 0; sort < kSorts; ++sort) {
    const bool chosen = view.lanes.order.empty() && static_cast<int>(view.lanes.sort) == sort;
    m_actions.at(actionOf(static_cast<LaneSort>(sort)))->setChecked(open && chosen);
  }
  m_actions.at(ActionId::AllLanes)->setEnabled(open && m_session.slices()->hiddenCount() > 0);
  const QString lane = m_timeline.laneKey();
  for (const ActionId id : {ActionId::FitLane, ActionId::CollapseLane, ActionId::OnlyLane, ActionId::HideLane,
                            ActionId::LaneUp, ActionId::LaneDown})
    m_actions.at(id)->setEnabled(open && !lane.isEmpty());
  m_actions.at(ActionId::CollapseLane)->setChecked(!lane.isEmpty() && contains(view.lanes.collapsed, lane));
  m_actions.at(ActionId::OnlyLane)->setChecked(!lane.isEmpty() && view.lanes.solo == lane);
}

void LanesMenu::fillHidden(QMenu& menu) {
  menu.clear();
  if (!m_session.slices()) return;
  const LaneTexts texts(m_session.slices());
  for (const Lane& lane : m_session.slices()->allLanes()) {
    if (!lane.hidden) continue;
    QAction* action = menu.addAction(inMenu(texts.nameOf(lane)));
    connect(action, &QAction::triggered, this, [this, key = lane.key] {
      LaneChoice lanes = withHidden(m_session.view().lanes, key, false);
      lanes.solo.clear();
      m_session.setLanes(lanes);
    });
  }
}

void LanesMenu::popUp(const QString& lane, QPoint at) {
  auto* menu = new QMenu(&m_timeline);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  fillLane(*menu, lane);
  menu->popup(at);
}

void LanesMenu::fillLane(QMenu& menu, const QString& lane) {
  const auto shown = m_session.slices()->laneWithKey(lane);
  if (!shown) return;
  const bool events = m_session.slices()->laneKind(*shown) != LaneKind::Offices;
  const LaneChoice& lanes = m_session.view().lanes;
  menu.addSection(inMenu(nameOf(lane)));
  for (const ActionId id : {ActionId::FitLane, ActionId::CollapseLane, ActionId::OnlyLane, ActionId::HideLane,
                            ActionId::LaneUp, ActionId::LaneDown}) {
    if (!events && (id == ActionId::FitLane || id == ActionId::CollapseLane)) continue;
    const QAction* like = m_actions.at(id);
    QAction* action = menu.addAction(like->text());
    action->setCheckable(like->isCheckable());
    action->setChecked((id == ActionId::CollapseLane && contains(lanes.collapsed, lane)) ||
                       (id == ActionId::OnlyLane && lanes.solo == lane));
    action->setEnabled((id != ActionId::LaneUp || *shown > 0) &&
                       (id != ActionId::LaneDown || *shown + 1 < m_session.slices()->laneCount()));
    connect(action, &QAction::triggered, this, [this, id, lane] {
      runOn(id, lane);
      update();
    });
  }
  menu.addSeparator();
  menu.addAction(m_actions.at(ActionId::AllLanes));
}

}  // namespace entente
