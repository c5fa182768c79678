// SPDX-License-Identifier: GPL-3.0-or-later
// Archives of every older schema, from dumps of real ones: readable as they are, migrated after a backup.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/core.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <thread>

#include "core/archive/database_sql.h"
#include "core/archive/migration_sql.h"
#include "core/archive/schema_sql.h"
#include "core/archive/search_sql.h"
#include "tests/archive/sample_archive.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/unprivileged.h"

namespace entente {
namespace {

using test::TemporaryFolder;
using Path = std::filesystem::path;
using Names = std::vector<std::string>;

Path dumpOf(std::uint32_t version) {
  return fmt::format(ENTENTE_SOURCE_DIR "/tests/data/archive/schema-{}.sql", version);
}

void execute(const Path& path, const std::string& sql) {
  SQLite::Database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(sql);
}

/// All rows of a query as one text.
std::string answer(const Path& path, const std::string& sql) {
  SQLite::Database database(path.string(), SQLite::OPEN_READONLY);
  SQLite::Statement query(database, sql);
  std::string text;
  while (query.executeStep()) {
    for (int i = 0; i < query.getColumnCount(); ++i)
      text += query.getColumn(i).getString() + (i + 1 < query.getColumnCount() ? '|' : '\n');
  }
  return text;
}

/// The schema whole, with what schemaText leaves out: here one and the same library made all of it.
std::string schemaOf(const Path& path) {
  return answer(path, "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY 1, 2");
}

/// Bytes 60..63 of the file: what other programs see, and what SQLite sees if no log is ahead of it.
std::uint32_t versionInHeader(const Path& path) {
  const std::string bytes = test::readFile(path).substr(60, 4);
  std::uint32_t version = 0;
  for (const char byte : bytes)
    version = version << 8 | static_cast<unsigned char>(byte);
  return version;
}

/// Uids of the events found, in the order of the hits.
Names found(const Archive& archive, const char* words) {
  const auto hits = archive.search(QString::fromUtf8(words));
  if (!hits) return {hits.error().text()};
  const auto titles = archive.titles();
  Names uids;
  for (const SearchHit& hit : *hits) {
    const auto title = std::ranges::find(*titles, hit.event, &EventTitle::id);
    uids.push_back(title == titles->end() ? "no event" : title->uid.value);
  }
  return uids;
}

/// Words of every searched field, and those of the events behind them.
void expectFinds(const Archive& archive) {
  EXPECT_EQ(found(archive, "meeting"), Names{"summit-1"});
  EXPECT_EQ(found(archive, "cafe RUMOUR"), Names{"speech"});
  EXPECT_EQ(found(archive, "telegraph courier"), Names{"letter"});
  EXPECT_EQ(found(archive, "parliament"), Names{"pledge-1"});
  EXPECT_EQ(found(archive, "wurzburg"), Names{"summit-1"});
  EXPECT_EQ(found(archive, "\"was it read\""), Names{"letter"});
  EXPECT_EQ(found(archive, "muller"), (Names{"letter", "summit-1", "pledge-1"}));
  EXPECT_EQ(found(archive, "nowhere"), Names{});
}

void expectWhole(const Archive& archive) {
  const auto problems = archive.verify();
  ASSERT_TRUE(problems.has_value()) << problems.error().text();
  EXPECT_TRUE(problems->empty()) << problems->front();
}

class Migration : public ::testing::Test {
 protected:
  Migration() {
    execute(path, test::readFile(dumpOf(1)));
    bytes = test::readFile(path);
  }

  [[nodiscard]] Names names() const {
    Names all;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
      all.push_back(entry.path().filename());
    std::ranges::sort(all);
    return all;
  }

