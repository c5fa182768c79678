// SPDX-License-Identifier: GPL-3.0-or-later
// Whole dates first, then years, months and days in columns of their own.
#include "core/exchange/row_dates.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "core/exchange/numeric_dates.h"
#include "core/exchange/published_text.h"

namespace entente {

namespace {

constexpr std::size_t kDayLength = 10;     ///< of "2014-05-03"
constexpr std::size_t kShownLength = 120;  ///< bytes of a value in a sentence

/// The value as it is quoted in sentences.
std::string shown(std::string_view text) {
  if (text.size() <= kShownLength) return fmt::format("'{}'", text);
  std::size_t cut = kShownLength;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U)
    --cut;
  return fmt::format("'{}...'", text.substr(0, cut));
}

std::string noDate(std::string_view text, std::string_view reason) {
  return fmt::format("{} cannot be read as a date: {}.", shown(text), reason);
}

/// What stands where something has not ended.
bool isOngoing(std::string_view text) {
  const std::string folded = foldedText(text);
  return isListed(folded,
                  "|present|now|ongoing|today|current|to "
                  "date|heute|aujourdhui|actualidad|oggi|heden|presente|dzis|настоящее время|н в|open|");
}

bool isPlainDay(std::string_view edtf) {
  return edtf.size() == kDayLength && edtf.find_first_not_of("0123456789-") == std::string_view::npos;
}

bool isInterval(std::string_view edtf) {
  return edtf.find_first_of("/[{") != std::string_view::npos;
}

const MappedColumn* columnOf(const ColumnMap& map, EventField field) {
  const auto found = std::ranges::find(map.columns, field, &MappedColumn::field);
  return found == map.columns.end() ? nullptr : &*found;
}

/// TimelineJS' documentation has the month first.
DateOrder usualOrder(SheetStyle style) {
  const bool isTimelineJs = style == SheetStyle::TimelineJs || style == SheetStyle::TimelineJs2;
  return isTimelineJs ? DateOrder::MonthFirst : DateOrder::Ask;
}

/// "28 June", "4/13", "11-Jun-17", "9/24/06" with the year that stands beside it.
std::string withYear(std::string_view text, std::int64_t year) {
  text = withoutSpaces(text);
  const std::size_t digits = text.size() - std::min(text.size(), text.find_last_not_of("0123456789") + 1);
  const std::size_t numbers = static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return c == '/' || c == '-' || c == '.'; }));
  const std::string_view last = text.substr(text.size() - digits);
  // The two figures at the end are those of the year, if two numbers or a month stand before them.
  if (digits == 2 && numbers == 2 && last == fmt::format("{:02}", year % 100))
    return fmt::format("{}{}", text.substr(0, text.size() - 2), year);
  const std::size_t sign = text.find_first_of("/-.");
  const bool isDayAndMonth = numbers == 1 && digits > 0 && sign > 0 &&
                             text.find_first_not_of("0123456789/-.") == std::string_view::npos;
  if (isDayAndMonth) return fmt::format("{}{}{}", text, text[sign], year);
  return fmt::format("{} {}", text, year);
}

}  // namespace

RowDates::RowDates(const ColumnMap& map, DateOrder told)
    : m_strict(map.style == SheetStyle::Entente),
      m_begin{columnOf(map, EventField::Date), columnOf(map, EventField::Year),
              columnOf(map, EventField::Month), columnOf(map, EventField::Day),
              columnOf(map, EventField::Time)},
      m_end{columnOf(map, EventField::EndDate), columnOf(map, EventField::EndYear),
            columnOf(map, EventField::EndMonth), columnOf(map, EventField::EndDay),
            columnOf(map, EventField::EndTime)},
      m_dates(m_strict, told != DateOrder::Ask ? told : map.order, usualOrder(map.style)),
      m_years(false, told != DateOrder::Ask ? told : map.order, usualOrder(map.style)) {}

const GridCell* RowDates::cell(const GridRow& row, const MappedColumn* column) {
  if (!column || column->column >= row.cells.size()) return nullptr;
  const GridCell& found = row.cells[column->column];
  return found.text.empty() ? nullptr : &found;
}

