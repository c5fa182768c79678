// SPDX-License-Identifier: GPL-3.0-or-later
// Calendars as events: dates and zones, texts, recurrences, and what is refused.
#include "core/exchange/icalendar.h"

#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/time/civil.h"

namespace entente {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Lines = std::vector<std::string>;

std::string calendar(std::string_view inside) {
  return fmt::format("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}END:VCALENDAR\r\n", inside);
}

std::string entry(std::string_view lines) {
  return fmt::format("BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Title\r\n{}\r\nEND:VEVENT\r\n", lines);
}

ForeignArchive read(std::string_view bytes, const CalendarOptions& options = {}) {
  auto archive = readICalendar(bytes, options);
  EXPECT_TRUE(archive) << (archive ? "" : archive.error().text());
  return archive ? *archive : ForeignArchive();
}

Lines datesOf(const ForeignArchive& archive) {
  Lines lines;
  for (const ForeignEvent& event : archive.events)
    lines.push_back(event.when ? event.when->edtf() : "none");
  return lines;
}

Lines notesOf(const ForeignArchive& archive) {
  Lines lines;
  for (const ImportNote& note : archive.notes)
    lines.push_back(note.text);
  return lines;
}

std::string dateOf(std::string_view lines) {
  const Lines dates = datesOf(read(calendar(entry(lines))));
  return dates.size() == 1 ? dates.front() : fmt::format("{} events", dates.size());
}

CalendarOptions within(int firstYear, int endYear) {
  CalendarOptions options;
  options.span = TimeSpan{startOfYear(firstYear), startOfYear(endYear)};
  return options;
}

constexpr std::string_view kOutlookZone =
    "BEGIN:VTIMEZONE\r\nTZID:Western\r\n"
    "BEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\n"
    "BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";

TEST(ICalendar, TheEndOfWholeDaysDoesNotBelongToThem) {
  EXPECT_EQ(dateOf("DTSTART;VALUE=DATE:20240101\r\nDTEND;VALUE=DATE:20240102"), "2024-01-01");
  EXPECT_EQ(dateOf("DTSTART;VALUE=DATE:20240101\r\nDTEND;VALUE=DATE:20240104"), "2024-01-01/2024-01-03");
  EXPECT_EQ(dateOf("DTSTART;VALUE=DATE:20240101\r\nDTEND;VALUE=DATE:20240101"), "2024-01-01");
  EXPECT_EQ(dateOf("DTSTART;VALUE=DATE:20240228\r\nDURATION:P2D"), "2024-02-28/2024-02-29");
  EXPECT_EQ(dateOf("DTSTART:18630703"), "1863-07-03");
  EXPECT_EQ(dateOf("DTSTART;VALUE=DATE:20240101T000000\r\nDTEND;VALUE=DATE:20240102T000000"), "2024-01-01");
  EXPECT_EQ(dateOf("X-MICROSOFT-CDO-ALLDAYEVENT:TRUE\r\nDTSTART:20240101T000000\r\nDTEND:20240103T000000"),
            "2024-01-01/2024-01-02");
}

TEST(ICalendar, TimesKeepTheirOffset) {
  EXPECT_EQ(dateOf("DTSTART:20240101T100000Z\r\nDTEND:20240101T113000Z"),
            "2024-01-01T10:00:00Z/2024-01-01T11:30:00Z");
  EXPECT_EQ(dateOf("DTSTART:20240101T100000"), "2024-01-01T10:00:00");
  EXPECT_EQ(dateOf("DTSTART;TZID=Europe/Berlin:20240701T100000"), "2024-07-01T10:00:00+02:00");
  EXPECT_EQ(dateOf("DTSTART;TZID=/example.org/2005_1/Europe/Berlin:20240101T100000"),
            "2024-01-01T10:00:00+01:00");
  EXPECT_EQ(dateOf("DTSTART;TZID=Eastern Standard Time:20240701T100000"), "2024-07-01T10:00:00-04:00");
  EXPECT_EQ(dateOf("DTSTART;TZID=\"UTC\":20240701T100000"), "2024-07-01T10:00:00Z");
  EXPECT_EQ(dateOf("DTSTART:2024-07-01T10:00:00+02:00"), "2024-07-01T10:00:00+02:00");
}

TEST(ICalendar, AClockThatSkipsATimeHasTheOffsetBefore) {
  EXPECT_EQ(dateOf("DTSTART;TZID=Europe/Berlin:20240331T023000\r\nDURATION:PT1H"),
            "2024-03-31T02:30:00+01:00/2024-03-31T04:30:00+02:00");
  EXPECT_EQ(dateOf("DTSTART;TZID=Europe/Berlin:20241027T023000"), "2024-10-27T02:30:00+02:00");
}

TEST(ICalendar, AZoneOfTheFileCounts) {
  const std::string events = entry("DTSTART;TZID=Western:20240330T100000") +
                             entry("DTSTART;TZID=Western:20240331T100000") +
                             entry("DTSTART;TZID=Western:20241027T100000");
  // Wherever it stands.
  for (const std::string& text : {std::string(kOutlookZone) + events, events + std::string(kOutlookZone)})
    EXPECT_THAT(
        datesOf(read(calendar(text))),
        ElementsAre("2024-03-30T10:00:00+01:00", "2024-03-31T10:00:00+02:00", "2024-10-27T10:00:00+01:00"));
}

TEST(ICalendar, ZonesAsProgramsWriteThem) {
  // A quote around too much, and offsets that EDTF does not have.
  EXPECT_EQ(dateOf("DTSTART;TZID=\"Europe/Berlin:20240701T100000\""), "2024-07-01T10:00:00+02:00");
  EXPECT_EQ(dateOf("DTSTART:20240701T100000+2000"), "2024-06-30T14:00:00Z");
  // Two zones in one component.
  const ForeignArchive archive = read(calendar(
      "BEGIN:VTIMEZONE\r\nTZID:One\r\nBEGIN:STANDARD\r\nDTSTART:20240101T000000\r\nTZOFFSETFROM:+0000\r\n"
      "TZOFFSETTO:+0000\r\nEND:STANDARD\r\nTZID:Two\r\nBEGIN:STANDARD\r\nDTSTART:20240101T000000\r\n"
      "TZOFFSETFROM:-0800\r\nTZOFFSETTO:-0800\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n" +
      entry("DTSTART;TZID=One:20240701T100000") + entry("DTSTART;TZID=Two:20240701T100000")));
  EXPECT_THAT(datesOf(archive), ElementsAre("2024-07-01T10:00:00Z", "2024-07-01T10:00:00-08:00"));
}

TEST(ICalendar, TheZoneOfTheWholeCalendarIsNotAppliedToFloatingTimes) {
  const std::string zone = "X-WR-TIMEZONE:Europe/Berlin\r\n";
  const ForeignArchive floating = read(calendar(zone + entry("DTSTART:20240101T100000")));
  EXPECT_THAT(datesOf(floating), ElementsAre("2024-01-01T10:00:00"));
  EXPECT_EQ(floating.leftOut.count("time zones of whole calendars"), 1U);
  EXPECT_TRUE(read(calendar(zone + entry("DTSTART:20240101T100000Z"))).leftOut.empty());
}

TEST(ICalendar, ZonesByAllTheirNames) {
  const auto at = [](const std::string& zone) { return dateOf("DTSTART;TZID=" + zone + ":20240701T100000"); };
  EXPECT_EQ(at("US/Pacific"), "2024-07-01T10:00:00-07:00");
  EXPECT_EQ(at("CET"), "2024-07-01T10:00:00+02:00");
  EXPECT_EQ(at("Europe/Kiev"), "2024-07-01T10:00:00+03:00");
  EXPECT_EQ(at("Asia/Calcutta"), "2024-07-01T10:00:00+05:30");
  EXPECT_EQ(at("Etc/GMT+5"), "2024-07-01T10:00:00-05:00");
  EXPECT_EQ(at("Etc/UTC"), "2024-07-01T10:00:00Z");
  EXPECT_EQ(at("EST5EDT"), "2024-07-01T10:00:00-04:00");
  EXPECT_EQ(at("\"tzone://Microsoft/Utc\""), "2024-07-01T10:00:00Z");
  EXPECT_EQ(at("../../etc/passwd"), "2024-07-01T10:00:00");
  // What a program wrote of a known zone for one summer says nothing of the next winter.
  const ForeignArchive archive =
      read(calendar("BEGIN:VTIMEZONE\r\nTZID:US/Central\r\nBEGIN:DAYLIGHT\r\nDTSTART:20060402T020000\r\n"
                    "TZOFFSETFROM:-0600\r\nTZOFFSETTO:-0500\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n" +
                    entry("DTSTART;TZID=US/Central:20071129T100000")));
  EXPECT_THAT(datesOf(archive), ElementsAre("2007-11-29T10:00:00-06:00"));
}

TEST(ICalendar, AnUnknownZoneIsSaidOnce) {
  const ForeignArchive archive = read(calendar(entry("DTSTART;TZID=Atlantis:20240101T100000") +
                                               entry("DTSTART;TZID=Atlantis:20240102T100000")));
  EXPECT_THAT(datesOf(archive), ElementsAre("2024-01-01T10:00:00", "2024-01-02T10:00:00"));
  EXPECT_THAT(notesOf(archive), ElementsAre(HasSubstr("\"Atlantis\" is not known")));
}

TEST(ICalendar, WhatCannotBeReadIsRefusedWithItsValue) {
  const ForeignArchive archive =
      read(calendar(entry("DTSTART:20241301") + entry("DTSTART:Invalid date") + entry("DTSTART:") +
                    entry("DTSTART:20240230") + entry("DTSTART:00000101") + entry("DTSTART:20240101")));
  EXPECT_EQ(archive.events.size(), 1U);
  EXPECT_EQ(archive.refused, 5U);
  EXPECT_THAT(notesOf(archive),
              ElementsAre(HasSubstr("month 13"), HasSubstr("\"Invalid date\""), HasSubstr("is empty"),
                          HasSubstr("day 30 of month 2"), HasSubstr("year 0")));
  EXPECT_EQ(archive.notes.front().place.line, 6);
}

TEST(ICalendar, AnEndThatIsWrongIsLeftOut) {
  const ForeignArchive archive = read(calendar(entry("DTSTART:20240102T100000\r\nDTEND:20240101T100000") +
                                               entry("DTSTART:20240101\r\nDTEND:soon")));
  EXPECT_THAT(datesOf(archive), ElementsAre("2024-01-02T10:00:00", "2024-01-01"));
  EXPECT_THAT(notesOf(archive), ElementsAre(HasSubstr("before the begin"), HasSubstr("\"soon\"")));
}

TEST(ICalendar, TextsPeopleAndPages) {
  const ForeignArchive archive = read(calendar(
      "X-WR-CALNAME:Summits\r\n"
      "BEGIN:VEVENT\r\nUID:a@b\r\nSUMMARY:One\\, tw\r\n o\r\nDTSTART:20240101\r\n"
      "DESCRIPTION:First\\nsecond <b>line</b> &amp\\; more\r\nLOCATION:The Hague\\, NL\r\nGEO:52.07;4.30\r\n"
      "CATEGORIES:NATO,EU\r\nCATEGORIES:NATO\r\nSTATUS:CANCELLED\r\nCOMMENT:Seen\r\nCLASS:PRIVATE\r\n"
      "ORGANIZER;CN=\"Rutte, "
      "Mark\":mailto:m@example.org\r\nATTENDEE;PARTSTAT=DECLINED:mailto:x@example.org\r\n"
      "URL:https://example.org/a\r\nATTACH;FMTTYPE=text/html:https://example.org/b\r\n"
      "ATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA\r\nCOLOR:red\r\nX-OTHER:1\r\n"
      "BEGIN:VALARM\r\nTRIGGER:-PT15M\r\nDESCRIPTION:Alarm\r\nEND:VALARM\r\nEND:VEVENT\r\n"));
  ASSERT_EQ(archive.events.size(), 1U);
  const ForeignEvent& event = archive.events.front();
  EXPECT_EQ(archive.title, QStringLiteral("Summits"));
  EXPECT_EQ(event.key, QStringLiteral("a@b"));
  EXPECT_EQ(event.title, QStringLiteral("One, two"));
  EXPECT_EQ(event.summary, QStringLiteral("First\nsecond line & more"));
  EXPECT_EQ(event.where, QStringLiteral("The Hague, NL"));
  EXPECT_EQ(event.latitude->text, "52.07");
  EXPECT_EQ(event.longitude->text, "4.30");
  EXPECT_THAT(event.tags,
              ElementsAre(QStringLiteral("NATO"), QStringLiteral("EU"), QStringLiteral("cancelled")));
  EXPECT_EQ(event.note, QStringLiteral("Seen\nClass: private"));
  EXPECT_THAT(event.actors, ElementsAre(ForeignActor{"organizer", QStringLiteral("Rutte, Mark")},
                                        ForeignActor{"declined", QStringLiteral("x@example.org")}));
  ASSERT_EQ(event.sources.size(), 2U);
  EXPECT_EQ(event.sources[1].source.url, QStringLiteral("https://example.org/b"));
  const std::map<std::string, std::size_t> leftOut{
      {"alarms", 1}, {"colours", 1}, {"embedded files", 1}, {"X-OTHER properties", 1}};
  EXPECT_EQ(archive.leftOut, leftOut);
}

TEST(ICalendar, WithoutASpanOnlyTheFirstTimeWithARemark) {
  const ForeignArchive archive = read(calendar(entry("DTSTART:20240101\r\nRRULE:FREQ=YEARLY")));
  EXPECT_THAT(datesOf(archive), ElementsAre("2024-01-01"));
  EXPECT_THAT(notesOf(archive), ElementsAre(HasSubstr("FREQ=YEARLY")));
}

TEST(ICalendar, TheFirstTimeIsOneThatTakesPlace) {
  const std::string weekly = "DTSTART:20240101T100000Z\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n";
  EXPECT_THAT(datesOf(read(calendar(entry(weekly + "EXDATE:20240101T100000Z")))),
              ElementsAre("2024-01-08T10:00:00Z"));
  const ForeignArchive moved =
      read(calendar("BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Weekly\r\n" + weekly + "END:VEVENT\r\n" +
                    "BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID:20240101T100000Z\r\nDTSTART:20240101T120000Z\r\n"
                    "END:VEVENT\r\n"));
  EXPECT_THAT(datesOf(moved), ElementsAre("2024-01-08T10:00:00Z", "2024-01-01T12:00:00Z"));
  EXPECT_EQ(moved.events.at(1).title, QStringLiteral("Weekly")) << "it stands for a time of that one";
  const ForeignArchive never = read(
      calendar(entry("DTSTART:20240101T100000Z\r\nRRULE:FREQ=WEEKLY;COUNT=1\r\nEXDATE:20240101T100000Z")));
  EXPECT_TRUE(never.events.empty());
  EXPECT_EQ(never.leftOut.count("recurring entries that happen at no time of their own"), 1U);
}

TEST(ICalendar, ARuleThatIsNotFollowedIsSaidAtOnce) {
  const ForeignArchive archive = read(calendar(entry("DTSTART:20240101T100000Z\r\nRRULE:D3 #50")));
  EXPECT_THAT(datesOf(archive), ElementsAre("2024-01-01T10:00:00Z"));
  EXPECT_THAT(notesOf(archive), ElementsAre(HasSubstr("which is not followed")));
}

TEST(ICalendar, TextsOfVCalendarAreInTheirOwnCharset) {
  const ForeignArchive archive = read(
      calendar("X-WR-CALDESC:one\x01two\r\nBEGIN:VEVENT\r\nDTSTART:20240101\r\n"
               "SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:m=F6chen\r\n"
               "LOCATION;ENCODING=QUOTED-PRINTABLE:Z=C3=BCrich\r\nURL:www.example.org/a\r\nEND:VEVENT\r\n"));
  ASSERT_EQ(archive.events.size(), 1U);
  EXPECT_EQ(archive.events[0].title, QStringLiteral("möchen"));
  EXPECT_EQ(archive.events[0].where, QStringLiteral("Zürich"));
  EXPECT_EQ(archive.events[0].sources.at(0).source.url, QStringLiteral("http://www.example.org/a"));
  EXPECT_EQ(archive.description, QStringLiteral("onetwo"));
}

TEST(ICalendar, OccurrencesWithinTheSpan) {
  const std::string rule =
      "DTSTART;TZID=Europe/Berlin:20240329T100000\r\nDTEND;TZID=Europe/Berlin:20240329T110000\r\n";
  const ForeignArchive archive = read(
      calendar(
          entry(rule +
                "RRULE:FREQ=WEEKLY;UNTIL=20240420T000000Z\r\nEXDATE;TZID=Europe/Berlin:20240412T100000\r\n"
                "RDATE;TZID=Europe/Berlin:20240501T100000") +
          entry("RECURRENCE-ID;TZID=Europe/Berlin:20240405T100000\r\nDTSTART;TZID=Europe/"
                "Berlin:20240406T120000")),
      within(2024, 2025));
  EXPECT_THAT(datesOf(archive), ElementsAre("2024-03-29T10:00:00+01:00/2024-03-29T11:00:00+01:00",
                                            "2024-04-19T10:00:00+02:00/2024-04-19T11:00:00+02:00",
                                            "2024-05-01T10:00:00+02:00/2024-05-01T11:00:00+02:00",
                                            "2024-04-06T12:00:00+02:00"));
  EXPECT_EQ(archive.events.front().key, QStringLiteral("1/20240329T100000"));
  EXPECT_EQ(archive.events.back().key, QStringLiteral("1/20240405T100000"));
}

TEST(ICalendar, EndlessRulesEnd) {
  CalendarOptions options = within(1, 9999);
  options.mostOccurrences = 5;
  for (const char* rule :
       {"FREQ=DAILY", "FREQ=SECONDLY", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;INTERVAL=0",
        "FREQ=DAILY;COUNT=999999999", "FREQ=MONTHLY;BYDAY=2TU;BYSETPOS=2", "nonsense",
        "FREQ=DAILY;BYSECOND=1,2,3;BYMINUTE=1,2,3;BYMONTH=2;BYMONTHDAY=31"}) {
    const ForeignArchive archive =
        read(calendar(entry(fmt::format("DTSTART:20240101T000000Z\r\nRRULE:{}", rule))), options);
    EXPECT_GE(archive.events.size(), 1U) << rule;
    EXPECT_LE(archive.events.size(), 5U) << rule;
  }
}

TEST(ICalendar, AZoneThatChangesAllTheTimeIsNotUsed) {
  std::string zone = "BEGIN:VTIMEZONE\r\nTZID:Mad\r\n";
  for (int i = 0; i < 50; ++i)
    zone += fmt::format(
        "BEGIN:STANDARD\r\nDTSTART:20240101T0000{:02}\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0{}00\r\nEND:"
        "STANDARD\r\n",
        i, 1 + i % 2);
  zone += "END:VTIMEZONE\r\n";
  const ForeignArchive archive = read(calendar(zone + entry("DTSTART;TZID=Mad:20240101T100000")));
  EXPECT_THAT(datesOf(archive), ElementsAre("2024-01-01T10:00:00"));
  EXPECT_THAT(notesOf(archive), Contains(HasSubstr("rules of the time zone \"Mad\"")));
}

TEST(ICalendar, LinesWithoutANameGoOnWithTheText) {
  const ForeignArchive archive =
      read(calendar(entry("DTSTART:20240101\r\nDESCRIPTION:One\r\ntwo\r\n\r\nthree")));
  EXPECT_EQ(archive.events.front().summary, QStringLiteral("One\ntwo\nthree"));
  EXPECT_EQ(archive.notes.size(), 1U);
}

TEST(ICalendar, OtherEncodings) {
  const auto titleOf = [](std::string_view bytes) { return read(bytes).events.front().title; };
  const std::string head = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240101\n";
  const std::string tail = "\nEND:VEVENT\nEND:VCALENDAR\n";
  EXPECT_EQ(titleOf(head + "SUMMARY:M\xFCnchen" + tail), QStringLiteral("München"));
  EXPECT_EQ(titleOf(head + "SUMMARY:M\xC3\n \xBCnchen" + tail), QStringLiteral("München"));
  EXPECT_EQ(titleOf(head + "SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCn=\nchen" + tail),
            QStringLiteral("München"));
  EXPECT_EQ(titleOf("\xEF\xBB\xBF" + head + "SUMMARY:A" + tail), QStringLiteral("A"));
}

TEST(ICalendar, MissingEnds) {
  const ForeignArchive archive = read(
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nDTSTART:20240101\nBEGIN:VEVENT\nSUMMARY:B\nDTSTART:"
      "20240102\n");
  EXPECT_THAT(datesOf(archive), ElementsAre("2024-01-01", "2024-01-02"));
  EXPECT_EQ(archive.notes.size(), 2U);
}

TEST(ICalendar, ToDosAndJournals) {
  const ForeignArchive archive = read(calendar(
      "BEGIN:VTODO\r\nSUMMARY:Answer\r\nDUE;VALUE=DATE:20240105\r\nEND:VTODO\r\nBEGIN:VTODO\r\nSUMMARY:Some "
      "time\r\nEND:VTODO\r\nBEGIN:VJOURNAL\r\nSUMMARY:Notes\r\nDTSTART:20240106\r\nEND:VJOURNAL\r\n"));
  EXPECT_THAT(datesOf(archive), ElementsAre("2024-01-05", "2024-01-06"));
  EXPECT_THAT(archive.events.front().tags, ElementsAre(QStringLiteral("to-do")));
  EXPECT_EQ(archive.leftOut.at("to-dos without a date"), 1U);
}

TEST(ICalendar, BeyondTheCaps) {
  std::string deep;
  for (int i = 0; i < 1'000; ++i)
    deep += "BEGIN:A\r\n";
  const auto nested = readICalendar(calendar(deep));
  ASSERT_FALSE(nested);
  EXPECT_THAT(nested.error().message, HasSubstr("nested"));
  ForeignCaps caps;
  caps.entries = 1;
  EXPECT_FALSE(readICalendar(calendar(entry("DTSTART:20240101") + entry("DTSTART:20240101")), {}, caps));
  caps = {};
  caps.textBytes = 100;
  const auto cut =
      readICalendar(calendar(entry("DTSTART:20240101\r\nDESCRIPTION:" + std::string(1'000, 'x'))), {}, caps);
  ASSERT_TRUE(cut);
  EXPECT_LT(cut->events.front().summary.size(), 101);
  EXPECT_EQ(cut->notes.size(), 1U);
  caps.fileBytes = 10;
  EXPECT_FALSE(readICalendar(calendar(""), {}, caps));
  Progress stopped;
  std::stop_source stop;
  stop.request_stop();
  stopped.stop = stop.get_token();
  EXPECT_EQ(readICalendar(calendar(entry("DTSTART:20240101")), {}, {}, stopped).error().kind,
            ErrorKind::Cancelled);
}

TEST(ICalendar, EntriesThatSayLittle) {
  const ForeignArchive archive =
      read(calendar("BEGIN:VEVENT\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART:20240101\r\nEND:VEVENT\r\n"
                    "BEGIN:VEVENT\r\nSUMMARY:Some time\r\nEND:VEVENT\r\n"));
  EXPECT_THAT(datesOf(archive), ElementsAre("2024-01-01", "none"));
  EXPECT_EQ(archive.events.front().title, QStringLiteral("(no title)"));
  EXPECT_THAT(notesOf(archive), ElementsAre(HasSubstr("neither a title nor a date"), HasSubstr("no title"),
                                            HasSubstr("\"Some time\" has no date")));
}

TEST(ICalendar, WhatIsNoCalendar) {
  EXPECT_FALSE(looksLikeICalendar("title,date\nBEGIN,2024"));
  EXPECT_FALSE(looksLikeICalendar(""));
  EXPECT_TRUE(looksLikeICalendar("\r\n begin:vcalendar\r\n"));
  EXPECT_EQ(readICalendar("<html>").error().kind, ErrorKind::Foreign);
}

}  // namespace
}  // namespace entente
