// SPDX-License-Identifier: GPL-3.0-or-later
// PieceReader: the rules by which one date of a typed text is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/time/people_dates_piece.h"
#include "core/time/people_dates_words.h"

namespace entente {

/// How a text is read where there are two ways, and what of that was met.
struct Reading {
  CivilDate today;
  bool monthFirst = false;  ///< "03/04/2025" is in March
  bool hundreds = false;    ///< "1900s" is a century
  bool metEitherOrder = false;
  bool metDayFirst = false;    ///< "24/06/2025", which can be read in one way only
  bool metMonthFirst = false;  ///< "06/24/2025"
  bool metHundreds = false;
};

/// One function a rule, each of which leaves the cursor behind what it has read and returns false after it
/// has refused:
///   piece   = { "the" | "in" | "on" | qualifier } [ weekday [ "," ] ] date { qualifier }
///   date    = [ day ] [ month ] [ year ] in any order and in figures, with a time if it is complete
///           | [ part "of" ] ( decade | century | year | month year )
///           | number [ scale ] unit "ago" | "today" | "last month" and the like
/// Which of them comes is seen from the tokens ahead; nothing is read twice.
class PieceReader {
 public:
  PieceReader(TokenCursor& cursor, Reading& reading) : m_cursor(cursor), m_reading(reading) {}

  [[nodiscard]] bool read(DatePiece& piece);

 private:
  /// One of `count` parts of something, from 0 on; with a count of 0 the whole.
  struct Part {
    int index = 0;
    int count = 0;
  };

  // people_dates_reader.cpp: words and the order of day, month and year.
  void leading(DatePiece& piece);
  void trailing(DatePiece& piece);
  [[nodiscard]] bool date(DatePiece& piece);
  [[nodiscard]] bool word(DatePiece& piece);
  [[nodiscard]] bool monthFirst(DatePiece& piece);
  [[nodiscard]] bool numberFirst(DatePiece& piece);
  [[nodiscard]] bool dayFirst(DatePiece& piece);
  [[nodiscard]] bool yearFirst(DatePiece& piece);
  [[nodiscard]] bool ordinal(DatePiece& piece);
  [[nodiscard]] bool season(DatePiece& piece);
  void secondYearOfWinter(const DatePiece& piece);
  void takeBare(DatePiece& piece, const Token& token);

  // people_dates_figures.cpp: numbers.
  [[nodiscard]] bool figures(DatePiece& piece, int count);
  [[nodiscard]] bool dayAndMonth(DatePiece& piece, const Token& first, const Token& second);
  [[nodiscard]] bool month(DatePiece& piece, const Token& token);
  [[nodiscard]] bool day(DatePiece& piece, const Token& token);
  [[nodiscard]] bool year(DatePiece& piece);
  [[nodiscard]] bool yearOf(DatePiece& piece, const Token& token, Era era);
  /// Behind a month; nothing is read if no year is there.
  [[nodiscard]] bool optionalYear(DatePiece& piece);
  [[nodiscard]] bool time(DatePiece& piece);
  [[nodiscard]] bool hours(int& hour, int& minute, int& second);
  [[nodiscard]] bool zone(DatePiece& piece);
  /// 2 or 3 if a date in figures begins here that has so many of them, else 0.
  [[nodiscard]] int countFigures() const;
  /// '/', '.' or '-' if one stands between two figures there, else 0.
  [[nodiscard]] char separator(std::size_t ahead) const;
  [[nodiscard]] bool atYear(std::size_t ahead = 0) const;
  [[nodiscard]] bool atTime(std::size_t ahead = 0) const;
  [[nodiscard]] bool atDay(std::size_t ahead = 0) const;

  // people_dates_parts.cpp: parts of longer times, and times that are told from today.
  [[nodiscard]] bool third(DatePiece& piece);
  [[nodiscard]] bool atQuarterOrHalf(std::size_t ahead = 0) const;
  [[nodiscard]] bool quarterOrHalf(DatePiece& piece);
  [[nodiscard]] bool ordinalPart(DatePiece& piece);
  [[nodiscard]] bool partOf(DatePiece& piece, Part part);
  [[nodiscard]] bool partOfYear(DatePiece& piece, Part part);
  [[nodiscard]] bool partOfMonth(DatePiece& piece, Part part);
  [[nodiscard]] bool decade(DatePiece& piece, Part part);
  [[nodiscard]] bool century(DatePiece& piece, Part part);
  void setYears(DatePiece& piece, std::int64_t first, int count, Part part);
  [[nodiscard]] bool atAgo() const;
  [[nodiscard]] bool ago(DatePiece& piece);
  [[nodiscard]] bool countBack(DatePiece& piece, std::int64_t count, TimeUnit unit);
  [[nodiscard]] bool atRelative() const;
  [[nodiscard]] bool relative(DatePiece& piece);
  void setDay(DatePiece& piece, std::int64_t days);
  /// Counted from January of the year 0.
  void setMonth(DatePiece& piece, std::int64_t months);

  TokenCursor& m_cursor;
  Reading& m_reading;
};

}  // namespace entente
