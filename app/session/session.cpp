// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps view and selection, and asks the archive for what they need.
#include "app/session/session.h"

#include <QDateTime>

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
  const std::uint64_t request = ++m_openRequest;
  setLoading(true);
  m_reader.open(path.toStdString(), this,
                [this, request, path](Result<std::shared_ptr<const Snapshot>> answer) {
                  if (request != m_openRequest) return;
                  setLoading(false);
                  if (answer) {
                    take(std::move(*answer));
                  } else {
                    Q_EMIT openFailed(path, answer.error());
                  }
                });
}

void Session::take(std::shared_ptr<const Snapshot> snapshot) {
  m_snapshot = std::move(snapshot);
  const SavedState state = openingState(*m_snapshot, currentInstant());
  m_view = state.view;
  m_slices = std::make_shared<const LaneSlices>(m_snapshot, m_view);
  Q_EMIT archiveOpened();
  Q_EMIT slicesChanged();
  Q_EMIT spanChanged(m_view.span);
  m_selected.reset();
  if (state.selection.empty() || !select(state.selection.front())) {
    m_detail.reset();
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

void Session::showAll() {
  if (m_snapshot) setSpan(wholeSpan(m_snapshot->dataset, currentInstant()));
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
  m_reader.detail(*id, this, [this, request](Result<std::shared_ptr<const EventDetail>> answer) {
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
