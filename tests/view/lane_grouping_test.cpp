// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes by every grouping: who stands where, in which order, what is hidden, and how lanes are walked.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "core/time/civil.h"
#include "core/view/lane_groups.h"
#include "core/view/lane_slices.h"
#include "tests/support/temporary_folder.h"
#include "tests/view/built_in.h"

namespace entente {
namespace {

using test::builtIn;

constexpr TimeSpan kAllTime{kBeginningOfTime, kEndOfTime};

class LaneGrouping : public ::testing::TestWithParam<Grouping> {
 protected:
  static ViewState viewBy(Grouping grouping) {
    ViewState view = openingState(*builtIn(), startOfYear(2026)).view;
    view.grouping = grouping;
    return view;
  }
  static LaneSlices slicesOf(const ViewState& view) { return {builtIn(), view}; }

  static std::vector<QString> keys(const LaneSlices& slices) {
    std::vector<QString> keys;
    for (int lane = 0; lane < slices.laneCount(); ++lane)
      keys.push_back(slices.laneAt(lane).key);
    return keys;
  }
};

TEST_P(LaneGrouping, EveryEventStandsInTheLanesOfItsGroupsAndInNoOther) {
  const LaneSlices slices = slicesOf(viewBy(GetParam()));
  std::map<std::int64_t, std::set<QString>> stands;
  for (int lane = 0; lane < slices.laneCount(); ++lane) {
    if (!holdsCurated(slices.laneKind(lane))) continue;
    const auto marks = slices.marks(lane, kAllTime, 100'000).marks;
    EXPECT_EQ(slices.lane(lane).count, marks.size()) << "a lane counts marks";
    for (const SliceMark& mark : marks) {
      const EventId id = *slices.eventOf(mark.item);
      EXPECT_TRUE(slices.standsIn(id, lane));
      stands[id.key].insert(slices.laneKind(lane) == LaneKind::Rest ? QString() : slices.laneAt(lane).group);
    }
  }
  EXPECT_EQ(stands.size(), builtIn()->dataset.curated->size()) << "nothing is lost";
  EXPECT_EQ(slices.eventCount(), static_cast<std::int64_t>(builtIn()->titles.size()))
      << "totals count events";
  if (GetParam() == Grouping::Kind) return;
  for (const auto& [key, groups] : stands) {
    const EventId id{EventOrigin::Curated, key};
    const std::vector<QString> own = groupsOf(*builtIn(), id, GetParam());
    const std::set<QString> expected(own.begin(), own.end());
    EXPECT_EQ(groups, expected.empty() ? std::set<QString>{QString()} : expected)
        << builtIn()->title(id)->uid.value;
    EXPECT_EQ(slices.lanesOf(id).size(), std::max<std::size_t>(1, own.size()));
  }
}

TEST_P(LaneGrouping, TheKeyboardVisitsAnEventOnceInAllAndOnceALane) {
  const LaneSlices slices = slicesOf(viewBy(GetParam()));
  std::set<EventId> seen;
  std::optional<EventId> at = EventId{EventOrigin::Curated, builtIn()->dataset.curated->keys.front()};
  for (; at; at = slices.neighbour(*at, LaneSlices::Step::Next))
    EXPECT_TRUE(seen.insert(*at).second);
  EXPECT_EQ(seen.size(), builtIn()->dataset.curated->size());
  for (int lane = 0; lane < slices.laneCount(); ++lane) {
    if (!holdsCurated(slices.laneKind(lane))) continue;
    const auto marks = slices.marks(lane, kAllTime, 100'000).marks;
    if (marks.empty()) continue;
    std::vector<EventId> walked;
    at = slices.eventOf(marks.front().item);
    for (; at; at = slices.neighbourIn(lane, *at, LaneSlices::Step::Next)) {
      walked.push_back(*at);
      const auto next = slices.neighbourIn(lane, *at, LaneSlices::Step::Next);
      if (next) {
        EXPECT_EQ(slices.neighbourIn(lane, *next, LaneSlices::Step::Previous), at);
      }
    }
    ASSERT_EQ(walked.size(), marks.size());
    for (std::size_t i = 0; i < marks.size(); ++i)
      EXPECT_EQ(walked[i], *slices.eventOf(marks[i].item));
  }
}

TEST_P(LaneGrouping, DownReachesEveryLaneThatHasEvents) {
  const LaneSlices slices = slicesOf(viewBy(GetParam()));
  std::vector<int> filled;
  for (int lane = 0; lane < slices.laneCount(); ++lane) {
    if (holdsCurated(slices.laneKind(lane)) && slices.lane(lane).count > 0) filled.push_back(lane);
  }
  ASSERT_FALSE(filled.empty());
  LaneSlices::EventInLane at{*slices.eventOf(slices.laneAt(filled.front()).marks.front().item),
                             filled.front()};
  std::vector<int> walked{at.lane};
  while (const auto next = slices.acrossLanes(at.event, at.lane, LaneSlices::Step::Next)) {
    EXPECT_TRUE(slices.standsIn(next->event, next->lane));
    walked.push_back(next->lane);
    at = *next;
  }
  EXPECT_EQ(walked, filled);
}

TEST_P(LaneGrouping, SortsByNameCountAndFirstDate) {
  ViewState view = viewBy(GetParam());
  for (const LaneSort sort : {LaneSort::Name, LaneSort::Count, LaneSort::FirstDate}) {
    view.lanes = withSort({}, sort);
    const LaneSlices slices = slicesOf(view);
    EXPECT_EQ(slices.laneKind(0), LaneKind::Offices);
    const Lane* before = nullptr;
    for (int i = 1; i < slices.laneCount(); ++i) {
      const Lane& lane = slices.laneAt(i);
      if (lane.kind == LaneKind::Rest) {
        EXPECT_EQ(i, slices.laneCount() - 1) << "without a group: last";
        continue;
      }
      const Lane* above = std::exchange(before, &lane);
      if (!above) continue;
      if (sort == LaneSort::Count) {
        EXPECT_GE(above->marks.size(), lane.marks.size());
      } else if (sort == LaneSort::FirstDate && !above->marks.empty() && !lane.marks.empty()) {
        EXPECT_LE(above->marks.front().bounds.earliestBegin, lane.marks.front().bounds.earliestBegin);
      } else if (sort == LaneSort::Name && lane.kind == LaneKind::Group) {
        EXPECT_LE(QString::localeAwareCompare(groupName(*builtIn(), GetParam(), above->group),
                                              groupName(*builtIn(), GetParam(), lane.group)),
                  0);
      }
    }
  }
}

TEST_P(LaneGrouping, LanesAreHiddenShownAloneAndMoved) {
  ViewState view = viewBy(GetParam());
  const std::vector<QString> all = keys(slicesOf(view));
  ASSERT_GE(all.size(), 2U);
  const QString second = all[1];

  view.lanes = withHidden({}, second, true);
  const LaneSlices hidden = slicesOf(view);
  EXPECT_EQ(hidden.hiddenCount(), 1U);
  EXPECT_FALSE(hidden.laneWithKey(second).has_value());
  EXPECT_EQ(hidden.allLanes().size(), all.size());
  view.lanes = withHidden(view.lanes, second, false);
  EXPECT_TRUE(view.lanes.isUsual());

  view.lanes.solo = second;
  EXPECT_EQ(keys(slicesOf(view)), (std::vector<QString>{all[0], second})) << "offices stay";
  view.lanes.solo = QStringLiteral("nothing:there");
  EXPECT_EQ(keys(slicesOf(view)), all) << "a lane that is not there hides nothing";

  view.lanes = withMoved({}, all, all.back(), second);
  std::vector<QString> moved = all;
  std::rotate(moved.begin() + 1, moved.end() - 1, moved.end());
  EXPECT_EQ(keys(slicesOf(view)), moved);
  view.lanes = withMoved(view.lanes, moved, all.back(), {});
  EXPECT_EQ(keys(slicesOf(view)), all);
}

TEST_P(LaneGrouping, WhatIsOnlyInHiddenLanesIsWalkedOver) {
  ViewState view = viewBy(GetParam());
  const LaneSlices before = slicesOf(view);
  for (int lane = 1; lane < before.laneCount(); ++lane) {
    if (before.lane(lane).count == 0) continue;
    view.lanes = withHidden({}, before.laneAt(lane).key, true);
    const LaneSlices slices = slicesOf(view);
    std::set<EventId> walked;
    for (auto at = slices.nearest(kBeginningOfTime); at; at = slices.neighbour(*at, LaneSlices::Step::Next))
      walked.insert(*at);
    for (const auto& [id, title] : builtIn()->titles) {
      const auto lanes = before.lanesOf(id);
      const bool elsewhere = std::ranges::any_of(lanes, [lane](std::uint16_t one) { return one != lane; });
      EXPECT_EQ(walked.contains(id), elsewhere) << title.uid.value;
      EXPECT_EQ(slices.itemOf(id).has_value(), elsewhere);
    }
    break;
  }
}

INSTANTIATE_TEST_SUITE_P(By, LaneGrouping, ::testing::ValuesIn(kGroupings),
                         [](const auto& one) { return std::string(wordOf(one.param)); });

TEST(LanesByActor, HoldTheOfficesOfTheActor) {
  ViewState view = openingState(*builtIn(), startOfYear(2026)).view;
  view.grouping = Grouping::Actor;
  const LaneSlices slices(builtIn(), view);
  const auto rutte = slices.laneWithKey(QStringLiteral("actor:rutte"));
  ASSERT_TRUE(rutte.has_value());
  const Lane& lane = slices.laneAt(*rutte);
  std::set<QString> offices;
  for (const SliceMark& bar : slices.trackBars(*rutte, kAllTime)) {
    const OfficeItem* office = slices.officeOf(bar.item);
    ASSERT_NE(office, nullptr);
    EXPECT_EQ(office->bar.holder, ActorUid("rutte"));
    EXPECT_TRUE(office->isOfActor);
    EXPECT_FALSE(slices.eventOf(bar.item).has_value());
    EXPECT_LT(bar.track, lane.trackCount);
    offices.insert(office->office.office);
  }
  EXPECT_TRUE(offices.contains(QStringLiteral("Secretary General")));
  EXPECT_GE(offices.size(), 2U);
  // Bars of one track follow each other.
  for (const SliceMark& a : lane.bars) {
    for (const SliceMark& b : lane.bars) {
      if (a.item < b.item && a.track == b.track) {
        EXPECT_TRUE(a.bounds.latestEnd <= b.bounds.latestBegin || b.bounds.latestEnd <= a.bounds.latestBegin);
      }
    }
  }
}

TEST(TooManyLanes, ShareTheLastOne) {
  // Every event in a place of its own, but for two that share one: that place has a lane.
  Records records;
  const std::size_t count = kMostGroupLanes + 50;
  for (std::size_t i = 0; i < count; ++i) {
    Place place;
    place.uid = PlaceUid("place-" + std::to_string(1000 + i));
    place.name = QStringLiteral("Place %1").arg(i);
    Summit summit;
    summit.event.uid = EventUid("s-" + std::to_string(1000 + i));
    summit.event.title = QStringLiteral("Summit %1").arg(i);
    summit.event.when = *FuzzyDate::parse("2024-05");
    summit.series = QStringLiteral("s");
    summit.event.place = i + 1 == count ? records.places.back().uid : place.uid;
    if (i + 1 < count) records.places.push_back(place);
    records.summits.push_back(summit);
  }
  const test::TemporaryFolder folder;
  const auto made = Archive::create(folder / "a.entente", records, false);
  ASSERT_TRUE(made.has_value()) << made.error().text();
  const auto snapshot =
      std::make_shared<const Snapshot>(*loadSnapshot(*Archive::open(folder / "a.entente", Access::ReadOnly)));
  ViewState view;
  view.span = {startOfYear(2024), startOfYear(2025)};
  view.grouping = Grouping::Place;
  const LaneSlices slices(snapshot, view);
  std::size_t groups = 0;
  std::size_t inOthers = 0;
  for (int lane = 0; lane < slices.laneCount(); ++lane) {
    groups += slices.laneKind(lane) == LaneKind::Group;
    if (slices.laneKind(lane) == LaneKind::Others) inOthers = slices.lane(lane).count;
  }
  EXPECT_EQ(groups, kMostGroupLanes);
  EXPECT_EQ(groups + 1 + inOthers, count);
  const auto shared = slices.laneWithKey(
      QStringLiteral("place:%1").arg(QString::fromStdString(records.places.back().uid.value)));
  ASSERT_TRUE(shared.has_value());
  EXPECT_EQ(slices.lane(*shared).count, 2U);
}

}  // namespace
}  // namespace entente
