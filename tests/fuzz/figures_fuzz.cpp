// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a table of figures, in each format: every figure is whole, and stands once.
#include <cstddef>
#include <cstdint>
#include <set>
#include <string_view>
#include <utility>

#include "core/base/check.h"
#include "core/exchange/figure_import.h"
#include "core/exchange/figure_plan.h"

namespace {

using namespace entente;

void checkWhole(const FigureImport& import) {
  std::set<std::pair<std::size_t, int>> seen;
  for (const ImportedFigure& figure : import.figures) {
    check(figure.actor < import.actors.size(), "a figure has an actor");
    check(Decimal::parse(figure.value.text).has_value(), "a value is a decimal");
    check(seen.emplace(figure.actor, figure.year).second, "a figure stands once");
  }
  FigureEdition edition;
  edition.title = QStringLiteral("Title");
  const auto plan = planFigures(import, edition, {});
  check(!plan || plan->added == import.figures.size(), "all figures are new in an empty archive");
  check(plan || !import.questions.empty() || import.figures.empty(),
        "what raises no question can be planned");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto grid = readCsvGrid({reinterpret_cast<const char*>(data), size});
  if (!grid) return 0;
  for (const FigureFormat format : {FigureFormat::Owid, FigureFormat::Nato, FigureFormat::Table}) {
    FigureOptions options;
    options.format = format;
    checkWhole(readFigures(*grid, options));
    options.metric = SpendingMetric::UsdBillion;
    options.unit = MoneyUnit::Million;
    checkWhole(readFigures(*grid, options));
    options.metric = SpendingMetric::PercentOfGdp;
    options.values = PercentValues::Fraction;
    options.decimal = DecimalMark::Comma;
    checkWhole(readFigures(*grid, options));
  }
  return 0;
}
