// SPDX-License-Identifier: GPL-3.0-or-later
// Changes: all or nothing, with everything that is derived.
#include <gtest/gtest.h>

#include "tests/archive/sample_archive.h"
#include "tests/support/temporary_folder.h"

namespace entente {
namespace {

using test::TemporaryFolder;

class Change : public ::testing::Test {
 protected:
  Change() { test::makeArchive(path, test::smallRecords()); }

  TemporaryFolder folder;
  std::filesystem::path path = folder / "a.entente";
};

TEST_F(Change, PutsNewAndReplacesOld) {
  Archive archive = test::openArchive(path, Access::ReadWrite);
  const EventId id = archive.titles()->front().id;
  Message message = test::smallRecords().messages.front();
  message.event.title = QStringLiteral("Ann to Ben, again");
  message.event.sources = {SourceUid("paper")};
  message.recipients = {ActorUid("ben")};
  Actor actor;
  actor.uid = ActorUid("carl");
  actor.name = QStringLiteral("Carl");
  ASSERT_TRUE(archive.change({PutRecord{message}, PutRecord{actor}}, test::note()).has_value());
  const auto records = archive.records();
  EXPECT_TRUE(records->messages.front() == message);
  EXPECT_EQ(records->actors.size(), 3U);
  EXPECT_EQ(archive.titles()->front().id, id) << "an event keeps its key";
  EXPECT_TRUE(archive.verify()->empty());
}

TEST_F(Change, AMessageMovesWithItsStages) {
  Archive archive = test::openArchive(path, Access::ReadWrite);
  Stage sent = test::smallRecords().stages.front();
  sent.when = test::date("1962-10-23");
  Stage read = sent;
  read.uid = StageUid("letter-read");
  read.stage = StageKind::Received;
  read.when = test::date("1962-10-20");
  ASSERT_TRUE(archive.change({PutRecord{sent}, PutRecord{read}}, test::note()).has_value());
  EXPECT_EQ(archive.titles()->front().when->edtf(), "1962-10-23") << "sent counts before any other stage";
  ASSERT_TRUE(archive.change({RemoveRecord{TableId::Stages, "letter-sent"}}, test::note()).has_value());
  EXPECT_EQ(archive.titles()->front().when->edtf(), "1962-10-20");
  EXPECT_EQ(archive.dataset()->curated->bounds.front(), test::date("1962-10-20").bounds());
  ASSERT_TRUE(archive.change({RemoveRecord{TableId::Stages, "letter-read"}}, test::note()).has_value());
  EXPECT_EQ(archive.dataset()->curated->undated.size(), 1U);
  EXPECT_TRUE(archive.verify()->empty());
}

TEST_F(Change, RefusesWhatWouldPointAtNothing) {
  Archive archive = test::openArchive(path, Access::ReadWrite);
  const std::string before = archive.info()->fingerprint;
  Stage orphan = test::smallRecords().stages.front();
  orphan.uid = StageUid("orphan");
  orphan.message = EventUid("no-such-letter");
  Claim claim = test::smallRecords().claims.front();
  claim.subject = {RecordKind::Statement, "letter"};
  Actor fine;
  fine.uid = ActorUid("carl");
  fine.name = QStringLiteral("Carl");
  const std::vector<std::vector<RecordChange>> refused{
      {PutRecord{fine}, PutRecord{orphan}},
      {PutRecord{fine}, PutRecord{claim}},
      {PutRecord{fine}, RemoveRecord{TableId::Actors, "ann"}},
      {PutRecord{fine}, RemoveRecord{TableId::Messages, "letter"}},
      {PutRecord{fine}, RemoveRecord{TableId::Sources, "paper"}}};
  for (const auto& changes : refused) {
    const auto result = archive.change(changes, test::note());
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().kind, ErrorKind::Invalid) << result.error().text();
    EXPECT_EQ(archive.info()->fingerprint, before) << "nothing of a refused change stays";
    EXPECT_EQ(archive.records()->actors.size(), 2U);
  }
  EXPECT_EQ(archive.change({RemoveRecord{TableId::Places, "atlantis"}}, test::note()).error().kind,
            ErrorKind::NotFound);
}

TEST_F(Change, KeysAreNotUsedAgain) {
  Archive archive = test::openArchive(path, Access::ReadWrite);
  const EventId old = archive.titles()->front().id;
  ASSERT_TRUE(
      archive
          .change({RemoveRecord{TableId::Claims, "claim-1"}, RemoveRecord{TableId::Stages, "letter-sent"},
                   RemoveRecord{TableId::Messages, "letter"}},
                  test::note())
          .has_value());
  Message other = test::smallRecords().messages.front();
  other.event.uid = EventUid("other");
  ASSERT_TRUE(archive.change({PutRecord{other}}, test::note()).has_value());
  EXPECT_NE(archive.titles()->front().id, old);
  EXPECT_EQ(archive.detail(old).error().kind, ErrorKind::NotFound);
}

TEST_F(Change, NeedsAnArchiveThatIsOpenForWriting) {
  Archive archive = test::openArchive(path, Access::ReadOnly);
  EXPECT_EQ(archive.change({RemoveRecord{TableId::Claims, "claim-1"}}, test::note()).error().kind,
            ErrorKind::ReadOnly);
}

TEST_F(Change, TheFileRestsWithoutLogs) {
  {
    Archive archive = test::openArchive(path, Access::ReadWrite);
    ASSERT_TRUE(archive.change({RemoveRecord{TableId::Claims, "claim-1"}}, test::note()).has_value());
  }
  int files = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path()))
    ++files;
  EXPECT_EQ(files, 1);
  EXPECT_EQ(test::readFile(path)[18], 1)
      << "journal mode DELETE in the header, so that any folder can be read";
  EXPECT_TRUE(test::openArchive(path).records()->claims.empty());
}

