// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of pledges against money, on the built-in figures and on made-up ones worked out by hand.
#include <gtest/gtest.h>

#include <QStringList>

#include "core/analysis/counted_states.h"
#include "core/analysis/course_table.h"
#include "core/analysis/goal_history.h"
#include "core/analysis/group_shares.h"
#include "core/analysis/money_gap.h"
#include "core/analysis/pledge_parts.h"
#include "core/analysis/revisions.h"
#include "core/analysis/share_tables.h"
#include "core/analysis/two_conditions.h"
#include "core/time/civil.h"
#include "tests/analysis/built_in.h"

namespace entente {
namespace {

using test::builtIn;
using test::builtInPledge;

std::unordered_map<Uid, Actor> actorsOf(const Records& records) {
  std::unordered_map<Uid, Actor> actors;
  for (const Actor& actor : records.actors)
    actors.emplace(actor.uid.value, actor);
  return actors;
}

AnalysisData builtInData() {
  static const auto actors = actorsOf(builtIn());
  return {builtIn().spending, builtIn().accessions, builtIn().sources, actors};
}

std::size_t yearRow(const Table& table, std::int64_t year) {
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    if (integerOf(table.at(row, "year")) == year) return row;
  }
  ADD_FAILURE() << "no row of " << year;
  return 0;
}

/// The row of an actor (and a year, if one is given).
std::size_t rowOf(const Table& table, const char* actor, std::optional<int> year = {}) {
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    if (textOf(table.at(row, "actor")) != QLatin1String(actor)) continue;
    if (!year || integerOf(table.at(row, "year")) == *year) return row;
  }
  ADD_FAILURE() << "no row of " << actor;
  return 0;
}

std::int64_t count(const Table& table, std::size_t row, const char* column) {
  return integerOf(table.at(row, column));
}

TEST(BuiltInCompliance, In2024EighteenOf31ByTheEditionOfAugust2025And17ByThatOfJuly2026) {
  PledgeQuestion question{builtInPledge("pl-2014-wales-2")};
  question.edition = SourceUid("nato-defexp-2025-ugent");
  Table table = statesMeeting(question, builtInData());
  std::size_t row = yearRow(table, 2024);
  EXPECT_EQ(count(table, row, "meeting"), 18);
  EXPECT_EQ(count(table, row, "with_figures"), 31);
  EXPECT_EQ(count(table, row, "members"), 32) << "Iceland is a member without a figure";
  question.edition = {};
  table = statesMeeting(question, builtInData());
  row = yearRow(table, 2024);
  EXPECT_EQ(textOf(table.at(row, "edition")), QStringLiteral("nato-defexp-2026-medina"));
  EXPECT_EQ(count(table, row, "meeting"), 17);
  EXPECT_EQ(count(table, row, "with_figures"), 31);
}

TEST(BuiltInCompliance, In2025All30ListedByOneEditionAnd28Of31ByTheNext) {
  PledgeQuestion question{builtInPledge("pl-2023-vilnius-2")};
  question.edition = SourceUid("nato-defexp-2025-ugent");
  Table table = statesMeeting(question, builtInData());
  std::size_t row = yearRow(table, 2025);
  EXPECT_EQ(count(table, row, "meeting"), 30);
  EXPECT_EQ(count(table, row, "with_figures"), 30)
      << "Germany has no figure there: it is not one that misses";
  question.edition = {};
  table = statesMeeting(question, builtInData());
  row = yearRow(table, 2025);
  EXPECT_EQ(count(table, row, "meeting"), 28);
  EXPECT_EQ(count(table, row, "with_figures"), 31);
}

TEST(BuiltInCompliance, MembersCountFromAccession) {
  const Table table = sharesByYear({builtInPledge("pl-2014-wales-2")}, builtInData());
  const auto counts = [&](const char* actor, int year) {
    return textOf(table.at(rowOf(table, actor, year), "counts")).toStdString();
  };
  EXPECT_EQ(counts("state-swe", 2023), "no");
  EXPECT_EQ(counts("state-swe", 2024), "yes");
  EXPECT_EQ(counts("state-fin", 2022), "no");
  EXPECT_EQ(counts("state-fin", 2023), "yes");
  EXPECT_EQ(counts("nato-total", 2024), "no") << "a sum is no state";
  EXPECT_TRUE(isMissing(table.at(rowOf(table, "state-swe", 2023), "meets")));
}

