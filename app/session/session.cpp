// SPDX-License-Identifier: GPL-3.0-or-later
// Opens and closes archives, and asks them what panes want to know.
#include "app/session/session.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <algorithm>

namespace entente {

Instant currentInstant() {
  return Instant{QDateTime::currentSecsSinceEpoch()};
}

Session::Session(QObject* parent) : QObject(parent) {
  m_settle.setSingleShot(true);
  constexpr int kSettleMs = 300;
  m_settle.setInterval(kSettleMs);
  connect(&m_settle, &QTimer::timeout, this, &Session::readAgain);
  m_rest.setSingleShot(true);
  constexpr int kRestMs = 700;
  m_rest.setInterval(kRestMs);
  connect(&m_rest, &QTimer::timeout, this, [this] {
    m_views.visit(m_view);
    Q_EMIT viewsChanged();
  });
  const auto moved = [this] {
    if (m_snapshot) m_rest.start();
  };
  for (const auto signal : {&Session::filterChanged, &Session::lensChanged, &Session::axisChanged,
                            &Session::lanesChanged, &Session::chartChanged})
    connect(this, signal, this, moved);
  connect(this, &Session::spanChanged, this, moved);
  connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_settle.start(); });
}

void Session::setLoading(bool loading) {
  if (m_loading == loading) return;
  m_loading = loading;
  Q_EMIT loadingChanged(loading);
}

void Session::open(const QString& path, const std::optional<SavedState>& state) {
  const ArchiveReader::Opening opening = ++m_lastOpening;
  m_settle.stop();
  setLoading(true);
  const std::filesystem::path file = QFile::encodeName(path).toStdString();
  m_reader.open(file, opening, this,
                [this, opening, path, state](Result<std::shared_ptr<const Snapshot>> answer) {
                  if (opening != m_lastOpening) return;
                  setLoading(false);
                  if (!answer) {
                    dropWaiting();
                    Q_EMIT openFailed(path, answer.error());
                    return;
                  }
                  m_reader.keepOnly(opening);
                  m_path = path;
                  watch();
                  const std::shared_ptr<const Snapshot>& snapshot = *answer;
                  take(snapshot, opening, state.value_or(openingState(*snapshot, currentInstant())));
                });
}

void Session::cancelOpening() {
  ++m_lastOpening;
  setLoading(false);
}

void Session::close() {
  cancelOpening();
  dropWaiting();
  if (!m_snapshot) return;
  m_reader.keepOnly(0);
  m_opening = 0;
  m_path.clear();
  watch();
  m_slices.reset();
  m_snapshot.reset();
  m_view = ViewState();
  m_rest.stop();
  m_views.clear();
  m_viewsOf.clear();
  m_found = FindResult();
  m_selected.reset();
  m_picked.clear();
  m_measuredFrom.reset();
  m_without = SourceUid();
  m_hidden.reset();
  m_detail.reset();
  ++m_detailRequest;
  ++m_findRequest;
  Q_EMIT archiveClosed();
  Q_EMIT measureChanged();
  Q_EMIT axisChanged();
  Q_EMIT slicesChanged();
  Q_EMIT filterChanged();
  Q_EMIT findChanged();
  Q_EMIT selectionChanged(std::nullopt);
  Q_EMIT detailChanged();
}

void Session::watch() {
  if (const QStringList watched = m_watcher.files(); !watched.isEmpty()) m_watcher.removePaths(watched);
  if (!m_path.isEmpty() && QFile::exists(m_path)) m_watcher.addPath(m_path);
  m_known = fileMark();
}

Session::FileMark Session::fileMark() const {
  const QFileInfo file(m_path);
  return m_path.isEmpty() || !file.exists() ? FileMark() : FileMark{file.size(), file.lastModified()};
}

void Session::readAgain() {
  // A file that was replaced is another one for the watcher; one that is gone stays shown as it was.
  if (m_path.isEmpty() || !QFile::exists(m_path) || fileMark() == m_known) return;
  open(m_path, state());
}

void Session::take(std::shared_ptr<const Snapshot> snapshot, ArchiveReader::Opening opening,
                   const SavedState& state) {
  m_snapshot = std::move(snapshot);
  m_opening = opening;
  if (!m_snapshot->source(m_without)) m_without = SourceUid();
  Q_EMIT archiveOpened();
  if (m_viewsOf != m_path) m_views.clear();
  m_viewsOf = m_path;
  show(state);
  m_rest.stop();
  m_views.visit(m_view);
  Q_EMIT viewsChanged();
  makeWaiting();
}

