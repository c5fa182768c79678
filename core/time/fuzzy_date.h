// SPDX-License-Identifier: GPL-3.0-or-later
// FuzzyDate: a date as a source gives it (EDTF), with the four bounds that counting and drawing use.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/time/instant.h"
#include "core/time/time_span.h"

namespace entente {

/// What an end of an interval is. `Open` ("..": it goes on, or has no such end) and `Unknown` (left empty: it
/// has one, nobody says when) are different things: see bounds.
enum class EndKind : std::uint8_t { Known, Open, Unknown };

/// The smallest unit that the source gives.
enum class DatePrecision : std::uint8_t { Second, Minute, Hour, Day, Month, Year };

/// Where the begin and the end of what is dated may lie, in UTC. Everything dated lasts at least a second.
///   earliestBegin <= begin <= latestBegin         (both inclusive)
///   earliestEnd   <= end   <= latestEnd           (end is exclusive, as in TimeSpan)
/// "2025-06-24": begin from 24T00:00:00 to 24T23:59:59, end from 24T00:00:01 to 25T00:00:00.
/// "2024-10-01/..": open end, earliestEnd = latestEnd = kEndOfTime. "2024-10-01/": unknown end, earliestEnd =
/// the first second after earliestBegin, latestEnd = kEndOfTime. Open and unknown begins are the mirror
/// image. A time without offset or zone ("2020-06-01T20:30:00") is the local time of a place that is not
/// known: it may be up to 14 hours earlier or 12 hours later than the same figures in UTC. A date without
/// time is taken as a UTC day. Qualifiers (? ~ %) never change the bounds.
struct DateBounds {
  Instant earliestBegin;
  Instant latestBegin;
  Instant earliestEnd;
  Instant latestEnd;

  /// All that it may cover.
  [[nodiscard]] constexpr TimeSpan outer() const { return {earliestBegin, latestEnd}; }
  /// What it covers for certain; empty for a single date.
  [[nodiscard]] constexpr TimeSpan inner() const { return {latestBegin, earliestEnd}; }

  bool operator==(const DateBounds&) const = default;
};

/// One date of an expression, as written. Fields that the precision does not reach are 0 (month, day) or 0
/// (time).
struct DatePart {
  std::int64_t year = 0;
  int month = 0;
  int day = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
  bool hasTime = false;
  bool hasOffset = false;  ///< the time carries Z or +hh:mm
  int offsetMinutes = 0;   ///< east of Greenwich positive
  DatePrecision precision = DatePrecision::Year;
  bool uncertain = false;    ///< ? or %
  bool approximate = false;  ///< ~ or %

  bool operator==(const DatePart&) const = default;
};

/// An EDTF expression (ISO 8601-2:2019, as in the Library of Congress EDTF specification of 4 February 2019).
/// Understood: level 0 dates (year, month, day), times with Z, +hh:mm, +hh or none, intervals; of level 1
/// open ("..") and unknown (empty) ends, and the qualifiers ? ~ % at the end of a date. What else EDTF allows
/// is refused with a reason. More than EDTF, which wants seconds in every time and no qualifier behind one:
/// people write "2020-06-01T20:30Z", "2020-06-01T20Z" and "2020-06-01T20:30Z~", so these are read too. The
/// grammar is in edtf_parser.h. An interval that ends before it begins under every reading is refused, and so
/// is "/", which says nothing. A value; equal if the expressions are equal to the letter.
class FuzzyDate {
 public:
  /// On failure ErrorKind::Invalid; the message is "position 6: reason" (1-based, in bytes; one past the last
  /// byte if something is missing there). Any bytes.
  [[nodiscard]] static Result<FuzzyDate> parse(std::string_view edtf);

  [[nodiscard]] const std::string& edtf() const { return m_edtf; }
  [[nodiscard]] const DateBounds& bounds() const { return m_bounds; }

  [[nodiscard]] bool isInterval() const { return m_isInterval; }
  [[nodiscard]] EndKind beginKind() const { return m_beginKind; }
  [[nodiscard]] EndKind endKind() const { return m_endKind; }
  /// The (first) date; meaningful if beginKind() is Known.
  [[nodiscard]] const DatePart& begin() const { return m_begin; }
  /// The last date; of a single date the same as begin(). Meaningful if endKind() is Known.
  [[nodiscard]] const DatePart& end() const { return m_end; }

  /// Of any part.
  [[nodiscard]] bool isUncertain() const;
  [[nodiscard]] bool isApproximate() const;
  /// The coarser of the two ends that are known; Year if neither is.
  [[nodiscard]] DatePrecision precision() const;
  /// True if a time is given without offset.
  [[nodiscard]] bool zoneUnknown() const;

  bool operator==(const FuzzyDate& other) const { return m_edtf == other.m_edtf; }

 private:
  friend class EdtfParser;
  FuzzyDate() = default;

  std::string m_edtf;
  DateBounds m_bounds;
  DatePart m_begin;
  DatePart m_end;
  EndKind m_beginKind = EndKind::Known;
  EndKind m_endKind = EndKind::Known;
  bool m_isInterval = false;
};

/// How surely one thing holds of another under every reading of the dates.
enum class Certainty : std::uint8_t { Impossible, Possible, Certain };

/// Whether what is dated by `bounds` overlaps `span` (a non-empty half-open span). Certain: under every
/// reading.
[[nodiscard]] Certainty overlaps(const DateBounds& bounds, TimeSpan span);

/// The version of the rule that turns an expression into bounds; stored beside bounds that are kept in an
/// archive.
inline constexpr int kDateRuleVersion = 1;

}  // namespace entente
