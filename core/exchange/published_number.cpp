// SPDX-License-Identifier: GPL-3.0-or-later
// Takes off what is no number, settles commas and points, then moves the point.
#include "core/exchange/published_number.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "core/exchange/published_text.h"

namespace entente {

namespace {

constexpr std::size_t kLongest = 60;  ///< of a cell that may be a number
constexpr int kMostPlaces = 40;       ///< that a point is moved
constexpr std::string_view kMinus = "\xE2\x88\x92";

bool isFigure(char c) {
  return c >= '0' && c <= '9';
}

bool allFigures(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, isFigure);
}

/// Groups of three, but for the first, parted by `mark`: "1,234,567".
bool isGrouped(std::string_view text, char mark) {
  std::size_t at = text.find(mark);
  if (at == 0 || at > 3 || at == std::string_view::npos || !allFigures(text.substr(0, at))) return false;
  while (at < text.size()) {
    if (!allFigures(text.substr(at + 1, 3)) || text.size() - at < 4) return false;
    at += 4;
    if (at < text.size() && text[at] != mark) return false;
  }
  return true;
}

std::string without(std::string_view text, char mark) {
  std::string rest;
  std::ranges::copy_if(text, std::back_inserter(rest), [mark](char c) { return c != mark; });
  return rest;
}

/// A cell without sign, percent sign, marks and spaces between groups; and what of those it had.
struct Bare {
  std::string figures;  ///< digits, commas, points
  std::string exponent;
  bool negative = false;
  bool percent = false;
  bool estimate = false;
};

void takeEnds(std::string_view& text, Bare& bare) {
  for (bool more = true; more;) {
    text = withoutSpaces(text);
    more = true;
    if (text.ends_with('%')) {
      bare.percent = true;
      text.remove_suffix(1);
    } else if (text.ends_with("(e)")) {
      bare.estimate = true;
      text.remove_suffix(3);
    } else if (text.size() > 1 && text.ends_with('e')) {
      bare.estimate = true;
      text.remove_suffix(1);
    } else if (text.ends_with('*')) {
      text.remove_suffix(1);
    } else {
      more = false;
    }
  }
}

/// Thin, narrow and ordinary spaces and apostrophes between groups of three figures become one sort.
std::string withPlainSpaces(std::string_view text) {
  constexpr std::array<std::string_view, 5> kBetween{"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89",
                                                     "\xE2\x80\x99", "'"};
  std::string plain(text);
  for (const std::string_view between : kBetween) {
    for (std::size_t at = plain.find(between); at != std::string::npos; at = plain.find(between, at))
      plain.replace(at, between.size(), " ");
  }
  return plain;
}

std::optional<Bare> bareOf(std::string_view cell) {
  if (cell.size() > kLongest) return std::nullopt;
  Bare bare;
  takeEnds(cell, bare);
  if (cell.starts_with(kMinus) || cell.starts_with('-')) {
    bare.negative = true;
    cell.remove_prefix(cell.starts_with('-') ? 1 : kMinus.size());
  } else if (cell.starts_with('+')) {
    cell.remove_prefix(1);
  }
  std::string text = withPlainSpaces(cell);
  if (const std::size_t e = text.find_first_of("eE"); e != std::string::npos) {
    bare.exponent = text.substr(e + 1);
    text.erase(e);
  }
  if (text.find(' ') != std::string::npos) {
    const std::size_t end = std::min(text.find_first_of(",."), text.size());
    if (!isGrouped(std::string_view(text).substr(0, end), ' ')) return std::nullopt;
    text = without(text, ' ');
  }
  const bool onlyThose =
      std::ranges::all_of(text, [](char c) { return isFigure(c) || c == ',' || c == '.'; });
  if (!onlyThose || std::ranges::none_of(text, isFigure)) return std::nullopt;
  bare.figures = std::move(text);
  return bare;
}

/// Which of comma and point is the decimal mark in these figures; nothing if they do not say.
DecimalMark markIn(std::string_view figures) {
  const auto commas = std::ranges::count(figures, ',');
  const auto points = std::ranges::count(figures, '.');
  if (commas > 0 && points > 0)
    return figures.rfind(',') > figures.rfind('.') ? DecimalMark::Comma : DecimalMark::Point;
  if (commas > 1) return DecimalMark::Point;
  if (points > 1) return DecimalMark::Comma;
  if (commas == 1 && !isGrouped(figures, ',')) return DecimalMark::Comma;
  if (points == 1 && !isGrouped(figures, '.')) return DecimalMark::Point;
  return DecimalMark::Unknown;
}

/// With a point for the decimals and nothing else; empty if it cannot be.
std::string plainFigures(std::string_view figures, DecimalMark mark) {
  const char point = mark == DecimalMark::Comma ? ',' : '.';
  const char group = mark == DecimalMark::Comma ? '.' : ',';
  const std::size_t at = std::min(figures.find(point), figures.size());
  std::string whole(figures.substr(0, at));
  if (whole.find(group) != std::string::npos) {
    if (!isGrouped(whole, group)) return {};
    whole = without(whole, group);
  }
  if (at == figures.size()) return whole;
  const std::string_view part = figures.substr(at + 1);
  if (!part.empty() && !allFigures(part)) return {};
  if (whole.empty()) whole = "0";
  return part.empty() ? whole : whole + '.' + std::string(part);
}

std::optional<int> exponentOf(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  int exponent = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (exponent < -kMostPlaces || exponent > kMostPlaces) return std::nullopt;
  return exponent;
}

}  // namespace

