// SPDX-License-Identifier: GPL-3.0-or-later
// Overview: every event is counted once, and a few early ones do not press the others into a corner.
#include "core/view/overview.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "core/exchange/bundle_reader.h"
#include "core/time/civil.h"
#include "tests/support/temporary_folder.h"

namespace entente {
namespace {

const Instant kNow = startOfDay({2026, 11, 25});

std::shared_ptr<const Snapshot> builtIn() {
  static const std::shared_ptr<const Snapshot> snapshot = [] {
    const test::TemporaryFolder folder;
    EXPECT_TRUE(Archive::create(folder / "a.entente",
                                readBundle(ENTENTE_SOURCE_DIR "/resources/archive")->records, false));
    return std::make_shared<const Snapshot>(
        *loadSnapshot(*Archive::open(folder / "a.entente", Access::ReadOnly)));
  }();
  return snapshot;
}

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
      EXPECT_EQ(column.all, std::accumulate(column.byLane.begin(), column.byLane.end(), 0U));
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
