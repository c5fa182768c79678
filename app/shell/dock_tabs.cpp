// SPDX-License-Identifier: GPL-3.0-or-later
// Dresses the bars by a style sheet of their own, so that no other widget pays for it.
#include "app/shell/dock_tabs.h"

#include <QChildEvent>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QTabBar>

namespace entente {

namespace {

constexpr const char* kSheet = R"(
QTabBar { background: %1; font-size: %8pt; }
QTabBar::tab { background: %1; color: %2; border: none; border-top: 2px solid %1; border-right: 1px solid %1;
               padding: 4px 16px 5px 16px; }
QTabBar::tab:selected { background: %3; color: %4; border-top: 2px solid %5; border-right: 1px solid %6;
                        font-weight: 600; }
QTabBar::tab:hover:!selected { background: %7; }
QTabBar::tab:selected:focus { border-bottom: 2px solid %5; padding-bottom: 3px; }
)";

}  // namespace

DockTabs::DockTabs(QMainWindow& window) : QObject(&window), m_window(window) {
  window.installEventFilter(this);
}

void DockTabs::setTheme(ThemeName name) {
  m_theme = name;
  refresh();
}

void DockTabs::refresh() {
  for (QTabBar* bar : m_window.findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
    dress(bar);
}

void DockTabs::dress(QTabBar* bar) {
  const Theme& colors = theme(m_theme);
  QString sheet = QString::fromLatin1(kSheet);
  for (const QColor& color :
       {colors.window, colors.ink2, colors.canvas, colors.ink, colors.accent, colors.edge, colors.header})
    sheet = sheet.arg(color.name());
  // A bar with a style sheet does not follow the application's font.
  sheet = sheet.arg(m_window.font().pointSizeF());
  if (bar->styleSheet() != sheet) bar->setStyleSheet(sheet);
  bar->setDrawBase(false);
  bar->setElideMode(Qt::ElideNone);
  bar->setExpanding(false);
  bar->setFocusPolicy(Qt::TabFocus);
  bar->setAccessibleName(tr("Panes"));
  bar->removeEventFilter(this);
  bar->installEventFilter(this);
}

void DockTabs::closeTab(QTabBar* bar, int index) {
  for (QDockWidget* dock : m_window.findChildren<QDockWidget*>()) {
    if (dock->windowTitle() == bar->tabText(index)) dock->close();
  }
}

bool DockTabs::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::ChildPolished) {
    if (auto* bar = qobject_cast<QTabBar*>(static_cast<QChildEvent*>(event)->child())) dress(bar);
  }
  if (event->type() == QEvent::FontChange && watched == &m_window) refresh();
  if (event->type() == QEvent::ContextMenu) {
    if (auto* bar = qobject_cast<QTabBar*>(watched)) {
      const auto* asked = static_cast<QContextMenuEvent*>(event);
      const bool byKey = asked->reason() == QContextMenuEvent::Keyboard;
      const int index = byKey ? bar->currentIndex() : bar->tabAt(asked->pos());
      if (index < 0) return false;
      QMenu menu;
      menu.addAction(tr("Close %1").arg(bar->tabText(index)), this,
                     [this, bar, index] { closeTab(bar, index); });
      menu.exec(byKey ? bar->mapToGlobal(bar->tabRect(index).center()) : asked->globalPos());
      return true;
    }
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace entente
