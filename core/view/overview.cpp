// SPDX-License-Identifier: GPL-3.0-or-later
// Counts along time.
#include "core/view/overview.h"

#include <algorithm>

#include "core/time/civil.h"

namespace entente {

OverviewSpan overviewSpan(const Snapshot& snapshot, Instant now) {
  OverviewSpan overview;
  overview.span = wholeSpan(snapshot.dataset, now);
  std::vector<Instant> begins;
  for (const DateBounds& bounds : snapshot.dataset.curated->bounds) {
    if (bounds.earliestBegin > kBeginningOfTime) begins.push_back(bounds.earliestBegin);
  }
  if (begins.empty()) {
    overview.earliest = overview.span.begin;
    return overview;
  }
  // Rows are in the order of their begin.
  overview.earliest = begins.front();
  constexpr std::size_t kOneIn = 40;
  constexpr std::int64_t kGapPart = 5;
  const std::int64_t all = begins.back().seconds - begins.front().seconds;
  const auto gapBefore = [&](std::size_t i) { return begins[i].seconds - begins[i - 1].seconds; };
  for (std::size_t i = 1; i <= begins.size() / kOneIn && overview.earlier == 0; ++i) {
    if (gapBefore(i) > all / kGapPart) overview.earlier = static_cast<std::int64_t>(i);
  }
  const Instant first = begins[static_cast<std::size_t>(overview.earlier)];
  constexpr std::int64_t kMarginPart = 25;
  const std::int64_t margin = std::max((begins.back().seconds - first.seconds) / kMarginPart, kSecondsPerDay);
  overview.span = {plusSeconds(first, -margin), plusSeconds(std::max(begins.back(), now), margin)};
  if (overview.earlier > 0)
    overview.span.begin =
        std::max(overview.span.begin, plusSeconds(begins[static_cast<std::size_t>(overview.earlier) - 1], 1));
  return overview;
}

std::vector<OverviewColumn> overviewColumns(const LaneSlices& slices, TimeSpan span, std::size_t columns,
                                            const std::vector<EventId>& hits) {
  std::vector<OverviewColumn> all(columns);
  if (columns == 0) return all;
  const double secondsPerColumn = static_cast<double>(span.seconds()) / static_cast<double>(columns);
  const auto columnAt = [&](Instant begin) -> OverviewColumn* {
    if (begin < span.begin || begin >= span.end) return nullptr;
    const auto place =
        static_cast<std::size_t>(static_cast<double>(begin.seconds - span.begin.seconds) / secondsPerColumn);
    return &all[std::min(place, columns - 1)];
  };
  const auto columnOf = [&](EventId id) -> OverviewColumn* {
    const auto item = id.origin == EventOrigin::Curated ? slices.itemOf(id) : std::nullopt;
    if (!item || slices.isGreyed(*item)) return nullptr;
    return columnAt(slices.snapshot().dataset.curated->bounds[item->value].earliestBegin);
  };
  for (int lane = 0; lane < slices.laneCount(); ++lane) {
    if (slices.laneKind(lane) == LaneKind::Offices) continue;
    const bool curated = holdsCurated(slices.laneKind(lane));
    for (const SliceMark& mark : slices.laneAt(lane).marks) {
      if (slices.isGreyed(mark.item)) continue;
      if (curated && slices.laneOf(*slices.eventOf(mark.item)) != lane) continue;
      OverviewColumn* column = columnAt(mark.bounds.earliestBegin);
      if (!column) continue;
      ++column->byGlyph[static_cast<std::size_t>(mark.glyph)];
      ++column->all;
    }
  }
  for (const auto& [id, disputes] : slices.snapshot().disputes) {
    if (disputes.disputedFields == 0) continue;
    if (OverviewColumn* column = columnOf(id)) column->disputed = true;
  }
  for (const EventId id : hits) {
    if (OverviewColumn* column = columnOf(id)) column->hit = true;
  }
  return all;
}

}  // namespace entente
