// SPDX-License-Identifier: GPL-3.0-or-later
// The CSV reader: cells and their places, everything that is refused, and bytes of any sort.
#include "core/exchange/csv_reader.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <QByteArray>
#include <QString>
#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace entente {
namespace {

using namespace std::string_literals;
using Texts = std::vector<std::vector<std::string>>;

struct Everything {
  Texts texts;
  std::vector<std::string> places;    ///< "line:column" of every cell
  std::vector<std::string> problems;  ///< "line:column: reason"
};

Everything readAll(std::string_view bytes) {
  Everything all;
  CsvReader reader(bytes);
  CsvRow row;
  while (reader.next(row)) {
    all.texts.emplace_back();
    for (const CsvCell& cell : row.cells) {
      all.texts.back().push_back(cell.text);
      all.places.push_back(fmt::format("{}:{}", cell.line, cell.column));
    }
    for (const CsvProblem& p : row.problems)
      all.problems.push_back(fmt::format("{}:{}: {}", p.line, p.column, p.reason));
  }
  return all;
}

TEST(CsvReader, CellsAndTheirPlaces) {
  const Everything all = readAll("uid,name\na,\"x, \"\"y\"\"\nsecond\",z\n,\n");
  EXPECT_EQ(all.texts, (Texts{{"uid", "name"}, {"a", "x, \"y\"\nsecond", "z"}, {"", ""}}));
  EXPECT_EQ(all.places, (std::vector<std::string>{"1:1", "1:5", "2:1", "2:3", "3:9", "4:1", "4:2"}));
  EXPECT_TRUE(all.problems.empty());
}

TEST(CsvReader, ColumnsCountBytes) {
  EXPECT_EQ(readAll("\u00E9\u00E9,b\n").places, (std::vector<std::string>{"1:1", "1:6"}));
}

TEST(CsvReader, EndsOfLinesAndOfTheFile) {
  EXPECT_EQ(readAll("").texts, Texts{});
  EXPECT_EQ(readAll("\n").texts, (Texts{{""}}));
  EXPECT_EQ(readAll("a").texts, (Texts{{"a"}}));
  EXPECT_EQ(readAll("a,").texts, (Texts{{"a", ""}}));
  EXPECT_EQ(readAll("a\n\nb").texts, (Texts{{"a"}, {""}, {"b"}}));
  EXPECT_EQ(readAll("a,b\r\n\"c\r\nd\",e\r\n").texts, (Texts{{"a", "b"}, {"c\nd", "e"}}));
  EXPECT_EQ(readAll("\"a\"").texts, (Texts{{"a"}}));
  EXPECT_EQ(readAll("\"\"\n").texts, (Texts{{""}}));
}

struct Refused {
  std::string bytes;
  std::vector<std::string> problems;
  Texts texts;
};

TEST(CsvReader, WhatIsRefusedIsToldAndTheNextRowIsRead) {
  const std::string control = "the control character ";
  const Refused cases[] = {
      {"a,b\"c,d\nx,y\n",
       {"1:4: a quote inside a cell that is not quoted"},
       {{"a", "b\"c", "d"}, {"x", "y"}}},
      {"a,\"b\"c,d\nx\n", {"1:6: text after the closing quote"}, {{"a", "bc", "d"}, {"x"}}},
      {"a,\"b\" ,d\nx\n", {"1:6: text after the closing quote"}, {{"a", "b ", "d"}, {"x"}}},
      {"a\nb,\"c\nd\n", {"2:3: the quote that opens here is never closed"}, {{"a"}, {"b", "c\nd\n"}}},
      {"a\rb\nc\n", {"1:2: a carriage return without line feed"}, {{"a\rb"}, {"c"}}},
      {"\"a\rb\"\nc\n", {"1:3: a carriage return without line feed"}, {{"a\rb"}, {"c"}}},
      {"a\r", {"1:2: a carriage return without line feed"}, {{"a\r"}}},
      {"\xEF\xBB\xBF"
       "a,b\nc\n",
       {"1:1: the file begins with a byte order mark"},
       {{"a", "b"}, {"c"}}},
      {"a\0b\nc\n"s, {"1:2: " + control + "U+0000 is not allowed"}, {{"a\0b"s}, {"c"}}},
      {"a,\"\n\x1B\"\nc\n", {"2:1: " + control + "U+001B is not allowed"}, {{"a", "\n\x1B"}, {"c"}}},
      {"\x7F\n", {"1:1: " + control + "U+007F is not allowed"}, {{"\x7F"}}},
      {"\xC2\x85\n", {"1:1: " + control + "U+0085 is not allowed"}, {{"\xC2\x85"}}},
      {"caf\xE9,b\n", {"1:4: the byte 0xE9 is not UTF-8"}, {{"caf\xE9", "b"}}},
      {"\xC0\xAF\n", {"1:1: the byte 0xC0 is not UTF-8"}, {{"\xC0\xAF"}}},
      {"\xE0\x80\xAF\n", {"1:1: the byte 0xE0 is not UTF-8"}, {{"\xE0\x80\xAF"}}},
      {"\xED\xA0\x80\n", {"1:1: the byte 0xED is not UTF-8"}, {{"\xED\xA0\x80"}}},
      {"\xF4\x90\x80\x80\n", {"1:1: the byte 0xF4 is not UTF-8"}, {{"\xF4\x90\x80\x80"}}},
      {"\xE2\x82\n", {"1:1: the byte 0xE2 is not UTF-8"}, {{"\xE2\x82"}}},
      {"\xE9,\xE9\n\xE9",
       {"1:1: the byte 0xE9 is not UTF-8", "1:3: the byte 0xE9 is not UTF-8",
        "2:1: the byte 0xE9 is not UTF-8"},
       {{"\xE9", "\xE9"}, {"\xE9"}}},
  };
  for (const Refused& refused : cases) {
    SCOPED_TRACE(refused.bytes);
    const Everything all = readAll(refused.bytes);
    EXPECT_EQ(all.problems, refused.problems);
    EXPECT_EQ(all.texts, refused.texts);
  }
}

TEST(CsvReader, TabsAreFineAndAMarkInsideToo) {
  EXPECT_TRUE(readAll("a\tb,\"c\td\"\n\xEF\xBB\xBF\n").problems.empty());
}

TEST(CsvReader, MisplacedQuotesMakeARowUnsoundBadBytesDoNot) {
  CsvRow row;
  CsvReader quotes("a\"b,c\n");
  ASSERT_TRUE(quotes.next(row));
  EXPECT_FALSE(row.sound);
  CsvReader bytes("\xFF,c\n");
  ASSERT_TRUE(bytes.next(row));
  EXPECT_TRUE(row.sound);
  EXPECT_TRUE(row.cells[0].bad);
  EXPECT_FALSE(row.cells[1].bad);
}

/// Rows of random cells, quoted or not as the writer likes, with either line end.
TEST(CsvReader, ReadsWhatAnyWriterWrites) {
  std::mt19937 random(1);
  const std::string_view pieces[] = {"a", "b", ",", "\"", "\n", " ", "\t", "\u00E9", "\U0001F600", ";"};
  for (int round = 0; round < 2000; ++round) {
    Texts expected;
    std::string bytes;
    for (std::size_t rows = random() % 4 + 1; rows > 0; --rows) {
      expected.emplace_back();
      for (std::size_t cells = random() % 4 + 1; cells > 0; --cells) {
        std::string text;
        for (std::size_t n = random() % 5; n > 0; --n)
          text += pieces[random() % std::size(pieces)];
        if (!expected.back().empty()) bytes += ',';
        const bool crlf = random() % 2 == 0;
        if (text.find_first_of(",\"\n") != std::string::npos || random() % 3 == 0) {
          bytes += '"';
          for (const char c : text)
            bytes += c == '"' ? "\"\"" : c == '\n' && crlf ? "\r\n" : std::string(1, c);
          bytes += '"';
        } else {
          bytes += text;
        }
        expected.back().push_back(text);
      }
      bytes += random() % 2 == 0 ? "\n" : "\r\n";
    }
    const Everything all = readAll(bytes);
    ASSERT_EQ(all.texts, expected) << bytes;
    ASSERT_TRUE(all.problems.empty()) << bytes;
  }
}

/// No bytes stop the reader; places lie inside the bytes, rows follow each other, and each can be read alone.
TEST(CsvReader, AnyBytesGiveRowsThatCanBeFoundAgain) {
  std::mt19937 random(2);
  const std::string_view often = "\",\n\r\n\"";
  for (int round = 0; round < 5000; ++round) {
    std::string bytes;
    for (std::size_t n = random() % 60; n > 0; --n)
      bytes += random() % 2 == 0 ? often[random() % often.size()] : static_cast<char>(random() % 256);
    const auto lines = std::ranges::count(bytes, '\n') + 1;
    CsvReader reader(bytes);
    CsvRow row;
    std::size_t end = 0;
    while (reader.next(row)) {
      ASSERT_EQ(row.offset, end);
      ASSERT_GT(reader.offset(), end);
      end = reader.offset();
      ASSERT_FALSE(row.cells.empty());
      for (const CsvProblem& problem : row.problems) {
        ASSERT_LE(problem.line, lines);
        ASSERT_LE(problem.column, static_cast<std::int64_t>(bytes.size()));
      }
      CsvReader again(bytes, row.offset, row.line);
      CsvRow same;
      ASSERT_TRUE(again.next(same));
      ASSERT_EQ(same.cells, row.cells);
      ASSERT_EQ(same.problems, row.problems);
    }
    ASSERT_EQ(end, bytes.size());
  }
}

/// Against Qt's decoder, which puts another character for what is ill-formed, and Qt's classes of characters.
TEST(FindUnfitForCsv, AgreesWithQt) {
  std::mt19937 random(3);
  int fit = 0;
  for (int round = 0; round < 200'000; ++round) {
    const unsigned char leads[] = {0x41, 0xC2, 0xC1, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5};
    std::string text(1, static_cast<char>(leads[random() % std::size(leads)]));
    for (std::size_t n = random() % 4; n > 0; --n)
      text += static_cast<char>(random() % 3 == 0 ? random() % 256 : 0x80 + random() % 64);
    const QByteArray bytes = QByteArray::fromStdString("x" + text);
    const QString decoded = QString::fromUtf8(bytes);
    const bool control = std::ranges::any_of(decoded, [](QChar c) {
      return c.category() == QChar::Other_Control && c != QLatin1Char('\t') && c != QLatin1Char('\n');
    });
    const bool fine = decoded.toUtf8() == bytes && !control;
    fit += fine ? 1 : 0;
    ASSERT_EQ(findUnfitForCsv(text) == std::string_view::npos, fine) << bytes.toHex().toStdString();
  }
  EXPECT_GT(fit, 10'000);
}

}  // namespace
}  // namespace entente
