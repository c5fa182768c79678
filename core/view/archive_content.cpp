// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the archive for everything that is kept in memory.
#include "core/view/archive_content.h"

namespace entente {

namespace {

/// Moves what a query gave into its place; false, with the error kept, if it failed.
template <class T>
bool takeInto(T& place, Result<T> answer, std::optional<Error>& error) {
  if (!answer) {
    error = answer.error();
    return false;
  }
  place = std::move(*answer);
  return true;
}

}  // namespace

Result<ArchiveContent> loadContent(const Archive& archive) {
  ArchiveContent content;
  auto ledger = std::make_shared<LedgerRows>();
  std::optional<Error> error;
  const bool read =
      takeInto(content.info, archive.info(), error) && takeInto(content.dataset, archive.dataset(), error) &&
      takeInto(content.titles, archive.titles(), error) &&
      takeInto(content.properties, archive.properties(), error) &&
      takeInto(content.offices, archive.offices(), error) &&
      takeInto(content.actors, archive.actors(), error) &&
      takeInto(content.places, archive.places(), error) &&
      takeInto(content.parties, archive.parties(), error) &&
      takeInto(ledger->claims, archive.claims(), error) && takeInto(ledger->pins, archive.pins(), error) &&
      takeInto(ledger->sources, archive.sources(), error) &&
      takeInto(content.sourceUses, archive.sourceUses(), error) &&
      takeInto(content.accessions, archive.accessions(), error) &&
      takeInto(content.spending, archive.spending(), error) &&
      takeInto(content.stages, archive.stages(), error) &&
      takeInto(content.positions, archive.positions(), error) &&
      takeInto(content.links, archive.links(), error) && takeInto(content.views, archive.views(), error) &&
      takeInto(content.history, archive.history(), error);
  if (!read) return fail(*error);
  content.ledger = std::move(ledger);
  content.isWritable = archive.isWritable();
  return content;
}

}  // namespace entente
