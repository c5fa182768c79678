// SPDX-License-Identifier: GPL-3.0-or-later
// Sorts events into lanes and answers what the scene asks.
#include "core/view/lane_slices.h"
#include "core/time/date_relations.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente {

namespace {

/// A point of a mark for measuring distances: its begin, or its end if it has no begin.
Instant anchorOf(const DateBounds& bounds) {
  return bounds.earliestBegin > kBeginningOfTime ? bounds.earliestBegin : bounds.latestEnd;
}

}  // namespace

LaneSlices::LaneSlices(std::shared_ptr<const Snapshot> snapshot, const ViewState& view)
    : m_snapshot(std::move(snapshot)),
      m_grouping(view.grouping),
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
  const bool hides = m_filters && !m_greys;
  m_all = entente::lanesOf(*m_snapshot, view, {hides ? &m_matching : nullptr, !hides}, m_items);
  for (std::size_t i = 0; i < m_all.size(); ++i) {
    if (!m_all[i].hidden) m_shown.push_back(i);
  }
  const CuratedSegment& events = *m_snapshot->dataset.curated;
  for (std::uint32_t row = 0; row < events.size(); ++row)
    m_rowOfKey.emplace(events.keys[row], row);
  listLanesOfRows();
}

void LaneSlices::listLanesOfRows() {
  m_firstLaneOfRow.assign(m_snapshot->dataset.curated->size() + 1, 0);
  const auto forEachMark = [this](auto does) {
    for (int lane = 0; lane < laneCount(); ++lane) {
      if (!holdsCurated(laneKind(lane))) continue;
      for (const SliceMark& mark : laneAt(lane).marks)
        does(mark.item.value, static_cast<std::uint16_t>(lane));
    }
  };
  forEachMark([this](std::uint32_t row, std::uint16_t) { ++m_firstLaneOfRow[row + 1]; });
  for (std::size_t row = 1; row < m_firstLaneOfRow.size(); ++row)
    m_firstLaneOfRow[row] += m_firstLaneOfRow[row - 1];
  m_lanesOfRows.resize(m_firstLaneOfRow.back());
  std::vector<std::uint32_t> next = m_firstLaneOfRow;
  forEachMark([&](std::uint32_t row, std::uint16_t lane) { m_lanesOfRows[next[row]++] = lane; });
}

std::span<const std::uint16_t> LaneSlices::lanesOfRow(std::size_t row) const {
  return std::span(m_lanesOfRows)
      .subspan(m_firstLaneOfRow[row], m_firstLaneOfRow[row + 1] - m_firstLaneOfRow[row]);
}

int LaneSlices::laneCount() const {
  return static_cast<int>(m_shown.size());
}

LaneSummary LaneSlices::lane(int lane) const {
  const Lane& one = laneAt(lane);
  LaneSummary summary{one.kind == LaneKind::Offices ? LaneRole::Tracks : LaneRole::Events,
                      static_cast<std::uint32_t>(one.marks.size()), one.trackCount};
  if (one.collapsed) {
    summary.leastRows = 1;
    summary.mostRows = 1;
    if (one.kind != LaneKind::Offices) summary.trackCount = 0;
  }
  // Many small lanes: their headers say what there is in one line, where nothing is disputed.
  if (one.kind == LaneKind::Group && !one.disputed) summary.leastRows = 1;
  // One lane has the room of many.
  constexpr int kRowsOfEverything = 24;
  if (one.kind == LaneKind::Everything && !one.collapsed) summary.mostRows = kRowsOfEverything;
  return summary;
}

std::vector<SliceMark> LaneSlices::trackBars(int lane, TimeSpan span) const {
  const Lane& one = laneAt(lane);
  std::vector<SliceMark> bars;
  for (const SliceMark& bar : one.kind == LaneKind::Offices ? one.marks : one.bars) {
    if (bar.bounds.earliestBegin < span.end && bar.bounds.latestEnd > span.begin) bars.push_back(bar);
  }
  return bars;
}

