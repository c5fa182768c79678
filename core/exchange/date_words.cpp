// SPDX-License-Identifier: GPL-3.0-or-later
// One language after the other; relative dates are found by reading them on two days.
#include "core/exchange/date_words.h"

#include <QString>
#include <algorithm>
#include <array>

#include "core/exchange/date_tongues.h"
#include "core/exchange/numeric_dates.h"
#include "core/exchange/published_text.h"

namespace entente {

namespace {

constexpr std::size_t kLongestDateText = 200;
constexpr std::size_t kLongestGlance = 60;

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

bool hasLetter(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

std::string lowerOf(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toLower().toStdString();
}

PeopleContext contextOf(DateOrder order, int year) {
  PeopleContext context;
  context.today = {year, 1, 1};
  context.order = order;
  return context;
}

struct Attempt {
  bool read = false;
  WordDate date;
};

Attempt refusing(std::string reason) {
  return {false, {DateOutcome::Refused, {}, {}, std::move(reason)}};
}

/// Words that a date counts from today with.
bool mayBeRelative(std::string_view text) {
  const std::string lower = lowerOf(text);
  return holdsAny(lower, "ago|last|this|next|today|yesterday|tomorrow");
}

Attempt attempt(std::string_view text, DateOrder order) {
  PeopleContext context = contextOf(order, 1000);
  const auto date = readPeopleDate(text, context);
  if (!date) return refusing(date.error().reason);
  if (mayBeRelative(text)) {
    context.today = {1500, 7, 7};
    const auto later = readPeopleDate(text, context);
    if (!later || later->edtf != date->edtf) return refusing("it depends on a day that is not known");
  }
  WordDate read{DateOutcome::Read, date->edtf, {}, {}};
  if (date->ambiguous) {
    // "1900s": the hundred years hold the ten.
    const bool isHundred =
        date->other.find("XX") != std::string::npos && date->edtf.find('X') != std::string::npos;
    if (!isHundred) return {true, {DateOutcome::Order, {}, {}, "the day or the month may come first"}};
    read.edtf = date->other;
    read.remark = std::string(text) + " may mean ten years or a hundred; it is read as the hundred";
  }
  return {true, std::move(read)};
}

/// A zone by its letters at the end: the time is kept as that of a place, without it.
std::string_view withoutZoneName(std::string_view text) {
  const std::size_t space = text.find_last_of(' ');
  if (space == std::string_view::npos || text.size() - space > 6 || text.size() - space < 3) return {};
  const std::string_view zone = text.substr(space + 1);
  const bool isZone = std::ranges::all_of(zone, [](char c) { return c >= 'A' && c <= 'Z'; }) &&
                      zone != "AM" && zone != "PM" && zone != "BC" && zone != "AD" && zone != "BCE" &&
                      zone != "CE";
  // Without a time only the usual ones: other letters may be words.
  const bool isUsual = isListed(zone, "|GMT|UTC|EST|EDT|CST|CDT|MST|MDT|PST|PDT|BST|CET|CEST|EET|EEST|MSK|");
  return isZone && (isUsual || text.find(':') != std::string_view::npos) ? text.substr(0, space)
                                                                         : std::string_view();
}

/// "11-Mar-15": two digits at the end, and no year elsewhere.
bool endsInShortYear(std::string_view text) {
  const std::size_t digits = text.size() - std::min(text.size(), text.find_last_not_of("0123456789") + 1);
  int longest = 0;
  int run = 0;
  for (const char c : text) {
    run = isDigit(c) ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return digits == 2 && longest == 2 && text.size() > 5;
}

WordDate refusedWords(std::string_view text, WordDate date) {
  if (endsInShortYear(text)) date.reason = "a year of two digits may be of any century";
  return date;
}

}  // namespace

WordDate readWordDate(std::string_view text, DateOrder order, std::size_t& lastTongue) {
  if (text.size() > kLongestDateText) return {DateOutcome::Refused, {}, {}, "it is too long for a date"};
  const Attempt english = attempt(text, order);
  if (english.read) return english.date;
  if (!hasLetter(text)) return refusedWords(text, english.date);
  if (const std::string_view bare = withoutZoneName(text); !bare.empty()) {
    const auto figures = readNumericDate(bare);
    Attempt local = attempt(bare, order);
    if (local.read && !figures) {
      local.date.remark = "the zone of " + std::string(text) + " is not an offset and was left out";
      return local.date;
    }
  }
  const TongueSet tongues = tonguesIn(text);
  for (std::size_t i = 0; i < kDateTongues; ++i) {
    const std::size_t tongue = (lastTongue + i) % kDateTongues;
    if ((tongues >> tongue & 1U) == 0) continue;
    const auto words = withEnglishWords(text, tongue);
    if (!words) continue;
    const Attempt foreign = attempt(*words, order);
    if (!foreign.read) continue;
    lastTongue = tongue;
    return foreign.date;
  }
  return refusedWords(text, english.date);
}

std::optional<ShortRange> shortRangeOf(std::string_view text) {
  constexpr std::array<std::string_view, 5> kBetween{"-", "–", "—", "/", "‑"};
  if (text.size() < 6 || !std::all_of(text.begin(), text.begin() + 4, isDigit)) return std::nullopt;
  std::string_view rest = withoutSpaces(text.substr(4));
  ShortRange range;
  for (int i = 0; i < 4; ++i)
    range.first = range.first * 10 + (text[static_cast<std::size_t>(i)] - '0');
  for (const std::string_view between : kBetween) {
    if (!rest.starts_with(between)) continue;
    range.hyphen = between == "-";
    range.dash = between.size() > 1;
    rest = withoutSpaces(rest.substr(between.size()));
    if (rest.empty() || rest.size() > 2 || !std::ranges::all_of(rest, isDigit)) return std::nullopt;
    for (const char digit : rest)
      range.last = range.last * 10 + (digit - '0');
    range.oneDigit = rest.size() == 1;
    return range;
  }
  return std::nullopt;
}

std::string_view withoutReferences(std::string_view text) {
  while (text.ends_with(']')) {
    const std::size_t open = text.rfind('[');
    if (open == std::string_view::npos || open == 0 || text.size() - open > 12) break;
    const std::string_view within = text.substr(open + 1, text.size() - open - 2);
    if (within.find_first_of(",.") != std::string_view::npos) break;
    text = withoutSpaces(text.substr(0, open));
  }
  return text;
}

bool isNoDate(std::string_view text) {
  if (isMissing(text)) return true;
  if (text.size() > 32) return false;
  constexpr std::string_view kNothing =
      "|n/a|#n/a|na|nan|nat|null|none|nil|unknown|not known|?|??|???|tbd|tba|tbc|undated|n.d.|nd|s.d.|no "
      "date|"
      "date unknown|unbekannt|k.a.|o.j.|inconnu|inconnue|desconocido|desconocida|sconosciuto|onbekend|"
      "desconhecido|nieznany|nieznana|неизвестно|нет|xx|x|#ref!|#value!|invalid date|0|00|0000|"
      "0000-00-00|0000-00-00 00:00:00|00/00/0000|00.00.0000|unspecified|not specified|varies|";
  return isListed(lowerOf(text), kNothing);
}

bool looksLikeDate(std::string_view text) {
  text = withoutSpaces(text);
  if (text.empty() || text.size() > kLongestGlance) return false;
  if (const auto value = readWhole(text)) return (*value >= 1'000 && *value <= 2'200) || isNoDate(text);
  // "0.123", "12,50"
  if (text.find_first_not_of("0123456789.,") == std::string_view::npos &&
      text.find_first_of(".,") == text.find_last_of(".,"))
    return false;
  if (readNumericDate(text) || shortRangeOf(text) || readEastAsianDate(text)) return true;
  int digits = 0;
  int longest = 0;
  std::string word;
  bool isForeign = false;
  bool hasDateWord = false;
  const auto endWord = [&] {
    if (word.empty()) return;
    const bool isDate = isDateWord(lowerOf(word));
    hasDateWord |= isDate;
    isForeign |= !isDate;
    word.clear();
  };
  for (const char c : text) {
    digits = isDigit(c) ? digits + 1 : 0;
    longest = std::max(longest, digits);
    const bool isLetter =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    if (isLetter) {
      word += c;
    } else {
      endWord();
      if (!isDigit(c) && std::string_view(" -/.,:~?%()+'").find(c) == std::string_view::npos) return false;
    }
  }
  endWord();
  // En dashes count as letters here; they are no words.
  if (isForeign && text.find("–") == std::string_view::npos && text.find("—") == std::string_view::npos)
    return false;
  return (longest >= 3 && longest <= 4) || (hasDateWord && longest > 0);
}

}  // namespace entente
