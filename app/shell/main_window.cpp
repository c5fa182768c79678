// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the window together.
#include "app/shell/main_window.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QStatusBar>
#include <QToolBar>
#include <algorithm>

#include "app/panes/detail_pane.h"
#include "app/shell/central_stack.h"
#include "app/shell/dock_title.h"
#include "app/shell/save_picture.h"
#include "app/shell/status_words.h"
#include "app/timeline/timeline_view.h"
#include "app/words/record_words.h"
#include "core/view/office_tracks.h"

namespace entente {

namespace {

/// The desktop's own palette, before ours covers it: Qt 6.4 cannot ask for the colour scheme.
bool desktopIsDark() {
  static const bool dark = QApplication::palette().color(QPalette::Window).lightness() < 128;
  return dark;
}

ThemeName themeFor(ThemeChoice choice) {
  const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && desktopIsDark());
  return dark ? ThemeName::Dark : ThemeName::Light;
}

}  // namespace

MainWindow::MainWindow(ThemeChoice theme) : m_session(std::make_unique<Session>()) {
  setObjectName(QStringLiteral("window"));
  setWindowTitle(QStringLiteral("Entente"));
  m_timeline = new TimelineView(*m_session);
  m_central = new CentralStack(m_timeline);
  setCentralWidget(m_central);
  connect(m_central, &CentralStack::openRequested, this, &MainWindow::chooseFile);
  makeActions();
  makeMenus();
  makeDocks();
  makeStatus();
  connectSession();
  chooseTheme(theme);
  updateEnabled();
  m_timeline->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeActions() {
  auto* themes = new QActionGroup(this);
  for (const ActionRow& row : actionTable()) {
    auto* action = new QAction(row.text, this);
    action->setShortcuts(row.keys);
    action->setStatusTip(row.tip);
    const QString keys = row.keys.isEmpty() ? QString() : row.keys.front().toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? row.tip : tr("%1 (%2)").arg(row.tip, keys));
    action->setCheckable(row.checkable);
    if (row.menu == MenuId::Theme) themes->addAction(action);
    connect(action, &QAction::triggered, this, [this, id = row.id] { run(id); });
    m_actions.emplace(row.id, action);
  }
}

void MainWindow::makeMenus() {
  m_menus[MenuId::File] = menuBar()->addMenu(tr("&File"));
  m_menus[MenuId::View] = menuBar()->addMenu(tr("&View"));
  m_menus[MenuId::Go] = menuBar()->addMenu(tr("&Go"));
  m_menus[MenuId::Help] = menuBar()->addMenu(tr("&Help"));
  auto* bar = addToolBar(tr("Tool bar"));
  bar->setObjectName(QStringLiteral("toolbar"));
  bar->setMovable(false);
  bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
  constexpr int kToolBarPx = 40;
  bar->setFixedHeight(kToolBarPx);
  bar->setContentsMargins(8, 0, 8, 0);
  m_menus[MenuId::Theme] = new QMenu(tr("&Theme"), this);
  for (const ActionRow& row : actionTable()) {
    if (row.separatorBefore) m_menus.at(row.menu)->addSeparator();
    m_menus.at(row.menu)->addAction(m_actions.at(row.id));
    if (!row.inToolBar) continue;
    if (row.id == ActionId::PreviousEvent) bar->addSeparator();
    bar->addAction(m_actions.at(row.id));
  }
  m_menus.at(MenuId::View)->addSeparator();
  m_offices = m_menus.at(MenuId::View)->addMenu(tr("&Offices"));
  m_menus.at(MenuId::View)->addMenu(m_menus.at(MenuId::Theme));
  m_archive = new QLabel;
  m_archive->setTextFormat(Qt::PlainText);
  m_archive->setContentsMargins(0, 4, 12, 4);
  menuBar()->setCornerWidget(m_archive);
}

void MainWindow::makeDocks() {
  setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
  m_detail = new DetailPane(*m_session);
  m_detailTitle = new DockTitle(tr("Detail"));
  auto* dock = new QDockWidget(tr("Detail"));
  dock->setObjectName(QStringLiteral("detailDock"));
  dock->setTitleBarWidget(m_detailTitle);
  dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
  dock->setWidget(m_detail);
  addDockWidget(Qt::RightDockWidgetArea, dock);
  resizeDocks({dock}, {m_detail->sizeHint().width()}, Qt::Horizontal);
  m_menus.at(MenuId::View)->addSeparator();
  m_menus.at(MenuId::View)->addAction(dock->toggleViewAction());
}

void MainWindow::makeStatus() {
  m_counts = new QLabel;
  m_counts->setContentsMargins(12, 0, 0, 0);
  statusBar()->addWidget(m_counts);
  auto* zone = new QLabel(tr("Times in UTC where no other zone is named"));
  zone->setContentsMargins(0, 0, 12, 0);
  statusBar()->addPermanentWidget(zone);
  statusBar()->setSizeGripEnabled(false);
}

