// SPDX-License-Identifier: GPL-3.0-or-later
// What the chart says is computed from the figures; missing is not zero; an estimate is called one.
#include "app/charts/chart_data.h"

#include <gtest/gtest.h>

#include "app/charts/chart_words.h"
#include "core/time/civil.h"
#include "tests/charts/sample_charts.h"

namespace entente {
namespace {

using namespace test;

TEST(RoundedText, KeepsToItsSideOfTheGoal) {
  EXPECT_EQ(roundedText(4.6848, {}), QStringLiteral("4.7"));
  EXPECT_EQ(roundedText(1.9, 2), QStringLiteral("1.9"));
  EXPECT_EQ(roundedText(1.99, 2), QStringLiteral("1.99"));
  EXPECT_EQ(roundedText(1.997, 2), QStringLiteral("1.997"));
  EXPECT_EQ(roundedText(2.0, 2), QStringLiteral("2.0"));
}

TEST(MiddleOf, IsAsFarFromBothEndsOfTheYear) {
  EXPECT_EQ(middleOf(2023), plusSeconds(startOfDay({2023, 7, 2}), kSecondsPerDay / 2));
  EXPECT_EQ(middleOf(2024), startOfDay({2024, 7, 2}));
}

TEST(ChartDataTest, HoldsTheStatesOfTheEditionInOrderOfDrawing) {
  const ChartData data = smallChart();
  ASSERT_EQ(data.lines.size(), 3u);
  EXPECT_EQ(data.lines.back().name, QStringLiteral("Alpha"));
  EXPECT_EQ(data.lines.back().role, LineRole::Highlighted);
  EXPECT_EQ(data.line(ActorUid("all")), nullptr);
  const ChartLine* beta = data.line(ActorUid("b"));
  ASSERT_NE(beta, nullptr);
  ASSERT_EQ(beta->points.size(), 2u) << "a year without a figure is not there";
  EXPECT_EQ(beta->points[1].text, QStringLiteral("4.6848"));
  EXPECT_TRUE(beta->points[1].estimate);
}

TEST(ChartDataTest, SaysTheFinding) {
  const ChartData data = smallChart();
  EXPECT_EQ(data.title,
            QStringLiteral("Alpha reports 2.0% and Beta 4.7% in 2024 (estimate); the goal is 2%"));
  EXPECT_TRUE(data.subtitle.contains(QStringLiteral("July 2024"))) << data.subtitle.toStdString();
  EXPECT_TRUE(data.subtitle.contains(QStringLiteral("estimate")));
  EXPECT_TRUE(data.source.contains(QStringLiteral("B, usually reliable"))) << data.source.toStdString();
  EXPECT_TRUE(data.description.contains(QStringLiteral("Gamma, 2024: 1.997% of GDP.")))
      << data.description.toStdString();
}

TEST(ChartDataTest, ComparesOnlyAYearThatBothHave) {
  Snapshot snapshot = smallSnapshot();
  std::erase_if(snapshot.spending,
                [](const Spending& one) { return one.actor.value == "b" && one.year == 2024; });
  const ChartData data =
      chartData(snapshot, smallPledge(), {SourceUid("new"), ActorUid("a"), {ActorUid("b")}}, sampleToday());
  EXPECT_EQ(data.title, QStringLiteral("Alpha reports 1.0% and Beta 3.0% in 2022; the goal is 2%"));
}

TEST(ChartDataTest, AnotherEditionHasOtherFigures) {
  const ChartData data = chartData(smallSnapshot(), smallPledge(),
                                   {SourceUid("old"), ActorUid("a"), {ActorUid("b")}}, sampleToday());
  ASSERT_EQ(data.lines.size(), 1u);
  EXPECT_EQ(data.title, QStringLiteral("Alpha reports 1.3% in 2023; the goal is 2%"));
  EXPECT_FALSE(data.subtitle.contains(QStringLiteral("estimate")));
}

TEST(ChartDataTest, TheGoalHoldsFromItsDayAndIsAheadUntilItIsDue) {
  const ChartGoal goal = *smallChart().goal;
  EXPECT_EQ(goal.solid, (TimeSpan{startOfDay({2023, 5, 5}), sampleToday()}));
  EXPECT_EQ(goal.ahead, (TimeSpan{sampleToday(), startOfYear(2031)}));
  EXPECT_EQ(goal.label, QStringLiteral("2% goal, due 2030"));
}

TEST(ChartDataTest, AFloorWithoutDueDayGoesOn) {
  Pledge pledge = smallPledge();
  pledge.due.reset();
  const ChartData data =
      chartData(smallSnapshot(), pledge, {SourceUid("new"), ActorUid("a"), {}}, sampleToday());
  EXPECT_EQ(data.goal->solid.end, kEndOfTime);
  EXPECT_TRUE(data.goal->ahead.isEmpty());
  EXPECT_EQ(data.goal->label, QStringLiteral("2% goal since 2023"));
}

TEST(ChartDataTest, UpToIsACeiling) {
  Pledge pledge = smallPledge();
  pledge.sense = PledgeSense::UpTo;
  const ChartData data =
      chartData(smallSnapshot(), pledge, {SourceUid("new"), ActorUid("a"), {}}, sampleToday());
  EXPECT_EQ(data.goal->label, QStringLiteral("2% ceiling, due 2030"));
  EXPECT_TRUE(data.title.endsWith(QStringLiteral("the ceiling is 2%"))) << data.title.toStdString();
}

TEST(ChartDataTest, ATargetInAnotherUnitIsNoLineInThisChart) {
  Pledge pledge = smallPledge();
  pledge.unit = PledgeUnit::EurBillion;
  const ChartData data =
      chartData(smallSnapshot(), pledge, {SourceUid("new"), ActorUid("a"), {}}, sampleToday());
  EXPECT_FALSE(data.goal.has_value());
  EXPECT_FALSE(data.title.contains(QStringLiteral("goal")));
}

TEST(ChartDataTest, APledgeThatNothingMeasuresHasNoLines) {
  Pledge pledge = smallPledge();
  pledge.measuredBy.reset();
  EXPECT_TRUE(
      chartData(smallSnapshot(), pledge, {SourceUid("new"), ActorUid("a"), {}}, sampleToday()).isEmpty());
}

TEST(ChartDataTest, ALongSeriesIsCutToItsLastPoints) {
  Snapshot snapshot = smallSnapshot();
  const Spending sample = snapshot.spending.front();
  for (int year = -3000; year < 0; ++year) {
    Spending one = sample;
    one.uid = SpendingUid("x" + std::to_string(year));
    one.year = year;
    snapshot.spending.push_back(one);
  }
  const ChartData data =
      chartData(snapshot, smallPledge(), {SourceUid("new"), ActorUid("a"), {}}, sampleToday());
  EXPECT_EQ(data.lines.back().points.size(), kMostPoints);
  EXPECT_EQ(data.lines.back().points.back().year, 2024);
}

TEST(UsualChoice, HighlightsTheStateThatWantsOut) {
  const Snapshot snapshot = smallSnapshot();
  EventDetail detail;
  detail.record = smallPledge();
  Position reservation;
  reservation.actor = ActorUid("b");
  reservation.position = PositionKind::Reservation;
  Position optOut;
  optOut.actor = ActorUid("c");
  optOut.position = PositionKind::OptOut;
  detail.positions = {reservation, optOut};
  ChartChoice choice = usualChoice(snapshot, detail, SourceUid("new"));
  EXPECT_EQ(choice.highlighted.value, "c");
  detail.positions = {reservation};
  choice = usualChoice(snapshot, detail, SourceUid("new"));
  EXPECT_EQ(choice.highlighted.value, "b");
  EXPECT_LE(choice.compared.size(), 3u);
  EXPECT_EQ(std::ranges::count(choice.compared, choice.highlighted), 0);
}

TEST(UsualChoice, OneBoundStateIsSeenAmongTheOthers) {
  EventDetail detail;
  Pledge pledge = smallPledge();
  pledge.adherents = {{ActorUid("c"), {}}};
  detail.record = pledge;
  const ChartChoice choice = usualChoice(smallSnapshot(), detail, SourceUid("new"));
  EXPECT_EQ(choice.highlighted.value, "c");
  EXPECT_FALSE(choice.compared.empty());
}

}  // namespace
}  // namespace entente
