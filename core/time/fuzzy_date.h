// SPDX-License-Identifier: GPL-3.0-or-later
// FuzzyDate: a date as a source gives it (EDTF), with the four bounds that counting and drawing use.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "core/base/result.h"
#include "core/time/edtf.h"
#include "core/time/instant.h"
#include "core/time/time_span.h"

namespace entente {

/// Where the begin and the end of what is dated may lie, in UTC. Everything dated lasts at least a second.
///   earliestBegin <= begin <= latestBegin         (both inclusive)
///   earliestEnd   <= end   <= latestEnd           (end is exclusive, as in TimeSpan)
/// "2025-06-24": begin from 24T00:00:00 to 24T23:59:59, end from 24T00:00:01 to 25T00:00:00.
/// "2024-10-01/..": open end, earliestEnd = latestEnd = kEndOfTime. "2024-10-01/": unknown end, earliestEnd =
/// the first second after earliestBegin, latestEnd = kEndOfTime. Open and unknown begins are the mirror
/// image. Unspecified digits: anywhere between the first and the last day that fits (see daysOf); holes
/// between them do not count. "[1667,1670]" is one date somewhere from 1667 to 1670; "{1667,1670}" lasts from
/// the one to the other; "[..1983]" has an unknown, "{..1983}" an open begin. A time without offset or zone
/// ("2020-06-01T20:30:00") is the local time of a place that is not known: it may be up to 14 hours earlier
/// or 12 hours later than the same figures in UTC. A date without time is taken as a UTC day. Qualifiers (? ~
/// %) never change the bounds.
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

/// An EDTF expression (ISO 8601-2:2019, as in the Library of Congress EDTF specification of 4 February 2019),
/// levels 0 to 2; edtf_parser.h has the grammar and what is decided where the specification is silent. A
/// value; equal if the expressions are equal to the letter.
class FuzzyDate {
 public:
  /// On failure ErrorKind::Invalid; the message is "position 6: reason" (1-based, in bytes; one past the last
  /// byte if something is missing there). Any bytes. O(length).
  [[nodiscard]] static Result<FuzzyDate> parse(std::string_view edtf);
  /// The same; `deviation` gets the first place that is read though the specification does not have it.
  [[nodiscard]] static tl::expected<FuzzyDate, EdtfProblem> read(
      std::string_view edtf, std::optional<EdtfProblem>* deviation = nullptr);

  /// As it was written.
  [[nodiscard]] const std::string& edtf() const { return m_edtf; }
  [[nodiscard]] std::string canonical() const { return printEdtf(m_expression); }
  [[nodiscard]] const EdtfExpression& expression() const { return m_expression; }
  [[nodiscard]] const DateBounds& bounds() const { return m_bounds; }
  /// 0 to 2: the lowest level of the specification that has all that was written.
  [[nodiscard]] int level() const { return m_level; }

  [[nodiscard]] EdtfForm form() const { return m_expression.form; }
  [[nodiscard]] bool isInterval() const { return form() == EdtfForm::Interval; }
  [[nodiscard]] bool isSet() const { return form() == EdtfForm::OneOf || form() == EdtfForm::AllOf; }
  [[nodiscard]] EndKind beginKind() const { return m_expression.beginKind; }
  [[nodiscard]] EndKind endKind() const { return m_expression.endKind; }
  /// The (first) date; meaningful if beginKind() is Known.
  [[nodiscard]] const DatePart& begin() const { return m_expression.begin; }
  /// The last date; of a single date the same as begin(). Meaningful if endKind() is Known.
  [[nodiscard]] const DatePart& end() const { return m_expression.end; }

  /// Of any component of any part.
  [[nodiscard]] bool isUncertain() const { return m_qualifier.uncertain; }
  [[nodiscard]] bool isApproximate() const { return m_qualifier.approximate; }
  /// The coarsest of its dates; Year if it has none.
  [[nodiscard]] DatePrecision precision() const { return m_precision; }
  /// True if a time is given without offset.
  [[nodiscard]] bool zoneUnknown() const;

  bool operator==(const FuzzyDate& other) const { return m_edtf == other.m_edtf; }

 private:
  FuzzyDate() = default;

  std::string m_edtf;
  EdtfExpression m_expression;
  DateBounds m_bounds;
  Qualifier m_qualifier;
  DatePrecision m_precision = DatePrecision::Year;
  std::uint8_t m_level = 0;
};

/// How far beyond its outer bounds an approximate date is drawn, in seconds; 0 at an end that is not
/// approximate or not known. One unit of its precision ("2025-05~": the month before and the month behind),
/// or of the coarsest component that is approximate ("2004-~06-11": a month). For drawing alone: counting
/// goes by the bounds.
struct DateFade {
  std::int64_t before = 0;
  std::int64_t after = 0;

  bool operator==(const DateFade&) const = default;
};
[[nodiscard]] DateFade fadeOf(const FuzzyDate& date);

/// The version of the rule that turns an expression into bounds; stored beside bounds that are kept in an
/// archive. 2: levels 1 and 2 of EDTF are understood whole.
inline constexpr int kDateRuleVersion = 2;

}  // namespace entente
