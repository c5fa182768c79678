// SPDX-License-Identifier: GPL-3.0-or-later
// Names of months from Qt's locales (CLDR).
#include "core/exchange/date_tongues.h"

#include <fmt/core.h>

#include <QLocale>
#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/exchange/date_phrases.h"

namespace entente {

namespace {

constexpr std::array<QLocale::Language, kDateTongues> kLanguages{
    QLocale::German,     QLocale::French,    QLocale::Spanish,    QLocale::Italian,  QLocale::Dutch,
    QLocale::Portuguese, QLocale::Polish,    QLocale::Russian,    QLocale::Croatian, QLocale::Czech,
    QLocale::Slovak,     QLocale::Slovenian, QLocale::Swedish,    QLocale::Danish,   QLocale::NorwegianBokmal,
    QLocale::Finnish,    QLocale::Hungarian, QLocale::Romanian,   QLocale::Turkish,  QLocale::Ukrainian,
    QLocale::Greek,      QLocale::Estonian,  QLocale::Lithuanian, QLocale::Latvian,  QLocale::Bulgarian,
    QLocale::Serbian,    QLocale::Indonesian};

using WordMap = std::map<std::string, std::string, std::less<>>;

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};

void addName(WordMap& words, QString name, std::string_view english) {
  name = name.toLower();
  if (name.endsWith(QLatin1Char('.'))) name.chop(1);
  words.try_emplace(name.toStdString(), english);
}

/// Months before weekdays: "mar" is March before it is Tuesday.
WordMap namesOf(QLocale::Language language) {
  const QLocale locale(language);
  WordMap words;
  for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
    for (int month = 1; month <= 12; ++month) {
      const std::string_view english = kMonths.at(static_cast<std::size_t>(month - 1));
      addName(words, locale.monthName(month, format), english);
      addName(words, locale.standaloneMonthName(month, format), english);
    }
  }
  for (int day = 1; day <= 7; ++day)
    addName(words, locale.dayName(day, QLocale::LongFormat), kWeekdays.at(static_cast<std::size_t>(day - 1)));
  return words;
}

const std::array<WordMap, kDateTongues>& namesOfAll() {
  static const std::array<WordMap, kDateTongues> kNames = [] {
    std::array<WordMap, kDateTongues> names;
    for (std::size_t i = 0; i < kDateTongues; ++i)
      names.at(i) = namesOf(kLanguages.at(i));
    return names;
  }();
  return kNames;
}

/// In English; empty if the word is no name of a month.
std::string_view monthOf(std::string_view word, std::size_t tongue) {
  const auto name = namesOfAll().at(tongue).find(word);
  if (name == namesOfAll().at(tongue).end()) return {};
  const bool isMonth = std::ranges::find(kMonths, name->second) != kMonths.end();
  return isMonth ? std::string_view(name->second) : std::string_view();
}

/// A weekday that is cut short, at the begin only: there "mar" and "mo" are nothing else.
std::string shortWeekday(std::string_view word, std::size_t tongue) {
  const QLocale locale(kLanguages.at(tongue));
  for (int day = 1; day <= 7; ++day) {
    QString name = locale.dayName(day, QLocale::ShortFormat).toLower();
    if (name.endsWith(QLatin1Char('.'))) name.chop(1);
    if (name.toStdString() == word) return std::string(kWeekdays.at(static_cast<std::size_t>(day - 1)));
  }
  return {};
}

bool isLetterByte(std::string_view text, std::size_t at) {
  const char c = text[at];
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return true;
  // Letters of all tongues have two bytes; dashes and quotes have three.
  return static_cast<unsigned char>(c) >= 0x80 && static_cast<unsigned char>(c) < 0xE0;
}

/// The words of a text, in small letters.
template <class F>
void forEachWord(std::string_view lower, F&& f) {
  std::size_t at = 0;
  while (at < lower.size()) {
    std::size_t end = at;
    while (end < lower.size() && isLetterByte(lower, end))
      ++end;
    if (end > at) f(lower.substr(at, end - at));
    at = std::max(end, at + 1);
  }
}

