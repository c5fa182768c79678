// SPDX-License-Identifier: GPL-3.0-or-later
// Spending series: editions, lines and the choice of states, on the built-in figures and on made-up ones.
#include "core/analysis/spending_series.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "core/analysis/adherents.h"
#include "tests/analysis/built_in.h"

namespace entente {
namespace {

using test::builtIn;
using test::builtInPledge;

Spending figure(const char* actor, int year, const char* value, const char* source = "ed",
                const char* uid = "") {
  Spending made;
  made.uid = SpendingUid(*uid ? std::string(uid) : std::string(actor) + std::to_string(year) + source);
  made.actor = ActorUid(actor);
  made.year = year;
  made.value = *Decimal::parse(value);
  made.source = SourceUid(source);
  return made;
}

std::vector<SpendingSeries> seriesOf(const std::vector<Spending>& figures) {
  return spendingSeries(figures, SpendingMetric::PercentOfGdp, SourceUid("ed"));
}

std::vector<ActorUid> actors(std::initializer_list<const char*> uids) {
  std::vector<ActorUid> list;
  for (const char* uid : uids)
    list.emplace_back(uid);
  return list;
}

/// "aaa bbb"
std::string joined(const std::vector<ActorUid>& uids) {
  std::string text;
  for (const ActorUid& uid : uids)
    text += (text.empty() ? "" : " ") + uid.value;
  return text;
}

/// NATO members at the end of 2024.
std::vector<ActorUid> natoOf2024() {
  Pledge pledge;
  pledge.adherents = {{ActorUid("nato"), *FuzzyDate::parse("2024-12-31")}};
  std::vector<ActorUid> states;
  for (const BoundActor& bound : adherentsOf(pledge, builtIn().accessions))
    states.push_back(bound.actor);
  return states;
}

struct Compliance {
  int states = 0;
  int reached = 0;
  bool operator==(const Compliance&) const = default;
};

Compliance twoPercentIn2024(const char* edition) {
  const auto members = natoOf2024();
  Compliance counted;
  for (const SpendingSeries& series :
       spendingSeries(builtIn().spending, SpendingMetric::PercentOfGdp, SourceUid(edition))) {
    const SpendingPoint* point = series.at(2024);
    if (!point || std::ranges::find(members, series.actor) == members.end()) continue;
    ++counted.states;
    if (point->value.value >= 2) ++counted.reached;
  }
  return counted;
}

TEST(BuiltInSpending, TwoPercentIn2024ByEdition) {
  EXPECT_EQ(twoPercentIn2024("nato-defexp-2025-ugent"), (Compliance{31, 18}));
  EXPECT_EQ(twoPercentIn2024("nato-defexp-2026-medina"), (Compliance{31, 17}));
}

TEST(BuiltInSpending, EditionsNewestFirst) {
  const auto editions = editionsOf(builtIn().spending, SpendingMetric::PercentOfGdp, builtIn().sources);
  ASSERT_GE(editions.size(), 3U);
  EXPECT_EQ(editions[0], (Edition{SourceUid("nato-defexp-2026-medina"), 429, 33, 2014, 2026}));
  EXPECT_EQ(editions[1], (Edition{SourceUid("nato-defexp-2025-ugent"), 371, 31, 2014, 2025}));
  std::size_t figures = 0;
  for (const Edition& edition : editions)
    figures += edition.figures;
  EXPECT_EQ(static_cast<std::ptrdiff_t>(figures),
            std::ranges::count(builtIn().spending, SpendingMetric::PercentOfGdp, &Spending::metric));
}

TEST(BuiltInSpending, StatesToCompareForTheHague) {
  const auto series =
      spendingSeries(builtIn().spending, SpendingMetric::PercentOfGdp, SourceUid("nato-defexp-2026-medina"));
  const auto sizes =
      spendingSeries(builtIn().spending, SpendingMetric::UsdBillion, SourceUid("nato-defexp-2019-passport"));
  std::vector<ActorUid> members;
  for (const BoundActor& bound : adherentsOf(builtInPledge("pl-2025-hague-3.5"), builtIn().accessions))
    members.push_back(bound.actor);
  const auto chosen = statesToCompare(series, members, actors({"state-esp"}), sizes, 6);
  EXPECT_LE(chosen.size(), 6U);
  EXPECT_TRUE(std::ranges::find(chosen, ActorUid("state-esp")) != chosen.end()) << joined(chosen);
  EXPECT_TRUE(std::ranges::find(chosen, ActorUid("state-usa")) != chosen.end()) << joined(chosen);
  for (const ActorUid& actor : chosen)
    EXPECT_TRUE(std::ranges::find(members, actor) != members.end()) << actor.value;
}

TEST(Editions, EqualYearsByFiguresThenUid) {
  const auto editions =
      editionsOf({figure("a", 2020, "1", "z"), figure("a", 2020, "1", "y"), figure("a", 2020, "1", "x"),
                  figure("b", 2020, "1", "x"), figure("a", 2021, "1", "w")},
                 SpendingMetric::PercentOfGdp, {});
  std::string order;
  for (const Edition& edition : editions)
    order += edition.source.value;
  EXPECT_EQ(order, "wxyz");
  EXPECT_TRUE(editionsOf({figure("a", 2020, "1")}, SpendingMetric::UsdBillion, {}).empty());
}

TEST(SpendingSeries, AMissingYearIsNotThere) {
  const auto series = seriesOf({figure("b", 2022, "1.5"), figure("b", 2020, "1.25"), figure("a", 2021, "2"),
                                figure("c", 2021, "2", "another")});
  ASSERT_EQ(series.size(), 2U);
  EXPECT_EQ(series[0].actor, ActorUid("a"));
  EXPECT_EQ(series[1].points.size(), 2U);
  EXPECT_EQ(series[1].at(2021), nullptr);
  EXPECT_EQ(series[1].at(2019), nullptr);
  EXPECT_EQ(series[1].at(2023), nullptr);
  EXPECT_EQ(series[1].at(2020)->value.text, "1.25");
  EXPECT_EQ(series[1].at(2022)->value.text, "1.5");
}

TEST(SpendingSeries, OfTwoFiguresOfAYearTheSmallerUid) {
  std::vector<Spending> figures{figure("a", 2020, "3", "ed", "u3"), figure("a", 2020, "1", "ed", "u1"),
                                figure("a", 2020, "2", "ed", "u2")};
  do {
    const auto series = seriesOf(figures);
    ASSERT_EQ(series.size(), 1U);
    ASSERT_EQ(series[0].points.size(), 1U);
    EXPECT_EQ(series[0].points[0].value.text, "1");
  } while (std::ranges::next_permutation(figures, {}, &Spending::uid).found);
}

TEST(StatesToCompare, ExtremesConcernedAndSpenders) {
  const auto series =
      seriesOf({figure("a", 2024, "4"), figure("b", 2024, "3"), figure("c", 2024, "2"),
                figure("d", 2024, "1.5"), figure("e", 2024, "1"), figure("total", 2024, "9")});
  const auto sizes = seriesOf({figure("b", 2020, "900"), figure("d", 2020, "80"), figure("e", 2020, "7"),
                               figure("total", 2020, "990")});
  const auto among = actors({"e", "d", "c", "b", "a"});
  EXPECT_EQ(joined(statesToCompare(series, among, actors({"c"}), sizes, 10)), "a b c d e");
  EXPECT_EQ(joined(statesToCompare(series, among, actors({"c"}), sizes, 3)), "a c e");
  EXPECT_EQ(joined(statesToCompare(series, among, {}, sizes, 10)), "a b d e");
  EXPECT_EQ(joined(statesToCompare(series, among, {}, {}, 10)), "a e");
  EXPECT_EQ(joined(statesToCompare(series, among, actors({"total", "nobody"}), {}, 10)), "a e");
  EXPECT_EQ(joined(statesToCompare(series, among, {}, {}, 1)), "a");
  EXPECT_EQ(joined(statesToCompare(series, among, {}, {}, 0)), "");
  EXPECT_EQ(joined(statesToCompare(series, {}, actors({"c"}), sizes, 10)), "");
  EXPECT_EQ(joined(statesToCompare({}, among, actors({"c"}), sizes, 10)), "");
}

TEST(StatesToCompare, ByTheLastYearThatMostHave) {
  // One state alone has 2025; who has no figure of 2024 stands last.
  const auto series = seriesOf({figure("a", 2023, "9"), figure("a", 2024, "1"), figure("b", 2024, "3"),
                                figure("c", 2024, "2"), figure("c", 2025, "8"), figure("d", 2023, "7")});
  const auto among = actors({"a", "b", "c", "d"});
  EXPECT_EQ(joined(statesToCompare(series, among, actors({"d"}), {}, 10)), "b a d");
}

TEST(StatesToCompare, MoreThanHalfIsMost) {
  // All three have 2023, two have 2024.
  const auto series = seriesOf({figure("a", 2023, "9"), figure("a", 2024, "1"), figure("b", 2023, "5"),
                                figure("b", 2024, "3"), figure("c", 2023, "7")});
  EXPECT_EQ(joined(statesToCompare(series, actors({"a", "b", "c"}), {}, {}, 10)), "b a");
}

TEST(StatesToCompare, WithoutAMajorityTheLastOfTheFullestYears) {
  const auto series = seriesOf({figure("a", 2020, "9"), figure("b", 2021, "1"), figure("c", 2019, "5")});
  EXPECT_EQ(joined(statesToCompare(series, actors({"a", "b", "c"}), {}, {}, 10)), "b");
}

TEST(StatesToCompare, OrderDoesNotMatter) {
  auto series =
      spendingSeries(builtIn().spending, SpendingMetric::PercentOfGdp, SourceUid("nato-defexp-2025-ugent"));
  auto sizes =
      spendingSeries(builtIn().spending, SpendingMetric::UsdBillion, SourceUid("nato-defexp-2019-passport"));
  auto among = natoOf2024();
  const auto before = statesToCompare(series, among, actors({"state-esp"}), sizes, 6);
  std::mt19937 random(3);
  for (int round = 0; round < 20; ++round) {
    std::ranges::shuffle(series, random);
    std::ranges::shuffle(sizes, random);
    std::ranges::shuffle(among, random);
    ASSERT_EQ(joined(statesToCompare(series, among, actors({"state-esp"}), sizes, 6)), joined(before));
  }
}

}  // namespace
}  // namespace entente
