// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the tables one after the other, then checks them together and finds the places of what is wrong.
#include "core/exchange/bundle_reader.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <system_error>
#include <tuple>
#include <utility>

#include "core/exchange/csv_reader.h"
#include "core/model/canonical_csv.h"
#include "core/model/record_checks.h"

namespace entente {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kTableCount = std::tuple_size_v<AllRecordTypes>;

/// Where a row of Records stands in its file. Cells are found again by reading the row once more: problems
/// are few.
struct RowOrigin {
  std::int64_t line = 1;
  std::size_t offset = 0;
  bool believable = true;  ///< false: only the uid was taken from it
};

struct TableFile {
  std::string name;  ///< "claims.csv"
  std::string bytes;
  std::vector<std::string> header;  ///< as in the file
  std::vector<RowOrigin> rows;      ///< one for each row of the table in Records
  bool present = false;
  bool wholeHeader = false;
};

struct Place {
  std::int64_t line = 1;
  std::int64_t column = 1;
};

/// A problem and the rank of its file.
struct Found {
  std::size_t file = 0;
  BundleProblem problem;

  [[nodiscard]] auto order() const { return std::tie(file, problem.line, problem.column); }
};

/// Remembers the first problems and counts them all.
class ProblemList {
 public:
  void add(std::size_t file, BundleProblem problem) {
    ++m_count;
    if (m_found.size() < kMostBundleProblems) m_found.push_back({file, std::move(problem)});
  }
  [[nodiscard]] std::size_t count() const { return m_count; }
  [[nodiscard]] std::vector<Found>& found() { return m_found; }

