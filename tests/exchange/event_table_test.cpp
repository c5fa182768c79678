// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of events: which columns are what, dates by the proof of their column, and what is said about the
// rest.
#include "core/exchange/event_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/core.h>

#include <string>
#include <vector>

#include "core/exchange/loose_grid.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

EventTableImport read(std::string_view csv, DateOrder order = DateOrder::Ask) {
  const auto table = readLooseGrid(csv);
  EXPECT_TRUE(table) << table.error().text();
  const TableGuess guess = guessEventTable(table->grid);
  EXPECT_EQ(guess.problem, "");
  EventTableOptions options;
  options.order = order;
  auto import = readEventTable(table->grid, guess.map, options);
  EXPECT_TRUE(import) << import.error().text();
  return import ? std::move(*import) : EventTableImport();
}

std::string whenOf(const ForeignEvent& event) {
  return event.when ? event.when->edtf() : "undated";
}

/// What a column of dates becomes, row by row; refusals with their reason.
std::vector<std::string> dates(const std::vector<std::string>& values, DateOrder order = DateOrder::Ask) {
  std::string csv = "Title\tDate\n";
  for (const std::string& value : values)
    csv += "x\t" + value + "\n";
  const EventTableImport import = read(csv, order);
  std::vector<std::string> read(values.size());
  for (const ForeignEvent& event : import.archive.events)
    read.at(static_cast<std::size_t>(event.place.line) - 2) = whenOf(event);
  for (const ImportNote& note : import.archive.notes) {
    if (note.kind == NoteKind::Refusal) read.at(static_cast<std::size_t>(note.place.line) - 2) = note.text;
  }
  return read;
}

std::string date(const std::string& value, DateOrder order = DateOrder::Ask) {
  return dates({value}, order).front();
}

std::string problemOf(std::string_view csv) {
  const auto table = readLooseGrid(csv);
  return table ? guessEventTable(table->grid).problem : table.error().message;
}

TEST(EventTable, PlainColumns) {
  const auto import = read(
      "id,Date,Event,Description,City,Country,Lat,Lon,Category,Tags,Participants,Source,URL,Importance,"
      "Casualties\n"
      "e1,1914-06-28,Assassination,Two shots.,Sarajevo,Bosnia,43.8579,18.4289,Politics,\"war, empire\","
      "Gavrilo Princip; Franz Ferdinand,NYT,https://nyt.com/a,8,2\n");
  ASSERT_EQ(import.archive.events.size(), 1U);
  const ForeignEvent& event = import.archive.events[0];
  EXPECT_EQ(event.key, QStringLiteral("e1"));
  EXPECT_EQ(event.title, QStringLiteral("Assassination"));
  EXPECT_EQ(whenOf(event), "1914-06-28");
  EXPECT_EQ(event.summary, QStringLiteral("Two shots."));
  EXPECT_EQ(event.where, QStringLiteral("Sarajevo, Bosnia"));
  ASSERT_TRUE(event.latitude && event.longitude);
  EXPECT_EQ(event.latitude->text, "43.8579");
  EXPECT_THAT(event.tags,
              ElementsAre(QStringLiteral("Politics"), QStringLiteral("war"), QStringLiteral("empire")));
  EXPECT_THAT(event.actors, ElementsAre(ForeignActor{"participant", QStringLiteral("Gavrilo Princip")},
                                        ForeignActor{"participant", QStringLiteral("Franz Ferdinand")}));
  ASSERT_EQ(event.sources.size(), 1U);
  EXPECT_EQ(event.sources[0].source.title, QStringLiteral("NYT"));
  EXPECT_EQ(event.sources[0].source.url, QStringLiteral("https://nyt.com/a"));
  EXPECT_EQ(event.weight, 8);
  EXPECT_EQ(event.note, QStringLiteral("Casualties: 2"));
  EXPECT_EQ(event.place, (TablePlace{2, 1}));
}

TEST(EventTable, LinksStandBesideTheTitlesTheyAreNamedAfter) {
  const auto import = read(
      "Date,Event,Source,Image URL,Source URL\n"
      "1914-06-28,Assassination,NYT,https://thetimes.co.uk/b,https://nyt.com/a\n");
  ASSERT_EQ(import.archive.events.size(), 1U);
  const auto& sources = import.archive.events[0].sources;
  ASSERT_EQ(sources.size(), 2U);
  EXPECT_EQ(sources[0].source.title, QStringLiteral("NYT"));
  EXPECT_EQ(sources[0].source.url, QStringLiteral("https://nyt.com/a"));
  EXPECT_EQ(sources[1].source.url, QStringLiteral("https://thetimes.co.uk/b"));
}

