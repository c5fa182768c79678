// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshot: what the program keeps in memory of an archive while it shows it.
#pragma once

#include <unordered_map>
#include <vector>

#include "core/archive/archive.h"
#include "core/ledger/disputes.h"
#include "core/model/dataset.h"
#include "core/view/view_state.h"

namespace entente {

/// Immutable once made; shared between threads as shared_ptr<const Snapshot>.
struct Snapshot {
  ArchiveInfo info;
  bool isWritable = false;  ///< the file and its folder let this process write
  Dataset dataset;
  std::unordered_map<EventId, EventTitle> titles;
  std::vector<Office> offices;
  std::unordered_map<Uid, Actor> actors;
  std::unordered_map<EventId, EventParties> parties;
  std::unordered_map<EventId, Disputes> disputes;  ///< of events that have claims
  std::vector<Source> sources;                     ///< by uid
  std::vector<SourceUse> sourceUses;               ///< in step with sources
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
  /// Of an event without claims all 0.
  [[nodiscard]] Disputes disputesOf(EventId id) const;
  /// The event that a reference names; nothing if it is no event or not there.
  [[nodiscard]] std::optional<EventId> find(const RecordRef& ref) const;
  [[nodiscard]] std::optional<RecordRef> refOf(EventId id) const;

 private:
  friend Result<Snapshot> loadSnapshot(const Archive& archive);
  std::unordered_map<Uid, EventId> m_byUid;
};

/// O(events). Errors as of the archive's queries.
[[nodiscard]] Result<Snapshot> loadSnapshot(const Archive& archive);

/// What an archive opens on: its first saved view, or all its events with a little room on both sides.
[[nodiscard]] SavedState openingState(const Snapshot& snapshot, Instant now);

/// Outer bounds of all events, with a margin of 1/25 before and, for the labels of the last ones, 1/6 behind;
/// open and unknown ends count as their begin. An archive without dated events gives the current year of
/// `now`.
[[nodiscard]] TimeSpan wholeSpan(const Dataset& dataset, Instant now);

}  // namespace entente
