// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as people keep them: CSV of any sort, XLSX, and what is refused before it costs anything.
#include "core/exchange/table_grid.h"

#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stop_token>
#include <string>
#include <vector>

#include "core/exchange/xlsx_grid.h"
#include "core/exchange/zip_parts.h"
#include "tests/support/temporary_folder.h"

namespace entente {
namespace {

using namespace std::string_literals;
using ::testing::HasSubstr;
using Texts = std::vector<std::vector<std::string>>;

const std::string kWorkbook = ENTENTE_SOURCE_DIR "/tests/data/exchange/nato_table.xlsx";

Texts textsOf(const TableGrid& grid) {
  Texts texts;
  for (const GridRow& row : grid.rows) {
    texts.emplace_back();
    for (const GridCell& cell : row.cells)
      texts.back().push_back(cell.text);
  }
  return texts;
}

Texts csv(std::string_view bytes) {
  const auto grid = readCsvGrid(bytes);
  EXPECT_TRUE(grid) << grid.error().text();
  return grid ? textsOf(*grid) : Texts();
}

std::string refusal(std::string_view bytes, const GridCaps& caps = {}) {
  const auto grid = readCsvGrid(bytes, caps);
  return grid ? "read" : grid.error().message;
}

TEST(CsvGrid, CommasSemicolonsAndTabs) {
  const Texts expected{{"Country", "2014", "2015"}, {"Italy", "1.1", "1.2"}};
  EXPECT_EQ(csv("Country,2014,2015\nItaly,1.1,1.2\n"), expected);
  EXPECT_EQ(csv("Country;2014;2015\r\nItaly;1.1;1.2\r\n"), expected);
  EXPECT_EQ(csv("Country\t2014\t2015\nItaly\t1.1\t1.2"), expected);
  EXPECT_EQ(csv("\xEF\xBB\xBF"
                "Country;2014;2015\nItaly;1.1;1.2\n"),
            expected);
}

TEST(CsvGrid, DecimalCommasDoNotPartCells) {
  EXPECT_EQ(csv("Country;2014;2015\nItaly;1,1;1,2\nSpain;2,1;2,2\n"),
            (Texts{{"Country", "2014", "2015"}, {"Italy", "1,1", "1,2"}, {"Spain", "2,1", "2,2"}}));
}

TEST(CsvGrid, QuotesSpacesAndEmptyEnds) {
  EXPECT_EQ(csv("a,b,c\n\" x \",\"1,5\",\n,,\n\xC2\xA0y,z,\"two\nlines\"\n"),
            (Texts{{"a", "b", "c"}, {"x", "1,5"}, {"y", "z", "two\nlines"}}));
}

TEST(CsvGrid, PlacesAreLineAndByte) {
  const auto grid = readCsvGrid("a;b\n\nc;d\n");
  ASSERT_TRUE(grid);
  ASSERT_EQ(grid->rows.size(), 2U);
  EXPECT_EQ(grid->rows[1].cells[1].place, (TablePlace{3, 3}));
}

TEST(CsvGrid, RowsThatCannotBeReadAreNamed) {
  const auto grid = readCsvGrid("a,b\nx,\xE9\ny,1\nz,\"open\n");
  ASSERT_TRUE(grid);
  EXPECT_EQ(textsOf(*grid), (Texts{{"a", "b"}, {"y", "1"}}));
  EXPECT_EQ(grid->problems, (std::vector<TableNote>{{{2, 3}, "the byte 0xE9 is not UTF-8"},
                                                    {{4, 3}, "the quote that opens here is never closed"}}));
}

TEST(CsvGrid, RefusesWhatIsNoText) {
  EXPECT_THAT(refusal("a,b\0c"s), HasSubstr("neither CSV nor XLSX"));
  EXPECT_THAT(refusal("\xFF\xFE"
                      "a\0"s),
              HasSubstr("UTF-16"));
}

TEST(CsvGrid, KeepsWithinItsCaps) {
  GridCaps caps;
  caps.rows = 2;
  EXPECT_EQ(refusal("a,b\nc,d\n", caps), "read");
  EXPECT_EQ(refusal("a,b\nc,d\ne,f\n", caps), "The table has more than 2 rows.");
  caps.cells = 3;
  EXPECT_EQ(refusal("a,b\nc,d\n", caps), "The table has more than 3 cells.");
  caps.columns = 2;
  // One line that is all cells: neither they nor what is wrong with them is kept.
  const std::string longLine = "\x01,";
  std::string line;
  for (int i = 0; i < 100'000; ++i)
    line += longLine;
  const auto grid = readCsvGrid(line, caps);
  ASSERT_TRUE(grid);
  EXPECT_TRUE(grid->rows.empty());
  EXPECT_EQ(grid->problems.size(), 1U);
}

TEST(TableFile, NamesTheFileInErrors) {
  const test::TemporaryFolder folder;
  const auto missing = readTableFile(folder / "none.csv");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind, ErrorKind::NotFound);
  EXPECT_EQ(readTableFile(folder.path()).error().kind, ErrorKind::Foreign);
  test::writeFile(folder / "large.csv", "0123456789");
  GridCaps caps;
  caps.fileBytes = 9;
  const auto large = readTableFile(folder / "large.csv", caps);
  ASSERT_FALSE(large);
  EXPECT_THAT(large.error().text(), HasSubstr("large.csv has 10 bytes; a file that is imported may have 9."));
  test::writeFile(folder / "zeros.csv", std::string(10, '\0'));
  EXPECT_THAT(readTableFile(folder / "zeros.csv").error().text(), HasSubstr("zeros.csv: It is neither"));
}

TEST(TableFile, StopsWhenAsked) {
  std::stop_source stop;
  stop.request_stop();
  EXPECT_EQ(readCsvGrid("a,b\n", {}, {stop.get_token(), {}}).error().kind, ErrorKind::Cancelled);
}

// Sheets 'Notes' and 'TABLE 3'; written by openpyxl (texts in their cells, absolute targets), with one text
// made a shared one of two runs with its reading, and the result of one formula put in.
TEST(Workbook, TextsNumbersAndResultsOfFormulas) {
  const auto sheets = readTableFile(kWorkbook);
  ASSERT_TRUE(sheets) << sheets.error().text();
  ASSERT_EQ(sheets->size(), 2U);
  EXPECT_EQ((*sheets)[0].name, "Notes");
  const TableGrid& table = (*sheets)[1];
  EXPECT_EQ(table.name, "TABLE 3");
  EXPECT_EQ(table.rows[2].line, 4);
  const Texts texts = textsOf(table);
  EXPECT_EQ(texts[2], (std::vector<std::string>{"", "", "2023", "2024e", "2025e"}));
  EXPECT_EQ(texts[5], (std::vector<std::string>{"", "Czech Republic", "1.37", "1.37", "2"}));
  EXPECT_EQ(texts[6], (std::vector<std::string>{"", "T\u00FCrkiye", "1.5", "1.87", "0.3"}));
  EXPECT_EQ(table.rows[5].cells[3].place, (TablePlace{7, 4}));
}

TEST(Workbook, EveryTruncationIsAnError) {
  const std::string whole = test::readFile(kWorkbook);
  ASSERT_GT(whole.size(), 4000U);
  for (std::size_t size = 4; size < whole.size(); size += 7)
    EXPECT_FALSE(readXlsxGrids(std::string_view(whole).substr(0, size))) << size;
}

TEST(Workbook, FlippedBytesNeverBreakThrough) {
  const std::string whole = test::readFile(kWorkbook);
  std::size_t refused = 0;
  for (std::size_t at = 0; at < whole.size(); at += 3) {
    std::string spoilt = whole;
    spoilt[at] = static_cast<char>(spoilt[at] ^ 0x55);
    refused += readXlsxGrids(spoilt) ? 0 : 1;
  }
  EXPECT_GT(refused, 100U);
}

TEST(Workbook, LargerUnpackedThanItMayBe) {
  const std::string whole = test::readFile(kWorkbook);
  GridCaps caps;
  caps.unpackedBytes = 10'000;
  const auto sheets = readXlsxGrids(whole, caps);
  ASSERT_FALSE(sheets);
  EXPECT_THAT(sheets.error().message, HasSubstr("a workbook may have 10000"));
}

TEST(Workbook, TheListOfContentsIsTheBound) {
  // The list says that the sheet has 100 bytes, which is less than it has.
  std::string lying = test::readFile(kWorkbook);
  const std::size_t name = lying.rfind("xl/worksheets/sheet2.xml");
  const std::size_t entry = lying.rfind("PK\x01\x02", name);
  lying.replace(entry + 24, 4, "\x64\0\0\0"s);
  const auto parts = ZipParts::open(lying, 1'000'000);
  ASSERT_TRUE(parts);
  EXPECT_FALSE(parts->read("xl/worksheets/sheet2.xml"));
  EXPECT_FALSE(readXlsxGrids(lying));
  // So it is where the list says that the packed part is larger than the file.
  lying.replace(entry + 20, 4, "\xFF\xFF\xFF\x7F");
  EXPECT_FALSE(readXlsxGrids(lying));
}

TEST(Workbook, KeepsWithinItsCaps) {
  const std::string whole = test::readFile(kWorkbook);
  const auto why = [&](auto set) {
    GridCaps caps;
    set(caps);
    const auto sheets = readXlsxGrids(whole, caps);
    return sheets ? "read" : sheets.error().text();
  };
  EXPECT_EQ(why([](GridCaps& caps) { caps.rows = 14; }), "sheet 'TABLE 3': It has more than 14 rows.");
  EXPECT_EQ(why([](GridCaps& caps) { caps.columns = 4; }), "sheet 'TABLE 3': It has more than 4 columns.");
  EXPECT_EQ(why([](GridCaps& caps) { caps.cells = 20; }), "sheet 'TABLE 3': It has more than 20 cells.");
  EXPECT_EQ(why([](GridCaps& caps) { caps.textBytes = 200; }),
            "sheet 'TABLE 3': Its texts have more than 200 bytes.");
  EXPECT_EQ(why([](GridCaps& caps) { caps.sheets = 1; }), "It has more than 1 sheets.");
  EXPECT_EQ(why([](GridCaps&) {}), "read");
}

/// CRC-32 as zip files have it.
std::uint32_t checksumOf(std::string_view bytes) {
  std::uint32_t sum = 0xFFFFFFFF;
  for (const char c : bytes) {
    sum ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit)
      sum = sum >> 1U ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~sum;
}

/// A zip file of one part that is not compressed.
std::string zipOf(const std::string& name, const std::string& content) {
  const auto number = [](std::size_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i)
      text += static_cast<char>(value >> static_cast<unsigned>(8 * i) & 0xFFU);
    return text;
  };
  const std::string middle = number(20, 2) + std::string(8, '\0') + number(checksumOf(content), 4) +
                             number(content.size(), 4) + number(content.size(), 4) + number(name.size(), 2) +
                             number(0, 2);
  const std::string local = "PK\x03\x04" + middle + name + content;
  const std::string entry = "PK\x01\x02" + number(20, 2) + middle + std::string(14, '\0') + name;
  return local + entry + "PK\x05\x06" + std::string(4, '\0') + number(1, 2) + number(1, 2) +
         number(entry.size(), 4) + number(local.size(), 4) + number(0, 2);
}

TEST(Workbook, AZipFileThatIsNone) {
  const std::string other = zipOf("readme.txt", "hello");
  const auto parts = ZipParts::open(other, 100);
  ASSERT_TRUE(parts) << parts.error().text();
  EXPECT_EQ(*parts->read("readme.txt"), "hello");
  std::string spoilt = other;
  spoilt[spoilt.find("hello")] = 'H';
  EXPECT_FALSE(ZipParts::open(spoilt, 100)->read("readme.txt"));
  EXPECT_EQ(readXlsxGrids(other).error().message, "It is a zip file, but no XLSX workbook.");
  EXPECT_EQ(readXlsxGrids(zipOf("xl/workbook.xml", "<workbook>")).error().kind, ErrorKind::Damaged);
  EXPECT_EQ(readXlsxGrids(zipOf("xl/workbook.xml", "<workbook/>")).error().message,
            "No sheet of the workbook holds anything.");
  EXPECT_EQ(readXlsxGrids("PK\x03\x04 and nothing more").error().kind, ErrorKind::Damaged);
}

}  // namespace
}  // namespace entente
