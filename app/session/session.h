// SPDX-License-Identifier: GPL-3.0-or-later
// Session: the archive that a window shows, what part of it is looked at and what is picked; all that panes
// share.
#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "app/session/archive_reader.h"
#include "core/base/error.h"
#include "core/view/lane_slices.h"
#include "core/view/view_state.h"

namespace entente {

/// GUI thread. Slow things run on the archive's thread; an answer that is no longer wanted is dropped.
class Session : public QObject {
  Q_OBJECT

 public:
  explicit Session(QObject* parent = nullptr);

  /// Opens a file; archiveOpened or openFailed follows. What was open stays until then.
  void open(const QString& path);

  /// Null while no archive is open.
  [[nodiscard]] const std::shared_ptr<const Snapshot>& snapshot() const { return m_snapshot; }
  [[nodiscard]] const std::shared_ptr<const LaneSlices>& slices() const { return m_slices; }

  [[nodiscard]] const ViewState& view() const { return m_view; }
  /// Kept between one minute and the ends of time; an empty span is ignored.
  void setSpan(TimeSpan span);
  void setOffices(const std::vector<OfficeKey>& offices);

  [[nodiscard]] std::optional<EventId> selected() const { return m_selected; }
  /// Picks one event, or none. Detail follows by detailChanged.
  void select(std::optional<EventId> id);
  /// Picks what a reference names; false if it is no event of the archive.
  bool select(const RecordRef& ref);
  /// Of the selected event; null until it has come, and if nothing is selected.
  [[nodiscard]] const std::shared_ptr<const EventDetail>& detail() const { return m_detail; }

 Q_SIGNALS:
  void loadingChanged(bool loading);
  void archiveOpened();
  void openFailed(const QString& path, const entente::Error& error);
  void spanChanged(entente::TimeSpan span);
  void slicesChanged();  ///< other data, filter, grouping or tracks
  void selectionChanged(std::optional<entente::EventId> id);
  void detailChanged();
  void detailFailed(const entente::Error& error);

 private:
  void take(std::shared_ptr<const Snapshot> snapshot, ArchiveReader::Opening opening);
  void setLoading(bool loading);

  ArchiveReader m_reader;
  std::shared_ptr<const Snapshot> m_snapshot;
  std::shared_ptr<const LaneSlices> m_slices;
  ViewState m_view;
  std::optional<EventId> m_selected;
  std::shared_ptr<const EventDetail> m_detail;
  ArchiveReader::Opening m_lastOpening = 0;  ///< that was asked for
  ArchiveReader::Opening m_opening = 0;      ///< that is shown
  std::uint64_t m_detailRequest = 0;
  bool m_loading = false;
};

/// The present moment as the program's instant.
[[nodiscard]] Instant currentInstant();

}  // namespace entente
