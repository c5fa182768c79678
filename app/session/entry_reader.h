// SPDX-License-Identifier: GPL-3.0-or-later
// EntryReader: reads files of events and sources, and plans their import, beside the work of the window.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <cstdint>
#include <memory>
#include <stop_token>

#include "core/base/error.h"
#include "core/exchange/event_plan.h"
#include "core/exchange/foreign_file.h"

namespace entente {

/// GUI thread. A newer question takes the place of older ones of its kind, whose answers are dropped; another
/// file or other options take the place of all.
class EntryReader : public QObject {
  Q_OBJECT

 public:
  explicit EntryReader(QObject* parent = nullptr);
  ~EntryReader() override;  ///< stops and waits

  void readFile(const QString& path, const ForeignOptions& options);
  void readBytes(const QByteArray& bytes, const ForeignOptions& options);
  /// The same file or bytes once more.
  void readAgain(const ForeignOptions& options);
  void plan(const std::shared_ptr<const ForeignReading>& reading, const ImportOrigin& origin,
            const std::shared_ptr<const Records>& there);
  /// Makes a new archive, in place of what has that name.
  void create(const QString& path, Records records, std::stop_token stop);
  /// What is under way ends with ErrorKind::Cancelled.
  void cancel() { m_stop.request_stop(); }
  [[nodiscard]] bool isReading() const { return m_open > 0; }

 Q_SIGNALS:
  void wasRead(const std::shared_ptr<const entente::ForeignReading>& reading);
  void readFailed(const entente::Error& error);
  void wasPlanned(const std::shared_ptr<const entente::EventPlan>& plan);
  void planFailed(const entente::Error& error);
  void archiveMade(const QString& path);
  void createFailed(const entente::Error& error);
  void progressed(qint64 done, qint64 total);

 private:
  void start();
  [[nodiscard]] Progress progress();

  QThreadPool m_pool;
  std::stop_source m_stop;
  QString m_path;  ///< empty: m_bytes
  QByteArray m_bytes;
  ForeignOptions m_options;
  std::uint64_t m_reading = 0;  ///< the last that was asked for
  std::uint64_t m_plan = 0;     ///< likewise
  int m_open = 0;               ///< questions without an answer
};

}  // namespace entente
