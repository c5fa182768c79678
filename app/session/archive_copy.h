// SPDX-License-Identifier: GPL-3.0-or-later
// ArchiveCopy: copies an archive to another file beside the work of the window.
#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <stop_token>

#include "core/base/error.h"

class QThread;

namespace entente {

/// GUI thread. One copy at a time.
class ArchiveCopy : public QObject {
  Q_OBJECT

 public:
  explicit ArchiveCopy(QObject* parent = nullptr);
  ~ArchiveCopy() override;  ///< cancels and waits

  /// Copies the archive as it is now. A file at `to` is replaced when the copy is whole, and stays as it is
  /// if anything fails. Ends with copied() or failed(). Nothing happens while another copy is under way.
  void start(const QString& from, const QString& to);
  void cancel();
  [[nodiscard]] bool isRunning() const { return m_thread != nullptr; }

 Q_SIGNALS:
  void progressed(int percent);
  void copied(const QString& to);
  void failed(const entente::Error& error);  ///< ErrorKind::Cancelled if it was cancelled

 private:
  std::unique_ptr<QThread> m_thread;
  std::stop_source m_stop;
};

}  // namespace entente