void MainWindow::connectSession() {
  connect(m_session.get(), &Session::loadingChanged, m_central, &CentralStack::setLoading);
  connect(m_session.get(), &Session::archiveOpened, this, [this] {
    m_central->showTimeline();
    const ArchiveInfo& info = m_session->snapshot()->info;
    setWindowTitle(
        tr("%1 – Entente")
            .arg(info.title.isEmpty() ? QString::fromStdString(info.path.filename().string()) : info.title));
    m_archive->setText(archiveInWords(*m_session->snapshot()));
    menuBar()->setCornerWidget(m_archive);  // anew: the menu bar asks for its size only then
    m_archive->show();
    fillOffices();
    updateEnabled();
  });
  connect(m_session.get(), &Session::openFailed, this, [this](const QString&, const Error& error) {
    m_central->showError(QString::fromStdString(error.text()));
  });
  connect(m_session.get(), &Session::spanChanged, this, &MainWindow::updateCounts);
  connect(m_session.get(), &Session::slicesChanged, this, &MainWindow::updateCounts);
}

void MainWindow::updateEnabled() {
  const bool open = m_session->snapshot() != nullptr;
  for (const ActionRow& row : actionTable()) {
    if (row.needsArchive) m_actions.at(row.id)->setEnabled(open);
  }
  m_offices->setEnabled(open && !m_offices->isEmpty());
}

void MainWindow::updateCounts() {
  if (m_session->slices()) m_counts->setText(countsInWords(*m_session->slices(), m_session->view().span));
}

void MainWindow::fillOffices() {
  m_offices->clear();
  const Snapshot& snapshot = *m_session->snapshot();
  for (const OfficeKey& key : allOffices(snapshot)) {
    QAction* action = m_offices->addAction(
        officeInWords(key.office, key.body).replace(QLatin1Char('&'), QStringLiteral("&&")));
    action->setCheckable(true);
    const auto shown = [this] {
      return m_session->view().offices.value_or(defaultOffices(*m_session->snapshot()));
    };
    action->setChecked(std::ranges::count(shown(), key) > 0);
    connect(action, &QAction::toggled, this, [this, key, shown](bool on) {
      std::vector<OfficeKey> offices = shown();
      std::erase(offices, key);
      if (on) offices.push_back(key);
      m_session->setOffices(offices);
    });
  }
}

void MainWindow::chooseTheme(ThemeChoice choice) {
  const ThemeName name = themeFor(choice);
  m_theme = name;
  QApplication::setPalette(entente::palette(theme(name)));
  m_timeline->setTheme(name);
  m_detail->setTheme(name);
  m_detailTitle->setTheme(name);
  m_actions.at(ActionId::ThemeSystem)->setChecked(choice == ThemeChoice::System);
  m_actions.at(ActionId::ThemeLight)->setChecked(choice == ThemeChoice::Light);
  m_actions.at(ActionId::ThemeDark)->setChecked(choice == ThemeChoice::Dark);
}

void MainWindow::chooseFile() {
  const QString path = QFileDialog::getOpenFileName(this, tr("Open an archive"), {},
                                                    tr("Entente archives (*.entente);;All files (*)"));
  if (!path.isEmpty()) m_session->open(path);
}

void MainWindow::savePicture() {
  if (const auto error = savePictureOf(*m_session, m_theme, m_timeline->size(), this))
    m_central->showError(*error);
}

void MainWindow::run(ActionId id) {
  const auto themed = [this](ThemeChoice choice) {
    chooseTheme(choice);
    settings::setTheme(choice);
  };
  switch (id) {
    case ActionId::Open:
      return chooseFile();
    case ActionId::SavePicture:
      return savePicture();
    case ActionId::Quit:
      close();
      return;
    case ActionId::ZoomIn:
      return m_timeline->zoomIn();
    case ActionId::ZoomOut:
      return m_timeline->zoomOut();
    case ActionId::FitAll:
      return m_timeline->fitAll();
    case ActionId::NextEvent:
      return m_timeline->walk(LaneSlices::Step::Next);
    case ActionId::PreviousEvent:
      return m_timeline->walk(LaneSlices::Step::Previous);
    case ActionId::LaneBelow:
      return m_timeline->walkLanes(LaneSlices::Step::Next);
    case ActionId::LaneAbove:
      return m_timeline->walkLanes(LaneSlices::Step::Previous);
    case ActionId::ThemeSystem:
      return themed(ThemeChoice::System);
    case ActionId::ThemeLight:
      return themed(ThemeChoice::Light);
    case ActionId::ThemeDark:
      return themed(ThemeChoice::Dark);
    case ActionId::About:
      QMessageBox::about(this, tr("About Entente"),
                         tr("<b>Entente %1</b><p>An explorer of diplomatic events, and of who says so.</p>"
                            "<p>Free software under the GNU General Public License, version 3 or later. "
                            "It comes without any warranty.</p>")
                             .arg(QStringLiteral(ENTENTE_VERSION)));
  }
}

void MainWindow::closeEvent(QCloseEvent* event) {
  settings::setWindowGeometry(saveGeometry());
  settings::setWindowState(saveState());
  QMainWindow::closeEvent(event);
}

}  // namespace entente
