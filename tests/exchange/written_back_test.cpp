// SPDX-License-Identifier: GPL-3.0-or-later
// What the writers of calendars and references make, and that their readers read it back.
#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "core/exchange/csl_json.h"
#include "core/exchange/csl_json_writer.h"
#include "core/exchange/icalendar.h"
#include "core/exchange/icalendar_writer.h"
#include "core/time/civil.h"

namespace entente {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

ForeignSource source(const char* key, std::optional<std::string> published) {
  ForeignSource result;
  result.key = QString::fromUtf8(key);
  result.source.title = QStringLiteral("Title, with; marks");
  result.source.author = QStringLiteral("Jane Doe; NATO");
  result.source.publisher = QStringLiteral("Reuters");
  result.source.url = QStringLiteral("https://example.org/a,b?c=1;d");
  result.source.kind = SourceKind::Official;
  result.source.reliability = Reliability::B;
  result.source.root = QStringLiteral("AP");
  result.source.note = QStringLiteral("One\nTwo");
  if (published) result.source.published = *FuzzyDate::parse(*published);
  return result;
}

ForeignEvent event(const std::string& date) {
  ForeignEvent result;
  result.key = QStringLiteral("key-1");
  result.title = QStringLiteral(
      "Gipfel in Den Haag, „Größe“ \\ ; und so weiter, damit die Zeile länger wird als erlaubt ist");
  result.when = *FuzzyDate::parse(date);
  return result;
}

Instant stamp() {
  return startOfDay({2025, 6, 24});
}

std::string written(const ForeignEvent& one) {
  ForeignArchive archive;
  archive.events.push_back(one);
  return writeICalendar(archive, stamp()).bytes.toStdString();
}

std::optional<ForeignEvent> readBack(std::string_view bytes) {
  const auto archive = readICalendar(bytes);
  if (!archive || archive->events.size() != 1) return std::nullopt;
  ForeignEvent one = archive->events.front();
  one.place = {};
  for (ForeignSource& cited : one.sources)
    cited.place = {};
  return one;
}

TEST(WrittenBack, DatesOfEvents) {
  for (const char* date : {"2024-01-01",
                           "2024-01-01/2024-01-03",
                           "2024-01",
                           "2024",
                           "2024-05~",
                           "196X",
                           "2024-22",
                           "2024-01-01T10:00:00Z",
                           "2024-01-01T10:00:00+02:00",
                           "2024-01-01T10:00:00",
                           "2024-01-01T10:00:00Z/2024-01-01T11:00:00Z",
                           "2024-01-01/..",
                           "2024-01-01T10:00:00Z/..",
                           "2024/2025",
                           "[2024-01-01,2024-01-03]",
                           "{2024-01-01..2024-01-03}",
                           "0001-01-01",
                           "9999-12-30",
                           "2024-01-01T10:00Z",
                           "1950S2",
                           "2024-01-01?/2024-02-01",
                           "2024-01-01T10:00:00Z/2024-02"}) {
    const auto back = readBack(written(event(date)));
    ASSERT_TRUE(back) << date;
    EXPECT_EQ(back->when->edtf(), date);
  }
}

TEST(WrittenBack, WhatCalendarsSayThemselvesIsNotSaidTwice) {
  EXPECT_THAT(written(event("2024-01-01/2024-01-03")), Not(HasSubstr("X-ENTENTE-EDTF")));
  EXPECT_THAT(written(event("2024-01-01T10:00:00Z")), Not(HasSubstr("X-ENTENTE-EDTF")));
  EXPECT_THAT(written(event("2024-01-01T10:00:00+02:00")), HasSubstr("DTSTART:20240101T080000Z\r\n"));
  EXPECT_THAT(
      written(event("2024-05~")),
      HasSubstr("DTSTART;VALUE=DATE:20240501\r\nDTEND;VALUE=DATE:20240601\r\nX-ENTENTE-EDTF:2024-05~\r\n"));
  EXPECT_THAT(written(event("2024")), HasSubstr("DTSTAMP:20250624T000000Z\r\n"));
}

TEST(WrittenBack, ADateThatSomebodyHasChangedCounts) {
  std::string bytes = written(event("2024-05~"));
  const std::string old = "DTEND;VALUE=DATE:20240601";
  bytes.replace(bytes.find(old), old.size(), "DTEND;VALUE=DATE:20240511");
  EXPECT_EQ(readBack(bytes)->when->edtf(), "2024-05-01/2024-05-10");
}

TEST(WrittenBack, EventsThatCalendarsCannotHold) {
  ForeignArchive archive;
  for (const char* date : {"-0043-03-15", "Y12000", "../2024", "/2024"})
    archive.events.push_back(event(date));
  archive.events.push_back({});
  const WrittenFile file = writeICalendar(archive, stamp());
  const std::map<std::string, std::size_t> leftOut{{"events before year 1 or after year 9999", 2},
                                                   {"events without a date", 1},
                                                   {"events without a known begin", 2}};
  EXPECT_EQ(file.leftOut, leftOut);
  EXPECT_FALSE(file.bytes.contains("VEVENT"));
}

TEST(WrittenBack, WholeEvents) {
  ForeignEvent one = event("2024-05~");
  one.kind = EventKind::Summit;
  one.summary = QStringLiteral("First line\nsecond; line, \\n");
  one.where = QStringLiteral("The Hague");
  one.latitude = *Decimal::parse("52.070");
  one.longitude = *Decimal::parse("-4.3");
  one.actors = {{"host", QStringLiteral("Mark \"M\" Rutte; NATO: ^")},
                {"organizer", QStringLiteral("NATO")},
                {"organizer", QStringLiteral("EU")}};
  one.tags = {QStringLiteral("a, b"), QStringLiteral("c")};
  one.sources = {source("s1", "2019-05~"), source("", std::nullopt)};
  one.sources[1].source.url = QStringLiteral("https://example.org/z");
  one.weight = 7;
  one.note = QStringLiteral("Note");
  const std::string bytes = written(one);
  const auto back = readBack(bytes);
  ASSERT_TRUE(back);
  EXPECT_EQ(back->key, one.key);
  EXPECT_EQ(back->kind, one.kind);
  EXPECT_EQ(back->title, one.title);
  EXPECT_EQ(back->when, one.when);
  EXPECT_EQ(back->summary, one.summary);
  EXPECT_EQ(back->where, one.where);
  EXPECT_EQ(back->latitude, one.latitude);
  EXPECT_EQ(back->longitude, one.longitude);
  EXPECT_EQ(back->actors, one.actors);
  EXPECT_EQ(back->tags, one.tags);
  ASSERT_EQ(back->sources.size(), 2U);
  EXPECT_EQ(back->sources[0].source, one.sources[0].source);
  EXPECT_EQ(back->sources[1].source, one.sources[1].source);
  EXPECT_EQ(back->weight, one.weight);
  EXPECT_EQ(back->note, one.note);
  EXPECT_EQ(*back, one);
  std::size_t begin = 0;
  for (std::size_t end = bytes.find("\r\n"); end != std::string::npos;
       begin = end + 2, end = bytes.find("\r\n", begin)) {
    EXPECT_LE(end - begin, 75U);
    EXPECT_FALSE(begin < bytes.size() - 1 && (static_cast<unsigned char>(bytes[begin + 1]) & 0xC0U) == 0x80U);
  }
  EXPECT_EQ(begin, bytes.size());
}

TEST(WrittenBack, TitlesOfCalendars) {
  ForeignArchive archive;
  archive.title = QStringLiteral("Summits, all");
  archive.description = QStringLiteral("Of\nNATO");
  archive.author = QStringLiteral("Jane");
  const auto back = readICalendar(writeICalendar(archive, stamp()).bytes.toStdString());
  ASSERT_TRUE(back);
  EXPECT_EQ(back->title, archive.title);
  EXPECT_EQ(back->description, archive.description);
  EXPECT_EQ(back->author, archive.author);
  EXPECT_TRUE(back->notes.empty());
}

TEST(WrittenBack, Sources) {
  ForeignArchive archive;
  int number = 0;
  for (const char* date : {"2019", "2019-05", "2019-05-12", "2019~", "2019-05~", "2019?", "2019-05/2019-06",
                           "2019/..", "../2019", "201X", "2019-22", "2019-33", "-0043-03-15", "Y12000",
                           "2019-05-12T10:00:00Z", "[2019,2020]", "0000"})
    archive.sources.push_back(source(fmt::format("key{}", ++number).c_str(), date));
  archive.sources.front().source.knownFrom = *FuzzyDate::parse("2020-01");
  archive.sources.front().source.accessed = *FuzzyDate::parse("2020-01-01");
  const auto back = readCslJson(writeCslJson(archive).bytes.toStdString());
  ASSERT_TRUE(back);
  ASSERT_EQ(back->sources.size(), archive.sources.size());
  for (std::size_t i = 0; i < archive.sources.size(); ++i) {
    EXPECT_EQ(back->sources[i].key, archive.sources[i].key);
    EXPECT_EQ(back->sources[i].source, archive.sources[i].source)
        << archive.sources[i].source.published->edtf();
  }
  EXPECT_TRUE(back->notes.empty());
}

TEST(WrittenBack, AWorkThatManyCiteStandsOnce) {
  ForeignArchive archive;
  archive.events = {event("2024"), event("2025")};
  archive.events[0].sources = {source("", "2019")};
  archive.events[1].sources = {source("", "2019"), source("", "2020")};
  const WrittenFile file = writeCslJson(archive);
  const auto back = readCslJson(file.bytes.toStdString());
  ASSERT_TRUE(back);
  EXPECT_EQ(back->sources.size(), 2U);
  EXPECT_NE(back->sources[0].key, back->sources[1].key);
  EXPECT_EQ(file.leftOut.at("events"), 2U);
}

}  // namespace
}  // namespace entente