std::string lowerOf(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
      .toLower()
      .simplified()
      .toStdString();
}

struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
};

using Tongues = std::unordered_map<std::string, TongueSet, WordHash, std::equal_to<>>;

/// Of every name, and of the first word of every phrase.
const Tongues& tonguesOfWords() {
  static const Tongues kTongues = [] {
    Tongues tongues;
    for (std::size_t tongue = 0; tongue < kDateTongues; ++tongue) {
      const TongueSet bit = TongueSet{1} << tongue;
      for (const auto& [name, english] : namesOfAll().at(tongue))
        tongues[name] |= bit;
      const QLocale locale(kLanguages.at(tongue));
      for (int day = 1; day <= 7; ++day)
        forEachWord(lowerOf(locale.dayName(day, QLocale::ShortFormat).toStdString()),
                    [&](std::string_view word) { tongues[std::string(word)] |= bit; });
      for (const DatePhrase& phrase : datePhrases().at(tongue)) {
        bool isFirst = true;
        forEachWord(phrase.from, [&](std::string_view word) {
          if (std::exchange(isFirst, false)) tongues[std::string(word)] |= bit;
        });
      }
    }
    return tongues;
  }();
  return kTongues;
}

/// "1848. march 15." as "15 march 1848": the order of Hungarian, Lithuanian and Latvian.
std::string yearLast(std::string text) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c != ' ' && c != '.') {
      parts.back() += c;
    } else if (!parts.back().empty()) {
      parts.emplace_back();
    }
  }
  if (parts.back().empty()) parts.pop_back();
  const auto isNumber = [&](std::size_t i, std::size_t most) {
    return parts[i].size() <= most &&
           std::ranges::all_of(parts[i], [](char c) { return c >= '0' && c <= '9'; });
  };
  if (parts.size() < 2 || parts.size() > 3 || !isNumber(0, 4) || parts[0].size() < 4) return text;
  const auto isMonth = [&](std::size_t i) { return std::ranges::find(kMonths, parts[i]) != kMonths.end(); };
  if (parts.size() == 2) return isMonth(1) ? parts[1] + ' ' + parts[0] : text;
  if (isMonth(1) && isNumber(2, 2)) return parts[2] + ' ' + parts[1] + ' ' + parts[0];
  if (isMonth(2) && isNumber(1, 2)) return parts[1] + ' ' + parts[2] + ' ' + parts[0];
  return text;
}

/// Words of dates in English, and those of the tongues that are no names of months.
constexpr std::array<std::string_view, 74> kWords{
    "january",  "february", "march", "april", "may",    "june",    "july",   "august", "september", "october",
    "november", "december", "jan",   "feb",   "mar",    "apr",     "jun",    "jul",    "aug",       "sep",
    "sept",     "oct",      "nov",   "dec",   "bc",     "bce",     "ad",     "ce",     "circa",     "ca",
    "c",        "about",    "early", "mid",   "late",   "century", "st",     "nd",     "rd",        "th",
    "to",       "from",     "since", "until", "before", "after",   "spring", "summer", "autumn",    "fall",
    "winter",   "present",  "now",   "today", "am",     "pm",      "t",      "z",      "utc",       "gmt",
    "mon",      "tue",      "wed",   "thu",   "fri",    "sat",     "sun",    "monday", "tuesday",   "friday",
    "sunday",   "saturday", "s",     "the"};

std::set<std::string, std::less<>> allDateWords() {
  std::set<std::string, std::less<>> words;
  for (const std::string_view word : kWords)
    words.emplace(word);
  for (std::size_t tongue = 0; tongue < kDateTongues; ++tongue) {
    for (const auto& [name, english] : namesOfAll().at(tongue))
      words.insert(name);
    for (const DatePhrase& phrase : datePhrases().at(tongue)) {
      if (phrase.from.size() > 1 && phrase.from.find_first_of(" ./1") == std::string_view::npos)
        words.emplace(phrase.from);
    }
  }
  return words;
}

