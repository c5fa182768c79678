// SPDX-License-Identifier: GPL-3.0-or-later
// main() of the tests that paint or use widgets: offscreen, with settings of their own; any Qt warning fails
// the test that caused it.
#include <gtest/gtest.h>

#include <QApplication>
#include <QByteArray>
#include <QMessageLogContext>
#include <QString>
#include <QtGlobal>
#include <filesystem>
#include <memory>

#include "tests/support/temporary_folder.h"

namespace {

void onQtMessage(QtMsgType type, const QMessageLogContext&, const QString& text) {
  if (type == QtDebugMsg || type == QtInfoMsg) return;
  // What the offscreen plugin says of itself; nothing of ours.
  if (text == QLatin1String("This plugin does not support propagateSizeHints()") ||
      text == QLatin1String("This plugin does not support raise()") ||
      text == QLatin1String("This plugin does not support grabbing the keyboard"))
    return;
  ADD_FAILURE() << "Qt warned: " << text.toStdString();
}

/// Makes the application when the tests begin, not before: listing them needs no display.
class ApplicationOfTests : public testing::EmptyTestEventListener {
 public:
  ApplicationOfTests(int& argc, char** argv) : m_argc(argc), m_argv(argv) {}

  void OnTestProgramStart(const testing::UnitTest&) override {
    m_folder = std::make_unique<entente::test::TemporaryFolder>();
    for (const char* name :
         {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"}) {
      const std::filesystem::path folder = *m_folder / name;
      std::filesystem::create_directory(folder);
      std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
      qputenv(name, QByteArray::fromStdString(folder.string()));
    }
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(onQtMessage);
    QApplication::setStyle(QStringLiteral("Fusion"));
    m_application = std::make_unique<QApplication>(m_argc, m_argv);
  }

  void OnTestProgramEnd(const testing::UnitTest&) override {
    m_application.reset();
    m_folder.reset();
  }

 private:
  int& m_argc;
  char** m_argv;
  std::unique_ptr<entente::test::TemporaryFolder> m_folder;
  std::unique_ptr<QApplication> m_application;
};

}  // namespace

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  testing::UnitTest::GetInstance()->listeners().Append(new ApplicationOfTests(argc, argv));
  return RUN_ALL_TESTS();
}
