// SPDX-License-Identifier: GPL-3.0-or-later
// The canonical text of cells, rows and orders.
#include "core/model/canonical_csv.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace entente {
namespace {

TEST(CanonicalCsv, QuotesOnlyWhatNeedsIt) {
  const std::pair<const char*, const char*> cases[] = {{"", ""},
                                                       {"plain words", "plain words"},
                                                       {"a;b", "a;b"},
                                                       {"tab\there", "tab\there"},
                                                       {"a,b", "\"a,b\""},
                                                       {"say \"no\"", "\"say \"\"no\"\"\""},
                                                       {"two\nlines", "\"two\nlines\""},
                                                       {"old\rline", "\"old\rline\""},
                                                       {" before", "\" before\""},
                                                       {"after ", "\"after \""},
                                                       {"\"", "\"\"\"\""}};
  for (const auto& [cell, written] : cases) {
    std::string out = "x";
    appendCsvCell(out, cell);
    EXPECT_EQ(out, std::string("x") + written);
  }
}

TEST(CanonicalCsv, WritesARowInTheOrderOfItsColumns) {
  Place place;
  place.uid.value = "here";
  place.name = QStringLiteral("Here, there");
  place.longitude = *Decimal::parse("4.30");
  std::string out = csvHeader(recordTable<Place>());
  appendCsvRow(out, recordTable<Place>(), place);
  EXPECT_EQ(out, "uid,name,country,latitude,longitude,known_from,note\nhere,\"Here, there\",,,4.30,,\n");
}

TEST(CanonicalCsv, SortsByTheBytesOfUids) {
  Records records;
  for (const char* uid : {"b", "a.1", "B", "a-1", "a", "_"}) {
    records.actors.emplace_back();
    records.actors.back().uid.value = uid;
  }
  for (const std::int64_t key : {9, 10, 100}) {
    records.bulkEvents.emplace_back();
    records.bulkEvents.back().key = key;
  }
  sortCanonically(records);
  std::string order;
  for (const Actor& actor : records.actors)
    order += actor.uid.value + ' ';
  for (const BulkEvent& event : records.bulkEvents)
    order += std::to_string(event.key) + ' ';
  EXPECT_EQ(order, "B _ a a-1 a.1 b 10 100 9 ");
}

}  // namespace
}  // namespace entente
