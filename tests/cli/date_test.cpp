// SPDX-License-Identifier: GPL-3.0-or-later
// `entente date` as a script sees it: one object a line, every byte kept, 1 if any is invalid.
#include <gtest/gtest.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <string>
#include <vector>

#include "tests/cli/program.h"

namespace entente {
namespace {

QStringList words(const char* line) {
  return QString::fromLatin1(line).split(QLatin1Char(' '));
}

std::vector<QJsonObject> objects(const std::string& output) {
  std::vector<QJsonObject> found;
  for (const QByteArray& line : QByteArray::fromStdString(output).split('\n')) {
    if (!line.isEmpty()) found.push_back(QJsonDocument::fromJson(line).object());
  }
  return found;
}

std::string text(const QJsonObject& object, const char* key) {
  return object.value(QLatin1String(key)).toString().toStdString();
}

TEST(Date, SaysLevelsAndDays) {
  const auto ran = test::run(
      words("date --json 1985-04-12 2004-06-01/ [1667,1668,1670..1672] 2001-21 -0044-03-15 ../1985"));
  EXPECT_EQ(ran.status, 0) << ran.err;
  const auto said = objects(ran.out);
  ASSERT_EQ(said.size(), 6U);
  EXPECT_EQ(text(said[0], "earliest"), "1985-04-12");
  EXPECT_EQ(text(said[0], "latest"), "1985-04-12");
  EXPECT_EQ(said[0].value(QLatin1String("level")).toInt(-1), 0);
  EXPECT_TRUE(said[0].value(QLatin1String("valid")).toBool());
  EXPECT_TRUE(said[0].value(QLatin1String("error")).isNull());
  EXPECT_EQ(text(said[1], "latest"), "unknown");
  EXPECT_EQ(said[1].value(QLatin1String("level")).toInt(), 1);
  EXPECT_EQ(text(said[2], "earliest"), "1667-01-01");
  EXPECT_EQ(text(said[2], "latest"), "1672-12-31");
  EXPECT_TRUE(said[3].value(QLatin1String("earliest")).isNull());
  EXPECT_TRUE(said[3].value(QLatin1String("latest")).isNull());
  EXPECT_EQ(text(said[4], "canonical"), "-0044-03-15");
  EXPECT_EQ(text(said[5], "earliest"), "-inf");
}

TEST(Date, RefusesWithPositionAndReason) {
  const auto ran = test::run(words("date 1985-4-12 --json 2020-06-01T20:30Z"));
  EXPECT_EQ(ran.status, 1);
  const auto said = objects(ran.out);
  ASSERT_EQ(said.size(), 2U);
  EXPECT_FALSE(said[0].value(QLatin1String("valid")).toBool(true));
  const QJsonObject error = said[0].value(QLatin1String("error")).toObject();
  EXPECT_EQ(error.value(QLatin1String("position")).toInt(), 5);
  EXPECT_EQ(text(error, "reason"), "a month of two digits is expected");
  // Archives read it, the specification does not.
  EXPECT_FALSE(said[1].value(QLatin1String("valid")).toBool(true));
}

TEST(Date, ReadsLinesAndKeepsTheirBytes) {
  const auto ran = test::run(words("date --json -"), "1985 \n156X\r\n\n\"\\\x01\xff\xc3\xa9\n1960");
  EXPECT_EQ(ran.status, 1);
  const auto said = objects(ran.out);
  ASSERT_EQ(said.size(), 5U);
  EXPECT_EQ(text(said[0], "input"), "1985 ");
  EXPECT_EQ(text(said[1], "input"), "156X\r");
  EXPECT_EQ(text(said[2], "input"), "");
  EXPECT_NE(ran.out.find(R"("input":"\"\\\u0001\udcffé")"), std::string::npos) << ran.out;
  EXPECT_EQ(text(said[4], "latest"), "1960-12-31");
}

TEST(Date, SaysItInWords) {
  const auto ran = test::run(words("date 156X 2004-06~-11 198u"));
  EXPECT_EQ(ran.status, 1);
  EXPECT_NE(ran.out.find("some time in the 1560s"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("11 June 2004, year and month approximate"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("not EDTF: position 4: unspecified digits are written X"), std::string::npos)
      << ran.out;
}

}  // namespace
}  // namespace entente