TEST(BuiltInCompliance, FiveStatesReachTheCoreGoalIn2026AndDenmarkDoesNot) {
  const Table table = statesMeeting({builtInPledge("pl-2025-hague-3.5")}, builtInData());
  const std::size_t row = yearRow(table, 2026);
  EXPECT_EQ(count(table, row, "meeting"), 5);
  EXPECT_EQ(textOf(table.at(row, "states_meeting")).split(QStringLiteral("; ")).size(), 5);
  EXPECT_FALSE(textOf(table.at(row, "states_meeting")).contains(QStringLiteral("Denmark")));
}

TEST(BuiltInGap, IsOfOneEditionAndOnePriceBase) {
  const PledgeQuestion question{builtInPledge("pl-2014-wales-2")};
  const auto basis = moneyBasis(question, builtInData());
  ASSERT_TRUE(basis.has_value());
  EXPECT_EQ(basis->edition.value, "nato-defexp-2025-ugent");
  EXPECT_EQ(basis->money, SpendingMetric::Usd2021Billion);
  const Table table = moneyGaps(question, builtInData());
  const std::size_t row = rowOf(table, "state-esp", 2024);
  const double share = numberOf(table.at(row, "share"));
  const double spending = numberOf(table.at(row, "spending"));
  EXPECT_NEAR(numberOf(table.at(row, "gap")), spending * (2 / share - 1), 1e-9);
  EXPECT_GT(numberOf(table.at(row, "gap")), 0);
  const std::size_t without = rowOf(table, "state-esp", 2019);
  EXPECT_TRUE(isMissing(table.at(without, "gap")));
  EXPECT_EQ(textOf(table.at(without, "no_figure")), QStringLiteral("spending"));
}

TEST(BuiltInGap, AnEditionWithoutMoneyHasNoGap) {
  PledgeQuestion question{builtInPledge("pl-2014-wales-2")};
  question.edition = SourceUid("nato-defexp-2026-medina");
  EXPECT_TRUE(moneyGaps(question, builtInData()).isEmpty());
}

TEST(BuiltInParts, TheRelatedPartIsNotYetReported) {
  const Table table = pledgeParts(builtInPledge("pl-2025-hague-5"), builtIn().pledges, builtInData());
  ASSERT_EQ(table.rowCount(), 2u);
  EXPECT_EQ(textOf(table.at(0, "pledge")), QStringLiteral("pl-2025-hague-1.5"));
  EXPECT_EQ(textOf(table.at(0, "reported")), QStringLiteral("not yet reported"));
  EXPECT_TRUE(isMissing(table.at(0, "meeting"))) << "missing is not zero";
  EXPECT_EQ(textOf(table.at(1, "reported")), QStringLiteral("measured"));
  EXPECT_EQ(integerOf(table.at(1, "meeting")), 5);
}

TEST(BuiltInGoals, TwoPercentSince2006AndThreeAndAHalfAhead) {
  const Instant now = startOfDay({2026, 8, 1});
  const auto steps = goalHistory(builtInPledge("pl-2025-hague-3.5"), builtIn().pledges, now);
  ASSERT_EQ(steps.size(), 2u);
  EXPECT_EQ(steps[0].target.text, "2");
  EXPECT_EQ(steps[0].pledge.value, "pl-2023-vilnius-2") << "the newest word on it";
  EXPECT_EQ(steps[0].span, (TimeSpan{startOfYear(2006), startOfYear(2036)}));
  EXPECT_FALSE(steps[0].isAhead);
  EXPECT_EQ(steps[1].target.text, "3.5");
  EXPECT_EQ(steps[1].span, (TimeSpan{startOfDay({2025, 6, 25}), startOfYear(2036)}));
  EXPECT_TRUE(steps[1].isAhead);
}

TEST(BuiltInGoals, WhatIsNotAdoptedStandsAlone) {
  const auto steps =
      goalHistory(builtInPledge("pl-2025-spain-2.1"), builtIn().pledges, startOfDay({2026, 8, 1}));
  ASSERT_EQ(steps.size(), 1u);
  EXPECT_EQ(steps[0].target.text, "2.1");
  EXPECT_EQ(steps[0].sense, PledgeSense::UpTo);
  EXPECT_TRUE(goalHistory(builtInPledge("pl-2025-hague-1.5"), builtIn().pledges, {}).empty())
      << "nothing measures it";
}

