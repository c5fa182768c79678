// SPDX-License-Identifier: GPL-3.0-or-later
// The history: whatever was changed is undone and redone to the letter, in any order, by anybody.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include "core/archive/history_sql.h"
#include "core/archive/schema_sql.h"
#include "tests/archive/archive_state.h"
#include "tests/archive/sample_archive.h"
#include "tests/support/temporary_folder.h"

namespace entente {
namespace {

using test::actorNamed;
using test::claimAbout;
using test::expectWhole;
using test::pinOf;
using test::State;
using test::stateOf;
using test::TemporaryFolder;
using Path = std::filesystem::path;
using Changes = std::vector<RecordChange>;
using Numbers = std::vector<std::int64_t>;

std::set<std::string> found(const Archive& archive, const char* words) {
  std::set<std::string> uids;
  const auto titles = *archive.titles();
  const auto hits = archive.search(QString::fromUtf8(words));
  for (const SearchHit& hit : *hits)
    uids.insert(std::ranges::find(titles, hit.event, &EventTitle::id)->uid.value);
  return uids;
}

/// Numbers of the steps that hold, or that are undone.
Numbers numbers(const Archive& archive, bool undone = false) {
  Numbers all;
  const auto steps = archive.history();
  for (const HistoryStep& step : *steps) {
    if (step.undone == undone) all.push_back(step.number);
  }
  return all;
}

const RecordRef kLetter{RecordKind::Message, "letter"};
const RecordRef kSummit{RecordKind::Summit, "summit-1"};

/// An archive with rows in every table, which comes from an older schema.
class History : public ::testing::Test {
 protected:
  History() {
    SQLite::Database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec(test::readFile(ENTENTE_SOURCE_DIR "/tests/data/archive/schema-2.sql"));
  }

