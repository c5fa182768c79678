// SPDX-License-Identifier: GPL-3.0-or-later
// Making archives: what goes in comes out, and what is there is not lost.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/exchange/bundle_writer.h"
#include "core/model/canonical_csv.h"
#include "tests/archive/sample_archive.h"
#include "tests/support/temporary_folder.h"

namespace entente {
namespace {

using test::TemporaryFolder;

std::vector<std::string> namesIn(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

TEST(Create, GivesBackEveryRecord) {
  const TemporaryFolder folder;
  for (const Records* records : {&test::builtInRecords()}) {
    test::makeArchive(folder / "a.entente", *records);
    const auto back = test::openArchive(folder / "a.entente").records();
    ASSERT_TRUE(back.has_value()) << back.error().text();
    EXPECT_TRUE(*back == *records);
  }
  Records small = test::smallRecords();
  sortCanonically(small);
  test::makeArchive(folder / "b.entente", small);
  EXPECT_TRUE(*test::openArchive(folder / "b.entente").records() == small);
}

TEST(Create, BundleToArchiveToBundleIsByteEqual) {
  const TemporaryFolder folder;
  test::makeArchive(folder / "a.entente", test::builtInRecords());
  const auto records = test::openArchive(folder / "a.entente").records();
  ASSERT_TRUE(records.has_value());
  ASSERT_TRUE(writeBundle(*records, folder / "bundle", false).has_value());
  const std::filesystem::path original = ENTENTE_SOURCE_DIR "/resources/archive";
  EXPECT_EQ(namesIn(folder / "bundle"), namesIn(original));
  for (const std::string& name : namesIn(original))
    EXPECT_EQ(test::readFile(folder.path() / "bundle" / name), test::readFile(original / name)) << name;
}

TEST(Create, CountsAreThoseOfTheBundle) {
  const TemporaryFolder folder;
  const Records& records = test::builtInRecords();
  test::makeArchive(folder / "a.entente", records);
  const auto info = test::openArchive(folder / "a.entente").info();
  ASSERT_TRUE(info.has_value()) << info.error().text();
  forEachTable([&](const auto& table) {
    EXPECT_EQ(info->count(table.id), static_cast<std::int64_t>((records.*table.rows).size())) << table.name;
  });
  EXPECT_EQ(info->earliest->edtf(), "1914-07-29T01:00:00");
  EXPECT_EQ(info->title, QStringLiteral("Five per cent"));
}

TEST(Create, SameRecordsInAnyOrderHaveTheSameFingerprint) {
  const TemporaryFolder folder;
  Records records = test::smallRecords();
  test::makeArchive(folder / "a.entente", records);
  std::reverse(records.sources.begin(), records.sources.end());
  std::reverse(records.actors.begin(), records.actors.end());
  test::makeArchive(folder / "b.entente", records);
  records.actors[0].name = QStringLiteral("Anne");
  test::makeArchive(folder / "c.entente", records);
  const auto print = [&](const char* name) { return test::openArchive(folder / name).info()->fingerprint; };
  EXPECT_EQ(print("a.entente"), print("b.entente"));
  EXPECT_NE(print("a.entente"), print("c.entente"));
}

TEST(Create, DoesNotOverwriteWithoutBeingTold) {
  const TemporaryFolder folder;
  test::writeFile(folder / "a.entente", "mine");
  const auto refused = Archive::create(folder / "a.entente", test::smallRecords(), false);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().kind, ErrorKind::Exists);
  EXPECT_EQ(test::readFile(folder / "a.entente"), "mine");
  EXPECT_TRUE(Archive::create(folder / "a.entente", test::smallRecords(), true).has_value());
  EXPECT_EQ(namesIn(folder.path()), std::vector<std::string>{"a.entente"});
}

TEST(Create, LeavesNothingBehindWhenItFails) {
  const TemporaryFolder folder;
  test::makeArchive(folder / "a.entente", test::smallRecords());
  const std::string before = test::readFile(folder / "a.entente");
  Records broken = test::smallRecords();
  broken.stages[0].actor = ActorUid("nobody");
  const auto refused = Archive::create(folder / "a.entente", broken, true);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().kind, ErrorKind::Invalid);
  EXPECT_NE(refused.error().message.find("nobody"), std::string::npos) << refused.error().message;

