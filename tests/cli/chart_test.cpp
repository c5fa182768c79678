// SPDX-License-Identifier: GPL-3.0-or-later
// Charts from the command line, read back: pictures, pages, tables and workbooks.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>

#include "tests/cli/program.h"
#include "tests/support/temporary_folder.h"

namespace entente {
namespace {

using test::run;
using test::Said;
using test::TemporaryFolder;
using test::text;
using ::testing::HasSubstr;
using ::testing::StartsWith;

QString q(const char* plain) {
  return QString::fromLatin1(plain);
}

Said chart(const std::filesystem::path& output, const QStringList& more) {
  return run(QStringList{q("chart"), text(test::builtInArchive()), q("-o"), text(output), q("--today"),
                         q("2026-07-31")} +
             more);
}

const QStringList kWales{q("--pledge"), q("pl-2014-wales-2")};

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> all;
  std::string line;
  for (const char c : text) {
    if (c != '\n') {
      line += c;
    } else {
      all.push_back(line);
      line.clear();
    }
  }
  return all;
}

TEST(Chart, TheTableOfStatesMeetingIsTheOneOfTheEdition) {
  const TemporaryFolder folder;
  for (const auto& [edition, row] :
       {std::pair{"nato-defexp-2025-ugent", "2024,18,31,32,0,"},
        std::pair{"nato-defexp-2026-medina", "2024,17,31,32,0,"}, std::pair{"latest", "2024,17,31,32,0,"}}) {
    const auto file = folder / "meeting.csv";
    const Said said = chart(
        file, kWales + QStringList{q("--kind"), q("meeting"), q("--edition"), q(edition), q("--force")});
    ASSERT_EQ(said.status, 0) << said.err;
    const auto rows = lines(test::readFile(file));
    EXPECT_EQ(rows.front(), "year,meeting,with_figures,members,possibly,estimates,states_meeting,edition");
    EXPECT_THAT(rows, ::testing::Contains(StartsWith(row))) << edition;
  }
}

TEST(Chart, ATableHasItsMetadataBesideIt) {
  const TemporaryFolder folder;
  ASSERT_EQ(chart(folder / "a.csv", kWales).status, 0);
  const QJsonObject about =
      QJsonDocument::fromJson(QByteArray::fromStdString(test::readFile(folder / "a.csv-metadata.json")))
          .object();
  EXPECT_EQ(about[q("url")].toString(), q("a.csv"));
  EXPECT_EQ(about[q("entente:editions")].toArray().at(0).toString(), q("nato-defexp-2026-medina"));
  EXPECT_THAT(about[q("dc:source")].toArray().at(0).toString().toStdString(), HasSubstr("usually reliable"));
  const QJsonObject recipe = about[q("entente:recipe")].toObject();
  EXPECT_EQ(recipe[q("fingerprint")].toString().size(), 64);
  bool hasUnit = false;
  const QJsonArray columns = about[q("tableSchema")].toObject()[q("columns")].toArray();
  for (const auto column : columns)
    hasUnit = hasUnit || column.toObject()[q("entente:unit")].toString() == q("pct_gdp");
  EXPECT_TRUE(hasUnit);
}

TEST(Chart, EveryKindInEveryFormatTwiceGivesTheSameBytes) {
  const TemporaryFolder folder;
  const std::map<std::string, std::string> begins{
      {"svg", "<?xml"}, {"png", "\x89PNG"}, {"pdf", "%PDF"}, {"csv", ""}, {"xlsx", "PK"}};
  for (const char* kind : {"lines", "ranking", "meeting", "gap", "scatter", "revisions", "multiples"}) {
    for (const auto& [ending, begin] : begins) {
      const auto first = folder / ("1/" + std::string(kind) + "." + ending);
      const auto second = folder / ("2/" + std::string(kind) + "." + ending);
      std::filesystem::create_directories(first.parent_path());
      std::filesystem::create_directories(second.parent_path());
      for (const auto& file : {first, second}) {
        const Said said = chart(file, kWales + QStringList{q("--kind"), q(kind)});
        ASSERT_EQ(said.status, 0) << kind << ending << said.err;
        EXPECT_EQ(said.err, "");
      }
      const std::string bytes = test::readFile(first);
      EXPECT_THAT(bytes, StartsWith(begin)) << kind;
      EXPECT_EQ(bytes, test::readFile(second)) << kind << '.' << ending;
      EXPECT_GT(bytes.size(), 100u);
    }
  }
}

TEST(Chart, AnSvgIsWellFormedAndItsTextIsText) {
  const TemporaryFolder folder;
  ASSERT_EQ(
      chart(folder / "a.svg", kWales + QStringList{q("--kind"), q("ranking"), q("--year"), q("2025")}).status,
      0);
  QXmlStreamReader xml(QByteArray::fromStdString(test::readFile(folder / "a.svg")));
  QStringList texts;
  while (!xml.atEnd()) {
    xml.readNext();
    if (xml.isStartElement() && xml.name() == u"text")
      texts << xml.readElementText(QXmlStreamReader::IncludeChildElements);
  }
  EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
  for (const char* word : {"Spain", "NATO total", "2% goal since 2006"})
    EXPECT_TRUE(texts.contains(q(word))) << word;
  EXPECT_TRUE(texts.contains(QStringLiteral("Türkiye")));
  EXPECT_THAT(texts.join(QLatin1Char('|')).toStdString(),
              HasSubstr("28 of 31 states are at or above 2% in 2025"));
}

TEST(Chart, APngHasItsSizeAndRecipe) {
  const TemporaryFolder folder;
  ASSERT_EQ(chart(folder / "a.png", kWales + QStringList{q("--size"), q("900x500")}).status, 0);
  const QImage image(text(folder / "a.png"));
  EXPECT_EQ(image.size(), QSize(900, 500));
  const QJsonObject recipe = QJsonDocument::fromJson(image.text(q("Entente-Recipe")).toUtf8()).object();
  EXPECT_THAT(recipe[q("view")].toString().toStdString(), HasSubstr("pl-2014-wales-2"));
  EXPECT_THAT(recipe[q("view")].toString().toStdString(), HasSubstr("nato-defexp-2026-medina"))
      << "the edition that was the latest is named";
}

TEST(Chart, KnownAsOfGoesBackToTheEditionOfTheDay) {
  const TemporaryFolder folder;
  const Said said = chart(
      folder / "a.csv", kWales + QStringList{q("--kind"), q("meeting"), q("--known-as-of"), q("2025-12-31")});
  ASSERT_EQ(said.status, 0) << said.err;
  const std::string csv = test::readFile(folder / "a.csv");
  EXPECT_THAT(csv, HasSubstr("nato-defexp-2025-ugent"));
  EXPECT_THAT(csv, ::testing::Not(HasSubstr("nato-defexp-2026-medina")));
}

TEST(Chart, StatesAreNamedByCodeUidOrName) {
  const TemporaryFolder folder;
  const Said said =
      chart(folder / "a.csv", kWales + QStringList{q("--states"), QStringLiteral("ESP,state-pol,Türkiye")});
  ASSERT_EQ(said.status, 0) << said.err;
  std::set<std::string> codes;
  for (const std::string& line : lines(test::readFile(folder / "a.csv"))) {
    for (const char* code : {",ESP,", ",POL,", ",TUR,", ",FRA,"}) {
      if (line.find(code) != std::string::npos) codes.insert(code);
    }
  }
  EXPECT_EQ(codes, (std::set<std::string>{",ESP,", ",POL,", ",TUR,"}));
}

TEST(Chart, WhatCannotBeChartedIsSaid) {
  const TemporaryFolder folder;
  const std::vector<std::pair<QStringList, const char*>> cases{
      {{q("--states"), q("ESP,Atlantis")}, "Atlantis"},
      {{q("--pledge"), q("pl-nothing")}, "measured ones are"},
      {{q("--pledge"), q("pl-2025-hague-1.5")}, "not yet reported"},
      {kWales + QStringList{q("--edition"), q("1984")}, "nato-defexp-2026-medina"},
      {kWales + QStringList{q("--kind"), q("ranking"), q("--year"), q("1900")}, "2014, 2015"},
      {kWales + QStringList{q("--year"), q("2020")}, "all years"},
      {kWales + QStringList{q("--from"), q("1900"), q("--to"), q("1950")}, "no figures in this span"},
      {kWales + QStringList{q("--kind"), q("ranking"), q("--from"), q("2014"), q("--to"), q("2020")},
       "no span"},
      {kWales + QStringList{q("--highlight"), q("ISL")}, "has no figures"},
      {kWales + QStringList{q("--kind"), q("revisions"), q("--edition"), q("nato-defexp-2026-medina")},
       "all editions"},
      {kWales + QStringList{q("--kind"), q("meeting"), q("--edition"), q("europa-com-2025-08-28")},
       "No state"},
      {{q("--pledge"), q("pl-2025-hague-3.5"), q("--known-as-of"), q("2025-06-23")}, "pl-2025-hague-3.5"},
      {kWales + QStringList{q("--kind"), q("course")}, "due"},
      {kWales + QStringList{q("--kind"), q("gap"), q("--edition"), q("nato-defexp-2026-medina")},
       "choose another"}};
  for (const auto& [arguments, sentence] : cases) {
    const Said said = chart(folder / "a.csv", arguments);
    EXPECT_EQ(said.status, 1) << sentence;
    EXPECT_THAT(said.err, HasSubstr(sentence));
    EXPECT_FALSE(std::filesystem::exists(folder / "a.csv"));
  }
  EXPECT_EQ(chart(folder / "a.gif", kWales).status, 1);
  EXPECT_EQ(chart(folder / "a.csv", kWales + QStringList{q("--kind"), q("pie")}).status, 2);
  ASSERT_EQ(chart(folder / "b.csv", kWales).status, 0);
  EXPECT_THAT(chart(folder / "b.csv", kWales).err, HasSubstr("--force"));
}

TEST(Chart, TheWholeCommitmentIsChartedByItsMeasuredPart) {
  const TemporaryFolder folder;
  const Said said = chart(folder / "a.csv", {q("--pledge"), q("pl-2025-hague-5"), q("--kind"), q("meeting")});
  EXPECT_EQ(said.status, 0);
  EXPECT_THAT(said.err, HasSubstr("pl-2025-hague-3.5"));
  EXPECT_THAT(said.err, HasSubstr("not yet reported"));
}

}  // namespace
}  // namespace entente