void RowDates::survey(const GridRow& row) {
  for (const Columns* columns : {&m_begin, &m_end}) {
    if (const GridCell* date = cell(row, columns->date)) {
      const GridCell* beside = cell(row, columns->year);
      const auto year = beside ? entente::readWhole(beside->text) : std::nullopt;
      const bool isShort = year && *year >= 1'000 && *year <= 9'999 && !hasFourFigures(date->text);
      m_dates.add(isShort ? withYear(date->text, *year) : date->text, date->place, row.line);
    }
    if (const GridCell* year = cell(row, columns->year)) m_years.add(year->text, year->place, row.line);
  }
}

void RowDates::settle() {
  m_dates.settle();
  m_years.settle();
}

RowDate RowDates::read(const GridRow& row) {
  RowDate date;
  End begin = readEnd(row, m_begin, date);
  End end;
  if (begin.reason.empty()) {
    const GridCell* last = cell(row, m_end.date);
    if (last && isOngoing(last->text)) {
      end.edtf = "..";
      end.cell = last;
      end.column = m_end.date;
    } else {
      end = readEnd(row, m_end, date);
      addEndTime(row, begin, end, date);
    }
  }
  // What cannot be read of the end does not take the begin away.
  if (!end.reason.empty() && !begin.edtf.empty()) {
    leaveOut(end, date);
    end = {};
  }
  for (const End* one : {&begin, &end}) {
    if (one->reason.empty()) continue;
    date.reason = one->reason;
    date.place = one->cell->place;
    date.column = one->column->title;
    return date;
  }
  join(begin, end, date);
  return date;
}

void RowDates::leaveOut(const End& end, RowDate& date) {
  say(date, *end.cell, *end.column, end.reason + " It is kept in the note; the begin stands.");
  date.kept.push_back(fmt::format("{}: {}", end.column->title, end.cell->text));
}

RowDates::End RowDates::readEnd(const GridRow& row, const Columns& columns, RowDate& date) {
  End end = readWhole(row, columns, date);
  const bool isUnread = end.edtf.empty();
  if (isUnread && columns.year) {
    // A column of whole dates that says less than the year does not count against it.
    const bool isWorse = !end.reason.empty() && cell(row, columns.year);
    End parts = readParts(row, columns, date);
    if (!parts.edtf.empty() || end.reason.empty()) {
      if (isWorse && !parts.edtf.empty()) {
        date.kept.push_back(fmt::format("{}: {}", end.column->title, end.cell->text));
        say(date, *end.cell, *end.column,
            fmt::format("{} cannot be read as a date; the year {} stands.", shown(end.cell->text),
                        cell(row, columns.year)->text));
      }
      end = std::move(parts);
    }
  }
  // "55-54 B.C." beside dates of their own says more than they do.
  const GridCell* year = isUnread ? nullptr : cell(row, columns.year);
  if (year && end.edtf.find(year->text) == std::string::npos && !isNoDate(year->text))
    date.kept.push_back(fmt::format("{}: {}", columns.year->title, year->text));
  addTime(row, columns, end, date);
  return end;
}

RowDates::End RowDates::readWhole(const GridRow& row, const Columns& columns, RowDate& date) {
  End end;
  end.cell = cell(row, columns.date);
  end.column = columns.date;
  if (!end.cell) return end;
  const ReadDate& read = m_dates.read(end.cell->text);
  if (read.outcome == DateOutcome::Read) {
    end.edtf = read.edtf;
    if (!read.remark.empty()) say(date, *end.cell, *end.column, read.remark + '.');
    return end;
  }
  const GridCell* year = cell(row, columns.year);
  if (read.outcome == DateOutcome::Missing) {
    if (!year) say(date, *end.cell, *end.column, fmt::format("{} says no date.", shown(end.cell->text)));
    return end;
  }
  // "28 June", with the year beside it.
  const auto whole = year ? entente::readWhole(year->text) : std::nullopt;
  if (whole && *whole >= 1'000 && *whole <= 9'999 && !hasFourFigures(end.cell->text)) {
    const ReadDate& both = m_dates.read(withYear(end.cell->text, *whole));
    if (both.outcome == DateOutcome::Read) {
      end.edtf = both.edtf;
      return end;
    }
  }
  end.reason = noDate(end.cell->text, read.reason);
  return end;
}