DecimalMark decimalMarkOf(std::string_view cell) {
  const auto bare = bareOf(cell);
  return bare && bare->exponent.empty() ? markIn(bare->figures) : DecimalMark::Unknown;
}

NumberReading readPublishedNumber(std::string_view cell, DecimalMark mark) {
  const auto bare = bareOf(cell);
  if (!bare) return {};
  const DecimalMark own = markIn(bare->figures);
  const DecimalMark settled = own == DecimalMark::Unknown ? mark : own;
  if (settled == DecimalMark::Unknown && bare->figures.find(',') != std::string::npos)
    return {std::nullopt, NumberProblem::Ambiguous};
  std::string text = plainFigures(bare->figures, settled);
  if (text.empty()) return {};
  if (bare->negative) text.insert(0, "-");
  if (!bare->exponent.empty()) {
    const auto places = exponentOf(bare->exponent);
    if (!places) return {};
    const auto moved = shifted(text, *places);
    if (!moved) return {std::nullopt, NumberProblem::TooLong};
    text = moved->text;
  }
  if (!Decimal::parse(text)) return {std::nullopt, NumberProblem::TooLong};
  const bool rewritten = text != withoutSpaces(cell);
  return {PublishedNumber{std::move(text), bare->percent, bare->estimate, rewritten}, {}};
}

Result<Decimal> shifted(std::string_view decimal, int places) {
  const bool negative = decimal.starts_with('-');
  if (negative) decimal.remove_prefix(1);
  const std::size_t point = std::min(decimal.find('.'), decimal.size());
  std::string digits = without(decimal, '.');
  auto at = static_cast<std::int64_t>(point) + places;
  if (at <= 0) {
    digits.insert(0, static_cast<std::size_t>(1 - at), '0');
    at = 1;
  }
  if (at > static_cast<std::int64_t>(digits.size())) digits.resize(static_cast<std::size_t>(at), '0');
  const auto whole = static_cast<std::size_t>(at);
  std::string text = digits.substr(0, whole);
  text.erase(0, std::min(text.find_first_not_of('0'), text.size() - 1));
  if (whole < digits.size()) text += '.' + digits.substr(whole);
  if (negative) text.insert(0, "-");
  return Decimal::parse(text);
}

}  // namespace entente
