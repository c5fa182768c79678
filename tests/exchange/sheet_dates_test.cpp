// SPDX-License-Identifier: GPL-3.0-or-later
// Day numbers and number formats; XLSX and ODS cells that hold dates; workbooks that are traps.
#include "core/exchange/sheet_dates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/exchange/loose_grid.h"
#include "tests/exchange/stored_zip.h"

namespace entente {
namespace {

using ::testing::HasSubstr;
using Texts = std::vector<std::vector<std::string>>;

std::string shown(double number, std::string_view code, bool from1904 = false) {
  return sheetDate(number, dateFormatOf(code), from1904).value_or("number");
}

Texts textsOf(const std::string& bytes) {
  const auto tables = readTables(bytes);
  EXPECT_TRUE(tables) << tables.error().text();
  Texts texts;
  if (!tables) return texts;
  for (const GridRow& row : tables->front().grid.rows) {
    texts.emplace_back();
    for (const GridCell& cell : row.cells)
      texts.back().push_back(cell.text);
  }
  return texts;
}

std::string refusal(const std::string& bytes) {
  const auto tables = readTables(bytes);
  return tables ? "read" : tables.error().message;
}

TEST(SheetDates, ShowWhatTheFormatShows) {
  EXPECT_EQ(shown(41762, "dd\\.mm\\.yyyy"), "2014-05-03");
  EXPECT_EQ(shown(41762, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"), "2014-05-03");
  EXPECT_EQ(shown(41762, "mmmm yyyy"), "2014-05");
  EXPECT_EQ(shown(41762, "yyyy"), "2014");
  EXPECT_EQ(shown(41762, "d\\-mmm"), "3 May");
  EXPECT_EQ(shown(41762.604166666664, "yyyy\\-mm\\-dd hh:mm"), "2014-05-03T14:30:00");
  EXPECT_EQ(shown(0.604166666664, "h:mm AM/PM"), "14:30");
  EXPECT_EQ(shown(1.5, "[h]:mm"), "36:00");
  EXPECT_EQ(shown(41762, "0.00"), "number");
  EXPECT_EQ(shown(41762, "General"), "number");
  EXPECT_EQ(shown(41762, "0.00E+00"), "number");
  EXPECT_EQ(shown(41762, "#,##0.00\\ \"days\""), "number");
  EXPECT_EQ(shown(-3, "yyyy-mm-dd"), "number");
}

TEST(SheetDates, TheFalseDayOf1900AndTheSystemOf1904) {
  EXPECT_EQ(shown(1, "yyyy-mm-dd"), "1900-01-01");
  EXPECT_EQ(shown(59, "yyyy-mm-dd"), "1900-02-28");
  EXPECT_EQ(shown(60, "yyyy-mm-dd"), "1900-02-29");
  EXPECT_EQ(shown(61, "yyyy-mm-dd"), "1900-03-01");
  EXPECT_EQ(shown(0, "yyyy-mm-dd", true), "1904-01-01");
  EXPECT_EQ(shown(40300, "yyyy-mm-dd", true), "2014-05-03");
  EXPECT_EQ(shown(2958465, "yyyy-mm-dd"), "9999-12-31");
  EXPECT_EQ(shown(2958466, "yyyy-mm-dd"), "number");
}

TEST(SheetDates, FormatsThatEveryWorkbookHas) {
  EXPECT_EQ(sheetDate(41762, builtInDateFormat(14), false), "2014-05-03");
  EXPECT_EQ(sheetDate(41762, builtInDateFormat(16), false), "3 May");
  EXPECT_EQ(sheetDate(41762, builtInDateFormat(17), false), "2014-05");
  EXPECT_EQ(sheetDate(41762.5, builtInDateFormat(22), false), "2014-05-03T12:00:00");
  EXPECT_EQ(sheetDate(41762, builtInDateFormat(0), false), std::nullopt);
  EXPECT_EQ(sheetDate(41762, builtInDateFormat(2), false), std::nullopt);
}

TEST(SheetDates, CellsOfXlsx) {
  const std::string styles =
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"mmm\\ yyyy\"/></numFmts><cellStyleXfs><xf "
      "numFmtId=\"14\"/>"
      "</cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs>";
  const std::string rows =
      "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>2014</v></c><c r=\"B1\" s=\"1\"><v>41762</v></c>"
      "<c r=\"C1\" s=\"2\"><v>41762</v></c><c r=\"D1\" t=\"inlineStr\"><is><t>a_x000D_\nb</t></is></c></row>";
  EXPECT_EQ(textsOf(test::smallXlsx(rows, styles)), (Texts{{"2014", "2014-05-03", "2014-05", "a\nb"}}));
  EXPECT_EQ(textsOf(test::smallXlsx(rows, styles, true)), (Texts{{"2014", "2018-05-04", "2018-05", "a\nb"}}));
}

TEST(SheetDates, CellsOfOds) {
  const std::string styles =
      "<number:date-style style:name=\"N1\"><number:month/><number:text> </number:text><number:year/>"
      "</number:date-style><style:style style:name=\"ce1\" style:data-style-name=\"N1\"/>";
  const std::string table =
      "<table:table table:name=\"One\"><table:table-row>"
      "<table:table-cell office:value-type=\"date\" "
      "office:date-value=\"2014-05-03\"><text:p>3.5.14</text:p></table:table-cell>"
      "<table:table-cell table:style-name=\"ce1\" office:value-type=\"date\" "
      "office:date-value=\"2014-05-03\">"
      "<text:p>5 2014</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"time\" office:time-value=\"PT14H30M00S\"><text:p>2:30 "
      "PM</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"float\" "
      "office:value=\"2014\"><text:p>2,014.00</text:p></table:table-cell>"
      "<table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"string\"><text:p>a<text:s "
      "text:c=\"2\"/>b"
      "</text:p><text:p>c</text:p></table:table-cell>"
      "<table:covered-table-cell><text:p>under</text:p></table:covered-table-cell>"
      "<table:table-cell table:number-columns-repeated=\"16377\"/></table:table-row>"
      "<table:table-row "
      "table:number-rows-repeated=\"1048575\"><table:table-cell/></table:table-row></table:table>";
  EXPECT_EQ(textsOf(test::smallOds(table, styles)),
            (Texts{{"2014-05-03", "2014-05", "14:30:00", "2014", "a  b\nc", "a  b\nc"}}));
}

TEST(SheetTraps, RepeatedCellsAndRowsKeepWithinTheCaps) {
  const auto table = [](const std::string& row, const std::string& cell) {
    return test::smallOds("<table:table table:name=\"x\"><table:table-row" + row + "><table:table-cell" +
                          cell + "><text:p>a</text:p></table:table-cell></table:table-row></table:table>");
  };
  EXPECT_THAT(refusal(table("", " table:number-columns-repeated=\"999999999\"")), HasSubstr("1024 columns"));
  EXPECT_THAT(refusal(table(" table:number-rows-repeated=\"999999999\"", "")), HasSubstr("1000000 rows"));
  EXPECT_THAT(
      refusal(table(" table:number-rows-repeated=\"900000\"", " table:number-columns-repeated=\"1000\"")),
      HasSubstr("4000000 cells"));
}

TEST(SheetTraps, DoctypesDeepElementsAndManyAttributesAreRefused) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i)
    deep += "<a>";
  EXPECT_THAT(refusal(test::smallXlsx(deep)), HasSubstr("nested deeper"));
  EXPECT_THAT(refusal(test::smallOds(deep)), HasSubstr("nested deeper"));
  std::string attributes = "<row";
  for (int i = 0; i < 2'000; ++i)
    attributes += " a" + std::to_string(i) + "=\"\"";
  EXPECT_THAT(refusal(test::smallXlsx(attributes + "/>")), HasSubstr("attributes"));
  EXPECT_THAT(refusal(test::storedZip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                                       {"content.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"}})),
              HasSubstr("document type"));
}

}  // namespace
}  // namespace entente
