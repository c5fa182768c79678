// SPDX-License-Identifier: GPL-3.0-or-later
// The separator by evidence; rows with what is odd about them.
#include "core/exchange/loose_grid.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <utility>

#include "core/exchange/json_grid.h"
#include "core/exchange/loose_csv.h"
#include "core/exchange/ods_grid.h"
#include "core/exchange/published_text.h"
#include "core/exchange/xlsx_grid.h"

namespace entente {

namespace {

constexpr std::size_t kGuessedFrom = std::size_t{64} << 10U;  ///< bytes that are looked at for the separator
constexpr int kRowsBetweenLooks = 4'096;                      ///< at the stop token
constexpr std::size_t kMostRemarks = 1'000;
constexpr std::string_view kSeparators = "\t;|,^:";

/// Its begin, cut behind the last whole line.
std::string_view sampleOf(std::string_view text) {
  std::string_view sample = text.substr(0, kGuessedFrom);
  if (sample.size() == text.size()) return sample;
  const std::size_t end = sample.find_last_of("\r\n");
  return end == std::string_view::npos ? sample : sample.substr(0, end + 1);
}

bool usesBackslashes(std::string_view sample) {
  std::size_t backslashes = 0;
  std::size_t doubled = 0;
  for (std::size_t i = 0; i + 2 < sample.size(); ++i) {
    if (sample[i] == '\\' && sample[i + 1] == '"') ++backslashes;
    // Two quotes alone are an empty cell.
    const bool isWithin = i > 0 && kSeparators.find(sample[i - 1]) == std::string_view::npos &&
                          sample[i - 1] != '\n' && sample[i - 1] != '"';
    if (isWithin && sample[i] == '"' && sample[i + 1] == '"') ++doubled;
  }
  return backslashes > doubled;
}

/// 0 for what parts nothing; else larger for more rows alike.
double evidenceFor(std::string_view sample, LooseShape shape) {
  LooseCsvReader reader(sample, shape);
  LooseRow row;
  std::map<std::size_t, std::size_t> rowsOf;
  std::size_t rows = 0;
  std::size_t first = 0;
  while (reader.next(row)) {
    while (!row.cells.empty() && row.cells.back().text.empty())
      row.cells.pop_back();
    if (row.cells.empty()) continue;
    ++rows;
    if (first == 0) first = row.cells.size();
    ++rowsOf[row.cells.size()];
  }
  // Cells at the end of a row are often empty: rows are alike if they have at most as many as the first.
  std::size_t alike = 0;
  std::size_t most = 0;
  for (const auto& [cells, count] : rowsOf) {
    if (cells > 1 && count > alike) most = cells;
    if (cells > 1) alike = std::max(alike, count);
  }
  if (rows == 0 || alike == 0) return 0;
  std::size_t within = 0;
  for (const auto& [cells, count] : rowsOf) {
    if (cells > 1 && cells <= first) within += count;
  }
  const double share =
      static_cast<double>(std::max(alike, first > 1 ? within : 0)) / static_cast<double>(rows);
  const bool isRare = shape.separator == ':' || shape.separator == '^';
  if (isRare && (share < 0.9 || (shape.separator == ':' && most < 3))) return 0;
  return share * (first > 1 ? 1.5 : 1) * (first == most ? 1.2 : 1);
}

char separatorOf(std::string_view sample, LooseShape shape) {
  char best = ',';
  double most = 0;
  for (const char separator : kSeparators) {
    shape.separator = separator;
    const double evidence = evidenceFor(sample, shape);
    // Of two that part as many rows the rarer in texts and numbers.
    if (evidence > most * 1.02) {
      best = separator;
      most = evidence;
    }
  }
  return best;
}

/// "sep=;" in the first line, as Excel writes and reads it.
char statedSeparator(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
  std::string_view line = withoutSpaces(text.substr(0, end));
  if (line.size() >= 2 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
  if (!line.starts_with("sep=") && !line.starts_with("SEP=")) return 0;
  const std::string_view sign = line.substr(4);
  const char separator = sign.empty() ? '\t' : sign.front();
  if (sign.size() > 1 || static_cast<unsigned char>(separator) >= 0x80 || separator == '"') return 0;
  return separator;
}

Result<void> refuseOtherKinds(std::string_view text) {
  const std::string_view begin = withoutSpaces(text.substr(0, 512));
  if (begin.starts_with("<?xml") || begin.starts_with("<svg"))
    return fail(ErrorKind::Foreign,
                "It is XML, but neither a table nor one of the files that are read here: The Timeline "
                "Project and SIMILE Timeline.");
  if (begin.starts_with("<!DOCTYPE") || begin.starts_with("<!doctype") || begin.starts_with("<html") ||
      begin.starts_with("<HTML"))
    return fail(ErrorKind::Foreign,
                "It is a web page, not a table; copy its table into a spreadsheet first.");
  const bool isList = begin.starts_with("[{") || begin.starts_with("[\n") || begin.starts_with("[\r\n");
  if (begin.starts_with('{') || isList) return fail(ErrorKind::Foreign, "It is JSON, not a table.");
  if (begin.starts_with("version https://git-lfs"))
    return fail(ErrorKind::Foreign,
                "It only points at a file that is kept elsewhere (Git LFS); get that one.");
  return {};
}

class LooseGridReader {
 public:
  LooseGridReader(const GridOptions& options, const Progress& progress)
      : m_options(options), m_progress(progress) {}

  Result<LooseTable> read(std::string_view bytes);

 private:
  void remarkDecoding(const DecodedText& decoded);
  Result<void> readRows(std::string_view text, std::int64_t linesBefore, LooseShape shape);
  Result<void> take(LooseRow& row);
  void remark(TablePlace place, std::string text) {
    if (m_table.remarks.size() < kMostRemarks) m_table.remarks.push_back({place, std::move(text)});
  }

  const GridOptions& m_options;
  const Progress& m_progress;
  LooseTable m_table;
  std::int64_t m_rows = 0;
  std::int64_t m_cells = 0;
};

void LooseGridReader::remarkDecoding(const DecodedText& decoded) {
  for (TableNote& note : decodingRemarks(decoded))
    remark(note.place, std::move(note.text));
}

Result<LooseTable> LooseGridReader::read(std::string_view bytes) {
  if (bytes.size() > m_options.caps.fileBytes)
    return fail(ErrorKind::Invalid,
                fmt::format("It has {} bytes; a table may have {}.", bytes.size(), m_options.caps.fileBytes));
  const auto decoded = decodeText(bytes, m_options.encoding);
  if (!decoded) return fail(decoded.error());
  m_table.encoding = decoded->encoding;
  remarkDecoding(*decoded);
  std::string_view text = decoded->text;
  if (auto fine = refuseOtherKinds(text); !fine) return fail(fine.error());
  LooseShape shape;
  shape.mostCells = static_cast<std::size_t>(m_options.caps.columns);
  const char stated = statedSeparator(text);
  std::int64_t linesBefore = 0;
  if (stated != 0) {
    const std::size_t end = text.find_first_of("\r\n");
    const std::size_t bytesOfEnd = end != std::string_view::npos && text.substr(end, 2) == "\r\n" ? 2 : 1;
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + bytesOfEnd);
    linesBefore = 1;
  }
  const std::string_view sample = sampleOf(text);
  shape.backslashQuotes = usesBackslashes(sample);
  shape.separator = m_options.separator != 0 ? m_options.separator : stated;
  if (shape.separator == 0) shape.separator = separatorOf(sample, shape);
  m_table.separator = shape.separator;
  if (auto done = readRows(text, linesBefore, shape); !done) return fail(done.error());
  return std::move(m_table);
}

Result<void> LooseGridReader::readRows(std::string_view text, std::int64_t linesBefore, LooseShape shape) {
  LooseCsvReader reader(text, shape);
  LooseRow row;
  while (reader.next(row)) {
    if (m_rows % kRowsBetweenLooks == 0) {
      if (m_progress.stopRequested()) return fail(ErrorKind::Cancelled, "Reading the table was cancelled.");
      m_progress.say(static_cast<std::int64_t>(reader.offset()), static_cast<std::int64_t>(text.size()));
    }
    row.line += linesBefore;
    if (linesBefore > 0) {
      for (GridCell& cell : row.cells)
        cell.place.line += linesBefore;
    }
    if (auto done = take(row); !done) return done;
  }
  return {};
}

Result<void> LooseGridReader::take(LooseRow& row) {
  const GridCaps& caps = m_options.caps;
  if (++m_rows > caps.rows)
    return fail(ErrorKind::Invalid, fmt::format("The table has more than {} rows.", caps.rows));
  if (row.overfull)
    return fail(ErrorKind::Invalid, fmt::format("Line {} has more than {} columns.", row.line, caps.columns));
  if (row.oddQuote > 0)
    remark({row.oddQuote, 0},
           "A quote in this row stands where none should; it was read as part of the text.");
  if (row.cut > 0)
    remark({row.line, row.cut}, "The text of a cell is longer than a million bytes; it was cut there.");
  // Programs put an apostrophe before what a spreadsheet would take for a formula.
  for (GridCell& cell : row.cells) {
    if (cell.text.size() > 1 && cell.text[0] == '\'' &&
        std::string_view("=+-@").find(cell.text[1]) != std::string_view::npos)
      cell.text.erase(0, 1);
  }
  while (!row.cells.empty() && row.cells.back().text.empty())
    row.cells.pop_back();
  if (row.cells.empty()) return {};
  m_cells += static_cast<std::int64_t>(row.cells.size());
  if (m_cells > caps.cells)
    return fail(ErrorKind::Invalid, fmt::format("The table has more than {} cells.", caps.cells));
  row.cells.shrink_to_fit();
  m_table.grid.rows.push_back({row.line, std::move(row.cells)});
  return {};
}

Result<std::vector<LooseTable>> sheetsOf(Result<std::vector<TableGrid>> grids) {
  if (!grids) return fail(grids.error());
  std::vector<LooseTable> tables;
  for (TableGrid& grid : *grids) {
    LooseTable& table = tables.emplace_back();
    table.remarks = std::exchange(grid.problems, {});
    table.grid = std::move(grid);
  }
  return tables;
}

}  // namespace

Result<LooseTable> readLooseGrid(std::string_view bytes, const GridOptions& options,
                                 const Progress& progress) {
  return LooseGridReader(options, progress).read(bytes);
}

Result<std::vector<LooseTable>> readTables(std::string_view bytes, const GridOptions& options,
                                           const Progress& progress) {
  if (bytes.size() > options.caps.fileBytes)
    return fail(ErrorKind::Invalid,
                fmt::format("It has {} bytes; a table may have {}.", bytes.size(), options.caps.fileBytes));
  if (isOpenDocument(bytes)) return sheetsOf(readOdsGrids(bytes, options.caps, progress));
  if (isWorkbook(bytes)) return sheetsOf(readXlsxGrids(bytes, options.caps, progress));
  auto table = beginsLikeJson(bytes) ? readJsonGrid(bytes, options.caps, progress)
                                     : readLooseGrid(bytes, options, progress);
  if (!table) return fail(table.error());
  std::vector<LooseTable> only;
  only.push_back(std::move(*table));
  return only;
}

}  // namespace entente
