// SPDX-License-Identifier: GPL-3.0-or-later
// From texts to figures: how numbers are written, what they measure, in what unit, and which of them clash.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "core/exchange/figure_cells.h"
#include "core/exchange/published_text.h"

namespace entente {

namespace {

// A share of GDP in percent is rarely below a quarter, a share of equipment rarely below one; a fraction of
// either hardly ever above.
constexpr double kMostFractionOfGdp = 0.25;
constexpr double kMostFractionOfEquipment = 1;
constexpr double kMostBillions = 10'000;  ///< more than all states together spend

class Settling {
 public:
  Settling(FigureCells cells, const FigureOptions& options) : m_cells(std::move(cells)), m_options(options) {}

  FigureImport run() {
    m_import.remarks = std::move(m_cells.remarks);
    m_import.refusals = std::move(m_cells.refusals);
    m_import.questions = std::move(m_cells.questions);
    m_import.emptyCells = m_cells.emptyCells;
    m_import.actors = std::move(m_cells.actors);
    settleMetric();
    readNumbers();
    settleValues();
    settleUnit();
    if (m_import.questions.empty() && m_places != 0) move();
    dropTwins();
    std::ranges::stable_sort(m_import.refusals, {}, &TableNote::place);
    return std::move(m_import);
  }

 private:
  void ask(Unsaid what, std::string reason) { m_import.questions.push_back({what, std::move(reason)}); }
  void remark(std::string text) { m_import.remarks.push_back({{}, std::move(text)}); }
  [[nodiscard]] bool isPercent() const { return m_import.metric && isPercentMetric(*m_import.metric); }

  void settleMetric();
  void readNumbers();
  void settleValues();
  void settleUnit();
  void move();
  void dropTwins();
  [[nodiscard]] DecimalMark decimalMark() const;

