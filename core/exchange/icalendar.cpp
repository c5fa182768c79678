// SPDX-License-Identifier: GPL-3.0-or-later
// The components of a calendar: zones first, then the entries one by one.
#include "core/exchange/icalendar.h"

#include <fmt/core.h>
#include <QByteArrayView>

#include <algorithm>
#include <utility>

#include "core/exchange/calendar_entry.h"
#include "core/exchange/calendar_expansion.h"
#include "core/exchange/calendar_lines.h"
#include "core/exchange/calendar_zones.h"
#include "core/exchange/published_text.h"
#include "core/exchange/source_text.h"
#include "core/exchange/text_bytes.h"

namespace entente {

namespace {

constexpr std::size_t kMostProperties = 20'000;
constexpr std::size_t kMostObservances = 500;
constexpr std::size_t kMostZoneDates = 4'000;

std::string uppercase(std::string_view text) {
  std::string result(withoutSpaces(text));
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return result;
}

bool isEntry(std::string_view component) {
  return isListed(component, "|VEVENT|VTODO|VJOURNAL|");
}

bool isContinuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Folding that counts bytes cuts characters in two; their ends are moved before the line end.
std::string withJoinedCharacters(std::string_view bytes) {
  std::string result;
  result.reserve(bytes.size());
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t end = bytes.find_first_of("\r\n", at);
    result += bytes.substr(at, end == std::string_view::npos ? end : end - at);
    if (end == std::string_view::npos) break;
    std::size_t next = end + (bytes.substr(end, 2) == "\r\n" ? 2 : 1);
    const std::string_view lineEnd = bytes.substr(end, next - end);
    const bool isFold = next < bytes.size() && (bytes[next] == ' ' || bytes[next] == '\t');
    const std::size_t fold = next;
    if (isFold && !result.empty() && static_cast<unsigned char>(result.back()) >= 0x80) {
      ++next;
      while (next < bytes.size() && isContinuation(bytes[next]))
        result += bytes[next++];
      result += lineEnd;
      result += bytes[fold];
    } else {
      result += lineEnd;
    }
    at = next;
  }
  return result;
}

Result<DecodedText> decoded(std::string_view bytes) {
  auto text = decodeText(bytes);
  if (!text || (!text->guessed && text->replaced == 0)) return text;
  std::string joined = withJoinedCharacters(bytes);
  if (QByteArrayView(joined.data(), static_cast<qsizetype>(joined.size())).isValidUtf8())
    return decodeText(joined);
  return text;
}

/// The first way through: how many entries there are, and which zones.
class ZoneScan {
 public:
  ZoneScan(ForeignArchive& archive, CalendarZones& zones, CalendarRecurrence& recurrence)
      : m_archive(archive), m_zones(zones), m_recurrence(recurrence) {}

  void take(const CalendarLine& line) {
    const bool begins = line.name == "BEGIN";
    if (!begins && line.name != "END") {
      if (m_inZone) property(line);
      return;
    }
    const std::string component = uppercase(line.value);
    if (begins && isEntry(component)) ++m_entries;
    if (component == "VTIMEZONE") {
      if (!begins && m_inZone) finish();
      m_inZone = begins;
      m_line = line.line;
      m_tzid.clear();
      m_observances.clear();
    }
    m_inObservance =
        begins && m_inZone && component != "VTIMEZONE" && m_observances.size() < kMostObservances;
    if (m_inObservance) m_observances.emplace_back();
  }

  [[nodiscard]] std::size_t entries() const { return m_entries; }

 private:
  void property(const CalendarLine& line) {
    if (!m_inObservance) {
      if (line.name != "TZID") return;
      // Some put all their zones into one component.
      if (!m_observances.empty()) finish();
      m_observances.clear();
      m_tzid = calendarText(withoutSpaces(line.value));
      return;
    }
    CalendarObservance& observance = m_observances.back();
    if (line.name == "DTSTART") {
      if (const auto time = readCalendarTime(line.value)) observance.start = *time;
    } else if (line.name == "TZOFFSETFROM") {
      observance.from = readCalendarOffset(line.value);
    } else if (line.name == "TZOFFSETTO") {
      observance.to = readCalendarOffset(line.value);
    } else if (line.name == "RRULE") {
      if (observance.rules.size() < 10) observance.rules.push_back(line.value);
    } else if (line.name == "RDATE") {
      for (const std::string& part : calendarTexts(line.value)) {
        const auto time = readCalendarTime(part.substr(0, part.find('/')));
        if (time && observance.dates.size() < kMostZoneDates) observance.dates.push_back(*time);
      }
    }
  }