TEST_F(Change, ASecondReaderSeesItWhenItIsDone) {
  Archive writer = test::openArchive(path, Access::ReadWrite);
  const Archive reader = test::openArchive(path, Access::ReadOnly);
  const std::string before = reader.info()->fingerprint;
  const std::uint64_t revision = reader.dataset()->revision;
  ASSERT_TRUE(writer.change({RemoveRecord{TableId::Claims, "claim-1"}}, test::note()).has_value());
  EXPECT_NE(reader.info()->fingerprint, before);
  EXPECT_EQ(reader.dataset()->revision, revision + 1);
}

TEST_F(Change, AReaderOpensWhileSomebodyWrites) {
  Archive writer = test::openArchive(path, Access::ReadWrite);
  ASSERT_TRUE(writer.change({RemoveRecord{TableId::Claims, "claim-1"}}, test::note()).has_value());
  EXPECT_TRUE(test::openArchive(path, Access::ReadOnly).records()->claims.empty());
}

TEST_F(Change, KeepsTheRulesOfTheModel) {
  Archive archive = test::openArchive(path, Access::ReadWrite);
  const std::string before = archive.info()->fingerprint;
  Statement otherKind;
  otherKind.event.uid = EventUid("letter");
  otherKind.event.title = QStringLiteral("No letter");
  otherKind.event.when = test::date("1962");
  otherKind.speaker = ActorUid("ann");
  Actor badText = test::smallRecords().actors.front();
  badText.name = QStringLiteral("bell\a");
  Actor badCountry = test::smallRecords().actors.front();
  badCountry.country = QStringLiteral("Atlantis");
  SavedView noJson;
  noJson.uid = ViewUid("v");
  noJson.title = QStringLiteral("v");
  noJson.state = QStringLiteral("not JSON");
  const std::vector<RecordChange> refused{PutRecord{otherKind}, PutRecord{badText}, PutRecord{badCountry},
                                          PutRecord{noJson}};
  for (const RecordChange& change : refused) {
    const auto result = archive.change({change}, test::note());
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().kind, ErrorKind::Invalid) << result.error().text();
  }
  EXPECT_EQ(archive.info()->fingerprint, before);
}

TEST_F(Change, AFigureThatClaimsNameKeepsARow) {
  test::makeArchive(path, test::builtInRecords());
  Archive archive = test::openArchive(path, Access::ReadWrite);
  std::vector<RecordChange> changes;
  for (const Spending& row : test::builtInRecords().spending) {
    if (figureKey(row) == "nato-total/2024/pct_gdp")
      changes.push_back(RemoveRecord{TableId::Spending, row.uid.value});
  }
  ASSERT_FALSE(changes.empty());
  EXPECT_EQ(archive.change(changes, test::note()).error().kind, ErrorKind::Invalid);
}

TEST_F(Change, RemovingAndPuttingOneRecordReplacesIt) {
  Archive archive = test::openArchive(path, Access::ReadWrite);
  const Message letter = test::smallRecords().messages.front();
  const auto done =
      archive.change({RemoveRecord{TableId::Stages, "letter-sent"}, RemoveRecord{TableId::Messages, "letter"},
                      PutRecord{letter}, PutRecord{test::smallRecords().stages.front()}},
                     test::note());
  ASSERT_TRUE(done.has_value()) << done.error().text();
  EXPECT_TRUE(archive.verify()->empty());
}

}  // namespace
}  // namespace entente
