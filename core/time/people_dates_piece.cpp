// SPDX-License-Identifier: GPL-3.0-or-later
// Completes pieces from their neighbours, checks them against the calendar and prints them.
#include "core/time/people_dates_piece.h"

#include <fmt/format.h>

#include <cstdlib>

#include "core/time/instant.h"
#include "core/time/julian.h"
#include "core/time/people_dates_words.h"

namespace entente {

namespace {

constexpr std::int64_t kLargestCentury = 100;

std::string markOf(Qualifier qualifier) {
  if (!qualifier.any()) return {};
  return qualifier.uncertain && qualifier.approximate ? "%" : qualifier.uncertain ? "?" : "~";
}

/// A bare number is a day beside a day, a century beside a century, a year beside a year with an era.
void shareBare(DatePiece& piece, const DatePiece& next) {
  const bool isCentury = piece.isOrdinal && next.shape == PieceShape::Century;
  if (isCentury && piece.bare >= 1 && piece.bare <= kLargestCentury) {
    piece.shape = PieceShape::Century;
    piece.year = (piece.bare - 1) * 100;
  } else if (next.shape == PieceShape::Date && next.day > 0 && piece.bare >= 1 && piece.bare <= 31) {
    piece.shape = PieceShape::Date;
    piece.day = static_cast<int>(piece.bare);
    piece.dayAt = piece.begin;
    piece.month = next.month;
    piece.year = next.year;
    piece.yearAt = next.yearAt;
  } else if (next.shape == PieceShape::Date && next.hasEra && !piece.isOrdinal && piece.bare > 0) {
    piece.shape = PieceShape::Date;
    piece.year = *next.year > 0 ? piece.bare : 1 - piece.bare;
    piece.hasEra = true;
  }
}

void shareDate(DatePiece& piece, const DatePiece& next) {
  if (next.shape != PieceShape::Date || !next.year) return;
  if (!piece.year) {
    piece.year = next.year;
    piece.yearAt = next.yearAt;
    if (piece.day > 0 && piece.month == 0) piece.month = next.month;
  } else if (next.hasEra && !piece.hasEra && *next.year <= 0 && *piece.year > 0) {
    // "1200 to 1100 BC"
    piece.year = 1 - *piece.year;
  } else {
    return;
  }
  piece.hasEra = next.hasEra;
}

EdtfProblem bareProblem(const DatePiece& piece, bool isAlone) {
  if (piece.isOrdinal) return {piece.end, "what month and year, or what century?"};
  if (!isAlone || piece.bare == 0) return {piece.begin, std::string(kYearReason)};
  return {piece.begin, fmt::format("say {0} AD or {0} BC, or write {0:04}", piece.bare)};
}

std::optional<EdtfProblem> weekdayProblem(const DatePiece& piece) {
  if (piece.weekday == 0) return std::nullopt;
  if (piece.day == 0) return EdtfProblem{piece.weekdayAt, "a weekday needs a full date"};
  const int weekday = entente::weekday(daysFromCivil({*piece.year, piece.month, piece.day}));
  if (weekday == piece.weekday) return std::nullopt;
  return EdtfProblem{piece.weekdayAt, fmt::format("that day is a {}", weekdayName(weekday))};
}

void turnGregorian(DatePiece& piece, std::optional<CivilDate>& julian) {
  julian = CivilDate{*piece.year, piece.month, piece.day};
  const CivilDate date = civilFromJulian(*julian);
  piece.year = date.year;
  piece.month = date.month;
  piece.day = date.day;
}

}  // namespace

std::string edtfOf(std::int64_t year, int month, int day) {
  const std::int64_t size = std::abs(year);
  const char* sign = year < 0 ? "-" : "";
  if (size > kLargestShortYear) return fmt::format("Y{}{}", sign, size);
  if (month == 0) return fmt::format("{}{:04}", sign, size);
  if (day == 0) return fmt::format("{}{:04}-{:02}", sign, size, month);
  return fmt::format("{}{:04}-{:02}-{:02}", sign, size, month, day);
}

std::string edtfOf(const DatePiece& piece) {
  const std::string mark = markOf(piece.qualifier);
  switch (piece.shape) {
    case PieceShape::Decade:
      return fmt::format("{:03}X{}", *piece.year / 10, mark);
    case PieceShape::Century:
      return fmt::format("{:02}XX{}", *piece.year / 100, mark);
    case PieceShape::Fixed:
      return piece.first + mark;
    case PieceShape::Range:
      return fmt::format("[{0}{2}..{1}{2}]", piece.first, piece.last, mark);
    case PieceShape::Date:
    case PieceShape::Bare:
      break;
  }
  return edtfOf(*piece.year, piece.month, piece.day) + piece.time + mark;
}

void shareParts(std::vector<DatePiece>& pieces) {
  // The last one says most as a rule, so that what it says goes from right to left ...
  for (std::size_t i = pieces.size() - 1; i > 0; --i) {
    DatePiece& piece = pieces[i - 1];
    if (piece.shape == PieceShape::Bare) {
      shareBare(piece, pieces[i]);
    } else if (piece.shape == PieceShape::Date) {
      shareDate(piece, pieces[i]);
    }
  }
  // ... only the month may stand in front alone.
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    const int before = pieces[i - 1].month;
    if (pieces[i].day > 0 && pieces[i].month == 0 && before <= 12) pieces[i].month = before;
  }
}

std::optional<EdtfProblem> settle(DatePiece& piece, bool isAlone, std::optional<CivilDate>* julian) {
  if (piece.shape == PieceShape::Bare) return bareProblem(piece, isAlone);
  if (piece.shape != PieceShape::Date) return weekdayProblem(piece);
  if (piece.day > 0 && piece.month == 0) return EdtfProblem{piece.end, "which month?"};
  if (!piece.year) return EdtfProblem{piece.end, std::string(kWhichYear)};
  if (piece.day > 0) {
    const int last = julian != nullptr ? daysInJulianMonth(*piece.year, piece.month)
                                       : daysInMonth(*piece.year, piece.month);
    if (piece.day > last) return EdtfProblem{piece.dayAt, fmt::format("this month has {} days", last)};
  }
  if (julian != nullptr) {
    if (piece.day == 0) return EdtfProblem{piece.end, "Old Style is read for a full date only"};
    turnGregorian(piece, *julian);
  }
  if (piece.month > 0 && std::abs(*piece.year) > kLargestShortYear)
    return EdtfProblem{piece.yearAt, std::string(kLongYearReason)};
  return weekdayProblem(piece);
}

}  // namespace entente
