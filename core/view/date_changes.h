// SPDX-License-Identifier: GPL-3.0-or-later
// Date changes: the shown date of an event moved by hand, as changes of records.
#pragma once

#include <cstdint>
#include <functional>
#include <tl/expected.hpp>

#include "core/view/ledger_changes.h"

namespace entente {

/// The row that holds the date at which an event is shown.
struct DatePlace {
  RecordRef event;
  StageUid stage;  ///< of a message the stage whose date it is; else empty
  FuzzyDate when;
};

/// Why a date cannot be moved by hand.
enum class DateHold : std::uint8_t {
  Undated,
  Claimed,      ///< shown values are derived: claims and pins are to be changed
  MachineCoded  ///< an event of an import that is not edited
};

/// Whatever the lens hides: claims hold a date even where they are not seen.
[[nodiscard]] tl::expected<DatePlace, DateHold> placeOfDate(const Snapshot& snapshot, EventId event);

/// Puts another date there. ErrorKind::Conflict if that is no longer the date, ErrorKind::NotFound if the
/// event or stage is gone. O(rows).
[[nodiscard]] Result<RecordChanges> moveDate(const Records& now, const DatePlace& from, const FuzzyDate& to);

}  // namespace entente
