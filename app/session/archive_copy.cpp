// SPDX-License-Identifier: GPL-3.0-or-later
// Backs up into a file beside the target and moves it into place when whole.
#include "app/session/archive_copy.h"

#include <QFile>
#include <QFileInfo>
#include <QThread>
#include <filesystem>

#include "core/archive/archive.h"

namespace entente {

namespace {

std::filesystem::path fileOf(const QString& path) {
  return QFile::encodeName(path).toStdString();
}

Result<void> copyArchive(const QString& from, const QString& to, const Progress& progress) {
  const std::filesystem::path target = fileOf(to);
  std::error_code none;
  if (std::filesystem::equivalent(fileOf(from), target, none))
    return fail(ErrorKind::Exists,
                "A copy cannot take the place of the archive that it is a copy of; "
                "choose another name.");
  auto archive = Archive::open(fileOf(from), Access::ReadOnly);
  if (!archive) return fail(archive.error());
  std::filesystem::path fresh = target;
  fresh += ".new";
  std::filesystem::remove(fresh, none);
  if (auto done = archive->backupTo(fresh, progress); !done) return done;
  std::error_code moved;
  std::filesystem::rename(fresh, target, moved);
  if (!moved) return {};
  std::filesystem::remove(fresh, none);
  return fail(ErrorKind::NoPermission, target.string() + " cannot be written: " + moved.message() + ".");
}

}  // namespace

ArchiveCopy::ArchiveCopy(QObject* parent) : QObject(parent) {}

ArchiveCopy::~ArchiveCopy() {
  if (!m_thread) return;
  cancel();
  m_thread->wait();
}

void ArchiveCopy::start(const QString& from, const QString& to) {
  if (isRunning()) return;
  m_stop = std::stop_source();
  Progress progress;
  progress.stop = m_stop.get_token();
  progress.report = [this](std::int64_t done, std::int64_t total) {
    const int percent = total > 0 ? static_cast<int>(done * 100 / total) : 0;
    QMetaObject::invokeMethod(
        this, [this, percent] { Q_EMIT progressed(percent); }, Qt::QueuedConnection);
  };
  m_thread.reset(QThread::create([this, from, to, progress] {
    auto done = copyArchive(from, to, progress);
    QMetaObject::invokeMethod(
        this,
        [this, to, done = std::move(done)] {
          m_thread->wait();
          m_thread.reset();
          if (done) {
            Q_EMIT copied(to);
          } else {
            Q_EMIT failed(done.error());
          }
        },
        Qt::QueuedConnection);
  }));
  m_thread->start();
}

void ArchiveCopy::cancel() {
  m_stop.request_stop();
}

}  // namespace entente