TEST(EventTable, TimelineJsSheet) {
  const auto import = read(
      "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
      "Media Caption,Media Thumbnail,Type,Group,Background\n"
      ",,,,,,,,,The whole,<p>About &amp; more</p>,,,,,title,,\n"
      "1963,8,9,,,,,,,A Start,<p>Born in <b>Newark</b></p>,https://youtu.be/x,A. "
      "Credit,Caption,t.jpg,,Family,#fff\n"
      "2012,2,11,3:55 PM,,,,4:30 PM,February 11,Then,,,,,,,,\n"
      "1970,,,,1980,,,,,Seventies,,,,,,era,,\n"
      "-44,March,15,,,,,,,Ides,,,,,,,,\n"
      "1999,2,30,,,,,,,No day,,,,,,,,\n"
      ",5,1,,,,,,,No year,,,,,,,,\n");
  const ForeignArchive& archive = import.archive;
  EXPECT_EQ(archive.title, QStringLiteral("The whole"));
  EXPECT_EQ(archive.description, QStringLiteral("About & more"));
  ASSERT_EQ(archive.events.size(), 4U);
  EXPECT_EQ(whenOf(archive.events[0]), "1963-08-09");
  EXPECT_EQ(archive.events[0].summary, QStringLiteral("Born in Newark"));
  ASSERT_EQ(archive.events[0].sources.size(), 1U);
  EXPECT_EQ(archive.events[0].sources[0].source.title, QStringLiteral("Caption"));
  EXPECT_EQ(archive.events[0].sources[0].source.author, QStringLiteral("A. Credit"));
  EXPECT_EQ(whenOf(archive.events[1]), "2012-02-11T15:55:00/2012-02-11T16:30:00");
  EXPECT_EQ(archive.events[1].note, QStringLiteral("Display Date: February 11"));
  EXPECT_EQ(archive.events[2].kind, EventKind::Period);
  EXPECT_EQ(whenOf(archive.events[2]), "1970/1980");
  EXPECT_EQ(whenOf(archive.events[3]), "-0043-03-15");
  EXPECT_EQ(archive.refused, 2U);
  EXPECT_EQ(archive.leftOut.at("values of 'Background'"), 1U);
  EXPECT_EQ(archive.leftOut.at("values of 'Media Thumbnail'"), 1U);
}

TEST(EventTable, OlderTimelineJsSheetHasTheMonthFirst) {
  const std::string header =
      "Start Date,End Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Tag\n";
  EXPECT_EQ(whenOf(read(header + "3/4/2013,3/8/2013,Spring,,,,,,,\n").archive.events.at(0)),
            "2013-03-04/2013-03-08");
  // Proof beats what is usual.
  EXPECT_EQ(whenOf(read(header + "3/4/2013,,A,,,,,,,\n25/12/2013,,B,,,,,,,\n").archive.events.at(0)),
            "2013-04-03");
}

TEST(EventTable, TitlesInOtherLanguages) {
  for (const std::string_view csv :
       {"Datum;Titel;Beschreibung;Ort\n1914-06-28;x;y;z\n", "Date;Titre;Description;Lieu\n1914-06-28;x;y;z\n",
        "Fecha;Título;Descripción;Lugar\n1914-06-28;x;y;z\n",
        "Data;Titolo;Descrizione;Luogo\n1914-06-28;x;y;z\n",
        "Datum;Titel;Beschrijving;Plaats\n1914-06-28;x;y;z\n",
        "Data;Título;Descrição;Local\n1914-06-28;x;y;z\n", "Data;Tytuł;Opis;Miejsce\n1914-06-28;x;y;z\n",
        "Дата;Название;Описание;Место\n1914-06-28;x;y;z\n"}) {
    const auto import = read(csv);
    ASSERT_EQ(import.archive.events.size(), 1U) << csv;
    const ForeignEvent& event = import.archive.events[0];
    EXPECT_EQ(
        whenOf(event) + event.title.toStdString() + event.summary.toStdString() + event.where.toStdString(),
        "1914-06-28xyz")
        << csv;
    EXPECT_TRUE(event.note.isEmpty()) << csv;
  }
}

