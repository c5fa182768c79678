// SPDX-License-Identifier: GPL-3.0-or-later
// entente import and export of events, from outside: archives are read back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "core/archive/archive.h"
#include "tests/cli/program.h"
#include "tests/support/temporary_folder.h"

namespace entente {
namespace {

using test::run;
using test::Said;
using test::TemporaryFolder;
using test::text;
using ::testing::HasSubstr;
using ::testing::SizeIs;

QString q(const char* plain) {
  return QString::fromUtf8(plain);
}

constexpr const char* kTable =
    "Date;Event;Place;Remarks\n"
    "13/08/1961;The wall is built;Berlin;at night\n"
    "05/06/1963;A <b>speech</b>;Berlin;\n"
    "41/01/1964;No such day;Berlin;\n"
    ";Undated;;\n";

class ImportEvents : public ::testing::Test {
 protected:
  QString file(const char* name, std::string_view bytes) {
    test::writeFile(folder / name, bytes);
    return text(folder / name);
  }
  Said import(const QString& path, const QStringList& more = {}) {
    return run(QStringList{q("import"), path, q("-o"), archive()} + more);
  }
  [[nodiscard]] QString archive() const { return text(folder / "a.entente"); }
  [[nodiscard]] Records records() const {
    auto open = Archive::open(folder / "a.entente", Access::ReadOnly);
    EXPECT_TRUE(open) << open.error().text();
    return *open->records();
  }
  [[nodiscard]] bool isThere() const { return std::filesystem::exists(folder / "a.entente"); }

