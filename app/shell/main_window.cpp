// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the window together; what its actions do is in window_actions.cpp.
#include "app/shell/main_window.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <initializer_list>

#include "app/charts/pledge_pane.h"
#include "app/panes/check_pane.h"
#include "app/panes/detail_pane.h"
#include "app/panes/events_pane.h"
#include "app/panes/find_field.h"
#include "app/panes/find_hit_line.h"
#include "app/panes/go_to_line.h"
#include "app/panes/known_line.h"
#include "app/panes/measure_line.h"
#include "app/panes/record_form.h"
#include "app/panes/sources_pane.h"
#include "app/panes/without_line.h"
#include "app/render/date_words.h"
#include "app/render/type.h"
#include "app/shell/central_stack.h"
#include "app/shell/lanes_menu.h"
#include "app/shell/status_words.h"
#include "app/shell/welcome_page.h"
#include "app/shell/window_files.h"
#include "app/timeline/overview_strip.h"
#include "app/timeline/timeline_view.h"

namespace entente {

namespace {

constexpr int kReadingMs = 10'000;  ///< as long a sentence takes to be read

void addGap(QToolBar& bar) {
  constexpr int kGapPx = 8;
  auto* gap = new QWidget;
  gap->setFixedWidth(kGapPx);
  bar.addWidget(gap);
}

}  // namespace

MainWindow::MainWindow(ThemeChoice theme, std::unique_ptr<Session> session)
    : m_session(session ? std::move(session) : std::make_unique<Session>()) {
  setObjectName(QStringLiteral("window"));
  setAcceptDrops(true);
  m_timeline = new TimelineView(*m_session);
  m_find = new FindField(*m_session);
  auto* welcome = new WelcomePage;
  m_hitLine = new HitLine(*m_session);
  m_measureLine = new MeasureLine(*m_session);
  m_goTo = new GoToLine;
  m_known = new KnownLine(*m_session);
  m_without = new WithoutLine(*m_session);
  auto* lines = new QWidget;
  auto* column = new QVBoxLayout(lines);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  for (LineBar* line :
       {static_cast<LineBar*>(m_known), static_cast<LineBar*>(m_without), static_cast<LineBar*>(m_goTo),
        static_cast<LineBar*>(m_hitLine), static_cast<LineBar*>(m_measureLine)})
    column->addWidget(line);
  m_overview = new OverviewStrip(*m_session);
  m_central = new CentralStack(m_timeline, m_overview, welcome, lines);
  setCentralWidget(m_central);
  m_files = new WindowFiles(*this, *m_session, *m_central, *welcome);
  connect(m_files, &WindowFiles::tableDropped, this, &MainWindow::importTable);
  makeActions();
  m_lanes = new LanesMenu(*m_session, *m_timeline, m_actions, this);
  makeMenus();
  makeToolBar();
  m_panes = new PaneDocks(*this, *m_session);
  makeStatus();
  connectSession();
  connectPanes();
  applyTheme(theme);
  updateTitle();
  updateEnabled();
  m_timeline->setFocus();
}

MainWindow::~MainWindow() {
  // Docks and the session still speak while they go, after the members of this window are gone.
  m_panes->disconnect(this);
  m_session->disconnect();
}

void MainWindow::makeActions() {
  auto* themes = new QActionGroup(this);
  auto* groupings = new QActionGroup(this);
  auto* orders = new QActionGroup(this);
  orders->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);  // none after a drag
  for (const ActionRow& row : actionTable()) {
    auto* action = new QAction(row.text, this);
    action->setShortcuts(row.keys);
    action->setStatusTip(row.tip);
    const QString keys = row.keys.isEmpty() ? QString() : row.keys.front().toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? row.tip : tr("%1 (%2)").arg(row.tip, keys));
    action->setCheckable(row.checkable);
    if (row.menu == MenuId::Theme) themes->addAction(action);
    if (LanesMenu::isGrouping(row.id)) groupings->addAction(action);
    if (row.menu == MenuId::LaneOrder) orders->addAction(action);
    connect(action, &QAction::triggered, this, [this, id = row.id] { run(id); });
    m_actions.emplace(row.id, action);
  }
}