TEST(EventTable, TheOrderOfDayAndMonthNeedsProof) {
  const auto proven = read("date,title\n03/04/2024,a\n25/12/2024,b\n");
  EXPECT_EQ(whenOf(proven.archive.events.at(0)), "2024-04-03");
  EXPECT_EQ(proven.orderProof, "day first: row 3 has 25/12/2024");
  EXPECT_TRUE(proven.questions.empty());
  EXPECT_EQ(whenOf(read("date,title\n03/04/2024,a\n12/25/2024,b\n").archive.events.at(0)), "2024-03-04");

  const auto open = read("date,title\n03/04/2024,a\n05/05/2024,b\n");
  ASSERT_EQ(open.questions.size(), 1U);
  EXPECT_THAT(open.questions[0].text, HasSubstr("03/04/2024 (row 2)"));
  ASSERT_EQ(open.archive.events.size(), 1U);
  EXPECT_EQ(whenOf(open.archive.events[0]), "2024-05-05");
  EXPECT_EQ(open.archive.refused, 1U);

  const auto both = read("date,title\n03/04/2024,a\n25/12/2024,b\n12/25/2024,c\n");
  ASSERT_EQ(both.questions.size(), 1U);
  EXPECT_EQ(both.archive.events.size(), 2U);

  const auto told = read("date,title\n03/04/2024,a\n", DateOrder::MonthFirst);
  EXPECT_EQ(whenOf(told.archive.events.at(0)), "2024-03-04");
  EXPECT_TRUE(told.questions.empty());
}

TEST(EventTable, DatesInFigures) {
  EXPECT_EQ(date("2024-06-24"), "2024-06-24");
  EXPECT_EQ(date("2024/6/4"), "2024-06-04");
  EXPECT_EQ(date("2024-06-24 14:30"), "2024-06-24T14:30:00");
  EXPECT_EQ(date("2024-06-24T14:30:00.123+0200"), "2024-06-24T14:30:00+02:00");
  EXPECT_EQ(date("24.12.2024 2:30 PM"), "2024-12-24T14:30:00");
  // The whole column is at midnight: it holds days.
  EXPECT_THAT(dates({"2024-06-24 00:00:00", "2024-06-25 00:00:00"}), ElementsAre("2024-06-24", "2024-06-25"));
  EXPECT_THAT(dates({"2024-06-24 00:00:00", "2024-06-25 10:00:00"}),
              ElementsAre("2024-06-24T00:00:00", "2024-06-25T10:00:00"));
  EXPECT_EQ(date("1995-05-00"), "1995-05");
  EXPECT_EQ(date("1995-00-00"), "1995");
  EXPECT_THAT(date("1995-13-01"), HasSubstr("'1995-13-01' cannot be read as a date"));
  EXPECT_THAT(date("2023-02-29"), HasSubstr("cannot be read"));
  EXPECT_THAT(date("3/4/98"), HasSubstr("two digits may be of any century"));
  EXPECT_THAT(date("11-Mar-15"), HasSubstr("two digits may be of any century"));
}

TEST(EventTable, YearsAreYears) {
  EXPECT_THAT(dates({"1914", "98", "820", "-44"}), ElementsAre("1914", "0098", "0820", "-0043"));
  EXPECT_THAT(dates({"1914.0", "1918.0"}), ElementsAre("1914", "1918"));
  EXPECT_THAT(dates({"-0044", "-0500", "0079"}), ElementsAre("-0044", "-0500", "0079"));
  EXPECT_THAT(dates({"1914", "1916.5"})[1], HasSubstr("a month or a part of a year"));
  EXPECT_EQ(date("1914-06-28"), "1914-06-28");
  EXPECT_THAT(dates({"1914-06-28", "98", "1 May 1920", "2 May 1920", "3 May 1920", "4 May 1920"})[1],
              HasSubstr("may be a year or anything else"));
}

