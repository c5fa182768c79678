// SPDX-License-Identifier: GPL-3.0-or-later
// Sorts events into lanes and lanes into their order.
#include "core/view/lanes.h"

#include <QHash>
#include <algorithm>
#include <unordered_map>

#include "core/view/lane_groups.h"
#include "core/view/snapshot.h"

namespace entente {

namespace {

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
    case EventKind::Event:
      return LaneKind::Events;
  }
  return LaneKind::Periods;
}

SliceMark curatedMark(const CuratedSegment& events, std::uint32_t row) {
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

/// In which place lanes of a kind come, whatever they are sorted by.
int rankOf(LaneKind kind) {
  switch (kind) {
    case LaneKind::Offices:
      return 0;
    case LaneKind::Others:
      return 2;
    case LaneKind::Rest:
      return 3;
    case LaneKind::Bulk:
      return 4;
    default:
      return 1;
  }
}

class LaneMaker {
 public:
  LaneMaker(const Snapshot& snapshot, const ViewState& view, const ShownRows& shown, LaneItems& items)
      : m_snapshot(snapshot),
        m_view(view),
        m_shown(shown),
        m_items(items),
        m_events(*snapshot.dataset.curated) {}

  std::vector<Lane> make() {
    addOffices();
    if (m_view.grouping == Grouping::Kind)
      addKinds();
    else
      addGroups();
    if (m_view.grouping == Grouping::Actor) addOfficesOfActors();
    m_items.firstBulk = m_events.size() + m_items.offices.size();
    addBulk();
    for (Lane& lane : m_lanes)
      finish(lane);
    sort();
    hide();
    return std::move(m_lanes);
  }

 private:
  [[nodiscard]] bool isShown(std::uint32_t row) const { return !m_shown.rows || m_shown.rows->contains(row); }
  [[nodiscard]] QString keyOf(const QString& group) const {
    const std::string_view word = wordOf(m_view.grouping);
    return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())) + QLatin1Char(':') + group;
  }

  SliceMark officeMark(const OfficeBar& bar, const OfficeKey& office, bool isOfActor, std::size_t track) {
    SliceMark mark;
    mark.item = ItemIndex(static_cast<std::uint32_t>(m_events.size() + m_items.offices.size()));
    mark.bounds = bar.held.bounds();
    mark.glyph = GlyphKind::Period;
    mark.track = static_cast<std::uint16_t>(track);
    mark.beginKind = bar.held.beginKind();
    mark.endKind = bar.held.endKind();
    m_items.offices.push_back({bar, office, isOfActor});
    return mark;
  }

  void addOffices() {
    m_items.tracks = officeTracks(m_snapshot, m_view);
    if (m_items.tracks.empty()) return;
    Lane lane;
    lane.kind = LaneKind::Offices;
    lane.key = QStringLiteral("offices");
    lane.trackCount = static_cast<int>(m_items.tracks.size());
    for (std::size_t track = 0; track < m_items.tracks.size(); ++track) {
      const OfficeTrack& one = m_items.tracks[track];
      for (const OfficeBar& bar : one.bars)
        lane.marks.push_back(officeMark(bar, one.key, false, track));
    }
    m_lanes.push_back(std::move(lane));
  }

  Lane& add(LaneKind kind, const QString& key, const QString& group = {}) {
    Lane& lane = m_lanes.emplace_back();
    lane.kind = kind;
    lane.key = key;
    lane.group = group;
    return lane;
  }

  void addKinds() {
    std::array<std::size_t, Words<EventKind>::list.size()> places{};
    // The kinds that there are; in an empty archive those that diplomacy is told in.
    const bool isEmpty = m_events.size() == 0 && m_snapshot.dataset.bulk->size() == 0;
    const auto isWanted = [this, isEmpty](EventKind kind) {
      if (isEmpty) return kind != EventKind::Period && kind != EventKind::Event;
      return std::ranges::find(m_events.kinds, kind) != m_events.kinds.end();
    };
    for (const EventKind kind : kEventKinds) {
      if (!isWanted(kind)) continue;
      places[static_cast<std::size_t>(kind)] = m_lanes.size();
      const std::string_view word = wordOf(kind);
      add(laneKindOf(kind), keyOf(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()))));
    }
    for (std::uint32_t row = 0; row < m_events.size(); ++row) {
      if (!isShown(row)) continue;
      m_lanes[places[static_cast<std::size_t>(m_events.kinds[row])]].marks.push_back(
          curatedMark(m_events, row));
    }
  }

  void addGroups() {
    const std::size_t first = m_lanes.size();
    std::unordered_map<QString, std::size_t> places;
    std::vector<std::uint32_t> rest;
    for (std::uint32_t row = 0; row < m_events.size(); ++row) {
      if (!isShown(row)) continue;
      const auto groups =
          groupsOf(m_snapshot, EventId{EventOrigin::Curated, m_events.keys[row]}, m_view.grouping);
      if (groups.empty()) rest.push_back(row);
      for (const QString& group : groups) {
        const auto [place, isNew] = places.try_emplace(group, m_lanes.size());
        if (isNew) {
          const bool all = m_view.grouping == Grouping::None;
          add(all ? LaneKind::Everything : LaneKind::Group, keyOf(group), group);
        }
        m_lanes[place->second].marks.push_back(curatedMark(m_events, row));
      }
    }
    shareALane(first);
    if (rest.empty()) return;
    Lane& lane = add(LaneKind::Rest, keyOf({}));
    for (const std::uint32_t row : rest)
      lane.marks.push_back(curatedMark(m_events, row));
  }

  /// The smallest of too many groups.
  void shareALane(std::size_t first) {
    if (m_lanes.size() - first <= kMostGroupLanes) return;
    std::stable_sort(m_lanes.begin() + static_cast<std::ptrdiff_t>(first), m_lanes.end(),
                     [](const Lane& a, const Lane& b) { return a.marks.size() > b.marks.size(); });
    const auto beyond = m_lanes.begin() + static_cast<std::ptrdiff_t>(first + kMostGroupLanes);
    Lane others;
    others.kind = LaneKind::Others;
    others.key = keyOf(QStringLiteral("*"));
    for (auto lane = beyond; lane != m_lanes.end(); ++lane)
      others.marks.insert(others.marks.end(), lane->marks.begin(), lane->marks.end());
    std::ranges::sort(others.marks, markOrder);
    others.marks.erase(std::unique(others.marks.begin(), others.marks.end(),
                                   [](const SliceMark& a, const SliceMark& b) { return a.item == b.item; }),
                       others.marks.end());
    m_lanes.erase(beyond, m_lanes.end());
    m_lanes.push_back(std::move(others));
  }

  void addOfficesOfActors() {
    std::unordered_map<QString, Lane*> lanes;
    for (Lane& lane : m_lanes) {
      if (lane.kind == LaneKind::Group) lanes.emplace(lane.group, &lane);
    }
    ViewState all = m_view;
    all.offices = allOffices(m_snapshot);
    for (const OfficeTrack& track : officeTracks(m_snapshot, all)) {
      for (const OfficeBar& bar : track.bars) {
        const auto lane = lanes.find(QString::fromStdString(bar.holder.value));
        if (lane != lanes.end()) lane->second->bars.push_back(officeMark(bar, track.key, true, 0));
      }
    }
    for (const auto& [group, lane] : lanes)
      layOut(*lane);
  }

  /// Each bar in the first track that is free by then.
  static void layOut(Lane& lane) {
    std::ranges::sort(lane.bars, markOrder);
    std::vector<Instant> freeFrom;
    for (SliceMark& bar : lane.bars) {
      const auto free =
          std::ranges::find_if(freeFrom, [&](Instant from) { return from <= bar.bounds.latestBegin; });
      bar.track = static_cast<std::uint16_t>(free - freeFrom.begin());
      if (free == freeFrom.end())
        freeFrom.push_back(bar.bounds.latestEnd);
      else
        *free = bar.bounds.latestEnd;
    }
    lane.trackCount = static_cast<int>(freeFrom.size());
  }

  void addBulk() {
    const BulkSegment& bulk = *m_snapshot.dataset.bulk;
    if (bulk.size() == 0) return;
    Lane& lane = add(LaneKind::Bulk, QStringLiteral("bulk"));
    if (!m_shown.bulk) return;
    lane.marks.reserve(bulk.size());
    for (std::size_t row = 0; row < bulk.size(); ++row) {
      SliceMark mark;
      mark.item = ItemIndex(static_cast<std::uint32_t>(m_items.firstBulk + row));
      const Instant begin{bulk.begins[row]};
      const Instant end{bulk.ends[row]};
      mark.bounds = {begin, plusSeconds(end, -1), plusSeconds(begin, 1), end};
      mark.glyph = GlyphKind::Figure;
      mark.weight = 0;
      lane.marks.push_back(mark);
    }
  }

  void finish(Lane& lane) const {
    lane.disputed = holdsCurated(lane.kind) && std::ranges::any_of(lane.marks, [this](const SliceMark& mark) {
                      const EventId id{EventOrigin::Curated, m_events.keys[mark.item.value]};
                      return m_snapshot.disputesOf(id).disputedFields > 0;
                    });
    std::ranges::sort(lane.marks, markOrder);
    std::ranges::sort(lane.bars, markOrder);
    Instant latest = kBeginningOfTime;
    lane.latestEndUpTo.reserve(lane.marks.size());
    for (const SliceMark& mark : lane.marks) {
      latest = std::max(latest, mark.bounds.latestEnd);
      lane.latestEndUpTo.push_back(latest);
    }
  }

  /// Where a lane comes; what compares less comes first.
  struct Place {
    std::size_t chosen = 0;
    int rank = 0;
    std::int64_t number = 0;
    QString name;

    bool operator<(const Place& other) const {
      const auto mine = std::tuple(chosen, rank, number);
      const auto its = std::tuple(other.chosen, other.rank, other.number);
      return mine != its ? mine < its : QString::localeAwareCompare(name, other.name) < 0;
    }
  };

  [[nodiscard]] Place placeOf(const Lane& lane) const {
    const std::vector<QString>& order = m_view.lanes.order;
    Place place;
    place.chosen = static_cast<std::size_t>(std::ranges::find(order, lane.key) - order.begin());
    place.rank = rankOf(lane.kind);
    LaneSort sort = m_view.lanes.sort;
    if (sort == LaneSort::Usual) {
      if (m_view.grouping == Grouping::Kind) return place;
      sort = LaneSort::Count;
    }
    if (sort == LaneSort::Count) place.number = -static_cast<std::int64_t>(lane.marks.size());
    if (sort == LaneSort::FirstDate)
      place.number =
          lane.marks.empty() ? kEndOfTime.seconds : lane.marks.front().bounds.earliestBegin.seconds;
    const QString group = lane.kind == LaneKind::Group ? lane.group : lane.key.section(QLatin1Char(':'), 1);
    place.name = groupName(m_snapshot, m_view.grouping, group);
    return place;
  }

  void sort() {
    std::vector<std::pair<Place, std::size_t>> places;
    for (std::size_t i = 0; i < m_lanes.size(); ++i)
      places.emplace_back(placeOf(m_lanes[i]), i);
    std::stable_sort(places.begin(), places.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Lane> sorted;
    sorted.reserve(m_lanes.size());
    for (const auto& [place, index] : places)
      sorted.push_back(std::move(m_lanes[index]));
    m_lanes = std::move(sorted);
  }

  void hide() {
    const LaneChoice& choice = m_view.lanes;
    const auto isIn = [](const std::vector<QString>& keys, const QString& key) {
      return std::ranges::find(keys, key) != keys.end();
    };
    const bool solo = std::ranges::any_of(m_lanes, [&](const Lane& lane) { return lane.key == choice.solo; });
    for (Lane& lane : m_lanes) {
      const bool other = lane.key != choice.solo && lane.kind != LaneKind::Offices;
      lane.hidden = solo ? other : isIn(choice.hidden, lane.key);
      lane.collapsed = isIn(choice.collapsed, lane.key);
    }
  }

  const Snapshot& m_snapshot;
  const ViewState& m_view;
  const ShownRows& m_shown;
  LaneItems& m_items;
  const CuratedSegment& m_events;
  std::vector<Lane> m_lanes;
};

}  // namespace

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
    case EventKind::Event:
      return GlyphKind::Event;
  }
  return GlyphKind::Period;
}

bool markOrder(const SliceMark& a, const SliceMark& b) {
  return std::pair(a.bounds.earliestBegin, a.item) < std::pair(b.bounds.earliestBegin, b.item);
}

std::vector<Lane> lanesOf(const Snapshot& snapshot, const ViewState& view, const ShownRows& shown,
                          LaneItems& items) {
  return LaneMaker(snapshot, view, shown, items).make();
}

}  // namespace entente
