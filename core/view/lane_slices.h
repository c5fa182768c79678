// SPDX-License-Identifier: GPL-3.0-or-later
// LaneSlices: a snapshot seen through a view, as the lanes that the timeline draws.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/layout/slice_source.h"
#include "core/view/filter.h"
#include "core/view/lanes.h"
#include "core/view/snapshot.h"

namespace entente {

/// The lanes of a view that are shown (see lanesOf), and what stands in them. With a filter whose rest is
/// hidden, lanes hold what matches alone. An event may stand in several lanes: one item, a mark in each.
/// Items are rows of the curated segment, then office bars, then rows of the bulk segment. Building is
/// O(marks); immutable.
class LaneSlices : public SliceSource {
 public:
  LaneSlices(std::shared_ptr<const Snapshot> snapshot, const ViewState& view);

  [[nodiscard]] int laneCount() const override;
  [[nodiscard]] LaneSummary lane(int lane) const override;
  [[nodiscard]] Marks marks(int lane, TimeSpan span, std::size_t most) const override;
  void density(int lane, TimeSpan span, std::span<std::uint32_t> counts) const override;
  [[nodiscard]] std::vector<SliceMark> trackBars(int lane, TimeSpan span) const override;
  [[nodiscard]] std::vector<SliceGhost> ghosts(int lane) const override;

  /// One that is shown.
  [[nodiscard]] const Lane& laneAt(int lane) const { return m_all[m_shown[static_cast<std::size_t>(lane)]]; }
  [[nodiscard]] LaneKind laneKind(int lane) const { return laneAt(lane).kind; }
  /// Those that are hidden too, in their order.
  [[nodiscard]] const std::vector<Lane>& allLanes() const { return m_all; }
  [[nodiscard]] std::size_t hiddenCount() const { return m_all.size() - m_shown.size(); }
  /// Nothing if it is hidden or not there.
  [[nodiscard]] std::optional<int> laneWithKey(const QString& key) const;
  [[nodiscard]] Grouping grouping() const { return m_grouping; }
  [[nodiscard]] const std::vector<OfficeTrack>& tracks() const { return m_items.tracks; }
  [[nodiscard]] const Snapshot& snapshot() const { return *m_snapshot; }

  /// Nothing for an office bar.
  [[nodiscard]] std::optional<EventId> eventOf(ItemIndex item) const;
  /// Nothing for an event that no lane shows.
  [[nodiscard]] std::optional<ItemIndex> itemOf(EventId id) const;
  /// The first of them; nothing for an event that no lane shows.
  [[nodiscard]] std::optional<int> laneOf(EventId id) const;
  /// All lanes that an event stands in, downwards. Valid as long as the slices are.
  [[nodiscard]] std::span<const std::uint16_t> lanesOf(EventId id) const;
  [[nodiscard]] bool standsIn(EventId id, int lane) const;
  /// Nothing for an event.
  [[nodiscard]] const OfficeItem* officeOf(ItemIndex item) const;
  /// What is written beside the mark or in the bar.
  [[nodiscard]] QString label(ItemIndex item) const;

  /// Whether the event is in a lane but does not match the view's filter, whose rest is greyed.
  [[nodiscard]] bool isGreyed(ItemIndex item) const;
  [[nodiscard]] bool greys() const { return m_greys; }

  enum class Step : std::uint8_t { Previous, Next };
  /// The curated event before or after one in time, each once whatever its lanes; neither itself nor a greyed
  /// one. Nothing at the ends.
  [[nodiscard]] std::optional<EventId> neighbour(EventId id, Step step) const;
  /// The same among the events of one lane, in which the event itself must stand.
  [[nodiscard]] std::optional<EventId> neighbourIn(int lane, EventId id, Step step) const;
  struct EventInLane {
    EventId event;
    int lane = 0;
    bool operator==(const EventInLane&) const = default;
  };
  /// From an event in one of its lanes: the event of the nearest non-empty lane above or below that begins
  /// closest in time; the same event where it stands there too.
  [[nodiscard]] std::optional<EventInLane> acrossLanes(EventId id, int lane, Step step) const;
  /// The event that begins closest to an instant.
  [[nodiscard]] std::optional<EventId> nearest(Instant at) const;

  /// How many curated and bulk events of the lanes that match certainly or possibly lie in a span.
  struct Counts {
    std::int64_t certain = 0;
    std::int64_t possible = 0;
  };
  [[nodiscard]] Counts countIn(TimeSpan span) const;
  /// Of the archive, whatever the filter.
  [[nodiscard]] std::int64_t eventCount() const;
  /// Of those, the ones that match the filter.
  [[nodiscard]] std::int64_t matchingCount() const { return m_matchingCount; }
  /// The curated events of all lanes, greyed ones left out, whose outer bounds overlap the span; by begin,
  /// then key.
  [[nodiscard]] std::vector<EventId> eventsIn(TimeSpan span) const;

 private:
  [[nodiscard]] bool isMatching(std::size_t row) const;
  void listLanesOfRows();
  [[nodiscard]] std::span<const std::uint16_t> lanesOfRow(std::size_t row) const;
  [[nodiscard]] std::optional<EventId> closestInLane(const Lane& lane, Instant at) const;

  std::shared_ptr<const Snapshot> m_snapshot;
  Grouping m_grouping;
  LaneItems m_items;
  std::vector<Lane> m_all;
  std::vector<std::size_t> m_shown;  ///< places in m_all
  /// The shown lanes of every curated row, one after the other, and where those of a row begin.
  std::vector<std::uint16_t> m_lanesOfRows;
  std::vector<std::uint32_t> m_firstLaneOfRow;
  std::unordered_map<std::int64_t, std::uint32_t> m_rowOfKey;  ///< curated key -> row
  RowSet m_matching;                                           ///< rows that match the filter
  std::int64_t m_matchingCount = 0;
  bool m_filters = false;  ///< the filter is not empty
  bool m_greys = false;    ///< and its rest is greyed
};

}  // namespace entente
