// SPDX-License-Identifier: GPL-3.0-or-later
// WindowFiles: what a window does with archive files: opening, the recent ones, leaving and coming back,
// saving a copy.
#pragma once

#include <QObject>
#include <QString>

#include "app/session/archive_copy.h"
#include "core/base/error.h"

class QMenu;
class QMimeData;
class QWidget;

namespace entente {

class CentralStack;
class Session;
class WelcomePage;

/// share/entente beside the folder of the program, in a build as in an installation.
[[nodiscard]] QString builtInArchive();

/// GUI thread. Errors and progress are shown in the central stack.
class WindowFiles : public QObject {
  Q_OBJECT

 public:
  WindowFiles(QWidget& window, Session& session, CentralStack& central, WelcomePage& welcome);

  /// Opens an archive as it was left.
  void open(const QString& path);
  void choose();
  void openBuiltIn();
  void close();
  void chooseCopy();
  /// Copies and goes on with the copy.
  /// False if another copy is under way.
  bool saveCopy(const QString& to);
  /// Asks once where to keep a copy of an archive that cannot be changed; the change that waits goes on
  /// there.
  void askForCopy();
  /// What is dropped on the window; false if it holds no file.
  static bool holdsFile(const QMimeData& dropped);
  void openDropped(const QMimeData& dropped);

  /// Keeps how the archive is looked at now.
  void remember() const;
  /// Puts the recent archives into the menu and on the welcome page. Those that are gone are grey.
  void fillRecent(QMenu& menu);
  void showRecent() const;
  void forgetRecent();

 Q_SIGNALS:
  void tableDropped(const QString& path);  ///< a file of figures rather than an archive

 private:
  [[nodiscard]] QString askWhere(const QString& title);
  void onOpened();
  void onFailed(const QString& path, const Error& error);

  QWidget& m_window;
  Session& m_session;
  CentralStack& m_central;
  WelcomePage& m_welcome;
  ArchiveCopy m_copy;
};

}  // namespace entente
