// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for words, in small letters.
#include "core/exchange/figure_measure.h"

#include <QString>
#include <string>

#include "core/exchange/published_text.h"

namespace entente {

namespace {

constexpr std::string_view kDefence = "defence|defense|military|milex";
constexpr std::string_view kShare = "share|%|percent|pct|proportion";
constexpr std::string_view kDollars = "us dollar|us$|usd|u.s. dollar|us $";
constexpr std::string_view kOther =
    " change|growth|per capita|per person|personnel|infrastructure|national "
    "currenc|population|government|budget";

/// In small letters, underscores as spaces, with a space at both ends.
std::string words(std::string_view text) {
  std::string low = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
                        .toLower()
                        .simplified()
                        .toStdString();
  for (char& c : low) {
    if (c == '_') c = ' ';
  }
  return ' ' + low + ' ';
}

MoneyUnit unitIn(std::string_view text) {
  const bool million = holdsAny(text, "million| mn | mln| mio");
  const bool billion = holdsAny(text, "billion| bn | bln");
  if (million == billion) return MoneyUnit::Unsaid;
  return million ? MoneyUnit::Million : MoneyUnit::Billion;
}

/// Which dollars: those of the year, those of 2021, or neither.
std::optional<SpendingMetric> dollarsOf(std::string_view text, std::string_view around) {
  const bool current = holdsAny(text, "current");
  const bool constant = holdsAny(text, "constant");
  if (current != constant) {
    if (current) return SpendingMetric::UsdBillion;
    if (holdsAny(text, "2021") || holdsAny(around, "constant 2021")) return SpendingMetric::Usd2021Billion;
    return std::nullopt;
  }
  if (holdsAny(text, "usd2021")) return SpendingMetric::Usd2021Billion;
  if (holdsAny(text, " usd bn ")) return SpendingMetric::UsdBillion;
  return std::nullopt;
}

}  // namespace

Measure measureOf(std::string_view nearest, std::string_view above) {
  const std::string text = words(nearest);
  const std::string around = words(above);
  const std::string both = text + around;
  Measure measure;
  measure.unit = unitIn(text) == MoneyUnit::Unsaid ? unitIn(around) : unitIn(text);
  const bool ofGdp = holdsAny(text, "gdp|gross domestic product") && holdsAny(text, kShare);
  const bool ofEquipment = holdsAny(text, "equipment") && holdsAny(both, "share|%|percent|pct|distribution");
  const bool isDollars = holdsAny(both, kDollars) && dollarsOf(text, around).has_value();
  const bool isOther = holdsAny(text, kOther);
  if (int{ofGdp} + int{ofEquipment} + int{isDollars} + int{isOther} != 1) return measure;
  measure.isOther = isOther;
  if (ofGdp && (holdsAny(both, kDefence) || text == " pct gdp "))
    measure.metric = SpendingMetric::PercentOfGdp;
  if (ofEquipment) measure.metric = SpendingMetric::EquipmentSharePercent;
  if (isDollars && (holdsAny(both, kDefence) || holdsAny(text, " usd bn | usd2021 bn ")))
    measure.metric = dollarsOf(text, around);
  return measure;
}

}  // namespace entente
