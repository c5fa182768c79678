// SPDX-License-Identifier: GPL-3.0-or-later
// Timelines of TimelineJS, read in both versions, written, and read back.
#include <gtest/gtest.h>

#include "core/exchange/timelinejs_json.h"
#include "core/exchange/timelinejs_writer.h"

namespace {

using namespace entente;

ForeignArchive read(std::string_view bytes) {
  auto archive = readTimelineJsJson(bytes);
  EXPECT_TRUE(archive.has_value()) << (archive ? "" : archive.error().message);
  return archive ? *archive : ForeignArchive{};
}

/// "when title" of each event, then "! where: text" of each note.
std::string told(const ForeignArchive& archive) {
  std::string all;
  for (const ForeignEvent& event : archive.events)
    all += (event.when ? event.when->edtf() : "-") + " " + event.title.toStdString() + "\n";
  for (const ImportNote& note : archive.notes)
    all += (note.kind == NoteKind::Refusal ? "! " : "? ") + note.where + ": " + note.text + "\n";
  return all;
}

TEST(TimelineJs, VersionThree) {
  const ForeignArchive archive = read(R"({
    "title": {"text": {"headline": "A <b>century</b>", "text": "<p>One.</p><p>Two.</p>"},
              "media": {"url": "https://example.org/a.jpg", "credit": "Somebody"}},
    "events": [
      {"start_date": {"year": "1900", "month": "01", "day": "05", "hour": "", "display_date": "About 1900"},
       "end_date": {"year": 1902}, "group": "Wars", "unique_id": "w1",
       "text": {"headline": "War &amp; peace", "text": "a<br>b"},
       "media": {"url": "https://example.org/b.jpg", "caption": "A <i>picture</i>", "thumbnail": "c.jpg"},
       "background": {"color": "#000"}},
      {"start_date": {"year": "1911", "month": "1", "day": "10", "hour": "16", "minute": "45"},
       "text": {"headline": "Timed"}},
      {"start_date": {"year": "1911", "month": "1", "day": "10", "hour": 0, "minute": 0}, "text": {"text": "No headline"}}
    ],
    "eras": [{"start_date": {"year": "1890"}, "end_date": {"year": "1910"}, "text": {"headline": "Era"}}]})");
  EXPECT_EQ(
      told(archive),
      "1900-01-05/1902 War & peace\n1911-01-10T16:45:00 Timed\n1911-01-10 No headline\n1890/1910 Era\n");
  EXPECT_EQ(archive.title.toStdString(), "A century");
  EXPECT_EQ(archive.description.toStdString(), "One.\n\nTwo.");
  ASSERT_EQ(archive.sources.size(), 1U);
  EXPECT_EQ(archive.sources[0].source.author.toStdString(), "Somebody");
  const ForeignEvent& war = archive.events[0];
  EXPECT_EQ(war.key.toStdString(), "w1");
  EXPECT_EQ(war.summary.toStdString(), "a\nb");
  EXPECT_EQ(war.note.toStdString(), "Shown as: About 1900");
  ASSERT_EQ(war.sources.size(), 1U);
  EXPECT_EQ(war.sources[0].source.title.toStdString(), "A picture");
  EXPECT_EQ(war.sources[0].source.url.toStdString(), "https://example.org/b.jpg");
  ASSERT_EQ(war.tags.size(), 1U);
  EXPECT_EQ(war.tags[0].toStdString(), "Wars");
  EXPECT_EQ(war.kind, std::nullopt);
  EXPECT_EQ(archive.events[3].kind, EventKind::Period);
  EXPECT_EQ(archive.leftOut.at("backgrounds"), 1U);
  EXPECT_EQ(archive.leftOut.at("thumbnails"), 1U);
}

