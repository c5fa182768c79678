// SPDX-License-Identifier: GPL-3.0-or-later
// What several events have in common, against a walk over the built-in archive.
#include "core/view/selection_summary.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "tests/view/built_in.h"

namespace entente {
namespace {

using test::builtIn;

TEST(SelectionSummary, CountsWhatAWalkCounts) {
  std::vector<EventId> all;
  for (const auto& [id, title] : builtIn()->titles)
    all.push_back(id);
  std::ranges::sort(all);
  std::mt19937 random(3);
  for (int i = 0; i < 100; ++i) {
    std::shuffle(all.begin(), all.end(), random);
    const std::vector<EventId> some(all.begin(),
                                    all.begin() + 1 + static_cast<std::ptrdiff_t>(random() % 40));
    const SelectionSummary summary = summaryOf(*builtIn(), some);
    ASSERT_EQ(summary.events.size(), some.size());
    std::map<EventKind, int> kinds;
    int disputed = 0;
    Instant first = kEndOfTime;
    Instant last = kBeginningOfTime;
    for (const EventId id : some) {
      const EventTitle& title = *builtIn()->title(id);
      ++kinds[title.kind];
      disputed += builtIn()->disputesOf(id).disputedFields > 0;
      first = std::min(first, title.when->bounds().earliestBegin);
      last = std::max(last, title.when->bounds().latestBegin);
    }
    EXPECT_EQ((std::map<EventKind, int>(summary.kinds.begin(), summary.kinds.end())), kinds);
    EXPECT_TRUE(std::ranges::is_sorted(summary.kinds, std::greater(), &std::pair<EventKind, int>::second));
    EXPECT_TRUE(std::ranges::is_sorted(summary.actors, std::greater(), &std::pair<ActorUid, int>::second));
    EXPECT_EQ(summary.disputed, disputed);
    EXPECT_EQ(builtIn()->title(*summary.first)->when->bounds().earliestBegin, first);
    EXPECT_EQ(builtIn()->title(*summary.last)->when->bounds().latestBegin, last);
    EXPECT_EQ(summary.events.front(), *std::ranges::min_element(summary.events, {}, [](EventId id) {
                return std::pair(builtIn()->title(id)->when->bounds().earliestBegin, id);
              }));
  }
}

TEST(SelectionSummary, OfNothingIsEmptyAndStrangersAreLeftOut) {
  const SelectionSummary summary = summaryOf(*builtIn(), {EventId{EventOrigin::Bulk, 7}});
  EXPECT_TRUE(summary.events.empty());
  EXPECT_FALSE(summary.first.has_value());
  EXPECT_TRUE(summary.kinds.empty());
}

}  // namespace
}  // namespace entente
