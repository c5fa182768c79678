// SPDX-License-Identifier: GPL-3.0-or-later
// Timelines of vis-timeline, The Timeline Project and SIMILE; and which is which.
#include <gtest/gtest.h>

#include "core/exchange/neighbour_format.h"
#include "core/exchange/simile.h"
#include "core/exchange/timeline_project.h"
#include "core/exchange/vis_json.h"

namespace {

using namespace entente;

/// "when title [tags]" of each event, then the notes; or the error.
std::string told(const Result<ForeignArchive>& archive) {
  if (!archive) return "error: " + archive.error().message;
  std::string all;
  for (const ForeignEvent& event : archive->events) {
    all += (event.when ? event.when->edtf() : "-") + " " + event.title.toStdString();
    for (const QString& tag : event.tags)
      all += " [" + tag.toStdString() + "]";
    all += "\n";
  }
  for (const ImportNote& note : archive->notes) {
    all += note.kind == NoteKind::Refusal ? "! " : "? ";
    if (note.place.line > 0) all += std::to_string(note.place.line) + " ";
    all += note.where + ": " + note.text + "\n";
  }
  return all;
}

TEST(VisJson, ItemsAndGroups) {
  const auto archive = readVisJson(R"({"groups": [{"id": 1, "content": "Group <b>one</b>"}],
    "items": [
      {"id": 1, "content": "A<br>more", "start": "2014-01-23", "group": 1, "className": "x"},
      {"id": 2, "content": "B", "title": "tip", "start": "2014-01-10 10:00:00", "end": "2014-01-10T10:03:00", "group": "g"},
      {"id": 3, "content": "C", "start": 1398211200000, "end": 1398384000000, "type": "background"},
      {"id": 4, "content": "D", "start": "soon"},
      {"id": 5, "content": "E"},
      {"id": 6, "start": "2014"}]})");
  EXPECT_EQ(
      told(archive),
      "2014-01-23 A [Group one]\n2014-01-10T10:00:00/2014-01-10T10:03:00 B [g]\n2014-04-23/2014-04-25 C\n"
      "! items[3].start: \"soon\" is no date that can be read without guessing\n"
      "! items[4].start: it has no start\n"
      "! items[5]: it has neither a content nor a title\n");
  EXPECT_EQ(archive->events[0].summary.toStdString(), "more");
  EXPECT_EQ(archive->events[0].key.toStdString(), "1");
  EXPECT_EQ(archive->events[1].summary.toStdString(), "tip");
  EXPECT_EQ(archive->events[2].kind, EventKind::Period);
  EXPECT_EQ(archive->leftOut.at("styles"), 1U);
}

TEST(VisJson, InAScript) {
  EXPECT_EQ(told(readVisJson(
                "var items = new vis.DataSet([\n {id: 1, content: 'item 1', start: new Date(2013, 3, 20)},\n"
                "{id: 2, content: \"x\", start: '-000400-01-01'},]);")),
            "2013-04-20 item 1\n-0400-01-01 x\n");
  EXPECT_EQ(told(readVisJson(R"([{"start": 1990, "title": "a"}, {"start": "1990", "title": "b"}])")),
            "1990 b\n! [0].start: \"1990\" would be milliseconds since 1970 in vis-timeline; a year has to "
            "be written as "
            "text\n");
  EXPECT_EQ(told(readVisJson("{\"a\": [1]}")),
            "error: there are no items of vis-timeline in the file: no list whose entries have a start and a "
            "content");
}

constexpr std::string_view kProject = R"(<?xml version="1.0" encoding="utf-8"?>
<timeline>
  <version>2.5.0 (67ed963f67ff 2021-10-05)</version>
  <timetype>gregoriantime</timetype>
  <eras><era><name>Era</name><start>2021-11-27 00:00:00</start><end>2021-12-17 00:00:00</end><color>1,2,3</color></era></eras>
  <categories>
    <category><name>Work</name><color>1,2,3</color></category>
    <category><name>Desk</name><color>1,2,3</color><parent>Work</parent></category>
  </categories>
  <events>
    <event><start>2011-01-01 00:00:00</start><end>2011-01-01 00:00:00</end><text>Day</text><category>Desk</category>
      <description>One &amp; two</description><hyperlink>http://a.example/;x;https://b.example/</hyperlink>
      <icon>iVBORw0</icon><locked>False</locked><progress>0</progress></event>
    <event><start>2011-01-01 00:00:00</start><end>2011-01-02 00:00:00</end><text>Days</text><fuzzy>True</fuzzy></event>
    <event><start>-44-3-15 12:0:0</start><end>-44-3-15 12:0:0</end><text>Ides</text></event>
    <event><start>2011-01-01 00:00:00</start><end>2012-01-01 00:00:00</end><text>Now</text><ends_today>True</ends_today></event>
    <event><start>2011-01-01 00:00:00</start><end>2012-01-01 00:00:00</end><text>Mile</text><milestone>True</milestone></event>
    <event><start>2011-01-01 00:00:00</start><end>2012-01-01 00:00:00</end><text>[2]Box</text></event>
    <event><start>2011-01-01 00:00:00</start><end>2011-02-01 00:00:00</end><text>(2)Inner</text></event>
    <event><start>2011-01-01 00:00:00</start><end>2011-02-01 00:00:00</end><text> (9) not inner</text>
      <fuzzy_start>True</fuzzy_start></event>
    <event><start>2011-02-30 00:00:00</start><end>2011-02-01 00:00:00</end><text>No day</text></event>
    <event><start>2011-02-03 00:00:00</start><end>2011-02-01 00:00:00</end><text>Backwards</text></event>
    <event><start>2011-02-03 00:00:00</start><end>2011-02-03 00:00:00</end><text></text></event>
  </events>
  <view><displayed_period><start>2011-01-01 00:00:00</start><end>2012-01-01 00:00:00</end></displayed_period>
    <hidden_categories><name>Desk</name></hidden_categories></view>
