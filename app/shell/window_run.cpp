// SPDX-License-Identifier: GPL-3.0-or-later
// From an action to what does it.
#include <QAction>
#include <QApplication>

#include "app/charts/pledge_pane.h"
#include "app/panes/find_field.h"
#include "app/panes/go_to_line.h"
#include "app/panes/known_line.h"
#include "app/panes/record_commands.h"
#include "app/session/settings.h"
#include "app/shell/chart_files.h"
#include "app/shell/lanes_menu.h"
#include "app/shell/main_window.h"
#include "app/shell/window_files.h"
#include "app/timeline/timeline_view.h"

namespace entente {

void MainWindow::runFile(ActionId id) {
  switch (id) {
    case ActionId::NewArchive:
      return m_files->startNew();
    case ActionId::NewWindow:
      return newWindow();
    case ActionId::Open:
      return m_files->choose();
    case ActionId::OpenBuiltIn:
      return m_files->openBuiltIn();
    case ActionId::ClearRecent:
      return m_files->forgetRecent();
    case ActionId::SaveCopy:
      return m_files->chooseCopy();
    case ActionId::BackUp:
      return m_files->backUp();
    case ActionId::Properties:
      return showProperties();
    case ActionId::Import:
      return importTable({});
    case ActionId::ExportForOthers:
      return exportOthers();
    case ActionId::ImportFigures:
      return importFigures({});
    case ActionId::SavePicture:
      return savePicture();
    case ActionId::ExportChart:
      return showFailure(saveChartOf(*m_session, m_panes->pledge(), m_theme, this));
    case ActionId::CloseArchive:
      return m_files->close();
    case ActionId::CloseWindow:
      close();
      return;
    case ActionId::Quit:
      return QApplication::closeAllWindows();
    default:
      return;
  }
}

void MainWindow::runView(ActionId id) {
  switch (id) {
    case ActionId::FitAll:
      return m_timeline->fitAll();
    case ActionId::FitSelection:
      return m_timeline->fitSelection();
    case ActionId::AllLinks:
      return m_timeline->setAllLinks(m_actions.at(ActionId::AllLinks)->isChecked());
    case ActionId::ZoomIn:
      return m_timeline->zoomIn();
    case ActionId::ZoomOut:
      return m_timeline->zoomOut();
    case ActionId::OpeningView:
      return m_session->showOpeningView();
    case ActionId::KnownAsOf:
      m_session->view().knownAsOf && !m_known->isHidden() ? m_known->stop() : m_known->start();
      return updateEnabled();
    case ActionId::AxisWeeks:
    case ActionId::AxisQuarters:
      return m_session->setAxisNames({m_actions.at(ActionId::AxisWeeks)->isChecked(),
                                      m_actions.at(ActionId::AxisQuarters)->isChecked()});
    case ActionId::ThemeSystem:
      return chooseTheme(ThemeChoice::System);
    case ActionId::ThemeLight:
      return chooseTheme(ThemeChoice::Light);
    case ActionId::ThemeDark:
      return chooseTheme(ThemeChoice::Dark);
    case ActionId::ThemeHighContrast:
      return chooseTheme(ThemeChoice::HighContrast);
    case ActionId::TextLarger:
      return chooseTextPercent(settings::textPercent() + kTextStepPercent);
    case ActionId::TextSmaller:
      return chooseTextPercent(settings::textPercent() - kTextStepPercent);
    case ActionId::TextUsual:
      return chooseTextPercent(kUsualTextPercent);
    case ActionId::FullScreen:
      setWindowState(windowState() ^ Qt::WindowFullScreen);
      return;
    case ActionId::TallPanes:
      return m_panes->setTall(m_actions.at(ActionId::TallPanes)->isChecked());
    default:
      return;
  }
}

void MainWindow::runPane(PaneId pane) {
  m_panes->toggle(pane);
  // The menu's own check mark flipped by itself.
  const auto id = static_cast<ActionId>(static_cast<int>(ActionId::PaneDetail) + static_cast<int>(pane));
  m_actions.at(id)->setChecked(m_panes->isOpen(pane));
  if (!m_panes->isOpen(pane)) m_timeline->setFocus();
}

void MainWindow::run(ActionId id) {
  if (id <= ActionId::Quit) return runFile(id);
  if (id >= ActionId::FitAll && id <= ActionId::TallPanes) return runView(id);
  if (LanesMenu::isOf(id)) return m_lanes->run(id);
  if (id >= ActionId::PaneDetail && id <= ActionId::PaneRecords)
    return runPane(static_cast<PaneId>(static_cast<int>(id) - static_cast<int>(ActionId::PaneDetail)));
  switch (id) {
    case ActionId::Undo:
      // What is on its way is undone by not being done.
      if (!m_timeline->dropDate()) m_session->undo();
      return;
    case ActionId::Redo:
      return m_session->redo();
    case ActionId::CopyEvents:
      return copyEvents();
    case ActionId::SelectAll:
      return selectAll();
    case ActionId::KeepSelected:
      return m_session->keepOnlyPicked();
    case ActionId::CopyChart:
      return showFailure(copyChartOf(*m_session, m_panes->pledge(), m_theme));
    case ActionId::CopyAttribution:
      return copyWithAttribution();
    case ActionId::ViewBack:
      return showView(m_session->viewBefore());
    case ActionId::ViewForward:
      return showView(m_session->viewAfter());
    case ActionId::LinkBefore:
      m_timeline->walkLinks(LaneSlices::Step::Previous);
      return;
    case ActionId::LinkAfter:
      m_timeline->walkLinks(LaneSlices::Step::Next);
      return;
    case ActionId::NextRival:
      m_timeline->walkRivals();
      return;
    case ActionId::Find:
      return m_find->start();
    case ActionId::FindNext:
      m_session->walkHits(LaneSlices::Step::Next);
      return;
    case ActionId::FindPrevious:
      m_session->walkHits(LaneSlices::Step::Previous);
      return;
    case ActionId::OnlyDisputed:
      return showOnlyDisputed(m_actions.at(id)->isChecked());
    case ActionId::PasteTable:
      return pasteTable();
    case ActionId::DropFilter:
      return m_session->setFilter({});
    case ActionId::DateEarlier:
    case ActionId::DateLater:
      return m_timeline->stepDate(MovedPart::Whole, id == ActionId::DateLater ? 1 : -1);
    case ActionId::EndEarlier:
    case ActionId::EndLater:
      return m_timeline->stepDate(MovedPart::End, id == ActionId::EndLater ? 1 : -1);
    case ActionId::NewEvent:
      return m_session->makeRecord(PlainEvent());
    case ActionId::EditEvent:
      return editSelected(*m_session);
    case ActionId::DuplicateEvent:
      return duplicateSelected(*m_session);
    case ActionId::LinkEvent:
      return linkSelected(*m_session);
    case ActionId::DeleteEvents:
      return m_session->deleteRecords(pickedRecords(*m_session));
    case ActionId::PreviousEvent:
      m_timeline->walk(LaneSlices::Step::Previous);
      return;
    case ActionId::NextEvent:
      m_timeline->walk(LaneSlices::Step::Next);
      return;
    case ActionId::LaneAbove:
      return m_timeline->walkLanes(LaneSlices::Step::Previous);
    case ActionId::LaneBelow:
      return m_timeline->walkLanes(LaneSlices::Step::Next);
    case ActionId::GoToDate:
      return m_goTo->start();
    case ActionId::Measure:
      return measure();
    case ActionId::NextPane:
      return walkPanes(true);
    case ActionId::PreviousPane:
      return walkPanes(false);
    case ActionId::ResetLayout:
      return m_panes->reset();
    case ActionId::Keys:
      return showKeys();
    case ActionId::Legend:
      return showLegend();
    case ActionId::About:
      return showAbout();
    default:
      return;
  }
}

}  // namespace entente