 private:
  std::vector<Found> m_found;
  std::size_t m_count = 0;
};

Error errorOf(std::error_code code, const fs::path& path) {
  if (code == std::errc::permission_denied || code == std::errc::operation_not_permitted)
    return {ErrorKind::NoPermission, fmt::format("{} may not be read.", path.string()), {}};
  return {ErrorKind::Internal, fmt::format("{} cannot be read: {}", path.string(), code.message()), {}};
}

Result<std::string> readBytes(const fs::path& path) {
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  std::string bytes;
  if (in.is_open()) bytes.assign(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  if (!in.is_open() || in.bad()) return fail(errorOf(std::error_code(errno, std::generic_category()), path));
  return bytes;
}

class BundleReader {
 public:
  BundleReader(fs::path folder, const Progress& progress)
      : m_folder(std::move(folder)), m_progress(progress) {}

  Result<BundleReading> read();

 private:
  Result<void> listFolder();
  Result<void> loadFiles();
  template <class R>
  Result<void> readTable(const RecordTable<R>& table);
  template <class R>
  std::vector<const Column<R>*> readHeader(const RecordTable<R>& table, CsvReader& reader);
  template <class R>
  void readRow(const RecordTable<R>& table, const std::vector<const Column<R>*>& columns, const CsvRow& row);
  template <class R>
  bool readCells(const RecordTable<R>& table, const std::vector<const Column<R>*>& columns, const CsvRow& row,
                 R& record);

  void checkFormat();
  void checkTogether();
  [[nodiscard]] Place placeOf(TableId table, std::size_t row, std::string_view column) const;
  std::vector<BundleProblem> orderedProblems();

  TableFile& fileOf(TableId id) { return m_files[static_cast<std::size_t>(id)]; }
  [[nodiscard]] const TableFile& fileOf(TableId id) const { return m_files[static_cast<std::size_t>(id)]; }
  void note(TableId id, std::int64_t line, std::int64_t column, std::string reason) {
    m_problems.add(static_cast<std::size_t>(id), {fileOf(id).name, line, column, std::move(reason)});
  }
  /// True if the caller shall stop.
  bool advanceTo(std::size_t bytes);

  fs::path m_folder;
  const Progress& m_progress;
  std::array<TableFile, kTableCount> m_files;
  std::vector<std::string> m_unknown;
  std::set<TableId> m_incomplete;
  Records m_records;
  ProblemList m_problems;  ///< met while reading, in order
  ProblemList m_late;      ///< found once all was read
  std::size_t m_total = 0;
  std::size_t m_said = 0;
};

Result<BundleReading> BundleReader::read() {
  if (auto listed = listFolder(); !listed) return fail(listed.error());
  if (auto loaded = loadFiles(); !loaded) return fail(loaded.error());
  Result<void> fine;
  forEachTable([&](const auto& table) {
    if (fine) fine = readTable(table);
  });
  if (!fine) return fail(fine.error());
  for (std::size_t i = 0; i < m_unknown.size(); ++i)
    m_problems.add(kTableCount + i, {m_unknown[i], 0, 0, "no table has this name"});
  checkFormat();
  checkTogether();
  if (m_progress.stopRequested()) return fail(ErrorKind::Cancelled, "Reading the bundle was stopped.");
  BundleReading reading{std::move(m_records), orderedProblems()};
  if (reading.problems.empty()) sortCanonically(reading.records);
  m_progress.say(static_cast<std::int64_t>(m_total), static_cast<std::int64_t>(m_total));
  return reading;
}

Result<void> BundleReader::listFolder() {
  std::error_code code;
  const fs::file_status status = fs::status(m_folder, code);
  if (status.type() == fs::file_type::not_found)
    return fail(ErrorKind::NotFound, fmt::format("There is no folder {}.", m_folder.string()));
  if (code) return fail(errorOf(code, m_folder));
  if (!fs::is_directory(status))
    return fail(ErrorKind::Foreign, fmt::format("{} is not a folder.", m_folder.string()));
  std::set<std::string> known;
  forEachTable([&](const auto& table) {
    fileOf(table.id).name = fmt::format("{}.csv", table.name);
    known.insert(fileOf(table.id).name);
  });
  for (fs::directory_iterator it(m_folder, code), end; !code && it != end; it.increment(code)) {
    const std::string name = it->path().filename().string();
    if (name.ends_with(".csv") && !known.contains(name)) m_unknown.push_back(name);
  }
  if (code) return fail(errorOf(code, m_folder));
  std::ranges::sort(m_unknown);
  return {};
}

Result<void> BundleReader::loadFiles() {
  for (TableFile& file : m_files) {
    if (m_progress.stopRequested()) return fail(ErrorKind::Cancelled, "Reading the bundle was stopped.");
    const fs::path path = m_folder / file.name;
    std::error_code code;
    const fs::file_status status = fs::status(path, code);
    // Anything else under the name (a folder, a pipe) is as good as no file.
    if (!fs::is_regular_file(status)) {
      if (code && status.type() != fs::file_type::not_found) return fail(errorOf(code, path));
      continue;
    }
    auto bytes = readBytes(path);
    if (!bytes) return fail(bytes.error());
    file.bytes = std::move(*bytes);
    file.present = true;
    m_total += file.bytes.size();
  }
  return {};
}

bool BundleReader::advanceTo(std::size_t bytes) {
  if (bytes - m_said > m_total / 100) {
    m_said = bytes;
    m_progress.say(static_cast<std::int64_t>(bytes), static_cast<std::int64_t>(m_total));
  }
  return m_progress.stopRequested();
}

namespace {

/// Columns that bundles of before do not have: they are read as empty.
bool isLater(TableId table, std::string_view column) {
  return (table == TableId::Pins && column == "question") || (isEventTable(table) && column == "tags");
}

}  // namespace

template <class R>
Result<void> BundleReader::readTable(const RecordTable<R>& table) {
  TableFile& file = fileOf(table.id);
  if (!file.present) {
    if (table.id == TableId::Events) return {};  // bundles of before have none
    note(table.id, 0, 0, "this file is missing");
    m_incomplete.insert(table.id);
    return {};
  }
  std::size_t before = 0;
  for (const TableFile& other : m_files)
    before += &other < &file ? other.bytes.size() : 0;
  CsvReader reader(file.bytes);
  const std::vector<const Column<R>*> columns = readHeader(table, reader);
  if (!file.wholeHeader) m_incomplete.insert(table.id);
  if (std::ranges::find(columns, &table.columns.front()) == columns.end()) return {};  // nothing can be named
  CsvRow row;
  while (reader.next(row)) {
    readRow(table, columns, row);
    if (advanceTo(before + reader.offset()))
      return fail(ErrorKind::Cancelled, "Reading the bundle was stopped.");
  }
  return {};
}

/// The columns in the file's order, nullptr for what is no column; none at all if the header cannot be read.
template <class R>
std::vector<const Column<R>*> BundleReader::readHeader(const RecordTable<R>& table, CsvReader& reader) {
  TableFile& file = fileOf(table.id);
  CsvRow row;
  if (!reader.next(row)) {
    note(table.id, 1, 1, "the file is empty; it needs a header line");
    return {};
  }
  for (const CsvProblem& problem : row.problems)
    note(table.id, problem.line, problem.column, problem.reason);
  const bool readable =
      row.sound && std::ranges::none_of(row.cells, [](const CsvCell& cell) { return cell.bad; });
  if (!readable) return {};

  std::vector<const Column<R>*> columns;
  file.wholeHeader = true;
  std::vector<BundleProblem> atCells;
  for (const CsvCell& cell : row.cells) {
    const auto column = std::ranges::find(table.columns, std::string_view(cell.text), &Column<R>::name);
    const bool known = column != table.columns.end();
    const bool twice = known && std::ranges::find(columns, &*column) != columns.end();
    if (twice)
      atCells.push_back(
          {file.name, cell.line, cell.column, fmt::format("the column '{}' stands here twice", cell.text)});
    if (!known)
      atCells.push_back(
          {file.name, cell.line, cell.column, fmt::format("there is no column '{}'", cell.text)});
    columns.push_back(known && !twice ? &*column : nullptr);
    file.header.push_back(columns.back() == nullptr ? std::string() : cell.text);
  }
  for (const Column<R>& column : table.columns) {
    if (std::ranges::find(columns, &column) != columns.end() || isLater(table.id, column.name)) continue;
    note(table.id, 1, 1, fmt::format("the column '{}' is missing", column.name));
    file.wholeHeader = false;
  }
  for (BundleProblem& problem : atCells)
    note(table.id, problem.line, problem.column, std::move(problem.reason));
  return columns;
}

template <class R>
void BundleReader::readRow(const RecordTable<R>& table, const std::vector<const Column<R>*>& columns,
                           const CsvRow& row) {
  for (const CsvProblem& problem : row.problems)
    note(table.id, problem.line, problem.column, problem.reason);
  const std::size_t problemsBefore = m_problems.count();
  const bool ragged = row.cells.size() != columns.size();
  if (ragged && row.sound)
    note(table.id, row.line, 1,
         fmt::format("{} cells, but the header has {}", row.cells.size(), columns.size()));

  R record;
  bool named = false;
  bool believable = row.problems.empty() && !ragged && fileOf(table.id).wholeHeader;
  if (!ragged && row.sound) {
    named = readCells(table, columns, row, record);
  }
  if (!believable) {
    // The other cells may be those of other columns: take nothing but the uid, so that references to it are
    // not reported.
    record = R();
    const auto at =
        static_cast<std::size_t>(std::ranges::find(columns, &table.columns.front()) - columns.begin());
    named = at < row.cells.size() && !row.cells[at].bad && !row.cells[at].text.empty() &&
            table.columns.front().set(record, row.cells[at].text).empty();
  }
  // A figure's key is made of cells of its row.
  const bool figureInDoubt =
      table.id == TableId::Spending && (!believable || m_problems.count() != problemsBefore);
  // A misplaced quote may have swallowed the rows behind it.
  if (!named || !row.sound || figureInDoubt) m_incomplete.insert(table.id);
  if (!named) return;
  (m_records.*table.rows).push_back(std::move(record));
  fileOf(table.id).rows.push_back({row.line, row.offset, believable});
}

/// Sets all cells that can be read and notes the others; true if the uid could be set.
template <class R>
bool BundleReader::readCells(const RecordTable<R>& table, const std::vector<const Column<R>*>& columns,
                             const CsvRow& row, R& record) {
  bool named = false;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const CsvCell& cell = row.cells[i];
    const Column<R>* column = columns[i];
    if (column == nullptr || cell.bad) continue;
    std::string reason;
    if (cell.text.empty() && column->required) {
      reason = fmt::format("'{}' must not be empty", column->name);
    } else {
      reason = column->set(record, cell.text);
    }
    if (column == &table.columns.front()) named = reason.empty();
    if (!reason.empty()) note(table.id, cell.line, cell.column, std::move(reason));
  }
  return named;
}

Place BundleReader::placeOf(TableId table, std::size_t row, std::string_view column) const {
  const TableFile& file = fileOf(table);
  const RowOrigin& origin = file.rows[row];
  CsvReader reader(file.bytes, origin.offset, origin.line);
  CsvRow cells;
  const auto at = static_cast<std::size_t>(std::ranges::find(file.header, column) - file.header.begin());
  if (!reader.next(cells) || at >= cells.cells.size()) return {origin.line, 1};
  return {cells.cells[at].line, cells.cells[at].column};
}

void BundleReader::checkFormat() {
  const auto index = static_cast<std::size_t>(TableId::Properties);
  const auto format = std::ranges::find(m_records.properties, std::string_view("format"), &Property::uid);
  if (format == m_records.properties.end()) {
    if (!m_incomplete.contains(TableId::Properties))
      m_late.add(index, {fileOf(TableId::Properties).name, 1, 1, "the property 'format' is missing"});
    return;
  }
  const auto row = static_cast<std::size_t>(format - m_records.properties.begin());
  const std::string value = format->value.toStdString();
  if (value == kBundleFormat || !fileOf(TableId::Properties).rows[row].believable) return;
  const Place place = placeOf(TableId::Properties, row, "value");
  m_late.add(index, {fileOf(TableId::Properties).name, place.line, place.column,
                     fmt::format("the format is '{}'; this program reads format {}", value, kBundleFormat)});
}

void BundleReader::checkTogether() {
  std::set<std::tuple<std::size_t, std::int64_t, std::int64_t>> reported;
  for (const Found& found : m_problems.found())
    reported.emplace(found.file, found.problem.line, found.problem.column);
  for (RecordProblem& problem : checkRecords(m_records, m_incomplete)) {
    const TableFile& file = fileOf(problem.table);
    const auto index = static_cast<std::size_t>(problem.table);
    if (!file.rows[problem.row].believable && !problem.first) continue;
    const Place place = placeOf(problem.table, problem.row, problem.column);
    // A value that could not be read breaks further rules.
    if (reported.contains({index, place.line, place.column})) continue;
    if (problem.first) {
      const TableFile& taker = fileOf(problem.first->table);
      problem.reason = fmt::format("the uid '{}' is taken already by {}:{}", problem.uid, taker.name,
                                   taker.rows[problem.first->row].line);
    }
    m_late.add(index, {file.name, place.line, place.column, std::move(problem.reason)});
  }
}

std::vector<BundleProblem> BundleReader::orderedProblems() {
  const std::size_t count = m_problems.count() + m_late.count();
  std::vector<Found>& all = m_problems.found();
  std::ranges::move(m_late.found(), std::back_inserter(all));
  std::ranges::stable_sort(all, [](const Found& a, const Found& b) { return a.order() < b.order(); });
  std::vector<BundleProblem> problems;
  for (Found& found : all) {
    if (problems.size() < kMostBundleProblems) problems.push_back(std::move(found.problem));
  }
  if (count > problems.size())
    problems.push_back({{}, 0, 0, fmt::format("and {} more", count - problems.size())});
  return problems;
}

}  // namespace

std::string BundleProblem::text() const {
  if (file.empty()) return reason;
  if (line == 0) return fmt::format("{}: {}", file, reason);
  return fmt::format("{}:{}:{}: {}", file, line, column, reason);
}

Result<BundleReading> readBundle(const fs::path& folder, const Progress& progress) {
  return BundleReader(folder, progress).read();
}

}  // namespace entente
