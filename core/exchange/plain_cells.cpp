// SPDX-License-Identifier: GPL-3.0-or-later
// Plain tables: a row a figure, or years at the heads of columns; the titles of the columns say which is
// which.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "core/exchange/figure_cells.h"
#include "core/exchange/published_text.h"

namespace entente {

namespace {

constexpr std::size_t kLooked = 50;  ///< rows among which the titles of the columns are looked for

// Folded, as columns are usually called.
constexpr std::string_view kStateTitles =
    "|state|country|entity|country name|name of country|member|member "
    "state|nation|ally|geo|geography|country area|"
    "location|iso3|iso 3|iso code|country code|";
constexpr std::string_view kYearTitles = "|year|time|time period|period|";
constexpr std::string_view kValueTitles = "|value|figure|amount|obs value|spending|expenditure|";
constexpr std::string_view kEstimateTitles = "|estimate|estimated|is estimate|";

struct PlainHead {
  std::size_t row = 0;
  std::size_t state = 0;
  std::optional<std::size_t> year;  ///< long form
  std::optional<std::size_t> value;
  std::optional<std::size_t> estimate;
  std::vector<std::pair<std::size_t, YearTitle>> years;  ///< wide form
  bool valueTwice = false;                               ///< two columns have the title of the figures
};

/// The column with this title, or, where none is asked for, with a usual one.
std::optional<std::size_t> columnOf(const GridRow& row, const std::string& asked, std::string_view usual) {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string title = foldedText(row.cells[i].text);
    if (title.empty()) continue;
    if (asked.empty() ? isListed(title, usual) : title == foldedText(asked)) return i;
  }
  return std::nullopt;
}

class PlainReader {
 public:
  PlainReader(const TableGrid& grid, const FigureOptions& options) : m_grid(grid), m_options(options) {}

  FigureCells read();

 private:
  std::optional<PlainHead> headOf(std::size_t row) const;
  std::optional<std::size_t> onlyNumbers(const PlainHead& head) const;
  void measure(std::string_view title);
  void readLong(const GridRow& row);
  void readWide(const GridRow& row);
  std::optional<bool> estimateOf(const GridRow& row);
  void refuse(const GridRow& row, std::size_t column, std::string reason) {
    m_cells.refusals.push_back({placeAt(row, column), std::move(reason)});
  }
  void take(const NamedActor& actor, const YearTitle& year, const GridRow& row, std::size_t column);

  const TableGrid& m_grid;
  const FigureOptions& m_options;
  PlainHead m_head;
  FigureCells m_cells;
};

std::optional<PlainHead> PlainReader::headOf(std::size_t index) const {
  const GridRow& row = m_grid.rows[index];
  const FigureColumns& asked = m_options.columns;
  PlainHead head;
  head.row = index;
  const auto state = columnOf(row, asked.state, kStateTitles);
  if (!state) return std::nullopt;
  head.state = *state;
  head.year = columnOf(row, asked.year, kYearTitles);
  if (!asked.year.empty() && !head.year) return std::nullopt;
  if (head.year) {
    head.value = columnOf(row, asked.value, kValueTitles);
    if (head.value) {
      const std::string title = foldedText(row.cells[*head.value].text);
      head.valueTwice = std::ranges::count_if(row.cells, [&](const GridCell& cell) {
                          return foldedText(cell.text) == title;
                        }) > 1;
    }
    head.estimate = columnOf(row, asked.estimate, kEstimateTitles);
    if (!asked.value.empty() && !head.value) return std::nullopt;
    if (!asked.estimate.empty() && !head.estimate) return std::nullopt;
    return head;
  }
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (const auto title = yearTitle(row.cells[i].text)) head.years.emplace_back(i, *title);
  }
  if (head.years.empty()) return std::nullopt;
  return head;
}

/// Of the columns that are nothing else yet, the only one that holds numbers.
std::optional<std::size_t> PlainReader::onlyNumbers(const PlainHead& head) const {
  std::vector<std::size_t> columns;
  for (std::size_t column = 0; column < m_grid.rows[head.row].cells.size(); ++column) {
    if (column == head.state || column == head.year || column == head.estimate) continue;
    std::size_t numbers = 0;
    std::size_t others = 0;
    for (std::size_t i = head.row + 1; i < m_grid.rows.size(); ++i) {
      const std::string_view text = textAt(m_grid.rows[i], column);
      if (!isMissing(text)) ++(readPublishedNumber(text, DecimalMark::Point).number ? numbers : others);
    }
    if (numbers > others) columns.push_back(column);
  }
  if (columns.size() != 1) return std::nullopt;
  return columns.front();
}