  TemporaryFolder folder;
  Path path = folder / "a.entente";
  Path backup = folder / "a.entente.v1-backup";
  std::string bytes;  ///< of the file as it was before anything opened it
};

TEST_F(Migration, EveryOldSchemaHasADumpOfEveryTable) {
  for (std::uint32_t version = 1; version < kSchemaVersion; ++version) {
    SCOPED_TRACE(version);
    ASSERT_TRUE(std::filesystem::exists(dumpOf(version)));
    const Path old = folder / fmt::format("{}.entente", version);
    execute(old, test::readFile(dumpOf(version)));
    EXPECT_EQ(versionInHeader(old), version);
    SQLite::Database database(old.string(), SQLite::OPEN_READONLY);
    EXPECT_EQ(schemaText(database), freshSchemaText(version)) << "the text of an old schema was changed";
    const auto info = test::openArchive(old).info();
    ASSERT_TRUE(info.has_value()) << info.error().text();
    forEachTable([&](const auto& table) {
      if (table.id == TableId::Events && version < 4) return;
      EXPECT_GT(info->count(table.id), 0) << table.name;
    });
  }
}

TEST_F(Migration, EveryOldSchemaBecomesTheFreshOne) {
  test::makeArchive(folder / "fresh.entente", test::smallRecords());
  for (std::uint32_t version = 1; version < kSchemaVersion; ++version) {
    SCOPED_TRACE(version);
    const Path old = folder / fmt::format("{}.entente", version);
    execute(old, test::readFile(dumpOf(version)));
    const Records before = *test::openArchive(old).records();
    const std::string print = test::openArchive(old).info()->fingerprint;
    {
      Archive writer = test::openArchive(old, Access::ReadWrite);
      EXPECT_TRUE(*writer.records() == before);
      EXPECT_TRUE(writer.history()->empty());
      ASSERT_TRUE(writer.change({RemoveRecord{TableId::Pins, "pin-1"}}, test::note()).has_value());
      ASSERT_TRUE(writer.goToStep(0).has_value());
      expectWhole(writer);
    }
    EXPECT_EQ(versionInHeader(old), kSchemaVersion);
    EXPECT_EQ(schemaOf(old), schemaOf(folder / "fresh.entente"));
    for (const char* sql :
         {"SELECT name, version FROM rule ORDER BY name", "SELECT name FROM meta ORDER BY name",
          "SELECT value FROM meta WHERE name = 'compatible'"})
      EXPECT_EQ(answer(old, sql), answer(folder / "fresh.entente", sql)) << sql;
    const Archive reader = test::openArchive(old);
    EXPECT_EQ(reader.info()->schemaVersion, kSchemaVersion);
    EXPECT_EQ(reader.info()->fingerprint, print);
    EXPECT_TRUE(*reader.records() == before);
    expectWhole(reader);
  }
}

TEST_F(Migration, ReadersLeaveAnOldArchiveAsItIs) {
  {
    const Archive archive = test::openArchive(path);
    EXPECT_TRUE(archive.isWritable());
    EXPECT_EQ(archive.info()->schemaVersion, 1U);
    EXPECT_EQ(archive.info()->title, QStringLiteral("Schema one"));
    const auto records = archive.records();
    ASSERT_TRUE(records.has_value()) << records.error().text();
    EXPECT_EQ(records->messages.front().text, test::smallRecords().messages.front().text);
    EXPECT_EQ(records->stages.size(), 2U);
    EXPECT_EQ(records->summits.front().event.when, test::date("1962-10-27/1962-10-28"));
    EXPECT_EQ(records->claims.size(), 3U);
    EXPECT_EQ(records->bulkEvents.size(), 3U);
    expectWhole(archive);
    expectFinds(archive);  // with an index in memory
  }
  EXPECT_TRUE(test::readFile(path) == bytes) << "the file was written to";
  EXPECT_EQ(names(), Names{"a.entente"});
}

TEST_F(Migration, WritersFindWhatReadersFound) {
  const auto search = [](const Archive& archive) {
    std::vector<SearchHit> all;
    for (const char* words : {"ann", "ben", "pact", "wire", "of", "two", "o", "done"}) {
      auto hits = archive.search(QString::fromLatin1(words));
      EXPECT_TRUE(hits.has_value());
      if (!hits) continue;
      std::ranges::sort(*hits, {}, &SearchHit::event);  // a later rule of dates may order them anew
      all.insert(all.end(), hits->begin(), hits->end());
    }
    return all;
  };
  const std::vector<SearchHit> before = search(test::openArchive(path));
  EXPECT_FALSE(before.empty());
  Archive writer = test::openArchive(path, Access::ReadWrite);
  EXPECT_EQ(answer(path, "SELECT rowid FROM search ORDER BY 1"), "1\n2\n3\n5\n6\n7\n");
  EXPECT_TRUE(search(writer) == before);
  expectFinds(writer);
  Message message = writer.records()->messages.front();
  message.text = QStringLiteral("Nevermind.");
  ASSERT_TRUE(writer.change({PutRecord{message}}, test::note()).has_value());
  EXPECT_EQ(found(writer, "nevermind"), Names{"letter"});
  EXPECT_EQ(found(writer, "\"more soon\""), Names{});
  expectWhole(writer);
}

/// Without what opening does besides: where the rule of dates has changed too it makes the index once more.
TEST_F(Migration, ItsStepsAloneMakeAWholeIndex) {
  SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
  makeSafe(database);
  const auto done = guarded(path, [&] { return migrate(database, path); });
  ASSERT_TRUE(done.has_value()) << done.error().text();
  EXPECT_EQ(schemaVersion(database), kSchemaVersion);
  EXPECT_EQ(schemaText(database), freshSchemaText());
  EXPECT_TRUE(searchIsCurrent(database));
  EXPECT_EQ(verifySearch(database), Names{});
  EXPECT_EQ(database.execAndGet("SELECT count(*) FROM search").getInt(), 6);
}

TEST_F(Migration, TheBackupIsTheOldArchive) {
  std::filesystem::permissions(path, std::filesystem::perms{0640});
  const Records before = *test::openArchive(path).records();
  const std::string schema = schemaOf(path);
  (void)test::openArchive(path, Access::ReadWrite);
  ASSERT_EQ(names(), (Names{"a.entente", "a.entente.v1-backup"}));
  EXPECT_EQ(std::filesystem::status(backup).permissions(), std::filesystem::perms{0640});
  EXPECT_EQ(versionInHeader(backup), 1U);
  EXPECT_EQ(test::readFile(backup).size(), bytes.size());
  EXPECT_EQ(schemaOf(backup), schema);
  const Archive old = test::openArchive(backup);
  EXPECT_EQ(old.info()->schemaVersion, 1U);
  EXPECT_TRUE(*old.records() == before);
  expectWhole(old);
}

TEST_F(Migration, HappensOnce) {
  (void)test::openArchive(path, Access::ReadWrite);
  const std::string kept = test::readFile(backup);
  (void)test::openArchive(path, Access::ReadWrite);
  (void)test::openArchive(path);
  EXPECT_EQ(names(), (Names{"a.entente", "a.entente.v1-backup"}));
  EXPECT_TRUE(test::readFile(backup) == kept);
}

TEST_F(Migration, ABackupReplacesNoOther) {
  test::writeFile(backup, "mine");
  (void)test::openArchive(path, Access::ReadWrite);
  EXPECT_EQ(names(), (Names{"a.entente", "a.entente.v1-backup", "a.entente.v1-backup-2"}));
  EXPECT_EQ(test::readFile(backup), "mine");
  EXPECT_EQ(versionInHeader(folder / "a.entente.v1-backup-2"), 1U);
  expectWhole(test::openArchive(folder / "a.entente.v1-backup-2"));
}

TEST_F(Migration, OneThatWasCutShortIsRepeated) {
  const Path partial = folder / "a.entente.v1-backup.partial";
  test::writeFile(partial, bytes.substr(0, bytes.size() / 2));
  test::writeFile(partial.string() + "-journal", std::string(2000, 'x'));
  std::filesystem::permissions(partial, std::filesystem::perms{0400});
  const Records before = *test::openArchive(path).records();
  {
    const Archive writer = test::openArchive(path, Access::ReadWrite);
    EXPECT_EQ(writer.info()->schemaVersion, kSchemaVersion);
    EXPECT_TRUE(*writer.records() == before);
    expectWhole(writer);
  }
  EXPECT_EQ(names(), (Names{"a.entente", "a.entente.v1-backup"}));
  const Archive old = test::openArchive(backup);
  EXPECT_EQ(old.info()->schemaVersion, 1U);
  EXPECT_TRUE(*old.records() == before);
  expectWhole(old);
}

TEST_F(Migration, KilledAnywhereItIsRepeated) {
  const Records before = *test::openArchive(path).records();
  std::mt19937 random(5);
  for (int round = 0; round < 12; ++round) {
    SCOPED_TRACE(round);
    const TemporaryFolder place;
    const Path file = place / "a.entente";
    test::writeFile(file, bytes);
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      (void)Archive::open(file, Access::ReadWrite);
      _exit(0);
    }
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 40'000));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    {
      const Archive writer = test::openArchive(file, Access::ReadWrite);
      EXPECT_TRUE(*writer.records() == before);
      expectWhole(writer);
    }
    int backups = 0;
    for (const auto& entry : std::filesystem::directory_iterator(place.path())) {
      if (entry.path() == file) continue;
      ++backups;
      const Archive old = test::openArchive(entry.path());
      EXPECT_EQ(old.info()->schemaVersion, 1U) << entry.path();
      EXPECT_TRUE(*old.records() == before);
    }
    EXPECT_TRUE(backups == 1 || backups == 2) << backups;  // the first one's, and one of the repetition
  }
}

