// SPDX-License-Identifier: GPL-3.0-or-later
// References of CSL-JSON and Zotero as sources.
#include "core/exchange/csl_json.h"

#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

ForeignArchive read(std::string_view bytes) {
  auto archive = readCslJson(bytes);
  EXPECT_TRUE(archive) << (archive ? "" : archive.error().text());
  return archive ? *archive : ForeignArchive();
}

std::string issued(std::string_view date) {
  const ForeignArchive archive =
      read(fmt::format(R"([{{"id":"a","type":"book","title":"T","issued":{}}}])", date));
  if (archive.sources.size() != 1) return "no source";
  const Source& source = archive.sources.front().source;
  const std::string shown = source.published ? source.published->edtf() : "none";
  return archive.notes.empty() ? shown : shown + " | " + source.note.toStdString();
}

TEST(CslJson, Dates) {
  EXPECT_EQ(issued(R"({"date-parts":[[2019,5,12]]})"), "2019-05-12");
  EXPECT_EQ(issued(R"({"date-parts":[["2019","05"]]})"), "2019-05");
  EXPECT_EQ(issued(R"({"date-parts":[[2019]],"circa":true})"), "2019~");
  EXPECT_EQ(issued(R"({"date-parts":[[2019,1,1],[2019,1,3]]})"), "2019-01-01/2019-01-03");
  EXPECT_EQ(issued(R"({"date-parts":[[2019],[0]]})"), "2019/..");
  EXPECT_EQ(issued(R"({"date-parts":[[2019]],"season":"2"})"), "2019-22");
  EXPECT_EQ(issued(R"({"date-parts":[[2019,15]]})"), "2019-23");
  EXPECT_EQ(issued(R"({"date-parts":[[-44,3,15]]})"), "-0043-03-15");
  EXPECT_EQ(issued(R"({"date-parts":[[null]]})"), "none");
  EXPECT_EQ(issued(R"([[2019,5]])"), "2019-05");
  EXPECT_EQ(issued(R"([{"year":"2019","month":5}])"), "2019-05");
  EXPECT_EQ(issued(R"({"raw":"12 May 2019"})"), "2019-05-12");
  EXPECT_EQ(issued(R"({"literal":"2019-05~"})"), "2019-05~");
  EXPECT_EQ(issued(R"("2019-05/2019-07")"), "2019-05/2019-07");
  EXPECT_EQ(issued(R"({"date-parts":[[2019,5]],"edtf":"2019-05?"})"), "2019-05?");
  EXPECT_EQ(issued(R"({"date-parts":[[2019],[2019]],"circa":true,"edtf":"2019~/2019?"})"), "2019~/2019?");
  // Somebody has changed the parts.
  EXPECT_EQ(issued(R"({"date-parts":[[2020,5]],"edtf":"2019-05?"})"), "2020-05");
}

TEST(CslJson, NoDateIsInvented) {
  EXPECT_EQ(issued(R"({"literal":"Han Dynasty"})"), "none | Published: Han Dynasty");
  EXPECT_EQ(issued(R"({"raw":"03/04/2019"})"), "none | Published: 03/04/2019");
  EXPECT_EQ(issued(R"({"raw":"3 days ago"})"), "none | Published: 3 days ago");
  EXPECT_EQ(issued(R"({"date-parts":[[2019,2,30]]})"), "none | ");
  EXPECT_EQ(issued(R"({"date-parts":[[2019,17]]})"), "none | ");
}