TEST(EventTable, NumbersAreDatesOnlyWhereTheWholeColumnIs) {
  EXPECT_THAT(dates({"43831", "43832"}), ElementsAre("2020-01-01", "2020-01-02"));
  EXPECT_THAT(dates({"43831", "2020-05-05"})[0], HasSubstr("day number"));
  EXPECT_THAT(dates({"20200131", "20200201"}), ElementsAre("2020-01-31", "2020-02-01"));
  EXPECT_THAT(dates({"1577836800", "1577923200"}),
              ElementsAre("2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z"));
  EXPECT_THAT(dates({"1577836800000"}), ElementsAre("2020-01-01T00:00:00Z"));
  EXPECT_THAT(dates({"1577836800", "2020-01-01"})[0], HasSubstr("cannot be read"));
}

TEST(EventTable, DatesInWords) {
  EXPECT_EQ(date("24 June 2025"), "2025-06-24");
  EXPECT_EQ(date("21 Sept. 1974"), "1974-09-21");
  EXPECT_EQ(date("c. 1850"), "1850~");
  EXPECT_EQ(date("1850s"), "185X");
  EXPECT_EQ(date("4 May 1920[12]"), "1920-05-04");
  EXPECT_EQ(date("3. Mai 1945"), "1945-05-03");
  EXPECT_EQ(date("im März 1848"), "1848-03");
  EXPECT_EQ(date("1er mai 1886"), "1886-05-01");
  EXPECT_EQ(date("3 de mayo de 1808"), "1808-05-03");
  EXPECT_EQ(date("2 giugno 1946"), "1946-06-02");
  EXPECT_EQ(date("5 mei 1945"), "1945-05-05");
  EXPECT_EQ(date("25 de abril de 1974"), "1974-04-25");
  EXPECT_EQ(date("3 maja 1791 r."), "1791-05-03");
  EXPECT_EQ(date("12 апреля 1961 г."), "1961-04-12");
  EXPECT_EQ(date("28. října 1918"), "1918-10-28");
  EXPECT_EQ(date("den 3 maj 1945"), "1945-05-03");
  EXPECT_EQ(date("5. maj 1945"), "1945-05-05");
  EXPECT_EQ(date("8. mai 1945"), "1945-05-08");
  EXPECT_EQ(date("6. joulukuuta 1917"), "1917-12-06");
  EXPECT_EQ(date("1848. március 15."), "1848-03-15");
  EXPECT_EQ(date("1990 m. kovo 11 d."), "1990-03-11");
  EXPECT_EQ(date("1990. gada 4. maijs"), "1990-05-04");
  EXPECT_EQ(date("1 decembrie 1918"), "1918-12-01");
  EXPECT_EQ(date("29 Ekim 1923"), "1923-10-29");
  EXPECT_EQ(date("24 серпня 1991 р."), "1991-08-24");
  EXPECT_EQ(date("25 Μαρτίου 1821"), "1821-03-25");
  EXPECT_EQ(date("17 Agustus 1945"), "1945-08-17");
  EXPECT_EQ(date("1949年10月1日"), "1949-10-01");
  EXPECT_EQ(date("1945년 8월 15일"), "1945-08-15");
  EXPECT_EQ(date("1868年"), "1868");
  EXPECT_THAT(date("1949年13月1日"), HasSubstr("cannot be read"));
  EXPECT_THAT(date("昭和20年"), HasSubstr("cannot be read"));
  EXPECT_EQ(date("44 v. Chr."), "-0043");
  EXPECT_EQ(date("0044-03-15 00:00:00 BC"), "-0043-03-15");
  EXPECT_EQ(date("0100-01-01 00:00:00 AD"), "0100-01-01");
  EXPECT_EQ(date("Jan 11 2012 CST"), "2012-01-11");
  EXPECT_EQ(date("Mo, 3. Mai 2021"), "2021-05-03");
  EXPECT_THAT(date("Di, 3. Mai 2021"), HasSubstr("cannot be read"));
  EXPECT_THAT(date("31 December"), HasSubstr("which year"));
  EXPECT_THAT(date("last month"), HasSubstr("depends on a day"));
  EXPECT_THAT(date("yesterday"), HasSubstr("depends on a day"));
}

