// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the docks and keeps their titles and tabs as they should be.
#include "app/shell/pane_docks.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QMainWindow>
#include <QTimer>
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/charts/pledge_pane.h"
#include "app/panes/check_pane.h"
#include "app/panes/claims_pane.h"
#include "app/panes/detail_pane.h"
#include "app/panes/events_pane.h"
#include "app/panes/filter_pane.h"
#include "app/panes/history_pane.h"
#include "app/panes/message_pane.h"
#include "app/panes/records_pane.h"
#include "app/panes/sources_pane.h"
#include "app/render/type.h"
#include "app/session/session.h"
#include "app/session/settings.h"
#include "app/shell/dock_tabs.h"
#include "app/shell/dock_title.h"

namespace entente {

namespace {

constexpr int kRightWidthPx = 412;
constexpr int kBottomHeightPx = 276;  // 248 and the tabs
constexpr int kNarrowPx = 1200;
constexpr int kStateVersion = 2;

constexpr std::array kRight{PaneId::Detail, PaneId::Message, PaneId::Sources, PaneId::Filter, PaneId::Claims};
constexpr std::array kBottom{PaneId::Pledge, PaneId::Events, PaneId::Records, PaneId::History, PaneId::Check};
/// In the order of their tabs.
constexpr std::array kAll{PaneId::Detail, PaneId::Message, PaneId::Sources, PaneId::Filter,  PaneId::Claims,
                          PaneId::Pledge, PaneId::Events,  PaneId::Records, PaneId::History, PaneId::Check};

}  // namespace

PaneDocks::PaneDocks(QMainWindow& window, Session& session)
    : QObject(&window),
      m_window(window),
      m_tabs(new DockTabs(window)),
      m_detail(new DetailPane(session)),
      m_message(new MessagePane(session)),
      m_sources(new SourcesPane(session)),
      m_filter(new FilterPane(session)),
      m_pledge(new PledgePane(session)),
      m_events(new EventsPane(session)),
      m_claims(new ClaimsPane(session)),
      m_history(new HistoryPane(session)),
      m_check(new CheckPane(session)),
      m_records(new RecordsPane(session)) {
  window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
  window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
  window.setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowTabbedDocks |
                        QMainWindow::AllowNestedDocks);
  add(PaneId::Detail, m_detail, tr("Detail"), QStringLiteral("detailDock"));
  add(PaneId::Message, m_message, tr("Message"), QStringLiteral("messageDock"));
  add(PaneId::Sources, m_sources, tr("Sources"), QStringLiteral("sourcesDock"));
  add(PaneId::Filter, m_filter, tr("Filter"), QStringLiteral("filterDock"));
  add(PaneId::Pledge, m_pledge, tr("Pledge and spending"), QStringLiteral("pledgeDock"));
  add(PaneId::Events, m_events, tr("Events"), QStringLiteral("eventsDock"));
  add(PaneId::Claims, m_claims, tr("Claims"), QStringLiteral("claimsDock"));
  add(PaneId::History, m_history, tr("History"), QStringLiteral("historyDock"));
  add(PaneId::Check, m_check, tr("Check"), QStringLiteral("checkDock"));
  add(PaneId::Records, m_records, tr("Actors and places"), QStringLiteral("recordsDock"));
  m_events->restoreState(settings::eventsTable());
  place();
  connect(m_detail, &DetailPane::pageShown, this, &PaneDocks::showPage);
  connect(m_detail, &DetailPane::pageLeft, this, &PaneDocks::leavePage);
  connect(&session, &Session::archiveOpened, this, [this, &session] {
    if (std::exchange(m_archive, session.path()) != session.path()) leaveEmptyPledges(*session.snapshot());
  });
}

void PaneDocks::add(PaneId pane, QWidget* widget, const QString& title, const QString& name) {
  const auto index = static_cast<std::size_t>(pane);
  auto* dock = new QDockWidget(title, &m_window);
  dock->setObjectName(name);
  dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable |
                    QDockWidget::DockWidgetFloatable);
  dock->setWidget(widget);
  m_docks[index] = dock;
  m_titles[index] = new DockTitle(dock);
  dock->setTitleBarWidget(m_titles[index]);
  const auto later = [this] { QTimer::singleShot(0, this, &PaneDocks::followTitles); };
  connect(dock, &QDockWidget::dockLocationChanged, this, later);
  connect(dock, &QDockWidget::topLevelChanged, this, later);
  connect(dock, &QDockWidget::visibilityChanged, this, later);
  // It tells the one on top of its tabs from those behind.
  connect(dock, &QDockWidget::visibilityChanged, this, [this, index](bool is) { m_onTop[index] = is; });
  connect(dock->toggleViewAction(), &QAction::toggled, this,
          [this, pane](bool open) { Q_EMIT openChanged(pane, open); });
}

