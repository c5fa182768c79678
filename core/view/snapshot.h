// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshot: an archive as it is seen: what its claims resolve to, as known by a day where one is given.
#pragma once

#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/ledger/known_from.h"
#include "core/ledger/ledger.h"
#include "core/view/archive_content.h"
#include "core/view/view_state.h"

namespace entente {

/// A date that somebody claims for an event, beside the one that it is shown at.
struct RivalDate {
  FuzzyDate when;
  Topic topic;
  std::size_t value = 0;  ///< of the topic's resolution
};

/// A link between two events, seen from one of them.
struct EventLink {
  EventId other;
  Relation relation = Relation::Follows;
  bool outgoing = true;  ///< this one is the link's `from`

  bool operator==(const EventLink&) const = default;
};

/// Immutable once made; shared between threads as shared_ptr<const Snapshot>. What the lens hides is not
/// there.
struct Snapshot {
  std::shared_ptr<const ArchiveContent> content;
  Lens lens;
  Ledger ledger;
  ArchiveInfo info;
  bool isWritable = false;  ///< the file and its folder let this process write
  Dataset dataset;
  std::unordered_map<EventId, EventTitle> titles;
  std::vector<Office> offices;
  std::unordered_map<Uid, Actor> actors;
  std::unordered_map<EventId, EventParties> parties;
  std::unordered_map<EventId, Disputes> disputes;  ///< of events that have claims
  std::unordered_map<EventId, std::vector<RivalDate>> rivalDates;
  std::unordered_map<EventId, std::vector<EventLink>> links;  ///< by the other's begin, then key
  std::unordered_map<EventId, KnownFrom> knownFrom;
  std::unordered_set<EventId> possiblyKnown;  ///< became known on a day that may lie beyond the lens
  std::vector<Source> sources;                ///< by uid
  std::vector<SourceUse> sourceUses;          ///< in step with sources
  std::vector<Accession> accessions;
  std::vector<Spending> spending;
  std::vector<SavedView> views;

  /// The label's text: the short title, or the title.
  [[nodiscard]] QString label(EventId id) const;
  /// Null for an event that is not curated.
  [[nodiscard]] const EventTitle* title(EventId id) const;
  /// Null if there is none.
  [[nodiscard]] const Actor* actor(const ActorUid& uid) const;
  [[nodiscard]] const Source* source(const SourceUid& uid) const;
  [[nodiscard]] const EventParties* partiesOf(EventId id) const;
  /// Empty for an event without links to others.
  [[nodiscard]] const std::vector<EventLink>& linksOf(EventId id) const;
  /// The rival dates of an event, strongest first; empty if there are none.
  [[nodiscard]] const std::vector<RivalDate>& rivalsOf(EventId id) const;
  /// 0 where it is refuted or speaks against itself by its grade, 2 where both grades speak for it, else 1.
  [[nodiscard]] std::uint8_t strengthOf(const RivalDate& rival) const;
  /// Of an event without claims all 0.
  [[nodiscard]] Disputes disputesOf(EventId id) const;
  /// The event that a reference names; nothing if it is no event or not there.
  [[nodiscard]] std::optional<EventId> find(const RecordRef& ref) const;
  [[nodiscard]] std::optional<RecordRef> refOf(EventId id) const;

 private:
  friend Snapshot seenThrough(const std::shared_ptr<const ArchiveContent>& content, const Lens& lens);
  std::unordered_map<Uid, EventId> m_byUid;
};

/// Resolves all claims that the lens lets through, and shows every event at its shown date. An event is there
/// if it was known (see known_from.h): a public act from its begin or its first announcement (a link
/// "announces"), a message from its publication. What was announced but had not begun is scheduled. Without a
/// source: what no other source stands behind is not there. O(n log n) of the archive's rows.
[[nodiscard]] Snapshot seenThrough(const std::shared_ptr<const ArchiveContent>& content,
                                   const Lens& lens = {});

/// O(events). Errors as of the archive's queries.
[[nodiscard]] Result<Snapshot> loadSnapshot(const Archive& archive, const Lens& lens = {});

/// Whether the lens lets a source speak.
[[nodiscard]] bool speaks(const Snapshot& snapshot, const SourceUid& source);

/// The field that a stage's date is a claim about: "stage:sent".
[[nodiscard]] QString stageField(StageKind stage);

/// The detail of an event as the snapshot shows it: dates resolved; stages, positions, links, offices and
/// claims that the lens hides left out.
[[nodiscard]] EventDetail seenIn(const Snapshot& snapshot, EventDetail detail);
/// Hits and reliances without the events that the snapshot does not show, in their order of time as shown.
[[nodiscard]] std::vector<SearchHit> seenIn(const Snapshot& snapshot, std::vector<SearchHit> hits);
[[nodiscard]] std::vector<Reliance> seenIn(const Snapshot& snapshot, std::vector<Reliance> reliances);

/// What an archive opens on: its first saved view, or all its events with a little room on both sides; by the
/// clocks of the archive's own zone where the view names none.
[[nodiscard]] SavedState openingState(const Snapshot& snapshot, Instant now);

/// Outer bounds of all events, with a margin of 1/25 before and, for the labels of the last ones, 1/6 behind;
/// open and unknown ends count as their begin. An archive without dated events gives the current year of
/// `now`.
[[nodiscard]] TimeSpan wholeSpan(const Dataset& dataset, Instant now);

}  // namespace entente