/// Names of months and weekdays in English; `found` if there were any.
std::string withEnglishNames(std::string_view text, std::size_t tongue, bool& found) {
  const WordMap& names = namesOfAll().at(tongue);
  std::string translated;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = at;
    while (end < text.size() && isLetterByte(text, end))
      ++end;
    if (end == at) {
      translated += text[at++];
      continue;
    }
    const std::string_view word = text.substr(at, end - at);
    const auto name = names.find(word);
    std::string weekday = at == 0 && end < text.size() ? shortWeekday(word, tongue) : std::string();
    const bool isName = name != names.end() || !weekday.empty();
    found |= isName;
    translated += !weekday.empty() ? weekday : isName ? name->second : std::string(word);
    at = end;
    // "Mo.," and "janv." have their full stops behind them.
    if (isName && at < text.size() && text[at] == '.') ++at;
    if (!weekday.empty() && at < text.size() && text[at] == ',') ++at;
  }
  return translated;
}

}  // namespace

std::optional<std::string> withEnglishWords(std::string_view text, std::size_t tongue) {
  bool found = false;
  std::string padded = ' ' + withEnglishNames(lowerOf(text), tongue, found) + ' ';
  for (const DatePhrase& phrase : datePhrases().at(tongue)) {
    const std::string from = ' ' + std::string(phrase.from) + ' ';
    const std::string to = phrase.to.empty() ? " " : ' ' + std::string(phrase.to) + ' ';
    for (std::size_t at = padded.find(from); at != std::string::npos; at = padded.find(from, at)) {
      padded.replace(at, from.size(), to);
      found = true;
      // A word that vanished leaves one space, which the next one begins with.
      at += to.size() - 1;
    }
  }
  const std::size_t begin = padded.find_first_not_of(' ');
  if (!found || begin == std::string::npos) return std::nullopt;
  return yearLast(padded.substr(begin, padded.find_last_not_of(' ') - begin + 1));
}

TongueSet tonguesIn(std::string_view text) {
  TongueSet tongues = 0;
  forEachWord(lowerOf(text), [&](std::string_view word) {
    const auto found = tonguesOfWords().find(word);
    if (found != tonguesOfWords().end()) tongues |= found->second;
  });
  return tongues;
}

void TongueVotes::add(std::string_view text) {
  if (m_counted == kMostCounted) return;
  ++m_counted;
  forEachWord(lowerOf(text), [this](std::string_view word) {
    for (std::size_t tongue = 0; tongue < kDateTongues; ++tongue)
      m_votes.at(tongue) += monthOf(word, tongue).empty() ? 0 : 1;
  });
}

std::size_t TongueVotes::most() const {
  return static_cast<std::size_t>(std::ranges::max_element(m_votes) - m_votes.begin());
}

std::string TongueVotes::doubt(std::string_view text) const {
  std::string reason;
  forEachWord(lowerOf(text), [&](std::string_view word) {
    const std::size_t first = most();
    const std::string_view month = monthOf(word, first);
    if (month.empty() || !reason.empty()) return;
    for (std::size_t tongue = 0; tongue < kDateTongues; ++tongue) {
      const std::string_view other = m_votes.at(tongue) == m_votes.at(first) ? monthOf(word, tongue) : month;
      if (other.empty() || other == month) continue;
      const auto nameOf = [](std::size_t of) {
        return QLocale::languageToString(kLanguages.at(of)).toStdString();
      };
      const auto capital = [](std::string_view name) {
        std::string shown(name);
        shown.front() = static_cast<char>(shown.front() - 'a' + 'A');
        return shown;
      };
      reason = fmt::format("'{}' is {} in {}, {} in {}", word, capital(month), nameOf(first), capital(other),
                           nameOf(tongue));
      return;
    }
  });
  return reason;
}

bool isDateWord(std::string_view word) {
  static const std::set<std::string, std::less<>> kAll = allDateWords();
  return kAll.contains(word);
}

}  // namespace entente
