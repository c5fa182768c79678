// SPDX-License-Identifier: GPL-3.0-or-later
// DatePiece: one date of a typed text, which may leave to its neighbours what they have in common.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/time/civil.h"
#include "core/time/edtf.h"

namespace entente {

/// The largest year that EDTF writes with four digits.
inline constexpr std::int64_t kLargestShortYear = 9'999;

// Reasons that several rules give.
inline constexpr std::string_view kYearReason = "a year has four digits";
inline constexpr std::string_view kWhichYear = "which year? a year has four digits";
inline constexpr std::string_view kWhichCentury = "which century? write a decade in full, as in 1960s";
inline constexpr std::string_view kLongYearReason =
    "a year of more than four digits stands alone, without month";
inline constexpr std::string_view kYearRangeReason = "years go from -99,000,000,000 to 99,000,000,000";

enum class PieceShape : std::uint8_t {
  Date,
  Bare,     ///< "24" or "18th": a day, a year or a century; the neighbours tell
  Decade,   ///< `year` is its first one
  Century,  ///< `year` is the one that ends in 00
  Fixed,    ///< `first` is the EDTF date
  Range     ///< one of the dates from `first` to `last`
};

/// The numbers are those of the calendar that was written; offsets are bytes of the text.
struct DatePiece {
  PieceShape shape = PieceShape::Date;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::optional<std::int64_t> year;  ///< astronomical
  bool hasEra = false;
  int month = 0;  ///< or a part of a year, 21 to 41, as in EDTF
  int day = 0;
  int weekday = 0;  ///< 1 Monday to 7 Sunday
  std::int64_t bare = 0;
  bool isOrdinal = false;  ///< the bare number
  std::size_t yearAt = 0;
  std::size_t dayAt = 0;
  std::size_t weekdayAt = 0;
  Qualifier qualifier;
  std::string time;  ///< as in EDTF, from the T on
  std::string first;
  std::string last;
};

/// "0079", "-0048-03-15", "Y12025"; month and day are 0 if it has none.
[[nodiscard]] std::string edtfOf(std::int64_t year, int month = 0, int day = 0);
/// Of a whole piece.
[[nodiscard]] std::string edtfOf(const DatePiece& piece);

/// Gives each piece what its neighbours say for it: "1 to 3 June 2025", "June 24 to 26, 2025", "200-100 BC".
void shareParts(std::vector<DatePiece>& pieces);

/// What is missing or wrong in a piece that has got its share; nothing if it is a date that exists.
/// `isAlone`: no neighbour could have helped. The date is taken as Julian if `julian` is not null, turned
/// into a Gregorian one, and `julian` gets it as it was.
[[nodiscard]] std::optional<EdtfProblem> settle(DatePiece& piece, bool isAlone,
                                                std::optional<CivilDate>* julian = nullptr);

}  // namespace entente
