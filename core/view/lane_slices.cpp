// SPDX-License-Identifier: GPL-3.0-or-later
// Sorts events into lanes and answers what the scene asks.
#include "core/view/lane_slices.h"
#include "core/time/date_relations.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente {

namespace {

GlyphKind glyphOf(EventKind kind, StatementForm form) {
  switch (kind) {
    case EventKind::Summit:
      return GlyphKind::Summit;
    case EventKind::Message:
      return GlyphKind::Message;
    case EventKind::Pledge:
      return GlyphKind::Pledge;
    case EventKind::Statement:
      return form == StatementForm::Ruling ? GlyphKind::Ruling : GlyphKind::Statement;
    case EventKind::Period:
      return GlyphKind::Period;
  }
  return GlyphKind::Period;
}

LaneKind laneKindOf(EventKind kind) {
  switch (kind) {
    case EventKind::Summit:
      return LaneKind::Summits;
    case EventKind::Message:
      return LaneKind::Messages;
    case EventKind::Pledge:
      return LaneKind::Pledges;
    case EventKind::Statement:
      return LaneKind::Statements;
    case EventKind::Period:
      return LaneKind::Periods;
  }
  return LaneKind::Periods;
}

bool markOrder(const SliceMark& a, const SliceMark& b) {
  return std::pair(a.bounds.earliestBegin, a.item) < std::pair(b.bounds.earliestBegin, b.item);
}

/// A point of a mark for measuring distances: its begin, or its end if it has no begin.
Instant anchorOf(const DateBounds& bounds) {
  return bounds.earliestBegin > kBeginningOfTime ? bounds.earliestBegin : bounds.latestEnd;
}

}  // namespace

LaneSlices::LaneSlices(std::shared_ptr<const Snapshot> snapshot, const ViewState& view)
    : m_snapshot(std::move(snapshot)),
      m_tracks(officeTracks(*m_snapshot, view)),
      m_filters(!view.filter.isEmpty()),
      m_greys(m_filters && view.filter.rest == RestOfEvents::Greyed) {
  m_matchingCount = eventCount();
  if (m_filters) {
    m_matching = matchingRows(*m_snapshot, view.filter);
    const auto matchesFilter = [&](std::int64_t key) {
      return matches(*m_snapshot, EventId{EventOrigin::Curated, key}, view.filter);
    };
    m_matchingCount = static_cast<std::int64_t>(m_matching.count()) +
                      std::ranges::count_if(m_snapshot->dataset.curated->undated, matchesFilter);
  }
  addOffices();
  addCurated();
  addBulk();
  for (Lane& lane : m_lanes) {
    std::ranges::sort(lane.marks, markOrder);
    Instant latest = kBeginningOfTime;
    for (const SliceMark& mark : lane.marks) {
      latest = std::max(latest, mark.bounds.latestEnd);
      lane.latestEndUpTo.push_back(latest);
    }
  }
}

void LaneSlices::addOffices() {
  Lane lane{LaneKind::Offices, {}, {}, static_cast<int>(m_tracks.size())};
  auto item = static_cast<std::uint32_t>(m_snapshot->dataset.curated->size());
  for (std::size_t track = 0; track < m_tracks.size(); ++track) {
    for (const OfficeBar& bar : m_tracks[track].bars) {
      SliceMark mark;
      mark.item = ItemIndex(item++);
      mark.bounds = bar.held.bounds();
      mark.glyph = GlyphKind::Period;
      mark.track = static_cast<std::uint16_t>(track);
      mark.beginKind = bar.held.beginKind();
      mark.endKind = bar.held.endKind();
      lane.marks.push_back(mark);
      m_bars.push_back(&bar);
    }
  }
  m_firstBulk = item;
  if (lane.trackCount > 0) m_lanes.push_back(std::move(lane));
}