FigureCells PlainReader::read() {
  std::optional<PlainHead> head;
  for (std::size_t i = 0; !head && i < std::min(m_grid.rows.size(), kLooked); ++i)
    head = headOf(i);
  if (!head) {
    m_cells.questions.push_back(
        {Unsaid::Columns,
         "No row of the table has titles for a column of states and for one of years, or years as titles."});
    return std::move(m_cells);
  }
  if (head->year && !head->value) head->value = onlyNumbers(*head);
  if (head->valueTwice) {
    m_cells.questions.push_back(
        {Unsaid::ValueColumn, "Two columns of the table have the title of the one that holds the figures."});
    return std::move(m_cells);
  }
  if (head->year && !head->value) {
    m_cells.questions.push_back(
        {Unsaid::ValueColumn, "It is not clear which column of the table holds the figures."});
    return std::move(m_cells);
  }
  m_head = *head;
  measure(m_head.value ? textAt(m_grid.rows[m_head.row], *m_head.value) : std::string_view());
  for (std::size_t i = m_head.row + 1; i < m_grid.rows.size(); ++i)
    m_head.year ? readLong(m_grid.rows[i]) : readWide(m_grid.rows[i]);
  return std::move(m_cells);
}

void PlainReader::measure(std::string_view title) {
  std::string above;
  for (std::size_t i = 0; i < m_head.row; ++i) {
    for (const GridCell& cell : m_grid.rows[i].cells)
      above += (above.empty() || cell.text.empty() ? "" : " ") + cell.text;
  }
  // "Value" says nothing; then the title of the table does.
  m_cells.measure = measureOf(title, above);
  m_cells.measureSaid = std::string(title);
  if (m_cells.measure.metric || above.empty()) return;
  m_cells.measure = measureOf(above, {});
  m_cells.measureSaid = above;
}

std::optional<bool> PlainReader::estimateOf(const GridRow& row) {
  if (!m_head.estimate) return false;
  const std::string word = foldedText(textAt(row, *m_head.estimate));
  if (isListed(word, "|1|yes|y|true|e|est|estimate|estimated|x|")) return true;
  if (word.empty() || isListed(word, "|0|no|n|false|a|actual|")) return false;
  refuse(row, *m_head.estimate,
         fmt::format("'{}' does not say whether the figure is an estimate", textAt(row, *m_head.estimate)));
  return std::nullopt;
}

void PlainReader::take(const NamedActor& actor, const YearTitle& year, const GridRow& row,
                       std::size_t column) {
  const std::string_view text = textAt(row, column);
  if (isMissing(text)) {
    ++m_cells.emptyCells;
    return;
  }
  m_cells.cells.push_back(
      {m_cells.actor(actor), year.year, year.estimate, std::string(text), placeAt(row, column)});
}

void PlainReader::readLong(const GridRow& row) {
  const std::string_view name = textAt(row, m_head.state);
  const std::string_view yearText = textAt(row, *m_head.year);
  const std::string_view value = textAt(row, *m_head.value);
  if (yearText.empty() && value.empty()) return;  // a note
  const auto actor = CountryNames::get().find(name);
  if (!actor) return refuse(row, m_head.state, unknownState(name));
  const auto year = yearTitle(yearText);
  if (!year) return refuse(row, *m_head.year, fmt::format("'{}' is not a year", yearText));
  const auto estimate = estimateOf(row);
  if (estimate) take(*actor, {year->year, year->estimate || *estimate}, row, *m_head.value);
}

void PlainReader::readWide(const GridRow& row) {
  const std::string_view name = textAt(row, m_head.state);
  const bool holdsFigures = std::ranges::any_of(
      m_head.years, [&](const auto& year) { return !isMissing(textAt(row, year.first)); });
  const auto actor = CountryNames::get().find(name);
  if (!actor) {
    if (holdsFigures) refuse(row, m_head.state, unknownState(name));
    return;
  }
  for (const auto& [column, year] : m_head.years)
    take(*actor, year, row, column);
}

}  // namespace

FigureCells readPlainCells(const TableGrid& grid, const FigureOptions& options) {
  return PlainReader(grid, options).read();
}

}  // namespace entente
