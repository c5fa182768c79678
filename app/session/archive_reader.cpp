// SPDX-License-Identifier: GPL-3.0-or-later
// Posts questions to the archive's thread and answers back.
#include "app/session/archive_reader.h"

#include <QDateTime>
#include <QMetaObject>

namespace entente {

template <class T>
void ArchiveReader::reply(const QPointer<QObject>& receiver, std::function<void(T)> answer, T value) {
  // Whether the receiver lives is known on its own thread alone.
  QMetaObject::invokeMethod(
      m_here.get(),
      [receiver, answer = std::move(answer), value = std::move(value)] {
        if (receiver) answer(value);
      },
      Qt::QueuedConnection);
}

ArchiveReader::ArchiveReader() : m_here(std::make_unique<QObject>()), m_there(std::make_unique<QObject>()) {
  m_thread.setObjectName(QStringLiteral("archive"));
  m_there->moveToThread(&m_thread);
  m_thread.start();
}

ArchiveReader::~ArchiveReader() {
  // Behind everything that was asked for: a change is not lost because its window is closed.
  QMetaObject::invokeMethod(
      m_there.get(), [this] { m_thread.quit(); }, Qt::QueuedConnection);
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

void ArchiveReader::check(Opening opening, QObject* receiver,
                          std::function<void(Result<CheckedRecords>)> answer) {
  ask<CheckedRecords>(
      opening, receiver,
      [](const Archive& archive) -> Result<CheckedRecords> {
        auto records = archive.records();
        if (!records) return fail(records.error());
        const Instant now{QDateTime::currentSecsSinceEpoch()};
        auto findings = checkConsistency(*records, now);
        return CheckedRecords{std::move(findings), std::make_shared<const Records>(std::move(*records))};
      },
      std::move(answer));
}

namespace {

/// Opens the archive in a map for writing in place of itself; as it was if that fails.
Result<void> openForWriting(std::map<ArchiveReader::Opening, Archive>& archives,
                            std::map<ArchiveReader::Opening, Archive>::iterator at) {
  if (at->second.access() == Access::ReadWrite) return {};
  const ArchiveReader::Opening opening = at->first;
  const std::filesystem::path path = at->second.path();
  archives.erase(at);  // a reader keeps the file from being put at rest
  auto writing = Archive::open(path, Access::ReadWrite);
  if (writing) {
    archives.emplace(opening, std::move(*writing));
    return {};
  }
  auto reading = Archive::open(path, Access::ReadOnly);
  if (reading) archives.emplace(opening, std::move(*reading));
  return fail(writing.error());
}

}  // namespace

void ArchiveReader::edit(Opening opening, std::function<Result<void>(Archive&)> edit, QObject* receiver,
                         std::function<void(Result<Content>)> answer) {
  QMetaObject::invokeMethod(m_there.get(), [this, opening, to = QPointer<QObject>(receiver),
                                            edit = std::move(edit), answer = std::move(answer)]() mutable {
    const auto make = [&]() -> Result<Content> {
      const auto there = m_archives.find(opening);
      if (there == m_archives.end()) return fail(ErrorKind::NotFound, "The archive is no longer open.");
      if (auto done = openForWriting(m_archives, there); !done) return fail(done.error());
      Archive& archive = m_archives.at(opening);
      if (auto done = edit(archive); !done) return fail(done.error());
      auto content = loadContent(archive);
      if (!content) return fail(content.error());
      return std::make_shared<const ArchiveContent>(std::move(*content));
    };
    reply<Result<Content>>(to, std::move(answer), make());
  });
}

namespace {

/// Another program may write between reading and writing: then the change is made anew of what that left.
/// `make` gives the changes, and puts the revision that they are made of in its argument.
template <class Make>
Result<void> changeStored(Archive& archive, const QString& title, Make make, const Progress& progress = {}) {
  constexpr int kMostTries = 5;
  Result<void> done;
  for (int tries = 0; tries < kMostTries; ++tries) {
    std::uint64_t revision = 0;
    Result<RecordChanges> changes = make(revision);
    if (!changes) return fail(changes.error());
    done = archive.change(*changes, ChangeNote{title, revision}, progress);
    if (done || done.error().kind != ErrorKind::Conflict) break;
  }
  return done;
}

}  // namespace

void ArchiveReader::change(Opening opening, ChangeMaker make, const QString& title, QObject* receiver,
                           std::function<void(Result<Content>)> answer) {
  edit(
      opening,
      [make = std::move(make), title](Archive& archive) {
        return changeStored(archive, title, [&](std::uint64_t& revision) -> Result<RecordChanges> {
          auto content = loadContent(archive);
          if (!content) return fail(content.error());
          const Snapshot now = seenThrough(std::make_shared<const ArchiveContent>(std::move(*content)));
          revision = now.dataset.revision;
          return make(now);
        });
      },
      receiver, std::move(answer));
}

void ArchiveReader::change(Opening opening, RecordsChangeMaker make, const QString& title, QObject* receiver,
                           std::function<void(Result<Content>)> answer, const Progress& progress) {
  edit(
      opening,
      [make = std::move(make), title, progress](Archive& archive) {
        return changeStored(archive, title, [&](std::uint64_t& revision) -> Result<RecordChanges> {
          // Before the rows: a change between the two is then seen as one.
          auto before = archive.revision();
          if (!before) return fail(before.error());
          revision = *before;
          auto records = archive.records();
          if (!records) return fail(records.error());
          return make(*records);
        }, progress);
      },
      receiver, std::move(answer));
}

void ArchiveReader::records(Opening opening, QObject* receiver,
                            std::function<void(Result<std::shared_ptr<const Records>>)> answer) {
  ask<std::shared_ptr<const Records>>(
      opening, receiver,
      [](const Archive& archive) -> Result<std::shared_ptr<const Records>> {
        auto records = archive.records();
        if (!records) return fail(records.error());
        return std::make_shared<const Records>(std::move(*records));
      },
      std::move(answer));
}

void ArchiveReader::deletion(Opening opening, const std::vector<RecordKey>& asked, QObject* receiver,
                             std::function<void(Result<PlannedDeletion>)> answer) {
  ask<PlannedDeletion>(
      opening, receiver,
      [asked](const Archive& archive) -> Result<PlannedDeletion> {
        auto records = archive.records();
        if (!records) return fail(records.error());
        DeletionPlan plan = planDeletion(*records, asked);
        return PlannedDeletion{std::move(plan), std::make_shared<const Records>(std::move(*records))};
      },
      std::move(answer));
}

void ArchiveReader::goToStep(Opening opening, std::int64_t number, QObject* receiver,
                             std::function<void(Result<Content>)> answer) {
  edit(
      opening, [number](Archive& archive) { return archive.goToStep(number); }, receiver, std::move(answer));
}

void ArchiveReader::restingOn(Opening opening, const SourceUid& source, QObject* receiver,
                              std::function<void(Result<std::vector<Reliance>>)> answer) {
  ask<std::vector<Reliance>>(
      opening, receiver, [source](const Archive& archive) { return archive.restingOn(source); },
      std::move(answer));
}

}  // namespace entente