  void finish() {
    if (m_tzid.empty() || m_zones.add(m_tzid, m_observances, m_recurrence)) return;
    m_archive.remark(
        {m_line, 0}, "VTIMEZONE",
        fmt::format("The rules of the time zone \"{}\" are not understood; it is taken by its name.",
                    shortened(m_tzid, 100)));
  }

  ForeignArchive& m_archive;
  CalendarZones& m_zones;
  CalendarRecurrence& m_recurrence;
  std::size_t m_entries = 0;
  bool m_inZone = false;
  bool m_inObservance = false;
  std::int64_t m_line = 0;
  std::string m_tzid;
  std::vector<CalendarObservance> m_observances;
};

/// The second way: what the calendar says of itself, and the entries.
class ComponentReader {
 public:
  ComponentReader(ForeignArchive& archive, CalendarEntryReader& entries, int depth)
      : m_archive(archive), m_entries(entries), m_depth(depth) {}

  /// False if it is nested too deep.
  [[nodiscard]] bool take(CalendarLine line) {
    if (line.name == "BEGIN") return begin(line);
    if (line.name == "END") {
      end(uppercase(line.value));
    } else if (m_open.empty() || m_open.back() == "VCALENDAR") {
      ofCalendar(line);
    } else if (m_isEntryOpen && isEntry(m_open.back())) {
      ofEntry(std::move(line));
    }
    return true;
  }

  void finish() {
    if (m_isEntryOpen) closeEntry("The file ends within this entry; what there is of it is imported.");
  }

 private:
  [[nodiscard]] bool begin(const CalendarLine& line) {
    const std::string component = uppercase(line.value);
    if (isEntry(component)) {
      if (m_isEntryOpen) {
        closeEntry("This entry has no end; the next one begins within it.");
        while (!m_open.empty() && m_open.back() != "VCALENDAR")
          m_open.pop_back();
      }
      m_isEntryOpen = true;
      m_entry = CalendarEntry{component, line.line, {}};
    } else if (component == "VALARM") {
      ++m_archive.leftOut["alarms"];
    } else if (component == "VFREEBUSY" || component == "VAVAILABILITY") {
      ++m_archive.leftOut["times that are free or busy"];
    } else if (!isListed(component, "|VCALENDAR|VTIMEZONE|STANDARD|DAYLIGHT|AVAILABLE|")) {
      ++m_archive.leftOut["parts that calendars do not have"];
    }
    m_open.push_back(component.substr(0, 40));
    return m_open.size() <= static_cast<std::size_t>(m_depth);
  }

  void end(const std::string& component) {
    const auto found = std::find(m_open.rbegin(), m_open.rend(), component);
    if (found == m_open.rend()) return;
    const auto closed = static_cast<std::size_t>(found - m_open.rbegin()) + 1;
    for (std::size_t i = 0; i < closed; ++i) {
      if (m_isEntryOpen && isEntry(m_open.back()))
        closeEntry(m_open.back() == component ? "" : "This entry has no end.");
      m_open.pop_back();
    }
  }

  void closeEntry(const std::string& remark) {
    m_isEntryOpen = false;
    if (!remark.empty()) m_archive.remark({m_entry.line, 0}, m_entry.component, remark);
    m_entries.read(m_entry);
    m_entry = {};
  }

  /// Lines without a name, and those that only look as if they had one, go on with the text before.
  void ofEntry(CalendarLine line) {
    if (line.name.empty()) {
      if (m_entry.properties.empty()) return;
      CalendarLine& before = m_entry.properties.back();
      if (isListed(before.name, "|SUMMARY|DESCRIPTION|LOCATION|COMMENT|X-ALT-DESC|")) {
        if (before.value.size() < kMostContinued) before.value += "\n" + line.value;
        if (!m_isContinued)
          m_archive.remark(
              {line.line, 0}, before.name,
              "A line without a name is taken to go on with the text before it; here and below.");
        m_isContinued = true;
      } else {
        m_archive.remark({line.line, 0}, "",
                         fmt::format("\"{}\" is no property and is left out.", shortened(line.value, 60)));
      }
      return;
    }
    if (m_entry.properties.size() < kMostProperties)
      m_entry.properties.push_back(std::move(line));
    else
      ++m_archive.leftOut["properties of entries that have too many"];
  }

