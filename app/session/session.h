// SPDX-License-Identifier: GPL-3.0-or-later
// Session: the archive that a window shows, what part of it is looked at and what is picked; all that panes
// share.
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "app/session/archive_reader.h"
#include "core/base/error.h"
#include "core/view/lane_slices.h"
#include "core/view/view_state.h"

namespace entente {

/// What a search found. Hits are in order of time.
struct FindResult {
  QString words;  ///< as they were asked for; empty: nothing is looked for
  std::vector<SearchHit> hits;
  std::unordered_map<EventId, std::size_t> indexOf;  ///< in hits
  bool searching = false;                            ///< the answer is on its way; hits are the last ones
  std::optional<Error> error;

  [[nodiscard]] bool isActive() const { return !words.isEmpty(); }
};

/// GUI thread. Slow things run on the archive's thread; an answer that is no longer wanted is dropped.
class Session : public QObject {
  Q_OBJECT

 public:
  explicit Session(QObject* parent = nullptr);

  /// Opens a file; archiveOpened or openFailed follows. What was open stays until then. `state`: what to show
  /// of it; not given, or not of this archive: what it opens on (see openingState).
  void open(const QString& path, const std::optional<SavedState>& state = std::nullopt);
  /// Drops the opening that is under way, if any.
  void cancelOpening();
  /// Closes the archive; archiveClosed follows.
  void close();
  [[nodiscard]] bool isLoading() const { return m_loading; }
  /// While a view is put back as it was left: what is selected then must not move it.
  [[nodiscard]] bool isRestoring() const { return m_restoring; }

  /// Null while no archive is open.
  [[nodiscard]] const std::shared_ptr<const Snapshot>& snapshot() const { return m_snapshot; }
  [[nodiscard]] const std::shared_ptr<const LaneSlices>& slices() const { return m_slices; }
  /// As it was asked for; empty while no archive is open.
  [[nodiscard]] const QString& path() const { return m_path; }

  [[nodiscard]] const ViewState& view() const { return m_view; }
  /// View and selection, to be kept and given to open() again.
  [[nodiscard]] SavedState state() const;
  /// What the archive opens on.
  void showOpeningView();
  /// Kept between one minute and the ends of time; an empty span is ignored.
  void setSpan(TimeSpan span);
  void setOffices(const std::vector<OfficeKey>& offices);
  void setFilter(const EventFilter& filter);
  void setAxisNames(AxisNames names);
  void setZone(const QString& zone);

  /// Looks for words; findChanged follows at once and again when the answer is there. Empty words end it.
  void find(const QString& words);
  [[nodiscard]] const FindResult& found() const { return m_found; }
  /// Selects the hit after or before the selected event in time, from the last on to the first again. False
  /// if there is none.
  bool walkHits(LaneSlices::Step step);

  [[nodiscard]] std::optional<EventId> selected() const { return m_selected; }
  /// Picks one event, or none. Detail follows by detailChanged.
  void select(std::optional<EventId> id);
  /// Picks what a reference names; false if it is no event of the archive.
  bool select(const RecordRef& ref);
  /// Of the selected event; null until it has come, and if nothing is selected.
  [[nodiscard]] const std::shared_ptr<const EventDetail>& detail() const { return m_detail; }

  /// The event from which time is measured to the selected one; none: nothing is measured.
  [[nodiscard]] std::optional<EventId> measuredFrom() const { return m_measuredFrom; }
  void measureFrom(std::optional<EventId> id);

  // Questions that a pane asks on its own account. The answer comes on this thread while `receiver` lives,
  // unless another archive is shown by then.
  void askDetail(EventId id, QObject* receiver,
                 std::function<void(Result<std::shared_ptr<const EventDetail>>)> answer);
  void askRestingOn(const SourceUid& source, QObject* receiver,
                    std::function<void(Result<std::vector<Reliance>>)> answer);

 Q_SIGNALS:
  void loadingChanged(bool loading);
  void archiveOpened();  ///< also when the file was read again because it changed
  void archiveClosed();
  void openFailed(const QString& path, const entente::Error& error);
  void spanChanged(entente::TimeSpan span);
  void slicesChanged();  ///< other data, filter, grouping or tracks
  void filterChanged();
  void axisChanged();  ///< its names or its zone
  void measureChanged();
  void findChanged();
  void selectionChanged(std::optional<entente::EventId> id);
  void detailChanged();
  void detailFailed(const entente::Error& error);

 private:
  void take(std::shared_ptr<const Snapshot> snapshot, ArchiveReader::Opening opening,
            const SavedState& state);
  void show(const SavedState& state);
  void readAgain();
  void watch();
  void setLoading(bool loading);
  /// Drops the answer if another archive is shown by the time it comes.
  template <class T>
  std::function<void(T)> stillShown(std::function<void(T)> answer);

  ArchiveReader m_reader;
  std::shared_ptr<const Snapshot> m_snapshot;
  std::shared_ptr<const LaneSlices> m_slices;
  ViewState m_view;
  FindResult m_found;
  std::optional<EventId> m_selected;
  std::optional<EventId> m_measuredFrom;
  std::shared_ptr<const EventDetail> m_detail;
  QString m_path;
  ArchiveReader::Opening m_lastOpening = 0;  ///< that was asked for
  ArchiveReader::Opening m_opening = 0;      ///< that is shown
  std::uint64_t m_detailRequest = 0;
  std::uint64_t m_findRequest = 0;
  bool m_loading = false;
  bool m_restoring = false;
  QFileSystemWatcher m_watcher;
  QTimer m_settle;  ///< a file that is being written is read when it has come to rest
};

/// The present moment as the program's instant.
[[nodiscard]] Instant currentInstant();

}  // namespace entente