SliceMark LaneSlices::curatedMark(std::uint32_t row) const {
  const CuratedSegment& events = *m_snapshot->dataset.curated;
  SliceMark mark;
  mark.item = ItemIndex(row);
  mark.bounds = events.bounds[row];
  mark.fade = events.fades[row];
  mark.glyph = glyphOf(events.kinds[row], events.forms[row]);
  mark.weight = events.weights[row];
  mark.beginKind = events.beginKinds[row];
  mark.endKind = events.endKinds[row];
  mark.uncertain = (events.flags[row] & CuratedSegment::kUncertain) != 0;
  mark.approximate = (events.flags[row] & CuratedSegment::kApproximate) != 0;
  mark.scheduled = (events.flags[row] & CuratedSegment::kScheduled) != 0;
  return mark;
}

void LaneSlices::addCurated() {
  for (const LaneKind kind : {LaneKind::Summits, LaneKind::Messages, LaneKind::Pledges, LaneKind::Statements})
    m_lanes.push_back({kind, {}, {}, 0});
  const CuratedSegment& events = *m_snapshot->dataset.curated;
  for (std::uint32_t row = 0; row < events.size(); ++row) {
    m_rowOfKey.emplace(events.keys[row], row);
    const LaneKind kind = laneKindOf(events.kinds[row]);
    auto lane = std::ranges::find(m_lanes, kind, &Lane::kind);
    if (lane == m_lanes.end()) lane = m_lanes.insert(m_lanes.end(), Lane{kind, {}, {}, 0});
    if (isShown(row)) lane->marks.push_back(curatedMark(row));
  }
}

void LaneSlices::addBulk() {
  const BulkSegment& bulk = *m_snapshot->dataset.bulk;
  if (bulk.size() == 0) return;
  Lane lane{LaneKind::Bulk, {}, {}, 0};
  if (m_filters && !m_greys) {
    m_lanes.push_back(std::move(lane));
    return;
  }
  lane.marks.reserve(bulk.size());
  for (std::size_t row = 0; row < bulk.size(); ++row) {
    SliceMark mark;
    mark.item = ItemIndex(static_cast<std::uint32_t>(m_firstBulk + row));
    const Instant begin{bulk.begins[row]};
    const Instant end{bulk.ends[row]};
    mark.bounds = {begin, plusSeconds(end, -1), plusSeconds(begin, 1), end};
    mark.glyph = GlyphKind::Figure;
    mark.weight = 0;
    lane.marks.push_back(mark);
  }
  m_lanes.push_back(std::move(lane));
}

int LaneSlices::laneCount() const {
  return static_cast<int>(m_lanes.size());
}

LaneSummary LaneSlices::lane(int lane) const {
  const Lane& one = m_lanes[static_cast<std::size_t>(lane)];
  return {one.kind == LaneKind::Offices ? LaneRole::Tracks : LaneRole::Events,
          static_cast<std::uint32_t>(one.marks.size()), one.trackCount};
}

SliceSource::Marks LaneSlices::marks(int lane, TimeSpan span, std::size_t most) const {
  const Lane& one = m_lanes[static_cast<std::size_t>(lane)];
  // Marks before `first` all end before the span; those from `last` on begin after it.
  const auto first = std::ranges::upper_bound(one.latestEndUpTo, span.begin) - one.latestEndUpTo.begin();
  const auto last = std::ranges::lower_bound(one.marks, span.end, {},
                                             [](const SliceMark& m) { return m.bounds.earliestBegin; }) -
                    one.marks.begin();
  Marks found;
  for (auto i = first; i < last; ++i) {
    const SliceMark& mark = one.marks[static_cast<std::size_t>(i)];
    if (mark.bounds.latestEnd > span.begin) found.marks.push_back(mark);
  }
  if (found.marks.size() > most) {
    found.all = false;
    std::ranges::stable_sort(found.marks, std::ranges::greater(), &SliceMark::weight);
    found.marks.resize(most);
    std::ranges::sort(found.marks, markOrder);
  }
  return found;
}

