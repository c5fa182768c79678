// SPDX-License-Identifier: GPL-3.0-or-later
// Starts the process with an environment that has no display.
#include "tests/cli/program.h"

#include <QProcess>
#include <QProcessEnvironment>

namespace entente::test {

Said run(const QStringList& arguments, const QByteArray& input) {
  QProcess process;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR"})
    environment.remove(QString::fromLatin1(name));
  process.setProcessEnvironment(environment);
  process.start(QStringLiteral(ENTENTE_PROGRAM), arguments);
  process.write(input);
  process.closeWriteChannel();
  constexpr int kLongestMs = 60'000;
  Said result;
  if (process.waitForFinished(kLongestMs) && process.exitStatus() == QProcess::NormalExit)
    result.status = process.exitCode();
  result.out = process.readAllStandardOutput().toStdString();
  result.err = process.readAllStandardError().toStdString();
  return result;
}

QString text(const std::filesystem::path& path) {
  return QString::fromStdString(path.string());
}

std::filesystem::path builtInArchive() {
  return ENTENTE_BINARY_DIR "/share/entente/five-per-cent.entente";
}

std::filesystem::path builtInBundle() {
  return ENTENTE_SOURCE_DIR "/resources/archive";
}

}  // namespace entente::test
