// SPDX-License-Identifier: GPL-3.0-or-later
// Reads iCalendar files (.ics), and vCalendar ones where they agree, as events.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/exchange/foreign_archive.h"
#include "core/time/time_span.h"

namespace entente {

struct CalendarOptions {
  /// What recurs becomes one event for each time that it happens within this; without it the first one alone.
  std::optional<TimeSpan> span;
  std::size_t mostOccurrences = 1'000;  ///< of one entry
};

/// Occurrences of all entries of a file; beyond it entries that recur are taken once.
inline constexpr std::size_t kMostOccurrences = 100'000;

/// Sources: RFC 5545 (iCalendar), RFC 7986 (NAME, IMAGE, CONFERENCE), vCalendar 1.0 (quoted-printable texts).
/// - VEVENT: SUMMARY (title), DESCRIPTION or X-ALT-DESC (summary), LOCATION, GEO, CATEGORIES (tags), UID
/// (key;
///   "UID/RECURRENCE-ID" of an occurrence), URL, ATTACH, IMAGE, CONFERENCE with addresses (sources),
///   ORGANIZER and ATTENDEE (actors: "organizer", "attendee", "chair", "declined", "room", "resource"),
///   STATUS (tags "cancelled", "tentative"), COMMENT, CONTACT and CLASS (note). VTODO and VJOURNAL the same,
///   with the tags "to-do" and "journal"; those without a date are left out.
/// - Dates as in calendar_time.h. A VEVENT without DTSTART has no date; one that cannot be read is refused.
/// Ends
///   before their begin are left out, with a remark. The zone of a TZID as in calendar_zones.h; one that is
///   not known is left out, with a remark. X-WR-TIMEZONE is not applied to floating times.
/// - RRULE, RDATE, EXRULE, EXDATE and RECURRENCE-ID as in `CalendarOptions`, each occurrence as long as the
/// first by
///   the clock.
/// - X-ENTENTE-*: what icalendar_writer.h has put there; X-ENTENTE-EDTF counts as long as it says what
/// DTSTART and
///   DTEND say.
/// Lines without a name continue the text before. Text as in text_bytes.h; characters that folding has cut
/// in two are joined. ErrorKind::Foreign for what is no calendar, Invalid for what is beyond the caps,
/// Cancelled. O(length), but for recurrences (see calendar_recurrence.h).
[[nodiscard]] Result<ForeignArchive> readICalendar(std::string_view bytes,
                                                   const CalendarOptions& options = {},
                                                   const ForeignCaps& caps = {},
                                                   const Progress& progress = {});

/// Whether there is a calendar or an entry of one at the beginning, spaces aside.
[[nodiscard]] bool looksLikeICalendar(std::string_view bytes);

}  // namespace entente