void Session::show(const SavedState& state) {
  m_restoring = true;
  m_view = state.view;
  if (m_snapshot->lens != lens())
    m_snapshot = std::make_shared<const Snapshot>(seenThrough(m_snapshot->content, lens()));
  Q_EMIT snapshotChanged();
  measureFrom(std::nullopt);
  m_slices = std::make_shared<const LaneSlices>(m_snapshot, m_view);
  // What was selected may be an event of an archive that is gone, and a detail one of an older revision.
  m_selected.reset();
  m_picked.clear();
  m_detail.reset();
  ++m_detailRequest;
  Q_EMIT slicesChanged();
  Q_EMIT spanChanged(m_view.span);
  Q_EMIT filterChanged();
  Q_EMIT axisChanged();
  Q_EMIT chartChanged();
  Q_EMIT lensChanged();
  find(m_view.find);
  std::vector<EventId> picked;
  for (const RecordRef& ref : state.selection) {
    if (const auto id = m_snapshot->find(ref)) picked.push_back(*id);
  }
  if (picked.empty()) {
    Q_EMIT selectionChanged(std::nullopt);
    Q_EMIT detailChanged();
  } else {
    pick(picked, picked.front());
  }
  m_restoring = false;
}

SavedState Session::state() const {
  SavedState state{m_view, {}};
  if (!m_snapshot) return state;
  // The current one first.
  std::vector<EventId> picked = m_picked;
  std::stable_partition(picked.begin(), picked.end(), [this](EventId id) { return id == m_selected; });
  for (const EventId id : picked) {
    if (const auto ref = m_snapshot->refOf(id)) state.selection.push_back(*ref);
  }
  return state;
}

void Session::showOpeningView() {
  if (m_snapshot) show(openingState(*m_snapshot, currentInstant()));
}

template <class T>
std::function<void(T)> Session::stillShown(std::function<void(T)> answer) {
  return [self = QPointer<Session>(this), opening = m_opening, answer = std::move(answer)](T value) {
    if (self && self->m_opening == opening) answer(std::move(value));
  };
}

void Session::askCheck(QObject* receiver, std::function<void(Result<CheckedRecords>)> answer) {
  m_reader.check(m_opening, receiver, stillShown(std::move(answer)));
}

void Session::showTopic(const Topic& topic) {
  m_topic = topic;
  Q_EMIT topicRequested(topic);
}

void Session::askDeletion(const std::vector<RecordKey>& records, QObject* receiver,
                          std::function<void(Result<PlannedDeletion>)> answer) {
  m_reader.deletion(m_opening, records, receiver, stillShown(std::move(answer)));
}

void Session::askRecord(const RecordKey& key, QObject* receiver,
                        std::function<void(Result<EditableRecord>)> answer) {
  if (!m_snapshot) return;
  if (!isEventTable(key.table)) {
    if (auto record = recordIn(*m_snapshot->content, key)) return answer(std::move(*record));
    return answer(fail(ErrorKind::NotFound, "It is no longer there."));
  }
  const std::vector<EventTitle>& titles = m_snapshot->content->titles;
  const auto title = std::ranges::find(titles, key.uid, [](const EventTitle& one) { return one.uid.value; });
  if (title == titles.end()) return answer(fail(ErrorKind::NotFound, "The event is no longer there."));
  std::function<void(Result<std::shared_ptr<const EventDetail>>)> take =
      [answer = std::move(answer)](Result<std::shared_ptr<const EventDetail>> detail) {
        if (!detail) return answer(fail(detail.error()));
        answer(std::visit([](const auto& one) { return EditableRecord(one); }, (*detail)->record));
      };
  m_reader.detail(m_opening, title->id, receiver, stillShown(std::move(take)));
}

void Session::askDetail(EventId id, QObject* receiver,
                        std::function<void(Result<std::shared_ptr<const EventDetail>>)> answer) {
  auto seen = [this, answer = std::move(answer)](Result<std::shared_ptr<const EventDetail>> detail) {
    answer(detail ? std::make_shared<const EventDetail>(seenIn(*m_snapshot, **detail)) : std::move(detail));
  };
  m_reader.detail(m_opening, id, receiver,
                  stillShown<Result<std::shared_ptr<const EventDetail>>>(std::move(seen)));
}

void Session::askRecords(QObject* receiver,
                         std::function<void(Result<std::shared_ptr<const Records>>)> answer) {
  m_reader.records(m_opening, receiver, stillShown(std::move(answer)));
}

void Session::askRestingOn(const SourceUid& source, QObject* receiver,
                           std::function<void(Result<std::vector<Reliance>>)> answer) {
  auto seen = [this, answer = std::move(answer)](Result<std::vector<Reliance>> all) {
    answer(all ? seenIn(*m_snapshot, std::move(*all)) : std::move(all));
  };
  m_reader.restingOn(m_opening, source, receiver, stillShown<Result<std::vector<Reliance>>>(std::move(seen)));
}

}  // namespace entente