/// Three states a, b, c; an alliance of which a is a member always, b since 2020, c since some day of 2022 or
/// 2023; and the sum that the alliance publishes.
class MadeUp : public testing::Test {
 protected:
  MadeUp() {
    addActor("a", ActorKind::State, "USA");
    addActor("b", ActorKind::State, "POL");
    addActor("c", ActorKind::State, "ESP");
    addActor("sum", ActorKind::Group, "XNT");
    addActor("alliance", ActorKind::Organisation, "");
    accede("a", "1949-04-04");
    accede("b", "2020-03-01");
    accede("c", "2022/2023");
    accessions.back().date = FuzzyDate::parse("[2022..2023]").value();
    pledge.event.uid = EventUid("p");
    pledge.event.when = FuzzyDate::parse("2019-01-01").value();
    pledge.measuredBy = SpendingMetric::PercentOfGdp;
    pledge.target = *Decimal::parse("2");
    pledge.due = FuzzyDate::parse("2030").value();
    pledge.adherents = {{ActorUid("alliance"), FuzzyDate::parse("2019-01-01").value()}};
  }

  void addActor(const char* uid, ActorKind kind, const char* code) {
    Actor actor;
    actor.uid = ActorUid(uid);
    actor.name = QString::fromLatin1(uid).toUpper();
    actor.kind = kind;
    actor.country = QString::fromLatin1(code);
    actors.emplace(uid, actor);
  }
  void accede(const char* state, const char* date) {
    Accession accession;
    accession.uid = AccessionUid(std::string("in-") + state);
    accession.organisation = ActorUid("alliance");
    accession.state = ActorUid(state);
    accession.date = FuzzyDate::parse(date).value();
    accessions.push_back(accession);
  }
  void add(const char* actor, int year, const char* value, const char* edition = "ed",
           SpendingMetric metric = SpendingMetric::PercentOfGdp, bool estimate = false) {
    Spending figure;
    figure.uid =
        SpendingUid(std::string(actor) + std::to_string(year) + edition + std::string(wordOf(metric)));
    figure.actor = ActorUid(actor);
    figure.year = year;
    figure.metric = metric;
    figure.value = *Decimal::parse(value);
    figure.estimate = estimate;
    figure.source = SourceUid(edition);
    figures.push_back(figure);
  }
  void addSource(const char* uid, const char* published) {
    Source source;
    source.uid = SourceUid(uid);
    source.published = FuzzyDate::parse(published).value();
    sources.push_back(source);
  }
  AnalysisData data() { return {figures, accessions, sources, actors, definitions}; }

  std::vector<Spending> figures;
  std::vector<Accession> accessions;
  std::vector<Source> sources;
  std::unordered_map<Uid, Actor> actors;
  std::unordered_map<Uid, QString> definitions;
  Pledge pledge;
};

TEST_F(MadeUp, PublishedDecimalsAreComparedNotRoundedOnes) {
  add("a", 2024, "1.9999");
  add("b", 2024, "2.00");
  add("sum", 2024, "9");
  const Table table = statesMeeting({pledge}, data());
  ASSERT_EQ(table.rowCount(), 1u);
  EXPECT_EQ(count(table, 0, "meeting"), 1);
  EXPECT_EQ(count(table, 0, "with_figures"), 2);
  EXPECT_EQ(textOf(table.at(0, "states_meeting")), QStringLiteral("B"));
}

TEST_F(MadeUp, AVagueAccessionMakesAPossibleMember) {
  add("c", 2021, "3");
  add("c", 2022, "3");
  add("c", 2023, "3");
  const Table table = statesMeeting({pledge}, data());
  ASSERT_EQ(table.rowCount(), 2u) << "in 2021 it was no member";
  EXPECT_EQ(count(table, 0, "possibly"), 1);
  EXPECT_EQ(count(table, 0, "meeting"), 0);
  EXPECT_EQ(count(table, 1, "meeting"), 1);
  EXPECT_EQ(count(table, 1, "members"), 3);
}

TEST_F(MadeUp, ACeilingIsKeptFromBelow) {
  pledge.sense = PledgeSense::UpTo;
  add("a", 2024, "2.0");
  add("b", 2024, "2.01");
  EXPECT_EQ(count(statesMeeting({pledge}, data()), 0, "meeting"), 1);
}

TEST_F(MadeUp, WithoutKnownAdherentsAllStatesCount) {
  pledge.adherents.clear();
  add("c", 1990, "3");
  add("sum", 1990, "3");
  const Table table = statesMeeting({pledge}, data());
  ASSERT_EQ(table.rowCount(), 1u);
  EXPECT_EQ(count(table, 0, "meeting"), 1);
  EXPECT_TRUE(isMissing(table.at(0, "members")));
}

