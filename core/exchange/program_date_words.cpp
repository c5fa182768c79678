// SPDX-License-Identifier: GPL-3.0-or-later
// Times, zones and the words of JavaScript's and Java's dates.
#include <array>
#include <cctype>
#include <vector>

#include "core/exchange/program_date_cursor.h"

namespace entente {

namespace {

/// ".25"; at the mark. False if there are no digits behind it.
bool skipFraction(DateCursor& cursor, bool& any) {
  bool digits = false;
  while (isDigitOfDate(cursor.next())) {
    any = any || cursor.next() != '0';
    digits = cursor.takeOne("0123456789");
  }
  return digits;
}

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};

/// 1 for the first; 0 if it is none. Three letters are enough.
template <std::size_t N>
int ordinalIn(const std::array<std::string_view, N>& names, std::string_view word) {
  for (std::size_t i = 0; i < N; ++i) {
    if (word.size() >= 3 && names[i].substr(0, word.size()) == word) return static_cast<int>(i) + 1;
  }
  return word == "sept" && N == 12 ? 9 : 0;
}

struct Zone {
  std::string_view name;
  int minutes;
};
/// ECMA-262 leaves them open; these are what browsers read.
constexpr Zone kZones[] = {{"gmt", 0},    {"utc", 0},    {"ut", 0},     {"z", 0},
                           {"est", -300}, {"edt", -240}, {"cst", -360}, {"cdt", -300},
                           {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420}};

/// Words and numbers in any order that has one meaning.
class WordReader {
 public:
  explicit WordReader(std::string_view text) : m_cursor(text) {}

  bool read(ProgramDate& date, std::string& reason) {
    while (!m_cursor.atEnd()) {
      if (m_cursor.takeOne(" ,")) continue;
      if (m_cursor.next() == '(') break;  // the name of a zone behind its offset
      if (!isDigitOfDate(m_cursor.next()) && m_cursor.next() != '+' && m_cursor.next() != '-') {
        if (!word()) return false;
      } else if (!figure()) {
        return false;
      }
    }
    if (m_month == 0 || m_numbers.empty() || m_numbers.size() > 2) return false;
    return settle(date, reason);
  }

 private:
  bool word() {
    std::string letters;
    while (!m_cursor.atEnd() && (std::isalpha(static_cast<unsigned char>(m_cursor.next())) != 0)) {
      letters += static_cast<char>(std::tolower(static_cast<unsigned char>(m_cursor.next())));
      (void)m_cursor.take(m_cursor.next());
    }
    if (letters.empty()) return false;
    (void)m_cursor.take('.');
    if (const int month = ordinalIn(kMonths, letters); month != 0 && m_month == 0) {
      m_month = month;
      return true;
    }
    if (const int day = ordinalIn(kWeekdays, letters); day != 0 && m_weekday == 0) {
      m_weekday = day;
      return true;
    }
    if ((letters == "am" || letters == "pm") && m_clock.hasTime()) {
      const int hour = m_clock.clock.hour;
      if (hour < 1 || hour > 12) return false;
      m_clock.clock.hour = hour % 12 + (letters == "pm" ? 12 : 0);
      return true;
    }
    for (const Zone& zone : kZones) {
      if (zone.name != letters || m_offset) continue;
      m_offset = zone.minutes;
      int minutes = 0;
      if (zone.minutes == 0 && (m_cursor.next() == '+' || m_cursor.next() == '-')) {
        if (!takeOffset(m_cursor, minutes)) return false;
        m_offset = minutes;
      }
      return true;
    }
    return false;
  }

  bool figure() {
    if (!m_clock.hasTime() && takeClock(m_cursor, m_clock, true)) return true;
    if (m_clock.hasTime() && !m_offset && (m_cursor.next() == '+' || m_cursor.next() == '-')) {
      int minutes = 0;
      if (!takeOffset(m_cursor, minutes)) return false;
      m_offset = minutes;
      return true;
    }
    const bool negative = m_cursor.next() == '-';
    const bool hyphen = negative && !m_numbers.empty();
    const bool sign = m_cursor.takeOne("+-");
    if (sign && hyphen) return false;
    Number number;
    number.digits = m_cursor.digits(number.value, 1, 11);
    if (number.digits == 0) return false;
    if (negative) number.value = -number.value;
    number.isSigned = sign;
    for (const std::string_view suffix : {"st", "nd", "rd", "th"}) {
      if (m_cursor.rest().substr(0, 2) == suffix) {
        m_cursor.take(suffix[0]), m_cursor.take(suffix[1]);
      }
    }
    m_numbers.push_back(number);
    return true;
  }

