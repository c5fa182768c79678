// SPDX-License-Identifier: GPL-3.0-or-later
// LaneSlices: a snapshot seen through a view, as the lanes that the timeline draws.
#pragma once

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "core/layout/slice_source.h"
#include "core/view/filter.h"
#include "core/view/office_tracks.h"
#include "core/view/snapshot.h"

namespace entente {

enum class LaneKind : std::uint8_t { Offices, Summits, Messages, Pledges, Statements, Periods, Bulk };

/// Lanes by kind: offices as tracks, then summits, messages, pledges and statements (also when empty), then
/// periods and machine-coded events where there are any. With a filter whose rest is hidden, lanes hold what
/// matches alone; a lane without any stays. Items are rows of the curated segment, then office
/// bars, then rows of the bulk segment. Building is O(events); immutable.
class LaneSlices : public SliceSource {
 public:
  LaneSlices(std::shared_ptr<const Snapshot> snapshot, const ViewState& view);

  [[nodiscard]] int laneCount() const override;
  [[nodiscard]] LaneSummary lane(int lane) const override;
  [[nodiscard]] Marks marks(int lane, TimeSpan span, std::size_t most) const override;
  void density(int lane, TimeSpan span, std::span<std::uint32_t> counts) const override;
  [[nodiscard]] std::vector<SliceGhost> ghosts(int lane) const override;

  [[nodiscard]] LaneKind laneKind(int lane) const;
  [[nodiscard]] const std::vector<OfficeTrack>& tracks() const { return m_tracks; }
  [[nodiscard]] const Snapshot& snapshot() const { return *m_snapshot; }

  /// Nothing for an office bar.
  [[nodiscard]] std::optional<EventId> eventOf(ItemIndex item) const;
  /// Nothing for an event that no lane shows.
  [[nodiscard]] std::optional<ItemIndex> itemOf(EventId id) const;
  /// Nothing for an event that no lane shows.
  [[nodiscard]] std::optional<int> laneOf(EventId id) const;
  /// Nothing for an event.
  [[nodiscard]] const OfficeBar* officeOf(ItemIndex item) const;
  /// What is written beside the mark or in the bar.
  [[nodiscard]] QString label(ItemIndex item) const;

  /// Whether the event is in a lane but does not match the view's filter, whose rest is greyed.
  [[nodiscard]] bool isGreyed(ItemIndex item) const;
  [[nodiscard]] bool greys() const { return m_greys; }

  /// The curated event before or after one in time, in its lane or in all; itself and greyed ones are never
  /// returned. Nothing at the ends.
  enum class Step : std::uint8_t { Previous, Next };
  [[nodiscard]] std::optional<EventId> neighbour(EventId id, Step step, bool inLane) const;
  /// The event of the nearest non-empty lane above or below that begins closest in time.
  [[nodiscard]] std::optional<EventId> acrossLanes(EventId id, Step step) const;
  /// The event that begins closest to an instant.
  [[nodiscard]] std::optional<EventId> nearest(Instant at) const;

  /// How many curated and bulk events that match certainly or possibly lie in a span.
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
  struct Lane {
    LaneKind kind;
    std::vector<SliceMark> marks;        ///< by earliestBegin, then item
    std::vector<Instant> latestEndUpTo;  ///< running maximum of latestEnd: where overlapping marks can begin
    int trackCount = 0;
  };

  [[nodiscard]] bool isMatching(std::size_t row) const;
  [[nodiscard]] bool isShown(std::size_t row) const;  ///< stands in its lane, greyed or not
  void addOffices();
  void addCurated();
  void addBulk();
  [[nodiscard]] SliceMark curatedMark(std::uint32_t row) const;
  [[nodiscard]] std::optional<EventId> closestInLane(const Lane& lane, Instant at) const;

  std::shared_ptr<const Snapshot> m_snapshot;
  std::vector<OfficeTrack> m_tracks;
  std::vector<const OfficeBar*> m_bars;
  std::vector<Lane> m_lanes;
  std::unordered_map<std::int64_t, std::uint32_t> m_rowOfKey;  ///< curated key -> row
  std::size_t m_firstBulk = 0;
  RowSet m_matching;  ///< rows that match the filter
  std::int64_t m_matchingCount = 0;
  bool m_filters = false;  ///< the filter is not empty
  bool m_greys = false;    ///< and its rest is greyed
};

}  // namespace entente