</timeline>
)";

TEST(TimelineProject, Xml) {
  const auto archive = readTimelineProject(kProject);
  EXPECT_EQ(told(archive),
            "2021-11-27/2021-12-17 Era\n"
            "2011-01-01 Day [Desk] [Work]\n"
            "2011-01-01~/2011-01-02~ Days\n"
            "-0044-03-15T12:00:00 Ides\n"
            "2011-01-01/.. Now\n"
            "2011-01-01 Mile\n"
            "2011-01-01/2012-01-01 Box\n"
            "2011-01-01/2011-02-01 Inner [Box]\n"
            "2011-01-01~/2011-02-01 (9) not inner\n"
            "! 22 start: \"2011-02-30 00:00:00\" is no date and time: there is no day 30 in month 2 of 2011\n"
            "! 23 start: \"2011-02-03/2011-02-01\": it ends before it begins\n"
            "! 24 text: it has no text\n");
  EXPECT_EQ(archive->events[0].kind, EventKind::Period);
  EXPECT_EQ(archive->events[1].summary.toStdString(), "One & two");
  ASSERT_EQ(archive->events[1].sources.size(), 2U);
  EXPECT_EQ(archive->events[1].sources[0].source.url.toStdString(), "http://a.example/;x");
  EXPECT_EQ(archive->leftOut.at("icons"), 1U);
  EXPECT_EQ(archive->leftOut.at("hidden categories"), 1U);
  EXPECT_FALSE(archive->leftOut.contains("locks"));
}

TEST(TimelineProject, OldLines) {
  EXPECT_EQ(told(readTimelineProject(
                "# Written by Timeline 0.7.0 on 2009-11-15 9:46:38\nCATEGORY:Short;145,219,255;True\n"
                "EVENT:2009-10-5 14:31:35;2009-10-5 14:31:35;One\\; two;Short;description:Hello\\nyou\n"
                "EVENT:2009-9-1 0:0:0;2009-9-4 0:0:0;Three;\nEVENT:x\n# END\n")),
            "2009-10-05T14:31:35 One; two [Short]\n2009-09-01/2009-09-04 Three\n"
            "! 5 : the line has fewer than three fields\n");
}

TEST(TimelineProject, OtherCalendarsAndFilesAreRefused) {
  EXPECT_EQ(told(readTimelineProject(
                "<timeline><version>2.0.0</version><timetype>coptictime</timetype><events/></timeline>")),
            "error: its dates are those of \"coptictime\"; only the Gregorian calendar can be read");
  EXPECT_EQ(told(readTimelineProject("<rss/>")),
            "error: this is no file of The Timeline Project: its first element is <rss>, not <timeline>");
  EXPECT_EQ(told(readTimelineProject("")), "error: the file is empty");
  const auto broken = readTimelineProject(kProject.substr(0, 900));
  ASSERT_FALSE(broken.has_value());
  EXPECT_EQ(broken.error().message.substr(0, 5), "line ");
}

TEST(TimelineProject, EntitiesAndDepthAreRefused) {
  EXPECT_EQ(told(readTimelineProject(
                     "<!DOCTYPE t [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]><timeline>&c;</timeline>"))
                .substr(0, 6),
            "error:");
  std::string deep = "<timeline>";
  for (int i = 0; i < 100; ++i)
    deep += "<a>";
  const auto archive = readTimelineProject(deep);
  ASSERT_FALSE(archive.has_value());
  EXPECT_EQ(archive.error().kind, ErrorKind::Invalid);
}

TEST(TimelineProject, EndlessTagsAreRefused) {
  std::string many = "<timeline ";
  for (int i = 0; i < 2000; ++i)
    many += "a" + std::to_string(i) + "='' ";
  const auto archive = readTimelineProject(many + "/>");
  ASSERT_FALSE(archive.has_value());
  EXPECT_EQ(archive.error().kind, ErrorKind::Invalid);
  EXPECT_EQ(told(readSimile("<?xml version='1.0' encoding='Windows-1252'?><data><event start='1990' title='a "
                            "= \xE9'/></data>")),
            "1990 a = \xC3\xA9\n");
}

