// SPDX-License-Identifier: GPL-3.0-or-later
// ArchiveContent: what is kept in memory of an archive, as it stands there; a Snapshot is one way of seeing
// it.
#pragma once

#include <memory>
#include <vector>

#include "core/archive/archive.h"
#include "core/ledger/ledger.h"

namespace entente {

/// Immutable once made.
struct ArchiveContent {
  ArchiveInfo info;
  bool isWritable = false;  ///< the file and its folder let this process write
  Dataset dataset;
  std::vector<EventTitle> titles;  ///< by uid
  std::vector<Property> properties;
  std::vector<Office> offices;
  std::vector<Actor> actors;
  std::vector<Place> places;          ///< by uid
  std::vector<EventParties> parties;  ///< by key
  std::shared_ptr<const LedgerRows> ledger = std::make_shared<LedgerRows>();
  std::vector<SourceUse> sourceUses;  ///< in step with the ledger's sources
  std::vector<Accession> accessions;
  std::vector<Spending> spending;
  std::vector<Stage> stages;
  std::vector<Position> positions;
  std::vector<Link> links;
  std::vector<SavedView> views;
  std::vector<HistoryStep> history;  ///< oldest first
};

/// O(archive without its texts). Errors as of the archive's queries.
[[nodiscard]] Result<ArchiveContent> loadContent(const Archive& archive);

}  // namespace entente