  void ofCalendar(const CalendarLine& line) {
    const QString text = withoutControls(QString::fromStdString(calendarText(line.value))).trimmed();
    if (line.name == "X-WR-CALNAME" || line.name == "NAME") {
      if (m_archive.title.isEmpty())
        m_archive.title = text.simplified();
      else if (m_archive.title != text.simplified())
        ++m_archive.leftOut["titles of further calendars"];
    } else if (line.name == "X-WR-CALDESC" || line.name == "DESCRIPTION") {
      if (m_archive.description.isEmpty()) m_archive.description = text;
    } else if (line.name == "X-ENTENTE-AUTHOR") {
      m_archive.author = text;
    } else if (line.name == "X-WR-TIMEZONE") {
      m_archive.leftOut.try_emplace("time zones of whole calendars", 1);
    }
  }

  static constexpr std::size_t kMostContinued = std::size_t{1} << 20U;

  ForeignArchive& m_archive;
  CalendarEntryReader& m_entries;
  int m_depth;
  std::vector<std::string> m_open;
  CalendarEntry m_entry;
  bool m_isEntryOpen = false;
  bool m_isContinued = false;
};

Result<void> readEntries(std::string_view text, ForeignArchive& archive, CalendarEntryReader& entries,
                         const ForeignCaps& caps, const Progress& progress) {
  CalendarLines lines(text, caps.textBytes);
  ComponentReader components(archive, entries, caps.depth);
  CalendarLine line;
  for (std::int64_t count = 0; lines.next(line); ++count) {
    if (count % 10'000 == 0) {
      if (progress.stopRequested()) return fail(ErrorKind::Cancelled, "the import was stopped");
      progress.say(static_cast<std::int64_t>(text.size() - lines.rest()),
                   static_cast<std::int64_t>(text.size()));
    }
    const std::int64_t at = line.line;
    if (!components.take(std::move(line)))
      return fail(ErrorKind::Invalid,
                  fmt::format("line {}: components are nested deeper than {}", at, caps.depth));
  }
  components.finish();
  return {};
}

}  // namespace

bool looksLikeICalendar(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  std::string begin = uppercase(bytes.substr(0, 4'096));
  // UTF-16: every other byte is zero.
  begin.erase(std::remove(begin.begin(), begin.end(), '\0'), begin.end());
  if (begin.substr(0, 2) == "\xFF\xFE" || begin.substr(0, 2) == "\xFE\xFF") begin.erase(0, 2);
  begin.erase(0, std::min(begin.find_first_not_of(" \t\r\n"), begin.size()));
  return begin.substr(0, 15) == "BEGIN:VCALENDAR" || begin.substr(0, 12) == "BEGIN:VEVENT" ||
         begin.find("\nBEGIN:VCALENDAR") != std::string::npos;
}

Result<ForeignArchive> readICalendar(std::string_view bytes, const CalendarOptions& options,
                                     const ForeignCaps& caps, const Progress& progress) {
  if (bytes.size() > caps.fileBytes)
    return fail(ErrorKind::Invalid, fmt::format("the file has more than {} MiB", caps.fileBytes >> 20U));
  if (!looksLikeICalendar(bytes))
    return fail(ErrorKind::Foreign, "this is no calendar: there is no BEGIN:VCALENDAR at its beginning");
  const auto text = decoded(bytes);
  if (!text) return fail(text.error());
  ForeignArchive archive;
  for (TableNote& note : decodingRemarks(*text))
    archive.remark(note.place, "", std::move(note.text));
  CalendarZones zones;
  CalendarRecurrence recurrence;
  ZoneScan scan(archive, zones, recurrence);
  CalendarLines lines(text->text, caps.textBytes);
  CalendarLine line;
  while (lines.next(line)) {
    scan.take(line);
    if (scan.entries() > caps.entries)
      return fail(ErrorKind::Invalid, fmt::format("the file has more than {} entries", caps.entries));
    if (line.line % 1'000 == 0 && progress.stopRequested())
      return fail(ErrorKind::Cancelled, "the import was stopped");
  }
  archive.events.reserve(scan.entries());
  CalendarEntryReader entries(archive, zones);
  auto done = readEntries(text->text, archive, entries, caps, progress);
  if (!entries.hasFloating()) archive.leftOut.erase("time zones of whole calendars");
  if (done) done = expandCalendar(archive, entries.series(), options, recurrence, progress);
  if (!done) return fail(done.error());
  return archive;
}

}  // namespace entente
