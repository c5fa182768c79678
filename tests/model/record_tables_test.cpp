// SPDX-License-Identifier: GPL-3.0-or-later
// The description of the tables: headers as the format has them; every column reads and writes its own member
// alone.
#include "core/model/record_tables.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/model/canonical_csv.h"

namespace entente {
namespace {

constexpr std::string_view kFormat[][2] = {
    {"properties", "uid,value"},
    {"sources",
     "uid,title,author,publisher,root,url,published,accessed,kind,language,reliability,known_from,note"},
    {"actors", "uid,name,short_name,kind,country,known_from,note"},
    {"places", "uid,name,country,latitude,longitude,known_from,note"},
    {"offices", "uid,actor,office,body,held,source,known_from,note"},
    {"accessions", "uid,organisation,state,date,source,known_from,note"},
    {"summits",
     "uid,title,short_title,when,place,series,number,host,status,summary,documents,participants,sources,tags,"
     "weight,"
     "known_from,note"},
    {"messages",
     "uid,title,short_title,sender,recipients,channel,language,text,summary,place,participants,sources,tags,"
     "weight,"
     "known_from,note"},
    {"stages", "uid,message,stage,when,zone,actor,where,source,known_from,note"},
    {"pledges",
     "uid,title,short_title,made_at,when,part_of,metric,measured_by,sense,target,unit,due,review,status,"
     "adherents,"
     "summary,place,participants,sources,tags,weight,known_from,note"},
    {"positions", "uid,pledge,actor,position,when,detail,source,known_from,note"},
    {"spending", "uid,actor,year,metric,value,estimate,source,known_from,note"},
    {"statements",
     "uid,title,short_title,speaker,when,form,medium,place,summary,quote,participants,sources,tags,weight,"
     "known_"
     "from,note"},
    {"periods", "uid,title,short_title,when,place,summary,participants,sources,tags,weight,known_from,note"},
    {"events", "uid,title,short_title,when,place,summary,participants,sources,tags,weight,known_from,note"},
    {"claims",
     "uid,subject,field,question,value,edtf,number,source,locator,quote,credibility,verdict,agrees_with,"
     "reason,"
     "known_from,recorded_at"},
    {"pins", "uid,subject,field,question,claim,reason,pinned_at"},
    {"links", "uid,from,relation,to,source,known_from,note"},
    {"views", "uid,title,position,state"},
    {"bulk_batches", "uid,title,source,imported_at,note"},
    {"bulk_events", "uid,batch,when,actor1,actor2,place,code,mentions,tone"}};

TEST(RecordTables, AreThoseOfTheFormat) {
  std::size_t number = 0;
  forEachTable([&](const auto& table) {
    ASSERT_LT(number, std::size(kFormat));
    EXPECT_EQ(static_cast<std::size_t>(table.id), number);
    EXPECT_EQ(table.name, kFormat[number][0]);
    EXPECT_EQ(tableName(table.id), kFormat[number][0]);
    EXPECT_EQ(csvHeader(table), std::string(kFormat[number][1]) + '\n');
    EXPECT_EQ(table.columns.front().type, CellType::OwnUid);
    ++number;
  });
  EXPECT_EQ(number, std::size(kFormat));
}

/// Texts that columns of the type take (some of them any) and texts that all of them refuse.
struct Samples {
  std::vector<std::string> good;
  std::vector<std::string> bad;
};

template <class Enum>
void addWords(std::vector<std::string>& all) {
  for (const std::string_view word : Words<Enum>::list)
    all.emplace_back(word);
}

std::vector<std::string> everyWord() {
  std::vector<std::string> all;
  addWords<ActorKind>(all);
  addWords<SourceKind>(all);
  addWords<SummitStatus>(all);
  addWords<Channel>(all);
  addWords<StageKind>(all);
  addWords<PledgeSense>(all);
  addWords<PledgeStatus>(all);
  addWords<PledgeUnit>(all);
  addWords<PositionKind>(all);
  addWords<SpendingMetric>(all);
  addWords<StatementForm>(all);
  addWords<Verdict>(all);
  addWords<Relation>(all);
  addWords<Reliability>(all);
  addWords<Credibility>(all);
  return all;
}

Samples samplesOf(CellType type) {
  switch (type) {
    case CellType::OwnUid:
      return {{"some-uid.1", "1844674407"}, {"a b", "é", std::string(121, 'x')}};
    case CellType::Text:
      return {{"Gr\u00F6\u00DFe, \"quoted\"\nsecond line \U0001F600"}, {}};
    case CellType::Integer:
      return {{"1", "7", "2024"}, {"x", "01", "+1", "1.0", " 1", "99999999999999999999"}};
    case CellType::Decimal:
      return {{"2.10", "-149.806"}, {"1e3", "1,5", "."}};
    case CellType::Date:
      return {{"2025-06-24", "2024-10-01/..", "2018-06?"}, {"yesterday", "2025-13", "2025-6-24"}};
    case CellType::Word:
      return {everyWord(), {"nonsense", "HELD"}};
    case CellType::Reference:
      return {{"some-uid.1"}, {"a b", "a;b", "kind:uid"}};
    case CellType::TypedReference:
      return {{"message:m-1", "figure:nld/2024/pct_gdp"}, {"m-1", "thing:m-1"}};
    case CellType::UidList:
      return {{"a", "a;b.2"}, {"a;", ";a", "a;;b", "a;a", "a, b"}};
    case CellType::ParticipantList:
      return {{"host:a", "host:a;guest:b"}, {"a", "host:", ":a", "sender:a", "host:a;"}};
    case CellType::AdherentList:
      return {{"a", "a;nato@2014-09-05"}, {"a@", "a@yesterday", "@2014", "a;"}};
  }
  return {};
}

/// The canonical text of every cell but one.
template <class R>
std::vector<std::string> othersThan(const Column<R>& left, const R& row) {
  std::vector<std::string> cells;
  for (const Column<R>& column : recordTable<R>().columns)
    if (&column != &left) cells.push_back(column.get(row));
  return cells;
}

template <class R>
void checkColumn(const Column<R>& column) {
  const Samples samples = samplesOf(column.type);
  int taken = 0;
  for (const std::string& text : samples.good) {
    R row;
    const R untouched = row;
    const auto before = othersThan(column, row);
    if (!column.set(row, text).empty()) continue;
    ++taken;
    EXPECT_EQ(column.get(row), text);
    EXPECT_EQ(othersThan(column, row), before) << "it wrote into another column";
    if (column.required) continue;
    EXPECT_EQ(column.set(row, ""), "");
    EXPECT_EQ(column.get(row), "");
    EXPECT_EQ(row, untouched) << "emptying leaves nothing behind";
  }
  EXPECT_GT(taken, 0) << "it takes none of the samples";
  for (const std::string& text : samples.bad) {
    R row;
    EXPECT_NE(column.set(row, text), "") << "it takes " << text;
  }
}

TEST(RecordTables, EveryColumnReadsWhatItWroteAndNothingElse) {
  forEachTable([](const auto& table) {
    for (const auto& column : table.columns) {
      SCOPED_TRACE(std::string(table.name) + "." + std::string(column.name));
      checkColumn(column);
    }
  });
}

TEST(RecordTables, TheDefaultWeightIsWrittenAsNothing) {
  const auto& columns = recordTable<Period>().columns;
  const auto weight = std::ranges::find(columns, std::string_view("weight"), &Column<Period>::name);
  Period period;
  EXPECT_EQ(weight->set(period, "5"), "");
  EXPECT_EQ(weight->get(period), "");
  EXPECT_EQ(weight->set(period, "0"), "");
  EXPECT_EQ(weight->get(period), "0");
}

TEST(RecordTables, ReferencesNameTheirTable) {
  forEachTable([](const auto& table) {
    for (const auto& column : table.columns) {
      const bool refers = column.type == CellType::Reference || column.type == CellType::UidList ||
                          column.type == CellType::ParticipantList || column.type == CellType::AdherentList;
      EXPECT_EQ(column.target.has_value(), refers) << table.name << "." << column.name;
    }
  });
}

TEST(RecordTables, ReferencesAreFoundInCells) {
  using Uids = std::vector<Uid>;
  EXPECT_EQ(uidsIn(CellType::Reference, "a"), (Uids{"a"}));
  EXPECT_EQ(uidsIn(CellType::Reference, ""), Uids{});
  EXPECT_EQ(uidsIn(CellType::UidList, "a;b"), (Uids{"a", "b"}));
  EXPECT_EQ(uidsIn(CellType::ParticipantList, "host:a;guest:b"), (Uids{"a", "b"}));
  EXPECT_EQ(uidsIn(CellType::AdherentList, "a;nato@2014"), (Uids{"a", "nato"}));
  EXPECT_EQ(uidsIn(CellType::Text, "a"), Uids{});
  EXPECT_EQ(typedReferencesIn(CellType::TypedReference, "claim:c").size(), 1U);
  EXPECT_TRUE(typedReferencesIn(CellType::TypedReference, "claim").empty());
  EXPECT_TRUE(typedReferencesIn(CellType::Text, "claim:c").empty());
}

TEST(RecordTables, KindsOfRecordsHaveTables) {
  for (std::size_t i = 0; i < Words<RecordKind>::list.size(); ++i) {
    const auto kind = static_cast<RecordKind>(i);
    if (kind == RecordKind::Figure) {
      EXPECT_FALSE(tableOf(kind).has_value());
      continue;
    }
    ASSERT_TRUE(tableOf(kind).has_value());
    const std::string name(tableName(*tableOf(kind)));
    EXPECT_TRUE(name == wordOf(kind) || name == std::string(wordOf(kind)) + 's') << name;
  }
  Spending row;
  row.actor.value = "state-nld";
  row.year = 2024;
  row.metric = SpendingMetric::UsdBillion;
  EXPECT_EQ(figureKey(row), "state-nld/2024/usd_bn");
}

}  // namespace
}  // namespace entente
