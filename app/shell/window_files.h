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
class NewArchiveCard;
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
  /// Asks for title and place of a new archive, in the window.
  void startNew();
  /// Makes an empty archive and opens it; false, with the reason on the card, if it cannot be made.
  bool makeNew(const QString& title, const QString& path, bool replace);
  /// Keeps the archive as it is now in a file beside it: "name (backup 2026-11-26 1412).entente".
  void backUp();
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
  void said(const QString& sentence);      ///< for the status line
  void tableDropped(const QString& path);  ///< a file of figures rather than an archive

 private:
  [[nodiscard]] QString askWhere(const QString& title);
  void connectBackup();
  [[nodiscard]] QString folderForNew() const;
  void showWhetherEmpty();
  void onOpened();
  void onFailed(const QString& path, const Error& error);

  QWidget& m_window;
  Session& m_session;
  CentralStack& m_central;
  WelcomePage& m_welcome;
  ArchiveCopy m_copy;
  ArchiveCopy m_backup;
  NewArchiveCard* m_new = nullptr;  ///< made when first asked for
};

}  // namespace entente
