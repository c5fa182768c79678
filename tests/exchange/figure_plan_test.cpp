// SPDX-License-Identifier: GPL-3.0-or-later
// What an import puts: actors, source, figures and the definition, against what is there.
#include "core/exchange/figure_plan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "core/model/record_checks.h"

namespace entente {
namespace {

QString q(const char* text) {
  return QString::fromUtf8(text);
}

FigureImport import(std::string_view csv) {
  FigureOptions options;
  options.metric = SpendingMetric::PercentOfGdp;
  return readFigures(*readCsvGrid(csv), options);
}

FigureEdition edition() {
  FigureEdition made;
  made.title = q("Defence Expenditure 2014-2025");
  made.publisher = q("NATO");
  made.published = *FuzzyDate::parse("2025-08-28");
  made.reliability = Reliability::B;
  made.licence = q("free");
  made.definition = q("Payments for armed forces.");
  return made;
}

struct Putting {
  Records& records;
  template <class T>
  static void put(std::vector<T>& rows, const T& row) {
    const auto there = std::ranges::find(rows, row.uid, &T::uid);
    if (there == rows.end()) {
      rows.push_back(row);
    } else {
      *there = row;
    }
  }
  void operator()(const Source& row) const { put(records.sources, row); }
  void operator()(const Actor& row) const { put(records.actors, row); }
  void operator()(const Spending& row) const { put(records.spending, row); }
  void operator()(const Claim& row) const { put(records.claims, row); }
};

/// Plans and puts; the records hold together afterwards.
FigurePlan run(Records& records, std::string_view csv, const FigureEdition& of) {
  const auto plan =
      planFigures(import(csv), of, {records.actors, records.sources, records.spending, records.claims});
  EXPECT_TRUE(plan) << plan.error().text();
  if (!plan) return {};
  for (const auto& record : plan->records)
    std::visit(Putting{records}, record);
  EXPECT_TRUE(checkRecords(records).empty());
  return *plan;
}

constexpr const char* kTable = "Country,2024,2025e\nItaly,1.52,2.01\nNATO Total,2.71,2.76\nWorld,2.5,2.6\n";

TEST(FigurePlan, ANewEditionInAnEmptyArchive) {
  Records records;
  const FigurePlan plan = run(records, kTable, edition());
  EXPECT_EQ(plan.added, 6U);
  EXPECT_EQ(plan.states, 1U);
  EXPECT_EQ(plan.groups, 2U);
  EXPECT_EQ(plan.newActors, 3U);
  EXPECT_EQ(plan.firstYear, 2024);
  EXPECT_EQ(plan.lastYear, 2025);
  ASSERT_EQ(records.sources.size(), 1U);
  const Source& source = records.sources.front();
  EXPECT_EQ(source.uid.value, "nato-defence-expenditure-2014-2025-2025-08-28");
  EXPECT_EQ(source.kind, SourceKind::Dataset);
  EXPECT_EQ(source.note, q("Licence: free"));
  EXPECT_EQ(source.reliability, Reliability::B);
  EXPECT_FALSE(source.accessed);
  ASSERT_EQ(records.actors.size(), 3U);
  EXPECT_EQ(records.actors[0].uid.value, "state-ita");
  EXPECT_EQ(records.actors[0].kind, ActorKind::State);
  EXPECT_EQ(records.actors[0].country, q("ITA"));
  EXPECT_EQ(records.actors[1].uid.value, "nato-total");
  EXPECT_EQ(records.actors[1].kind, ActorKind::Group);
  EXPECT_EQ(records.actors[1].country, q("XNT"));
  EXPECT_EQ(records.actors[2].uid.value, "group-world");
  EXPECT_EQ(records.spending[1].uid.value,
            "fig-ita-2025-pct_gdp-nato-defence-expenditure-2014-2025-2025-08-28");
  EXPECT_EQ(records.spending[1].value.text, "2.01");
  EXPECT_TRUE(records.spending[1].estimate);
  EXPECT_EQ(records.spending[2].uid.value,
            "fig-xnt-2024-pct_gdp-nato-defence-expenditure-2014-2025-2025-08-28");
  ASSERT_EQ(records.claims.size(), 1U);
  EXPECT_EQ(records.claims[0].subject.text(), "source:" + source.uid.value);
  EXPECT_EQ(records.claims[0].question, q("definition of the figures"));
  EXPECT_EQ(records.claims[0].credibility, Credibility::Six);
}

TEST(FigurePlan, TheSameTableAgainChangesNothing) {
  Records records;
  run(records, kTable, edition());
  const Records before = records;
  const FigurePlan again = run(records, kTable, edition());
  EXPECT_EQ(again.unchanged, 6U);
  EXPECT_TRUE(again.records.empty());
  EXPECT_EQ(records, before);
}

TEST(FigurePlan, ACorrectedTableIsADifference) {
  Records records;
  run(records, kTable, edition());
  records.spending[0].note = q("kept");
  FigureEdition known;
  known.known = records.sources.front().uid;
  const FigurePlan plan =
      run(records, "Country,2024,2025,2026e\nItaly,1.53,2.01,2.2\nNATO Total,2.71,-,-\n", known);
  EXPECT_EQ(plan.added, 1U);
  EXPECT_EQ(plan.changed, 2U) << "1.52 is 1.53, and 2025 is no estimate any more";
  EXPECT_EQ(plan.unchanged, 1U);
  EXPECT_EQ(records.spending.size(), 7U);
  EXPECT_EQ(records.spending[0].value.text, "1.53");
  EXPECT_EQ(records.spending[0].note, q("kept"));
  EXPECT_EQ(records.sources.size(), 1U);
}

TEST(FigurePlan, AnotherEditionIsAnotherSource) {
  Records records;
  run(records, kTable, edition());
  FigureEdition later = edition();
  later.publisher = q("NATO, via somebody");
  later.title = q("NATO, via somebody: Defence Expenditure 2014-2025");
  run(records, kTable, later);
  later.url = q("https://example.org");
  run(records, kTable, later);
  EXPECT_EQ(records.sources.size(), 3U);
  EXPECT_EQ(records.spending.size(), 18U);
  EXPECT_EQ(records.sources[2].uid.value, records.sources[1].uid.value + "-2");
}

TEST(FigurePlan, ActorsThatAreThereAreTaken) {
  Records records;
  records.actors = {{ActorUid("italia"), q("Italia"), {}, ActorKind::State, q("ITA"), {}, {}},
                    {ActorUid("meloni"), q("Giorgia Meloni"), {}, ActorKind::Person, q("ITA"), {}, {}},
                    {ActorUid("alliance"), q("All of NATO"), {}, ActorKind::Group, q("XNT"), {}, {}},
                    {ActorUid("group-world"), q("A club"), {}, ActorKind::Organisation, {}, {}, {}}};
  run(records, kTable, edition());
  EXPECT_EQ(records.spending[0].actor.value, "italia");
  EXPECT_EQ(records.spending[2].actor.value, "alliance");
  EXPECT_EQ(records.spending[4].actor.value, "group-world-2") << "a uid that another kind of actor has";
  records.actors.push_back({ActorUid("state-ita"), q("Italy"), {}, ActorKind::State, q("ITA"), {}, {}});
  FigureEdition other = edition();
  other.title = q("Another");
  run(records, kTable, other);
  EXPECT_EQ(records.spending.back().source.value, "nato-another-2025-08-28");
  EXPECT_EQ(records.spending[6].actor.value, "state-ita");
}

TEST(FigurePlan, LongTitlesMakeUidsThatFit) {
  Records records;
  FigureEdition of = edition();
  of.title = QString(500, QLatin1Char('x'));
  run(records, kTable, of);
  EXPECT_LE(records.spending.front().uid.value.size(), kLongestUid);
  of.title = q("\u041D\u0410\u0422\u041E");
  of.publisher.clear();
  of.published.reset();
  EXPECT_EQ(run(records, kTable, of).source.value, "dataset");
}

TEST(FigurePlan, DefinitionsAreReplacedNotHeaped) {
  Records records;
  run(records, kTable, edition());
  FigureEdition of = edition();
  of.definition = q("Another wording.");
  const FigurePlan plan = run(records, kTable, of);
  EXPECT_EQ(plan.records.size(), 1U);
  ASSERT_EQ(records.claims.size(), 1U);
  EXPECT_EQ(records.claims[0].value, q("Another wording."));
}

TEST(FigurePlan, Refusals) {
  const Records none;
  const ArchiveRows rows{none.actors, none.sources, none.spending, none.claims};
  EXPECT_EQ(planFigures(import("Country,Year,Value\n"), edition(), rows).error().kind, ErrorKind::Invalid);
  FigureEdition of = edition();
  of.title = q("  ");
  EXPECT_EQ(planFigures(import(kTable), of, rows).error().kind, ErrorKind::Invalid);
  of.known = SourceUid("nowhere");
  EXPECT_EQ(planFigures(import(kTable), of, rows).error().kind, ErrorKind::NotFound);
  FigureOptions unsaid;
  EXPECT_EQ(planFigures(readFigures(*readCsvGrid(kTable), unsaid), edition(), rows).error().kind,
            ErrorKind::Invalid);
}

}  // namespace
}  // namespace entente
