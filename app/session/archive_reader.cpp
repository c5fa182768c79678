// SPDX-License-Identifier: GPL-3.0-or-later
// Posts questions to the archive's thread and answers back.
#include "app/session/archive_reader.h"

#include <QMetaObject>
#include <QPointer>

namespace entente {

namespace {

/// Runs `answer(value)` on the receiver's thread if the receiver is still there then.
template <class T>
void reply(const QPointer<QObject>& receiver, std::function<void(T)> answer, T value) {
  if (!receiver) return;
  QMetaObject::invokeMethod(
      receiver.data(), [answer = std::move(answer), value = std::move(value)] { answer(value); },
      Qt::QueuedConnection);
}

}  // namespace

ArchiveReader::ArchiveReader() : m_there(std::make_unique<QObject>()) {
  m_thread.setObjectName(QStringLiteral("archive"));
  m_there->moveToThread(&m_thread);
  m_thread.start();
}

ArchiveReader::~ArchiveReader() {
  m_thread.quit();
  m_thread.wait();
}

void ArchiveReader::open(const std::filesystem::path& path, QObject* receiver,
                         std::function<void(Result<std::shared_ptr<const Snapshot>>)> answer) {
  QMetaObject::invokeMethod(
      m_there.get(), [this, path, to = QPointer<QObject>(receiver), answer = std::move(answer)]() mutable {
        using Answer = Result<std::shared_ptr<const Snapshot>>;
        auto archive = Archive::open(path, Access::ReadOnly);
        if (!archive) return reply<Answer>(to, std::move(answer), fail(archive.error()));
        auto snapshot = loadSnapshot(*archive);
        if (!snapshot) return reply<Answer>(to, std::move(answer), fail(snapshot.error()));
        m_archive.emplace(std::move(*archive));
        reply<Answer>(to, std::move(answer), std::make_shared<const Snapshot>(std::move(*snapshot)));
      });
}

void ArchiveReader::detail(EventId id, QObject* receiver,
                           std::function<void(Result<std::shared_ptr<const EventDetail>>)> answer) {
  QMetaObject::invokeMethod(
      m_there.get(), [this, id, to = QPointer<QObject>(receiver), answer = std::move(answer)]() mutable {
        using Answer = Result<std::shared_ptr<const EventDetail>>;
        if (!m_archive)
          return reply<Answer>(to, std::move(answer), fail(ErrorKind::NotFound, "No archive is open."));
        auto detail = m_archive->detail(id);
        if (!detail) return reply<Answer>(to, std::move(answer), fail(detail.error()));
        reply<Answer>(to, std::move(answer), std::make_shared<const EventDetail>(std::move(*detail)));
      });
}

}  // namespace entente
