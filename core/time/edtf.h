// SPDX-License-Identifier: GPL-3.0-or-later
// Edtf: the structure of an EDTF expression (ISO 8601-2:2019, levels 0 to 2), as it is written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The unit that a date names, fine to coarse. Unspecified digits make it coarser: "156X" is a decade,
/// "1984-XX" a year, "1984-06-XX" a month; the digits that come behind the first unspecified one do not
/// count.
enum class DatePrecision : std::uint8_t {
  Second,
  Minute,
  Hour,
  Day,
  Month,
  Season,  ///< or quarter, a third or half of a year
  Year,
  Decade,
  Century,
  Millennium,
  AllTime  ///< "XXXX"
};

/// ? and ~; % is both.
struct Qualifier {
  bool uncertain = false;
  bool approximate = false;

  [[nodiscard]] constexpr bool any() const { return uncertain || approximate; }
  constexpr Qualifier& operator|=(Qualifier other) {
    uncertain |= other.uncertain;
    approximate |= other.approximate;
    return *this;
  }
  bool operator==(const Qualifier&) const = default;
};

/// One date of an expression. Components that it does not have are 0. Unspecified digits (X) count as 0 in
/// the numbers; the masks say which they are: bit 0 the units, bit 1 the tens and so on.
struct DatePart {
  std::int64_t year = 0;           ///< astronomical: 0 is 1 BCE
  std::int8_t month = 0;           ///< 1 to 12, or 21 to 41: a season or another part of a year
  std::int8_t day = 0;             ///
  std::int8_t hour = 0;            ///
  std::int8_t minute = 0;          ///
  std::int8_t second = 0;          ///
  std::int16_t offsetMinutes = 0;  ///< east of Greenwich positive
  std::uint8_t yearMask = 0;       ///< of four digits
  std::uint8_t monthMask = 0;
  std::uint8_t dayMask = 0;
  std::int8_t exponent = -1;          ///< written as "Y17E7": 7; -1: without
  std::int8_t significantDigits = 0;  ///< "1950S2": 2; 0: without
  Qualifier yearQualifier;
  Qualifier monthQualifier;
  Qualifier dayQualifier;
  bool negativeYear = false;  ///< of "-0XXX" too, whose year is 0
  bool longYear = false;      ///< written with Y
  bool hasMonth = false;      ///< a month, season or the like is written, "XX" too
  bool hasDay = false;
  bool hasTime = false;
  bool hasOffset = false;  ///< the time carries Z or +hh:mm
  DatePrecision precision = DatePrecision::Year;

  [[nodiscard]] bool hasSeason() const { return month > 12; }
  [[nodiscard]] bool hasUnspecified() const { return (yearMask | monthMask | dayMask) != 0; }
  /// Of any component.
  [[nodiscard]] Qualifier qualifier() const {
    Qualifier any = yearQualifier;
    any |= monthQualifier;
    any |= dayQualifier;
    return any;
  }
  /// Whether all its components are qualified alike, so that the date as a whole is.
  [[nodiscard]] bool isQualifiedAsWhole() const {
    return (!hasMonth || monthQualifier == yearQualifier) && (!hasDay || dayQualifier == yearQualifier);
  }

  bool operator==(const DatePart&) const = default;
};

/// What an end of an interval is. `Open` ("..": it goes on, or has no such end) and `Unknown` (left empty: it
/// has one, nobody says when) are different things: see DateBounds.
enum class EndKind : std::uint8_t { Known, Open, Unknown };

enum class EdtfForm : std::uint8_t {
  Date,
  Interval,  ///< "1964/2008"
  OneOf,     ///< "[1667,1668]": one of them
  AllOf      ///< "{1667,1668}": all of them
};

/// A member of a set: one date, or all from the first to the last ("1670..1672"). Only the first member may
/// be open at its begin ("..1983": 1983 and all before), only the last one at its end ("1760-12..").
struct SetMember {
  DatePart first;
  DatePart last;
  bool isRange = false;
  bool openBegin = false;
  bool openEnd = false;

  bool operator==(const SetMember&) const = default;
};

struct EdtfExpression {
  EdtfForm form = EdtfForm::Date;
  EndKind beginKind = EndKind::Known;  ///< of an interval; of a set what its first member's begin is
  EndKind endKind = EndKind::Known;
  DatePart begin;                  ///< the date, or the begin of an interval if that is known
  DatePart end;                    ///< of a date the same
  std::vector<SetMember> members;  ///< of a set, at least one

  bool operator==(const EdtfExpression&) const = default;
};

/// Why an expression is refused.
struct EdtfProblem {
  std::size_t offset = 0;  ///< in bytes from the begin; the length of the text if something is missing there
  std::string reason;      ///< one phrase, lower case
};

/// The canonical text: qualifiers behind the last of the components that they qualify where these are the
/// first ones of the date and all alike ("2004-06?"), else before each ("2004-%06-11"); offsets as Z or
/// +hh:mm. Parsing it gives the same expression.
[[nodiscard]] std::string printEdtf(const EdtfExpression& expression);

}  // namespace entente
