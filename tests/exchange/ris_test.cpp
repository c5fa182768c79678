// SPDX-License-Identifier: GPL-3.0-or-later
// References in RIS and EndNote's tags as sources.
#include "core/exchange/ris.h"

#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

using ::testing::HasSubstr;

ForeignArchive read(std::string_view bytes) {
  auto archive = readRis(bytes);
  EXPECT_TRUE(archive) << (archive ? "" : archive.error().text());
  return archive ? *archive : ForeignArchive();
}

/// The date, and what the note says if it could not be read.
std::string published(std::string_view lines) {
  const ForeignArchive archive = read(fmt::format("TY  - JOUR\nTI  - T\n{}\nER  - \n", lines));
  if (archive.sources.size() != 1) return "no source";
  const Source& source = archive.sources.front().source;
  const std::string shown = source.published ? source.published->edtf() : "none";
  return archive.notes.empty() ? shown : shown + " | " + source.note.toStdString();
}

TEST(Ris, Dates) {
  EXPECT_EQ(published("PY  - 2019"), "2019");
  EXPECT_EQ(published("PY  - 2019///"), "2019");
  EXPECT_EQ(published("Y1  - 2019/05//"), "2019-05");
  EXPECT_EQ(published("Y1  - 2019/5/2/"), "2019-05-02");
  EXPECT_EQ(published("PY  - 2019\nDA  - 2019/05/12/"), "2019-05-12");
  EXPECT_EQ(published("PY  - 2019///Spring"), "2019-21");
  EXPECT_EQ(published("PY  - 1999/Spring"), "1999-21");
  EXPECT_EQ(published("DA  - 2015 Mar-Apr").substr(0, 4), "2015") << "the year is sure";
  EXPECT_EQ(published("DA  - May 2019"), "2019-05");
  EXPECT_EQ(published("DA  - 20190512"), "2019-05-12");
  EXPECT_EQ(published("DA  - 2019-05-12T00:00:00Z"), "2019-05-12");
  EXPECT_EQ(published("PY  - 2019\nDA  - May 12"), "2019-05-12");
}

TEST(Ris, NoDateIsInvented) {
  EXPECT_EQ(published("DA  - May 12"), "none | Published: May 12");
  EXPECT_EQ(published("DA  - 03/04/2019"), "none | Published: 03/04/2019");
  EXPECT_EQ(published("PY  - in press"), "none | Published: in press");
  EXPECT_EQ(published("PY  - 2019\nDA  - 2018/05/12/"), "2019 | ");
  EXPECT_EQ(published("PY  - 2019/13/01/"), "none | Published: 2019/13/01/");
}

TEST(Ris, ADateThatMayBeTheDayOfAccessIsNotTaken) {
  const ForeignArchive archive = read("TY  - EJOUR\nTI  - T\nPY  - 2019\nDA  - 2019/05/12/\nER  - \n");
  ASSERT_EQ(archive.sources.size(), 1U);
  EXPECT_EQ(archive.sources.front().source.published->edtf(), "2019");
  EXPECT_EQ(archive.sources.front().source.note, QStringLiteral("DA: 2019/05/12/"));
  EXPECT_EQ(archive.notes.size(), 1U);
}

TEST(Ris, Fields) {
  const ForeignArchive archive = read(
      "TY  - JOUR\r\nID  - 7\r\nT1  - The Long\r\nPeace\r\nA1  - Doe, Jane\r\nAU  - NATO,\r\nT2  - Foreign "
      "Affairs\r\nJO  - FA\r\nVL  - "
      "104\r\nIS  - 3\r\nSP  - 12\r\nEP  - 29\r\nDO  - doi:10.1000/182\r\nUR  - https://example.org\r\nN2  - "
      "About it.\r\nLA  - "
      "en\r\nKW  - peace\r\nKW  - war\r\nY2  - 2024/01/02/\r\nER  - \r\n");
  ASSERT_EQ(archive.sources.size(), 1U);
  EXPECT_EQ(archive.sources.front().key, QStringLiteral("7"));
  const Source& source = archive.sources.front().source;
  EXPECT_EQ(source.title, QStringLiteral("The Long Peace"));
  EXPECT_EQ(source.author, QStringLiteral("NATO; Doe, Jane"));
  EXPECT_EQ(source.publisher, QStringLiteral("Foreign Affairs"));
  EXPECT_EQ(source.url, QStringLiteral("https://example.org"));
  EXPECT_EQ(source.note,
            QStringLiteral("About it.\nIn: Foreign Affairs 104(3), 12-29\nDOI: doi:10.1000/182"));
  EXPECT_EQ(source.accessed->edtf(), "2024-01-02");
  EXPECT_EQ(archive.leftOut, (std::map<std::string, std::size_t>{{"keywords", 1}}));
}

TEST(Ris, Dialects) {
  for (const char* text :
       {"\xEF\xBB\xBFTY  - BLOG\nTI  - A\nER  - \n", "TY - BLOG\nTI - A\nER -",
        "TY  - BLOG\rTI  - A\rER  -\r", "\n\n  TY  - BLOG\n  TI  - A\n", "TY  -BLOG\nTI  -A\nER-\n"}) {
    ASSERT_TRUE(looksLikeRis(text)) << text;
    const ForeignArchive archive = read(text);
    ASSERT_EQ(archive.sources.size(), 1U) << text;
    EXPECT_EQ(archive.sources.front().source.title, QStringLiteral("A"));
    EXPECT_EQ(archive.sources.front().source.kind, SourceKind::Post);
  }
  const ForeignArchive endNote = read("%0 Journal Article\n%T A\n%A Doe, Jane\n%D 2019\n\n%0 Book\n%T B\n");
  ASSERT_EQ(endNote.sources.size(), 2U);
  EXPECT_EQ(endNote.sources.front().source.published->edtf(), "2019");
}

TEST(Ris, ATextMayLookLikeATag) {
  const ForeignArchive archive = read("TY  - JOUR\nTI  - A\nAB  - Relations\nEU - Russia\nER  - \n");
  EXPECT_EQ(archive.sources.front().source.note, QStringLiteral("Relations\nEU - Russia"));
}

TEST(Ris, WhatIsMissing) {
  const ForeignArchive archive = read("TY  - JOUR\nAU  - X\nTY  - BOOK\nTI  - B\n");
  EXPECT_EQ(archive.sources.size(), 1U);
  ASSERT_EQ(archive.refused, 1U);
  EXPECT_THAT(archive.notes[0].text, HasSubstr("no end"));
  EXPECT_THAT(archive.notes[1].text, HasSubstr("no title"));
  EXPECT_EQ(archive.notes[1].place.line, 1);
  EXPECT_EQ(readRis("nothing").error().kind, ErrorKind::Foreign);
  ForeignCaps caps;
  caps.textBytes = 10;
  const auto capped = readRis("TY  - BOOK\nTI  - A title that is long\nER  - \n", caps);
  ASSERT_TRUE(capped);
  EXPECT_EQ(capped->refused, 1U);
}

}  // namespace
}  // namespace entente
