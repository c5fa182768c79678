// SPDX-License-Identifier: GPL-3.0-or-later
// A good bundle spoilt in one way or several: exactly these problems are told, at these places.
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "core/exchange/bundle_reader.h"
#include "tests/exchange/small_bundle.h"
#include "tests/support/temporary_folder.h"

namespace entente {
namespace {

using test::SmallBundle;
using test::TemporaryFolder;
using namespace std::string_literals;
using Lines = std::vector<std::string>;

Lines problemsOf(const SmallBundle& bundle) {
  const TemporaryFolder folder;
  bundle.writeTo(folder.path());
  const auto reading = readBundle(folder.path());
  if (!reading) return {reading.error().text()};
  Lines lines;
  for (const BundleProblem& problem : reading->problems)
    lines.push_back(problem.text());
  return lines;
}

struct Spoilt {
  const char* what;
  std::function<void(SmallBundle&)> spoil;
  Lines problems;
};

/// One text of one file replaced by another.
std::function<void(SmallBundle&)> swap(std::string file, std::string from, std::string to) {
  return [=](SmallBundle& bundle) { bundle.replace(file, from, to); };
}

void expectEach(const std::vector<Spoilt>& cases) {
  for (const Spoilt& spoilt : cases) {
    SCOPED_TRACE(spoilt.what);
    SmallBundle bundle;
    spoilt.spoil(bundle);
    EXPECT_EQ(problemsOf(bundle), spoilt.problems);
  }
}

TEST(BundleProblems, TheSmallBundleHasNone) {
  EXPECT_EQ(problemsOf(SmallBundle()), Lines{});
}

TEST(BundleProblems, FilesAndHeaders) {
  expectEach({
      {"no file", [](SmallBundle& b) { b.files.erase("links.csv"); }, {"links.csv: this file is missing"}},
      {"no file that others refer to",
       [](SmallBundle& b) { b.files.erase("actors.csv"); },
       {"actors.csv: this file is missing"}},
      {"files of no table",
       [](SmallBundle& b) { b.files["zebra.csv"] = b.files["Links.csv"] = b.files["notes.txt"] = "\xFF"; },
       {"Links.csv: no table has this name", "zebra.csv: no table has this name"}},
      {"empty file",
       [](SmallBundle& b) { b.files["offices.csv"].clear(); },
       {"offices.csv:1:1: the file is empty; it needs a header line"}},
      {"missing column",
       [](SmallBundle& b) { b.replace("pins.csv", ",pinned_at", "").replace("pins.csv", "clear,", "clear"); },
       {"pins.csv:1:1: the column 'pinned_at' is missing"}},
      {"missing column that a rule needs",
       [](SmallBundle& b) {
         b.files["claims.csv"] = "uid,subject\nc1,message:m1\n";
         b.files["pins.csv"] = "uid,claim\npin1,c2\n";
       },
       {"claims.csv:1:1: the column 'field' is missing", "claims.csv:1:1: the column 'question' is missing",
        "claims.csv:1:1: the column 'value' is missing", "claims.csv:1:1: the column 'edtf' is missing",
        "claims.csv:1:1: the column 'number' is missing", "claims.csv:1:1: the column 'source' is missing",
        "claims.csv:1:1: the column 'locator' is missing", "claims.csv:1:1: the column 'quote' is missing",
        "claims.csv:1:1: the column 'credibility' is missing",
        "claims.csv:1:1: the column 'verdict' is missing",
        "claims.csv:1:1: the column 'agrees_with' is missing",
        "claims.csv:1:1: the column 'reason' is missing",
        "claims.csv:1:1: the column 'known_from' is missing",
        "claims.csv:1:1: the column 'recorded_at' is missing",
        "pins.csv:1:1: the column 'subject' is missing", "pins.csv:1:1: the column 'field' is missing",
        "pins.csv:1:1: the column 'reason' is missing", "pins.csv:1:1: the column 'pinned_at' is missing"}},
      {"misspelt column",
       swap("places.csv", "latitude", "Latitude"),
       {"places.csv:1:1: the column 'latitude' is missing",
        "places.csv:1:18: there is no column 'Latitude'"}},
      {"column twice, the first counts",
       [](SmallBundle& b) {
         b.replace("views.csv", "state", "state,title").replace("views.csv", "1}\"", "1}\",");
       },
       {"views.csv:1:26: the column 'title' stands here twice"}},
      {"no uid",
       swap("actors.csv", "uid,", "id,"),
       {"actors.csv:1:1: the column 'uid' is missing", "actors.csv:1:1: there is no column 'id'"}},
      {"unreadable header",
       swap("links.csv", "uid,from", "uid,fr\"om"),
       {"links.csv:1:7: a quote inside a cell that is not quoted"}},
      {"byte order mark",
       swap("stages.csv", "uid", "\xEF\xBB\xBFuid"),
       {"stages.csv:1:1: the file begins with a byte order mark"}},
  });
}

TEST(BundleProblems, SomethingElseUnderTheNameOfATableIsNoFile) {
  const TemporaryFolder folder;
  SmallBundle bundle;
  bundle.files.erase("periods.csv");
  bundle.writeTo(folder.path());
  std::filesystem::create_directory(folder / "periods.csv");
  const auto reading = readBundle(folder.path());
  ASSERT_TRUE(reading.has_value());
  ASSERT_EQ(reading->problems.size(), 1U);
  EXPECT_EQ(reading->problems[0], (BundleProblem{"periods.csv", 0, 0, "this file is missing"}));
}

TEST(BundleProblems, RowsAndBytes) {
  expectEach({
      {"too few cells",
       swap("views.csv", "v1,First,", "v1,"),
       {"views.csv:2:1: 3 cells, but the header has 4"}},
      {"too many cells, and the uid still stands for references",
       swap("actors.csv", "a1,\u00C9lise,", "a1,Jones, \u00C9lise,"),
       {"actors.csv:2:1: 8 cells, but the header has 7"}},
      {"blank line", swap("actors.csv", "a2,", "\na2,"), {"actors.csv:3:1: 1 cells, but the header has 7"}},
      {"Latin-1",
       swap("actors.csv", "\u00C9lise", "\xC9lise"),
       {"actors.csv:2:4: the byte 0xC9 is not UTF-8"}},
      {"overlong",
       swap("messages.csv", "lines", "li\xC0\xAFnes"),
       {"messages.csv:3:3: the byte 0xC0 is not UTF-8"}},
      {"NUL",
       swap("actors.csv", "Bob", "B\0b"s),
       {"actors.csv:3:5: the control character U+0000 is not allowed"}},
      {"wrong bytes hide no other problem of the row",
       [](SmallBundle& b) {
         b.replace("sources.csv", "Another", "\xFF").replace("sources.csv", "post", "pamphlet");
       },
       {"sources.csv:3:4: the byte 0xFF is not UTF-8",
        "sources.csv:3:12: 'pamphlet' is not one of: article, dataset, official, post"}},
      {"CR alone",
       swap("actors.csv", "Bob", "B\rb"),
       {"actors.csv:3:5: a carriage return without line feed"}},
      {"quote inside",
       swap("actors.csv", "Bob", "B\"o\"b"),
       {"actors.csv:3:5: a quote inside a cell that is not quoted"}},
      {"text after the quote",
       swap("messages.csv", "\"\"\",,", "\"\"\" ,,"),
       {"messages.csv:3:15: text after the closing quote"}},
      {"quote never closed; rows that it swallows are not missed",
       swap("actors.csv", "Bob", "\"Bob"),
       {"actors.csv:3:4: the quote that opens here is never closed"}},
  });
}

TEST(BundleProblems, Values) {
  expectEach({
      {"empty", swap("actors.csv", "Bob", ""), {"actors.csv:3:4: 'name' must not be empty"}},
      {"uid, and whoever refers to the row is not blamed",
       swap("actors.csv", "a1,", "a 1,"),
       {"actors.csv:2:1: 'a 1' is not a uid (1 to 120 of A-Z a-z 0-9 . _ -)"}},
      {"decimal",
       swap("places.csv", "52.1", "52.1N"),
       {"places.csv:2:13: '52.1N' is not a decimal number such as 2 or 2.35"}},
      {"integer",
       swap("bulk_events.csv", ",3,", ",03,"),
       {"bulk_events.csv:2:28: '03' is not a whole number from 0 to 9223372036854775807"}},
      {"word",
       swap("summits.csv", "held", "Held"),
       {"summits.csv:2:49: 'Held' is not one of: held, scheduled, cancelled"}},
      {"reference",
       swap("stages.csv", ",s1,", ",s 1,"),
       {"stages.csv:2:29: 's 1' is not a uid (1 to 120 of A-Z a-z 0-9 . _ -)"}},
      {"list", swap("summits.csv", "s1;s2", "s1;s1"), {"summits.csv:2:55: 's1' stands in the list twice"}},
      {"participants",
       swap("summits.csv", "host:a1", "a1"),
       {"summits.csv:2:61: 'a1' is not of the form role:actor"}},
      {"tag twice",
       swap("summits.csv", "talks;The Hague", "talks;talks"),
       {"summits.csv:2:72: the tag 'talks' stands in the list twice"}},
      {"typed reference",
       swap("claims.csv", "c1,message:m1", "c1,massage:m1"),
       {"claims.csv:2:4: 'massage' is not a kind of record"}},
      {"figure in doubt: the claim about it is not blamed",
       swap("spending.csv", "2024", "MMXXIV"),
       {"spending.csv:2:7: 'MMXXIV' is not a whole number from -9999 to 9999"}},
      {"behind a line end in a cell, the column counts in its own line",
       swap("messages.csv", ",s1,,,,\n", ",s1,,11,,\n"),
       {"messages.csv:3:23: '11' is not a whole number from 0 to 9"}},
  });
}

TEST(BundleProblems, BadDatesComeWithTheirReason) {
  SmallBundle bundle;
  const Lines lines = problemsOf(bundle.replace("pledges.csv", "2035", "in 2035"));
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_TRUE(lines[0].starts_with("pledges.csv:2:69: 'in 2035' is not a date: ")) << lines[0];
}

TEST(BundleProblems, RulesBetweenRows) {
  expectEach({
      {"uid twice in a table",
       swap("actors.csv", "a2,Bob", "a1,Bob"),
       {"actors.csv:3:1: the uid 'a1' is taken already by actors.csv:2",
        "messages.csv:2:18: there is no 'a2' in actors"}},
      {"uid twice among the events",
       swap("pledges.csv", "pl1,", "su1,"),
       {"pledges.csv:2:1: the uid 'su1' is taken already by summits.csv:2"}},
      {"reference", swap("links.csv", ",s1,", ",s9,"), {"links.csv:2:34: there is no 's9' in sources"}},
      {"reference into another table",
       swap("pledges.csv", "su1", "m1"),
       {"pledges.csv:2:15: there is no 'm1' in summits"}},
      {"two in a list",
       swap("summits.csv", "s1;s2", "s8;s1;s9"),
       {"summits.csv:2:55: there is no 's8' in sources", "summits.csv:2:55: there is no 's9' in sources"}},
      {"participants",
       swap("summits.csv", "host:a1", "host:a9"),
       {"summits.csv:2:61: there is no 'a9' in actors"}},
      {"adherents", swap("pledges.csv", "nato@", "eu@"), {"pledges.csv:2:83: there is no 'eu' in actors"}},
      {"typed reference",
       swap("links.csv", "summit:su1", "message:su1"),
       {"links.csv:2:23: there is no 'su1' in messages"}},
      {"figure",
       swap("claims.csv", "a1/2024", "a1/2023"),
       {"claims.csv:4:4: no row of spending is a figure 'a1/2023/pct_gdp'"}},
      {"batch",
       swap("bulk_events.csv", "b1", "b2"),
       {"bulk_events.csv:2:4: there is no 'b2' in bulk_batches"}},
      {"field and question",
       swap("claims.csv", "figure:a1/2024/pct_gdp,,", "figure:a1/2024/pct_gdp,value,"),
       {"claims.csv:4:33: a claim has a field or a question, not both"}},
      {"neither",
       swap("claims.csv", "estimate?", ""),
       {"claims.csv:4:27: a claim needs a field or a question"}},
      {"no field of the subject",
       swap("pins.csv", "channel", "chanel"),
       {"pins.csv:2:17: 'chanel' is not a field of a message",
        "pins.csv:2:25: 'c1' is a claim about something else"}},
      {"agrees about something else",
       swap("claims.csv", "c2,message:m1,channel", "c2,message:m1,text"),
       {"claims.csv:3:38: 'c1' is a claim about something else"}},
      {"circle",
       swap("claims.csv", "adopted,,", "adopted,c2,"),
       {"claims.csv:2:48: 'c1' agrees with itself in a circle"}},
      {"latitude",
       swap("places.csv", "52.1", "152.1"),
       {"places.csv:2:13: '152.1' is not between -90 and 90"}},
      {"country",
       swap("actors.csv", "NLD", "Nld"),
       {"actors.csv:2:19: 'Nld' is not a code of three capital letters"}},
      {"state", swap("views.csv", "{\"\"version\"\":1}", "[]"), {"views.csv:2:12: not a JSON object"}},
      {"no format",
       swap("properties.csv", "format,1\n", ""),
       {"properties.csv:1:1: the property 'format' is missing"}},
      {"another format",
       swap("properties.csv", "format,1", "format,2"),
       {"properties.csv:2:8: the format is '2'; this program reads format 1"}},
  });
}

TEST(BundleProblems, AllAreToldInTheOrderOfFilesAndLines) {
  SmallBundle bundle;
  bundle.files.erase("stages.csv");
  bundle.files["aardvark.csv"] = "";
  bundle.replace("properties.csv", "format,1", "format,x")
      .replace("links.csv", "message:m1", "message:m9")
      .replace("links.csv", "follows", "precedes")
      .replace("places.csv", "Here,NLD,52.1", ",NL,91")
      .replace("actors.csv", "Bob",
               "B\xFF"
               "b")
      .replace("claims.csv", "c3,", "c2,");
  EXPECT_EQ(
      problemsOf(bundle),
      (Lines{"properties.csv:2:8: the format is 'x'; this program reads format 1",
             "actors.csv:3:5: the byte 0xFF is not UTF-8", "places.csv:2:4: 'name' must not be empty",
             "places.csv:2:5: 'NL' is not a code of three capital letters",
             "places.csv:2:8: '91' is not between -90 and 90", "stages.csv: this file is missing",
             "claims.csv:4:1: the uid 'c2' is taken already by claims.csv:3",
             "links.csv:2:4: there is no 'm9' in messages",
             "links.csv:2:15: 'precedes' is not one of: prompts, responds-to, announces, publishes, cites, "
             "reviews, follows, contradicts",
             "aardvark.csv: no table has this name"}));
}

TEST(BundleProblems, BeyondTenThousandTheyAreCounted) {
  SmallBundle bundle;
  std::string& rows = bundle.files["sources.csv"];
  for (int i = 0; i < 10'005; ++i)
    rows += "x" + std::to_string(i) + ",,,,,,,,post,,,,\n";  // no title
  bundle.replace("properties.csv", "format,1", "format,2").replace("links.csv", "su1", "su9");
  const Lines lines = problemsOf(bundle);
  ASSERT_EQ(lines.size(), kMostBundleProblems + 1);
  EXPECT_EQ(lines.front(), "properties.csv:2:8: the format is '2'; this program reads format 1");
  EXPECT_EQ(lines[1], "sources.csv:4:4: 'title' must not be empty");
  EXPECT_EQ(lines[kMostBundleProblems - 1], "sources.csv:10002:7: 'title' must not be empty");
  EXPECT_EQ(lines.back(), "and 7 more");
}

}  // namespace
}  // namespace entente
