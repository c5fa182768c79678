// SPDX-License-Identifier: GPL-3.0-or-later
// Spending figures that cannot be, and those that stand twice. (Source, metric and number are required: what
// has none never becomes a record.)
#include <algorithm>
#include <tuple>

#include "core/ledger/consistency_checks.h"

namespace entente {

namespace {

RecordRef refOf(const Spending& figure) {
  return {RecordKind::Spending, figure.uid.value};
}

bool isShare(SpendingMetric metric) {
  return metric == SpendingMetric::PercentOfGdp || metric == SpendingMetric::EquipmentSharePercent;
}

auto measured(const Spending& figure) {
  return std::tie(figure.actor, figure.year, figure.metric, figure.source);
}

}  // namespace

void checkFigures(const Records& records, Findings& findings) {
  constexpr double kWhole = 100;
  std::vector<const Spending*> figures;
  for (const Spending& figure : records.spending) {
    figures.push_back(&figure);
    if (figure.value.value < 0 || (isShare(figure.metric) && figure.value.value > kWhole)) {
      findings.push_back({CheckId::FigureImpossible,
                          Severity::Error,
                          refOf(figure),
                          {},
                          {},
                          {QString::fromStdString(figure.value.text)}});
    }
  }
  std::ranges::sort(figures, {}, [](const Spending* figure) {
    return std::tuple_cat(measured(*figure), std::tie(figure->uid));
  });
  const Spending* first = nullptr;
  for (const Spending* figure : figures) {
    if (first == nullptr || measured(*first) != measured(*figure)) {
      first = figure;
      continue;
    }
    findings.push_back(
        {CheckId::FigureTwice,
         Severity::Warning,
         refOf(*figure),
         {refOf(*first)},
         {},
         {QString::fromStdString(figure->value.text), QString::fromStdString(first->value.text)}});
  }
}

}  // namespace entente
