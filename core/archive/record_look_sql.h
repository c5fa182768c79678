// SPDX-License-Identifier: GPL-3.0-or-later
// How a record is named to a person who meets a reference to it. Internal to core/archive; throws
// SQLite::Exception.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <QString>
#include <optional>

#include "core/model/record_ref.h"
#include "core/time/fuzzy_date.h"

namespace entente {

struct RecordLook {
  /// Of a stage or position the event's title; of an office or accession its actor's name; of a figure the
  /// actor's name and the year; of a claim its value; of a link the title of its `from`.
  QString title;
  std::optional<EventId> event;   ///< that it is, or belongs to
  std::optional<FuzzyDate> when;  ///< of an event as shown, a stage, a position, an office or an accession
};

/// Empty if there is no such record.
[[nodiscard]] RecordLook lookAt(SQLite::Database& database, const RecordRef& record);

/// The event that a record is or belongs to; none for records of other kinds and for missing ones.
[[nodiscard]] std::optional<Uid> owningEvent(SQLite::Database& database, const RecordRef& record);

[[nodiscard]] QString textOf(const SQLite::Column& column);
/// Nothing for NULL, and for what is no date.
[[nodiscard]] std::optional<FuzzyDate> dateOf(const SQLite::Column& column);

}  // namespace entente
