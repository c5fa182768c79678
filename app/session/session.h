// SPDX-License-Identifier: GPL-3.0-or-later
// Session: the archive that a window shows, what part of it is looked at and what is picked; all that panes
// share.
#pragma once

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <unordered_map>
#include <variant>
#include <vector>

#include "app/session/archive_reader.h"
#include "core/base/error.h"
#include "core/view/lane_slices.h"
#include "core/view/view_history.h"
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
  /// Within the ends of time; an empty span is ignored.
  void setSpan(TimeSpan span);
  void setOffices(const std::vector<OfficeKey>& offices);
  void setFilter(const EventFilter& filter);
  /// Puts the events into other lanes. What was done to the lanes of the grouping before is kept for when it
  /// comes back.
  void setGrouping(Grouping grouping);
  void setLanes(const LaneChoice& lanes);
  void setAxisNames(AxisNames names);
  void setZone(const QString& zone);
  /// Which chart of a pledge is looked at, and of which states: chartChanged follows.
  void setChart(const ChartChoice& chart);
  /// Shows what was known by the end of that day; nothing given: all of it. lensChanged follows.
  void setKnownAsOf(const std::optional<FuzzyDate>& day);
  /// Shows the archive as if a source were not there, until it is called with an empty uid. A look, not a
  /// change: it is not kept with the view.
  void setWithout(const SourceUid& source);
  [[nodiscard]] const SourceUid& without() const { return m_without; }
  /// Where the pointer is in time, whatever it is over; pointedChanged follows.
  void pointAt(std::optional<Instant> at);
  [[nodiscard]] std::optional<Instant> pointedAt() const { return m_pointedAt; }
  /// The instant up to which what goes on is drawn.
  [[nodiscard]] Instant now() const;

  // The views that were looked at, each when it had come to rest. What they give is to be shown by the
  // caller, who can move there; null at the ends. historyMoved follows.
  [[nodiscard]] const ViewState* viewBefore();
  [[nodiscard]] const ViewState* viewAfter();
  [[nodiscard]] bool hasViewBefore() const;
  [[nodiscard]] bool hasViewAfter() const { return m_views.canGoForward(); }
  /// Everything of a view but its span and what is looked for.
  void takeView(const ViewState& view);

  /// Looks for words; findChanged follows at once and again when the answer is there. Empty words end it.
  void find(const QString& words);
  [[nodiscard]] const FindResult& found() const { return m_found; }
  /// Selects the hit after or before the selected event in time, from the last on to the first again. False
  /// if there is none.
  bool walkHits(LaneSlices::Step step);

  [[nodiscard]] std::optional<EventId> selected() const { return m_selected; }
  /// All that are selected; selected() is one of them: the last that was picked.
  [[nodiscard]] const std::vector<EventId>& picked() const { return m_picked; }
  /// Picks one event, or none. Detail follows by detailChanged.
  void select(std::optional<EventId> id);
  /// Picks several, of which `current` is one; each once.
  void pick(std::vector<EventId> events, std::optional<EventId> current);
  /// Picks one more, or lets it go.
  void togglePick(EventId id);
  /// Filters by what is picked, besides what the filter asks for already.
  void keepOnlyPicked();
  /// Picks what a reference names; false if it is no event of the archive.
  bool select(const RecordRef& ref);
  /// Asks the pane of sources to show one: sourceRequested follows.
  void showSource(const SourceUid& source) { Q_EMIT sourceRequested(source); }
  /// Asks for the claims about a topic to be shown: topicRequested follows.
  void showTopic(const Topic& topic);
  /// The topic that was last asked for, while the event that it is about is selected.
  [[nodiscard]] const std::optional<Topic>& topic() const { return m_topic; }
  /// Asks for the form of a claim about a topic, of a new one if the uid is empty: claimEditRequested
  /// follows.
  void editClaim(const Topic& topic, const ClaimUid& claim) { Q_EMIT claimEditRequested(topic, claim); }

  /// Asks for the form of a record: recordEditRequested follows.
  void editRecord(const RecordKey& record) { Q_EMIT recordEditRequested(record); }
  /// Asks for the form of a new one, which may hold something already: recordMakeRequested follows.
  void makeRecord(const EditableRecord& draft) { Q_EMIT recordMakeRequested(draft); }
  /// Asks whether records are to be deleted, with what is tied to them: recordsDeleteRequested follows.
  void deleteRecords(const std::vector<RecordKey>& records) { Q_EMIT recordsDeleteRequested(records); }
  /// Asks with what a record is to be made one, or whether with `other`: recordMergeRequested follows.
  void mergeRecord(const RecordKey& record, const Uid& other = {}) {
    Q_EMIT recordMergeRequested(record, other);
  }

  /// Of the selected event; null until it has come, and if nothing is selected.
  [[nodiscard]] const std::shared_ptr<const EventDetail>& detail() const { return m_detail; }

  /// The event from which time is measured to the selected one; none: nothing is measured.
  [[nodiscard]] std::optional<EventId> measuredFrom() const { return m_measuredFrom; }
  void measureFrom(std::optional<EventId> id);

  /// Whether changes go into this file: it can be written, and is not the one that comes with the program.
  [[nodiscard]] bool isEditable() const;
  /// The archive that is never changed in place.
  void protect(const QString& path) { m_protected = path; }
  /// Makes a change as one step of the history; `title` is what the step is called. snapshotChanged and
  /// changed follow, or changeFailed. Where the file cannot be changed copyNeeded comes first, once, and all
  /// changes wait for goOnIn() or dropWaiting().
  void change(ChangeMaker make, const QString& title);
  /// The same, of all rows of the archive; changeProgressed tells how far it is. A stop gives changeFailed
  /// with ErrorKind::Cancelled.
  void change(RecordsChangeMaker make, const QString& title, std::stop_token stop = {});
  void change(RecordChanges changes, const QString& title);
  /// The waiting changes are made in this archive, once it is open.
  void goOnIn(const QString& path) { m_goesOnIn = path; }
  /// They are not made at all.
  void dropWaiting();
  /// Undoes or redoes until this step is the last one that holds; 0: before the first.
  void goToStep(std::int64_t number);
  /// The last step that holds, the first that is undone; null if there is none.
  [[nodiscard]] const HistoryStep* lastStep() const;
  [[nodiscard]] const HistoryStep* undoneStep() const;
  void undo();
  void redo();

  // Questions that a pane asks on its own account. The answer comes on this thread while `receiver` lives,
  // unless another archive is shown by then.
  void askDetail(EventId id, QObject* receiver,
                 std::function<void(Result<std::shared_ptr<const EventDetail>>)> answer);
  /// What contradicts what, with the records that it is found in.
  void askCheck(QObject* receiver, std::function<void(Result<CheckedRecords>)> answer);
  /// What deleting records would take with it.
  void askDeletion(const std::vector<RecordKey>& records, QObject* receiver,
                   std::function<void(Result<PlannedDeletion>)> answer);
  /// A record as it stands in the archive, whatever claims and lens make of it.
  void askRecord(const RecordKey& key, QObject* receiver, std::function<void(Result<EditableRecord>)> answer);
  /// Every row of the archive. O(archive).
  void askRecords(QObject* receiver, std::function<void(Result<std::shared_ptr<const Records>>)> answer);
  void askRestingOn(const SourceUid& source, QObject* receiver,
                    std::function<void(Result<std::vector<Reliance>>)> answer);

 Q_SIGNALS:
  void loadingChanged(bool loading);
  void archiveOpened();                ///< also when the file was read again because it changed
  void snapshotChanged();              ///< opened, changed or looked at in another way; before slicesChanged
  void changed(const QString& title);  ///< a change or a step in the history was made here
  void changeFailed(const entente::Error& error);
  void changeProgressed(qint64 done, qint64 total);
  void copyNeeded();
  void waitingDropped();  ///< the changes that waited for it are not made
  void archiveClosed();
  void openFailed(const QString& path, const entente::Error& error);
  void spanChanged(entente::TimeSpan span);
  void slicesChanged();  ///< other data, filter, grouping or tracks
  void filterChanged();
  void lanesChanged();  ///< after slicesChanged: another grouping, order or choice of lanes
  void lensChanged();   ///< after slicesChanged: known-as-of, or the source left out
  void axisChanged();   ///< its names or its zone
  void chartChanged();
  void pointedChanged(std::optional<entente::Instant> at);
  void measureChanged();
  void viewsChanged();  ///< there is another view before or after
  void findChanged();
  void sourceRequested(const entente::SourceUid& source);
  void topicRequested(const entente::Topic& topic);
  void claimEditRequested(const entente::Topic& topic, const entente::ClaimUid& claim);
  void recordEditRequested(const entente::RecordKey& record);
  void recordMakeRequested(const entente::EditableRecord& draft);
  void recordsDeleteRequested(const std::vector<entente::RecordKey>& records);
  void recordMergeRequested(const entente::RecordKey& record, const entente::Uid& other);
  void selectionChanged(std::optional<entente::EventId> id);  ///< also when only others were picked
  void detailChanged();
  void detailFailed(const entente::Error& error);

 private:
  void take(std::shared_ptr<const Snapshot> snapshot, ArchiveReader::Opening opening,
            const SavedState& state);
  void show(const SavedState& state);
  [[nodiscard]] Lens lens() const;
  /// Looks at a content; what is selected stays if it is still there.
  void look(const std::shared_ptr<const ArchiveContent>& content);
  /// What happens when a change was made, or not.
  [[nodiscard]] std::function<void(Result<ArchiveReader::Content>)> afterChange(const QString& title);
  void makeWaiting();
  void askSelected();
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
  ViewHistory m_views;
  QString m_viewsOf;  ///< the archive that they are of
  QTimer m_rest;      ///< a view counts as looked at when it has come to rest
  SourceUid m_without;
  struct Waiting {
    std::variant<ChangeMaker, RecordsChangeMaker> make;
    QString title;
    std::stop_token stop;
  };
  void changeOrWait(Waiting one);
  std::vector<Waiting> m_waiting;
  bool m_stepping = false;  ///< a step in the history is under way
  QString m_goesOnIn;       ///< where the waiting change is to be made
  QString m_protected;
  FindResult m_found;
  std::optional<EventId> m_selected;
  std::vector<EventId> m_picked;
  std::optional<EventId> m_measuredFrom;
  std::optional<RecordRef> m_hidden;  ///< was selected when the lens hid it
  std::optional<Topic> m_topic;
  std::optional<Instant> m_pointedAt;
  std::shared_ptr<const EventDetail> m_detail;
  QString m_path;
  ArchiveReader::Opening m_lastOpening = 0;  ///< that was asked for
  ArchiveReader::Opening m_opening = 0;      ///< that is shown
  std::uint64_t m_detailRequest = 0;
  std::uint64_t m_findRequest = 0;
  bool m_loading = false;
  bool m_restoring = false;
  QFileSystemWatcher m_watcher;
  /// The file as it was when it was last read: what our own changes do to it is no news.
  struct FileMark {
    qint64 bytes = -1;
    QDateTime modified;
    bool operator==(const FileMark&) const = default;
  };
  [[nodiscard]] FileMark fileMark() const;
  FileMark m_known;
  QTimer m_settle;  ///< a file that is being written is read when it has come to rest
};

/// The present moment as the program's instant.
[[nodiscard]] Instant currentInstant();

}  // namespace entente