TEST(EventTable, NumbersAreNoYearsByChance) {
  EXPECT_THAT(problemOf("name,wounded\nWar of 1812,4505\nCivil War,1200\nWar,1500\nRaid,2100\n"),
              HasSubstr("can be a date"));
  EXPECT_THAT(problemOf(",party,0,1\n0,VVD,25.0,26\n1,D66,7,8\n2,PVV,3,4\n"), HasSubstr("can be a date"));
  EXPECT_THAT(problemOf("state,storms\nAlabama,22\nAlaska,0\nArizona,0\n"), HasSubstr("can be a date"));
  EXPECT_THAT(problemOf("place,dmin\nAlaska,0.123\nTexas,0.455\n"), HasSubstr("can be a date"));
  std::string series = "date,weather,wind\n";
  for (int i = 0; i < 150; ++i)
    series += fmt::format("2012-{:02}-{:02},{},{}\n", 1 + i / 28, 1 + i % 28, i % 3 == 0 ? "rain" : "sun", i);
  EXPECT_THAT(problemOf(series), HasSubstr("figures by date"));
}

TEST(EventTable, ColumnsAreWhatIsInThem) {
  const auto month = read("airline,month\nA,2013-09-20\nB,2015-08-20\n");
  EXPECT_EQ(whenOf(month.archive.events.at(0)), "2013-09-20");
  const auto show = read("YEAR,Show,Guest\n1999,1/11/99,Fox\n2000,1/25/00,Ray\n");
  EXPECT_EQ(whenOf(show.archive.events.at(0)), "1999-01-11") << "the year says the century, 25 the order";
  EXPECT_EQ(show.archive.events[0].title, QStringLiteral("Fox"));
  const auto epoch = read("title,time\na,1517365101235\n");
  EXPECT_EQ(whenOf(epoch.archive.events.at(0)), "2018-01-31T02:18:21Z");
  const auto volcano =
      read("name,eruption_start_year,event_date_year,event_date_month,event_date_day\nx,1500,1538,10,6\n");
  EXPECT_EQ(whenOf(volcano.archive.events.at(0)), "1538-10-06");
}

TEST(EventTable, ADateIsMadeWholeByTheYearBesideIt) {
  const auto import = read("Date,Year,Title\n11-Jun-17,2017,a\n4/13,2008,b\n4/7,2009,c\n9/24/06,1906,d\n");
  ASSERT_EQ(import.archive.events.size(), 4U);
  EXPECT_EQ(whenOf(import.archive.events[0]), "2017-06-11");
  EXPECT_EQ(whenOf(import.archive.events[1]), "2008-04-13");
  EXPECT_EQ(whenOf(import.archive.events[2]), "2009-04-07") << "13 and 24 prove it";
  EXPECT_EQ(whenOf(import.archive.events[3]), "1906-09-24");
  const auto words = read("Year(s),title,start,end\n55-54 B.C.,x,-55,-44\n");
  EXPECT_EQ(words.archive.events.at(0).note, QStringLiteral("Year(s): 55-54 B.C."));
}

TEST(EventTable, WhatIsOddIsSaidOnce) {
  const auto times = read("date,time,title\n1990-01-01,Day,a\n1990-01-02,Night,b\n1990-01-03,Day,c\n");
  ASSERT_EQ(times.archive.notes.size(), 1U);
  EXPECT_EQ(times.archive.notes[0].text,
            "'Day' and 2 more like it cannot be read as times; they are kept in the notes.");
  EXPECT_EQ(times.archive.events.at(1).note, QStringLiteral("time: Night"));
  const auto ends = read("start,end,title\n1990,unknown,a\n");
  ASSERT_EQ(ends.archive.notes.size(), 1U);
  EXPECT_EQ(ends.archive.notes[0].where, "end") << ends.archive.notes[0].text;
  const auto title = read("date,title,other\n1990,NA,Something else\n");
  EXPECT_EQ(title.archive.events.at(0).title, QStringLiteral("Something else"));
  EXPECT_EQ(title.archive.notes.at(0).text, "It is empty; 'other' serves as the title.");
}

TEST(EventTable, AMonthMeansWhatItMeansInTheColumnsTongue) {
  EXPECT_THAT(dates({"8. listopada 1991", "25. lipnja 1991"}), ElementsAre("1991-10-08", "1991-06-25"));
  EXPECT_THAT(dates({"11 listopada 1918", "3 maja 1791"}), ElementsAre("1918-11-11", "1791-05-03"));
  EXPECT_THAT(date("8. listopada 1991"), HasSubstr("'listopada' is November in Polish, October in Croatian"));
}

