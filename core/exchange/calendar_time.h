// SPDX-License-Identifier: GPL-3.0-or-later
// CalendarTime: a day or a moment as calendars write it, and what it is in EDTF.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "core/time/civil.h"
#include "core/time/fuzzy_date.h"
#include "core/time/zone_table.h"

namespace entente {

/// A whole day, or what a clock shows: in a zone, at an offset, or at a place that is not known (floating).
struct CalendarTime {
  CivilDate date;
  bool hasTime = false;
  CivilTime time;                      ///< of a whole day 0
  const ZoneTable* zone = nullptr;     ///< of its TZID; not owned
  std::optional<std::int32_t> offset;  ///< seconds east of Greenwich; 0 for "Z"

  /// What the clock shows as the instant at which one of UTC shows the same.
  [[nodiscard]] Instant wallClock() const;
  /// Nothing for whole days and floating times. A time that a zone's clocks skip is taken with the offset
  /// before the gap, one that they show twice is the first of the two (RFC 5545, 3.3.5).
  [[nodiscard]] std::optional<Instant> utc() const;
  /// With another clock time, in the same zone.
  [[nodiscard]] CalendarTime at(Instant newWallClock) const;
};

/// DATE and DATE-TIME of RFC 5545 ("20250624", "20250624T100000Z"), and what is found in files besides:
/// dashes and colons of ISO 8601, no seconds, an offset behind the time, parts of seconds (dropped), hour 24
/// (the next day), second 60 (59). Years 0001 to 9999. The error is a phrase: "month 13 does not exist".
[[nodiscard]] tl::expected<CalendarTime, std::string> readCalendarTime(std::string_view value);

/// DURATION of RFC 5545 ("P1DT2H", "-PT15M"). Days and weeks are days of the calendar, the rest is seconds.
struct CalendarDuration {
  std::int64_t days = 0;
  std::int64_t seconds = 0;
};
[[nodiscard]] std::optional<CalendarDuration> readCalendarDuration(std::string_view value);
/// The days by the clock on the wall, the rest by the one that never is put back.
[[nodiscard]] CalendarTime plus(const CalendarTime& time, const CalendarDuration& duration);

/// UTC-OFFSET ("+0100", "-04:56:02", "+2", "0100") in seconds; less than a day.
[[nodiscard]] std::optional<std::int32_t> readCalendarOffset(std::string_view value);

/// `end` is exclusive for whole days, and the moment at which it ends for times.
struct CalendarSpan {
  CalendarTime begin;
  std::optional<CalendarTime> end;
};

/// "2024-01-01", "2024-01-01/2024-01-03" (the last day belongs to it), "2024-01-01T10:00:00+01:00/..."; an
/// offset of the moment, rounded to minutes (zones before standard time have seconds); none for floating
/// times. An end that is not behind the begin is left out. Invalid if the end contradicts the begin
/// otherwise.
[[nodiscard]] Result<FuzzyDate> edtfOf(const CalendarSpan& span);
/// Whether the end is before the begin, as far as their zones let tell.
[[nodiscard]] bool endsBeforeBegin(const CalendarSpan& span);

/// What a calendar can say about a date: whole days that hold all that it may cover, or moments where it
/// gives times; nothing for an unknown or open begin, and for years before 1 and after 9999. An open or
/// unknown end is left out. edtfOf() of it is the date again if calendars can say it.
[[nodiscard]] std::optional<CalendarSpan> calendarSpanOf(const FuzzyDate& date);
/// Same days, or same moments.
[[nodiscard]] bool isSameSpan(const CalendarSpan& a, const CalendarSpan& b);

}  // namespace entente
