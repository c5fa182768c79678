// SPDX-License-Identifier: GPL-3.0-or-later
// What charts say is computed from the figures; missing is not zero; an estimate is called one.
#include <gtest/gtest.h>

#include "app/charts/figure_words.h"
#include "core/time/civil.h"
#include "tests/charts/sample_charts.h"

namespace entente {
namespace {

using namespace test;

TEST(RoundedText, KeepsToItsSideOfTheGoal) {
  EXPECT_EQ(roundedText(4.6848, std::nullopt), QStringLiteral("4.7"));
  EXPECT_EQ(roundedText(1.9, 2.0), QStringLiteral("1.9"));
  EXPECT_EQ(roundedText(1.99, 2.0), QStringLiteral("1.99"));
  EXPECT_EQ(roundedText(1.997, 2.0), QStringLiteral("1.997"));
  EXPECT_EQ(roundedText(2.0, 2.0), QStringLiteral("2.0"));
  EXPECT_EQ(roundedText(2.104, 2.1), QStringLiteral("2.104")) << "above a ceiling is not at it";
  for (const auto& [half, text] :
       {std::pair{2.65, "2.7"}, {2.85, "2.9"}, {3.15, "3.2"}, {17.95, "18.0"}, {-2.65, "-2.7"}})
    EXPECT_EQ(roundedText(half, std::nullopt), QLatin1String(text)) << half;
  EXPECT_EQ(roundedText(1.996, 2.0, 2), QStringLiteral("1.996")) << "two decimals would make it 2.00";
}

TEST(MiddleOf, IsAsFarFromBothEndsOfTheYear) {
  EXPECT_EQ(middleOf(2023), plusSeconds(startOfDay({2023, 7, 2}), kSecondsPerDay / 2));
  EXPECT_EQ(middleOf(2024), startOfDay({2024, 7, 2}));
}

TEST(Lines, HoldTheStatesOfTheEditionInOrderOfDrawing) {
  const Figure figure = smallFigure(smallChoice());
  ASSERT_EQ(figure.panels.size(), 1u);
  const auto& lines = figure.panels.front().lines;
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines.back().name, QStringLiteral("Alpha"));
  EXPECT_EQ(lines.back().role, MarkRole::Highlighted);
  EXPECT_EQ(figure.line(ActorUid("all")), nullptr) << "a sum is no state";
  const PlotLine* beta = figure.line(ActorUid("b"));
  ASSERT_NE(beta, nullptr);
  ASSERT_EQ(beta->points.size(), 2u) << "a year without a figure is not there";
  EXPECT_EQ(beta->points[1].words, QStringLiteral("Beta, 2024: 4.6848% of GDP, an estimate"));
  EXPECT_TRUE(beta->points[1].estimate);
  EXPECT_EQ(beta->points[1].key,
            (FigureKey{ActorUid("b"), 2024, SpendingMetric::PercentOfGdp, SourceUid("new")}));
}

TEST(Lines, SayTheFinding) {
  const Figure figure = smallFigure(smallChoice());
  EXPECT_EQ(figure.title,
            QStringLiteral("Alpha reports 2.0% and Beta 4.7% in 2024 (estimate); the goal is 2%"));
  EXPECT_TRUE(figure.subtitle.contains(QStringLiteral("July 2024"))) << figure.subtitle.toStdString();
  EXPECT_TRUE(figure.subtitle.contains(QStringLiteral("estimate")));
  EXPECT_TRUE(figure.source.contains(QStringLiteral("B, usually reliable"))) << figure.source.toStdString();
  EXPECT_TRUE(figure.description.contains(QStringLiteral("Gamma, 2024: 1.997% of GDP.")))
      << figure.description.toStdString();
}

TEST(Lines, CompareOnlyAYearThatBothHave) {
  Snapshot snapshot = smallSnapshot();
  std::erase_if(snapshot.spending,
                [](const Spending& one) { return one.actor.value == "b" && one.year == 2024; });
  ChartChoice choice = smallChoice();
  choice.compared = {ActorUid("b")};
  EXPECT_EQ(smallFigure(snapshot, smallPledge(), choice).title,
            QStringLiteral("Alpha reports 1.0% and Beta 3.0% in 2022; the goal is 2%"));
}

TEST(Lines, AnotherEditionHasOtherFigures) {
  ChartChoice choice = smallChoice();
  choice.edition = SourceUid("old");
  const Figure figure = smallFigure(choice);
  ASSERT_EQ(figure.panels.front().lines.size(), 1u);
  EXPECT_EQ(figure.title, QStringLiteral("Alpha reports 1.3% in 2023; the goal is 2%"));
  EXPECT_FALSE(figure.subtitle.contains(QStringLiteral("estimate")));
  choice.edition = SourceUid("nobody's");
  EXPECT_EQ(smallFigure(choice).edition.value, "new") << "without figures there the latest counts";
}

TEST(Lines, TheGoalIsAheadUntilItIsDueAndThenInForce) {
  const PlotGoal goal = smallFigure(smallChoice()).panels.front().goals.front();
  EXPECT_EQ(goal.begin, plotSeconds(startOfDay({2023, 5, 5})));
  EXPECT_EQ(goal.end, plotSeconds(startOfYear(2031)));
  EXPECT_TRUE(goal.isAhead);
  EXPECT_EQ(goal.label, QStringLiteral("2% goal, due 2030"));
  Pledge floor = smallPledge();
  floor.due.reset();
  const PlotGoal now = smallFigure(smallSnapshot(), floor, smallChoice()).panels.front().goals.front();
  EXPECT_FALSE(now.isAhead);
  EXPECT_EQ(now.label, QStringLiteral("2% goal since 2023"));
}

TEST(Lines, ThePathLeadsFromTheLastFigureToTheGoalInItsYear) {
  ChartChoice choice = smallChoice();
  choice.highlighted = ActorUid("c");
  choice.compared = {ActorUid("a")};
  const auto& paths = smallFigure(choice).panels.front().paths;
  ASSERT_EQ(paths.size(), 1u);
  EXPECT_EQ(paths[0].x0, plotSeconds(middleOf(2024)));
  EXPECT_EQ(paths[0].y0, 1.997);
  EXPECT_EQ(paths[0].x1, plotSeconds(middleOf(2030)));
  EXPECT_EQ(paths[0].y1, 2);
  EXPECT_TRUE(smallFigure(smallChoice()).panels.front().paths.empty()) << "Alpha is there already";
}

TEST(Lines, UpToIsACeiling) {
  Pledge pledge = smallPledge();
  pledge.sense = PledgeSense::UpTo;
  const Figure figure = smallFigure(smallSnapshot(), pledge, smallChoice());
  EXPECT_EQ(figure.panels.front().goals.front().label, QStringLiteral("2% ceiling, due 2030"));
  EXPECT_TRUE(figure.title.endsWith(QStringLiteral("the ceiling is 2%"))) << figure.title.toStdString();
}

TEST(Lines, ATargetInAnotherUnitIsNoLineInThisChart) {
  Pledge pledge = smallPledge();
  pledge.unit = PledgeUnit::EurBillion;
  const Figure figure = smallFigure(smallSnapshot(), pledge, smallChoice());
  EXPECT_TRUE(figure.panels.front().goals.empty());
  EXPECT_FALSE(figure.title.contains(QStringLiteral("goal")));
}

TEST(AnyChart, SaysWhyThereIsNothing) {
  Pledge pledge = smallPledge();
  pledge.measuredBy.reset();
  for (const ChartKind kind : kChartKinds) {
    const Figure figure = smallFigure(smallSnapshot(), pledge, smallChoice(kind));
    EXPECT_TRUE(figure.isEmpty());
    EXPECT_TRUE(figure.nothing.contains(QStringLiteral("not yet reported"))) << figure.nothing.toStdString();
  }
  Snapshot none = smallSnapshot();
  none.spending.clear();
  EXPECT_FALSE(smallFigure(none, smallPledge(), smallChoice()).nothing.isEmpty());
  EXPECT_FALSE(smallFigure(smallChoice(ChartKind::Gap)).nothing.isEmpty()) << "there is no money";
  EXPECT_FALSE(smallFigure(smallChoice(ChartKind::Scatter)).nothing.isEmpty()) << "there is no equipment";
}

TEST(Lines, ALongSeriesIsCutToItsLastPoints) {
  Snapshot snapshot = smallSnapshot();
  const Spending sample = snapshot.spending.front();
  for (int year = -3000; year < 0; ++year) {
    Spending one = sample;
    one.uid = SpendingUid("x" + std::to_string(year));
    one.year = year;
    snapshot.spending.push_back(one);
  }
  const PlotLine line = *smallFigure(snapshot, smallPledge(), smallChoice()).line(ActorUid("a"));
  EXPECT_EQ(line.points.size(), kMostPoints);
  EXPECT_EQ(line.points.back().key->year, 2024);
}

TEST(Ranking, IsInTheOrderOfTheYearsFigures) {
  const Figure figure = smallFigure(smallChoice(ChartKind::Ranking));
  EXPECT_EQ(figure.years, (std::vector<int>{2022, 2023, 2024}));
  EXPECT_EQ(figure.year, 2024);
  EXPECT_EQ(figure.panels.front().up.names,
            (QStringList{QStringLiteral("All together"), QStringLiteral("Beta"), QStringLiteral("Alpha"),
                         QStringLiteral("Gamma")}));
  EXPECT_EQ(figure.title, QStringLiteral("2 of 3 states are at or above 2% in 2024 (estimate)"))
      << "the sum does not count, nor does 1.997";
  EXPECT_EQ(figure.bar(ActorUid("c"))->label, QStringLiteral("1.997"));
  EXPECT_EQ(figure.bar(ActorUid("b"))->label, QStringLiteral("4.68e"));
  EXPECT_EQ(figure.bar(ActorUid("b"))->tick, 3.0);
  EXPECT_EQ(figure.bar(ActorUid("all"))->role, MarkRole::Group);
  EXPECT_EQ(figure.table.rowCount(), 4u);
  ChartChoice choice = smallChoice(ChartKind::Ranking);
  choice.year = 2023;
  EXPECT_EQ(smallFigure(choice).panels.front().up.names,
            (QStringList{QStringLiteral("Gamma"), QStringLiteral("Alpha")}));
}

TEST(Ranking, OnlyTheStatesThatAreAskedFor) {
  ChartChoice choice = smallChoice(ChartKind::Ranking);
  choice.states = {ActorUid("c"), ActorUid("b")};
  const Figure figure = smallFigure(choice);
  EXPECT_EQ(figure.panels.front().bars.size(), 2u);
  EXPECT_EQ(figure.bar(ActorUid("all")), nullptr);
}

TEST(Meeting, CountsThoseWithFigures) {
  const Figure figure = smallFigure(smallChoice(ChartKind::Meeting));
  EXPECT_EQ(figure.title, QStringLiteral("2 states kept 2% in 2022, 2 of 3 in 2024 (estimate)"));
  const auto& bars = figure.panels.front().bars;
  ASSERT_EQ(bars.size(), 6u);
  EXPECT_EQ(bars[2].to, 2) << "Beta has no figure in 2023";
  EXPECT_EQ(bars[3].to, 0);
}

TEST(Course, SaysWhenThereIsNoFigureOfFiveYearsBefore) {
  EXPECT_TRUE(smallFigure(smallChoice(ChartKind::Course)).isEmpty());
  Snapshot snapshot = smallSnapshot();
  Spending before = snapshot.spending.front();
  before.uid = SpendingUid("c-2019");
  before.actor = ActorUid("c");
  before.year = 2019;
  before.value = *Decimal::parse("1.497");
  snapshot.spending.push_back(before);
  const Figure figure = smallFigure(snapshot, smallPledge(), smallChoice(ChartKind::Course));
  ASSERT_EQ(figure.panels.front().bars.size(), 1u);
  EXPECT_NEAR(figure.panels.front().bars[0].to, 0.1, 1e-12);
  EXPECT_NEAR(*figure.panels.front().bars[0].tick, 0.003 / 6, 1e-12);
  EXPECT_EQ(figure.title, QStringLiteral("1 of 1 states below 2% are on course for 2030 (estimate)"));
}

TEST(Course, ADueDateWithoutEndAsksForNothingByThen) {
  Pledge pledge = smallPledge();
  pledge.due = date("2030/..");
  const Figure figure = smallFigure(smallSnapshot(), pledge, smallChoice(ChartKind::Course));
  EXPECT_TRUE(figure.nothing.contains(QStringLiteral("names no year"))) << figure.nothing.toStdString();
}

TEST(Ceilings, HaveNoGapAndNoCourseAndAreKeptFromBelow) {
  Pledge pledge = smallPledge();
  pledge.sense = PledgeSense::UpTo;
  for (const ChartKind kind : {ChartKind::Gap, ChartKind::Course})
    EXPECT_TRUE(
        smallFigure(smallSnapshot(), pledge, smallChoice(kind)).nothing.contains(QStringLiteral("ceiling")));
  EXPECT_EQ(smallFigure(smallSnapshot(), pledge, smallChoice(ChartKind::Multiples)).title,
            QStringLiteral("2 of 3 states are at or below 2% in their last figure"));
}

TEST(Ranking, AsksForNoGoalThatWasNotYetSet) {
  const Pledge two = smallPledge();
  Pledge three = two;
  three.event.uid = EventUid("three");
  three.event.when = date("2024-02-01");
  three.target = *Decimal::parse("3");
  const std::vector<Pledge> pledges{two, three};
  const Snapshot snapshot = smallSnapshot();
  ChartChoice choice = smallChoice(ChartKind::Ranking);
  EXPECT_EQ(makeFigure({snapshot, three, pledges, choice, sampleToday()}).panels[0].goals.size(), 2u);
  choice.year = 2023;
  EXPECT_EQ(makeFigure({snapshot, three, pledges, choice, sampleToday()}).panels[0].goals.size(), 1u);
}

TEST(Lines, TheMeanOfAGroupIsInTheTableToo) {
  ChartChoice choice = smallChoice();
  choice.states = {ActorUid("a"), ActorUid("c")};
  const Figure figure = smallFigure(choice);
  const Table mean = figure.table.where("actor", QStringLiteral("(mean)")).where("year", std::int64_t{2022});
  ASSERT_EQ(mean.rowCount(), 1u);
  EXPECT_DOUBLE_EQ(numberOf(mean.at(0, "value")), 1.5);
  choice.states = {ActorUid("a")};
  EXPECT_TRUE(smallFigure(choice).table.where("actor", QStringLiteral("(mean)")).isEmpty());
}

TEST(AnyChart, SaysOfWhichDayItIs) {
  Snapshot snapshot = smallSnapshot();
  snapshot.lens.until = startOfDay({2024, 8, 2});
  EXPECT_TRUE(smallFigure(snapshot, smallPledge(), smallChoice())
                  .subtitle.contains(QStringLiteral("As known on 1 August 2024.")));
}

TEST(Revisions, GoFromTheOldEditionToTheNew) {
  ChartChoice choice = smallChoice(ChartKind::Revisions);
  const Figure figure = smallFigure(choice);
  EXPECT_EQ(figure.year, 2023) << "of which most editions tell";
  EXPECT_EQ(figure.panels.front().across.names,
            (QStringList{QStringLiteral("July 2023"), QStringLiteral("July 2024")}));
  EXPECT_EQ(figure.title, QStringLiteral("Alpha for 2023: from 1.25% to 1.50% in 2 editions"));
  EXPECT_EQ(figure.editions.size(), 2u);
}

TEST(Multiples, GiveEachStateAPanelByName) {
  const Figure figure = smallFigure(smallChoice(ChartKind::Multiples));
  ASSERT_EQ(figure.panels.size(), 3u);
  EXPECT_EQ(figure.panels[0].title, QStringLiteral("Alpha"));
  EXPECT_EQ(figure.panels[0].role, MarkRole::Highlighted);
  EXPECT_EQ(figure.panels[2].lines.front().label, QStringLiteral("1.997"));
}

TEST(Between, BarsGlideToTheirPlaces) {
  ChartChoice choice = smallChoice(ChartKind::Ranking);
  const Figure to = smallFigure(choice);
  choice.year = 2023;
  const Figure from = smallFigure(choice);
  const Figure half = between(from, to, 0.5);
  EXPECT_EQ(half.bar(ActorUid("a"))->place,
            (from.bar(ActorUid("a"))->place + to.bar(ActorUid("a"))->place) / 2);
  EXPECT_EQ(half.bar(ActorUid("a"))->to, (1.5 + 2.0) / 2);
  EXPECT_EQ(half.bar(ActorUid("b"))->to, 4.6848) << "what was not there does not glide";
}

class UsualStates : public ::testing::Test {
 protected:
  [[nodiscard]] Figure states(const Pledge& pledge, std::vector<Position> positions) const {
    Snapshot snapshot = smallSnapshot();
    ArchiveContent content;
    content.positions = std::move(positions);
    snapshot.content = std::make_shared<const ArchiveContent>(std::move(content));
    ChartChoice choice;
    choice.edition = SourceUid("new");
    return makeFigure({snapshot, pledge, {pledge}, choice, sampleToday()});
  }
  [[nodiscard]] static Position position(const char* actor, PositionKind kind) {
    Position made;
    made.pledge = smallPledge().event.uid;
    made.actor = ActorUid(actor);
    made.position = kind;
    return made;
  }
};

TEST_F(UsualStates, HighlightTheOneThatWantsOut) {
  const Position reservation = position("b", PositionKind::Reservation);
  const Position optOut = position("c", PositionKind::OptOut);
  EXPECT_EQ(states(smallPledge(), {reservation, optOut}).highlighted.value, "c");
  const Figure front = states(smallPledge(), {reservation});
  EXPECT_EQ(front.highlighted.value, "b");
  EXPECT_LE(front.compared.size(), 3u);
  EXPECT_EQ(std::ranges::count(front.compared, front.highlighted), 0);
}

TEST_F(UsualStates, OneBoundStateIsSeenAmongTheOthers) {
  Pledge pledge = smallPledge();
  pledge.adherents = {{ActorUid("c"), {}}};
  const Figure front = states(pledge, {});
  EXPECT_EQ(front.highlighted.value, "c");
  EXPECT_FALSE(front.compared.empty());
}

}  // namespace
}  // namespace entente
