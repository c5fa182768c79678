// SPDX-License-Identifier: GPL-3.0-or-later
// Finds out what a file is and hands it to its reader.
#include "core/exchange/foreign_file.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "core/exchange/csl_json.h"
#include "core/exchange/file_bytes.h"
#include "core/exchange/neighbour_format.h"
#include "core/exchange/published_text.h"
#include "core/exchange/ris.h"
#include "core/exchange/source_text.h"
#include "core/exchange/table_purpose.h"

namespace entente {

namespace {

std::string namesOf(const std::vector<LooseTable>& tables) {
  std::string names;
  for (const LooseTable& table : tables)
    names += fmt::format("{}'{}'", names.empty() ? "" : ", ", table.grid.name);
  return names;
}

/// The sheet that is named; else the first one whose columns are those of events, or the first of all.
Result<std::size_t> chooseSheet(const std::vector<LooseTable>& tables, const std::string& name) {
  if (name.empty()) {
    for (std::size_t i = 0; i < tables.size(); ++i) {
      if (tables.size() == 1 || guessEventTable(tables[i].grid).problem.empty()) return i;
    }
    return 0;
  }
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (foldedText(tables[i].grid.name) == foldedText(name)) return i;
  }
  return fail(ErrorKind::NotFound,
              fmt::format("There is no sheet '{}'; there are {}.", name, namesOf(tables)));
}

void addRemarks(ForeignTable& table, std::size_t sheet, ForeignArchive& archive) {
  std::vector<ImportNote> remarks;
  for (const TableNote& note : table.table.remarks)
    remarks.push_back({NoteKind::Remark, note.place, {}, note.text});
  if (table.sheets.size() > 1) {
    std::string others;
    for (std::size_t i = 0; i < table.sheets.size(); ++i) {
      if (i != sheet) others += fmt::format("{}'{}'", others.empty() ? "" : ", ", table.sheets[i]);
    }
    remarks.push_back(
        {NoteKind::Remark,
         {},
         {},
         fmt::format("The sheet '{}' was read; the workbook has {} besides.", table.sheets[sheet], others)});
  }
  for (const std::string& remark : table.guess.remarks)
    remarks.push_back({NoteKind::Remark, {}, {}, remark});
  archive.notes.insert(archive.notes.begin(), remarks.begin(), remarks.end());
}

Result<ForeignReading> readTableOf(std::string_view bytes, const ForeignOptions& options,
                                   const Progress& progress) {
  GridOptions grid = options.grid;
  if (options.map && grid.separator == 0) grid.separator = options.map->separator;
  if (options.map && grid.encoding == TextEncoding::Unknown) grid.encoding = options.map->encoding;
  auto tables = readTables(bytes, grid, progress);
  if (!tables) return fail(tables.error());
  const auto sheet = chooseSheet(*tables, options.sheet);
  if (!sheet) return fail(sheet.error());
  ForeignReading reading;
  ForeignTable& table = reading.table.emplace();
  for (const LooseTable& one : *tables)
    table.sheets.push_back(one.grid.name);
  table.table = std::move((*tables)[*sheet]);
  table.guess = guessEventTable(table.table.grid,
                                table.table.isList ? std::optional<std::int64_t>(1) : options.titlesRow);
  if (options.map) {
    auto fitted = fitColumns(*options.map, table.table.grid);
    if (!fitted) return fail(fitted.error());
    table.map = std::move(*fitted);
  } else {
    table.holdsFigures = looksLikeFigures(table.table.grid);
    table.map = table.guess.map;
    table.problem = table.guess.problem;
  }
  // What was said holds for the next table of this kind, too.
  table.map.separator = grid.separator;
  table.map.encoding = grid.encoding;
  if (!table.problem.empty()) return reading;
  auto import = readEventTable(table.table.grid, table.map, {options.caps, options.order}, progress);
  if (!import && import.error().kind == ErrorKind::Cancelled) return fail(import.error());
  if (!import) {
    table.problem = import.error().message;
    return reading;
  }
  table.order = import->order;
  table.orderProof = std::move(import->orderProof);
  table.questions = std::move(import->questions);
  reading.archive = std::move(import->archive);
  addRemarks(table, *sheet, reading.archive);
  return reading;
}

Result<ForeignArchive> readOther(ForeignFormat format, std::string_view bytes, const ForeignOptions& options,
                                 const Progress& progress) {
  switch (format) {
    case ForeignFormat::TimelineJs:
      return readNeighbour(NeighbourFormat::TimelineJs, bytes, options.caps, progress);
    case ForeignFormat::Vis:
      return readNeighbour(NeighbourFormat::Vis, bytes, options.caps, progress);
    case ForeignFormat::TimelineProject:
      return readNeighbour(NeighbourFormat::TimelineProject, bytes, options.caps, progress);
    case ForeignFormat::Simile:
      return readNeighbour(NeighbourFormat::Simile, bytes, options.caps, progress);
    case ForeignFormat::ICalendar:
      return readICalendar(bytes, options.calendar, options.caps, progress);
    case ForeignFormat::CslJson:
      return readCslJson(bytes, options.caps, progress);
    case ForeignFormat::Ris:
    case ForeignFormat::Table:  // read before
      return readRis(bytes, options.caps, progress);
  }
  return fail(ErrorKind::Internal, "There is no such format.");
}

/// Why a file is not what its name says; empty where the name says nothing that its content denies.
std::string_view problemOfName(const std::string& extension, std::string_view bytes) {
  const std::string name = foldedText(extension);
  const std::string_view begin = withoutSpaces(bytes.substr(0, 512));
  if (isListed(name, "|ics|vcs|ical|ifb|")) {
    if (begin.starts_with("BEGIN:VCARD")) return "It holds address cards (vCard), and no events.";
    return "It is no calendar: it has no BEGIN:VCALENDAR.";
  }
  if (begin.starts_with("PMID-"))
    return "It is an export of PubMed (MEDLINE); have a reference manager make RIS of it, and import that.";
  if (begin.starts_with("FN Clarivate") || begin.starts_with("FN Thomson") || begin.starts_with("PT J"))
    return "It is a tagged export of Web of Science; export it there as RIS, and import that.";
  if (name == "ris") return "It is no RIS file: no reference begins with a line \"TY  - \".";
  if (name == "enw") return "It is no file of EndNote: no reference begins with a line \"%0\".";
  return {};
}

}  // namespace