void PaneDocks::place() {
  for (const PaneId pane : kAll) {
    const bool right = !m_narrow && std::ranges::find(kRight, pane) != kRight.end();
    m_window.addDockWidget(right ? Qt::RightDockWidgetArea : Qt::BottomDockWidgetArea, dock(pane));
    dock(pane)->setFloating(false);
    dock(pane)->show();
  }
  const auto stack = [this](const auto& panes) {
    for (std::size_t i = 1; i < panes.size(); ++i)
      m_window.tabifyDockWidget(dock(panes[i - 1]), dock(panes[i]));
  };
  if (m_narrow) {
    stack(kAll);
  } else {
    stack(kRight);
    stack(kBottom);
  }
  dock(PaneId::Detail)->raise();
  if (!m_narrow) {
    dock(PaneId::Pledge)->raise();
    m_window.resizeDocks({dock(PaneId::Detail)}, {kRightWidthPx}, Qt::Horizontal);
  }
  m_window.resizeDocks({dock(PaneId::Pledge)}, {kBottomHeightPx}, Qt::Vertical);
  followTitles();
}

void PaneDocks::followTitles() {
  for (DockTitle* title : m_titles)
    title->follow();
  m_tabs->refresh();
}

void PaneDocks::setTheme(ThemeName name) {
  m_detail->setTheme(name);
  m_message->setTheme(name);
  m_sources->setTheme(name);
  m_filter->setTheme(name);
  m_pledge->setTheme(name);
  m_events->setTheme(name);
  m_claims->setTheme(name);
  m_history->setTheme(name);
  m_check->setTheme(name);
  m_records->setTheme(name);
  for (DockTitle* title : m_titles)
    title->setTheme(name);
  m_tabs->setTheme(name);
}

void PaneDocks::show(PaneId pane) {
  QDockWidget* shown = dock(pane);
  shown->show();
  shown->raise();
  shown->widget()->setFocus(Qt::ShortcutFocusReason);
}

void PaneDocks::toggle(PaneId pane) {
  QDockWidget* one = dock(pane);
  const bool here = one->isAncestorOf(QApplication::focusWidget());
  if (here && !one->isHidden()) {
    one->close();
  } else {
    show(pane);
  }
}

bool PaneDocks::isOpen(PaneId pane) const {
  return !dock(pane)->isHidden();
}

void PaneDocks::showPage() {
  QDockWidget* detail = dock(PaneId::Detail);
  m_underPage.reset();
  const QList<QDockWidget*> stack = m_window.tabifiedDockWidgets(detail);
  for (const PaneId pane : kAll) {
    if (isVisible(pane) && stack.contains(dock(pane))) m_underPage = pane;
  }
  detail->show();
  detail->raise();
}

void PaneDocks::leavePage() {
  const auto before = std::exchange(m_underPage, std::nullopt);
  if (before && isOpen(*before) && isVisible(PaneId::Detail)) dock(*before)->raise();
}

void PaneDocks::leaveEmptyPledges(const Snapshot& snapshot) {
  const auto& kinds = snapshot.dataset.curated->kinds;
  if (std::ranges::find(kinds, EventKind::Pledge) == kinds.end() && isVisible(PaneId::Pledge))
    dock(PaneId::Events)->raise();
}

bool PaneDocks::isVisible(PaneId pane) const {
  return isOpen(pane) && m_onTop[static_cast<std::size_t>(pane)];
}

void PaneDocks::reset() {
  place();
}

void PaneDocks::setTall(bool tall) {
  if (tall == m_lowPx.has_value()) return;
  constexpr double kTallPart = 0.66;
  QDockWidget* below = dock(PaneId::Pledge);
  if (tall) {
    m_lowPx = below->height();
    m_tallPx = static_cast<int>(m_window.height() * kTallPart);
    m_window.resizeDocks({below}, {m_tallPx}, Qt::Vertical);
  } else {
    // The tabs above the panes are in what is asked for, not in a pane's own height.
    constexpr int kMostTabsPx = 48;
    const int tabsPx = std::clamp(m_tallPx - below->height(), 0, kMostTabsPx);
    m_window.resizeDocks({below}, {*m_lowPx + tabsPx}, Qt::Vertical);
    m_lowPx.reset();
  }
}

void PaneDocks::fitWidth(int widthPx) {
  const double scale = m_window.font().pointSizeF() / kBasePoints;
  const bool narrow = widthPx < std::lround(kNarrowPx * std::min(scale, 1.5));
  if (narrow == m_narrow) return;
  if (narrow) m_wideState = m_window.saveState(kStateVersion);
  m_narrow = narrow;
  if (narrow || m_wideState.isEmpty() || !m_window.restoreState(m_wideState, kStateVersion)) place();
  followTitles();
}

QByteArray PaneDocks::state() const {
  return m_narrow && !m_wideState.isEmpty() ? m_wideState : m_window.saveState(kStateVersion);
}

void PaneDocks::restore(const QByteArray& state) {
  if (!state.isEmpty()) m_window.restoreState(state, kStateVersion);
  followTitles();
  // Docks of a window that is not shown yet are opened and closed in silence.
  for (const PaneId pane : kAll)
    Q_EMIT openChanged(pane, isOpen(pane));
}

std::vector<QWidget*> PaneDocks::stops() const {
  std::vector<QWidget*> widgets;
  for (const PaneId pane : kAll) {
    if (isVisible(pane)) widgets.push_back(dock(pane)->widget());
  }
  return widgets;
}

}  // namespace entente
