// SPDX-License-Identifier: GPL-3.0-or-later
// The subcommands on the real bundle and on spoilt ones, from outside.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include "core/exchange/bundle_reader.h"
#include "core/model/record_tables.h"
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

TEST(Info, CountsWhatTheBundleHolds) {
  const Said said = run({q("info"), text(test::builtInArchive()), q("--json")});
  ASSERT_EQ(said.status, 0) << said.err;
  const QJsonObject info = QJsonDocument::fromJson(QByteArray::fromStdString(said.out)).object();
  EXPECT_EQ(info[q("schema")].toInt(), 4);
  const QJsonObject counts = info[q("counts")].toObject();
  const Records records = readBundle(test::builtInBundle())->records;
  forEachTable([&](const auto& table) {
    const auto name = QString::fromUtf8(table.name.data(), static_cast<qsizetype>(table.name.size()));
    if (!counts.contains(name)) return;
    EXPECT_EQ(counts[name].toInt(-1), static_cast<int>((records.*table.rows).size())) << table.name;
  });
  EXPECT_EQ(counts.size(), 14);
  EXPECT_EQ(counts[q("bulk")].toInt(-1), 0);
  EXPECT_EQ(info[q("span")][q("earliest")].toString(), q("1914-07-29"));
  EXPECT_EQ(info[q("span")][q("latest")].toString(), q("2027"));
  EXPECT_EQ(info[q("fingerprint")].toString().size(), 64);
}

TEST(Info, CountsWhatWasKnownByADay) {
  const auto counts = [](const char* day) {
    const Said said = run({q("info"), text(test::builtInArchive()), q("--json"), q("--known-as-of"), q(day)});
    EXPECT_EQ(said.status, 0) << said.err;
    return QJsonDocument::fromJson(QByteArray::fromStdString(said.out)).object()[q("counts")].toObject();
  };
  const QJsonObject before = counts("2025-06-23");
  const QJsonObject on = counts("24 June 2025");
  const QJsonObject all = counts("2100");
  EXPECT_GT(before[q("messages")].toInt(), 0);
  EXPECT_LT(before[q("messages")].toInt(), on[q("messages")].toInt());
  EXPECT_LT(on[q("spending")].toInt(), all[q("spending")].toInt());
  EXPECT_EQ(all[q("claims")].toInt(), 364);
  const Said said = run({q("info"), text(test::builtInArchive()), q("--known-as-of"), q("soon")});
  EXPECT_EQ(said.status, 1);
  EXPECT_THAT(said.err, HasSubstr("--known-as-of: 'soon' is not a date"));
}

TEST(Import, AndExportGiveTheSameBytes) {
  const TemporaryFolder folder;
  ASSERT_EQ(run({q("import"), text(test::builtInBundle()), q("-o"), text(folder / "a.entente")}).status, 0);
  ASSERT_EQ(run({q("export-bundle"), text(folder / "a.entente"), q("-o"), text(folder / "out")}).status, 0);
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(test::builtInBundle())) {
    const std::string name = entry.path().filename().string();
    EXPECT_EQ(test::readFile(folder.path() / "out" / name), test::readFile(entry.path())) << name;
    ++files;
  }
  EXPECT_EQ(files, 21);
}

TEST(Import, ListsEveryProblemAndLeavesNothing) {
  const TemporaryFolder folder;
  std::filesystem::copy(test::builtInBundle(), folder / "bundle");
  const auto spoil = [&](const char* name, const std::string& from, const std::string& to) {
    std::string csv = test::readFile(folder.path() / "bundle" / name);
    const std::size_t at = csv.find(from);
    ASSERT_NE(at, std::string::npos) << name;
    test::writeFile(folder.path() / "bundle" / name, csv.replace(at, from.size(), to));
  };
  spoil("stages.csv", ",sent,", ",sennt,");
  spoil("accessions.csv", "1949-04-04", "1949-04-31");
  spoil("links.csv", "message:msg-rutte-trump-2025-06-24", "message:msg-nobody");
  const Said said = run({q("import"), text(folder / "bundle"), q("-o"), text(folder / "a.entente")});
  EXPECT_EQ(said.status, 1);
  EXPECT_THAT(said.err, HasSubstr("accessions.csv:3:30: "));
  EXPECT_THAT(said.err, HasSubstr("1949-04-31"));
  EXPECT_THAT(said.err, HasSubstr("stages.csv:4:66: "));
  EXPECT_THAT(said.err, HasSubstr("'sennt' is not one of"));
  EXPECT_THAT(said.err, HasSubstr("msg-nobody"));
  EXPECT_THAT(said.err, HasSubstr("entente: 3 problems in the bundle; nothing was written.\n"));
  EXPECT_FALSE(std::filesystem::exists(folder / "a.entente"));
}

