// SPDX-License-Identifier: GPL-3.0-or-later
// Our records in foreign terms, then in the format.
#include "core/exchange/foreign_export.h"

#include "core/exchange/csl_json_writer.h"
#include "core/exchange/event_table_writer.h"
#include "core/exchange/foreign_records.h"
#include "core/exchange/icalendar_writer.h"
#include "core/exchange/timelinejs_writer.h"

namespace entente {

std::string_view suffixOf(ExportFormat format) {
  switch (format) {
    case ExportFormat::Bundle:
      return "";
    case ExportFormat::Csv:
    case ExportFormat::TimelineJsSheet:
      return "csv";
    case ExportFormat::TimelineJs:
    case ExportFormat::CslJson:
      return "json";
    case ExportFormat::ICalendar:
      return "ics";
  }
  return "";
}

WrittenFile writeForeign(ExportFormat format, const Records& records, const DateWords& words) {
  const ForeignArchive told = toForeign(records);
  WrittenFile written;
  switch (format) {
    case ExportFormat::Bundle:
    case ExportFormat::Csv:
      written = writeEventCsv(told);
      break;
    case ExportFormat::TimelineJs:
      written = writeTimelineJsJson(told, words);
      break;
    case ExportFormat::TimelineJsSheet:
      written = writeTimelineJsSheet(told);
      break;
    case ExportFormat::ICalendar:
      // RFC 5545 wants a moment of writing; one that passes would make other bytes of the same archive.
      written = writeICalendar(told, Instant{0});
      break;
    case ExportFormat::CslJson:
      return writeCslJson(told);
  }
  for (const auto& [what, count] : told.leftOut)
    written.leftOut[what] += count;
  return written;
}

}  // namespace entente
