// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures from the command line, read back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QImage>
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

QString q(const char* plain) {
  return QString::fromLatin1(plain);
}

QStringList render(const std::filesystem::path& output, const QStringList& more) {
  return QStringList{q("render"),    text(test::builtInArchive()), q("-o"), text(output), q("--today"),
                     q("2026-07-31")} +
         more;
}

TEST(Render, WritesAPngOfTheSizeWithItsRecipe) {
  const TemporaryFolder folder;
  const Said said = run(render(
      folder / "a.png", {q("--size"), q("1000x700"), q("--from"), q("June 2025"), q("--to"), q("2025-07")}));
  ASSERT_EQ(said.status, 0) << said.err;
  EXPECT_EQ(said.err, "");
  const QImage image(text(folder / "a.png"));
  EXPECT_EQ(image.width(), 1000);
  EXPECT_GE(image.height(), 700) << "higher where the lanes need it";
  EXPECT_EQ(image.text(q("Title")), q("Five per cent"));
  const QJsonObject recipe = QJsonDocument::fromJson(image.text(q("Entente-Recipe")).toUtf8()).object();
  EXPECT_EQ(recipe[q("fingerprint")].toString().size(), 64);
  EXPECT_THAT(recipe[q("view")].toString().toStdString(), HasSubstr("2025-06-01/2025-07-31"));
}

TEST(Render, WritesAnSvgWhoseTextIsText) {
  const TemporaryFolder folder;
  ASSERT_EQ(run(render(folder / "a.svg", {})).status, 0);
  QXmlStreamReader xml(QByteArray::fromStdString(test::readFile(folder / "a.svg")));
  QStringList texts;
  while (!xml.atEnd()) {
    xml.readNext();
    if (xml.isStartElement() && xml.name() == u"text")
      texts << xml.readElementText(QXmlStreamReader::IncludeChildElements);
  }
  EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
  for (const char* word : {"Summits", "Messages", "Five per cent", "The Hague 2025"})
    EXPECT_TRUE(texts.contains(q(word))) << word;
  EXPECT_TRUE(texts.contains(QString::fromUtf8("Rutte \u2192 Trump")));
}

TEST(Render, PutsEventsIntoTheLanesThatAreAskedFor) {
  const TemporaryFolder folder;
  ASSERT_EQ(run(render(folder / "a.svg", {q("--lanes"), q("country")})).status, 0);
  const std::string svg = test::readFile(folder / "a.svg");
  EXPECT_THAT(svg, HasSubstr(">Netherlands</text>"));
  EXPECT_THAT(svg, HasSubstr(">United States</text>"));
  EXPECT_THAT(svg, ::testing::Not(HasSubstr(">Summits</text>")));
  EXPECT_THAT(svg, HasSubstr(R"(\&quot;grouping\&quot;:\&quot;country\&quot;)")) << "the recipe says it";
  const Said said = run(render(folder / "b.svg", {q("--lanes"), q("mood")}));
  EXPECT_EQ(said.status, 2);
  EXPECT_THAT(said.err, HasSubstr("mood"));
}

TEST(Render, DrawsWhatWasKnownByADay) {
  const TemporaryFolder folder;
  const QStringList june{q("--from"), q("2025-06-01"), q("--to"), q("2025-07-31")};
  QStringList asKnown = june;
  asKnown << q("--known-as-of") << q("2025-06-23");
  ASSERT_EQ(run(render(folder / "now.svg", june)).status, 0);
  ASSERT_EQ(run(render(folder / "then.svg", asKnown)).status, 0);
  const std::string now = test::readFile(folder / "now.svg");
  const std::string then = test::readFile(folder / "then.svg");
  const std::string message = "Rutte \u2192 Trump";
  EXPECT_THAT(now, HasSubstr(message));
  EXPECT_THAT(then, testing::Not(HasSubstr(message)));
  EXPECT_THAT(then, HasSubstr("The Hague 2025"));
  EXPECT_THAT(then, HasSubstr("as known on 23 June 2025"));
  EXPECT_THAT(then, HasSubstr("knownAsOf")) << "in the recipe";
}

TEST(Render, TheSameTwiceIsTheSameBytes) {
  const TemporaryFolder folder;
  for (const char* ending : {"png", "svg"}) {
    const auto first = folder / (std::string("1.") + ending);
    const auto second = folder / (std::string("2.") + ending);
    ASSERT_EQ(run(render(first, {})).status, 0);
    ASSERT_EQ(run(render(second, {})).status, 0);
    EXPECT_TRUE(test::readFile(first) == test::readFile(second)) << ending;
    ASSERT_EQ(run(render(second, {q("--theme"), q("dark"), q("--force")})).status, 0);
    EXPECT_FALSE(test::readFile(first) == test::readFile(second)) << ending;
  }
}

TEST(Render, SaysWhatItCannotDo) {
  const TemporaryFolder folder;
  EXPECT_THAT(run(render(folder / "a.gif", {})).err, HasSubstr(".png or .svg"));
  EXPECT_THAT(run(render(folder / "a.png", {q("--from"), q("03/04/2025")})).err,
              HasSubstr("may be 2025-04-03 or 2025-03-04; say which"));
  EXPECT_THAT(run(render(folder / "a.png", {q("--from"), q("yesterday-ish")})).err,
              HasSubstr("yesterday-ish"));
  EXPECT_THAT(run(render(folder / "a.png", {q("--from"), q("2026"), q("--to"), q("2025")})).err,
              HasSubstr("--from is not before --to"));
  EXPECT_THAT(run(render(folder / "no-folder/a.png", {})).err, HasSubstr("no-folder"));
  test::writeFile(folder / "b.png", "mine");
  const Said refused = run(render(folder / "b.png", {}));
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.err, HasSubstr("--force"));
  EXPECT_EQ(test::readFile(folder / "b.png"), "mine");
  EXPECT_FALSE(std::filesystem::exists(folder / "a.png"));
}

}  // namespace
}  // namespace entente
