// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the value that the record itself means.
#include "core/ledger/shown_value.h"

#include <algorithm>

namespace entente {

namespace {

bool liesWithin(const DateBounds& a, const DateBounds& b) {
  return a.earliestBegin >= b.earliestBegin && a.latestEnd <= b.latestEnd;
}

}  // namespace

std::optional<FuzzyDate> dateOf(const ClaimedValue& value) {
  const auto dated =
      std::ranges::find_if(value.claims, [](const Claim* claim) { return claim->edtf.has_value(); });
  return dated == value.claims.end() ? std::nullopt : (*dated)->edtf;
}

std::optional<std::size_t> valueOfRecord(const std::optional<FuzzyDate>& recorded,
                                         const Resolution& resolution) {
  if (!recorded) return std::nullopt;
  const auto same = std::ranges::find_if(resolution.values, [&](const ClaimedValue& value) {
    return std::ranges::any_of(value.claims, [&](const Claim* claim) { return claim->edtf == recorded; });
  });
  if (same != resolution.values.end()) return static_cast<std::size_t>(same - resolution.values.begin());
  if (!resolution.unpinned) return std::nullopt;
  const auto date = dateOf(resolution.values[*resolution.unpinned]);
  if (!date || liesWithin(date->bounds(), recorded->bounds()) ||
      liesWithin(recorded->bounds(), date->bounds()))
    return resolution.unpinned;
  return std::nullopt;
}

Decimal shownNumber(const Decimal& recorded, const Resolution& resolution) {
  if (!resolution.shown()) return recorded;
  for (const Claim* claim : resolution.shown()->claims) {
    if (claim->number) return claim->number->value == recorded.value ? recorded : *claim->number;
  }
  return recorded;
}

std::optional<FuzzyDate> shownDate(const std::optional<FuzzyDate>& recorded, const Resolution& resolution) {
  if (!resolution.shown() || valueOfRecord(recorded, resolution) == std::size_t{0}) return recorded;
  auto claimed = dateOf(*resolution.shown());
  return claimed ? claimed : recorded;
}

}  // namespace entente
