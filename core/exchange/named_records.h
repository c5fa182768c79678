// SPDX-License-Identifier: GPL-3.0-or-later
// NamedRecords: the actors, places and sources that a foreign file names, found in an archive or made.
#pragma once

#include <QString>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/exchange/foreign_archive.h"
#include "core/exchange/planned_record.h"
#include "core/exchange/taken_uids.h"

namespace entente {

/// Names are the same if their letters and figures are: case, accents and marks do not count. Sources are the
/// same if their addresses are, or where there is none title, author and date. Both arguments of the
/// constructor must outlive it; what is made is added to `made`.
class NamedRecords {
 public:
  NamedRecords(const Records& there, std::vector<PlannedRecord>& made);

  /// A new actor is a state where the name is one of a state, an organisation where its words say so, else a
  /// person. Empty for a name without letters.
  [[nodiscard]] ActorUid actor(const QString& name);
  /// The place of an event, if it has one: without a name it is called by its coordinates.
  [[nodiscard]] PlaceUid place(const ForeignEvent& entry);
  /// The work that an event cites: by its address, else by title, author and date; made if it is not known.
  [[nodiscard]] SourceUid source(const ForeignSource& work);

  /// What is there of an entry of a bibliography before anything is made; null if nothing is. Chapters share
  /// the address of their book: the title must be the same, too, but where the one address stands once in the
  /// file (`alone`) and once in the archive.
  [[nodiscard]] const Source* knownWork(const ForeignSource& work, bool alone) const;
  /// Made, whatever is known.
  [[nodiscard]] SourceUid newWork(const ForeignSource& work);

  [[nodiscard]] TakenUids& sourceUids() { return m_sourceUids; }
  [[nodiscard]] std::size_t newActors() const { return m_newActors; }
  [[nodiscard]] std::size_t newPlaces() const { return m_newPlaces; }
  [[nodiscard]] std::size_t newSources() const { return m_newSources; }

 private:
  std::vector<PlannedRecord>& m_made;
  std::unordered_map<std::string, ActorUid> m_actors;  ///< by folded name
  std::unordered_map<std::string, PlaceUid> m_places;
  std::unordered_map<std::string, SourceUid> m_sources;    ///< by what makes them the same
  std::unordered_map<std::string, const Source*> m_works;  ///< of those that are there, by workKey()
  std::unordered_multimap<std::string, const Source*> m_addresses;
  TakenUids m_actorUids, m_placeUids, m_sourceUids;
  std::size_t m_newActors = 0;
  std::size_t m_newPlaces = 0;
  std::size_t m_newSources = 0;
};

/// What two entries of a bibliography have in common that are the same work.
[[nodiscard]] std::string workKey(const Source& source);

/// The source with what another description of the same work says: its fields win where they are not empty.
[[nodiscard]] Source mergedSource(Source source, const Source& other);

}  // namespace entente
