// SPDX-License-Identifier: GPL-3.0-or-later
// NATO's numbered tables: a title, years in a row, then blocks of states, each block under what it measures.
#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "core/exchange/figure_cells.h"
#include "core/exchange/published_text.h"

namespace entente {

namespace {

constexpr std::size_t kLongestHeading = 160;  ///< bytes; what is longer is a note

struct YearColumn {
  std::size_t column = 0;
  YearTitle title;
};

/// Rows of states under one heading, in one run of years.
struct Block {
  TablePlace place;     ///< of the heading, else of the years
  std::string heading;  ///< empty: only the table's title says what it is
  std::string title;    ///< what stands above all blocks
  Measure measure;
  std::size_t rows = 0;
  FigureCells cells;
};

struct YearRun {
  std::vector<YearColumn> years;
  std::string heading;  ///< above its columns, where there are several runs
  std::size_t block = 0;
};

class NatoReader {
 public:
  explicit NatoReader(const TableGrid& grid) : m_grid(grid) {}

  FigureCells read(const FigureOptions& options) {
    for (const GridRow& row : m_grid.rows)
      readRow(row);
    FigureCells cells = choose(options);
    if (m_runs.empty())
      cells.questions.push_back({Unsaid::Columns, "No row of the table has years at the heads of columns."});
    return cells;
  }

 private:
  void readRow(const GridRow& row);
  bool readHead(const GridRow& row);
  void readStates(const GridRow& row);
  void readFigures(const GridRow& row, const YearRun& run, const std::optional<NamedActor>& actor,
                   std::size_t nameColumn);
  void beginBlocks(const GridRow& row, const std::string& heading);
  [[nodiscard]] FigureCells choose(const FigureOptions& options);
  FigureCells take(const std::vector<Block*>& chosen);

