// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps view and selection, and asks the archive for what they need.
#include "app/session/session.h"

#include <QDateTime>
#include <QFile>

#include "core/time/time_scale.h"

namespace entente {

namespace {

constexpr std::int64_t kShortestSpanSeconds = 60;

}  // namespace

Instant currentInstant() {
  return Instant{QDateTime::currentSecsSinceEpoch()};
}

Session::Session(QObject* parent) : QObject(parent) {}

void Session::setLoading(bool loading) {
  if (m_loading == loading) return;
  m_loading = loading;
  Q_EMIT loadingChanged(loading);
}

void Session::open(const QString& path) {
  const ArchiveReader::Opening opening = ++m_lastOpening;
  setLoading(true);
  const std::filesystem::path file = QFile::encodeName(path).toStdString();
  m_reader.open(file, opening, this, [this, opening, path](Result<std::shared_ptr<const Snapshot>> answer) {
    if (opening != m_lastOpening) return;
    setLoading(false);
    if (!answer) {
      Q_EMIT openFailed(path, answer.error());
      return;
    }
    m_reader.keepOnly(opening);
    take(std::move(*answer), opening);
  });
}

void Session::take(std::shared_ptr<const Snapshot> snapshot, ArchiveReader::Opening opening) {
  m_snapshot = std::move(snapshot);
  m_opening = opening;
  const SavedState state = openingState(*m_snapshot, currentInstant());
  m_view = state.view;
  m_slices = std::make_shared<const LaneSlices>(m_snapshot, m_view);
  // What was selected is an event of the archive that is gone.
  m_selected.reset();
  m_detail.reset();
  ++m_detailRequest;
  Q_EMIT archiveOpened();
  Q_EMIT slicesChanged();
  Q_EMIT spanChanged(m_view.span);
  if (state.selection.empty() || !select(state.selection.front())) {
    Q_EMIT selectionChanged(std::nullopt);
    Q_EMIT detailChanged();
  }
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

void Session::select(std::optional<EventId> id) {
  if (id == m_selected) return;
  m_selected = id;
  m_detail.reset();
  const std::uint64_t request = ++m_detailRequest;
  Q_EMIT selectionChanged(id);
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

}  // namespace entente
