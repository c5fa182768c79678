// SPDX-License-Identifier: GPL-3.0-or-later
// entente check on the built-in archive and on one that holds a contradiction, from outside.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <filesystem>

#include "tests/cli/program.h"
#include "tests/support/temporary_folder.h"

namespace entente {
namespace {

using test::run;
using test::Said;
using test::TemporaryFolder;
using test::text;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::Not;

QString q(const char* plain) {
  return QString::fromLatin1(plain);
}

/// The built-in archive, but its message was published a year before it was sent.
std::filesystem::path spoiltArchive(const TemporaryFolder& folder) {
  std::filesystem::copy(test::builtInBundle(), folder / "bundle");
  std::string csv = test::readFile(folder.path() / "bundle" / "stages.csv");
  const std::string from = "msg-rutte-trump-2025-06-24,published,2025-06-24,";
  const std::size_t at = csv.find(from);
  EXPECT_NE(at, std::string::npos);
  csv.replace(at, from.size(), "msg-rutte-trump-2025-06-24,published,2024-06-24,");
  test::writeFile(folder.path() / "bundle" / "stages.csv", csv);
  const Said said = run({q("import"), text(folder / "bundle"), q("-o"), text(folder / "a.entente")});
  EXPECT_EQ(said.status, 0) << said.err;
  return folder / "a.entente";
}

TEST(Check, FindsNoErrorInTheBuiltInArchive) {
  const Said said = run({q("check"), text(test::builtInArchive())});
  EXPECT_EQ(said.status, 0) << said.out << said.err;
  EXPECT_THAT(said.out, Not(HasSubstr("Errors\n")));
  EXPECT_THAT(said.out, ContainsRegex("\n?0 errors, [0-9]+ warnings?, [0-9]+ notes?\\.\n$"));
}

TEST(Check, FindsWhatCannotBe) {
  const TemporaryFolder folder;
  const Said said = run({q("check"), text(spoiltArchive(folder))});
  EXPECT_EQ(said.status, 1);
  EXPECT_THAT(said.out,
              ::testing::StartsWith(
                  "Errors\n"
                  "error  published-before-sent  message:msg-rutte-trump-2025-06-24  “Rutte to Trump, on the "
                  "way to The Hague” was published (24 June 2024) before it was sent (24 June 2025).\n"));
  EXPECT_THAT(said.out, HasSubstr("\n1 error, "));
  EXPECT_EQ(said.err, "");
}

TEST(Check, SaysTheSameAsJson) {
  const TemporaryFolder folder;
  const Said said = run({q("check"), text(spoiltArchive(folder)), q("--json")});
  EXPECT_EQ(said.status, 1);
  const QJsonObject all = QJsonDocument::fromJson(QByteArray::fromStdString(said.out)).object();
  EXPECT_EQ(all[q("errors")].toInt(-1), 1);
  const QJsonArray findings = all[q("findings")].toArray();
  EXPECT_EQ(findings.size(), all[q("errors")].toInt() + all[q("warnings")].toInt() + all[q("notes")].toInt());
  ASSERT_FALSE(findings.isEmpty());
  const QJsonObject first = findings.first().toObject();
  EXPECT_EQ(first[q("id")].toString(), q("published-before-sent"));
  EXPECT_EQ(first[q("severity")].toString(), q("error"));
  EXPECT_EQ(first[q("record")].toString(), q("message:msg-rutte-trump-2025-06-24"));
  EXPECT_TRUE(first[q("sentence")].toString().contains(q("was published (24 June 2024)")));
}

TEST(Check, OfWhatIsNoArchiveIsAnError) {
  const TemporaryFolder folder;
  test::writeFile(folder / "notes.txt", "not an archive");
  const Said said = run({q("check"), text(folder / "notes.txt")});
  EXPECT_EQ(said.status, 1);
  EXPECT_EQ(said.out, "");
  EXPECT_THAT(said.err, ::testing::StartsWith("entente: "));
}

}  // namespace
}  // namespace entente