/// A write-ahead log as a stopped program leaves it: the real thing, copied while it was in use.
TEST_F(Migration, WhatStandsInALogComesAlong) {
  const Path original = folder / "original.entente";
  std::filesystem::rename(path, original);
  {
    SQLite::Database database(original.string(), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA journal_mode = WAL; UPDATE event SET key = 70 WHERE uid = 'speech'");
    for (const char* suffix : {"", "-wal"})
      std::filesystem::copy(original.string() + suffix, path.string() + suffix);
  }
  ASSERT_FALSE(test::readFile(path.string() + "-wal").empty());
  EXPECT_EQ(found(test::openArchive(path, Access::ReadWrite), "cafe"), Names{"speech"});
  for (const Path& file : {path, backup}) {
    EXPECT_EQ(answer(file, "SELECT key FROM event WHERE uid = 'speech'"), "70\n");
    EXPECT_EQ(test::readFile(file)[18], 1) << "a file at rest is in no WAL mode";
  }
  EXPECT_EQ(versionInHeader(path), kSchemaVersion);
  EXPECT_EQ(versionInHeader(backup), 1U);
}

TEST_F(Migration, WhereNothingMayBeWrittenItIsRefused) {
  struct Case {
    std::filesystem::perms folder, file;
  };
  constexpr auto kPerms = [](unsigned bits) { return std::filesystem::perms{bits}; };
  for (const Case& one : {Case{kPerms(0555), kPerms(0666)}, Case{kPerms(0777), kPerms(0444)}}) {
    std::filesystem::permissions(path, one.file);
    std::filesystem::permissions(folder.path(), one.folder);
    EXPECT_TRUE(test::holdsForNobody([&] {
      const auto refused = Archive::open(path, Access::ReadWrite);
      return !refused && refused.error().kind == ErrorKind::ReadOnly &&
             refused.error().message.find("a.entente") != std::string::npos;
    }));
    EXPECT_TRUE(test::holdsForNobody([&] {
      const auto reader = Archive::open(path, Access::ReadOnly);
      return reader && !reader->isWritable() && reader->records()->claims.size() == 3 &&
             reader->verify()->empty() && found(*reader, "parliament") == Names{"pledge-1"};
    }));
    std::filesystem::permissions(folder.path(), kPerms(0755));
    EXPECT_TRUE(test::readFile(path) == bytes) << "the file was written to";
    EXPECT_EQ(names(), Names{"a.entente"});
  }
}

TEST_F(Migration, WithoutABackupThereIsNone) {
  const Path obstacle = folder / "a.entente.v1-backup.partial";
  std::filesystem::create_directory(obstacle);
  test::writeFile(obstacle / "mine", "mine");
  const auto refused = Archive::open(path, Access::ReadWrite);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().kind, ErrorKind::NoPermission) << refused.error().text();
  EXPECT_NE(refused.error().text().find("backed up"), std::string::npos) << refused.error().text();
  EXPECT_TRUE(test::readFile(path) == bytes) << "the file was written to";
  EXPECT_EQ(names(), (Names{"a.entente", "a.entente.v1-backup.partial"}));
  EXPECT_EQ(test::readFile(obstacle / "mine"), "mine");
  std::filesystem::remove_all(obstacle);
  EXPECT_EQ(test::openArchive(path, Access::ReadWrite).info()->schemaVersion, kSchemaVersion);
}

