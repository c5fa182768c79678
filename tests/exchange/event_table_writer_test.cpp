// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of events out: our own comes back as it went, TimelineJS' says what it cannot hold.
#include "core/exchange/event_table_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "core/exchange/event_table.h"
#include "core/exchange/loose_grid.h"

namespace entente {
namespace {

using ::testing::HasSubstr;

std::string_view viewOf(const QByteArray& bytes) {
  return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

ForeignArchive readBack(const QByteArray& bytes) {
  const auto table = readLooseGrid(viewOf(bytes));
  EXPECT_TRUE(table);
  auto import = readEventTable(table->grid, guessEventTable(table->grid).map);
  EXPECT_TRUE(import);
  return import ? import->archive : ForeignArchive();
}

ForeignEvent eventOf(const char* title, const char* edtf) {
  ForeignEvent event;
  event.title = QString::fromUtf8(title);
  if (*edtf != 0) event.when = *FuzzyDate::parse(edtf);
  return event;
}

ForeignEvent fullEvent() {
  ForeignEvent event = eventOf("=SUM(A1), \"quoted\" <b>not bold</b> &amp;", "[-0043-03-15,1984~]");
  event.key = QStringLiteral("-key;1");
  event.kind = EventKind::Statement;
  event.summary = QStringLiteral("Two\nlines; and, more");
  event.where = QStringLiteral("Rome, Italy");
  event.latitude = *Decimal::parse("41.90");
  event.longitude = *Decimal::parse("-12.5");
  event.actors = {{"host", QStringLiteral("A; B: \\C")}, {"participant", QStringLiteral("+D")}};
  event.tags = {QStringLiteral("x; y"), QStringLiteral("z|1, 2")};
  ForeignSource whole;
  whole.source.title = QStringLiteral("A title, with (brackets)");
  whole.source.url = QStringLiteral("https://example.org/a?b=c&d=e");
  ForeignSource bare;
  bare.source.title = bare.source.url = QStringLiteral("https://example.org/x");
  ForeignSource book;
  book.source.title = QStringLiteral("A book");
  event.sources = {whole, bare, book};
  event.weight = 0;
  event.note = QStringLiteral("@note: 1\nColour: red");
  return event;
}

TEST(EventCsv, ComesBackAsItWent) {
  ForeignArchive archive;
  archive.events = {fullEvent(),           eventOf("Open", "2014/.."), eventOf("Undated", ""),
                    eventOf("98", "0098"), eventOf("1 BC", "0000"),    eventOf("Season", "2001-21")};
  for (ForeignEvent& event : archive.events) {
    if (!event.kind) event.kind = EventKind::Event;
  }
  const WrittenFile file = writeEventCsv(archive);
  EXPECT_TRUE(file.leftOut.empty());
  ForeignArchive back = readBack(file.bytes);
  EXPECT_EQ(back.refused, 0U);
  // Places are those of the new file.
  for (ForeignEvent& event : back.events) {
    event.place = {};
    for (ForeignSource& source : event.sources)
      source.place = {};
  }
  EXPECT_EQ(back.events, archive.events);
}

TEST(EventCsv, NothingIsPutInFrontOfFormulas) {
  ForeignArchive archive;
  archive.events = {eventOf("=1+1", "1914")};
  EXPECT_THAT(writeEventCsv(archive).bytes.toStdString(), HasSubstr("\n,event,\"=1+1\",1914,,"));
}

TEST(EventCsv, CountsWhatItCannotHold) {
  ForeignArchive archive;
  archive.title = QStringLiteral("Title");
  archive.events = {eventOf("x", "1914")};
  ForeignSource source;
  source.source.title = QStringLiteral("t");
  source.source.author = QStringLiteral("somebody");
  archive.events[0].sources = {source};
  EXPECT_EQ(writeEventCsv(archive).leftOut,
            (std::map<std::string, std::size_t>{{"details of sources", 1}, {"titles of the whole", 1}}));
}

TEST(TimelineJsSheet, HoldsWhatItsReaderShows) {
  ForeignArchive archive;
  archive.title = QStringLiteral("A & B");
  ForeignEvent event = eventOf("<Head>", "-0043-03-15/0014");
  event.summary = QStringLiteral("a < b\nc");
  event.tags = {QStringLiteral("g"), QStringLiteral("h")};
  ForeignSource picture;
  picture.source.url = QStringLiteral("https://example.org/x.JPG");
  picture.source.title = QStringLiteral("Caption");
  ForeignSource page;
  page.source.url = QStringLiteral("https://example.org/page");
  page.source.title = QStringLiteral("Page");
  event.sources = {picture, page};
  archive.events = {event, eventOf("About", "1850~"), eventOf("Never", ""),
                    eventOf("At", "2012-02-11T15:55:00")};
  const WrittenFile file = writeTimelineJsSheet(archive);
  EXPECT_EQ(file.leftOut,
            (std::map<std::string, std::size_t>{{"events without date", 1},
                                                {"further tags", 1},
                                                {"vague dates, which are shown but not understood", 1}}));
  const ForeignArchive back = readBack(file.bytes);
  EXPECT_EQ(back.title, QStringLiteral("A & B"));
  ASSERT_EQ(back.events.size(), 3U);
  EXPECT_EQ(back.events[0].title, QStringLiteral("<Head>"));
  EXPECT_EQ(back.events[0].when->edtf(), "-0043-03-15/0014");
  EXPECT_THAT(back.events[0].summary.toStdString(), HasSubstr("a < b\nc\n"));
  EXPECT_THAT(back.events[0].summary.toStdString(), HasSubstr("Page (https://example.org/page)"));
  EXPECT_EQ(back.events[0].sources.at(0).source.title, QStringLiteral("Caption"));
  EXPECT_EQ(back.events[1].when->edtf(), "1850");
  EXPECT_EQ(back.events[1].note, QStringLiteral("Display Date: 1850~"));
  EXPECT_EQ(back.events[2].when->edtf(), "2012-02-11T15:55:00");
}

}  // namespace
}  // namespace entente
