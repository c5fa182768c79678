// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps view and selection, and asks the archive for what they need.
#include "app/session/session.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <algorithm>

#include "core/time/time_scale.h"

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
  for (const auto signal :
       {&Session::filterChanged, &Session::lensChanged, &Session::axisChanged, &Session::lanesChanged})
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
  std::ranges::stable_partition(picked, [this](EventId id) { return id == m_selected; });
  for (const EventId id : picked) {
    if (const auto ref = m_snapshot->refOf(id)) state.selection.push_back(*ref);
  }
  return state;
}

void Session::showOpeningView() {
  if (m_snapshot) show(openingState(*m_snapshot, currentInstant()));
}

void Session::setSpan(TimeSpan span) {
  if (span.isEmpty() || span == m_view.span) return;
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

void Session::setGrouping(Grouping grouping) {
  if (grouping == m_view.grouping || !m_snapshot) return;
  m_view.grouping = grouping;
  // Keys of lanes never meet those of another grouping, but there is one sort and one solo.
  m_view.lanes.sort = LaneSort::Usual;
  m_view.lanes.solo.clear();
  m_slices = std::make_shared<const LaneSlices>(m_snapshot, m_view);
  Q_EMIT slicesChanged();
  Q_EMIT lanesChanged();
}

void Session::setLanes(const LaneChoice& lanes) {
  if (lanes == m_view.lanes || !m_snapshot) return;
  m_view.lanes = lanes;
  m_slices = std::make_shared<const LaneSlices>(m_snapshot, m_view);
  Q_EMIT slicesChanged();
  Q_EMIT lanesChanged();
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

bool Session::hasViewBefore() const {
  return m_views.canGoBack() || m_rest.isActive();
}

const ViewState* Session::viewBefore() {
  // Where one is counts, even if one is hardly there.
  if (m_rest.isActive()) m_views.visit(m_view);
  m_rest.stop();
  const ViewState* view = m_views.back();
  Q_EMIT viewsChanged();
  return view;
}

const ViewState* Session::viewAfter() {
  m_rest.stop();
  const ViewState* view = m_views.forward();
  Q_EMIT viewsChanged();
  return view;
}

void Session::takeView(const ViewState& view) {
  if (view.offices && view.offices != m_view.offices) setOffices(*view.offices);
  setGrouping(view.grouping);
  setLanes(view.lanes);
  setFilter(view.filter);
  setAxisNames(view.axisNames);
  setZone(view.zone);
  setKnownAsOf(view.knownAsOf);
}

Lens Session::lens() const {
  Lens lens = lensOf(m_view);
  lens.without = m_without;
  return lens;
}

Instant Session::now() const {
  return shownNow(m_view, currentInstant());
}

void Session::setKnownAsOf(const std::optional<FuzzyDate>& day) {
  if (day == m_view.knownAsOf || !m_snapshot) return;
  m_view.knownAsOf = day;
  look(m_snapshot->content);
  Q_EMIT lensChanged();
}

void Session::setWithout(const SourceUid& source) {
  if (source == m_without || !m_snapshot) return;
  m_without = source;
  look(m_snapshot->content);
  Q_EMIT lensChanged();
}

void Session::look(const std::shared_ptr<const ArchiveContent>& content) {
  const std::shared_ptr<const Snapshot> previous = m_snapshot;
  m_snapshot = std::make_shared<const Snapshot>(seenThrough(content, lens()));
  m_slices = std::make_shared<const LaneSlices>(m_snapshot, m_view);
  const auto gone = [this](std::optional<EventId> id) {
    return id && id->origin == EventOrigin::Curated && !m_snapshot->title(*id);
  };
  if (gone(m_measuredFrom)) measureFrom(std::nullopt);
  std::erase_if(m_picked, [&](EventId id) { return id != m_selected && gone(id); });
  const bool dropped = gone(m_selected);
  // What an earlier day hides comes back selected with a later one.
  const auto before = m_selected ? previous->refOf(*m_selected) : std::nullopt;
  if (m_selected) m_hidden = dropped ? before : std::nullopt;
  m_restoring = true;
  Q_EMIT snapshotChanged();
  Q_EMIT slicesChanged();
  if (dropped) {
    const auto hidden = m_hidden;
    select(std::nullopt);
    m_hidden = hidden;
  } else if (m_selected) {
    askSelected();
  } else if (m_hidden) {
    if (const auto id = m_snapshot->find(*m_hidden)) select(id);
  }
  m_restoring = false;
  find(m_view.find);
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
    m_found.hits = answer ? seenIn(*m_snapshot, std::move(*answer)) : std::vector<SearchHit>();
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
  pick(id ? std::vector<EventId>{*id} : std::vector<EventId>(), id);
}

void Session::keepOnlyPicked() {
  EventFilter filter = m_view.filter;
  filter.events.clear();
  for (const EventId id : m_picked) {
    if (const EventTitle* title = m_snapshot->title(id)) filter.events.push_back(title->uid);
  }
  std::ranges::sort(filter.events);
  setFilter(filter);
}

void Session::togglePick(EventId id) {
  std::vector<EventId> picked = m_picked;
  if (std::erase(picked, id) > 0)
    return pick(picked, m_selected != id ? m_selected
                        : picked.empty() ? std::nullopt
                                         : std::optional(picked.back()));
  picked.push_back(id);
  pick(std::move(picked), id);
}

void Session::pick(std::vector<EventId> events, std::optional<EventId> current) {
  if (events == m_picked && current == m_selected) return;
  m_picked = std::move(events);
  if (current == m_selected) {
    Q_EMIT selectionChanged(current);
    Q_EMIT detailChanged();
    return;
  }
  const std::optional<EventId> id = current;
  m_selected = id;
  m_topic.reset();
  m_hidden.reset();
  m_detail.reset();
  const std::uint64_t request = ++m_detailRequest;
  Q_EMIT selectionChanged(id);
  // A slot may have selected something else by now.
  if (request != m_detailRequest) return;
  if (!id) {
    Q_EMIT detailChanged();
    return;
  }
  askSelected();
}

void Session::askSelected() {
  const std::uint64_t request = ++m_detailRequest;
  m_reader.detail(m_opening, *m_selected, this,
                  [this, request](Result<std::shared_ptr<const EventDetail>> answer) {
                    if (request != m_detailRequest) return;
                    if (answer) {
                      m_detail = std::make_shared<const EventDetail>(seenIn(*m_snapshot, **answer));
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

bool Session::isEditable() const {
  if (!m_snapshot || !m_snapshot->isWritable) return false;
  return m_protected.isEmpty() ||
         QFileInfo(m_path).canonicalFilePath() != QFileInfo(m_protected).canonicalFilePath();
}

void Session::change(RecordChanges changes, const QString& title) {
  change([changes = std::move(changes)](const Snapshot&) -> Result<RecordChanges> { return changes; }, title);
}

void Session::change(ChangeMaker make, const QString& title) {
  if (!m_snapshot) return;
  if (isEditable()) return m_reader.change(m_opening, std::move(make), title, this, afterChange(title));
  m_waiting.push_back({std::move(make), title});
  if (m_waiting.size() == 1) Q_EMIT copyNeeded();
}

void Session::dropWaiting() {
  m_waiting.clear();
  m_goesOnIn.clear();
}

void Session::makeWaiting() {
  if (m_waiting.empty() || m_path != m_goesOnIn || !isEditable()) return;
  auto waiting = std::exchange(m_waiting, {});
  m_goesOnIn.clear();
  for (Waiting& one : waiting)
    change(std::move(one.make), one.title);
}

void Session::goToStep(std::int64_t number) {
  // A key that is held down must not undo more than one sees.
  if (!m_snapshot || !isEditable() || m_stepping) return;
  m_stepping = true;
  m_reader.goToStep(m_opening, number, this, afterChange({}));
}

std::function<void(Result<ArchiveReader::Content>)> Session::afterChange(const QString& title) {
  return [this, opening = m_opening, path = m_path, title](Result<ArchiveReader::Content> answer) {
    m_stepping = false;
    if (!answer) {
      Q_EMIT changeFailed(answer.error());
    } else if (opening == m_opening) {
      m_known = fileMark();
      look(*answer);
      Q_EMIT changed(title);
    } else if (path == m_path) {
      // It was read again meanwhile, perhaps before the change.
      Q_EMIT changed(title);
      open(m_path, state());
    }
  };
}

const HistoryStep* Session::lastStep() const {
  const HistoryStep* last = nullptr;
  if (!m_snapshot) return last;
  for (const HistoryStep& step : m_snapshot->content->history) {
    if (!step.undone) last = &step;
  }
  return last;
}

const HistoryStep* Session::undoneStep() const {
  if (!m_snapshot) return nullptr;
  const std::vector<HistoryStep>& steps = m_snapshot->content->history;
  const auto first = std::ranges::find(steps, true, &HistoryStep::undone);
  return first == steps.end() ? nullptr : &*first;
}

void Session::undo() {
  const HistoryStep* last = lastStep();
  if (!last) return;
  std::int64_t before = 0;
  for (const HistoryStep& step : m_snapshot->content->history) {
    if (&step != last && !step.undone) before = step.number;
  }
  goToStep(before);
}

void Session::redo() {
  if (const HistoryStep* step = undoneStep()) goToStep(step->number);
}

void Session::askCheck(QObject* receiver, std::function<void(Result<CheckedRecords>)> answer) {
  m_reader.check(m_opening, receiver, stillShown(std::move(answer)));
}

void Session::showTopic(const Topic& topic) {
  m_topic = topic;
  Q_EMIT topicRequested(topic);
}

void Session::askDetail(EventId id, QObject* receiver,
                        std::function<void(Result<std::shared_ptr<const EventDetail>>)> answer) {
  auto seen = [this, answer = std::move(answer)](Result<std::shared_ptr<const EventDetail>> detail) {
    answer(detail ? std::make_shared<const EventDetail>(seenIn(*m_snapshot, **detail)) : std::move(detail));
  };
  m_reader.detail(m_opening, id, receiver,
                  stillShown<Result<std::shared_ptr<const EventDetail>>>(std::move(seen)));
}

void Session::askRestingOn(const SourceUid& source, QObject* receiver,
                           std::function<void(Result<std::vector<Reliance>>)> answer) {
  auto seen = [this, answer = std::move(answer)](Result<std::vector<Reliance>> all) {
    answer(all ? seenIn(*m_snapshot, std::move(*all)) : std::move(all));
  };
  m_reader.restingOn(m_opening, source, receiver, stillShown<Result<std::vector<Reliance>>>(std::move(seen)));
}

}  // namespace entente