void LaneSlices::density(int lane, TimeSpan span, std::span<std::uint32_t> counts) const {
  const auto begin = [](const SliceMark& mark) { return mark.bounds.earliestBegin; };
  const std::vector<SliceMark>& marks = m_lanes[static_cast<std::size_t>(lane)].marks;
  auto from = std::ranges::lower_bound(marks, span.begin, {}, begin);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double share = static_cast<double>(i + 1) / static_cast<double>(counts.size());
    const Instant stop =
        i + 1 == counts.size()
            ? span.end
            : plusSeconds(span.begin, std::llround(static_cast<double>(span.seconds()) * share));
    const auto to = std::ranges::lower_bound(from, marks.end(), stop, {}, begin);
    counts[i] += static_cast<std::uint32_t>(to - from);
    from = to;
  }
}

std::vector<SliceGhost> LaneSlices::ghosts(int lane) const {
  std::vector<SliceGhost> ghosts;
  for (const auto& [id, rivals] : m_snapshot->rivalDates) {
    const auto item = laneOf(id) == lane ? itemOf(id) : std::nullopt;
    if (!item) continue;
    for (std::uint32_t i = 0; i < rivals.size(); ++i) {
      const FuzzyDate& when = rivals[i].when;
      ghosts.push_back(
          {*item, i, when.bounds(), when.beginKind(), when.endKind(), m_snapshot->strengthOf(rivals[i])});
    }
  }
  return ghosts;
}

bool LaneSlices::isMatching(std::size_t row) const {
  return !m_filters || m_matching.contains(row);
}

bool LaneSlices::isShown(std::size_t row) const {
  return m_greys || isMatching(row);
}

bool LaneSlices::isGreyed(ItemIndex item) const {
  if (!m_greys) return false;
  return item.value < m_snapshot->dataset.curated->size() ? !m_matching.contains(item.value)
                                                          : item.value >= m_firstBulk;
}

LaneKind LaneSlices::laneKind(int lane) const {
  return m_lanes[static_cast<std::size_t>(lane)].kind;
}

std::optional<EventId> LaneSlices::eventOf(ItemIndex item) const {
  const Dataset& data = m_snapshot->dataset;
  if (item.value < data.curated->size()) return EventId{EventOrigin::Curated, data.curated->keys[item.value]};
  if (item.value < m_firstBulk) return std::nullopt;
  return EventId{EventOrigin::Bulk, data.bulk->keys[item.value - m_firstBulk]};
}

std::optional<ItemIndex> LaneSlices::itemOf(EventId id) const {
  if (id.origin == EventOrigin::Curated) {
    const auto found = m_rowOfKey.find(id.key);
    if (found == m_rowOfKey.end() || !isShown(found->second)) return std::nullopt;
    return ItemIndex(found->second);
  }
  if (m_filters && !m_greys) return std::nullopt;
  const std::vector<std::int64_t>& keys = m_snapshot->dataset.bulk->keys;
  const auto found = std::ranges::find(keys, id.key);
  if (found == keys.end()) return std::nullopt;
  return ItemIndex(static_cast<std::uint32_t>(m_firstBulk + static_cast<std::size_t>(found - keys.begin())));
}

std::optional<int> LaneSlices::laneOf(EventId id) const {
  LaneKind kind = LaneKind::Bulk;
  if (id.origin == EventOrigin::Curated) {
    const auto found = m_rowOfKey.find(id.key);
    if (found == m_rowOfKey.end() || !isShown(found->second)) return std::nullopt;
    kind = laneKindOf(m_snapshot->dataset.curated->kinds[found->second]);
  }
  const auto lane = std::ranges::find(m_lanes, kind, &Lane::kind);
  return lane == m_lanes.end() ? std::nullopt : std::optional(static_cast<int>(lane - m_lanes.begin()));
}

const OfficeBar* LaneSlices::officeOf(ItemIndex item) const {
  const std::size_t events = m_snapshot->dataset.curated->size();
  return item.value >= events && item.value < m_firstBulk ? m_bars[item.value - events] : nullptr;
}

QString LaneSlices::label(ItemIndex item) const {
  if (const OfficeBar* bar = officeOf(item)) return bar->name;
  const auto id = eventOf(item);
  return id ? m_snapshot->label(*id) : QString();
}

