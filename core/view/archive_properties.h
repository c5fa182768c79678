// SPDX-License-Identifier: GPL-3.0-or-later
// Archive properties: what an archive says of itself, as rows of its table of properties.
#pragma once

#include <QString>
#include <vector>

#include "core/view/ledger_changes.h"

namespace entente {

/// Empty: nothing is said. Rows of other names are left alone.
struct ArchiveProperties {
  QString title;
  QString description;
  QString authors;
  QString licence;
  QString zone;  ///< the one that axes go by at first, as the IANA database names it; empty or "UTC": UTC

  bool operator==(const ArchiveProperties&) const = default;
};

[[nodiscard]] ArchiveProperties propertiesOf(const std::vector<Property>& rows);

/// Puts what differs and removes what is empty. ErrorKind::Conflict if they are no longer as they were
/// before.
[[nodiscard]] Result<RecordChanges> changeProperties(const Snapshot& now, const ArchiveProperties& wanted,
                                                     const ArchiveProperties& before);

/// What a new archive says of itself.
[[nodiscard]] Records emptyArchive(const QString& title);

}  // namespace entente
