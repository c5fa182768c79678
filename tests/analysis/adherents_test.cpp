// SPDX-License-Identifier: GPL-3.0-or-later
// Adherents: NATO on three days in the built-in archive, and vague days of accession and pledge.
#include "core/analysis/adherents.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "tests/analysis/built_in.h"

namespace entente {

void PrintTo(const BoundActor& bound, std::ostream* stream) {
  *stream << bound.actor.value << " through '" << bound.through.value << "' certainty "
          << static_cast<int>(bound.certainty);
}

namespace {

using test::builtIn;
using test::builtInPledge;

Accession accession(const char* state, const char* when, const char* organisation = "club") {
  Accession made;
  made.uid = AccessionUid(std::string(organisation) + "-" + state);
  made.organisation = ActorUid(organisation);
  made.state = ActorUid(state);
  if (*when) made.date = *FuzzyDate::parse(when);
  return made;
}

Adherent members(const char* organisation, const char* day) {
  return {ActorUid(organisation), *FuzzyDate::parse(day)};
}

Pledge pledgeOf(std::vector<Adherent> adherents) {
  Pledge pledge;
  pledge.adherents = std::move(adherents);
  return pledge;
}

BoundActor bound(const char* actor, const char* through, Certainty certainty = Certainty::Certain) {
  return {ActorUid(actor), ActorUid(through), certainty};
}

/// The one state of "club" on that day, in words.
std::string standing(const char* acceded, const char* day) {
  const auto found = adherentsOf(pledgeOf({members("club", day)}), {accession("x", acceded)});
  if (found.empty()) return "no member";
  return found.front().certainty == Certainty::Certain ? "member" : "possible";
}

bool has(const std::vector<BoundActor>& all, const char* actor) {
  return std::ranges::find(all, ActorUid(actor), &BoundActor::actor) != all.end();
}

TEST(Adherents, NatoGrowsFromPledgeToPledge) {
  const auto wales = adherentsOf(builtInPledge("pl-2014-wales-2"), builtIn().accessions);
  const auto vilnius = adherentsOf(builtInPledge("pl-2023-vilnius-2"), builtIn().accessions);
  const auto hague = adherentsOf(builtInPledge("pl-2025-hague-5"), builtIn().accessions);
  EXPECT_EQ(wales.size(), 28U);
  EXPECT_EQ(vilnius.size(), 31U);
  EXPECT_EQ(hague.size(), 32U);
  EXPECT_FALSE(has(wales, "state-fin"));
  EXPECT_TRUE(has(vilnius, "state-fin"));
  EXPECT_FALSE(has(vilnius, "state-swe"));
  EXPECT_TRUE(has(hague, "state-swe"));
  for (const auto& all : {wales, vilnius, hague}) {
    EXPECT_TRUE(std::ranges::is_sorted(all, {}, &BoundActor::actor));
    for (const BoundActor& one : all) {
      EXPECT_EQ(one.through, ActorUid("nato"));
      EXPECT_EQ(one.certainty, Certainty::Certain) << one.actor.value;
    }
  }
}

TEST(Adherents, AnOrganisationWithoutAccessionsStaysItself) {
  EXPECT_EQ(adherentsOf(builtInPledge("pl-2025-rearm-800"), builtIn().accessions),
            (std::vector{bound("eu", "")}));
}

TEST(Adherents, BeforeTheFirstAccessionNobodyIsBound) {
  EXPECT_TRUE(adherentsOf(pledgeOf({members("club", "1948")}), {accession("x", "1949-04-04")}).empty());
}

TEST(Adherents, TheDayOfAccessionCounts) {
  EXPECT_EQ(standing("2023-04-04", "2023-04-03"), "no member");
  EXPECT_EQ(standing("2023-04-04", "2023-04-04"), "member");
  EXPECT_EQ(standing("2023-04-04T18:00Z", "2023-04-04"), "member");
  EXPECT_EQ(standing("2023-04-04T18:00Z", "2023-04-04T09:00Z"), "member");
  EXPECT_EQ(standing("2023-04-04", "2023-04-05"), "member");
}

TEST(Adherents, VagueDaysArePossible) {
  EXPECT_EQ(standing("2023-04", "2023-04-04"), "possible");
  EXPECT_EQ(standing("2023-04", "2023-04-30"), "member");
  EXPECT_EQ(standing("2023-04", "2023-03-31"), "no member");
  EXPECT_EQ(standing("2023-04-04", "2023"), "possible");
  EXPECT_EQ(standing("2022-12-31", "2023"), "member");
  EXPECT_EQ(standing("2023-01-01", "2023"), "member");
  EXPECT_EQ(standing("2024-01-01", "2023"), "no member");
  EXPECT_EQ(standing("", "2023"), "possible");
  EXPECT_EQ(standing("../2020", "2023"), "possible");
  EXPECT_EQ(standing("1990/..", "2023"), "member");
  EXPECT_EQ(standing("1990/2000", "2023"), "possible");
  // In Kiribati the day began 14 hours earlier.
  EXPECT_EQ(standing("2023-04-05T01:00", "2023-04-04"), "possible");
}

TEST(Adherents, NamedItselfAndThroughAnOrganisationIsOnce) {
  const std::vector<Accession> accessions{accession("x", "2000"), accession("y", "", "club"),
                                          accession("y", "1990", "guild")};
  const auto all = adherentsOf(
      pledgeOf({{ActorUid("x"), {}}, members("club", "2023"), members("guild", "2023")}), accessions);
  EXPECT_EQ(all, (std::vector{bound("x", ""), bound("y", "guild")}));
}

TEST(Adherents, OrderDoesNotMatter) {
  std::vector<Accession> accessions = builtIn().accessions;
  accessions.push_back(accession("state-fin", "2000", "club"));
  Pledge pledge = pledgeOf({members("nato", "2023-07-11"), members("club", "2023"), {ActorUid("eu"), {}}});
  const auto before = adherentsOf(pledge, accessions);
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::ranges::shuffle(accessions, random);
    std::ranges::shuffle(pledge.adherents, random);
    ASSERT_EQ(adherentsOf(pledge, accessions), before);
  }
}

}  // namespace
}  // namespace entente