TEST_F(Migration, WhatIsNoArchiveOfItsVersionIsRefused) {
  struct Case {
    const char* sql;
    const char* says;
  };
  for (const Case& one :
       {Case{"PRAGMA user_version = 0", "no version"}, Case{"PRAGMA user_version = 2", "tables"},
        Case{"CREATE VIRTUAL TABLE search USING fts5(title)", "tables"},
        Case{"DROP INDEX claim_source", "tables"}}) {
    SCOPED_TRACE(one.sql);
    test::writeFile(path, bytes);
    execute(path, one.sql);
    const std::string before = test::readFile(path);
    for (const Access access : {Access::ReadOnly, Access::ReadWrite}) {
      const auto refused = Archive::open(path, access);
      ASSERT_FALSE(refused.has_value());
      EXPECT_EQ(refused.error().kind, ErrorKind::Damaged);
      EXPECT_NE(refused.error().message.find(one.says), std::string::npos) << refused.error().message;
      EXPECT_TRUE(test::readFile(path) == before) << "the file was written to";
      EXPECT_EQ(names(), Names{"a.entente"});
    }
  }
}

TEST(Copy, OfADatabaseInAChangeEndsWithAnError) {
  const TemporaryFolder folder;
  const Path path = folder / "a.entente";
  test::makeArchive(path, test::smallRecords());
  SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
  database.exec("BEGIN IMMEDIATE");
  const auto refused = copyDatabase(database, folder / "copy");
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().kind, ErrorKind::NoPermission);
  EXPECT_NE(refused.error().message.find("a.entente"), std::string::npos) << refused.error().message;
}

}  // namespace
}  // namespace entente