TEST(TimelineJs, VersionTwoInAScript) {
  const ForeignArchive archive = read(R"(storyjs_jsonp_data = {
    "timeline": {"headline": "Main", "type": "default", "text": "<p>Intro</p>", "startDate": "2011,1,1",
      "date": [
        {"startDate": "2011,12,10", "endDate": "2011,12,11", "headline": "One", "text": "x", "tag": "T",
         "classname": "c", "asset": {"media": "https://example.org/v", "credit": "", "caption": "V"}},
        {"startDate": "2012,1,26,0,0", "endDate": "", "headline": "Two"},
        {"startDate": "2012,1,26,10,30", "headline": "Three"},
        {"startDate": "2/6/2012", "headline": "Four"},
        {"startDate": "now", "headline": "Five"},
        {"startDate": "-500", "headline": "Six"},
        {"startDate": "2012,2,30", "headline": "Seven"}],
      "era": [{"startDate": "2011,12,10", "endDate": "2011,12,11", "headline": "E", "tag": "x"}]}};)");
  EXPECT_EQ(
      told(archive),
      "2011-12-10/2011-12-11 One\n2012-01-26 Two\n2012-01-26T10:30:00 Three\n2012-02-06 Four\n-0499 Six\n"
      "2011-12-10/2011-12-11 E\n"
      "? date[3].startDate: the month was taken to stand first, as these programs do: 2012-02-06; look "
      "whether "
      "it is right\n"
      "! date[4].startDate: \"now\" is no date that can be read without guessing\n"
      "? date[5]: years before 1 are taken as TimelineJS shows them: -500 is 500 BC\n"
      "! date[6].startDate: \"2012,2,30\": there is no day 30 in month 2 of 2012\n");
  EXPECT_EQ(archive.refused, 2U);
  EXPECT_EQ(archive.title.toStdString(), "Main");
  EXPECT_EQ(archive.leftOut.at("style names"), 1U);
}

TEST(TimelineJs, CosmologicalYears) {
  EXPECT_EQ(told(read(R"({"scale": "cosmological", "events": [
    {"start_date": {"year": "-13798000000"}, "text": {"headline": "Big Bang"}}]})")),
            "Y-13798000000 Big Bang\n");
}

TEST(TimelineJs, RefusalsNameTheValue) {
  EXPECT_EQ(told(read(R"({"events": [
    {"start_date": {"year": "12a"}, "text": {"headline": "One"}},
    {"start_date": {"year": "", "month": 3}, "text": {"headline": "Two"}},
    {"start_date": {"year": 2000, "month": 13}, "text": {"headline": "Three"}},
    {"start_date": {"year": 2000}, "end_date": {"year": 1999}, "text": {"headline": "Four"}},
    {"start_date": {"year": 2000}, "text": {"headline": ""}},
    {"text": {"headline": "Undated"}},
    5]})")),
            "- Undated\n"
            "! events[0].start_date: \"12a\" is no year\n"
            "! events[1].start_date: it has no year\n"
            "! events[2].start_date: there is no month 13\n"
            "! events[3].start_date: \"2000/1999\": it ends before it begins\n"
            "! events[4]: it has neither a headline nor a text\n"
            "? events[5].start_date: it has no date\n"
            "! events[6]: \"5\" is no slide\n");
}

TEST(TimelineJs, OtherFilesAreRefused) {
  for (const char* const bytes :
       {"{}", "[]", "{\"events\": [{\"start\": \"2012\"}]}", "5", "{\"date\": \"2012\"}"}) {
    const auto archive = readTimelineJsJson(bytes);
    ASSERT_FALSE(archive.has_value()) << bytes;
    EXPECT_EQ(archive.error().kind, ErrorKind::Foreign) << bytes;
  }
}

ForeignEvent event(const char* title, const char* edtf) {
  ForeignEvent one;
  one.title = QString::fromUtf8(title);
  if (*edtf != '\0') one.when = *FuzzyDate::read(edtf);
  return one;
}

