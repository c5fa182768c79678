// SPDX-License-Identifier: GPL-3.0-or-later
// Our World in Data: Entity, Code, Year, and one column a measure.
#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "core/exchange/figure_cells.h"
#include "core/exchange/published_text.h"

namespace entente {

namespace {

struct OwidHead {
  std::size_t row = 0;  ///< of the grid
  std::size_t entity = 0;
  std::optional<std::size_t> code;
  std::size_t year = 0;
  std::vector<std::size_t> values;
};

std::optional<OwidHead> headOf(const TableGrid& grid) {
  constexpr std::size_t kLooked = 20;  ///< rows above it may hold a title
  for (std::size_t i = 0; i < std::min(grid.rows.size(), kLooked); ++i) {
    OwidHead head{i, 0, std::nullopt, 0, {}};
    bool hasEntity = false;
    bool hasYear = false;
    for (std::size_t column = 0; column < grid.rows[i].cells.size(); ++column) {
      const std::string title = foldedText(textAt(grid.rows[i], column));
      if (title == "entity" && !hasEntity) {
        hasEntity = true;
        head.entity = column;
      } else if (title == "year" && !hasYear) {
        hasYear = true;
        head.year = column;
      } else if (title == "code" && !head.code) {
        head.code = column;
      } else if (!title.empty()) {
        head.values.push_back(column);
      }
    }
    if (hasEntity && hasYear) return head;
  }
  return std::nullopt;
}

class OwidReader {
 public:
  OwidReader(const TableGrid& grid, const FigureOptions& options) : m_grid(grid), m_options(options) {}

  FigureCells read() {
    const auto head = headOf(m_grid);
    if (!head) {
      m_cells.questions.push_back({Unsaid::Columns, "No row of the table has the columns Entity and Year."});
      return std::move(m_cells);
    }
    m_head = *head;
    const auto value = valueColumn();
    if (!value) return std::move(m_cells);
    const std::string title(titleOf(*value));
    m_cells.measure = measureOf(title, {});
    m_cells.measureSaid = title;
    for (std::size_t i = m_head.row + 1; i < m_grid.rows.size(); ++i)
      readRow(m_grid.rows[i], *value);
    return std::move(m_cells);
  }

 private:
  [[nodiscard]] std::string_view titleOf(std::size_t column) const {
    return textAt(m_grid.rows[m_head.row], column);
  }
  [[nodiscard]] bool holdsNumbers(std::size_t column) const;
  std::optional<std::size_t> valueColumn();
  std::optional<NamedActor> actorOf(const GridRow& row);
  void readRow(const GridRow& row, std::size_t value);

  const TableGrid& m_grid;
  const FigureOptions& m_options;
  OwidHead m_head;
  FigureCells m_cells;
};

bool OwidReader::holdsNumbers(std::size_t column) const {
  std::size_t numbers = 0;
  std::size_t others = 0;
  for (std::size_t i = m_head.row + 1; i < m_grid.rows.size(); ++i) {
    const std::string_view text = textAt(m_grid.rows[i], column);
    if (isMissing(text)) continue;
    ++(readPublishedNumber(text, DecimalMark::Point).number ? numbers : others);
  }
  return numbers > others;
}

std::optional<std::size_t> OwidReader::valueColumn() {
  if (const std::string& asked = m_options.columns.value; !asked.empty()) {
    for (const std::size_t column : m_head.values) {
      if (foldedText(titleOf(column)) == foldedText(asked)) return column;
    }
    m_cells.questions.push_back({Unsaid::ValueColumn, fmt::format("The table has no column '{}'.", asked)});
    return std::nullopt;
  }
  std::vector<std::size_t> candidates;
  std::ranges::copy_if(m_head.values, std::back_inserter(candidates),
                       [this](std::size_t column) { return holdsNumbers(column); });
  if (candidates.size() == 1) return candidates.front();
  std::vector<std::size_t> fitting;
  std::string titles;
  for (const std::size_t column : candidates) {
    const auto metric = measureOf(titleOf(column), {}).metric;
    if (m_options.metric ? metric == m_options.metric : metric.has_value()) fitting.push_back(column);
    titles += fmt::format("{}'{}'", titles.empty() ? "" : ", ", titleOf(column));
  }
  if (fitting.size() == 1) return fitting.front();
  m_cells.questions.push_back(
      {Unsaid::ValueColumn, candidates.empty()
                                ? std::string("No column of the table holds numbers.")
                                : fmt::format("The table has several columns of figures: {}.", titles)});
  return std::nullopt;
}

std::optional<NamedActor> OwidReader::actorOf(const GridRow& row) {
  const std::string_view name = textAt(row, m_head.entity);
  const std::string_view code = m_head.code ? textAt(row, *m_head.code) : std::string_view();
  const CountryNames& names = CountryNames::get();
  const auto refuse = [&](std::string reason) {
    m_cells.refusals.push_back({placeAt(row, m_head.entity), std::move(reason)});
    return std::nullopt;
  };
  const auto byName = names.find(name);
  const auto byCode = names.findCode(code);
  if (byName && byCode && *byName != *byCode)
    return refuse(fmt::format("'{}' and the code '{}' are not the same state", name, code));
  if (byCode) return byCode;
  if (code.starts_with("OWID_") && !name.empty()) return byName ? *byName : CountryNames::groupCalled(name);
  if (!code.empty() && byName)
    return refuse(fmt::format("'{}' has the code '{}', which is none that is known", name, code));
  if (byName) return byName;
  // Sums over regions carry the name of who drew them: "Africa (WB)".
  if (code.empty() && name.ends_with(')') && holdsAny(name, "(WB)|(WHO)|(UN)|(FAO)|(SIPRI)|(IMF)"))
    return CountryNames::groupCalled(name);
  return refuse(unknownState(name));
}

void OwidReader::readRow(const GridRow& row, std::size_t value) {
  const auto actor = actorOf(row);
  if (!actor) return;
  const auto year = yearOf(textAt(row, m_head.year));
  if (!year) {
    m_cells.refusals.push_back(
        {placeAt(row, m_head.year), fmt::format("'{}' is not a year", textAt(row, m_head.year))});
    return;
  }
  const std::string_view text = textAt(row, value);
  if (isMissing(text)) {
    ++m_cells.emptyCells;
    return;
  }
  m_cells.cells.push_back({m_cells.actor(*actor), *year, false, std::string(text), placeAt(row, value)});
}

}  // namespace

bool looksLikeOwid(const TableGrid& grid) {
  return headOf(grid).has_value();
}

FigureCells readOwidCells(const TableGrid& grid, const FigureOptions& options) {
  return OwidReader(grid, options).read();
}

}  // namespace entente