bool RowDates::readYear(const GridCell& cell, bool alone, End& end, RowDate& date) {
  const auto whole = entente::readWhole(cell.text);
  if (!whole) {
    const ReadDate& read = m_years.read(cell.text);
    if (read.outcome == DateOutcome::Read) {
      end.edtf = read.edtf;
      if (!read.remark.empty()) say(date, cell, *end.column, read.remark + '.');
      if (alone || read.edtf.size() == 4) return true;
      end.edtf.clear();
      end.reason =
          fmt::format("{} is not one year, but there is a month or day beside it.", shown(cell.text));
      return false;
    }
    if (read.outcome == DateOutcome::Missing) return false;
    end.reason = noDate(cell.text, read.reason);
    return false;
  }
  if (*whole == 0) {
    end.reason = noDate(cell.text, "there is no year 0");
    return false;
  }
  const bool isLong = *whole > 99'999;
  if (isLong) {
    end.reason = noDate(cell.text, "a year this late is hardly meant");
    return false;
  }
  if (*whole < 0 && m_years.survey().paddedBefore) {
    end.edtf = cell.text;
    return true;
  }
  end.edtf = edtfOfYear(*whole);
  if (*whole < 0) say(date, cell, *end.column, fmt::format("The year {} is read as {} BC.", *whole, -*whole));
  if (*whole > 0 && *whole < 100)
    say(date, cell, *end.column, fmt::format("{} is read as the year {}.", cell.text, *whole));
  return true;
}

/// By number or name; 0 stands for none.
bool RowDates::readMonth(const GridCell& cell, End& end, int& month) {
  if (const auto whole = entente::readWhole(cell.text)) {
    month = static_cast<int>(std::clamp<std::int64_t>(*whole, -1, 13));
    if (month >= 0 && month <= 12) return true;
  } else {
    const ReadDate& read = m_dates.read(cell.text + " 2000");
    const bool isMonth =
        read.outcome == DateOutcome::Read && read.edtf.size() == 7 && read.edtf.starts_with("2000-");
    if (isMonth) {
      month = (read.edtf[5] - '0') * 10 + (read.edtf[6] - '0');
      return true;
    }
  }
  end.reason = fmt::format("{} cannot be read as a month.", shown(cell.text));
  return false;
}

bool RowDates::readDay(const GridCell& cell, End& end, int& day) {
  std::string_view text = cell.text;
  for (const std::string_view suffix : {"st", "nd", "rd", "th", "."}) {
    if (text.ends_with(suffix)) text.remove_suffix(suffix.size());
  }
  const auto whole = entente::readWhole(text);
  if (whole && *whole >= 0 && *whole <= 31) {
    day = static_cast<int>(*whole);
    return true;
  }
  end.reason = fmt::format("{} cannot be read as a day of the month.", shown(cell.text));
  return false;
}

RowDates::End RowDates::readParts(const GridRow& row, const Columns& columns, RowDate& date) {
  End end;
  const auto given = [&](const MappedColumn* column) -> const GridCell* {
    const GridCell* found = cell(row, column);
    return found && !isNoDate(found->text) ? found : nullptr;
  };
  const GridCell* year = given(columns.year);
  const GridCell* monthCell = given(columns.month);
  const GridCell* dayCell = given(columns.day);
  end.cell = year;
  end.column = columns.year;
  if (!year) {
    const GridCell* part = monthCell ? monthCell : dayCell;
    if (!part) return end;
    end.cell = part;
    end.column = monthCell ? columns.month : columns.day;
    end.reason = fmt::format("{} stands without a year.", shown(part->text));
    return end;
  }
  if (!readYear(*year, !monthCell && !dayCell, end, date)) return end;
  if (!monthCell && !dayCell) return end;
  int month = 0;
  int day = 0;
  if (monthCell && !readMonth(*monthCell, end, month)) {
    end.cell = monthCell;
    end.column = columns.month;
    return end;
  }
  if (dayCell && !readDay(*dayCell, end, day)) {
    end.cell = dayCell;
    end.column = columns.day;
    return end;
  }
  if (month == 0 && day > 0) {
    end.cell = dayCell;
    end.column = columns.day;
    end.reason = fmt::format("The day {} stands without a month.", dayCell->text);
    return end;
  }
  if (month > 0) end.edtf += fmt::format("-{:02}", month);
  if (day > 0) end.edtf += fmt::format("-{:02}", day);
  if (const auto fine = FuzzyDate::read(end.edtf); !fine)
    end.reason = noDate(
        fmt::format("{} {} {}", year->text, monthCell ? monthCell->text : "", dayCell ? dayCell->text : ""),
        fine.error().reason);
  return end;
}

