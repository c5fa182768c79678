// SPDX-License-Identifier: GPL-3.0-or-later
// ArchiveReader: owns an open archive on a thread of its own and answers questions about it there.
#pragma once

#include <QObject>
#include <QPointer>
#include <QThread>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>

#include "core/archive/archive.h"
#include "core/base/result.h"
#include "core/ledger/consistency.h"
#include "core/view/ledger_changes.h"
#include "core/view/record_references.h"
#include "core/view/snapshot.h"

namespace entente {

struct CheckedRecords {
  std::vector<Finding> findings;
  std::shared_ptr<const Records> records;
};

struct PlannedDeletion {
  DeletionPlan plan;
  std::shared_ptr<const Records> records;  ///< that it was planned on
};

/// GUI thread. Answers arrive on the thread of `receiver`, in the order of the questions; none arrives after
/// the receiver is gone.
class ArchiveReader {
 public:
  ArchiveReader();
  ~ArchiveReader();  ///< waits for what was asked
  ArchiveReader(const ArchiveReader&) = delete;
  ArchiveReader& operator=(const ArchiveReader&) = delete;

  /// Names one opening of a file, so that a question never reaches another archive than the one it is about.
  using Opening = std::uint64_t;

  /// Opens a file for reading beside those that are open.
  void open(const std::filesystem::path& path, Opening opening, QObject* receiver,
            std::function<void(Result<std::shared_ptr<const Snapshot>>)> answer);
  /// Closes all but one; 0 closes all.
  void keepOnly(Opening opening);

  // Questions; ErrorKind::NotFound if that opening is not open.
  void detail(Opening opening, EventId id, QObject* receiver,
              std::function<void(Result<std::shared_ptr<const EventDetail>>)> answer);
  void search(Opening opening, const QString& words, QObject* receiver,
              std::function<void(Result<std::vector<SearchHit>>)> answer);
  void check(Opening opening, QObject* receiver, std::function<void(Result<CheckedRecords>)> answer);
  void restingOn(Opening opening, const SourceUid& source, QObject* receiver,
                 std::function<void(Result<std::vector<Reliance>>)> answer);
  void records(Opening opening, QObject* receiver,
               std::function<void(Result<std::shared_ptr<const Records>>)> answer);
  void deletion(Opening opening, const std::vector<RecordKey>& asked, QObject* receiver,
                std::function<void(Result<PlannedDeletion>)> answer);

  /// Makes a change there, of the content as it is then, as one step of the history; the archive is opened
  /// for writing when it is first changed. Changes are made in the order in which they are asked for; those
  /// that are asked for when the reader goes are made before. Gives the content as it is then; where the
  /// change is refused nothing has changed.
  using Content = std::shared_ptr<const ArchiveContent>;
  void change(Opening opening, ChangeMaker make, const QString& title, QObject* receiver,
              std::function<void(Result<Content>)> answer);
  void change(Opening opening, RecordsChangeMaker make, const QString& title, QObject* receiver,
              std::function<void(Result<Content>)> answer, const Progress& progress = {});
  void goToStep(Opening opening, std::int64_t number, QObject* receiver,
                std::function<void(Result<Content>)> answer);

 private:
  void edit(Opening opening, std::function<Result<void>(Archive&)> edit, QObject* receiver,
            std::function<void(Result<Content>)> answer);
  /// Runs `answer(value)` on this thread if the receiver is still there then. From any thread.
  template <class T>
  void reply(const QPointer<QObject>& receiver, std::function<void(T)> answer, T value);
  /// Runs `question(archive)` there and the answer on the receiver's thread.
  template <class T>
  void ask(Opening opening, QObject* receiver, std::function<Result<T>(const Archive&)> question,
           std::function<void(Result<T>)> answer);

  QThread m_thread;
  std::unique_ptr<QObject> m_here;        ///< lives on the thread that asks; answers are posted to it
  std::unique_ptr<QObject> m_there;       ///< lives on m_thread; what is posted to it runs there
  std::map<Opening, Archive> m_archives;  ///< touched on m_thread alone
};

}  // namespace entente
