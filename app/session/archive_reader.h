// SPDX-License-Identifier: GPL-3.0-or-later
// ArchiveReader: owns an open archive on a thread of its own and answers questions about it there.
#pragma once

#include <QObject>
#include <QThread>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "core/archive/archive.h"
#include "core/base/result.h"
#include "core/view/snapshot.h"

namespace entente {

/// GUI thread. Answers arrive on the thread of `receiver`, in the order of the questions; none arrives after
/// the receiver is gone.
class ArchiveReader {
 public:
  ArchiveReader();
  ~ArchiveReader();  ///< waits for the question that is being answered
  ArchiveReader(const ArchiveReader&) = delete;
  ArchiveReader& operator=(const ArchiveReader&) = delete;

  /// Opens a file for reading in place of the one that is open. On an error the old one stays open.
  void open(const std::filesystem::path& path, QObject* receiver,
            std::function<void(Result<std::shared_ptr<const Snapshot>>)> answer);
  /// ErrorKind::NotFound if no archive is open.
  void detail(EventId id, QObject* receiver,
              std::function<void(Result<std::shared_ptr<const EventDetail>>)> answer);

 private:
  QThread m_thread;
  std::unique_ptr<QObject> m_there;  ///< lives on m_thread; what is posted to it runs there
  std::optional<Archive> m_archive;  ///< touched on m_thread alone
};

}  // namespace entente