/// Behind a whole day only; anywhere else it is kept.
void RowDates::addTime(const GridRow& row, const Columns& columns, End& end, RowDate& date) {
  const GridCell* time = cell(row, columns.time);
  if (!time || !end.reason.empty() || isNoDate(time->text)) return;
  if (end.edtf.find('T') != std::string::npos) return;
  // Of the end: see addEndTime().
  if (end.edtf.empty() && columns.time == m_end.time) return;
  // A full date and time in the column of times.
  const auto whole = readNumericDate(time->text);
  const auto clock = whole && !whole->time.empty() ? std::optional(whole->time) : readClock(time->text);
  if (clock && isPlainDay(end.edtf)) {
    end.edtf += *clock;
    return;
  }
  date.kept.push_back(fmt::format("{}: {}", columns.time->title, time->text));
  if (end.edtf.empty()) return;
  if (clock) {
    say(date, *time, *columns.time,
        fmt::format("The time {} needs a day; it is kept in the note.", shown(time->text)));
  } else if (m_oddTimes.count++ == 0) {
    m_oddTimes = {1, time->place, columns.time->title, shown(time->text)};
  }
}

/// An end that has a time alone is on the day of the begin.
void RowDates::addEndTime(const GridRow& row, const End& begin, End& end, RowDate& date) {
  const GridCell* time = cell(row, m_end.time);
  if (!time || !end.edtf.empty() || !end.reason.empty() || isNoDate(time->text)) return;
  const auto clock = readClock(time->text);
  const bool isOfDay =
      begin.edtf.size() > kDayLength && begin.edtf[kDayLength] == 'T' && !isInterval(begin.edtf);
  if (!clock || !isOfDay) {
    date.kept.push_back(fmt::format("{}: {}", m_end.time->title, time->text));
    return;
  }
  end.edtf = begin.edtf.substr(0, kDayLength) + *clock;
  end.cell = time;
  end.column = m_end.time;
}

void RowDates::join(End& begin, End& end, RowDate& date) {
  std::string edtf = begin.edtf;
  if (!end.edtf.empty() && end.edtf != begin.edtf) {
    const std::size_t slash = begin.edtf.find('/');
    const bool isSaid = slash != std::string::npos && begin.edtf.substr(slash + 1) == end.edtf;
    if (isInterval(begin.edtf) || isInterval(end.edtf)) {
      if (isSaid) end.edtf.clear();
      if (!isSaid) {
        date.place = end.cell->place;
        date.column = end.column->title;
        date.reason = fmt::format("{} cannot be the end of {}.", shown(end.cell->text),
                                  begin.edtf.empty() ? "nothing" : begin.edtf);
        return;
      }
    } else {
      edtf = begin.edtf + '/' + end.edtf;
      if (begin.edtf.empty())
        say(date, *end.cell, *end.column, fmt::format("Only the end is known: {}.", shown(end.cell->text)));
    }
  }
  if (edtf.empty() || edtf == "/..") return;
  auto when = FuzzyDate::parse(edtf);
  if (when) {
    date.when = std::move(*when);
    return;
  }
  const GridCell* last = end.cell && !end.edtf.empty() ? end.cell : begin.cell;
  const MappedColumn* column = last == end.cell && end.cell ? end.column : begin.column;
  date.place = last->place;
  date.column = column->title;
  const bool isBefore = !end.edtf.empty() && !begin.edtf.empty();
  date.reason = isBefore ? fmt::format("The end {} lies before the begin {}.", shown(last->text),
                                       shown(begin.cell->text))
                         : noDate(last->text, when.error().message);
}

}  // namespace entente
