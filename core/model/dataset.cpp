// SPDX-License-Identifier: GPL-3.0-or-later
// Fills and orders the columns of the curated events.
#include "core/model/dataset.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace entente {

void append(CuratedSegment& segment, const CuratedRow& row, const FuzzyDate& shown) {
  segment.keys.push_back(row.key);
  segment.kinds.push_back(row.kind);
  segment.forms.push_back(row.form);
  segment.weights.push_back(static_cast<std::uint8_t>(row.weight));
  std::uint8_t flags = 0;
  if (shown.isUncertain()) flags |= CuratedSegment::kUncertain;
  if (shown.isApproximate()) flags |= CuratedSegment::kApproximate;
  if (row.scheduled) flags |= CuratedSegment::kScheduled;
  segment.flags.push_back(flags);
  segment.beginKinds.push_back(shown.beginKind());
  segment.endKinds.push_back(shown.endKind());
  segment.bounds.push_back(shown.bounds());
  segment.fades.push_back(fadeOf(shown));
}

void sortByBegin(CuratedSegment& segment) {
  std::vector<std::size_t> order(segment.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto place = [&segment](std::size_t row) {
    return std::pair(segment.bounds[row].earliestBegin, segment.keys[row]);
  };
  if (std::ranges::is_sorted(order, {}, place)) return;
  std::ranges::sort(order, {}, place);
  const auto arrange = [&order](auto& column) {
    auto arranged = column;
    for (std::size_t row = 0; row < order.size(); ++row)
      arranged[row] = column[order[row]];
    column = std::move(arranged);
  };
  arrange(segment.bounds);
  arrange(segment.fades);
  arrange(segment.keys);
  arrange(segment.kinds);
  arrange(segment.forms);
  arrange(segment.weights);
  arrange(segment.flags);
  arrange(segment.beginKinds);
  arrange(segment.endKinds);
}

}  // namespace entente