TEST(EventTable, RangesInOneCell) {
  EXPECT_EQ(date("1914-1918"), "1914/1918");
  EXPECT_EQ(date("1 to 3 June 2025"), "2025-06-01/2025-06-03");
  EXPECT_EQ(date("1914–18"), "1914/1918");
  EXPECT_EQ(date("1914-18"), "1914/1918");
  EXPECT_EQ(date("1914-05"), "1914-05");
  EXPECT_THAT(date("1905–06"), HasSubstr("may be a month or two years"));
  EXPECT_THAT(date("2001-21"), HasSubstr("may be a season or two years"));
  EXPECT_THAT(date("1968-14"), HasSubstr("no such month"));
  EXPECT_THAT(date("1868-9"), HasSubstr("may be a month or two years"));
  EXPECT_THAT(date("1666/7"), HasSubstr("may be a month or two years"));
  EXPECT_THAT(dates({"2024-1", "2024-6"}), ElementsAre("2024-01", "2024-06")) << "2024-1 is no range";
  // Where ranges are written like this, a month may be one, too.
  EXPECT_THAT(dates({"1872-73", "1905-06", "1905-02"}),
              ElementsAre("1872/1873", HasSubstr("may be a month or two years"), "1905-02"));
}

TEST(EventTable, NothingIsNoDate) {
  for (const char* text : {"n/a", "-", "unknown", "TBD", "0000-00-00", "?", "unbekannt"})
    EXPECT_EQ(date(text), "undated") << text;
  const auto import = read("date,title\n,a\nn/a,b\n1914,c\n");
  EXPECT_EQ(import.archive.events.size(), 3U);
  EXPECT_EQ(import.archive.refused, 0U);
  ASSERT_EQ(import.archive.notes.size(), 2U);
  EXPECT_EQ(import.archive.notes[0].text, "'n/a' says no date.");
  EXPECT_THAT(import.archive.notes[1].text, HasSubstr("1 row(s) have no date"));
}

TEST(EventTable, Ends) {
  const auto when = [](const std::string& begin, const std::string& end) {
    const auto import = read("start,end,title\n" + begin + "," + end + ",x\n");
    return import.archive.refused > 0 ? import.archive.notes.back().text
                                      : whenOf(import.archive.events.at(0));
  };
  EXPECT_EQ(when("1914", "1918"), "1914/1918");
  EXPECT_EQ(when("1914", "1914"), "1914");
  EXPECT_EQ(when("1914", ""), "1914");
  EXPECT_EQ(when("2014", "present"), "2014/..");
  EXPECT_EQ(when("1918", "1914"), "The end '1914' lies before the begin '1918'.");
  const auto import = read("start,end,title\n1914,rubbish,x\n");
  EXPECT_EQ(whenOf(import.archive.events.at(0)), "1914") << "an end that says nothing takes no begin away";
  EXPECT_EQ(import.archive.events[0].note, QStringLiteral("end: rubbish"));
  EXPECT_EQ(
      import.archive.notes.at(0).text,
      "'rubbish' cannot be read as a date: this word is not understood. It is kept in the note; the begin "
      "stands.");
}

TEST(EventTable, AYearBesideADate) {
  const auto import =
      read("Year,Date,Title\n1914,28 June,a\n1825,end of term,b\n1826,,c\n1827,5 March 1827,d\n");
  ASSERT_EQ(import.archive.events.size(), 4U);
  EXPECT_EQ(whenOf(import.archive.events[0]), "1914-06-28");
  EXPECT_EQ(whenOf(import.archive.events[1]), "1825");
  EXPECT_EQ(import.archive.events[1].note, QStringLiteral("Date: end of term"));
  EXPECT_EQ(whenOf(import.archive.events[2]), "1826");
  EXPECT_EQ(whenOf(import.archive.events[3]), "1827-03-05");
}

TEST(EventTable, MonthsBelongToTheirOwnYear) {
  const auto import = read("name,start_year,found_year,found_month\nx,1800,1950,5\n");
  EXPECT_EQ(whenOf(import.archive.events.at(0)), "1800");
  EXPECT_THAT(import.archive.events[0].note.toStdString(), HasSubstr("found_month: 5"));
}

