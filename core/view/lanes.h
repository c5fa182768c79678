// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes: the lanes of a view with the marks in them, before anybody asks for a part of them.
#pragma once

#include <cstdint>
#include <vector>

#include "core/layout/slice_source.h"
#include "core/view/filter.h"
#include "core/view/lane_choice.h"
#include "core/view/office_tracks.h"

namespace entente {

enum class LaneKind : std::uint8_t {
  Offices,
  Summits,
  Messages,
  Pledges,
  Statements,
  Periods,
  Events,
  Group,       ///< of one actor, country ...
  Everything,  ///< lanes by nothing
  Others,      ///< of the groups that have no lane of their own: there are too many
  Rest,        ///< of events without a group
  Bulk         ///< machine-coded events
};
[[nodiscard]] inline bool holdsCurated(LaneKind kind) {
  return kind != LaneKind::Offices && kind != LaneKind::Bulk;
}

/// More groups than this share a lane: those with the fewest events.
inline constexpr std::size_t kMostGroupLanes = 250;

struct Lane {
  LaneKind kind = LaneKind::Everything;
  QString group;  ///< of a Group lane
  QString key;    ///< "kind:message", "actor:UID", "actor:" (without), "offices" ...: stays through changes
  bool hidden = false;
  bool collapsed = false;
  bool disputed = false;               ///< sources disagree over one of its curated events
  std::vector<SliceMark> marks;        ///< by earliestBegin, then item; of the Offices lane its bars
  std::vector<Instant> latestEndUpTo;  ///< running maximum of latestEnd: where overlapping marks can begin
  std::vector<SliceMark> bars;         ///< of tracks above the marks, by earliestBegin
  int trackCount = 0;
};

/// An office bar with the office that it is of.
struct OfficeItem {
  OfficeBar bar;
  OfficeKey office;
  bool isOfActor = false;  ///< in the lane of its holder
};

/// Everything that stands in a picture by number: rows of the curated segment, then office bars, then rows of
/// the bulk segment.
struct LaneItems {
  std::vector<OfficeItem> offices;
  std::vector<OfficeTrack> tracks;  ///< of the Offices lane
  std::size_t firstBulk = 0;
};

/// Which curated rows stand in lanes (a filter may hide the rest), and whether bulk events do.
struct ShownRows {
  const RowSet* rows = nullptr;  ///< null: all
  bool bulk = true;
};

/// What stands for an event; the form is that of a statement.
[[nodiscard]] GlyphKind glyphOf(EventKind kind, StatementForm form = StatementForm::Statement);

/// The order of marks in a lane: by earliestBegin, then item.
[[nodiscard]] bool markOrder(const SliceMark& a, const SliceMark& b);

/// Sorts what is shown into lanes: all of them in their order, also those that are hidden. Kinds have a lane
/// each also where there are no events of them (but for periods); groups only where there are. By actor, the
/// offices that an actor held stand in the actor's lane. O(n log n).
[[nodiscard]] std::vector<Lane> lanesOf(const Snapshot& snapshot, const ViewState& view,
                                        const ShownRows& shown, LaneItems& items);

}  // namespace entente