ForeignArchive everything() {
  ForeignArchive archive;
  archive.title = QStringLiteral("A & B");
  archive.description = QStringLiteral("Two\n\nparagraphs  <here>");
  archive.author = QStringLiteral("Me");
  for (const char* const edtf : {"2025-06-24",
                                 "2025-06",
                                 "2025",
                                 "156X",
                                 "1984-XX",
                                 "2004-06~",
                                 "2001-21",
                                 "1964/2008",
                                 "2024-10-01/..",
                                 "2024-10-01/",
                                 "[1667,1668]",
                                 "{1667..1670}",
                                 "2020-06-01T20:30:00Z",
                                 "2020-06-01T00:00:00",
                                 "Y-13798000000",
                                 "-0499",
                                 "1950S2",
                                 "Y17E7",
                                 "2004-%06-11",
                                 "2019/2020-05?",
                                 "0000",
                                 "2020-01-01T10:00:00+02:00/2020-01-02"}) {
    archive.events.push_back(event(edtf, edtf));
  }
  ForeignEvent full = event("Full <of> \"things\"", "2025-06-24/2025-06-25");
  full.key = QStringLiteral("k");
  full.kind = EventKind::Summit;
  full.summary = QStringLiteral("a < b\n  c & d\n\n\ne");
  full.where = QStringLiteral("The Hague");
  full.latitude = *Decimal::parse("52.10");
  full.longitude = *Decimal::parse("4.3");
  full.actors = {{"host", QStringLiteral("Netherlands")}, {"participant", QStringLiteral("X")}};
  full.tags = {QStringLiteral("t1"), QStringLiteral("t2")};
  full.sources.resize(2);
  full.sources[0].source.title = QStringLiteral("S & T");
  full.sources[0].source.url = QStringLiteral("https://example.org/?a=1&b=2");
  full.sources[0].source.published = *FuzzyDate::read("2025-07~");
  full.sources[0].source.reliability = Reliability::B;
  full.sources[1].source.title = QStringLiteral("U");
  full.sources[1].source.kind = SourceKind::Official;
  full.weight = 7;
  full.note = QStringLiteral("n");
  archive.events.push_back(full);
  ForeignEvent era = event("Era", "1947/1991");
  era.kind = EventKind::Period;
  archive.events.push_back(era);
  return archive;
}

TEST(TimelineJs, WhatIsWrittenIsReadBackWhole) {
  const ForeignArchive archive = everything();
  const WrittenFile file = writeTimelineJsJson(archive);
  const ForeignArchive back = read({file.bytes.constData(), static_cast<std::size_t>(file.bytes.size())});
  EXPECT_EQ(back.title, archive.title);
  EXPECT_EQ(back.description, archive.description);
  EXPECT_EQ(back.author, archive.author);
  ASSERT_EQ(back.events.size(), archive.events.size());
  for (std::size_t i = 0; i < archive.events.size(); ++i)
    EXPECT_EQ(back.events[i], archive.events[i]) << archive.events[i].title.toStdString();
  EXPECT_EQ(back.refused, 0U);
  EXPECT_EQ(writeTimelineJsJson(archive).bytes, file.bytes);
  // In words it reads back the same.
  const auto words = [](const FuzzyDate&) { return QStringLiteral("once upon a time"); };
  const QByteArray shown = writeTimelineJsJson(archive, words).bytes;
  EXPECT_TRUE(shown.contains("\"display_date\": \"once upon a time\""));
  EXPECT_EQ(read(shown.toStdString()).events, back.events);
}

TEST(TimelineJs, WhatItCannotShowIsCounted) {
  ForeignArchive archive = everything();
  archive.events.push_back(event("No date", ""));
  archive.events.push_back(event("No begin", "../2008"));
  archive.events.push_back(event("No begin", "[..1983]"));
  const auto leftOut = writeTimelineJsJson(archive).leftOut;
  EXPECT_EQ(leftOut.at("entries without a known begin"), 3U);
  EXPECT_EQ(leftOut.at("unspecified digits"), 2U);
  EXPECT_EQ(leftOut.at("seasons"), 1U);
  EXPECT_EQ(leftOut.at("ends that are open or not known"), 2U);
  EXPECT_EQ(leftOut.at("participants"), 1U);
}

TEST(TimelineJs, UnspecifiedDatesAreDrawnWholeAndShownAsEdtf) {
  ForeignArchive archive;
  archive.events.push_back(event("x", "156X"));
  const std::string text = writeTimelineJsJson(archive).bytes.simplified().toStdString();
  EXPECT_NE(text.find(R"("end_date": { "year": 1569 })"), std::string::npos) << text;
  EXPECT_NE(text.find(R"("start_date": { "display_date": "156X", "year": 1560 })"), std::string::npos)
      << text;
}

TEST(TimelineJs, DatesThatSomebodyEditedWin) {
  ForeignArchive archive;
  ForeignEvent one = event("x", "2004-06~");
  one.weight = 3;
  archive.events.push_back(one);
  QByteArray bytes = writeTimelineJsJson(archive).bytes;
  bytes.replace("\"year\": 2004", "\"year\": 2005");
  const ForeignArchive back = read({bytes.constData(), static_cast<std::size_t>(bytes.size())});
  ASSERT_EQ(back.events.size(), 1U);
  EXPECT_EQ(back.events[0].when->edtf(), "2005-06");
  EXPECT_EQ(back.events[0].weight, 3);
}

}  // namespace
