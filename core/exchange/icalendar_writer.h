// SPDX-License-Identifier: GPL-3.0-or-later
// Writes events as an iCalendar file.
#pragma once

#include "core/exchange/foreign_archive.h"
#include "core/exchange/written_file.h"

namespace entente {

/// RFC 5545: lines end with CR LF and are folded at 75 bytes, never within a character. `stamp` is the
/// DTSTAMP of all.
/// - Whole days as VALUE=DATE, times with an offset in UTC, other times floating; what is less precise as the
/// whole days
///   that it may cover. Where DTSTART and DTEND do not say all of the date it stands in X-ENTENTE-EDTF. Dates
///   without a known begin, before year 1 or after 9999 cannot be written, nor events without a date: counted
///   in `leftOut`.
/// - Title, summary, place, tags, note, first and further addresses of sources as SUMMARY, DESCRIPTION,
/// LOCATION, GEO,
///   CATEGORIES, COMMENT, URL, ATTACH; whole sources as CSL-JSON in X-ENTENTE-SOURCE. Actors as ORGANIZER
///   (the first of that role) and ATTENDEE with X-ENTENTE-ROLE. Kind and weight as X-ENTENTE-KIND,
///   X-ENTENTE-WEIGHT.
/// - UID is the key; of an event without one "entente-" and its number. Recurrences are not made.
/// readICalendar() gives the same events (places and missing keys aside).
[[nodiscard]] WrittenFile writeICalendar(const ForeignArchive& archive, Instant stamp);

}  // namespace entente
