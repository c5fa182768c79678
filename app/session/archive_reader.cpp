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

void ArchiveReader::open(const std::filesystem::path& path, Opening opening, QObject* receiver,
                         std::function<void(Result<std::shared_ptr<const Snapshot>>)> answer) {
  QMetaObject::invokeMethod(m_there.get(), [this, path, opening, to = QPointer<QObject>(receiver),
                                            answer = std::move(answer)]() mutable {
    using Answer = Result<std::shared_ptr<const Snapshot>>;
    auto archive = Archive::open(path, Access::ReadOnly);
    if (!archive) return reply<Answer>(to, std::move(answer), fail(archive.error()));
    auto snapshot = loadSnapshot(*archive);
    if (!snapshot) return reply<Answer>(to, std::move(answer), fail(snapshot.error()));
    m_archives.emplace(opening, std::move(*archive));
    reply<Answer>(to, std::move(answer), std::make_shared<const Snapshot>(std::move(*snapshot)));
  });
}

void ArchiveReader::keepOnly(Opening opening) {
  QMetaObject::invokeMethod(m_there.get(), [this, opening] {
    std::erase_if(m_archives, [opening](const auto& entry) { return entry.first != opening; });
  });
}

template <class T>
void ArchiveReader::ask(Opening opening, QObject* receiver, std::function<Result<T>(const Archive&)> question,
                        std::function<void(Result<T>)> answer) {
  QMetaObject::invokeMethod(
      m_there.get(), [this, opening, to = QPointer<QObject>(receiver), question = std::move(question),
                      answer = std::move(answer)]() mutable {
        const auto archive = m_archives.find(opening);
        if (archive == m_archives.end())
          return reply<Result<T>>(to, std::move(answer),
                                  fail(ErrorKind::NotFound, "The archive is no longer open."));
        reply<Result<T>>(to, std::move(answer), question(archive->second));
      });
}

void ArchiveReader::detail(Opening opening, EventId id, QObject* receiver,
                           std::function<void(Result<std::shared_ptr<const EventDetail>>)> answer) {
  using Detail = std::shared_ptr<const EventDetail>;
  ask<Detail>(
      opening, receiver,
      [id](const Archive& archive) -> Result<Detail> {
        auto detail = archive.detail(id);
        if (!detail) return fail(detail.error());
        return std::make_shared<const EventDetail>(std::move(*detail));
      },
      std::move(answer));
}

void ArchiveReader::search(Opening opening, const QString& words, QObject* receiver,
                           std::function<void(Result<std::vector<SearchHit>>)> answer) {
  ask<std::vector<SearchHit>>(
      opening, receiver, [words](const Archive& archive) { return archive.search(words); },
      std::move(answer));
}

void ArchiveReader::restingOn(Opening opening, const SourceUid& source, QObject* receiver,
                              std::function<void(Result<std::vector<Reliance>>)> answer) {
  ask<std::vector<Reliance>>(
      opening, receiver, [source](const Archive& archive) { return archive.restingOn(source); },
      std::move(answer));
}

}  // namespace entente
