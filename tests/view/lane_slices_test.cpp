// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes of the built-in archive: every event in its lane, slices against a walk over all, keys and counts.
#include "core/view/lane_slices.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "core/time/civil.h"
#include "tests/view/built_in.h"

namespace entente {
namespace {

using test::builtIn;

class Lanes : public ::testing::Test {
 protected:
  ViewState view = openingState(*builtIn(), startOfYear(2026)).view;
  LaneSlices slices{builtIn(), view};
};

constexpr TimeSpan kAllTime{kBeginningOfTime, kEndOfTime};

TEST_F(Lanes, OpensOn2024To2026WithTheMessageSelected) {
  const SavedState state = openingState(*builtIn(), startOfYear(2026));
  EXPECT_EQ(state.view.span, (TimeSpan{startOfYear(2024), startOfYear(2027)}));
  ASSERT_EQ(state.selection.size(), 1U);
  const auto id = builtIn()->find(state.selection.front());
  ASSERT_TRUE(id.has_value());
  EXPECT_EQ(slices.laneKind(*slices.laneOf(*id)), LaneKind::Messages);
}

TEST_F(Lanes, EveryEventStandsInTheLaneOfItsKind) {
  std::set<std::int64_t> seen;
  for (int lane = 0; lane < slices.laneCount(); ++lane) {
    for (const SliceMark& mark : slices.marks(lane, kAllTime, 100'000).marks) {
      if (const auto id = slices.eventOf(mark.item)) {
        EXPECT_TRUE(seen.insert(id->key).second);
        EXPECT_EQ(slices.itemOf(*id), mark.item);
        EXPECT_EQ(slices.laneOf(*id), lane);
      } else {
        EXPECT_NE(slices.officeOf(mark.item), nullptr);
        EXPECT_EQ(slices.laneKind(lane), LaneKind::Offices);
      }
      EXPECT_FALSE(slices.label(mark.item).isEmpty());
    }
  }
  EXPECT_EQ(seen.size(), builtIn()->titles.size());
}

TEST_F(Lanes, SlicesAreThoseOfAWalkOverAll) {
  std::mt19937_64 random(5);
  for (int i = 0; i < 400; ++i) {
    const std::int64_t begin =
        startOfYear(1900).seconds + static_cast<std::int64_t>(random() % 4'200'000'000);
    const TimeSpan span{{begin}, {begin + 1 + static_cast<std::int64_t>(random() % 800'000'000)}};
    for (int lane = 0; lane < slices.laneCount(); ++lane) {
      std::vector<SliceMark> walked;
      for (const SliceMark& mark : slices.marks(lane, kAllTime, 100'000).marks) {
        if (mark.bounds.outer().overlaps(span)) walked.push_back(mark);
      }
      const SliceSource::Marks found = slices.marks(lane, span, 100'000);
      EXPECT_TRUE(found.all);
      ASSERT_EQ(found.marks, walked) << "lane " << lane;
      std::vector<std::uint32_t> counts(37);
      slices.density(lane, span, counts);
      std::uint32_t sum = 0;
      for (const std::uint32_t count : counts)
        sum += count;
      const auto begins = std::ranges::count_if(
          walked, [span](const SliceMark& m) { return span.contains(m.bounds.earliestBegin); });
      ASSERT_EQ(sum, begins) << "lane " << lane;
    }
  }
}

TEST_F(Lanes, WhenThereAreTooManyTheWeightiestAreGiven) {
  const int messages = *slices.laneOf(*builtIn()->find({RecordKind::Message, "msg-rutte-trump-2025-06-24"}));
  const SliceSource::Marks one = slices.marks(messages, kAllTime, 1);
  EXPECT_FALSE(one.all);
  ASSERT_EQ(one.marks.size(), 1U);
  EXPECT_EQ(slices.eventOf(one.marks[0].item),
            builtIn()->find({RecordKind::Message, "msg-rutte-trump-2025-06-24"}));
}

TEST_F(Lanes, TheKeyboardReachesEveryEvent) {
  const CuratedSegment& events = *builtIn()->dataset.curated;
  std::optional<EventId> at = EventId{EventOrigin::Curated, events.keys.front()};
  std::set<std::int64_t> seen;
  while (at) {
    seen.insert(at->key);
    const auto next = slices.neighbour(*at, LaneSlices::Step::Next);
    if (next) {
      EXPECT_EQ(slices.neighbour(*next, LaneSlices::Step::Previous), at);
    }
    at = next;
  }
  EXPECT_EQ(seen.size(), events.size());
}

TEST_F(Lanes, UpAndDownGoToTheClosestOfTheNextLane) {
  const EventId message = *builtIn()->find({RecordKind::Message, "msg-rutte-trump-2025-06-24"});
  const auto above = slices.acrossLanes(message, *slices.laneOf(message), LaneSlices::Step::Previous);
  ASSERT_TRUE(above.has_value());
  EXPECT_EQ(above->event, builtIn()->find({RecordKind::Summit, "nato-2025-the-hague"}));
  EXPECT_EQ(slices.laneKind(above->lane), LaneKind::Summits);
  EXPECT_FALSE(slices.acrossLanes(above->event, above->lane, LaneSlices::Step::Previous).has_value())
      << "above are the offices";
}

TEST_F(Lanes, DefaultOfficesAreSecretariesGeneralAndPresidents) {
  ASSERT_EQ(slices.tracks().size(), 2U);
  EXPECT_EQ(slices.tracks()[0].key, (OfficeKey{QStringLiteral("Secretary General"), QStringLiteral("NATO")}));
  EXPECT_EQ(slices.tracks()[1].key,
            (OfficeKey{QStringLiteral("President"), QStringLiteral("United States")}));
  EXPECT_EQ(slices.tracks()[0].title, QStringLiteral("NATO"));
  ViewState other = view;
  other.offices = {{QStringLiteral("Vice President"), QStringLiteral("United States")},
                   {QStringLiteral("President"), QStringLiteral("United States")},
                   {QStringLiteral("Keeper"), QStringLiteral("Nowhere")}};
  const auto tracks = officeTracks(*builtIn(), other);
  ASSERT_EQ(tracks.size(), 2U);
  EXPECT_EQ(tracks[0].title, QStringLiteral("Vice President"))
      << "two offices of one body are told apart by office";
}

TEST_F(Lanes, CountsAddUp) {
  const TimeSpan whole = wholeSpan(builtIn()->dataset, startOfYear(2026));
  const LaneSlices::Counts counts = slices.countIn(whole);
  EXPECT_EQ(counts.certain + counts.possible, static_cast<std::int64_t>(builtIn()->dataset.curated->size()));
  const LaneSlices::Counts day = slices.countIn({startOfDay({2025, 6, 24}), startOfDay({2025, 6, 25})});
  EXPECT_GT(day.certain, 0);
}

TEST(EmptyArchive, ShowsThisYearAndNoEvents) {
  auto snapshot = std::make_shared<const Snapshot>();
  const SavedState state = openingState(*snapshot, startOfDay({2026, 5, 5}));
  EXPECT_EQ(state.view.span, (TimeSpan{startOfYear(2026), startOfYear(2027)}));
  const LaneSlices slices(snapshot, state.view);
  EXPECT_EQ(slices.laneCount(), 4);
  EXPECT_EQ(slices.eventCount(), 0);
  EXPECT_FALSE(slices.nearest(startOfYear(2026)).has_value());
}

}  // namespace
}  // namespace entente
