// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps view and selection, and asks the archive for what they need.
#include "app/session/session.h"

#include <QDateTime>
#include <QFile>
#include <QPointer>
#include <algorithm>

#include "core/time/time_scale.h"

namespace entente {

namespace {

constexpr std::int64_t kShortestSpanSeconds = 60;

}  // namespace

Instant currentInstant() {
  return Instant{QDateTime::currentSecsSinceEpoch()};
}

Session::Session(QObject* parent) : QObject(parent) {
  m_settle.setSingleShot(true);
  constexpr int kSettleMs = 300;
  m_settle.setInterval(kSettleMs);
  connect(&m_settle, &QTimer::timeout, this, &Session::readAgain);
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
  if (!m_snapshot) return;
  m_reader.keepOnly(0);
  m_opening = 0;
  m_path.clear();
  watch();
  m_slices.reset();
  m_snapshot.reset();
  m_view = ViewState();
  m_found = FindResult();
  m_selected.reset();
  m_measuredFrom.reset();
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
}

void Session::readAgain() {
  // A file that was replaced is another one for the watcher; one that is gone stays shown as it was.
  if (m_path.isEmpty() || !QFile::exists(m_path)) return;
  open(m_path, state());
}

void Session::take(std::shared_ptr<const Snapshot> snapshot, ArchiveReader::Opening opening,
                   const SavedState& state) {
  m_snapshot = std::move(snapshot);
  m_opening = opening;
  Q_EMIT archiveOpened();
  show(state);
}

void Session::show(const SavedState& state) {
  m_restoring = true;
  m_view = state.view;
  measureFrom(std::nullopt);
  m_slices = std::make_shared<const LaneSlices>(m_snapshot, m_view);
  // What was selected may be an event of an archive that is gone, and a detail one of an older revision.
  m_selected.reset();
  m_detail.reset();
  ++m_detailRequest;
  Q_EMIT slicesChanged();
  Q_EMIT spanChanged(m_view.span);
  Q_EMIT filterChanged();
  Q_EMIT axisChanged();
  find(m_view.find);
  if (state.selection.empty() || !select(state.selection.front())) {
    Q_EMIT selectionChanged(std::nullopt);
    Q_EMIT detailChanged();
  }
  m_restoring = false;
}

SavedState Session::state() const {
  SavedState state{m_view, {}};
  if (const auto ref = m_snapshot && m_selected ? m_snapshot->refOf(*m_selected) : std::nullopt)
    state.selection.push_back(*ref);
  return state;
}

void Session::showOpeningView() {
  if (m_snapshot) show(openingState(*m_snapshot, currentInstant()));
}

void Session::setSpan(TimeSpan span) {
  if (span.isEmpty() || span == m_view.span) return;
  if (span.seconds() < kShortestSpanSeconds) span.end = plusSeconds(span.begin, kShortestSpanSeconds);
  m_view.span = span;
  Q_EMIT spanChanged(span);
}

void Session::setOffices(const std::vector<OfficeKey>& offices) {
  m_view.offices = offices;
  if (!m_snapshot) return;
  m_slices = std::make_shared<const LaneSlices>(m_snapshot, m_view);
  Q_EMIT slicesChanged();
}

void Session::setFilter(const EventFilter& filter) {
  if (filter == m_view.filter || !m_snapshot) return;
  m_view.filter = filter;
  m_slices = std::make_shared<const LaneSlices>(m_snapshot, m_view);
  Q_EMIT slicesChanged();
  Q_EMIT filterChanged();
}

void Session::setAxisNames(AxisNames names) {
  if (names == m_view.axisNames || !m_snapshot) return;
  m_view.axisNames = names;
  Q_EMIT axisChanged();
}

void Session::setZone(const QString& zone) {
  if (zone == m_view.zone || !m_snapshot) return;
  m_view.zone = zone;
  Q_EMIT axisChanged();
}

void Session::measureFrom(std::optional<EventId> id) {
  if (id == m_measuredFrom) return;
  m_measuredFrom = id;
  Q_EMIT measureChanged();
}

void Session::find(const QString& words) {
  const std::uint64_t request = ++m_findRequest;
  m_view.find = words;
  m_found.words = words;
  m_found.error.reset();
  m_found.searching = m_snapshot && !words.isEmpty();
  if (words.isEmpty()) m_found = FindResult();
  Q_EMIT findChanged();
  if (!m_found.searching) return;
  m_reader.search(m_opening, words, this, [this, request](Result<std::vector<SearchHit>> answer) {
    if (request != m_findRequest) return;
    m_found.searching = false;
    m_found.indexOf.clear();
    m_found.hits = answer ? std::move(*answer) : std::vector<SearchHit>();
    if (!answer) m_found.error = answer.error();
    for (std::size_t i = 0; i < m_found.hits.size(); ++i)
      m_found.indexOf.emplace(m_found.hits[i].event, i);
    Q_EMIT findChanged();
  });
}

bool Session::walkHits(LaneSlices::Step step) {
  // Hits that the filter hides are passed over: one cannot see what is not there.
  std::vector<EventId> hits;
  for (const SearchHit& hit : m_found.hits) {
    if (matches(*m_snapshot, hit.event, m_view.filter)) hits.push_back(hit.event);
  }
  if (hits.empty()) return false;
  const auto begins = [this](EventId id) {
    const EventTitle* title = m_snapshot->title(id);
    return title && title->when ? title->when->bounds().earliestBegin : kEndOfTime;
  };
  const auto order = [&](EventId id) { return std::pair(begins(id), id.key); };
  if (!m_selected) {
    select(step == LaneSlices::Step::Next ? hits.front() : hits.back());
    return true;
  }
  const auto here = order(*m_selected);
  if (step == LaneSlices::Step::Next) {
    const auto next = std::ranges::find_if(hits, [&](EventId id) { return order(id) > here; });
    select(next == hits.end() ? hits.front() : *next);
  } else {
    const auto after = std::ranges::find_if(hits, [&](EventId id) { return order(id) >= here; });
    select(after == hits.begin() ? hits.back() : *(after - 1));
  }
  return true;
}

void Session::select(std::optional<EventId> id) {
  if (id == m_selected) return;
  m_selected = id;
  m_detail.reset();
  const std::uint64_t request = ++m_detailRequest;
  Q_EMIT selectionChanged(id);
  // A slot may have selected something else by now.
  if (request != m_detailRequest) return;
  if (!id) {
    Q_EMIT detailChanged();
    return;
  }
  m_reader.detail(m_opening, *id, this, [this, request](Result<std::shared_ptr<const EventDetail>> answer) {
    if (request != m_detailRequest) return;
    if (answer) {
      m_detail = std::move(*answer);
      Q_EMIT detailChanged();
    } else {
      Q_EMIT detailFailed(answer.error());
    }
  });
}

bool Session::select(const RecordRef& ref) {
  const auto id = m_snapshot ? m_snapshot->find(ref) : std::nullopt;
  if (id) select(id);
  return id.has_value();
}

template <class T>
std::function<void(T)> Session::stillShown(std::function<void(T)> answer) {
  return [self = QPointer<Session>(this), opening = m_opening, answer = std::move(answer)](T value) {
    if (self && self->m_opening == opening) answer(std::move(value));
  };
}

void Session::askDetail(EventId id, QObject* receiver,
                        std::function<void(Result<std::shared_ptr<const EventDetail>>)> answer) {
  m_reader.detail(m_opening, id, receiver, stillShown(std::move(answer)));
}

void Session::askRestingOn(const SourceUid& source, QObject* receiver,
                           std::function<void(Result<std::vector<Reliance>>)> answer) {
  m_reader.restingOn(m_opening, source, receiver, stillShown(std::move(answer)));
}

}  // namespace entente
