// SPDX-License-Identifier: GPL-3.0-or-later
// Filters over the built-in archive: against the claims and people as the bundle has them, and counts against
// filters that were really set.
#include "core/view/filter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "core/time/civil.h"
#include "core/view/lane_slices.h"
#include "tests/view/built_in.h"

namespace entente {
namespace {

using test::builtIn;

class Filter : public ::testing::Test {
 protected:
  static std::set<Uid> matching(const EventFilter& filter) {
    std::set<Uid> uids;
    for (const auto& [id, title] : builtIn()->titles) {
      if (matches(*builtIn(), id, filter)) uids.insert(title.uid.value);
    }
    return uids;
  }

  static EventFilter randomFilter(std::mt19937& random) {
    const FilterCounts all = countChoices(*builtIn(), {});
    EventFilter filter;
    const auto some = [&random](const auto& choices, auto& list) {
      for (const auto& [choice, count] : choices) {
        if (random() % (choices.size() + 1) == 0) list.push_back(choice);
      }
    };
    some(all.kinds, filter.kinds);
    some(all.actors, filter.actors);
    some(all.countries, filter.countries);
    if (random() % 2 == 0) some(all.disputes, filter.disputes);
    return filter;
  }
};

TEST_F(Filter, AnEmptyOneKeepsEverything) {
  EXPECT_TRUE(EventFilter().isEmpty());
  EXPECT_EQ(matching({}).size(), builtIn()->titles.size());
  EXPECT_EQ(matchingRows(*builtIn(), {}).count(), builtIn()->dataset.curated->size());
}

TEST_F(Filter, KindsAreThoseOfTheRecords) {
  EventFilter filter;
  filter.kinds = {EventKind::Message, EventKind::Pledge};
  std::set<Uid> expected;
  for (const Message& message : test::builtInRecords().messages)
    expected.insert(message.event.uid.value);
  for (const Pledge& pledge : test::builtInRecords().pledges)
    expected.insert(pledge.event.uid.value);
  EXPECT_EQ(matching(filter), expected);
}

TEST_F(Filter, AnActorTakesPartAsSenderSpeakerStageOrPosition) {
  const ActorUid spain("state-esp");
  EventFilter filter;
  filter.actors = {spain};
  std::set<Uid> expected;
  const auto listed = [&](const Event& event) {
    if (std::ranges::any_of(event.participants, [&](const Participant& p) { return p.actor == spain; }))
      expected.insert(event.uid.value);
  };
  for (const Summit& summit : test::builtInRecords().summits)
    listed(summit.event);
  for (const Message& message : test::builtInRecords().messages) {
    listed(message.event);
    if (std::ranges::count(message.senders, spain) + std::ranges::count(message.recipients, spain) > 0)
      expected.insert(message.event.uid.value);
  }
  for (const Pledge& pledge : test::builtInRecords().pledges) {
    listed(pledge.event);
    if (std::ranges::any_of(pledge.adherents, [&](const Adherent& one) { return one.actor == spain; }))
      expected.insert(pledge.event.uid.value);
  }
  for (const Statement& statement : test::builtInRecords().statements) {
    listed(statement.event);
    if (statement.speaker == spain) expected.insert(statement.event.uid.value);
  }
  for (const Stage& stage : test::builtInRecords().stages) {
    if (stage.actor == spain) expected.insert(stage.message.value);
  }
  for (const Position& position : test::builtInRecords().positions) {
    if (position.actor == spain) expected.insert(position.pledge.value);
  }
  EXPECT_FALSE(expected.empty());
  EXPECT_EQ(matching(filter), expected);
}

TEST_F(Filter, RefutedMeansAClaimWithThatVerdict) {
  EventFilter filter;
  filter.disputes = {DisputeState::Refuted};
  std::set<Uid> expected;
  for (const Claim& claim : test::builtInRecords().claims) {
    if (claim.verdict == Verdict::Refuted && isEventKind(claim.subject.kind))
      expected.insert(claim.subject.uid);
  }
  EXPECT_GT(expected.size(), 10U);
  EXPECT_EQ(matching(filter), expected);
}

TEST_F(Filter, UndisputedIsWhatNeitherDisputedNorRefutedKeeps) {
  EventFilter disputed, undisputed;
  disputed.disputes = {DisputeState::Disputed, DisputeState::Refuted};
  undisputed.disputes = {DisputeState::Undisputed};
  const std::set<Uid> one = matching(disputed);
  const std::set<Uid> other = matching(undisputed);
  EXPECT_TRUE(one.contains("msg-rutte-trump-2025-06-24"));
  EXPECT_EQ(one.size() + other.size(), builtIn()->titles.size());
  for (const Uid& uid : one)
    EXPECT_FALSE(other.contains(uid));
}

TEST_F(Filter, AChoicesCountIsWhatChoosingItAloneInItsListKeeps) {
  std::mt19937 random(3);
  for (int i = 0; i < 25; ++i) {
    const EventFilter filter = randomFilter(random);
    const FilterCounts counts = countChoices(*builtIn(), filter);
    EXPECT_EQ(counts.matching, static_cast<std::int64_t>(matching(filter).size()));
    EXPECT_EQ(counts.all, static_cast<std::int64_t>(builtIn()->titles.size()));
    const auto expectCounts = [&](const auto& choices, auto EventFilter::*list) {
      for (const auto& [choice, count] : choices) {
        EventFilter alone = filter;
        alone.*list = {choice};
        ASSERT_EQ(count, static_cast<std::int64_t>(matching(alone).size()));
      }
    };
    expectCounts(counts.kinds, &EventFilter::kinds);
    expectCounts(counts.countries, &EventFilter::countries);
    expectCounts(counts.disputes, &EventFilter::disputes);
    expectCounts(counts.actors, &EventFilter::actors);
  }
}

TEST_F(Filter, LanesHoldWhatMatchesOrGreyTheRest) {
  std::mt19937 random(8);
  constexpr TimeSpan kAllTime{kBeginningOfTime, kEndOfTime};
  ViewState view = openingState(*builtIn(), startOfYear(2026)).view;
  for (int i = 0; i < 12; ++i) {
    view.filter = randomFilter(random);
    std::set<Uid> expected;
    for (const Uid& uid : matching(view.filter))
      expected.insert(uid);
    for (const RestOfEvents rest : {RestOfEvents::Hidden, RestOfEvents::Greyed}) {
      view.filter.rest = rest;
      const LaneSlices slices(builtIn(), view);
      std::set<Uid> listed;
      for (const EventId id : slices.eventsIn(kAllTime))
        listed.insert(builtIn()->title(id)->uid.value);
      EXPECT_EQ(listed, expected);
      EXPECT_EQ(slices.matchingCount(), static_cast<std::int64_t>(expected.size()));
      const LaneSlices::Counts counts = slices.countIn(kAllTime);
      EXPECT_EQ(counts.certain + counts.possible, static_cast<std::int64_t>(expected.size()));
      std::size_t marks = 0;
      for (int lane = 0; lane < slices.laneCount(); ++lane) {
        if (slices.laneKind(lane) != LaneKind::Offices) marks += slices.lane(lane).count;
      }
      const bool greys = rest == RestOfEvents::Greyed && !view.filter.isEmpty();
      EXPECT_EQ(marks, greys ? builtIn()->titles.size() : expected.size());
      // Walking visits what matches and nothing else.
      auto at = slices.nearest(kBeginningOfTime);
      std::size_t steps = 0;
      while (at) {
        EXPECT_TRUE(expected.contains(builtIn()->title(*at)->uid.value));
        ++steps;
        at = slices.neighbour(*at, LaneSlices::Step::Next);
      }
      EXPECT_EQ(steps, expected.size());
    }
  }
}

}  // namespace
}  // namespace entente
