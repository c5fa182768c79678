// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of objects in JSON as tables of events.
#include "core/exchange/json_grid.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/exchange/foreign_file.h"

namespace entente {
namespace {

using ::testing::HasSubstr;

std::string cellsOf(const GridRow& row) {
  std::string cells = std::to_string(row.line) + ':';
  for (const GridCell& cell : row.cells)
    cells += cell.text + '|';
  return cells;
}

TEST(JsonGrid, MembersAreColumns) {
  const auto table = readJsonGrid(
      R"({"count": 2, "list": [{"year": 1990, "title": "a", "tags": ["x", 2], "at": {"lat": 1.5, "title": "c"}},
                               {}, {"title": "b", "ok": true, "none": null}]})");
  ASSERT_TRUE(table) << table.error().text();
  ASSERT_EQ(table->grid.rows.size(), 3U);
  EXPECT_EQ(cellsOf(table->grid.rows[0]), "1:at title|lat|ok|tags|title|year|");
  EXPECT_EQ(cellsOf(table->grid.rows[1]), "2:c|1.5||x; 2|a|1990|");
  EXPECT_EQ(cellsOf(table->grid.rows[2]), "4:||true||b|") << "an empty entry has no row, but its number";
}

TEST(JsonGrid, WhatIsNoListIsRefused) {
  for (const char* json : {"{\"a\": 1}", "[[1, 2]]", "[{\"a\": 1}, 2]", "{}"})
    EXPECT_THAT(readJsonGrid(json).error().message, HasSubstr("no list of objects")) << json;
  EXPECT_FALSE(readJsonGrid("[{\"a\": 1}"));
  const auto odd = readJsonGrid(R"([{"": "a\u0001b", "c\rd": 1}])");
  ASSERT_TRUE(odd);
  EXPECT_EQ(cellsOf(odd->grid.rows.at(0)) + cellsOf(odd->grid.rows.at(1)), "1:column 1|cd|2:ab|1|");
  const auto nothing = readJsonGrid("[{\"a\": null}]");
  ASSERT_TRUE(nothing);
  EXPECT_TRUE(nothing->grid.rows.empty());
  GridCaps caps;
  caps.rows = 2;
  EXPECT_THAT(readJsonGrid("[{\"a\": 1}, {\"a\": 2}]", caps).error().message,
              HasSubstr("more than 1 entries"));
}

TEST(JsonGrid, EventsInAListAreEventsAndNoWorks) {
  const auto read = readForeign(
      R"([{"year": 1990, "title": "Born", "description": "d"}, {"year": 1991, "title": "Grown"}])", {});
  ASSERT_TRUE(read) << read.error().text();
  EXPECT_EQ(read->format, ForeignFormat::Table);
  ASSERT_EQ(read->archive.events.size(), 2U);
  EXPECT_EQ(read->archive.events[0].title, QStringLiteral("Born"));
  EXPECT_EQ(read->archive.events[0].when->edtf(), "1990");
  EXPECT_EQ(read->archive.events[0].summary, QStringLiteral("d"));
  EXPECT_TRUE(read->archive.sources.empty());
}

}  // namespace
}  // namespace entente