TEST(CslJson, Fields) {
  const ForeignArchive archive = read(R"([{"id":"x1","type":"article-journal","title":"The <i>Long</i> Peace",
    "author":[{"family":"Beethoven","given":"Ludwig","dropping-particle":"van"},{"literal":"NATO"}],
    "editor":[{"family":"E"}],"container-title":"Foreign Affairs","volume":104,"issue":"3","page":"12-29",
    "DOI":"10.1000/182","abstract":"About it.","note":"Read it","language":"en","ISSN":"1234","keyword":"peace",
    "accessed":{"date-parts":[[2024,1,2]]},"custom":{"entente":{"reliability":"B","root":"Reuters"}}}])");
  ASSERT_EQ(archive.sources.size(), 1U);
  EXPECT_EQ(archive.sources.front().key, QStringLiteral("x1"));
  const Source& source = archive.sources.front().source;
  EXPECT_EQ(source.title, QStringLiteral("The Long Peace"));
  EXPECT_EQ(source.author, QStringLiteral("Ludwig van Beethoven; NATO"));
  EXPECT_EQ(source.publisher, QStringLiteral("Foreign Affairs"));
  EXPECT_EQ(source.url, QStringLiteral("https://doi.org/10.1000/182"));
  EXPECT_EQ(source.note, QStringLiteral("Read it\nAbout it.\nIn: Foreign Affairs 104(3), 12-29"));
  EXPECT_EQ(source.language, QStringLiteral("en"));
  EXPECT_EQ(source.root, QStringLiteral("Reuters"));
  EXPECT_EQ(source.reliability, Reliability::B);
  EXPECT_EQ(source.accessed->edtf(), "2024-01-02");
  const std::map<std::string, std::size_t> leftOut{
      {"ISBNs, ISSNs and the like", 1}, {"editors besides authors", 1}, {"keywords", 1}};
  EXPECT_EQ(archive.leftOut, leftOut);
}

TEST(CslJson, WhereTheWorksStand) {
  const char* work = R"({"id":7,"type":"treaty","title":"T"})";
  for (const std::string& text :
       {fmt::format("[{}]", work), std::string(work), fmt::format(R"({{"items":[{}]}})", work),
        fmt::format(R"({{"references":[{}]}})", work), fmt::format(R"({{"status":"ok","message":{}}})", work),
        fmt::format(R"({{"message":{{"items":[{}]}}}})", work), fmt::format(R"({{"7":{}}})", work)}) {
    const ForeignArchive archive = read(text);
    ASSERT_EQ(archive.sources.size(), 1U) << text;
    EXPECT_EQ(archive.sources.front().key, QStringLiteral("7"));
    EXPECT_EQ(archive.sources.front().source.kind, SourceKind::Official);
  }
}

TEST(CslJson, WorksOfZotero) {
  const ForeignArchive archive = read(R"({"items":[
    {"itemType":"newspaperArticle","title":"A","creators":[{"creatorType":"author","firstName":"J","lastName":"D"}],
     "publicationTitle":"Le Monde","date":"2019-05-00","accessDate":"2024-01-02T03:04:05Z","url":"https://e.org","tags":[]},
    {"key":"K","data":{"itemType":"blogPost","title":"B"}},{"itemType":"note","note":"N"}]})");
  ASSERT_EQ(archive.sources.size(), 2U);
  const Source& source = archive.sources.front().source;
  EXPECT_EQ(source.author, QStringLiteral("J D"));
  EXPECT_EQ(source.publisher, QStringLiteral("Le Monde"));
  EXPECT_EQ(source.published->edtf(), "2019-05");
  EXPECT_EQ(source.accessed->edtf(), "2024-01-02T03:04:05Z");
  EXPECT_EQ(archive.sources[1].source.kind, SourceKind::Post);
  EXPECT_EQ(archive.leftOut.at("notes and attached files"), 1U);
}

TEST(CslJson, Refusals) {
  const ForeignArchive archive = read(R"([{"id":"a","type":"book"},7,{"id":"b","type":"book","title":"T"}])");
  EXPECT_EQ(archive.sources.size(), 1U);
  EXPECT_EQ(archive.refused, 2U);
  EXPECT_EQ(archive.notes[0].where, "[0]");
  EXPECT_THAT(archive.notes[0].text, HasSubstr("\"a\" has no title"));
  EXPECT_EQ(readCslJson(R"({"a":1})").error().kind, ErrorKind::Foreign);
  EXPECT_EQ(readCslJson("nothing").error().kind, ErrorKind::Foreign);
  ForeignCaps caps;
  caps.entries = 1;
  EXPECT_FALSE(readCslJson(R"([{"title":"a"},{"title":"b"}])", caps));
}

TEST(CslJson, LooksLikeIt) {
  EXPECT_TRUE(looksLikeCslJson(R"([{"type":"article-journal"}])"));
  EXPECT_FALSE(
      looksLikeCslJson(R"({"dataset":[{"title":"A","issued":"2019-01-01","publisher":{"name":"B"}}]})"));
  EXPECT_FALSE(looksLikeCslJson(R"({"events":[{"start_date":{"year":"2019"},"text":{"headline":"A"}}]})"));
}

}  // namespace
}  // namespace entente