  bool settle(ProgramDate& date, std::string& reason) {
    const auto isYear = [](const Number& n) { return n.digits >= 3 || n.isSigned; };
    const Number& last = m_numbers.back();
    if (!isYear(last)) return false;
    std::int64_t day = 0;
    if (m_numbers.size() == 2) {
      if (isYear(m_numbers.front())) return false;
      day = m_numbers.front().value;
      if (day == 0) return false;
    }
    const auto read = programDay(last.value, m_month, static_cast<int>(day));
    if (!read) {
      reason = read.error();
      return true;
    }
    date = *read;
    if (m_clock.hasTime()) {
      if (day == 0) return false;
      date.clock = m_clock.clock;
      date.precision = m_clock.precision;
      date.hasFraction = m_clock.hasFraction;
      date.offsetMinutes = m_offset;
    }
    date.wrongWeekday = m_weekday != 0 && day != 0 && weekday(daysFromCivil(date.day)) != m_weekday;
    return true;
  }

  struct Number {
    std::int64_t value = 0;
    std::size_t digits = 0;
    bool isSigned = false;
  };
  DateCursor m_cursor;
  int m_month = 0;
  int m_weekday = 0;
  ProgramDate m_clock;
  std::optional<int> m_offset;
  std::vector<Number> m_numbers;
};

}  // namespace

bool takeOffset(DateCursor& cursor, int& minutes) {
  const bool west = cursor.next() == '-';
  if (!cursor.takeOne("+-")) return false;
  std::int64_t figures = 0;
  const std::size_t count = cursor.digits(figures, 1, 4);
  if (count == 0) return false;
  std::int64_t value = count > 2 ? figures / 100 * 60 + figures % 100 : figures * 60;
  if (count <= 2 && cursor.take(':')) {
    int more = 0;
    if (!cursor.two(more, 59)) return false;
    value += more;
  }
  if (value > 14 * 60) return false;
  minutes = static_cast<int>(west ? -value : value);
  return true;
}

bool takeClock(DateCursor& cursor, ProgramDate& date, bool colonsOnly) {
  const std::size_t from = cursor.at();
  ProgramDate read = date;
  read.precision = DatePrecision::Hour;
  int hour = 0;
  std::int64_t one = 0;
  if (!cursor.two(hour, 24)) {
    if (cursor.digits(one, 1, 1) == 0 || cursor.next() != ':') {
      cursor.back(from);
      return false;
    }
    hour = static_cast<int>(one);
  }
  read.clock = {hour, 0, 0};
  const bool colon = cursor.take(':');
  if (colonsOnly && !colon) {
    cursor.back(from);
    return false;
  }
  if (colon || isDigitOfDate(cursor.next())) {
    if (!cursor.two(read.clock.minute, 59)) return false;
    read.precision = DatePrecision::Minute;
    if (colon ? cursor.take(':') : isDigitOfDate(cursor.next())) {
      // A leap second is the last second of its minute here.
      if (!cursor.two(read.clock.second, 60)) return false;
      read.clock.second = std::min(read.clock.second, 59);
      read.precision = DatePrecision::Second;
      if (cursor.takeOne(".,") && !skipFraction(cursor, read.hasFraction)) return false;
    }
  }
  if (hour == 24) {
    // The midnight at the end of the day: an end that does not reach into the next one.
    if (read.clock.minute != 0 || read.clock.second != 0) return false;
    read.clock = {23, 59, 59};
    read.precision = DatePrecision::Second;
  }
  date = read;
  return true;
}

bool readDateWords(std::string_view text, ProgramDate& date, std::string& reason) {
  return WordReader(text).read(date, reason);
}

}  // namespace entente
