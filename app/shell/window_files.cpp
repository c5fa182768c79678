// SPDX-License-Identifier: GPL-3.0-or-later
// File dialogs, the list of recent archives, and copies.
#include "app/shell/window_files.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QStandardPaths>
#include <QUrl>
#include <QWidget>

#include "app/session/session.h"
#include "app/session/settings.h"
#include "app/shell/entry_files.h"
#include "app/shell/central_stack.h"
#include "app/shell/new_archive_card.h"
#include "app/shell/progress_line.h"
#include "app/shell/welcome_page.h"
#include "core/archive/archive.h"
#include "core/view/archive_properties.h"

namespace entente {

namespace {

const QString kSuffix = QStringLiteral(".entente");

std::vector<QString> localFiles(const QMimeData& data) {
  std::vector<QString> files;
  for (const QUrl& url : data.urls()) {
    if (url.isLocalFile()) files.push_back(url.toLocalFile());
  }
  return files;
}

}  // namespace

QString builtInArchive() {
  return QDir::cleanPath(QCoreApplication::applicationDirPath() +
                         QStringLiteral("/../share/entente/five-per-cent.entente"));
}

WindowFiles::WindowFiles(QWidget& window, Session& session, CentralStack& central, WelcomePage& welcome)
    : QObject(&window), m_window(window), m_session(session), m_central(central), m_welcome(welcome) {
  connect(&m_welcome, &WelcomePage::openRequested, this, &WindowFiles::choose);
  connect(&m_welcome, &WelcomePage::builtInRequested, this, &WindowFiles::openBuiltIn);
  connect(&m_welcome, &WelcomePage::recentRequested, this, &WindowFiles::open);
  connect(&m_session, &Session::archiveOpened, this, &WindowFiles::onOpened);
  connect(&m_session, &Session::archiveClosed, &m_central, &CentralStack::showWelcome);
  connect(&m_session, &Session::openFailed, this, &WindowFiles::onFailed);
  const auto showLoading = [this](bool loading) {
    if (loading) {
      m_central.progress().start(tr("Reading the archive…"));
    } else if (!m_copy.isRunning() && !m_backup.isRunning()) {
      m_central.progress().stop();
    }
  };
  connect(&m_session, &Session::loadingChanged, this, showLoading);
  if (m_session.isLoading()) showLoading(true);
  connect(&m_central.progress(), &ProgressLine::cancelled, this, [this] {
    m_copy.cancel();
    m_backup.cancel();
    if (m_session.isLoading()) m_session.cancelOpening();
  });
  connect(&m_copy, &ArchiveCopy::progressed, &m_central.progress(), &ProgressLine::setPercent);
  connect(&m_copy, &ArchiveCopy::copied, this, [this](const QString& to) {
    m_central.progress().stop();
    m_session.open(to, m_session.state());
    m_central.showNotice(tr("The copy is saved as %1, and is what you look at now.").arg(to));
  });
  connect(&m_copy, &ArchiveCopy::failed, this, [this](const Error& error) {
    m_central.progress().stop();
    m_session.dropWaiting();
    if (error.kind == ErrorKind::Cancelled) {
      m_central.showNotice(tr("No copy was saved: it was cancelled."));
    } else {
      m_central.showError(tr("No copy was saved. %1").arg(QString::fromStdString(error.text())));
    }
  });
  connectBackup();
  connect(&m_session, &Session::snapshotChanged, this, &WindowFiles::showWhetherEmpty);
  connect(&m_welcome, &WelcomePage::newRequested, this, &WindowFiles::startNew);
  m_session.protect(builtInArchive());
  connect(&m_session, &Session::copyNeeded, this, &WindowFiles::askForCopy, Qt::QueuedConnection);
  showRecent();
}

void WindowFiles::open(const QString& path) {
  remember();
  m_central.clearMessage();
  m_session.open(path, settings::stateOf(path));
}

void WindowFiles::choose() {
  const QString folder = m_session.path().isEmpty() ? QString() : QFileInfo(m_session.path()).absolutePath();
  const QString path = QFileDialog::getOpenFileName(&m_window, tr("Open an archive"), folder,
                                                    tr("Entente archives (*.entente);;All files (*)"));
  if (!path.isEmpty()) open(path);
}

void WindowFiles::openBuiltIn() {
  open(builtInArchive());
}

void WindowFiles::close() {
  remember();
  m_session.close();
  settings::setLastArchive({});
  showRecent();
}

void WindowFiles::connectBackup() {
  connect(&m_backup, &ArchiveCopy::progressed, &m_central.progress(), &ProgressLine::setPercent);
  connect(&m_backup, &ArchiveCopy::copied, this, [this](const QString& to) {
    m_central.progress().stop();
    Q_EMIT said(tr("Backed up as %1").arg(QDir::toNativeSeparators(to)));
  });
  connect(&m_backup, &ArchiveCopy::failed, this, [this](const Error& error) {
    m_central.progress().stop();
    if (error.kind == ErrorKind::Cancelled) {
      Q_EMIT said(tr("No backup was made: it was cancelled."));
    } else {
      m_central.showError(tr("No backup was made. %1").arg(QString::fromStdString(error.text())));
    }
  });
}

void WindowFiles::backUp() {
  if (!m_session.snapshot() || m_backup.isRunning() || m_copy.isRunning()) return;
  const QFileInfo now(m_session.path());
  const QDir folder = now.absoluteDir();
  const QString at = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HHmm"));
  QString to = folder.filePath(tr("%1 (backup %2)").arg(now.completeBaseName(), at) + kSuffix);
  for (int number = 2; QFileInfo::exists(to); ++number)
    to = folder.filePath(tr("%1 (backup %2, %3)").arg(now.completeBaseName(), at).arg(number) + kSuffix);
  m_central.clearMessage();
  m_central.progress().start(tr("Backing up as %1…").arg(QFileInfo(to).fileName()));
  m_backup.start(m_session.path(), to);
}

QString WindowFiles::folderForNew() const {
  // Beside what one works on, unless that comes with the program.
  if (m_session.isEditable()) return QFileInfo(m_session.path()).absolutePath();
  const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

void WindowFiles::startNew() {
  if (!m_new) {
    m_new = new NewArchiveCard(&m_window);
    connect(
        m_new, &NewArchiveCard::wanted, this,
        [this](const QString& title, const QString& path, bool replace) { makeNew(title, path, replace); });
  }
  if (m_new->isOpen()) return m_new->closeCard();
  m_new->setTheme(m_central.themeName());
  m_new->start(folderForNew());
}

bool WindowFiles::makeNew(const QString& title, const QString& path, bool replace) {
  const auto refuse = [this](const QString& why) {
    if (m_new && m_new->isOpen()) {
      m_new->setProblem(why);
    } else {
      m_central.showError(why);
    }
    return false;
  };
  if (m_session.snapshot() &&
      QFileInfo(path).canonicalFilePath() == QFileInfo(m_session.path()).canonicalFilePath())
    return refuse(tr("That is the archive that is open in this window; choose another file."));
  const auto made = Archive::create(QFile::encodeName(path).toStdString(), emptyArchive(title), replace);
  if (!made) return refuse(QString::fromStdString(made.error().text()));
  if (m_new) m_new->closeCard();
  // As a new one, however one may have left another of that name.
  remember();
  m_central.clearMessage();
  m_session.open(path);
  return true;
}

void WindowFiles::showWhetherEmpty() {
  const Snapshot* snapshot = m_session.snapshot().get();
  m_central.setEmpty(snapshot && snapshot->content->titles.empty() &&
                     snapshot->content->dataset.bulk->keys.empty());
}

void WindowFiles::onOpened() {
  m_central.showTimeline();
  settings::addRecentArchive(m_session.path());
  settings::setLastArchive(m_session.path());
}

void WindowFiles::onFailed(const QString&, const Error& error) {
  m_central.showError(QString::fromStdString(error.text()));
  if (!m_session.snapshot()) m_central.showWelcome();
  showRecent();
}

void WindowFiles::remember() const {
  if (m_session.snapshot()) settings::setStateOf(m_session.path(), m_session.state());
}

QString WindowFiles::askWhere(const QString& title) {
  const QFileInfo now(m_session.path());
  const QString suggested = QDir::home().filePath(tr("%1 copy").arg(now.completeBaseName()) + kSuffix);
  QString to = QFileDialog::getSaveFileName(&m_window, title, suggested, tr("Entente archives (*.entente)"));
  if (to.isEmpty()) return {};
  if (QFileInfo(to).suffix().isEmpty()) {
    to += kSuffix;
    // The dialog asked about the name without the suffix.
    if (QFileInfo::exists(to)) {
      m_central.showError(
          tr("No copy was saved: %1 is there already. Choose it by its whole name to replace it.").arg(to));
      return {};
    }
  }
  return to;
}

void WindowFiles::chooseCopy() {
  const QString to = askWhere(tr("Save a copy of the archive"));
  if (!to.isEmpty()) saveCopy(to);
}

void WindowFiles::askForCopy() {
  const QString to = askWhere(tr("This archive cannot be changed: where shall your copy be kept?"));
  if (to.isEmpty()) {
    m_session.dropWaiting();
    m_central.showNotice(tr("Nothing was changed: this archive is kept as it is, and changes need a copy."));
    return;
  }
  m_session.goOnIn(to);
  if (!saveCopy(to)) m_session.dropWaiting();
}

bool WindowFiles::saveCopy(const QString& to) {
  if (m_copy.isRunning()) return false;
  remember();
  m_central.clearMessage();
  m_central.progress().start(tr("Saving a copy as %1…").arg(QFileInfo(to).fileName()));
  m_copy.start(m_session.path(), to);
  return true;
}

bool WindowFiles::holdsFile(const QMimeData& dropped) {
  return !localFiles(dropped).empty();
}

void WindowFiles::openDropped(const QMimeData& dropped) {
  const std::vector<QString> files = localFiles(dropped);
  if (files.empty()) return;
  if (isImported(files.front())) {
    Q_EMIT tableDropped(files.front());
    return;
  }
  open(files.front());
  if (files.size() > 1)
    m_central.showNotice(tr("A window shows one archive: of the %1 files that you dropped it opens %2.")
                             .arg(files.size())
                             .arg(QFileInfo(files.front()).fileName()));
}

void WindowFiles::fillRecent(QMenu& menu) {
  int number = 0;
  for (const QString& path : settings::recentArchives()) {
    const QFileInfo file(path);
    QString name = file.fileName();
    name.replace(QLatin1Char('&'), QStringLiteral("&&"));
    const QString text =
        file.exists() ? tr("&%1 %2").arg(++number % 10).arg(name) : tr("%1 (not found)").arg(name);
    QAction* action = menu.addAction(text);
    action->setToolTip(QDir::toNativeSeparators(path));
    action->setStatusTip(action->toolTip());
    action->setEnabled(file.exists());
    connect(action, &QAction::triggered, this, [this, path] { open(path); });
  }
  if (number == 0 && menu.isEmpty()) menu.addAction(tr("No archive was opened yet"))->setEnabled(false);
}

void WindowFiles::showRecent() const {
  std::vector<RecentFile> files;
  for (const QString& path : settings::recentArchives())
    files.push_back({path, QFileInfo::exists(path)});
  m_welcome.setRecent(files);
}

void WindowFiles::forgetRecent() {
  settings::clearRecentArchives();
  showRecent();
}

}  // namespace entente
