// SPDX-License-Identifier: GPL-3.0-or-later
// Dates of entries: begin and end, zones, and what makes an entry happen again.
#include "core/exchange/calendar_entry.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "core/exchange/published_text.h"

namespace entente {

namespace {

constexpr std::size_t kShownBytes = 80;
constexpr std::size_t kMostUnknownZones = 1'000;

TablePlace placeOf(const CalendarLine& line) {
  return {line.line, 0};
}

/// For sentences.
std::string inQuotes(std::string_view value) {
  if (value.size() <= kShownBytes) return fmt::format("\"{}\"", value);
  std::size_t size = kShownBytes;
  while (size > 0 && (static_cast<unsigned char>(value[size]) & 0xC0U) == 0x80U)
    --size;
  return fmt::format("\"{}...\"", value.substr(0, size));
}

const CalendarLine* firstOf(const CalendarEntry& entry, std::string_view name) {
  for (const CalendarLine& line : entry.properties)
    if (line.name == name) return &line;
  return nullptr;
}

bool isWholeDayMark(const CalendarEntry& entry) {
  const CalendarLine* mark = firstOf(entry, "X-MICROSOFT-CDO-ALLDAYEVENT");
  return mark != nullptr && isListed(withoutSpaces(mark->value), "|TRUE|true|True|1|");
}

/// "VALUE=DATE" with a time of midnight, and Outlook's mark, mean the day.
void dropMidnight(const CalendarLine& line, bool isMarked, CalendarTime& time) {
  if (time.hasTime && time.time == CivilTime{} && (isMarked || line.parameter("VALUE") == "DATE")) {
    CalendarTime day;
    day.date = time.date;
    time = day;
  }
}

std::string nameOf(const CalendarEntry& entry) {
  const CalendarLine* title = firstOf(entry, "SUMMARY");
  return title == nullptr ? "the entry" : inQuotes(calendarText(title->value));
}

}  // namespace

std::optional<CalendarTime> CalendarEntryReader::timeOf(const CalendarLine& line, std::string_view value) {
  auto read = readCalendarTime(value);
  if (!read) return std::nullopt;
  CalendarTime time = *read;
  if (!time.hasTime || time.offset) return time;
  const std::string zone(withoutSpaces(line.parameter("TZID")));
  if (zone.empty()) {
    m_hasFloating = true;
    return time;
  }
  time.zone = m_zones.find(zone);
  if (time.zone == nullptr && m_unknownZones.size() < kMostUnknownZones && m_unknownZones.insert(zone).second)
    m_archive.remark(placeOf(line), line.name,
                     fmt::format("The time zone {} is not known: its times are taken without zone, here and "
                                 "below.",
                                 inQuotes(zone)));
  return time;
}

void CalendarEntryReader::readTimes(const CalendarLine& line, std::vector<CalendarTime>& times) {
  for (const std::string& part : calendarTexts(line.value)) {
    // Of a period its begin.
    const std::string_view value = std::string_view(part).substr(0, part.find('/'));
    const auto time = timeOf(line, value);
    if (!time) {
      m_archive.remark(placeOf(line), line.name,
                       fmt::format("{} cannot be read and is left out.", inQuotes(value)));
    } else if (m_seriesDates >= kMostSeriesDates) {
      if (m_seriesDates++ == kMostSeriesDates)
        m_archive.remark(placeOf(line), line.name,
                         "The file has too many dates of this kind: the rest is left out, here and below.");
      return;
    } else {
      ++m_seriesDates;
      times.push_back(*time);
    }
  }
}

void CalendarEntryReader::readEnd(const CalendarEntry& entry, CalendarSpan& span) {
  const bool isToDo = entry.component == "VTODO";
  const CalendarLine* line = firstOf(entry, isToDo ? "DUE" : "DTEND");
  if (line != nullptr && !withoutSpaces(line->value).empty()) {
    span.end = timeOf(*line, line->value);
    if (!span.end) {
      m_archive.remark(
          placeOf(*line), line->name,
          fmt::format("{} cannot be read: the end of {} is left out.", inQuotes(line->value), nameOf(entry)));
      return;
    }
    dropMidnight(*line, isWholeDayMark(entry), *span.end);
    // What is due on a day lasts over it.
    if (isToDo && !span.end->hasTime) span.end = plus(*span.end, {1, 0});
  } else if ((line = firstOf(entry, "DURATION")) != nullptr && !withoutSpaces(line->value).empty()) {
    const auto duration = readCalendarDuration(line->value);
    if (!duration) {
      m_archive.remark(
          placeOf(*line), line->name,
          fmt::format("{} is no duration: the end of {} is left out.", inQuotes(line->value), nameOf(entry)));
      return;
    }
    span.end =
        plus(span.begin, span.begin.hasTime
                             ? *duration
                             : CalendarDuration{duration->days + duration->seconds / kSecondsPerDay, 0});
  }
  if (!endsBeforeBegin(span)) return;
  m_archive.remark(placeOf(*line), line->name,
                   fmt::format("{} is before the begin of {}: the end is left out.", inQuotes(line->value),
                               nameOf(entry)));
  span.end.reset();
}

bool CalendarEntryReader::readSpan(const CalendarEntry& entry, std::optional<CalendarSpan>& span) {
  const CalendarLine* line = firstOf(entry, "DTSTART");
  const bool isDue = line == nullptr && entry.component == "VTODO";
  if (isDue) line = firstOf(entry, "DUE");
  if (line == nullptr) {
    if (entry.component != "VEVENT") {
      ++m_archive
            .leftOut[entry.component == "VTODO" ? "to-dos without a date" : "journal entries without a date"];
      return false;
    }
    return true;
  }
  const auto begin = timeOf(*line, line->value);
  if (!begin) {
    const auto read = readCalendarTime(line->value);
    m_archive.refuse(placeOf(*line), line->name,
                     withoutSpaces(line->value).empty()
                         ? fmt::format("The date of {} is empty.", nameOf(entry))
                         : fmt::format("{}, the date of {}, cannot be read: {}.", inQuotes(line->value),
                                       nameOf(entry), read ? "" : read.error()));
    return false;
  }
  span.emplace();
  span->begin = *begin;
  dropMidnight(*line, isWholeDayMark(entry), span->begin);
  if (!isDue) readEnd(entry, *span);
  return true;
}

void CalendarEntryReader::settleDate(const CalendarEntry& entry, const CalendarSpan& span,
                                     ForeignEvent& event) {
  auto date = edtfOf(span);
  if (!date) {
    m_archive.remark(event.place, "DTEND",
                     fmt::format("The end of {} contradicts its begin and is left out.", nameOf(entry)));
    date = edtfOf({span.begin, std::nullopt});
  }
  if (!date) return;
  event.when = *date;
  const CalendarLine* own = firstOf(entry, "X-ENTENTE-EDTF");
  if (own == nullptr) return;
  const auto said = FuzzyDate::parse(calendarText(own->value));
  const auto saidSpan = said ? calendarSpanOf(*said) : std::nullopt;
  if (saidSpan && isSameSpan(*saidSpan, span)) {
    event.when = *said;
  } else {
    m_archive.remark(placeOf(*own), own->name,
                     fmt::format("{} is not what DTSTART and DTEND say; those count.", inQuotes(own->value)));
  }
}

void CalendarEntryReader::readSeries(const CalendarEntry& entry, const CalendarSpan& span,
                                     CalendarSeries& series) {
  series.span = span;
  for (const CalendarLine& line : entry.properties) {
    if (line.name == "RRULE") series.rules.push_back(line.value);
    if (line.name == "EXRULE") series.exceptRules.push_back(line.value);
    if (line.name == "RDATE") readTimes(line, series.dates);
    if (line.name == "EXDATE") readTimes(line, series.except);
    if (line.name != "RECURRENCE-ID") continue;
    series.replaces = timeOf(line, line.value);
    if (!series.replaces)
      m_archive.remark(placeOf(line), line.name, fmt::format("{} cannot be read.", inQuotes(line.value)));
    if (line.parameter("RANGE") == "THISANDFUTURE")
      m_archive.remark(placeOf(line), line.name,
                       "This change holds for later times too; only this one is changed here.");
  }
  // An entry that recurs and stands for one time of another contradicts itself: the latter is read.
  if (series.replaces && (!series.rules.empty() || !series.dates.empty())) {
    m_archive.remark({entry.line, 0}, "RECURRENCE-ID",
                     "This stands for one time of another entry, and recurs itself: it is imported once.");
    series.rules.clear();
    series.dates.clear();
  }
}

void CalendarEntryReader::countLeftOut(const std::string& what) {
  if (m_leftOutHere.insert(what).second) {
    constexpr std::size_t kMostKinds = 200;
    const bool isRoom = m_archive.leftOut.size() < kMostKinds || m_archive.leftOut.count(what) > 0;
    ++m_archive.leftOut[isRoom ? what : "other properties"];
  }
}

void CalendarEntryReader::read(const CalendarEntry& entry) {
  m_leftOutHere.clear();
  ForeignEvent event;
  event.place = {entry.line, 0};
  std::optional<CalendarSpan> span;
  if (!readSpan(entry, span)) return;
  if (span) settleDate(entry, *span, event);
  if (entry.component == "VTODO") event.tags.push_back(QStringLiteral("to-do"));
  if (entry.component == "VJOURNAL") event.tags.push_back(QStringLiteral("journal"));
  for (const CalendarLine& line : entry.properties)
    readText(line, event);
  event.title = event.title.simplified();
  const bool hasTitle = !event.title.isEmpty();
  const bool isReplacing = firstOf(entry, "RECURRENCE-ID") != nullptr;
  if (!hasTitle) {
    event.title = event.summary.section(QLatin1Char('\n'), 0, 0).simplified().left(200);
    if (event.title.isEmpty() && !span)
      return m_archive.refuse(event.place, entry.component, "This entry has neither a title nor a date.");
    if (event.title.isEmpty()) event.title = QStringLiteral("(no title)");
    m_archive.remark(event.place, "SUMMARY",
                     isReplacing
                         ? "It has no title: that of the entry that it stands for is taken."
                         : fmt::format("It has no title: {} is taken.", inQuotes(event.title.toStdString())));
  }
  if (!span) m_archive.remark(event.place, "DTSTART", fmt::format("{} has no date.", nameOf(entry)));
  if (span) {
    CalendarSeries series;
    readSeries(entry, *span, series);
    series.uid = event.key;
    series.hasTitle = hasTitle;
    if (series.replaces) {
      event.key += QLatin1Char('/');
      event.key += QString::fromStdString(std::string(withoutSpaces(firstOf(entry, "RECURRENCE-ID")->value)));
    }
    if (series.replaces || !series.rules.empty() || !series.dates.empty()) {
      series.event = m_archive.events.size();
      m_series.push_back(std::move(series));
    }
  }
  m_archive.events.push_back(std::move(event));
}

}  // namespace entente