  FigureCells m_cells;
  const FigureOptions& m_options;
  FigureImport m_import;
  bool m_percentSigns = false;
  int m_places = 0;
};

void Settling::settleMetric() {
  const Measure& said = m_cells.measure;
  m_import.metric = m_options.metric ? m_options.metric : said.metric;
  if (m_options.metric) {
    if (said.metric && said.metric != m_options.metric)
      remark(fmt::format(
          "The table calls its figures '{}', which would be {}; they are taken as {}, as you say.",
          m_cells.measureSaid, wordOf(*said.metric), wordOf(*m_options.metric)));
    return;
  }
  if (m_import.metric) {
    m_import.metricWasRead = true;
    remark(fmt::format("The figures are taken as {}: the table calls them '{}'.", wordOf(*m_import.metric),
                       m_cells.measureSaid));
  } else if (std::ranges::none_of(m_import.questions,
                                  [](const auto& q) { return q.what == Unsaid::Metric; })) {
    ask(Unsaid::Metric, m_cells.measureSaid.empty()
                            ? std::string("The table does not say what its figures measure.")
                            : fmt::format("It is not clear what '{}' measures.", m_cells.measureSaid));
  }
}

DecimalMark Settling::decimalMark() const {
  if (m_options.decimal != DecimalMark::Unknown) return m_options.decimal;
  bool comma = false;
  bool point = false;
  for (const FigureCell& cell : m_cells.cells) {
    const DecimalMark mark = decimalMarkOf(cell.text);
    comma = comma || mark == DecimalMark::Comma;
    point = point || mark == DecimalMark::Point;
  }
  if (comma == point) return DecimalMark::Unknown;
  return comma ? DecimalMark::Comma : DecimalMark::Point;
}

void Settling::readNumbers() {
  const DecimalMark mark = decimalMark();
  std::size_t rewritten = 0;
  std::string example;
  bool asked = false;
  for (const FigureCell& cell : m_cells.cells) {
    const NumberReading reading = readPublishedNumber(cell.text, mark);
    if (!reading.number) {
      std::string reason = fmt::format("'{}' is not a number", cell.text.substr(0, 60));
      if (reading.problem == NumberProblem::TooLong)
        reason = fmt::format("'{}' has more digits than a figure may have", cell.text);
      if (reading.problem == NumberProblem::Ambiguous) {
        reason = fmt::format("'{}' may be thousands or decimals", cell.text);
        if (!std::exchange(asked, true))
          ask(Unsaid::DecimalMark,
              fmt::format("A comma may part thousands or decimals in this table ('{}').", cell.text));
      }
      m_import.refusals.push_back({cell.place, std::move(reason)});
      continue;
    }
    if (reading.number->rewritten && rewritten++ == 0)
      example = fmt::format("'{}' is {}", cell.text, reading.number->text);
    constexpr double kWhole = 100;
    if (m_import.metric && reading.number->text.starts_with('-')) {
      m_import.refusals.push_back(
          {cell.place, fmt::format("'{}' is below 0, which no spending is", cell.text)});
      continue;
    }
    if (isPercent() && Decimal::parse(reading.number->text)->value > kWhole) {
      m_import.refusals.push_back({cell.place, fmt::format("'{}' is more than 100 percent", cell.text)});
      continue;
    }
    m_percentSigns = m_percentSigns || reading.number->percent;
    m_import.figures.push_back({cell.actor, cell.year, *Decimal::parse(reading.number->text),
                                cell.estimate || reading.number->estimate, cell.place});
  }
  if (rewritten > 0)
    remark(fmt::format("{} values were not plain decimals and were rewritten ({}).", rewritten, example));
}

void Settling::settleValues() {
  if (!isPercent()) {
    if (m_percentSigns && m_import.metric)
      ask(Unsaid::Metric, fmt::format("There are percent signs in the table, and {} is no percentage.",
                                      wordOf(*m_import.metric)));
    return;
  }
  if (m_options.values == PercentValues::Fraction) {
    m_places = 2;
    remark("The values are fractions; they are multiplied by 100.");
    return;
  }
  if (m_percentSigns) return;
  const double most =
      *m_import.metric == SpendingMetric::PercentOfGdp ? kMostFractionOfGdp : kMostFractionOfEquipment;
  std::size_t nonzero = 0;
  std::size_t small = 0;
  double greatest = 0;
  for (const ImportedFigure& figure : m_import.figures) {
    if (figure.value.value == 0) continue;
    ++nonzero;
    small += std::abs(figure.value.value) <= most ? 1 : 0;
    greatest = std::max(greatest, figure.value.value);
  }
  // Nine of ten: a state at war may have a fraction that could be a percentage.
  if (nonzero == 0 || small * 10 < nonzero * 9) return;
  if (m_options.values == PercentValues::Percent)
    return remark(
        fmt::format("{} of {} values are {} or less; they are taken as percent, as you say. (A cell that a "
                    "sheet shows as 4.1% holds 0.041, which is a fraction.)",
                    small, nonzero, most));
  ask(Unsaid::Values,
      fmt::format(
          "{} of {} values are {} or less (the greatest is {}): they look like fractions, not percent.",
          small, nonzero, most, greatest));
}

void Settling::settleUnit() {
  if (!m_import.metric || isPercent()) return;
  MoneyUnit unit = m_options.unit;
  const MoneyUnit said = m_cells.measure.unit;
  if (unit == MoneyUnit::Unsaid) {
    if (said == MoneyUnit::Million)
      return ask(Unsaid::Unit,
                 fmt::format("The table says that its dollars are in millions ('{}'), and {} is in "
                             "billions.",
                             m_cells.measureSaid, wordOf(*m_import.metric)));
    double greatest = 0;
    for (const ImportedFigure& figure : m_import.figures)
      greatest = std::max(greatest, figure.value.value);
    if (greatest > kMostBillions)
      return ask(Unsaid::Unit,
                 fmt::format("The greatest value is {}, more billions of dollars than all states "
                             "spend together.",
                             greatest));
    if (said == MoneyUnit::Unsaid && !m_options.metric)
      return ask(Unsaid::Unit, "The table does not say in what its dollars are counted.");
    unit = MoneyUnit::Billion;
  }
  if (said != MoneyUnit::Unsaid && said != unit)
    remark(
        fmt::format("The table calls its figures '{}'; they are counted as you say.", m_cells.measureSaid));
  if (unit == MoneyUnit::Million) m_places = -3;
  if (unit == MoneyUnit::Dollar) m_places = -9;
  if (m_places != 0)
    remark(fmt::format("The values are {} of dollars; they are divided by {}.",
                       unit == MoneyUnit::Million ? "millions" : "single units",
                       unit == MoneyUnit::Million ? "1,000" : "1,000,000,000"));
}

void Settling::move() {
  std::vector<ImportedFigure> moved;
  moved.reserve(m_import.figures.size());
  for (ImportedFigure& figure : m_import.figures) {
    auto value = shifted(figure.value.text, m_places);
    if (!value) {
      m_import.refusals.push_back({figure.place, value.error().message});
      continue;
    }
    figure.value = std::move(*value);
    moved.push_back(std::move(figure));
  }
  m_import.figures = std::move(moved);
}

void Settling::dropTwins() {
  std::map<std::pair<std::size_t, int>, std::size_t> first;
  std::vector<ImportedFigure> kept;
  kept.reserve(m_import.figures.size());
  for (ImportedFigure& figure : m_import.figures) {
    const auto [found, isNew] = first.emplace(std::pair(figure.actor, figure.year), kept.size());
    if (isNew) {
      kept.push_back(std::move(figure));
      continue;
    }
    const ImportedFigure& before = kept[found->second];
    const std::string who = m_import.actors[figure.actor].name.toStdString();
    if (before.value.value == figure.value.value && before.estimate == figure.estimate) {
      m_import.remarks.push_back(
          {figure.place, fmt::format("{} {} stands in row {} already, with the same value", who, figure.year,
                                     before.place.line)});
    } else {
      m_import.refusals.push_back(
          {figure.place,
           fmt::format("{} {} is {}{} here, and {}{} in row {}", who, figure.year, figure.value.text,
                       figure.estimate ? " (estimate)" : "", before.value.text,
                       before.estimate ? " (estimate)" : "", before.place.line)});
    }
  }
  m_import.figures = std::move(kept);
}

}  // namespace

FigureImport settleFigures(FigureCells cells, const FigureOptions& options) {
  return Settling(std::move(cells), options).run();
}

}  // namespace entente
