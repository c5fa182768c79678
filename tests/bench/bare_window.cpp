// SPDX-License-Identifier: GPL-3.0-or-later
// What the start of the program is measured against: a main window of Qt with menu, tool bar, dock and tree.
#include <QApplication>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenuBar>
#include <QStandardItemModel>
#include <QToolBar>
#include <QTreeView>

#include "tests/bench/first_paint.h"

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QMainWindow window;
  for (const char* title : {"&File", "&Edit", "&View", "&Help"}) {
    QMenu* menu = window.menuBar()->addMenu(QString::fromLatin1(title));
    for (int i = 0; i < 8; ++i)
      menu->addAction(QStringLiteral("Action %1").arg(i));
  }
  QToolBar* bar = window.addToolBar(QStringLiteral("Tools"));
  for (int i = 0; i < 6; ++i)
    bar->addAction(QStringLiteral("Tool %1").arg(i));
  auto* tree = new QTreeView;
  QStandardItemModel model;
  for (int i = 0; i < 200; ++i)
    model.appendRow(new QStandardItem(QStringLiteral("Row %1").arg(i)));
  tree->setModel(&model);
  auto* dock = new QDockWidget(QStringLiteral("Dock"));
  dock->setWidget(tree);
  window.addDockWidget(Qt::RightDockWidgetArea, dock);
  window.setCentralWidget(new QWidget);
  window.resize(1920, 1080);
  entente::FirstPaint first([&window](const QWidget& painted) { return &painted == window.centralWidget(); });
  window.show();
  return QApplication::exec();
}
