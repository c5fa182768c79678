// SPDX-License-Identifier: GPL-3.0-or-later
// Parted text as it comes: encodings, separators, quotes where they should not be, and what is refused.
#include "core/exchange/loose_grid.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stop_token>
#include <string>
#include <vector>

namespace entente {
namespace {

using namespace std::string_literals;
using ::testing::HasSubstr;
using Texts = std::vector<std::vector<std::string>>;

Texts textsOf(const TableGrid& grid) {
  Texts texts;
  for (const GridRow& row : grid.rows) {
    texts.emplace_back();
    for (const GridCell& cell : row.cells)
      texts.back().push_back(cell.text);
  }
  return texts;
}

Texts textsOf(std::string_view bytes) {
  const auto table = readLooseGrid(bytes);
  EXPECT_TRUE(table) << table.error().text();
  return table ? textsOf(table->grid) : Texts();
}

std::string refusal(std::string_view bytes, const GridOptions& options = {}) {
  const auto table = readLooseGrid(bytes, options);
  return table ? "read" : table.error().message;
}

TEST(LooseGrid, FindsTheSeparator) {
  const Texts expected{{"Date", "Event"}, {"1914", "War: begin, end; all"}, {"1918", "Peace"}};
  for (const char separator : {'\t', '|', '^'}) {
    const std::string s(1, separator);
    EXPECT_EQ(textsOf("Date" + s + "Event\n1914" + s + "War: begin, end; all\n1918" + s + "Peace\n"),
              expected);
  }
  EXPECT_EQ(
      textsOf("Date;Event\n1914;War, and more, and more\n1918;Peace, at last, at last\n"),
      (Texts{{"Date", "Event"}, {"1914", "War, and more, and more"}, {"1918", "Peace, at last, at last"}}));
  EXPECT_EQ(textsOf("a:b:c\n1:2:3\n4:5:6\n"), (Texts{{"a", "b", "c"}, {"1", "2", "3"}, {"4", "5", "6"}}));
}

TEST(LooseGrid, TakesTheSeparatorThatIsStated) {
  const auto table = readLooseGrid("sep=|\r\nDate|Event\r\n1914|a, b, c\r\n");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->separator, '|');
  EXPECT_EQ(textsOf(table->grid), (Texts{{"Date", "Event"}, {"1914", "a, b, c"}}));
  EXPECT_EQ(table->grid.rows[1].line, 3);
  EXPECT_EQ(table->grid.rows[1].cells[1].place, (TablePlace{3, 6}));
  GridOptions options;
  options.separator = ';';
  const auto told = readLooseGrid("a,b;c\n", options);
  ASSERT_TRUE(told);
  EXPECT_EQ(textsOf(told->grid), (Texts{{"a,b", "c"}}));
}

TEST(LooseGrid, AnyLineEnds) {
  const Texts expected{{"a", "b"}, {"1", "2"}, {"3", "4"}};
  EXPECT_EQ(textsOf("a,b\r1,2\r3,4\r"), expected);
  EXPECT_EQ(textsOf("a,b\r\n1,2\n3,4"), expected);
  EXPECT_EQ(textsOf("a,\"b\r\nc\"\r\n"), (Texts{{"a", "b\nc"}}));
}

TEST(LooseGrid, StrayQuotesAreText) {
  EXPECT_EQ(textsOf("a,b\nthe \"big\" one,x\n"), (Texts{{"a", "b"}, {"the \"big\" one", "x"}}));
  EXPECT_EQ(textsOf("a,b\n\"He said \"hello\" to me\",x\n"),
            (Texts{{"a", "b"}, {"He said \"hello\" to me", "x"}}));
  EXPECT_EQ(textsOf("a,b\n\"Title\" of it,x\n"), (Texts{{"a", "b"}, {"Title of it", "x"}}));
  EXPECT_EQ(textsOf("a,b\n\"says \"\"yes\"\"\",x\n"), (Texts{{"a", "b"}, {"says \"yes\"", "x"}}));
  EXPECT_EQ(textsOf("a,b\n\"says \\\"yes\\\", or\",x\n"), (Texts{{"a", "b"}, {"says \"yes\", or", "x"}}));
}

TEST(LooseGrid, AQuoteThatNeverClosesSwallowsNothing) {
  const auto table = readLooseGrid("a,b\n\"open,1\nc,2\nd,3\n");
  ASSERT_TRUE(table);
  EXPECT_EQ(textsOf(table->grid), (Texts{{"a", "b"}, {"\"open", "1"}, {"c", "2"}, {"d", "3"}}));
  ASSERT_EQ(table->remarks.size(), 1U);
  EXPECT_EQ(table->remarks[0].place.line, 2);
  EXPECT_EQ(textsOf("a,b\n\"open,1\nc,2\nd,\"3\"\ne,4\n"),
            (Texts{{"a", "b"}, {"\"open", "1"}, {"c", "2"}, {"d", "3"}, {"e", "4"}}));
}

TEST(LooseGrid, ManyQuotesThatNeverCloseSwallowNothing) {
  std::string bytes = "date,title\n";
  for (int i = 0; i < 20'000; ++i)
    bytes += "1914,\"ab\n";
  const auto table = readLooseGrid(bytes);
  ASSERT_TRUE(table);
  EXPECT_EQ(table->grid.rows.size(), 20'001U);
  std::string mixed = "a,b,c\n";
  for (int i = 0; i < 20'000; ++i)
    mixed += "1,\"a,\"b\n2,\"c,d\"\n";
  const auto rows = readLooseGrid(mixed);
  ASSERT_TRUE(rows);
  EXPECT_EQ(rows->grid.rows.size(), 40'001U);
}

TEST(LooseGrid, ReadsEncodings) {
  const Texts expected{{"Année", "Événement"}, {"1789", "à été"}};
  EXPECT_EQ(textsOf("\xEF\xBB\xBF"
                    "Année;Événement\n1789;à été\n"),
            expected);
  EXPECT_EQ(textsOf("Ann\xE9"
                    "e;\xC9v\xE9nement\n1789;\xE0 \xE9t\xE9\n"),
            expected);
  EXPECT_EQ(textsOf("Ann\x8E"
                    "e;\x83v\x8Enement\n1789;\x88 \x8Et\x8E\n"),
            expected);
  const std::u16string wide = u"\uFEFFAnnée;Événement\n1789;à été\n";
  std::string little;
  std::string big;
  for (const char16_t c : wide) {
    little += static_cast<char>(c & 0xFF);
    little += static_cast<char>(c >> 8);
    big += static_cast<char>(c >> 8);
    big += static_cast<char>(c & 0xFF);
  }
  EXPECT_EQ(textsOf(little), expected);
  EXPECT_EQ(textsOf(big), expected);
  EXPECT_EQ(textsOf(little.substr(2)), expected);
  EXPECT_EQ(textsOf("\xC4\xE0\xF2\xE0;\xD1\xEE\xE1\xFB\xF2\xE8\xE5\n1961;\xCF\xEE\xEB\xB8\xF2\n"),
            (Texts{{"Дата", "Событие"}, {"1961", "Полёт"}}));
}

TEST(LooseGrid, SaysWhatItDidToBytes) {
  // Mostly UTF-8: one byte is not.
  std::string bytes = "a,b\n";
  for (int i = 0; i < 40; ++i)
    bytes += "é,1\n";
  const auto table = readLooseGrid(bytes + "\xE9,2\n");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->encoding, TextEncoding::Utf8);
  ASSERT_EQ(table->remarks.size(), 1U);
  EXPECT_EQ(table->remarks[0].place.line, 42);
  EXPECT_EQ(table->grid.rows.back().cells[0].text, "\xEF\xBF\xBD");
  const auto zeros = readLooseGrid("a,b\nx\0y,1\n"s);
  ASSERT_TRUE(zeros);
  EXPECT_EQ(zeros->grid.rows[1].cells[0].text, "xy");
  EXPECT_THAT(zeros->remarks[0].text, HasSubstr("1 NUL"));
}

TEST(LooseGrid, RefusesOtherKindsWithASentence) {
  EXPECT_THAT(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 ..."), HasSubstr("save it as XLSX or CSV"));
  EXPECT_THAT(refusal("%PDF-1.7\n"), HasSubstr("PDF"));
  EXPECT_THAT(refusal("\x89PNG\r\n"), HasSubstr("picture"));
  EXPECT_THAT(refusal("{\"a\": 1}"), HasSubstr("JSON"));
  EXPECT_THAT(refusal("<?xml version=\"1.0\"?>"), HasSubstr("XML"));
  EXPECT_THAT(refusal("<!DOCTYPE html><html>"), HasSubstr("web page"));
  EXPECT_THAT(refusal(std::string(4'000, '\0')), HasSubstr("control characters"));
  EXPECT_THAT(refusal(std::string(4'000, '\x01')), HasSubstr("control characters"));
}

TEST(LooseGrid, KeepsWithinItsCaps) {
  EXPECT_EQ(refusal(std::string(2'000, ',') + "a\n"), "Line 1 has more than 1024 columns.");
  GridOptions options;
  options.caps.rows = 2;
  EXPECT_EQ(refusal("a,b\nc,d\ne,f\n", options), "The table has more than 2 rows.");
  options.caps.fileBytes = 3;
  EXPECT_EQ(refusal("a,b\n", options), "It has 4 bytes; a table may have 3.");
  // A cell of two megabytes is cut, and said to be.
  const auto table = readLooseGrid("a,b\n" + std::string(2'000'000, 'x') + ",1\n");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->grid.rows[1].cells[0].text.size(), std::size_t{1} << 20U);
  EXPECT_EQ(table->grid.rows[1].cells[1].text, "1");
  EXPECT_THAT(table->remarks.at(0).text, HasSubstr("cut"));
}

TEST(LooseGrid, StopsWhenAsked) {
  std::stop_source stop;
  stop.request_stop();
  const auto table = readLooseGrid("a,b\n", {}, {stop.get_token(), {}});
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().kind, ErrorKind::Cancelled);
}

}  // namespace
}  // namespace entente
