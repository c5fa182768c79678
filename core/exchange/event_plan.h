// SPDX-License-Identifier: GPL-3.0-or-later
// planEvents(): the records that a foreign file puts into an archive, as a difference to what is there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/exchange/foreign_archive.h"
#include "core/exchange/import_origin.h"
#include "core/exchange/planned_record.h"
#include "core/model/records.h"

namespace entente {

enum class EntryFate : std::uint8_t { Added, Changed, Unchanged };

struct PlannedEntry {
  EntryFate fate = EntryFate::Added;
  Uid uid;              ///< of the event or source
  std::string changes;  ///< names of the columns that change, parted by ", "

  bool operator==(const PlannedEntry&) const = default;
};

/// A plan of more records is refused: with the file and the archive beside it it would not fit in a gigabyte.
inline constexpr std::size_t kMostPlannedRecords = 250'000;

struct EventPlan {
  SourceUid source;  ///< empty if the file has no events
  QString sourceTitle;
  bool sourceIsNew = false;
  /// To be put, in an order in which each refers to what stands before it. Empty if everything is there.
  std::vector<PlannedRecord> records;
  std::vector<PlannedEntry> events;   ///< in step with the file's
  std::vector<PlannedEntry> sources;  ///< in step with the file's
  std::vector<EventUid> missing;      ///< were imported from the source once, and are not in the file
  std::vector<ImportNote> notes;      ///< what became of entries besides what the reader said
  std::size_t newActors = 0;
  std::size_t newPlaces = 0;
  std::size_t newSources = 0;  ///< that entries cite

  [[nodiscard]] std::size_t count(EntryFate fate) const;
};

/// A file that was imported before (see matchEvents) changes only what is different: a field that the file
/// leaves empty keeps its value, tags, actors and sources of the file are added to those that are there, an
/// event keeps its kind, and what the file no longer has stays and is told in `missing`. Every event cites
/// the origin first, then what the entry cites. Actors and places with the same name (case and accents do not
/// count) are the same; a name of a state makes a state, other new actors are persons, or organisations where
/// their name says so. Kinds that need more than the entry says become plain events, with a note. Errors:
/// those of settleOrigin, Invalid for more than kMostPlannedRecords, Cancelled. O((entries + records) log
/// records).
[[nodiscard]] Result<EventPlan> planEvents(const ForeignArchive& file, const ImportOrigin& origin,
                                           const Records& there, const Progress& progress = {});

}  // namespace entente