void MainWindow::makeMenus() {
  for (const MenuId menu :
       {MenuId::File, MenuId::Edit, MenuId::Event, MenuId::View, MenuId::Go, MenuId::Window, MenuId::Help})
    m_menus[menu] = menuBar()->addMenu(menuTitle(menu));
  for (const MenuId menu :
       {MenuId::Recent, MenuId::Lanes, MenuId::LaneOrder, MenuId::Axis, MenuId::Theme, MenuId::TextSize})
    m_menus[menu] = new QMenu(menuTitle(menu), this);
  for (const ActionRow& row : actionTable()) {
    QMenu* menu = m_menus.at(row.menu);
    if (row.separatorBefore) menu->addSeparator();
    menu->addAction(m_actions.at(row.id));
    if (row.id == ActionId::Open) menu->addMenu(m_menus.at(MenuId::Recent));
  }
  QMenu* view = m_menus.at(MenuId::View);
  view->addSeparator();
  view->addMenu(m_menus.at(MenuId::Lanes));
  makeLanesMenu();
  m_offices = view->addMenu(tr("Offi&ces"));
  view->addMenu(m_menus.at(MenuId::Axis));
  m_menus.at(MenuId::Axis)->addSeparator();
  m_zones = m_menus.at(MenuId::Axis)->addMenu(tr("&Time zone"));
  connect(m_zones, &QMenu::aboutToShow, this, [this] { fillZones(*m_zones); });
  view->addMenu(m_menus.at(MenuId::Theme));
  view->addMenu(m_menus.at(MenuId::TextSize));
  QMenu* recent = m_menus.at(MenuId::Recent);
  recent->setToolTipsVisible(true);
  connect(recent, &QMenu::aboutToShow, this, [this, recent] {
    recent->clear();
    m_files->fillRecent(*recent);
    recent->addSeparator();
    recent->addAction(m_actions.at(ActionId::ClearRecent));
  });
  m_archive = new QLabel;
  m_archive->setTextFormat(Qt::PlainText);
  m_archive->setContentsMargins(0, 4, 12, 4);
  menuBar()->setCornerWidget(m_archive);
}

void MainWindow::makeLanesMenu() {
  QMenu* lanes = m_menus.at(MenuId::Lanes);
  QAction* below = m_actions.at(ActionId::AllLanes);
  lanes->insertMenu(lanes->actions().at(lanes->actions().indexOf(below) - 1), m_menus.at(MenuId::LaneOrder));
  auto* hidden = new QMenu(tr("Hidden lan&es"), lanes);
  lanes->insertMenu(m_actions.at(ActionId::FitLane), hidden);
  connect(lanes, &QMenu::aboutToShow, this, [this, hidden] {
    m_lanes->fillHidden(*hidden);
    hidden->setEnabled(!hidden->isEmpty());
    m_lanes->update();
  });
}

void MainWindow::makeToolBar() {
  auto* bar = addToolBar(tr("Tool bar"));
  bar->setObjectName(QStringLiteral("toolbar"));
  bar->setMovable(false);
  bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
  bar->setContentsMargins(8, 2, 8, 2);
  bar->toggleViewAction()->setVisible(false);  // without it there is no way to find
  bar->addAction(m_actions.at(ActionId::ViewBack));
  bar->addAction(m_actions.at(ActionId::ViewForward));
  addGap(*bar);
  bar->addAction(m_actions.at(ActionId::FitAll));
  bar->addSeparator();
  bar->addWidget(m_find);
  bar->addSeparator();
  bar->addAction(m_actions.at(ActionId::OnlyDisputed));
  addGap(*bar);
  m_lanesButton = new QPushButton;
  m_lanesButton->setObjectName(QStringLiteral("lanesButton"));
  m_lanesButton->setMenu(m_menus.at(MenuId::Lanes));
  m_lanesButton->setToolTip(tr("By what events are put into lanes"));
  m_lanesButton->setFocusPolicy(Qt::TabFocus);
  bar->addWidget(m_lanesButton);
  addGap(*bar);
  bar->addAction(m_actions.at(ActionId::KnownAsOf));
  for (const ActionRow& row : actionTable()) {
    auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(m_actions.at(row.id)));
    if (!button) continue;
    button->setAutoRaise(false);
    button->setFocusPolicy(Qt::TabFocus);
  }
}

