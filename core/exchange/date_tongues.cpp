// SPDX-License-Identifier: GPL-3.0-or-later
// Names of months from Qt's locales (CLDR), and tables of small words.
#include "core/exchange/date_tongues.h"

#include <QLocale>
#include <array>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace entente {

namespace {

constexpr std::array<QLocale::Language, kDateTongues> kLanguages{
    QLocale::German, QLocale::French,     QLocale::Spanish, QLocale::Italian,
    QLocale::Dutch,  QLocale::Portuguese, QLocale::Polish,  QLocale::Russian};

struct Phrase {
  std::string_view from;  ///< words between single spaces, small letters
  std::string_view to;
};

using Phrases = std::vector<Phrase>;

const std::array<Phrases, kDateTongues>& phrasesOfAll() {
  static const std::array<Phrases, kDateTongues> kPhrases{{
      {{"v. chr.", "BC"},
       {"v.chr.", "BC"},
       {"vor christus", "BC"},
       {"n. chr.", "AD"},
       {"n.chr.", "AD"},
       {"am", ""},
       {"im", ""},
       {"der", ""},
       {"den", ""},
       {"um", "about"},
       {"etwa", "about"},
       {"ungefähr", "about"},
       {"bis", "to"},
       {"vor", "before"},
       {"nach", "after"},
       {"anfang", "early"},
       {"mitte", "mid"},
       {"ende", "late"},
       {"seit", "since"},
       {"ab", "since"},
       {"heute", "present"},
       {"und", "and"},
       {"oder", "or"},
       {"frühling", "spring"},
       {"frühjahr", "spring"},
       {"sommer", "summer"},
       {"herbst", "autumn"},
       {"jänner", "januar"}},
      {{"av. j.-c.", "BC"},  {"av. j.c.", "BC"},
       {"av j.-c.", "BC"},   {"av. jc", "BC"},
       {"av. j-c", "BC"},    {"avant j.-c.", "BC"},
       {"ap. j.-c.", "AD"},  {"apr. j.-c.", "AD"},
       {"le", ""},           {"en", ""},
       {"de", ""},           {"1er", "1"},
       {"vers", "about"},    {"env.", "about"},
       {"environ", "about"}, {"au", "to"},
       {"à", "to"},          {"jusqu'au", "to"},
       {"avant", "before"},  {"après", "after"},
       {"début", "early"},   {"fin", "late"},
       {"depuis", "since"},  {"et", "and"},
       {"ou", "or"},         {"printemps", "spring"},
       {"été", "summer"},    {"automne", "autumn"},
       {"hiver", "winter"}},
      {{"a. c.", "BC"},
       {"a.c.", "BC"},
       {"a. de c.", "BC"},
       {"d. c.", "AD"},
       {"d.c.", "AD"},
       {"de", ""},
       {"del", ""},
       {"el", ""},
       {"en", ""},
       {"hacia", "about"},
       {"al", "to"},
       {"a", "to"},
       {"hasta", "to"},
       {"antes", "before"},
       {"después", "after"},
       {"desde", "since"},
       {"y", "and"},
       {"o", "or"},
       {"primavera", "spring"},
       {"verano", "summer"},
       {"otoño", "autumn"},
       {"invierno", "winter"},
       {"1º", "1"}},
      {{"a.c.", "BC"},
       {"a. c.", "BC"},
       {"d.c.", "AD"},
       {"d. c.", "AD"},
       {"il", ""},
       {"del", ""},
       {"nel", ""},
       {"1º", "1"},
       {"1°", "1"},
       {"circa", "about"},
       {"al", "to"},
       {"prima del", "before"},
       {"dopo il", "after"},
       {"dal", "since"},
       {"e", "and"},
       {"o", "or"},
       {"primavera", "spring"},
       {"estate", "summer"},
       {"autunno", "autumn"},
       {"inverno", "winter"}},
      {{"v.chr.", "BC"},    {"v. chr.", "BC"},    {"n.chr.", "AD"},       {"n. chr.", "AD"},
       {"op", ""},          {"in", ""},           {"omstreeks", "about"}, {"rond", "about"},
       {"tot", "to"},       {"t/m", "to"},        {"voor", "before"},     {"na", "after"},
       {"begin", "early"},  {"midden", "mid"},    {"eind", "late"},       {"sinds", "since"},
       {"vanaf", "since"},  {"en", "and"},        {"of", "or"},           {"lente", "spring"},
       {"zomer", "summer"}, {"herfst", "autumn"}, {"heden", "present"}},
      {{"a.c.", "BC"},       {"a. c.", "BC"},
       {"d.c.", "AD"},       {"d. c.", "AD"},
       {"de", ""},           {"do", ""},
       {"em", ""},           {"1º", "1"},
       {"cerca", "about"},   {"por volta", "about"},
       {"a", "to"},          {"até", "to"},
       {"antes", "before"},  {"depois", "after"},
       {"desde", "since"},   {"e", "and"},
       {"ou", "or"},         {"primavera", "spring"},
       {"verão", "summer"},  {"outono", "autumn"},
       {"inverno", "winter"}},
      {{"p.n.e.", "BC"},
       {"p. n. e.", "BC"},
       {"n.e.", "AD"},
       {"r.", ""},
       {"roku", ""},
       {"rok", ""},
       {"w", ""},
       {"ok.", "about"},
       {"około", "about"},
       {"do", "to"},
       {"przed", "before"},
       {"po", "after"},
       {"od", "since"},
       {"i", "and"},
       {"lub", "or"},
       {"wiosna", "spring"},
       {"lato", "summer"},
       {"jesień", "autumn"},
       {"zima", "winter"}},
      {{"до н. э.", "BC"}, {"до н.э.", "BC"}, {"н. э.", "AD"},     {"н.э.", "AD"},     {"г.", ""},
       {"гг.", ""},        {"г", ""},         {"года", ""},        {"год", ""},        {"ок.", "about"},
       {"около", "about"}, {"по", "to"},      {"до", "before"},    {"после", "after"}, {"с", "since"},
       {"и", "and"},       {"или", "or"},     {"весна", "spring"}, {"лето", "summer"}, {"осень", "autumn"},
       {"зима", "winter"}},
  }};
  return kPhrases;
}

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
    for (const Phrase& phrase : phrasesOfAll().at(tongue)) {
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
  const QString lower =
      QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toLower().simplified();
  bool found = false;
  std::string padded = ' ' + withEnglishNames(lower.toStdString(), tongue, found) + ' ';
  for (const Phrase& phrase : phrasesOfAll().at(tongue)) {
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
  return padded.substr(begin, padded.find_last_not_of(' ') - begin + 1);
}

bool isDateWord(std::string_view word) {
  static const std::set<std::string, std::less<>> kAll = allDateWords();
  return kAll.contains(word);
}

}  // namespace entente