ForeignFormat foreignFormat(std::string_view bytes) {
  if (looksLikeICalendar(bytes)) return ForeignFormat::ICalendar;
  if (looksLikeRis(bytes)) return ForeignFormat::Ris;
  if (const auto neighbour = neighbourFormat(bytes)) {
    switch (*neighbour) {
      case NeighbourFormat::TimelineJs:
        return ForeignFormat::TimelineJs;
      case NeighbourFormat::Vis:
        return ForeignFormat::Vis;
      case NeighbourFormat::TimelineProject:
        return ForeignFormat::TimelineProject;
      case NeighbourFormat::Simile:
        return ForeignFormat::Simile;
    }
  }
  return looksLikeCslJson(bytes) ? ForeignFormat::CslJson : ForeignFormat::Table;
}

Result<ForeignReading> readForeign(std::string_view bytes, const ForeignOptions& options,
                                   const Progress& progress) {
  const ForeignFormat format = options.format.value_or(foreignFormat(bytes));
  if (format == ForeignFormat::Table) return readTableOf(bytes, options, progress);
  auto archive = readOther(format, bytes, options, progress);
  if (!archive) return fail(archive.error());
  for (QString* text : {&archive->title, &archive->description, &archive->author})
    *text = withoutControls(std::move(*text));
  return ForeignReading{format, std::move(*archive), std::nullopt};
}

Result<ForeignReading> readForeignFile(const std::filesystem::path& file, const ForeignOptions& options,
                                       const Progress& progress) {
  const auto bytes = readFileBytes(file, options.caps.fileBytes);
  if (!bytes) return fail(bytes.error());
  if (!options.format && foreignFormat(*bytes) == ForeignFormat::Table) {
    const std::string_view problem = problemOfName(file.extension().string(), *bytes);
    if (!problem.empty())
      return fail({ErrorKind::Foreign, std::string(problem), {}}, file.filename().string());
  }
  auto reading = readForeign(*bytes, options, progress);
  if (!reading) return fail(reading.error(), file.filename().string());
  return reading;
}

}  // namespace entente