  std::stop_source stop;
  stop.request_stop();
  const auto cancelled =
      Archive::create(folder / "a.entente", test::smallRecords(), true, {stop.get_token(), {}});
  ASSERT_FALSE(cancelled.has_value());
  EXPECT_EQ(cancelled.error().kind, ErrorKind::Cancelled);
  EXPECT_EQ(test::readFile(folder / "a.entente"), before);
  EXPECT_EQ(namesIn(folder.path()), std::vector<std::string>{"a.entente"});
}

TEST(Create, SaysWhatIsWrongWithTheFolder) {
  const auto refused = Archive::create("/nowhere/at/all/a.entente", test::smallRecords(), false);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().kind, ErrorKind::NotFound);
  EXPECT_NE(refused.error().message.find("/nowhere/at/all/a.entente"), std::string::npos)
      << refused.error().message;
}

TEST(Backup, IsAWholeArchiveOfItsOwn) {
  const TemporaryFolder folder;
  test::makeArchive(folder / "a.entente", test::smallRecords());
  const Archive archive = test::openArchive(folder / "a.entente");
  ASSERT_TRUE(archive.backupTo(folder / "b.entente").has_value());
  const Archive copy = test::openArchive(folder / "b.entente");
  EXPECT_EQ(copy.info()->fingerprint, archive.info()->fingerprint);
  EXPECT_TRUE(copy.verify()->empty());
  EXPECT_EQ(archive.backupTo(folder / "b.entente").error().kind, ErrorKind::Exists);
  EXPECT_EQ(namesIn(folder.path()), (std::vector<std::string>{"a.entente", "b.entente"}));
}

TEST(Create, DoesNotReplaceWhatIsBeingChanged) {
  const TemporaryFolder folder;
  test::makeArchive(folder / "a.entente", test::smallRecords());
  Archive writer = test::openArchive(folder / "a.entente", Access::ReadWrite);
  ASSERT_TRUE(writer.change({RemoveRecord{TableId::Claims, "claim-1"}}, test::note()).has_value());
  const auto refused = Archive::create(folder / "a.entente", test::smallRecords(), true);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().kind, ErrorKind::Exists);
  EXPECT_TRUE(writer.records()->claims.empty());
}

TEST(Create, ReplacesFilesAlone) {
  const TemporaryFolder folder;
  ASSERT_EQ(mkfifo((folder / "pipe").c_str(), 0600), 0);
  std::filesystem::create_symlink(folder / "nothing", folder / "dangling");
  for (const char* name : {"pipe", "dangling"}) {
    const auto before = std::filesystem::symlink_status(folder / name).type();
    EXPECT_EQ(Archive::create(folder / name, test::smallRecords(), true).error().kind, ErrorKind::Exists)
        << name;
    EXPECT_EQ(std::filesystem::symlink_status(folder / name).type(), before) << name;
  }
  test::makeArchive(folder / "real.entente", test::smallRecords());
  std::filesystem::create_symlink(folder / "real.entente", folder / "link.entente");
  test::makeArchive(folder / "link.entente", Records{});
  EXPECT_TRUE(std::filesystem::is_symlink(folder / "link.entente"));
  EXPECT_TRUE(test::openArchive(folder / "real.entente").records()->messages.empty());
}

TEST(Create, IsNotHinderedByWhatAProcessOfTheSameNumberLeft) {
  const TemporaryFolder folder;
  test::writeFile(folder / ("a.entente.partial-" + std::to_string(getpid())), "left over");
  EXPECT_TRUE(Archive::create(folder / "a.entente", test::smallRecords(), false).has_value());
  EXPECT_EQ(namesIn(folder.path()), std::vector<std::string>{"a.entente"});
}

}  // namespace
}  // namespace entente