TEST(Simile, Xml) {
  const auto archive = readSimile(R"(<?xml version="1.0"?>
<data wiki-url="http://wiki.example/" wiki-section="S 1">
  <event start="Sat May 20 1961 00:00:00 GMT-0600" title="One" link="http://example.org" icon="a.png">
    Text &lt;i&gt;ref&lt;/i&gt;
  </event>
  <event start="Fri Nov 22 1963 12:15:00 GMT-0600" end="Fri Nov 22 1963 12:20:00 GMT-0600" title="Two"/>
  <event start="1963" end="1965" isDuration="true" latestStart="1964" title="Three" wikiID="a b"/>
  <event start="-500" title="Four"/>
  <event start="500 BC" title="Five"/>
  <event start="1985" end="1987" isDuration="false" title="Six"/>
  <event start="sometime" title="Seven"/>
  <event title="Eight"/>
</data>)");
  EXPECT_EQ(
      told(archive),
      "1961-05-20 One\n1963-11-22T12:15:00-06:00/1963-11-22T12:20:00-06:00 Two\n1963/1965 Three\n-0500 Four\n"
      "-0499 Five\n[1985..1987] Six\n"
      "? 6 end: it is a moment at some time in this period; times cannot be said so in EDTF and the period "
      "was kept\n"
      "! 11 start: \"sometime\" is no date that can be read without guessing\n! 12 start: it has no start\n");
  EXPECT_EQ(archive->events[0].summary.toStdString(), "Text ref");
  EXPECT_EQ(archive->events[0].place.line, 3);
  EXPECT_EQ(archive->events[2].note.toStdString(), "Began at the latest 1964");
  EXPECT_EQ(archive->events[2].sources.at(0).source.url.toStdString(), "http://wiki.example/S_1/a_b");
  EXPECT_EQ(archive->leftOut.at("icons and colours"), 1U);
}

TEST(Simile, GeologicalNumbersAreNoYears) {
  EXPECT_EQ(
      told(readSimile("<data><event isDuration='true' start='115' end='105' title='A'/><event start='125' "
                      "title='B'/></data>"))
          .substr(0, 30),
      "error: its numbers fall from s");
  EXPECT_EQ(told(readSimile("<data><event start='1868' end='1869' title='A'/></data>")), "[1868..1869] A\n");
}

TEST(Simile, JsonAndExhibit) {
  EXPECT_EQ(
      told(readSimile(
          "var timeline_data = {  // save as a global variable\n'dateTimeFormat': 'iso8601',\n'events' : [\n"
          "{'start': '2009-12-24T00:00:00', 'end': '2011', 'title': 'A', 'isDuration' : true},\n"
          "{'start': '1564-02-15T00:00:00+0000', 'title': 'B', 'durationEvent': false},\n]\n}")),
      "2009-12-24/2011 A\n1564-02-15 B\n");
  EXPECT_EQ(told(readSimile(R"({"items": [{"label": "X", "date": "1990-05", "type": "Nobel"}]})")),
            "1990-05 X\n");
  EXPECT_EQ(told(readSimile("{}")).substr(0, 6), "error:");
  EXPECT_EQ(told(readSimile("<html/>")),
            "error: this is no timeline of SIMILE: its first element is <html>, not <data>");
}

TEST(NeighbourFormat, IsToldFromTheContent) {
  const auto is = [](std::string_view bytes) { return neighbourFormat(bytes); };
  EXPECT_EQ(is(kProject), NeighbourFormat::TimelineProject);
  EXPECT_EQ(is("# Written by Timeline 0.7"), NeighbourFormat::TimelineProject);
  EXPECT_EQ(is("<data>\n<event start=\"1\"/></data>"), NeighbourFormat::Simile);
  EXPECT_EQ(is("{'dateTimeFormat': 'iso8601', 'events': []}"), NeighbourFormat::Simile);
  EXPECT_EQ(is(R"({"events": [{"start": "1990", "title": "x"}]})"), NeighbourFormat::Simile);
  EXPECT_EQ(is(R"({"events": [{"start_date": {"year": 1990}}]})"), NeighbourFormat::TimelineJs);
  EXPECT_EQ(is(R"(storyjs_jsonp_data = {"timeline": {"headline": "x", "date": []}})"),
            NeighbourFormat::TimelineJs);
  EXPECT_EQ(is(R"([{"start": "2014", "content": "x"}])"), NeighbourFormat::Vis);
  EXPECT_EQ(is("var items = new vis.DataSet([{id: 1, content: 'x', start: 5}])"), NeighbourFormat::Vis);
  for (const char* const other :
       {"", "BEGIN:VCALENDAR\nSUMMARY:start: content:", "TY  - JOUR\nstart: content:", "a,b\n1,2", "{}",
        "<html><data><event></html>", "<kml/>", R"([{"id": "x", "issued": {}}])"}) {
    EXPECT_EQ(is(other), std::nullopt) << other;
  }
}

}  // namespace