  TemporaryFolder folder;
};

TEST_F(ImportEvents, ATableBecomesASourcedTimeline) {
  const QString path = file("events.csv", kTable);
  const Said said = import(path, {q("--source-title"), q("Cold War dates"), q("--licence"), q("CC BY 4.0")});
  ASSERT_EQ(said.status, 0) << said.err;
  EXPECT_THAT(said.err, HasSubstr(path.toStdString() + ":4:1: Date: "));
  EXPECT_THAT(said.err, HasSubstr("41/01/1964"));
  EXPECT_THAT(said.err, HasSubstr("13/08/1961")) << "the proof of the order of day and month";
  EXPECT_THAT(said.out, HasSubstr("3 events; 1 entry refused"));
  EXPECT_THAT(said.out, HasSubstr("3 added, 0 changed, 0 unchanged"));
  const Records made = records();
  ASSERT_THAT(made.events, SizeIs(3));
  const auto wall = std::ranges::find(made.events, q("The wall is built"),
                                      [](const PlainEvent& one) { return one.event.title; });
  ASSERT_NE(wall, made.events.end());
  EXPECT_EQ(wall->event.when->edtf(), "1961-08-13");
  ASSERT_THAT(made.sources, SizeIs(1));
  EXPECT_EQ(made.sources.front().title, q("Cold War dates"));
  EXPECT_THAT(made.sources.front().note.toStdString(), HasSubstr("CC BY 4.0"));
  EXPECT_EQ(wall->event.sources, std::vector<SourceUid>{made.sources.front().uid});
  EXPECT_TRUE(std::ranges::any_of(made.events, [](const PlainEvent& one) {
    return one.event.title == q("A speech") && one.event.when->edtf() == "1963-06-05";
  }));
}

TEST_F(ImportEvents, ADryRunWritesNothingAndReportsEveryRow) {
  const QString report = text(folder / "report.csv");
  const Said said = import(file("events.csv", kTable), {q("--dry-run"), q("--report"), report, q("--json")});
  ASSERT_EQ(said.status, 0) << said.err;
  EXPECT_FALSE(isThere());
  const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(said.out)).object();
  EXPECT_EQ(object[q("events")].toInt(), 3);
  EXPECT_EQ(object[q("refused")].toInt(), 1);
  EXPECT_EQ(object[q("refusals")].toArray()[0].toObject()[q("row")].toInt(), 4);
  const std::string csv = test::readFile(folder / "report.csv");
  EXPECT_THAT(csv, HasSubstr("outcome,row,column,where,uid,title,date,text\n"));
  EXPECT_THAT(csv, HasSubstr("\nrefused,4,1,Date,,,,"));
  EXPECT_THAT(csv, HasSubstr("\nadded,2,1,,the-wall-is-built-1961-08-13,The wall is built,1961-08-13,"));
}

TEST_F(ImportEvents, AgainItIsADifference) {
  ASSERT_EQ(import(file("events.csv", kTable)).status, 0);
  const Said same = import(file("events.csv", kTable));
  EXPECT_THAT(same.out, HasSubstr("0 added, 0 changed, 3 unchanged"));
  const Said other = import(file("events.csv", "Date;Event;Place;Remarks\n"
                                               "13/08/1961;The wall is built;Berlin (East);\n"
                                               "09/11/1989;The wall falls;Berlin;\n"));
  EXPECT_THAT(other.out, HasSubstr("1 added, 1 changed, 0 unchanged; 2 events imported before"));
  EXPECT_THAT(records().events, SizeIs(4));
}

TEST_F(ImportEvents, AnOrderThatCannotBeDecidedIsAsked) {
  const QString path = file("events.csv", "Date,Event\n03/04/2021,One\n05/06/2021,Two\n");
  const Said asked = import(path);
  EXPECT_EQ(asked.status, 1);
  EXPECT_THAT(asked.err, HasSubstr("--dates day-first"));
  EXPECT_FALSE(isThere());
  ASSERT_EQ(import(path, {q("--dates"), q("month-first")}).status, 0);
  EXPECT_EQ(records().events.front().event.when->edtf(), "2021-03-04");
}

TEST_F(ImportEvents, ColumnsAreSavedAndUsedAgain) {
  const QString path = file("odd.csv", "wann,was\n1961,Eins\n1962,Zwei\n");
  const QString map = text(folder / "map.json");
  ASSERT_EQ(import(path, {q("--save-map"), map, q("--dry-run")}).status, 0);
  std::string json = test::readFile(folder / "map.json");
  EXPECT_THAT(json, HasSubstr("\"title\""));
  const Said said = import(path, {q("--map"), map});
  EXPECT_EQ(said.status, 0) << said.err;
  EXPECT_THAT(records().events, SizeIs(2));
  EXPECT_EQ(import(path, {q("--map"), file("bad.json", "{")}).status, 1);
}

TEST_F(ImportEvents, OtherProgramsFilesAreKnownByWhatIsInThem) {
  struct Case {
    const char* name;
    const char* bytes;
    const char* says;
  };
  for (const Case& one :
       {Case{"a.json", R"({"events":[{"start_date":{"year":"1961"},"text":{"headline":"One"}}]})", "TimelineJS: 1 event"},
        Case{"b.ics",
             "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:One\r\nDTSTART;VALUE=DATE:20240101\r\n"
             "END:VEVENT\r\nEND:VCALENDAR\r\n",
             "iCalendar: 1 event"},
        Case{"c.ris", "TY  - JOUR\nTI  - A paper\nER  -\n", "RIS: 1 source"},
        Case{"d.json", R"([{"id":"a","type":"article-journal","title":"A paper","issued":{"date-parts":[[2019]]}}])",
             "CSL-JSON: 1 source"}}) {
    SCOPED_TRACE(one.name);
    const Said said = import(file(one.name, one.bytes));
    EXPECT_EQ(said.status, 0) << said.err;
    EXPECT_THAT(said.out, HasSubstr(one.says));
  }
}

TEST_F(ImportEvents, WhatIsNothingOfTheKindIsRefusedWithASentence) {
  for (const auto& [name, bytes] : {std::pair("a.csv", std::string("\x00\x01\x02\xff\x00\x00", 6)),
                                    std::pair("b.xlsx", std::string("PK\x03\x04 not a workbook")),
                                    std::pair("c.csv", std::string()), std::pair("d.json", std::string("{\"a\":[1,2")),
                                    std::pair("e.csv", std::string("x,y\n1,2\n"))}) {
    SCOPED_TRACE(name);
    const Said said = import(file(name, bytes));
    EXPECT_EQ(said.status, 1);
    EXPECT_THAT(said.err, HasSubstr(name));
    EXPECT_FALSE(isThere());
  }
}

TEST_F(ImportEvents, WithoutAnOutputTheNewArchiveHasTheNameOfTheFile) {
  const QString path = file("events.csv", kTable);
  const Said said = run({q("import"), q("--format"), q("table"), path, q("--dry-run")});
  EXPECT_EQ(said.status, 0) << said.err;
}

/// What the format can hold comes back, whichever it is.
TEST_F(ImportEvents, ExportsReadBackTheSame) {
  ASSERT_EQ(import(file("events.csv",
                        "Date,Event,Place,Tags,Description\n1961-08-13,The wall is built,Berlin,\"wall;cold war\",\"It, "
                        "and \"\"more\"\"\"\n1989-11,The wall falls,Berlin,wall,\n1945/1990,Four powers,,,\n"))
                .status,
            0);
  struct Case {
    const char* format;
    const char* name;
  };
  for (const Case& one : {Case{"csv", "out.csv"}, Case{"timelinejs", "out.json"}, Case{"timelinejs-sheet", "sheet.csv"},
                          Case{"ical", "out.ics"}}) {
    SCOPED_TRACE(one.format);
    const QString out = text(folder / one.name);
    const Said written = run({q("export"), archive(), q("--format"), q(one.format), q("-o"), out});
    ASSERT_EQ(written.status, 0) << written.err;
    const QString back = text(folder / (std::string(one.format) + ".entente"));
    const Said read = run({q("import"), out, q("-o"), back});
    ASSERT_EQ(read.status, 0) << read.err;
    auto open = Archive::open(back.toStdString(), Access::ReadOnly);
    ASSERT_TRUE(open);
    const Records again = *open->records();
    ASSERT_THAT(again.events, SizeIs(3));
    for (const PlainEvent& before : records().events) {
      const auto same = std::ranges::find(again.events, before.event.title,
                                          [](const PlainEvent& event) { return event.event.title; });
      ASSERT_NE(same, again.events.end()) << before.event.title.toStdString();
      EXPECT_EQ(same->event.when, before.event.when) << before.event.title.toStdString();
      if (std::string_view(one.format) == "timelinejs-sheet") continue;
      EXPECT_EQ(same->event.summary, before.event.summary);  // on the slides it stands with its sources
      EXPECT_EQ(same->event.tags, before.event.tags);
    }
    EXPECT_EQ(run({q("export"), archive(), q("--format"), q(one.format), q("-o"), out}).status, 1)
        << "nothing is replaced without being told";
  }
}

}  // namespace
}  // namespace entente