std::optional<EventId> LaneSlices::neighbour(EventId id, Step step, bool inLane) const {
  const CuratedSegment& events = *m_snapshot->dataset.curated;
  const auto found = id.origin == EventOrigin::Curated ? m_rowOfKey.find(id.key) : m_rowOfKey.end();
  if (found == m_rowOfKey.end()) return std::nullopt;
  const std::int64_t by = step == Step::Next ? 1 : -1;
  for (std::int64_t row = std::int64_t{found->second} + by;
       row >= 0 && row < static_cast<std::int64_t>(events.size()); row += by) {
    const auto at = static_cast<std::size_t>(row);
    if (!isMatching(at)) continue;
    if (!inLane || events.kinds[at] == events.kinds[found->second])
      return EventId{EventOrigin::Curated, events.keys[at]};
  }
  return std::nullopt;
}

std::optional<EventId> LaneSlices::closestInLane(const Lane& lane, Instant at) const {
  const SliceMark* best = nullptr;
  for (const SliceMark& mark : lane.marks) {
    if (isGreyed(mark.item)) continue;
    const auto distance = [at](const SliceMark& m) {
      return std::abs(anchorOf(m.bounds).seconds - at.seconds);
    };
    if (!best || distance(mark) < distance(*best)) best = &mark;
  }
  return best ? eventOf(best->item) : std::nullopt;
}

std::optional<EventId> LaneSlices::acrossLanes(EventId id, Step step) const {
  const auto lane = laneOf(id);
  const auto item = itemOf(id);
  if (!lane || !item || id.origin != EventOrigin::Curated) return std::nullopt;
  const Instant at = anchorOf(m_snapshot->dataset.curated->bounds[item->value]);
  const int by = step == Step::Next ? 1 : -1;
  for (int next = *lane + by; next >= 0 && next < laneCount(); next += by) {
    const Lane& other = m_lanes[static_cast<std::size_t>(next)];
    if (other.kind == LaneKind::Offices || other.kind == LaneKind::Bulk) continue;
    if (auto found = closestInLane(other, at)) return found;
  }
  return std::nullopt;
}

std::optional<EventId> LaneSlices::nearest(Instant at) const {
  const CuratedSegment& events = *m_snapshot->dataset.curated;
  std::optional<std::size_t> best;
  const auto distance = [&](std::size_t row) {
    return std::abs(anchorOf(events.bounds[row]).seconds - at.seconds);
  };
  for (std::size_t row = 0; row < events.size(); ++row) {
    if (isMatching(row) && (!best || distance(row) < distance(*best))) best = row;
  }
  return best ? std::optional(EventId{EventOrigin::Curated, events.keys[*best]}) : std::nullopt;
}

LaneSlices::Counts LaneSlices::countIn(TimeSpan span) const {
  Counts counts;
  for (const Lane& lane : m_lanes) {
    if (lane.kind == LaneKind::Offices) continue;
    for (const SliceMark& mark : lane.marks) {
      if (isGreyed(mark.item)) continue;
      const Certainty certainty = overlaps(mark.bounds, span);
      if (certainty == Certainty::Certain) ++counts.certain;
      if (certainty == Certainty::Possible) ++counts.possible;
    }
  }
  return counts;
}

std::vector<EventId> LaneSlices::eventsIn(TimeSpan span) const {
  std::vector<ItemIndex> items;
  for (int lane = 0; lane < laneCount(); ++lane) {
    const LaneKind kind = laneKind(lane);
    if (kind == LaneKind::Offices || kind == LaneKind::Bulk) continue;
    for (const SliceMark& mark : marks(lane, span, std::numeric_limits<std::size_t>::max()).marks) {
      if (!isGreyed(mark.item)) items.push_back(mark.item);
    }
  }
  // Items are rows, and rows are in the order of begin and key.
  std::ranges::sort(items);
  std::vector<EventId> events;
  events.reserve(items.size());
  for (const ItemIndex item : items)
    events.push_back({EventOrigin::Curated, m_snapshot->dataset.curated->keys[item.value]});
  return events;
}

std::int64_t LaneSlices::eventCount() const {
  return static_cast<std::int64_t>(m_snapshot->dataset.curated->size() +
                                   m_snapshot->dataset.curated->undated.size() +
                                   m_snapshot->dataset.bulk->size());
}

}  // namespace entente