TEST_F(MadeUp, CourseIsTheGrowthOfFiveYearsAgainstWhatIsNeeded) {
  // a: 1.0 in 2020, 1.5 in 2025: 0.1 a year, or 1.5^(1/5) - 1 = 8.447% a year. To 2% in 2030: 0.1 a year, or
  // (4/3)^(1/5) - 1 = 5.922% a year.
  add("a", 2020, "1.0");
  add("a", 2025, "1.5");
  // b: 1.0 in 2020, 1.4 in 2025: 0.08 a year, 0.12 needed; as a rate 6.961 against 7.394.
  add("b", 2020, "1.0");
  add("b", 2025, "1.4", "ed", SpendingMetric::PercentOfGdp, true);
  // c keeps the target; nothing is known of five years before.
  add("c", 2024, "2.1");
  add("c", 2025, "2.2");
  const Table table = courseByState({pledge}, data());
  ASSERT_EQ(table.rowCount(), 3u);
  EXPECT_NEAR(numberOf(table.at(0, "recent_linear")), 0.1, 1e-12);
  EXPECT_NEAR(numberOf(table.at(0, "recent_compound")), 8.447, 1e-3);
  EXPECT_NEAR(numberOf(table.at(0, "needed_linear")), 0.1, 1e-12);
  EXPECT_NEAR(numberOf(table.at(0, "needed_compound")), 5.922, 1e-3);
  EXPECT_TRUE(flagOf(table.at(0, "on_course_linear"))) << "just enough";
  EXPECT_TRUE(flagOf(table.at(0, "on_course_compound")));
  EXPECT_TRUE(isMissing(table.at(0, "first_met")));
  EXPECT_NEAR(numberOf(table.at(1, "needed_compound")), 7.394, 1e-3);
  EXPECT_FALSE(flagOf(table.at(1, "on_course_linear")));
  EXPECT_FALSE(flagOf(table.at(1, "on_course_compound")));
  EXPECT_TRUE(flagOf(table.at(1, "estimate")));
  EXPECT_EQ(integerOf(table.at(2, "first_met")), 2024);
  EXPECT_EQ(integerOf(table.at(2, "years_since")), 1);
  EXPECT_EQ(numberOf(table.at(2, "needed_linear")), 0);
  EXPECT_TRUE(isMissing(table.at(2, "recent_linear")));
  EXPECT_TRUE(isMissing(table.at(2, "on_course_linear")));
}

TEST_F(MadeUp, WithoutADueYearNothingIsNeededByThen) {
  pledge.due.reset();
  add("a", 2020, "1.0");
  add("a", 2025, "1.5");
  const Table table = courseByState({pledge}, data());
  EXPECT_TRUE(isMissing(table.at(0, "needed_linear")));
  EXPECT_TRUE(isMissing(table.at(0, "on_course_compound")));
  EXPECT_FALSE(isMissing(table.at(0, "recent_linear")));
}

TEST_F(MadeUp, TheGapIsWhatIsMissingInMoney) {
  // 60 billion are 1.5%: the economy is 4,000, 2% of it 80, 20 are missing.
  add("a", 2024, "1.5");
  add("a", 2024, "60", "ed", SpendingMetric::UsdBillion);
  // Beyond the target: 50 are 2.5%, 2% would be 40.
  add("b", 2024, "2.5");
  add("b", 2024, "50", "ed", SpendingMetric::UsdBillion);
  // A share of 0 says nothing about the economy; a sum of another edition does not count.
  add("c", 2024, "0");
  add("c", 2024, "1", "ed", SpendingMetric::UsdBillion);
  add("a", 2023, "1.5");
  add("a", 2023, "58", "other", SpendingMetric::UsdBillion);
  const Table table = moneyGaps({pledge}, data());
  EXPECT_NEAR(numberOf(table.at(rowOf(table, "a", 2024), "gap")), 20, 1e-9);
  EXPECT_NEAR(numberOf(table.at(rowOf(table, "b", 2024), "gap")), -10, 1e-9);
  EXPECT_EQ(textOf(table.at(rowOf(table, "c", 2024), "no_figure")), QStringLiteral("share is 0"));
  EXPECT_TRUE(isMissing(table.at(rowOf(table, "a", 2023), "gap")));
  EXPECT_EQ(textOf(table.at(0, "basis")), QStringLiteral("usd_bn"));
}

