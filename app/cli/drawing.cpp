// SPDX-License-Identifier: GPL-3.0-or-later
// Starts Qt for painting.
#include "app/cli/drawing.h"

#include <QApplication>
#include <QMessageLogContext>
#include <QtGlobal>

#include "app/cli/archive_commands.h"
#include "app/render/type.h"

namespace entente::cli {

namespace {

/// A machine without a desktop has no runtime folder, which is nothing to the person who draws a picture on
/// it; nor is it to them what the offscreen platform cannot do with windows.
void dropPlatformWarnings(QtMsgType, const QMessageLogContext&, const QString& text) {
  const bool isNothing = text.startsWith(QLatin1String("QStandardPaths: XDG_RUNTIME_DIR")) ||
                         text.startsWith(QLatin1String("This plugin does not support"));
  if (!isNothing) print(stderr, text.toStdString() + '\n');
}

}  // namespace

DrawingApplication::DrawingApplication(Kind kind) {
  qInstallMessageHandler(dropPlatformWarnings);
  qputenv("QT_QPA_PLATFORM", "offscreen");
  if (kind == Kind::Widgets) {
    m_application = std::make_unique<QApplication>(m_argc, m_argv);
  } else {
    m_application = std::make_unique<QGuiApplication>(m_argc, m_argv);
  }
}

QFont DrawingApplication::font() const {
  QFont font = QGuiApplication::font();
  font.setPointSizeF(kBasePoints);
  return font;
}

}  // namespace entente::cli
