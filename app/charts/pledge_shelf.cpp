// SPDX-License-Identifier: GPL-3.0-or-later
// Lists from the snapshot, reads by questions to the archive.
#include "app/charts/pledge_shelf.h"

#include <algorithm>
#include <unordered_map>

#include "app/session/session.h"

namespace entente {

namespace {

Instant begins(const PledgeShelf::Entry& entry) {
  return entry.when ? entry.when->bounds().earliestBegin : kEndOfTime;
}

}  // namespace

PledgeShelf::PledgeShelf(Session& session) : m_session(session) {
  connect(&session, &Session::snapshotChanged, this, &PledgeShelf::list);
  connect(&session, &Session::archiveClosed, this, &PledgeShelf::list);
  list();
}

bool PledgeShelf::isWeightier(const Entry& a, const Entry& b) {
  if (a.isMeasured() != b.isMeasured()) return a.isMeasured();
  if (a.weight != b.weight) return a.weight > b.weight;
  return begins(a) > begins(b);
}

void PledgeShelf::list() {
  ++m_listing;
  m_toldMeasured = false;
  m_entries.clear();
  m_unread.clear();
  if (const auto& snapshot = m_session.snapshot()) {
    const CuratedSegment& rows = *snapshot->dataset.curated;
    std::unordered_map<std::int64_t, int> weights;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (rows.kinds[row] == EventKind::Pledge) weights.emplace(rows.keys[row], rows.weights[row]);
    }
    for (const auto& [id, title] : snapshot->titles) {
      if (title.kind != EventKind::Pledge) continue;
      const auto weight = weights.find(id.key);
      m_entries.push_back({id,
                           {RecordKind::Pledge, title.uid.value},
                           snapshot->label(id).simplified(),
                           title.when,
                           weight == weights.end() ? 0 : weight->second,
                           false,
                           std::nullopt});
    }
  }
  std::ranges::sort(m_entries, [](const Entry& a, const Entry& b) {
    return std::pair(begins(a), a.id) < std::pair(begins(b), b.id);
  });
  std::vector<const Entry*> byWeight;
  for (const Entry& entry : m_entries)
    byWeight.push_back(&entry);
  std::ranges::sort(byWeight, [](const Entry* a, const Entry* b) { return isWeightier(*b, *a); });
  for (const Entry* entry : byWeight)
    m_unread.push_back(entry->id);
  Q_EMIT listed();
  readNext();
}

void PledgeShelf::readNext() {
  if (m_unread.empty()) return;
  const EventId id = m_unread.back();
  m_session.askDetail(id, this,
                      [this, id, listing = m_listing](Result<std::shared_ptr<const EventDetail>> answer) {
                        if (listing != m_listing) return;
                        const auto* pledge = answer ? std::get_if<Pledge>(&(*answer)->record) : nullptr;
                        take(id, pledge ? std::optional(*pledge) : std::nullopt);
                      });
}

void PledgeShelf::take(EventId id, std::optional<Pledge> record) {
  m_unread.pop_back();
  const bool isMeasured = record && record->measuredBy;
  const auto entry = std::ranges::find(m_entries, id, &Entry::id);
  entry->isRead = true;
  entry->record = std::move(record);
  const bool isFirstMeasured = isMeasured && !m_toldMeasured;
  m_toldMeasured = m_toldMeasured || isMeasured;
  if (isFirstMeasured || m_unread.empty()) Q_EMIT recordsRead();
  readNext();
}

const PledgeShelf::Entry* PledgeShelf::find(EventId id) const {
  const auto found = std::ranges::find(m_entries, id, &Entry::id);
  return found == m_entries.end() ? nullptr : &*found;
}

std::vector<const PledgeShelf::Entry*> PledgeShelf::partsOf(const EventUid& whole) const {
  std::vector<const Entry*> parts;
  for (const Entry& entry : m_entries) {
    if (entry.record && !whole.value.empty() && entry.record->partOf == whole) parts.push_back(&entry);
  }
  return parts;
}

std::vector<Pledge> PledgeShelf::records() const {
  std::vector<Pledge> pledges;
  for (const Entry& entry : m_entries) {
    if (entry.record) pledges.push_back(*entry.record);
  }
  return pledges;
}

const PledgeShelf::Entry* PledgeShelf::weightiest() const {
  const auto best = std::ranges::min_element(m_entries, isWeightier);
  if (best == m_entries.end()) return nullptr;
  // They are read in order of weight: the first measured one stays the weightiest.
  return best->isMeasured() || isComplete() ? &*best : nullptr;
}

}  // namespace entente