TEST(Import, NeverOverwritesWithoutForce) {
  const TemporaryFolder folder;
  test::writeFile(folder / "a.entente", "mine");
  const Said refused = run({q("import"), text(test::builtInBundle()), q("-o"), text(folder / "a.entente")});
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.err, HasSubstr("--force"));
  EXPECT_EQ(test::readFile(folder / "a.entente"), "mine");
  EXPECT_EQ(run({q("import"), text(test::builtInBundle()), q("-o"), text(folder / "a.entente"), q("--force")})
                .status,
            0);
  EXPECT_EQ(run({q("export-bundle"), text(folder / "a.entente"), q("-o"), text(folder.path())}).status, 1)
      << "the folder holds something";
}

TEST(Verify, TellsAWholeArchiveFromASpoiltOne) {
  const TemporaryFolder folder;
  std::string bytes = test::readFile(test::builtInArchive());
  test::writeFile(folder / "a.entente", bytes);
  EXPECT_EQ(run({q("verify"), text(folder / "a.entente")}).status, 0);
  bytes[bytes.find("dear Donald")] = 'D';
  test::writeFile(folder / "a.entente", bytes);
  const Said said = run({q("verify"), text(folder / "a.entente")});
  EXPECT_EQ(said.status, 1);
  EXPECT_THAT(said.err, HasSubstr("table messages"));
  EXPECT_EQ(test::readFile(folder / "a.entente"), bytes);
}

TEST(Recover, LeavesAWholeArchiveAsItIs) {
  const TemporaryFolder folder;
  std::filesystem::copy(test::builtInArchive(), folder / "a.entente");
  const Said said = run({q("recover"), text(folder / "a.entente")});
  EXPECT_EQ(said.status, 0) << said.err;
  EXPECT_THAT(said.out, HasSubstr("is whole"));
}

TEST(Errors, AreOneSentenceAndStatusOne) {
  const TemporaryFolder folder;
  test::writeFile(folder / "notes.txt", "not an archive");
  for (const QStringList& arguments :
       {QStringList{q("info"), q("/nowhere.entente")}, QStringList{q("info"), text(folder / "notes.txt")},
        QStringList{q("verify"), text(folder.path())}, QStringList{q("no-such-thing")},
        QStringList{q("import"), q("/nowhere"), q("-o"), text(folder / "a.entente")},
        QStringList{text(test::builtInArchive())}}) {
    const Said said = run(arguments);
    EXPECT_EQ(said.status, 1) << arguments.join(u' ').toStdString();
    EXPECT_THAT(said.err, ::testing::StartsWith("entente: "));
    EXPECT_EQ(std::count(said.err.begin(), said.err.end(), '\n'), 1) << said.err;
  }
}

TEST(Usage, IsExplained) {
  EXPECT_EQ(run({q("info")}).status, 2);
  EXPECT_EQ(run({q("info"), text(test::builtInArchive()), q("--xml")}).status, 2);
  EXPECT_EQ(
      run({q("render"), text(test::builtInArchive()), q("-o"), q("x.png"), q("--size"), q("big")}).status, 2);
  EXPECT_EQ(run({q("--theme"), q("pink")}).status, 2);
  EXPECT_EQ(run({q("junk"), q("info"), text(test::builtInArchive())}).status, 2);
  const Said help = run({q("--help")});
  EXPECT_EQ(help.status, 0);
  for (const char* word : {"info", "import", "export-bundle", "render", "verify", "check", "Examples:"})
    EXPECT_THAT(help.out, HasSubstr(word));
  const Said version = run({q("--version")});
  EXPECT_EQ(version.status, 0);
  EXPECT_THAT(version.out, ::testing::MatchesRegex("entente [0-9.]+\n"));
}

TEST(Errors, AreSeenWhereOutputGoesNowhere) {
  const QString command = QStringLiteral("%1 info %2 --json > /dev/full")
                              .arg(QStringLiteral(ENTENTE_PROGRAM), text(test::builtInArchive()));
  EXPECT_EQ(QProcess::execute(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), command}), 1);
}

TEST(Errors, AnUnreachableDisplayIsOne) {
  const QString command =
      QStringLiteral("DISPLAY=:7777 QT_QPA_PLATFORM=xcb %1 %2 2>&1 | grep -c '^entente: There is no display'")
          .arg(QStringLiteral(ENTENTE_PROGRAM), text(test::builtInArchive()));
  EXPECT_EQ(QProcess::execute(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), command}), 0);
}

}  // namespace
}  // namespace entente