SliceSource::Marks LaneSlices::marks(int lane, TimeSpan span, std::size_t most) const {
  const Lane& one = laneAt(lane);
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
  const std::vector<SliceMark>& marks = laneAt(lane).marks;
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
    const auto item = standsIn(id, lane) ? itemOf(id) : std::nullopt;
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

bool LaneSlices::isGreyed(ItemIndex item) const {
  if (!m_greys) return false;
  return item.value < m_snapshot->dataset.curated->size() ? !m_matching.contains(item.value)
                                                          : item.value >= m_items.firstBulk;
}

std::optional<int> LaneSlices::laneWithKey(const QString& key) const {
  for (int lane = 0; lane < laneCount(); ++lane) {
    if (laneAt(lane).key == key) return lane;
  }
  return std::nullopt;
}

std::optional<EventId> LaneSlices::eventOf(ItemIndex item) const {
  const Dataset& data = m_snapshot->dataset;
  if (item.value < data.curated->size()) return EventId{EventOrigin::Curated, data.curated->keys[item.value]};
  if (item.value < m_items.firstBulk) return std::nullopt;
  return EventId{EventOrigin::Bulk, data.bulk->keys[item.value - m_items.firstBulk]};
}

std::optional<ItemIndex> LaneSlices::itemOf(EventId id) const {
  if (id.origin == EventOrigin::Curated) {
    const auto found = m_rowOfKey.find(id.key);
    if (found == m_rowOfKey.end() || lanesOfRow(found->second).empty()) return std::nullopt;
    return ItemIndex(found->second);
  }
  if (m_filters && !m_greys) return std::nullopt;
  const std::vector<std::int64_t>& keys = m_snapshot->dataset.bulk->keys;
  const auto found = std::ranges::find(keys, id.key);
  if (found == keys.end()) return std::nullopt;
  return ItemIndex(
      static_cast<std::uint32_t>(m_items.firstBulk + static_cast<std::size_t>(found - keys.begin())));
}

std::span<const std::uint16_t> LaneSlices::lanesOf(EventId id) const {
  const auto found = id.origin == EventOrigin::Curated ? m_rowOfKey.find(id.key) : m_rowOfKey.end();
  return found == m_rowOfKey.end() ? std::span<const std::uint16_t>() : lanesOfRow(found->second);
}

std::optional<int> LaneSlices::laneOf(EventId id) const {
  if (id.origin == EventOrigin::Bulk) return laneWithKey(QStringLiteral("bulk"));
  const auto lanes = lanesOf(id);
  return lanes.empty() ? std::nullopt : std::optional<int>(lanes.front());
}

bool LaneSlices::standsIn(EventId id, int lane) const {
  if (id.origin == EventOrigin::Bulk) return laneOf(id) == lane;
  return std::ranges::binary_search(lanesOf(id), static_cast<std::uint16_t>(lane));
}

const OfficeItem* LaneSlices::officeOf(ItemIndex item) const {
  const std::size_t events = m_snapshot->dataset.curated->size();
  return item.value >= events && item.value < m_items.firstBulk ? &m_items.offices[item.value - events]
                                                                : nullptr;
}

QString LaneSlices::label(ItemIndex item) const {
  if (const OfficeItem* office = officeOf(item)) return office->bar.name;
  const auto id = eventOf(item);
  return id ? m_snapshot->label(*id) : QString();
}

std::optional<EventId> LaneSlices::neighbour(EventId id, Step step) const {
  const CuratedSegment& events = *m_snapshot->dataset.curated;
  const auto found = id.origin == EventOrigin::Curated ? m_rowOfKey.find(id.key) : m_rowOfKey.end();
  if (found == m_rowOfKey.end()) return std::nullopt;
  const std::int64_t by = step == Step::Next ? 1 : -1;
  for (std::int64_t row = std::int64_t{found->second} + by;
       row >= 0 && row < static_cast<std::int64_t>(events.size()); row += by) {
    const auto at = static_cast<std::size_t>(row);
    if (isMatching(at) && !lanesOfRow(at).empty()) return EventId{EventOrigin::Curated, events.keys[at]};
  }
  return std::nullopt;
}

std::optional<EventId> LaneSlices::neighbourIn(int lane, EventId id, Step step) const {
  const auto item = itemOf(id);
  if (!item || !standsIn(id, lane)) return std::nullopt;
  const std::vector<SliceMark>& marks = laneAt(lane).marks;
  const auto same = [&](const SliceMark& mark) { return mark.item == *item; };
  auto at = std::ranges::find_if(marks, same);
  while (at != marks.end()) {
    if (step == Step::Previous && at == marks.begin()) return std::nullopt;
    at += step == Step::Next ? 1 : -1;
    if (at != marks.end() && !isGreyed(at->item)) return eventOf(at->item);
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

std::optional<LaneSlices::EventInLane> LaneSlices::acrossLanes(EventId id, int lane, Step step) const {
  const auto item = itemOf(id);
  if (!item || id.origin != EventOrigin::Curated) return std::nullopt;
  const Instant at = anchorOf(m_snapshot->dataset.curated->bounds[item->value]);
  const int by = step == Step::Next ? 1 : -1;
  for (int next = lane + by; next >= 0 && next < laneCount(); next += by) {
    const Lane& other = laneAt(next);
    if (!holdsCurated(other.kind)) continue;
    if (standsIn(id, next)) return EventInLane{id, next};
    if (const auto found = closestInLane(other, at)) return EventInLane{*found, next};
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
    if (isMatching(row) && !lanesOfRow(row).empty() && (!best || distance(row) < distance(*best))) best = row;
  }
  return best ? std::optional(EventId{EventOrigin::Curated, events.keys[*best]}) : std::nullopt;
}

LaneSlices::Counts LaneSlices::countIn(TimeSpan span) const {
  Counts counts;
  const auto count = [&](const DateBounds& bounds) {
    const Certainty certainty = overlaps(bounds, span);
    if (certainty == Certainty::Certain) ++counts.certain;
    if (certainty == Certainty::Possible) ++counts.possible;
  };
  const CuratedSegment& events = *m_snapshot->dataset.curated;
  for (std::size_t row = 0; row < events.size(); ++row) {
    if (isMatching(row) && !lanesOfRow(row).empty()) count(events.bounds[row]);
  }
  const auto bulk = laneWithKey(QStringLiteral("bulk"));
  if (!bulk) return counts;
  for (const SliceMark& mark : laneAt(*bulk).marks) {
    if (!isGreyed(mark.item)) count(mark.bounds);
  }
  return counts;
}

std::vector<EventId> LaneSlices::eventsIn(TimeSpan span) const {
  std::vector<ItemIndex> items;
  for (int lane = 0; lane < laneCount(); ++lane) {
    if (!holdsCurated(laneKind(lane))) continue;
    for (const SliceMark& mark : marks(lane, span, std::numeric_limits<std::size_t>::max()).marks) {
      if (!isGreyed(mark.item)) items.push_back(mark.item);
    }
  }
  // Items are rows, and rows are in the order of begin and key. An event may stand in several lanes.
  std::ranges::sort(items);
  items.erase(std::unique(items.begin(), items.end()), items.end());
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
