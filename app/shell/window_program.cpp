// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the application and the window; the archive is read while the window is made.
#include "app/shell/window_program.h"

#include <QApplication>
#include <QIcon>
#include <QStyleFactory>
#include <QtGlobal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <utility>

#include "app/session/session.h"
#include "app/session/settings.h"
#include "app/shell/main_window.h"
#include "app/shell/window_files.h"

namespace entente {

namespace {

constexpr const char* kNoDisplay =
    "entente: There is no display to open a window on; 'entente render' draws without one.\n";

/// Until the window is up, the only fatal message of Qt is that it finds no display.
void onMessageBeforeWindow(QtMsgType type, const QMessageLogContext&, const QString& text) {
  if (type == QtFatalMsg) {
    std::fputs(kNoDisplay, stderr);
    std::_Exit(1);
  }
  if (type == QtWarningMsg && text.startsWith(QLatin1String("could not connect to display"))) return;
  if (type != QtDebugMsg && type != QtInfoMsg) std::fprintf(stderr, "%s\n", qPrintable(text));
}

}  // namespace

int runWindow(int argc, char** argv, const WindowRequest& request) {
  if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") &&
      qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
    std::fputs(kNoDisplay, stderr);
    return 1;
  }
  const QtMessageHandler usual = qInstallMessageHandler(onMessageBeforeWindow);
  QApplication application(argc, argv);
  qInstallMessageHandler(usual);
  QApplication::setApplicationName(QStringLiteral("entente"));
  QApplication::setApplicationDisplayName(QStringLiteral("Entente"));
  QApplication::setApplicationVersion(QStringLiteral(ENTENTE_VERSION));
  QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/entente.svg")));
  QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  applyTextPercent(settings::textPercent());
  // Nothing was open when the program ended: the welcome page.
  const QString file =
      request.file.isEmpty() ? settings::lastArchive().value_or(builtInArchive()) : request.file;
  auto session = std::make_unique<Session>();
  if (!file.isEmpty()) session->open(file, settings::stateOf(file));
  // On the heap like every other window: the program lives as long as one of them.
  auto* window =
      new MainWindow(request.theme ? themeChoiceFrom(*request.theme) : settings::theme(), std::move(session));
  window->setAttribute(Qt::WA_DeleteOnClose);
  window->restoreLayout();
  if (request.size.isValid()) {
    window->resize(request.size);
    window->move(0, 0);
  }
  window->show();
  return QApplication::exec();
}

}  // namespace entente
