// SPDX-License-Identifier: GPL-3.0-or-later
// Each rule that rows keep together is broken once, and found at the row and column that break it.
#include "core/model/record_checks.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "core/base/check.h"

namespace entente {
namespace {

/// Appends a row; `cells` are pairs of a column's name and its text.
template <class R>
void add(Records& records, std::vector<std::pair<std::string_view, std::string_view>> cells) {
  const RecordTable<R>& table = recordTable<R>();
  R row;
  for (const auto& [name, text] : cells) {
    const auto column = std::ranges::find(table.columns, name, &Column<R>::name);
    check(column != table.columns.end() && column->set(row, text).empty(),
          "the test's own rows are well-formed");
  }
  (records.*table.rows).push_back(row);
}

Records goodRecords() {
  Records r;
  add<Source>(r, {{"uid", "s1"}, {"title", "A paper"}});
  add<Actor>(r, {{"uid", "a1"}, {"name", "A"}, {"country", "NLD"}});
  add<Actor>(r, {{"uid", "nato"}, {"name", "NATO"}});
  add<Place>(
      r, {{"uid", "p1"}, {"name", "Pole"}, {"latitude", "-90"}, {"longitude", "180.0"}, {"country", "XNT"}});
  add<Summit>(
      r, {{"uid", "su1"}, {"title", "S"}, {"place", "p1"}, {"documents", "s1"}, {"participants", "host:a1"}});
  add<Message>(r, {{"uid", "m1"}, {"title", "M"}, {"sender", "a1"}, {"sources", "s1"}});
  add<Stage>(r, {{"uid", "st1"}, {"message", "m1"}, {"stage", "sent"}});
  add<Pledge>(r, {{"uid", "pl1"}, {"title", "P"}, {"made_at", "su1"}, {"adherents", "a1;nato@2014"}});
  add<Spending>(r,
                {{"uid", "f1"}, {"actor", "a1"}, {"year", "2024"}, {"metric", "pct_gdp"}, {"source", "s1"}});
  add<Claim>(r, {{"uid", "c1"}, {"subject", "message:m1"}, {"field", "stage:sent"}, {"source", "s1"}});
  add<Claim>(r, {{"uid", "c2"},
                 {"subject", "message:m1"},
                 {"field", "stage:sent"},
                 {"source", "s1"},
                 {"agrees_with", "c1"}});
  add<Claim>(r,
             {{"uid", "c3"}, {"subject", "figure:a1/2024/pct_gdp"}, {"question", "why?"}, {"source", "s1"}});
  add<Pin>(r, {{"uid", "pin1"}, {"subject", "message:m1"}, {"field", "stage:sent"}, {"claim", "c1"}});
  add<Link>(r, {{"uid", "l1"}, {"from", "source:s1"}, {"to", "claim:c3"}});
  add<SavedView>(r, {{"uid", "v1"}, {"title", "V"}, {"state", "{\"version\":1}"}});
  return r;
}

std::vector<std::string> told(const Records& records, const std::set<TableId>& incomplete = {}) {
  std::vector<std::string> lines;
  for (const RecordProblem& p : checkRecords(records, incomplete))
    lines.push_back(fmt::format("{}[{}] {} {}: {}", tableName(p.table), p.row, p.uid, p.column, p.reason));
  return lines;
}

using Lines = std::vector<std::string>;

TEST(RecordChecks, GoodRecordsHaveNoProblems) {
  EXPECT_EQ(told(goodRecords()), Lines{});
}

TEST(RecordChecks, AUidStandsOnceInItsTable) {
  Records r = goodRecords();
  add<Actor>(r, {{"uid", "a1"}, {"name", "Again"}});
  add<Place>(r, {{"uid", "a1"}, {"name", "Another table is another matter"}});
  EXPECT_EQ(told(r), (Lines{"actors[2] a1 uid: the uid 'a1' is taken already in actors"}));
  EXPECT_EQ(checkRecords(r).front().first, (RowPlace{TableId::Actors, 0}));
}

TEST(RecordChecks, TheEventTablesShareTheirUids) {
  Records r = goodRecords();
  add<Period>(r, {{"uid", "m1"}, {"title", "T"}});
  add<Statement>(r, {{"uid", "m1"}, {"title", "T"}, {"speaker", "a1"}});
  EXPECT_EQ(told(r), (Lines{"statements[0] m1 uid: the uid 'm1' is taken already in messages",
                            "periods[0] m1 uid: the uid 'm1' is taken already in messages"}));
}

TEST(RecordChecks, EveryKindOfReferenceLeadsSomewhere) {
  Records r = goodRecords();
  add<Summit>(r, {{"uid", "su2"},
                  {"title", "S"},
                  {"place", "p9"},
                  {"documents", "s1;s8;s9"},
                  {"participants", "host:a9;guest:a1"},
                  {"sources", "s9"}});
  add<Pledge>(
      r,
      {{"uid", "pl2"}, {"title", "P"}, {"made_at", "m1"}, {"part_of", "su1"}, {"adherents", "eu@2014;a1"}});
  add<Claim>(
      r,
      {{"uid", "c4"}, {"subject", "summit:m1"}, {"question", "q"}, {"source", "s9"}, {"agrees_with", "c9"}});
  add<Link>(
      r,
      {{"uid", "l2"}, {"from", "figure:a1/2023/pct_gdp"}, {"to", "figure:a1/2024/usd_bn"}, {"source", "s1"}});
  add<Link>(r, {{"uid", "l3"}, {"from", "link:l2"}, {"to", "spending:f1"}});
  EXPECT_EQ(told(r), (Lines{"summits[1] su2 place: there is no 'p9' in places",
                            "summits[1] su2 documents: there is no 's8' in sources",
                            "summits[1] su2 documents: there is no 's9' in sources",
                            "summits[1] su2 participants: there is no 'a9' in actors",
                            "summits[1] su2 sources: there is no 's9' in sources",
                            "pledges[1] pl2 made_at: there is no 'm1' in summits",
                            "pledges[1] pl2 part_of: there is no 'su1' in pledges",
                            "pledges[1] pl2 adherents: there is no 'eu' in actors",
                            "claims[3] c4 subject: there is no 'm1' in summits",
                            "claims[3] c4 source: there is no 's9' in sources",
                            "claims[3] c4 agrees_with: there is no 'c9' in claims",
                            "links[1] l2 from: no row of spending is a figure 'a1/2023/pct_gdp'",
                            "links[1] l2 to: no row of spending is a figure 'a1/2024/usd_bn'"}));
}

TEST(RecordChecks, FiguresAreFoundWhateverTheOrderOfTheirRows) {
  Records r = goodRecords();
  for (const int year : {2031, 2007, 1999, 2050, 2012}) {
    for (const std::string_view metric : {"usd_bn", "pct_gdp"}) {
      const std::string uid = fmt::format("f-{}-{}", year, metric);
      const std::string figure = fmt::format("figure:a1/{}/{}", year, metric);
      add<Spending>(r, {{"uid", uid},
                        {"actor", "a1"},
                        {"year", std::to_string(year)},
                        {"metric", metric},
                        {"source", "s1"}});
      add<Link>(r, {{"uid", "l-" + uid}, {"from", figure}, {"to", "spending:" + uid}});
    }
  }
  EXPECT_EQ(told(r), Lines{});
}

TEST(RecordChecks, WhatATableMayLackIsNotMissed) {
  Records r = goodRecords();
  r.sources.clear();
  r.spending.clear();
  EXPECT_FALSE(told(r).empty());
  EXPECT_FALSE(told(r, {TableId::Sources}).empty());
  EXPECT_EQ(told(r, {TableId::Sources, TableId::Spending}), Lines{});
}

TEST(RecordChecks, AClaimHasAFieldOrAQuestion) {
  Records r = goodRecords();
  add<Claim>(r, {{"uid", "c4"}, {"subject", "message:m1"}, {"source", "s1"}});
  add<Claim>(
      r, {{"uid", "c5"}, {"subject", "message:m1"}, {"field", "text"}, {"question", "q"}, {"source", "s1"}});
  EXPECT_EQ(told(r), (Lines{"claims[3] c4 field: a claim needs a field or a question",
                            "claims[4] c5 question: a claim has a field or a question, not both"}));
}

TEST(RecordChecks, FieldsAreColumnsOfTheSubject) {
  Records r = goodRecords();
  add<Claim>(r, {{"uid", "c4"}, {"subject", "message:m1"}, {"field", "stage:lost"}, {"source", "s1"}});
  add<Claim>(r, {{"uid", "c5"}, {"subject", "summit:su1"}, {"field", "stage:sent"}, {"source", "s1"}});
  add<Claim>(r, {{"uid", "c6"}, {"subject", "summit:su1"}, {"field", "when"}, {"source", "s1"}});
  add<Claim>(r, {{"uid", "c7"}, {"subject", "message:m1"}, {"field", "when"}, {"source", "s1"}});
  add<Claim>(r, {{"uid", "c8"}, {"subject", "figure:a1/2024/pct_gdp"}, {"field", "value"}, {"source", "s1"}});
  add<Pin>(r, {{"uid", "pin2"}, {"subject", "pledge:pl1"}, {"field", "quote"}, {"claim", "c1"}});
  EXPECT_EQ(told(r), (Lines{"claims[3] c4 field: 'stage:lost' is not a field of a message",
                            "claims[4] c5 field: 'stage:sent' is not a field of a summit",
                            "claims[6] c7 field: 'when' is not a field of a message",
                            "pins[1] pin2 field: 'quote' is not a field of a pledge",
                            "pins[1] pin2 claim: 'c1' is a claim about something else"}));
}

TEST(RecordChecks, APinHasAFieldOrAQuestion) {
  Records r = goodRecords();
  add<Pin>(r, {{"uid", "pin2"}, {"subject", "message:m1"}, {"claim", "c1"}});
  add<Pin>(r, {{"uid", "pin3"},
               {"subject", "message:m1"},
               {"field", "stage:sent"},
               {"question", "q"},
               {"claim", "c1"}});
  add<Pin>(r,
           {{"uid", "pin4"}, {"subject", "figure:a1/2024/pct_gdp"}, {"question", "why?"}, {"claim", "c3"}});
  EXPECT_EQ(told(r), (Lines{"pins[1] pin2 field: a pin needs a field or a question",
                            "pins[2] pin3 question: a pin has a field or a question, not both",
                            "pins[2] pin3 claim: 'c1' is a claim about something else"}));
}

TEST(RecordChecks, APinIsOfAClaimAboutTheSame) {
  Records r = goodRecords();
  const auto pinning = [&r](std::string_view uid, std::string_view subject, std::string_view field,
                            std::string_view question, std::string_view claim) {
    add<Pin>(
        r, {{"uid", uid}, {"subject", subject}, {"field", field}, {"question", question}, {"claim", claim}});
  };
  pinning("pin2", "message:m1", "stage:received", "", "c1");
  pinning("pin3", "message:m1", "", "stage:sent", "c1");
  pinning("pin4", "summit:su1", "", "why?", "c3");
  pinning("pin5", "figure:a1/2024/pct_gdp", "", "why not?", "c3");
  pinning("pin6", "message:m1", "text", "", "c9");
  EXPECT_EQ(told(r), (Lines{"pins[1] pin2 claim: 'c1' is a claim about something else",
                            "pins[2] pin3 claim: 'c1' is a claim about something else",
                            "pins[3] pin4 claim: 'c3' is a claim about something else",
                            "pins[4] pin5 claim: 'c3' is a claim about something else",
                            "pins[5] pin6 claim: there is no 'c9' in claims"}));
}

TEST(RecordChecks, NothingIsPinnedTwice) {
  Records r = goodRecords();
  add<Pin>(r, {{"uid", "pin2"}, {"subject", "message:m1"}, {"field", "stage:sent"}, {"claim", "c2"}});
  for (const char* uid : {"pin3", "pin4"})
    add<Pin>(r, {{"uid", uid}, {"subject", "figure:a1/2024/pct_gdp"}, {"question", "why?"}, {"claim", "c3"}});
  EXPECT_EQ(told(r), (Lines{"pins[1] pin2 field: 'stage:sent' of message:m1 is pinned twice",
                            "pins[3] pin4 question: 'why?' of figure:a1/2024/pct_gdp is pinned twice"}));
}

TEST(RecordChecks, ClaimsAgreeAboutOneThing) {
  Records r = goodRecords();
  const auto agreeing = [&r](std::string_view uid, std::string_view subject, std::string_view field,
                             std::string_view question) {
    add<Claim>(r, {{"uid", uid},
                   {"subject", subject},
                   {"field", field},
                   {"question", question},
                   {"source", "s1"},
                   {"agrees_with", "c1"}});
  };
  agreeing("c4", "message:m1", "stage:received", "");
  agreeing("c5", "message:m1", "", "stage:sent");
  agreeing("c6", "summit:su1", "title", "");
  EXPECT_EQ(told(r), (Lines{"claims[3] c4 agrees_with: 'c1' is a claim about something else",
                            "claims[4] c5 agrees_with: 'c1' is a claim about something else",
                            "claims[5] c6 agrees_with: 'c1' is a claim about something else"}));
}

/// From each claim follow the chain as long as there are claims: on a circle is who meets himself again.
TEST(RecordChecks, CirclesOfAgreementAreThoseThatAWalkFinds) {
  std::mt19937 random(20250624);
  int circles = 0;
  for (int round = 0; round < 300; ++round) {
    const std::size_t count = 1 + random() % 12;
    std::vector<std::size_t> next(count);
    Records r = goodRecords();
    r.claims.clear();
    r.pins.clear();
    r.links.clear();
    for (std::size_t i = 0; i < count; ++i) {
      next[i] = random() % (2 * count);  // half of the claims agree with none
      add<Claim>(r, {{"uid", "c" + std::to_string(i)},
                     {"subject", "message:m1"},
                     {"question", "q"},
                     {"source", "s1"},
                     {"agrees_with", next[i] < count ? "c" + std::to_string(next[i]) : ""}});
    }
    Lines expected;
    for (std::size_t i = 0; i < count; ++i) {
      std::size_t at = i;
      std::size_t least = i;
      for (std::size_t step = 0; step < count && at < count; ++step) {
        at = next[at];
        least = std::min(least, at);
        if (at == i) break;
      }
      if (at != i || least != i) continue;  // not on a circle, or not its first row
      expected.push_back(
          fmt::format("claims[{0}] c{0} agrees_with: 'c{0}' agrees with itself in a circle", i));
    }
    circles += static_cast<int>(expected.size());
    ASSERT_EQ(told(r), expected) << "round " << round;
  }
  EXPECT_GT(circles, 50);
}

TEST(RecordChecks, PlacesCountriesAndViewsArePossible) {
  Records r = goodRecords();
  add<Place>(
      r, {{"uid", "p2"}, {"name", "P"}, {"latitude", "90.001"}, {"longitude", "-180.5"}, {"country", "nld"}});
  add<Actor>(r, {{"uid", "a2"}, {"name", "A"}, {"country", "NL"}});
  add<Actor>(r, {{"uid", "a3"}, {"name", "A"}, {"country", "N1D"}});
  add<SavedView>(r, {{"uid", "v2"}, {"title", "V"}, {"state", "[1]"}});
  add<SavedView>(r, {{"uid", "v3"}, {"title", "V"}, {"state", "{\"a\":}"}});
  const Lines lines = told(r);
  ASSERT_EQ(lines.size(), 7U);
  EXPECT_EQ(lines[0], "actors[2] a2 country: 'NL' is not a code of three capital letters");
  EXPECT_EQ(lines[1], "actors[3] a3 country: 'N1D' is not a code of three capital letters");
  EXPECT_EQ(lines[2], "places[1] p2 latitude: '90.001' is not between -90 and 90");
  EXPECT_EQ(lines[3], "places[1] p2 longitude: '-180.5' is not between -180 and 180");
  EXPECT_EQ(lines[4], "places[1] p2 country: 'nld' is not a code of three capital letters");
  EXPECT_EQ(lines[5], "views[1] v2 state: not a JSON object");
  EXPECT_TRUE(lines[6].starts_with("views[2] v3 state: not JSON: ")) << lines[6];
}

/// Random references into a small pool of uids, against a search through all rows.
TEST(RecordChecks, MissingReferencesAreThoseThatASearchMisses) {
  std::mt19937 random(7);
  const auto uid = [&random](std::string_view prefix) { return fmt::format("{}{}", prefix, random() % 8); };
  std::size_t missing = 0;
  for (int round = 0; round < 200; ++round) {
    Records r;
    for (int i = 0; i < 5; ++i)
      add<Actor>(r, {{"uid", uid("a")}, {"name", "A"}});
    for (int i = 0; i < 5; ++i)
      add<Office>(r, {{"uid", "o" + std::to_string(i)}, {"actor", uid("a")}, {"office", "O"}});
    for (int i = 0; i < 5; ++i)
      add<Link>(
          r, {{"uid", "l" + std::to_string(i)}, {"from", "actor:" + uid("a")}, {"to", "office:" + uid("o")}});
    const auto isActor = [&r](const Uid& u) {
      return std::ranges::any_of(r.actors, [&](const Actor& a) { return a.uid.value == u; });
    };
    const auto isOffice = [&r](const Uid& u) {
      return std::ranges::any_of(r.offices, [&](const Office& o) { return o.uid.value == u; });
    };
    Lines expected;
    for (std::size_t i = 0; i < r.actors.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (r.actors[i].uid != r.actors[j].uid) continue;
        expected.push_back(fmt::format("actors[{}] uid", i));
        break;
      }
    }
    for (std::size_t i = 0; i < r.offices.size(); ++i)
      if (!isActor(r.offices[i].actor.value)) expected.push_back(fmt::format("offices[{}] actor", i));
    for (std::size_t i = 0; i < r.links.size(); ++i) {
      if (!isActor(r.links[i].from.uid)) expected.push_back(fmt::format("links[{}] from", i));
      if (!isOffice(r.links[i].to.uid)) expected.push_back(fmt::format("links[{}] to", i));
    }
    Lines got;
    for (const RecordProblem& p : checkRecords(r))
      got.push_back(fmt::format("{}[{}] {}", tableName(p.table), p.row, p.column));
    ASSERT_EQ(got, expected) << "round " << round;
    missing += expected.size();
  }
  EXPECT_GT(missing, 500U);
}

}  // namespace
}  // namespace entente
