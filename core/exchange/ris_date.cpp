// SPDX-License-Identifier: GPL-3.0-or-later
// "YYYY/MM/DD/other" and what is written in its place.
#include "core/exchange/ris_date.h"

#include <fmt/core.h>

#include <algorithm>

#include "core/exchange/numeric_dates.h"
#include "core/exchange/published_text.h"
#include "core/exchange/source_text.h"

namespace entente {

namespace {

bool isNumber(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string twoFigures(std::string_view text) {
  return text.size() == 1 ? "0" + std::string(text) : std::string(text);
}

std::vector<std::string_view> partsOf(std::string_view text) {
  std::vector<std::string_view> parts;
  while (parts.size() < 8) {
    const std::size_t slash = text.find('/');
    parts.push_back(withoutSpaces(text.substr(0, slash)));
    if (slash == std::string_view::npos) break;
    text.remove_prefix(slash + 1);
  }
  return parts;
}

int seasonOf(std::string_view text) {
  const std::string word = foldedText(text);
  if (word == "spring") return 21;
  if (word == "summer") return 22;
  if (word == "autumn" || word == "fall") return 23;
  return word == "winter" ? 24 : 0;
}

/// EDTF of "2019/05/12/", "2019///Spring", "20190512"; empty for other texts. `other` gets what stands
/// behind.
std::string ofFigures(std::string_view text, std::string_view& other) {
  if (isNumber(text) && text.size() == 8)
    return fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6, 2));
  const auto parts = partsOf(text);
  if (parts.size() < 2 || parts.size() > 4 || !isNumber(parts[0]) || parts[0].size() != 4) return {};
  if (parts.size() == 2 && seasonOf(parts[1]) != 0) return fmt::format("{}-{}", parts[0], seasonOf(parts[1]));
  const std::string_view month = parts[1];
  const std::string_view day = parts.size() > 2 ? parts[2] : std::string_view();
  // "2018/2019" is two years.
  if (month.size() > 2 || day.size() > 2 || (!month.empty() && !isNumber(month)) ||
      (!day.empty() && !isNumber(day)))
    return {};
  if (parts.size() > 3) other = parts[3];
  std::string result(parts[0]);
  const bool isZero = month.empty() || month == "0" || month == "00";
  if (isZero && seasonOf(other) != 0) {
    result += fmt::format("-{}", seasonOf(other));
    other = {};
  }
  if (isZero) return result;
  result += "-" + twoFigures(month);
  if (day.empty() || day == "0" || day == "00") return result;
  return result + "-" + twoFigures(day);
}

tl::expected<FuzzyDate, std::string> readOne(std::string_view text, RisDate& result) {
  std::string_view other;
  std::string_view plain = withoutSpaces(text);
  const std::string figures = ofFigures(plain, other);
  if (!figures.empty()) {
    if (!other.empty())
      result.problems.push_back(fmt::format("\"{}\" says more than its date; \"{}\" is left out",
                                            shortened(plain, 80), shortened(other, 60)));
    auto date = FuzzyDate::parse(figures);
    if (!date) return tl::make_unexpected(date.error().message);
    return *date;
  }
  // "2019-05-12/": the slashes of a form that was not filled in.
  while (!plain.empty() && plain.back() == '/')
    plain.remove_suffix(1);
  auto date = readSourceDate(plain);
  const std::string_view year = plain.substr(0, 4);
  if (date || plain.size() < 5 || !isNumber(year) || (plain[4] >= '0' && plain[4] <= '9') ||
      hasFourFigures(plain.substr(4)))
    return date;
  // "2015 Mar-Apr": the year is sure.
  result.problems.push_back(
      fmt::format("Of the date \"{}\" only the year {} is understood", shortened(plain, 80), year));
  auto alone = FuzzyDate::parse(year);
  return alone ? tl::expected<FuzzyDate, std::string>(*alone) : date;
}

bool isFiner(const FuzzyDate& one, const FuzzyDate& other) {
  return one.precision() < other.precision();
}

}  // namespace

RisDate readRisDates(std::string_view year, std::string_view date, std::string_view primary) {
  RisDate result;
  const bool hasYear = isNumber(withoutSpaces(year)) && withoutSpaces(year).size() == 4;
  for (const std::string_view text : {year, primary, date}) {
    if (withoutSpaces(text).empty()) continue;
    std::string whole(withoutSpaces(text));
    if (hasYear && !hasFourFigures(text)) whole += fmt::format(" {}", withoutSpaces(year));
    const auto found = readOne(whole, result);
    if (!found) {
      result.problems.push_back(fmt::format("\"{}\" cannot be read as a date: {}",
                                            shortened(withoutSpaces(text), 80), found.error()));
      result.unread = withoutSpaces(text);
    } else if (result.date && found->begin().year != result.date->begin().year) {
      result.problems.push_back(fmt::format("The dates \"{}\" and \"{}\" differ; the first counts",
                                            result.date->edtf(), found->edtf()));
    } else if (!result.date || isFiner(*found, *result.date)) {
      result.date = *found;
    }
  }
  return result;
}

}  // namespace entente
