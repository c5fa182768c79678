// SPDX-License-Identifier: GPL-3.0-or-later
// One thread, answers by the event loop.
#include "app/session/entry_reader.h"

#include <QFile>
#include <filesystem>
#include <string_view>
#include <utility>

#include "core/archive/archive.h"

namespace entente {

EntryReader::EntryReader(QObject* parent) : QObject(parent) {
  m_pool.setMaxThreadCount(1);
}

EntryReader::~EntryReader() {
  m_stop.request_stop();
  m_pool.clear();
  m_pool.waitForDone();
}

void EntryReader::readFile(const QString& path, const ForeignOptions& options) {
  m_path = path;
  m_bytes.clear();
  readAgain(options);
}

void EntryReader::readBytes(const QByteArray& bytes, const ForeignOptions& options) {
  m_path.clear();
  m_bytes = bytes;
  readAgain(options);
}

Progress EntryReader::progress() {
  return {m_stop.get_token(), [this](std::int64_t done, std::int64_t total) {
            QMetaObject::invokeMethod(
                this, [this, done, total] { Q_EMIT progressed(done, total); }, Qt::QueuedConnection);
          }};
}

void EntryReader::readAgain(const ForeignOptions& options) {
  m_stop.request_stop();
  m_stop = std::stop_source();
  m_options = options;
  ++m_plan;
  start();
}

void EntryReader::start() {
  ++m_open;
  const std::filesystem::path file = QFile::encodeName(m_path).toStdString();
  m_pool.start([this, number = ++m_reading, file, bytes = m_bytes, options = m_options,
                progress = progress()] {
    auto reading =
        file.empty()
            ? readForeign(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())), options,
                          progress)
            : readForeignFile(file, options, progress);
    QMetaObject::invokeMethod(
        this,
        [this, number, reading = std::move(reading)]() mutable {
          --m_open;
          if (number != m_reading) return;
          if (reading) {
            Q_EMIT wasRead(std::make_shared<const ForeignReading>(std::move(*reading)));
          } else {
            Q_EMIT readFailed(reading.error());
          }
        },
        Qt::QueuedConnection);
  });
}

void EntryReader::plan(const std::shared_ptr<const ForeignReading>& reading, const ImportOrigin& origin,
                       const std::shared_ptr<const Records>& there) {
  ++m_open;
  m_pool.start([this, number = ++m_plan, reading, origin, there, progress = progress()] {
    auto plan = planEvents(reading->archive, origin, *there, progress);
    QMetaObject::invokeMethod(
        this,
        [this, number, plan = std::move(plan)]() mutable {
          --m_open;
          if (number != m_plan) return;
          if (plan) {
            Q_EMIT wasPlanned(std::make_shared<const EventPlan>(std::move(*plan)));
          } else {
            Q_EMIT planFailed(plan.error());
          }
        },
        Qt::QueuedConnection);
  });
}

void EntryReader::create(const QString& path, Records records, std::stop_token stop) {
  ++m_open;
  Progress told = progress();
  told.stop = std::move(stop);
  m_pool.start([this, path, records = std::make_shared<Records>(std::move(records)), told] {
    // The name was chosen in a dialog that asks before it replaces a file.
    const auto done =
        Archive::create(QFile::encodeName(path).toStdString(), std::move(*records), true, told);
    QMetaObject::invokeMethod(
        this,
        [this, path, done] {
          --m_open;
          if (done) {
            Q_EMIT archiveMade(path);
          } else {
            Q_EMIT createFailed(done.error());
          }
        },
        Qt::QueuedConnection);
  });
}

}  // namespace entente
