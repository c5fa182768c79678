// SPDX-License-Identifier: GPL-3.0-or-later
// main() of the tests that need no display: any Qt warning fails the test that caused it.
#include <gtest/gtest.h>

#include <QByteArray>
#include <QMessageLogContext>
#include <QString>
#include <QtGlobal>

namespace {

void onQtMessage(QtMsgType type, const QMessageLogContext&, const QString& text) {
  if (type == QtDebugMsg || type == QtInfoMsg) return;
  ADD_FAILURE() << "Qt warned: " << text.toStdString();
}

}  // namespace

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  qInstallMessageHandler(onQtMessage);
  return RUN_ALL_TESTS();
}
