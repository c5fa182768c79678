// SPDX-License-Identifier: GPL-3.0-or-later
// Overview: every event is counted once, and a few early ones do not press the others into a corner.
#include "core/view/overview.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "core/time/civil.h"
#include "tests/view/built_in.h"

namespace entente {
namespace {

using test::builtIn;

const Instant kNow = startOfDay({2026, 11, 25});

TEST(Overview, LeavesAFewEarlyEventsOut) {
  const OverviewSpan overview = overviewSpan(*builtIn(), kNow);
  const auto& bounds = builtIn()->dataset.curated->bounds;
  const auto before = std::ranges::count_if(
      bounds, [&](const DateBounds& one) { return one.earliestBegin < overview.span.begin; });
  EXPECT_EQ(overview.earlier, before);
  EXPECT_GT(before, 0);
  EXPECT_LE(before * 40, static_cast<std::int64_t>(bounds.size()));
  EXPECT_EQ(dateOf(overview.earliest).year, 1914);
  EXPECT_GE(dateOf(overview.span.begin).year, 1940);
}

TEST(Overview, CountsEveryEventOnceAndSaysWhereSourcesDisagree) {
  const LaneSlices slices(builtIn(), ViewState());
  const OverviewSpan overview = overviewSpan(*builtIn(), kNow);
  const EventId hit{EventOrigin::Curated, builtIn()->dataset.curated->keys.back()};
  for (const std::size_t columns : {1U, 7U, 300U}) {
    const auto all = overviewColumns(slices, overview.span, columns, {hit});
    ASSERT_EQ(all.size(), columns);
    std::int64_t sum = 0;
    for (const OverviewColumn& column : all) {
      EXPECT_EQ(column.all, std::accumulate(column.byGlyph.begin(), column.byGlyph.end(), 0U));
      EXPECT_TRUE(!column.disputed || column.all > 0);
      sum += column.all;
    }
    const auto begun = std::ranges::count_if(builtIn()->dataset.curated->bounds, [&](const DateBounds& one) {
      return one.earliestBegin >= overview.span.begin && one.earliestBegin < overview.span.end;
    });
    EXPECT_EQ(sum, begun);
    EXPECT_EQ(std::ranges::count(all, true, &OverviewColumn::hit), 1);
    EXPECT_GT(std::ranges::count(all, true, &OverviewColumn::disputed), 0);
  }
}

TEST(Overview, OfNothing) {
  const auto empty = std::make_shared<Snapshot>();
  EXPECT_EQ(overviewSpan(*empty, kNow).earlier, 0);
  EXPECT_TRUE(
      overviewColumns(LaneSlices(empty, ViewState()), {startOfYear(2000), startOfYear(2001)}, 0, {}).empty());
}

}  // namespace
}  // namespace entente
