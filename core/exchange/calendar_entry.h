// SPDX-License-Identifier: GPL-3.0-or-later
// CalendarEntry: one VEVENT, VTODO or VJOURNAL on its way from lines to an event.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/calendar_lines.h"
#include "core/exchange/calendar_time.h"
#include "core/exchange/calendar_zones.h"
#include "core/exchange/foreign_archive.h"

namespace entente {

/// The lines between BEGIN and END, those of components inside (alarms) left out.
struct CalendarEntry {
  std::string component;  ///< "VEVENT", "VTODO", "VJOURNAL"
  std::int64_t line = 1;
  std::vector<CalendarLine> properties;
};

/// What makes an entry happen again, or stands for one time that another entry happens.
struct CalendarSeries {
  std::size_t event = 0;  ///< in the archive's events
  QString uid;
  CalendarSpan span;
  std::optional<CalendarTime> replaces;  ///< RECURRENCE-ID
  std::vector<std::string> rules;
  std::vector<std::string> exceptRules;
  std::vector<CalendarTime> dates;
  std::vector<CalendarTime> except;
  bool hasTitle = true;
};

/// Dates of RDATE and EXDATE in a file; further ones are dropped, with a remark.
inline constexpr std::size_t kMostSeriesDates = 500'000;

/// Turns entries into events of the archive, or into refusals.
class CalendarEntryReader {
 public:
  /// Both must outlive this.
  CalendarEntryReader(ForeignArchive& archive, CalendarZones& zones) : m_archive(archive), m_zones(zones) {}

  void read(const CalendarEntry& entry);
  [[nodiscard]] const std::vector<CalendarSeries>& series() const { return m_series; }
  /// Whether there was a time without zone.
  [[nodiscard]] bool hasFloating() const { return m_hasFloating; }

 private:
  [[nodiscard]] std::optional<CalendarTime> timeOf(const CalendarLine& line, std::string_view value);
  void readTimes(const CalendarLine& line, std::vector<CalendarTime>& times);
  [[nodiscard]] bool readSpan(const CalendarEntry& entry, std::optional<CalendarSpan>& span);
  void readEnd(const CalendarEntry& entry, CalendarSpan& span);
  void settleDate(const CalendarEntry& entry, const CalendarSpan& span, ForeignEvent& event);
  void readText(const CalendarLine& line, ForeignEvent& event);
  void readOther(const CalendarLine& line, ForeignEvent& event);
  [[nodiscard]] bool readOwn(const CalendarLine& line, ForeignEvent& event);
  void readSeries(const CalendarEntry& entry, const CalendarSpan& span, CalendarSeries& series);
  void countLeftOut(const std::string& what);

  ForeignArchive& m_archive;
  CalendarZones& m_zones;
  std::vector<CalendarSeries> m_series;
  std::set<std::string> m_unknownZones;
  std::set<std::string> m_leftOutHere;  ///< of the entry that is read
  std::size_t m_seriesDates = 0;
  bool m_hasFloating = false;
};

}  // namespace entente