TEST(EventTable, LongTitlesGoOnInTheSummary) {
  const std::string text = "The first sentence says what happened. " + std::string(300, 'x');
  const auto import = read("date,event\n1914," + text + "\n");
  EXPECT_EQ(import.archive.events.at(0).title, QStringLiteral("The first sentence says what happened."));
  EXPECT_EQ(import.archive.events[0].summary.toStdString(), text);
}

TEST(EventTable, FormulasAreText) {
  const auto import = read("date,title,text\n1914,=HYPERLINK(a),\"=cmd|' /C calc'!A0\"\n");
  EXPECT_EQ(import.archive.events.at(0).title, QStringLiteral("=HYPERLINK(a)"));
  EXPECT_EQ(import.archive.events[0].summary, QStringLiteral("=cmd|' /C calc'!A0"));
}

TEST(EventTable, RowsAboveTheHeaderAndNoHeader) {
  const auto import = read("List of events,,\nCompiled 2014,,\nDate,Event,Place\n1914,War,Europe\n");
  ASSERT_EQ(import.archive.events.size(), 1U);
  EXPECT_EQ(import.archive.events[0].title, QStringLiteral("War"));
  const auto bare = read("1914-06-28,Assassination,Sarajevo\n1914-07-28,Declaration of war,Vienna\n");
  ASSERT_EQ(bare.archive.events.size(), 2U);
  EXPECT_EQ(whenOf(bare.archive.events[1]), "1914-07-28");
  EXPECT_EQ(bare.archive.events[1].title, QStringLiteral("Declaration of war"));
  EXPECT_EQ(bare.archive.events[1].note, QStringLiteral("column 3: Vienna"));
}

TEST(EventTable, TablesThatHoldNoEvents) {
  EXPECT_THAT(problemOf("name,colour\nx,red\n"), HasSubstr("'name', 'colour'"));
  EXPECT_THAT(problemOf("date,a,b\n1943-10-05,1,0\n1943-10-12,1,0\n"), HasSubstr("can be a title"));
  EXPECT_EQ(problemOf(""), "The table is empty.");
  const auto grid = readLooseGrid("name,colour\nx,red\n");
  const auto import = readEventTable(grid->grid, guessEventTable(grid->grid).map);
  ASSERT_FALSE(import);
  EXPECT_EQ(import.error().kind, ErrorKind::Invalid);
}

TEST(ColumnMap, IsKeptByTitles) {
  const auto grid = readLooseGrid("What;When;Colour\nx;03.04.2024;red\n");
  ColumnMap map = guessEventTable(grid->grid).map;
  map.columns.at(2).field = EventField::Ignore;
  map.order = DateOrder::DayFirst;
  const auto kept = readColumnMap(columnMapJson(map));
  ASSERT_TRUE(kept) << kept.error().text();
  EXPECT_EQ(*kept, map);
  // Next month's table has its columns in another order, and one more.
  const auto next = readLooseGrid("Rest;WHEN;what\n1;05.06.2024;y\n");
  const auto fitted = fitColumns(*kept, next->grid);
  ASSERT_TRUE(fitted) << fitted.error().text();
  const auto import = readEventTable(next->grid, *fitted);
  ASSERT_TRUE(import);
  EXPECT_EQ(whenOf(import->archive.events.at(0)), "2024-06-05");
  EXPECT_EQ(import->archive.events[0].note, QStringLiteral("Rest: 1"));
  const auto other = readLooseGrid("a;b\n1;2\n");
  EXPECT_EQ(fitColumns(*kept, other->grid).error().message, "The table has no column 'What', 'When'.");
}

TEST(ColumnMap, RefusesWhatItCannotUse) {
  const auto refusal = [](const char* json) {
    const auto map = readColumnMap(json);
    return map ? std::string("read") : map.error().message;
  };
  EXPECT_THAT(refusal("[]"), HasSubstr("no JSON object"));
  EXPECT_THAT(refusal("{\"columns\": [{\"title\": \"a\", \"field\": \"nonsense\"}]}"),
              HasSubstr("no field 'nonsense'"));
  EXPECT_THAT(refusal("{\"columns\": [{\"title\": \"a\", \"field\": \"title\"}, {\"title\": \"b\", "
                      "\"field\": \"title\"}]}"),
              HasSubstr("two columns are 'title'"));
  EXPECT_THAT(refusal("{\"dates\": \"x\"}"), HasSubstr("day-first or month-first"));
}

}  // namespace
}  // namespace entente
