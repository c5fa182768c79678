// SPDX-License-Identifier: GPL-3.0-or-later
// The derived dates of curated events: which expression an event is shown at, and its four bounds.
// Internal to core/archive; throws SQLite::Exception.
#pragma once

#include <SQLiteCpp/Database.h>

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/model/uids.h"
#include "core/time/fuzzy_date.h"

namespace entente {

/// Rule: an event is shown at its own date; a message at its first dated stage of kind "sent", else at its
/// earliest dated stage.
struct DerivedDate {
  Uid event;
  std::optional<FuzzyDate> shown;
};

/// The columns of `event` that hold them.
inline constexpr std::array<const char*, 5> kDerivedEventColumns{
    "shown_when", "earliest_begin", "latest_begin", "earliest_end", "latest_end"};

/// What the rule gives for every event, or for one. ErrorKind::Damaged if a stored date cannot be read.
[[nodiscard]] Result<std::vector<DerivedDate>> deriveEventDates(SQLite::Database& database,
                                                                const Uid* event = nullptr);

/// Writes them into the derived columns, with the rule's version.
void storeEventDates(SQLite::Database& database, const std::vector<DerivedDate>& dates);

/// True if the derived columns were made by the rule of this program.
[[nodiscard]] bool eventDatesAreCurrent(SQLite::Database& database);

/// The events whose stored derived dates are not what the rule gives.
[[nodiscard]] Result<std::vector<Uid>> staleEventDates(SQLite::Database& database);

}  // namespace entente