  TemporaryFolder folder;
  Path path = folder / "a.entente";
};

TEST_F(History, EveryTableIsRecordedOrHasAReasonNotToBe) {
  const Archive archive = test::openArchive(path, Access::ReadWrite);
  std::set<std::string> tables{"meta",       "rule",      "digest",     "step",
                               "bulk_batch", "bulk_word", "bulk_event", "bulk_chunk"};
  for (const char* table : recordedTables())
    EXPECT_TRUE(tables.insert(table).second) << table;
  SQLite::Database database(path.string(), SQLite::OPEN_READONLY);
  SQLite::Statement query(database,
                          "SELECT name FROM sqlite_schema WHERE type = 'table' "
                          "AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'search*'");
  std::set<std::string> there;
  while (query.executeStep())
    there.insert(query.getColumn(0).getString());
  EXPECT_EQ(there, tables);
}

/// A change of each kind that there is, by name. They fit the sample one at a time.
std::map<std::string, Changes> sampleChanges(const Records& records) {
  std::map<std::string, Changes> all;
  all["a new actor"] = {PutRecord{actorNamed("carl", QStringLiteral("Carl"))}};
  all["a renamed actor"] = {PutRecord{actorNamed("ann", QStringLiteral("Anne"))}};
  all["a removed link"] = {RemoveRecord{TableId::Links, "link-1"}};
  Statement speech;
  speech.event.uid = EventUid("reply");
  speech.event.title = QStringLiteral("A reply");
  speech.event.when = test::date("1962-11-02");
  speech.event.sources = {SourceUid("wire"), SourceUid("paper")};
  speech.event.participants = {{"host", ActorUid("ann")}, {"guest", ActorUid("land")}};
  speech.speaker = ActorUid("ben");
  all["a new event with lists"] = {PutRecord{speech}};
  Message letter = records.messages.front();
  letter.recipients = {ActorUid("land")};
  letter.event.sources = {SourceUid("paper")};
  letter.text = QStringLiteral("Nevermind.");
  all["shorter lists"] = {PutRecord{letter}};
  std::ranges::reverse(letter.senders = {ActorUid("ben"), ActorUid("ann")});
  all["other lists"] = {PutRecord{letter}};
  Pledge pledge = records.pledges.front();
  std::ranges::reverse(pledge.adherents);
  all["adherents"] = {PutRecord{pledge}};
  Summit summit = records.summits.front();
  summit.documents = {SourceUid("paper"), SourceUid("wire")};
  all["documents"] = {PutRecord{summit}};
  Stage stage = records.stages.front();
  stage.when = test::date("1962-10-20");
  stage.stage = StageKind::Sent;
  all["a moved stage"] = {PutRecord{stage}};
  all["a removed event"] = {RemoveRecord{TableId::Statements, "speech"}};
  all["a removed event with all that hangs on it"] = {
      RemoveRecord{TableId::Links, "link-1"}, RemoveRecord{TableId::Claims, "claim-1"},
      RemoveRecord{TableId::Stages, "letter-received"}, RemoveRecord{TableId::Stages, "letter-sent"},
      RemoveRecord{TableId::Messages, "letter"}};
  all["an event in place of itself"] = {RemoveRecord{TableId::Statements, "speech"},
                                        PutRecord{records.statements.back()}};
  const Claim claim = claimAbout("claim-4", kLetter, "", "was it kept?");
  all["a claim and its pin"] = {PutRecord{claim}, PutRecord{pinOf("pin-2", claim)}};
  all["a pin of a question"] = {PutRecord{pinOf("pin-2", records.claims.front())}};
  all["a removed pin"] = {RemoveRecord{TableId::Pins, "pin-1"}};
  all["a pin under another uid"] = {RemoveRecord{TableId::Pins, "pin-1"},
                                    PutRecord{pinOf("pin-3", records.claims[1])}};
  all["a view"] = {RemoveRecord{TableId::Views, "view-1"}};
  all["a property"] = {PutRecord{Property{"title", QStringLiteral("Another")}}};
  all["a position"] = {RemoveRecord{TableId::Positions, "land-reserves"}};
  Spending spending = records.spending.front();
  spending.estimate = !spending.estimate;
  all["a figure"] = {PutRecord{spending}};
  all["an office, an accession and a period"] = {RemoveRecord{TableId::Offices, "ann-chair"},
                                                 RemoveRecord{TableId::Accessions, "land-in"},
                                                 RemoveRecord{TableId::Periods, "era"}};
  Place town = records.places.front();
  town.name = QStringLiteral("Bamberg");
  all["a place and a source"] = {PutRecord{town}, RemoveRecord{TableId::Offices, "ann-chair"}};
  return all;
}

TEST_F(History, EveryKindOfChangeIsUndoneAndRedone) {
  Archive archive = test::openArchive(path, Access::ReadWrite);
  const State before = stateOf(archive);
  for (const auto& [name, changes] : sampleChanges(before.records)) {
    SCOPED_TRACE(name);
    const auto done = archive.change(changes, test::note(name.c_str()));
    ASSERT_TRUE(done.has_value()) << done.error().text();
    const State after = stateOf(archive);
    EXPECT_FALSE(after.records == before.records && after.keys == before.keys);
    const std::int64_t number = archive.history()->back().number;
    for (int round = 0; round < 2; ++round) {
      const auto undone = archive.goToStep(0);
      ASSERT_TRUE(undone.has_value()) << undone.error().text();
      EXPECT_TRUE(stateOf(archive) == before);
      expectWhole(archive);
      const auto redone = archive.goToStep(number);
      ASSERT_TRUE(redone.has_value()) << redone.error().text();
      EXPECT_TRUE(stateOf(archive) == after);
      expectWhole(archive);
    }
    ASSERT_TRUE(archive.goToStep(0).has_value());
  }
}

TEST_F(History, PinsThatChangePlacesChangeBack) {
  Archive archive = test::openArchive(path, Access::ReadWrite);
  const Claim field = claimAbout("claim-4", kSummit, "title", "");
  const Claim question = claimAbout("claim-5", kSummit, "", "title");
  ASSERT_TRUE(
      archive
          .change({PutRecord{field}, PutRecord{question}, PutRecord{pinOf("a", field)},
                   PutRecord{pinOf("b", question)}, PutRecord{pinOf("c", test::smallRecords().claims[0])}},
                  test::note())
          .has_value());
  const State before = stateOf(archive);
  ASSERT_TRUE(
      archive
          .change({RemoveRecord{TableId::Pins, "a"}, RemoveRecord{TableId::Pins, "b"},
                   RemoveRecord{TableId::Pins, "c"}, PutRecord{pinOf("b", test::smallRecords().claims[0])},
                   PutRecord{pinOf("c", field)}, PutRecord{pinOf("a", question)}},
                  test::note())
          .has_value());
  const State after = stateOf(archive);
  ASSERT_TRUE(archive.goToStep(1).has_value());
  EXPECT_TRUE(stateOf(archive) == before);
  ASSERT_TRUE(archive.goToStep(2).has_value());
  EXPECT_TRUE(stateOf(archive) == after);
  EXPECT_EQ(archive.change({PutRecord{pinOf("d", field)}}, test::note()).error().kind, ErrorKind::Invalid)
      << "nothing is pinned twice afterwards either";
}

TEST_F(History, SearchFindsWhatHolds) {
  Archive archive = test::openArchive(path, Access::ReadWrite);
  Message letter = archive.records()->messages.front();
  letter.text = QStringLiteral("Nevermind.");
  ASSERT_TRUE(archive.change({PutRecord{letter}}, test::note()).has_value());
  ASSERT_TRUE(archive.change({RemoveRecord{TableId::Statements, "speech"}}, test::note()).has_value());
  ASSERT_TRUE(
      archive.change({PutRecord{actorNamed("ann", QStringLiteral("Hannah"))}}, test::note()).has_value());
  ASSERT_TRUE(archive.goToStep(0).has_value());
  EXPECT_TRUE(found(archive, "nevermind").empty());
  EXPECT_EQ(found(archive, "more soon"), std::set<std::string>{"letter"});
  EXPECT_EQ(found(archive, "café"), std::set<std::string>{"speech"});
  EXPECT_TRUE(found(archive, "hannah").empty());
  ASSERT_TRUE(archive.goToStep(3).has_value());
  EXPECT_EQ(found(archive, "nevermind"), std::set<std::string>{"letter"});
  EXPECT_TRUE(found(archive, "café").empty());
  EXPECT_TRUE(found(archive, "hannah").contains("letter"));
}

TEST_F(History, DatesComeBackWithTheirStages) {
  Archive archive = test::openArchive(path, Access::ReadWrite);
  const auto shown = [&] {
    const auto titles = *archive.titles();
    return std::ranges::find(titles, EventUid("letter"), &EventTitle::uid)->when->edtf();
  };
  const std::string before = shown();
  Stage stage = *std::ranges::find(archive.records()->stages, StageUid("letter-sent"), &Stage::uid);
  stage.when = test::date("1961-01-02");
  ASSERT_TRUE(archive.change({PutRecord{stage}}, test::note()).has_value());
  EXPECT_EQ(shown(), "1961-01-02");
  ASSERT_TRUE(archive.goToStep(0).has_value());
  EXPECT_EQ(shown(), before);
}

TEST_F(History, KeysAreKeptAndNotUsedAgain) {
  Archive archive = test::openArchive(path, Access::ReadWrite);
  const auto keyOf = [&](const char* uid) {
    const auto titles = *archive.titles();
    return std::ranges::find(titles, EventUid(uid), &EventTitle::uid)->id;
  };
  const EventId speech = keyOf("speech");
  ASSERT_TRUE(archive.change({RemoveRecord{TableId::Statements, "speech"}}, test::note()).has_value());
  ASSERT_TRUE(archive.goToStep(0).has_value());
  EXPECT_EQ(keyOf("speech"), speech);
  Statement other = archive.records()->statements.front();
  other.event.uid = EventUid("first");
  ASSERT_TRUE(archive.change({PutRecord{other}}, test::note()).has_value());
  const EventId first = keyOf("first");
  ASSERT_TRUE(archive.goToStep(0).has_value());
  other.event.uid = EventUid("second");
  ASSERT_TRUE(archive.change({PutRecord{other}}, test::note()).has_value());
  EXPECT_NE(keyOf("second"), first) << "somebody may still hold the key of an undone event";
}

TEST_F(History, ListsWhatWasDoneAndWhen) {
  const auto now = [] {
    return std::chrono::duration_cast<std::chrono::seconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
  };
  Archive archive = test::openArchive(path, Access::ReadWrite);
  EXPECT_TRUE(archive.history()->empty());
  const std::int64_t begin = now();
  for (const char* title : {"Erstens", "Ünd zweitens"})
    ASSERT_TRUE(archive.change({PutRecord{actorNamed("carl", QString::fromUtf8(title))}}, test::note(title))
                    .has_value());
  const auto steps = archive.history();
  ASSERT_EQ(steps->size(), 2U);
  EXPECT_EQ((*steps)[0].title, QStringLiteral("Erstens"));
  EXPECT_EQ((*steps)[1].title, QString::fromUtf8("Ünd zweitens"));
  for (const HistoryStep& step : *steps) {
    EXPECT_GE(step.madeAt.seconds, begin);
    EXPECT_LE(step.madeAt.seconds, now());
    EXPECT_FALSE(step.undone);
  }
  SQLite::Database database(path.string(), SQLite::OPEN_READONLY);
  EXPECT_EQ(database
                .execAndGet("SELECT count(*) FROM step WHERE made_at GLOB "
                            "'20[0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'")
                .getInt(),
            2);
  EXPECT_EQ(archive.change({RemoveRecord{TableId::Actors, "carl"}}, test::note("  ")).error().kind,
            ErrorKind::Invalid);
}

TEST_F(History, ANewChangeDropsWhatWasUndone) {
  Archive archive = test::openArchive(path, Access::ReadWrite);
  for (const char* name : {"one", "two", "three"})
    ASSERT_TRUE(archive.change({PutRecord{actorNamed("carl", QString::fromUtf8(name))}}, test::note(name))
                    .has_value());
  ASSERT_TRUE(archive.goToStep(1).has_value());
  EXPECT_EQ(numbers(archive), Numbers{1});
  EXPECT_EQ(numbers(archive, true), (Numbers{2, 3}));
  EXPECT_EQ(archive.change({RemoveRecord{TableId::Actors, "ann"}}, test::note()).error().kind,
            ErrorKind::Invalid);
  EXPECT_EQ(numbers(archive, true), (Numbers{2, 3})) << "a refused change drops nothing";
  ASSERT_TRUE(archive.change({PutRecord{actorNamed("carl", QStringLiteral("four"))}}, test::note("four"))
                  .has_value());
  EXPECT_EQ(numbers(archive), (Numbers{1, 4})) << "numbers are not used again";
  EXPECT_EQ(numbers(archive, true), Numbers{});
  const State now = stateOf(archive);
  for (const std::int64_t gone : {2, 3, 5, -1}) {
    EXPECT_EQ(archive.goToStep(gone).error().kind, ErrorKind::NotFound) << gone;
    EXPECT_TRUE(stateOf(archive) == now);
  }
  expectWhole(archive);
}

TEST_F(History, WhatChangesNothingLeavesNoTrace) {
  Archive archive = test::openArchive(path, Access::ReadWrite);
  const Records records = *archive.records();
  ASSERT_TRUE(
      archive.change({PutRecord{actorNamed("carl", QStringLiteral("Carl"))}}, test::note()).has_value());
  ASSERT_TRUE(archive.goToStep(0).has_value());
  const std::uint64_t revision = *archive.revision();
  Changes same;
  forEachTable([&]<class R>(const RecordTable<R>& table) {
    if constexpr (!std::is_same_v<R, BulkBatch> && !std::is_same_v<R, BulkEvent>) {
      for (const R& row : records.*table.rows)
        same.push_back(PutRecord{row});
    }
  });
  ASSERT_TRUE(archive.change(same, test::note()).has_value());
  ASSERT_TRUE(archive.change({}, test::note()).has_value());
  ASSERT_TRUE(archive.goToStep(0).has_value());
  EXPECT_EQ(*archive.revision(), revision);
  EXPECT_EQ(numbers(archive, true), Numbers{1}) << "it can still be redone";
}

TEST_F(History, SurvivesClosing) {
  State before, after;
  {
    Archive archive = test::openArchive(path, Access::ReadWrite);
    before = stateOf(archive);
    for (const char* uid : {"era", "missing"}) {
      const auto done = archive.change({RemoveRecord{TableId::Periods, uid}}, test::note(uid));
      EXPECT_EQ(done.has_value(), std::string_view(uid) == "era");
    }
    after = stateOf(archive);
  }
  {
    Archive archive = test::openArchive(path, Access::ReadWrite);
    ASSERT_EQ(archive.history()->size(), 1U);
    ASSERT_TRUE(archive.goToStep(0).has_value());
    EXPECT_TRUE(stateOf(archive) == before);
  }
  const Archive reader = test::openArchive(path);
  EXPECT_TRUE(reader.history()->front().undone);
  expectWhole(reader);
  Archive writer = test::openArchive(path, Access::ReadWrite);
  ASSERT_TRUE(writer.goToStep(1).has_value());
  EXPECT_TRUE(stateOf(writer) == after);
}

TEST_F(History, WhoSawAnOlderRevisionChangesNothing) {
  Archive mine = test::openArchive(path, Access::ReadWrite);
  Archive theirs = test::openArchive(path, Access::ReadWrite);
  const std::uint64_t seen = *mine.revision();
  EXPECT_EQ(*theirs.revision(), seen);
  EXPECT_EQ(mine.dataset()->revision, seen);
  ASSERT_TRUE(
      theirs.change({RemoveRecord{TableId::Periods, "era"}}, {QStringLiteral("theirs"), seen}).has_value());
  EXPECT_EQ(*mine.revision(), seen + 1);
  const State state = stateOf(mine);
  const auto refused = mine.change({RemoveRecord{TableId::Links, "link-1"}}, {QStringLiteral("mine"), seen});
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().kind, ErrorKind::Conflict);
  EXPECT_NE(refused.error().message.find("a.entente"), std::string::npos) << refused.error().message;
  EXPECT_EQ(mine.change({RemoveRecord{TableId::Periods, "era"}}, {QStringLiteral("mine"), seen}).error().kind,
            ErrorKind::Conflict)
      << "not NotFound: that it is gone is because of the other one";
  EXPECT_EQ(mine.goToStep(0, seen).error().kind, ErrorKind::Conflict);
  EXPECT_TRUE(stateOf(mine) == state);
  EXPECT_EQ(mine.history()->size(), 1U);
  ASSERT_TRUE(mine.goToStep(0, seen + 1).has_value()) << "one undoes what another one did";
  EXPECT_EQ(*theirs.revision(), seen + 2);
  ASSERT_TRUE(theirs.change({RemoveRecord{TableId::Links, "link-1"}}, test::note()).has_value())
      << "who does not say what he saw is not asked";
  expectWhole(theirs);
}

TEST_F(History, IsReadOnlyWhereTheArchiveIs) {
  Archive old = test::openArchive(path);
  ASSERT_TRUE(old.history().has_value());
  EXPECT_TRUE(old.history()->empty()) << "schema 2 had none";
  EXPECT_EQ(old.goToStep(0).error().kind, ErrorKind::ReadOnly);
}

TEST_F(History, BeginsAnewInACopyOfTheRecords) {
  Archive archive = test::openArchive(path, Access::ReadWrite);
  ASSERT_TRUE(archive.change({RemoveRecord{TableId::Periods, "era"}}, test::note()).has_value());
  test::makeArchive(folder / "b.entente", *archive.records());
  const Archive copy = test::openArchive(folder / "b.entente");
  EXPECT_TRUE(copy.history()->empty());
  EXPECT_EQ(copy.info()->fingerprint, archive.info()->fingerprint) << "it is no part of the fingerprint";
  ASSERT_TRUE(archive.backupTo(folder / "c.entente").has_value());
  Archive backup = test::openArchive(folder / "c.entente", Access::ReadWrite);
  ASSERT_TRUE(backup.goToStep(0).has_value()) << "a backup has it all";
  EXPECT_FALSE(backup.records()->periods.empty());
}

/// Programs watch the file, not its log.
TEST_F(History, AChangeReachesTheFileAtOnce) {
  Archive archive = test::openArchive(path, Access::ReadWrite);
  std::string before = test::readFile(path);
  const auto expectWritten = [&] {
    EXPECT_FALSE(test::readFile(path) == before);
    EXPECT_EQ(std::filesystem::file_size(path.string() + "-wal"), 0U);
    before = test::readFile(path);
  };
  ASSERT_TRUE(archive.change({RemoveRecord{TableId::Periods, "era"}}, test::note()).has_value());
  expectWritten();
  ASSERT_TRUE(archive.goToStep(0).has_value());
  expectWritten();
  SQLite::Database reader(path.string(), SQLite::OPEN_READONLY);
  reader.exec("BEGIN");
  EXPECT_EQ(reader.execAndGet("SELECT count(*) FROM period").getInt(), 1);
  const auto begin = std::chrono::steady_clock::now();
  ASSERT_TRUE(archive.goToStep(1).has_value()) << "who reads does not keep others from writing";
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(1500))
      << "nor makes them wait: the log is left to the next one";
  EXPECT_EQ(reader.execAndGet("SELECT count(*) FROM period").getInt(), 1);
}

}  // namespace
}  // namespace entente