void MainWindow::makeStatus() {
  m_counts = new QLabel;
  m_counts->setContentsMargins(12, 0, 0, 0);
  statusBar()->addWidget(m_counts);
  m_sources = new QLabel;
  m_sources->setContentsMargins(0, 0, 16, 0);
  statusBar()->addPermanentWidget(m_sources);
  m_zone = new QLabel(zoneSentence(QString()));
  m_zone->setContentsMargins(0, 0, 16, 0);
  statusBar()->addPermanentWidget(m_zone);
  auto* keys = new QLabel(tr("?: all keys"));
  keys->setContentsMargins(0, 0, 12, 0);
  statusBar()->addPermanentWidget(keys);
  statusBar()->setSizeGripEnabled(false);
}

void MainWindow::connectSession() {
  Session* session = m_session.get();
  const auto archiveChanged = [this] {
    updateTitle();
    fillOffices();
    updateEnabled();
    updateCounts();
  };
  connect(session, &Session::archiveOpened, this, archiveChanged);
  connect(session, &Session::archiveClosed, this, archiveChanged);
  connect(session, &Session::snapshotChanged, this, &MainWindow::updateEnabled);
  connect(session, &Session::snapshotChanged, this, &MainWindow::updateTitle);
  connect(session, &Session::viewsChanged, this, &MainWindow::updateEnabled);
  connect(session, &Session::lensChanged, this, [this] {
    updateEnabled();
    updateCounts();
  });
  connect(session, &Session::changeFailed, this, [this](const Error& error) {
    m_central->showError(tr("Nothing was changed. %1").arg(QString::fromStdString(error.text())));
  });
  connect(session, &Session::changed, this, [this](const QString& title) {
    m_central->clearMessage();
    statusBar()->showMessage(
        title.isEmpty() ? tr("All changes saved") : tr("%1     All changes saved").arg(title), 5000);
  });
  connect(session, &Session::lanesChanged, this, [this] {
    updateEnabled();
    updateCounts();
  });
  connect(session, &Session::spanChanged, this, &MainWindow::updateCounts);
  connect(session, &Session::slicesChanged, this, &MainWindow::updateCounts);
  connect(session, &Session::selectionChanged, this, &MainWindow::updateCounts);
  connect(session, &Session::selectionChanged, this, &MainWindow::updateEnabled);
  connect(session, &Session::findChanged, this, &MainWindow::updateEnabled);
  connect(session, &Session::axisChanged, this, &MainWindow::updateEnabled);
  connect(session, &Session::measureChanged, this, &MainWindow::updateEnabled);
  connect(session, &Session::filterChanged, this, &MainWindow::updateEnabled);
}

