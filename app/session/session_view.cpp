// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked at: span, lanes, filter, lens and the way back.
#include "app/session/session.h"

#include <algorithm>
#include <memory>

namespace entente {

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

void Session::setChart(const ChartChoice& chart) {
  if (chart == m_view.chart || !m_snapshot) return;
  m_view.chart = chart;
  Q_EMIT chartChanged();
}

void Session::pointAt(std::optional<Instant> at) {
  if (at == m_pointedAt) return;
  m_pointedAt = at;
  Q_EMIT pointedChanged(at);
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
  setChart(view.chart);
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

}  // namespace entente