TEST_F(MadeUp, AGroupIsWeightedOnlyWhereItsEconomyFollows) {
  // Economies of 4,000 and 2,000: 110 of 6,000 are 1.8333%.
  add("a", 2024, "1.5");
  add("a", 2024, "60", "ed", SpendingMetric::UsdBillion);
  add("b", 2024, "2.5");
  add("b", 2024, "50", "ed", SpendingMetric::UsdBillion);
  add("a", 2023, "1");
  add("b", 2023, "3");
  add("b", 2023, "48", "ed", SpendingMetric::UsdBillion);
  const Table table = groupShares({pledge}, data());
  const std::size_t row = yearRow(table, 2024);
  EXPECT_NEAR(numberOf(table.at(row, "mean")), 2, 1e-12);
  EXPECT_NEAR(numberOf(table.at(row, "weighted")), 11.0 / 6, 1e-9);
  const std::size_t partly = yearRow(table, 2023);
  EXPECT_NEAR(numberOf(table.at(partly, "mean")), 2, 1e-12);
  EXPECT_TRUE(isMissing(table.at(partly, "weighted")));
  EXPECT_EQ(count(table, partly, "with_spending"), 1);
}

TEST_F(MadeUp, RevisionsGoFromTheOldestEditionAndSayWhereTheDefinitionChanged) {
  addSource("e1", "2019");
  addSource("e2", "2024-06");
  addSource("e3", "2026-07-10?");
  add("a", 2018, "1.2", "e3");
  add("a", 2018, "1.1", "e1");
  add("a", 2018, "1.15", "e2");
  add("a", 2017, "9", "e1");
  definitions = {{"e2", QStringLiteral("defence")}, {"e3", QStringLiteral("core defence")}};
  const Table table = revisions({pledge}, 2018, data());
  ASSERT_EQ(table.rowCount(), 3u);
  EXPECT_EQ(textOf(table.at(0, "edition")), QStringLiteral("e1"));
  EXPECT_TRUE(isMissing(table.at(0, "change")));
  EXPECT_NEAR(numberOf(table.at(1, "change")), 0.05, 1e-12);
  EXPECT_FALSE(flagOf(table.at(1, "definition_changed"))) << "nobody knows what e1 counted";
  EXPECT_TRUE(flagOf(table.at(2, "definition_changed")));
}

TEST_F(MadeUp, BothConditionsAreOfOneEdition) {
  Pledge equipment = pledge;
  equipment.event.uid = EventUid("equipment");
  equipment.measuredBy = SpendingMetric::EquipmentSharePercent;
  equipment.unit = PledgeUnit::PercentOfDefence;
  equipment.target = *Decimal::parse("20");
  const std::vector<Pledge> all{pledge, equipment};
  ASSERT_EQ(equipmentPledge(pledge, all), &all[1]);
  add("a", 2024, "2.1");
  add("a", 2024, "19.9", "ed", SpendingMetric::EquipmentSharePercent);
  add("b", 2024, "1.9");
  add("b", 2024, "30", "elsewhere", SpendingMetric::EquipmentSharePercent);
  const Table table = twoConditions({pledge}, equipment, data());
  ASSERT_EQ(table.rowCount(), 1u);
  EXPECT_TRUE(flagOf(table.at(0, "meets_share")));
  EXPECT_FALSE(flagOf(table.at(0, "meets_equipment")));
}

TEST_F(MadeUp, GroupsAreChoicesOfStates) {
  const auto uids = [&](StateGroup group) {
    std::string text;
    for (const ActorUid& uid : statesOf(group, data()))
      text += uid.value;
    return text;
  };
  EXPECT_EQ(uids(StateGroup::Members), "");
  EXPECT_EQ(uids(StateGroup::EuropeAndCanada), "bc");
  EXPECT_EQ(uids(StateGroup::EasternFlank), "b");
}

TEST_F(MadeUp, TheLatestEditionIsNotTheOneOfTwoFigures) {
  addSource("note", "2026-01");
  addSource("table", "2025-01");
  add("a", 2024, "1", "table");
  add("b", 2024, "1", "table");
  add("c", 2024, "1", "table");
  add("a", 2025, "1", "note");
  const auto editions = editionsOf(figures, SpendingMetric::PercentOfGdp, sources);
  ASSERT_EQ(editions.size(), 2u);
  EXPECT_EQ(editions.front().source.value, "note") << "the newest first";
  EXPECT_EQ(latestEdition(editions).value, "table");
  add("b", 2025, "1", "note");
  EXPECT_EQ(latestEdition(editionsOf(figures, SpendingMetric::PercentOfGdp, sources)).value, "note");
}

}  // namespace
}  // namespace entente