  const TableGrid& m_grid;
  std::string m_title;
  std::string m_heading;  ///< since which no row of figures has come
  std::vector<TableNote> m_remarks;
  const GridRow* m_above = nullptr;  ///< the last row above the years
  std::vector<YearRun> m_runs;       ///< from left to right
  std::vector<Block> m_blocks;
};

/// Texts of a row that are not empty.
std::vector<std::size_t> filled(const GridRow& row) {
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (!row.cells[i].text.empty()) columns.push_back(i);
  }
  return columns;
}

/// "Total" is NATO's here.
std::optional<NamedActor> actorCalled(std::string_view name) {
  const CountryNames& names = CountryNames::get();
  const std::string plain = foldedText(withoutFootnotes(name));
  if (plain == "total" || plain == "alliance total") return names.findCode("XNT");
  return names.find(name);
}

bool NatoReader::readHead(const GridRow& row) {
  std::vector<YearColumn> years;
  for (const std::size_t column : filled(row)) {
    const std::string_view text = textAt(row, column);
    if (const auto title = yearTitle(text)) {
      years.push_back({column, *title});
    } else if (years.empty() && actorCalled(text)) {
      return false;  // a state whose figures look like years
    }
  }
  if (years.empty()) return false;
  for (const std::size_t column : filled(row)) {
    if (column > years.front().column && !yearTitle(textAt(row, column)))
      m_remarks.push_back({placeAt(row, column),
                           fmt::format("the column '{}' is no year and is left out", textAt(row, column))});
  }
  m_runs.clear();
  for (const YearColumn& year : years) {
    // Years that begin anew begin another run.
    if (m_runs.empty() || m_runs.back().years.back().title.year >= year.title.year) m_runs.emplace_back();
    m_runs.back().years.push_back(year);
  }
  for (std::size_t i = 0; m_above && m_runs.size() > 1 && i < m_runs.size(); ++i) {
    const std::size_t end =
        i + 1 < m_runs.size() ? m_runs[i + 1].years.front().column : m_above->cells.size();
    for (std::size_t column = m_runs[i].years.front().column; column < end; ++column) {
      if (m_runs[i].heading.empty()) m_runs[i].heading = std::string(textAt(*m_above, column));
    }
  }
  beginBlocks(row, std::exchange(m_heading, {}));
  return true;
}

void NatoReader::beginBlocks(const GridRow& row, const std::string& heading) {
  for (YearRun& run : m_runs) {
    Block block;
    block.place = placeAt(row, filled(row).front());
    block.heading = heading;
    if (!run.heading.empty()) block.heading += (heading.empty() ? "" : ", ") + run.heading;
    block.title = m_title;
    block.measure = block.heading.empty() ? measureOf(m_title, {}) : measureOf(block.heading, m_title);
    if (!block.heading.empty() && !block.measure.metric && !block.measure.isOther) {
      // A heading that says nothing about the measure, such as "Allies", leaves it to the title.
      const Measure whole = measureOf(m_title, {});
      block.measure.metric = whole.metric;
      block.measure.isOther = whole.isOther;
    }
    run.block = m_blocks.size();
    m_blocks.push_back(std::move(block));
  }
}

void NatoReader::readRow(const GridRow& row) {
  if (readHead(row)) return;
  if (m_runs.empty()) {
    for (const std::size_t column : filled(row))
      m_title += (m_title.empty() ? "" : " ") + row.cells[column].text;
    m_above = &row;
    return;
  }
  readStates(row);
}

void NatoReader::readStates(const GridRow& row) {
  const std::vector<std::size_t> columns = filled(row);
  const std::size_t firstYear = m_runs.front().years.front().column;
  const std::string_view only = columns.size() == 1 ? textAt(row, columns.front()) : std::string_view();
  std::optional<NamedActor> actor;
  std::size_t nameColumn = columns.front();
  for (const std::size_t column : columns) {
    if (column >= firstYear || actor) break;
    actor = actorCalled(textAt(row, column));
    if (actor) nameColumn = column;
  }
  // One text alone is a heading or a note; so is a name that nobody knows without a single figure.
  const bool alone = columns.size() == 1 && !actor && !isMissing(only) &&
                     !readPublishedNumber(only, DecimalMark::Point).number;
  if (alone) {
    const std::string low = foldedText(only);
    const bool isNote = only.size() > kLongestHeading || only.starts_with('*') || low.starts_with("note") ||
                        low.starts_with("source");
    if (isNote) return;
    m_heading = std::string(withoutFootnotes(only));
    beginBlocks(row, m_heading);
    return;
  }
  m_heading.clear();
  for (const YearRun& run : m_runs)
    readFigures(row, run, actor, nameColumn);
}

void NatoReader::readFigures(const GridRow& row, const YearRun& run, const std::optional<NamedActor>& actor,
                             std::size_t nameColumn) {
  Block& block = m_blocks[run.block];
  std::vector<FigureCell> found;
  std::size_t empty = 0;
  for (const YearColumn& year : run.years) {
    const std::string_view text = textAt(row, year.column);
    if (isMissing(text)) {
      ++empty;
    } else {
      found.push_back(
          {0, year.title.year, year.title.estimate, std::string(text), placeAt(row, year.column)});
    }
  }
  if (!actor) {
    if (found.empty()) return;
    ++block.rows;
    const std::string_view name = nameColumn < run.years.front().column ? textAt(row, nameColumn) : "";
    block.cells.refusals.push_back({placeAt(row, nameColumn), unknownState(name)});
    return;
  }
  ++block.rows;
  block.cells.emptyCells += empty;
  const std::size_t index = block.cells.actor(*actor);
  for (FigureCell& cell : found) {
    cell.actor = index;
    block.cells.cells.push_back(std::move(cell));
  }
}

FigureCells NatoReader::choose(const FigureOptions& options) {
  std::erase_if(m_blocks, [](const Block& block) { return block.rows == 0; });
  std::vector<Block*> fitting;
  std::vector<Block*> unclear;
  std::set<SpendingMetric> metrics;
  for (Block& block : m_blocks) {
    if (block.measure.metric) metrics.insert(*block.measure.metric);
    if (block.measure.metric && (!options.metric || block.measure.metric == options.metric))
      fitting.push_back(&block);
    if (!block.measure.metric && !block.measure.isOther) unclear.push_back(&block);
  }
  if (fitting.empty()) fitting = unclear;
  FigureCells cells = take(fitting);
  if (!options.metric && metrics.size() > 1) {
    std::string names;
    for (const SpendingMetric metric : metrics)
      names += fmt::format("{}{}", names.empty() ? "" : " and ", wordOf(metric));
    cells.measure.metric.reset();
    cells.questions.push_back(
        {Unsaid::Metric, fmt::format("The table holds {}; one import takes one of them.", names)});
  } else if (fitting.empty() && !m_blocks.empty()) {
    cells.questions.push_back(
        {Unsaid::Metric, fmt::format("The table measures '{}', which is nothing that can be imported.",
                                     m_blocks.front().heading.empty() ? m_title : m_blocks.front().heading)});
  } else if (fitting == unclear && fitting.size() > 1) {
    cells.questions.push_back(
        {Unsaid::Metric, "The table has several blocks, and none says what it measures."});
  }
  return cells;
}

FigureCells NatoReader::take(const std::vector<Block*>& chosen) {
  FigureCells all;
  all.remarks = std::move(m_remarks);
  for (Block& block : m_blocks) {
    if (std::ranges::find(chosen, &block) == chosen.end()) {
      all.remarks.push_back(
          {block.place, fmt::format("{} under '{}' measure something else and are left out",
                                    block.rows == 1 ? std::string("the figures of 1 row")
                                                    : fmt::format("the figures of {} rows", block.rows),
                                    block.heading.empty() ? block.title : block.heading)});
      continue;
    }
    if (all.measureSaid.empty()) {
      all.measure = block.measure;
      all.measureSaid = block.heading.empty() ? block.title
                        : block.title.empty() ? block.heading
                                              : block.title + ": " + block.heading;
    }
    for (FigureCell& cell : block.cells.cells) {
      cell.actor = all.actor(block.cells.actors[cell.actor]);
      all.cells.push_back(std::move(cell));
    }
    std::ranges::move(block.cells.refusals, std::back_inserter(all.refusals));
    all.emptyCells += block.cells.emptyCells;
  }
  return all;
}

}  // namespace

FigureCells readNatoCells(const TableGrid& grid, const FigureOptions& options) {
  return NatoReader(grid).read(options);
}

}  // namespace entente