void MainWindow::connectPanes() {
  connect(m_find, &FindField::left, m_timeline, qOverload<>(&QWidget::setFocus));
  connect(m_goTo, &GoToLine::left, m_timeline, qOverload<>(&QWidget::setFocus));
  connect(m_overview, &OverviewStrip::spanRequested, m_timeline, &TimelineView::moveTo);
  connect(m_known, &KnownLine::left, m_timeline, qOverload<>(&QWidget::setFocus));
  connect(m_known, &KnownLine::left, this, &MainWindow::updateEnabled);
  connect(m_session.get(), &Session::sourceRequested, this, [this](const SourceUid& source) {
    if (m_panes->sources().showSource(source)) m_panes->show(PaneId::Sources);
  });
  connect(m_session.get(), &Session::topicRequested, this, [this](const Topic&) {
    if (!m_panes->isVisible(PaneId::Detail) && !m_panes->isVisible(PaneId::Message) &&
        !m_panes->isVisible(PaneId::Claims))
      m_panes->show(PaneId::Claims);
  });
  connect(m_session.get(), &Session::claimEditRequested, this, [this](const Topic&, const ClaimUid&) {
    m_panes->dock(PaneId::Claims)->show();
    m_panes->dock(PaneId::Claims)->raise();
  });
  // Del means the selected events only where they are what one looks at.
  QAction* remove = m_actions.at(ActionId::DeleteEvents);
  remove->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  for (QWidget* place : std::initializer_list<QWidget*>{m_timeline, &m_panes->events(), &m_panes->detail()})
    place->addAction(remove);
  connect(&m_panes->check(), &CheckPane::countChanged, this, [this](int findings) {
    m_panes->dock(PaneId::Check)->setWindowTitle(findings == 0 ? tr("Check") : tr("Check  %1").arg(findings));
  });
  // A pledge that is picked on the timeline comes with its chart; where the pane is closed it stays so, and
  // who picks it in a table keeps the table.
  connect(m_session.get(), &Session::selectionChanged, this, [this](std::optional<EventId> id) {
    const EventTitle* title = id && m_session->snapshot() ? m_session->snapshot()->title(*id) : nullptr;
    if (title && title->kind == EventKind::Pledge && m_timeline->hasFocus() &&
        m_panes->isOpen(PaneId::Pledge))
      m_panes->dock(PaneId::Pledge)->raise();
  });
  connect(m_goTo, &GoToLine::dateChosen, this, &MainWindow::goTo);
  const auto say = [this](const QString& sentence) { statusBar()->showMessage(sentence, 10'000); };
  connect(m_timeline, &TimelineView::dateMoveSaid, this, say);
  connect(m_files, &WindowFiles::said, this, say);
  m_central->setFirstSteps({m_actions.at(ActionId::NewEvent), m_actions.at(ActionId::Import),
                            m_actions.at(ActionId::ImportFigures), m_actions.at(ActionId::Properties)});
  connect(&m_panes->pledge(), &PledgePane::roomAsked, m_actions.at(ActionId::TallPanes), &QAction::trigger);
  connect(m_find, &FindField::filterRequested, this, [this] { m_panes->show(PaneId::Filter); });
  connect(m_panes, &PaneDocks::openChanged, this, [this](PaneId pane, bool open) {
    const auto id = static_cast<ActionId>(static_cast<int>(ActionId::PaneDetail) + static_cast<int>(pane));
    m_actions.at(id)->setChecked(open);
  });
  for (std::size_t pane = 0; pane < kPaneCount; ++pane) {
    const auto id = static_cast<ActionId>(static_cast<std::size_t>(ActionId::PaneDetail) + pane);
    m_actions.at(id)->setChecked(m_panes->isOpen(static_cast<PaneId>(pane)));
  }
  // The chart under the timeline has its axis, day for day.
  const auto alignChart = [this] {
    m_panes->pledge().setHeaderWidth(m_timeline->headerWidth());
    m_overview->setHeaderWidth(m_timeline->headerWidth());
    m_panes->pledge().setCanvasWidth(m_timeline->viewport()->width() - m_timeline->headerWidth());
  };
  connect(m_timeline, &TimelineView::headerWidthChanged, this, alignChart);
  connect(m_timeline, &TimelineView::canvasResized, this, alignChart);
  connect(&m_panes->events(), &EventsPane::countChanged, this, [this](int events) {
    QDockWidget* dock = m_panes->dock(PaneId::Events);
    dock->setWindowTitle(m_session->snapshot() ? tr("Events  %1").arg(events) : tr("Events"));
  });
}

void MainWindow::updateTitle() {
  if (!m_session->snapshot()) {
    setWindowTitle(QStringLiteral("Entente"));
    m_archive->clear();
    return;
  }
  const Snapshot& snapshot = *m_session->snapshot();
  setWindowTitle(titleInWords(snapshot));
  m_archive->setText(archiveInWords(snapshot));
  m_archive->setToolTip(QString::fromStdString(snapshot.info.path.string()));
  menuBar()->setCornerWidget(m_archive);  // anew: the menu bar asks for its size only then
  m_archive->show();
}

void MainWindow::updateEnabled() {
  const bool open = m_session->snapshot() != nullptr;
  for (const ActionRow& row : actionTable()) {
    if (row.needsArchive) m_actions.at(row.id)->setEnabled(open);
  }
  const EventFilter& filter = m_session->view().filter;
  const bool hits = !m_session->found().hits.empty();
  m_actions.at(ActionId::FindNext)->setEnabled(open && hits);
  m_actions.at(ActionId::FindPrevious)->setEnabled(open && hits);
  m_actions.at(ActionId::DropFilter)->setEnabled(open && !filter.isEmpty());
  m_actions.at(ActionId::OnlyDisputed)
      ->setChecked(filter.disputes == std::vector<DisputeState>{DisputeState::Disputed});
  m_actions.at(ActionId::AxisWeeks)->setChecked(m_session->view().axisNames.isoWeeks);
  m_actions.at(ActionId::AxisQuarters)->setChecked(m_session->view().axisNames.quarters);
  m_lanes->update();
  m_lanesButton->setEnabled(open);
  m_lanesButton->setText(m_lanes->title());
  const bool selected = open && m_session->selected().has_value();
  m_actions.at(ActionId::CopyEvents)->setEnabled(selected);
  m_actions.at(ActionId::KeepSelected)->setEnabled(selected);
  for (const ActionId id :
       {ActionId::DateEarlier, ActionId::DateLater, ActionId::EndEarlier, ActionId::EndLater,
        ActionId::EditEvent, ActionId::DuplicateEvent, ActionId::LinkEvent, ActionId::DeleteEvents})
    m_actions.at(id)->setEnabled(selected);
  m_zones->setEnabled(open);
  m_zone->setText(zoneSentence(m_session->view().zone));
  const HistoryStep* last = open ? m_session->lastStep() : nullptr;
  const HistoryStep* undone = open ? m_session->undoneStep() : nullptr;
  m_actions.at(ActionId::Undo)->setEnabled(last && m_session->isEditable());
  m_actions.at(ActionId::Redo)->setEnabled(undone && m_session->isEditable());
  m_actions.at(ActionId::Undo)->setStatusTip(last ? tr("Undo: %1").arg(last->title) : QString());
  m_actions.at(ActionId::Redo)->setStatusTip(undone ? tr("Redo: %1").arg(undone->title) : QString());
  const auto& known = m_session->view().knownAsOf;
  m_actions.at(ActionId::KnownAsOf)->setChecked(open && (known || !m_known->isHidden()));
  m_actions.at(ActionId::KnownAsOf)
      ->setText(known ? tr("&Known as of %1").arg(dateInWords(*known)) : tr("&Known as of\u2026"));
  const bool rivals =
      open && m_session->selected() && !m_session->snapshot()->rivalsOf(*m_session->selected()).empty();
  m_actions.at(ActionId::NextRival)->setEnabled(rivals);
  const bool linked =
      open && m_session->selected() && !m_session->snapshot()->linksOf(*m_session->selected()).empty();
  m_actions.at(ActionId::LinkBefore)->setEnabled(linked);
  m_actions.at(ActionId::LinkAfter)->setEnabled(linked);
  m_actions.at(ActionId::FitSelection)->setEnabled(selected);
  m_actions.at(ActionId::ViewBack)->setEnabled(open && m_session->hasViewBefore());
  m_actions.at(ActionId::ViewForward)->setEnabled(open && m_session->hasViewAfter());
  m_actions.at(ActionId::Measure)->setChecked(m_session->measuredFrom().has_value());
  if (!open) m_goTo->hide();
  m_offices->setEnabled(open && !m_offices->isEmpty());
  m_find->setEnabled(open);
}

void MainWindow::updateCounts() {
  if (!m_session->slices()) {
    m_counts->clear();
    m_sources->clear();
    return;
  }
  m_counts->setText(countsInWords(*m_session));
  const std::size_t sources = m_session->snapshot()->sources.size();
  m_sources->setText(sources == 1 ? tr("1 source") : tr("%1 sources").arg(sources));
}

void MainWindow::restoreLayout() {
  constexpr QSize kFirstSize(1440, 900);
  if (!restoreGeometry(settings::windowGeometry())) resize(kFirstSize);
  m_panes->restore(settings::windowState());
}

void MainWindow::closeEvent(QCloseEvent* event) {
  const auto forms = findChildren<RecordForm*>();
  const bool written = std::ranges::any_of(forms, [](const RecordForm* form) { return form->isWritten(); });
  if (written && !m_dropsForm) {
    m_dropsForm = true;  // for a while: who closes again has read it
    QTimer::singleShot(kReadingMs, this, [this] { m_dropsForm = false; });
    m_panes->show(PaneId::Detail);
    m_central->showNotice(
        tr("What you wrote in Detail is not saved: save it with Ctrl+Enter, or close once more to drop it."));
    return event->ignore();
  }
  m_files->remember();
  settings::setWindowGeometry(saveGeometry());
  settings::setWindowState(m_panes->state());
  settings::setEventsTable(m_panes->events().state());
  QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  m_panes->fitWidth(width());
}

void MainWindow::changeEvent(QEvent* event) {
  QMainWindow::changeEvent(event);
  // The desktop's own keys can leave the full screen too.
  if (event->type() == QEvent::WindowStateChange && m_actions.contains(ActionId::FullScreen))
    m_actions.at(ActionId::FullScreen)->setChecked(isFullScreen());
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (WindowFiles::holdsFile(*event->mimeData())) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  event->acceptProposedAction();
  m_files->openDropped(*event->mimeData());
}

}  // namespace entente
