// SPDX-License-Identifier: GPL-3.0-or-later
// A history that was spoilt, or made by a stranger: it is noticed, and does nothing that a change could not
// do.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/core.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "core/archive/changeset_format.h"
#include "core/archive/database_sql.h"
#include "core/archive/digests_sql.h"
#include "core/archive/history_apply_sql.h"
#include "tests/archive/sample_archive.h"
#include "tests/support/temporary_folder.h"

namespace entente {
namespace {

using test::TemporaryFolder;
using Path = std::filesystem::path;

void execute(const Path& path, const std::string& sql) {
  SQLite::Database(path.string(), SQLite::OPEN_READWRITE).exec(sql);
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

/// What SQLite records of some SQL in a table, which is then rolled back. `patch`: without what was before.
std::string recorded(const Path& path, const char* table, const std::string& sql, bool patch = false) {
  SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
  database.exec("BEGIN");
  sqlite3_session* session = nullptr;
  EXPECT_EQ(sqlite3session_create(database.getHandle(), "main", &session), SQLITE_OK);
  EXPECT_EQ(sqlite3session_attach(session, table), SQLITE_OK);
  database.exec(sql);
  int size = 0;
  void* bytes = nullptr;
  EXPECT_EQ(patch ? sqlite3session_patchset(session, &size, &bytes)
                  : sqlite3session_changeset(session, &size, &bytes),
            SQLITE_OK);
  sqlite3session_delete(session);
  const std::string changes = takeBuffer(bytes, size);
  EXPECT_FALSE(changes.empty()) << sql;
  return changes;
}

/// Adds a step with a right digest, undone or holding.
void addStep(const Path& path, const std::string& changeset, bool undone) {
  SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
  database.exec("UPDATE meta SET value = '9' WHERE name = 'last_step'");
  SQLite::Statement insert(database,
                           "INSERT INTO step(number, title, made_at, undone, changeset, sha256) "
                           "VALUES(9, 'harmless', '2026-11-25T18:30:00Z', ?, ?, ?)");
  insert.bind(1, undone ? 1 : 0);
  insert.bind(2, changeset.data(), static_cast<int>(changeset.size()));
  insert.bind(3,
              sha256Hex(fmt::format("9\nharmless\n2026-11-25T18:30:00Z\n{}\n", undone ? 1 : 0) + changeset));
  insert.exec();
}

class HistoryDamage : public ::testing::Test {
 protected:
  HistoryDamage() {
    test::makeArchive(path, test::smallRecords());
    Archive archive = test::openArchive(path, Access::ReadWrite);
    Actor actor = test::smallRecords().actors.front();
    for (const char* name : {"Anna", "Annette"}) {
      actor.name = QString::fromUtf8(name);
      EXPECT_TRUE(archive.change({PutRecord{actor}}, test::note(name)).has_value());
    }
  }

  /// That the file holds what it held, but for the step that a test added.
  void expectRefused(std::int64_t step, ErrorKind kind, const char* says = "") {
    const char* all =
        "SELECT name, value FROM meta UNION ALL SELECT name, sha256 FROM digest "
        "UNION ALL SELECT number, sha256 FROM step UNION ALL SELECT name, sql FROM sqlite_schema";
    const std::string before = answer(path, all);
    const Records records = *test::openArchive(path).records();
    Archive archive = test::openArchive(path, Access::ReadWrite);
    const auto refused = archive.goToStep(step);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().kind, kind) << refused.error().text();
    EXPECT_NE(refused.error().message.find(says), std::string::npos) << refused.error().message;
    EXPECT_EQ(answer(path, all), before);
    EXPECT_TRUE(*archive.records() == records);
  }

  TemporaryFolder folder;
  Path path = folder / "a.entente";
};

TEST_F(HistoryDamage, ASpoiltStepIsFoundAndRefused) {
  const std::string bytes = test::readFile(path);
  for (const char* sql :
       {"UPDATE step SET changeset = CAST(replace(CAST(changeset AS TEXT), 'ann', 'ben') AS BLOB)",
        "UPDATE step SET changeset = substr(changeset, 1, length(changeset) - 1)",
        "UPDATE step SET changeset = x''", "UPDATE step SET sha256 = 'no'",
        "UPDATE step SET made_at = '2026-11-24T18:30:00Z'", "UPDATE step SET title = title || '!'",
        "UPDATE step SET number = number + 10"}) {
    SCOPED_TRACE(sql);
    test::writeFile(path, bytes);
    ASSERT_TRUE(test::openArchive(path).verify()->empty());
    execute(path, sql);
    const auto problems = test::openArchive(path).verify();
    ASSERT_TRUE(problems.has_value()) << problems.error().text();
    ASSERT_EQ(problems->size(), 2U);
    EXPECT_NE(problems->front().find("history, step"), std::string::npos) << problems->front();
    expectRefused(0, ErrorKind::Damaged, "Nothing was changed");
  }
}

TEST_F(HistoryDamage, MarksThatContradictEachOtherAreFound) {
  ASSERT_TRUE(test::openArchive(path, Access::ReadWrite).goToStep(1).has_value());
  ASSERT_TRUE(test::openArchive(path).verify()->empty());
  addStep(path, recorded(path, "actor", "UPDATE actor SET name = 'x' WHERE uid = 'ben'"), false);
  const auto problems = test::openArchive(path).verify();
  ASSERT_EQ(problems->size(), 1U);
  EXPECT_NE(problems->front().find("step 9: it holds although"), std::string::npos) << problems->front();
}

TEST_F(HistoryDamage, BytesThatAreNoChangesetAreFoundThoughTheirDigestIsRight) {
  const std::string bytes = test::readFile(path);
  const std::string good = recorded(path, "actor", "UPDATE actor SET name = 'x' WHERE uid = 'ben'");
  // In the format, but not of this table: the library would pass over them without a word.
  std::string otherKey =
      recorded(path, "actor", "INSERT INTO actor(uid, name, kind) VALUES('c', 'C', 'person')");
  std::swap(otherKey[2], otherKey[3]);
  std::string otherColumns = recorded(path, "place", "INSERT INTO place(uid, name) VALUES('p', 'P')");
  otherColumns.replace(otherColumns.find("place"), 5, "claim");
  ASSERT_TRUE(tablesOfChangeset(otherKey).has_value() && tablesOfChangeset(otherColumns).has_value());
  for (const std::string& changeset :
       {std::string("no"), std::string("T"), good.substr(0, good.size() - 3), good + "T", otherColumns,
        otherKey, recorded(path, "actor", "UPDATE actor SET name = 'x' WHERE uid = 'ben'", true)}) {
    test::writeFile(path, bytes);
    addStep(path, changeset, true);
    EXPECT_FALSE(test::openArchive(path).verify()->empty());
    expectRefused(9, ErrorKind::Damaged);
  }
  test::writeFile(path, bytes);
  addStep(path, good, true);
  EXPECT_TRUE(test::openArchive(path).verify()->empty()) << "or this test would show nothing";
  EXPECT_TRUE(test::openArchive(path, Access::ReadWrite).goToStep(9).has_value());
}

/// The library is given only what the strict reader takes: of some bytes it never sees the end.
TEST_F(HistoryDamage, ChangesetsAreReadStrictly) {
  const std::string good =
      recorded(path, "actor",
               "UPDATE actor SET name = 'x' WHERE uid = 'ben'; INSERT INTO actor(uid, name, kind) "
               "VALUES('carl', 'Carl', 'person'); UPDATE actor SET uid = 'dan' WHERE uid = 'carl'") +
      recorded(path, "event_source", "DELETE FROM event_source");
  const auto tables = tablesOfChangeset(good);
  ASSERT_TRUE(tables.has_value());
  EXPECT_EQ(*tables, (std::vector<ChangesetTable>{{"actor", {true, false, false, false, false, false, false}},
                                                  {"event_source", {true, true, false}}}));
  for (const std::string& bad : {std::string("T"), good + "T", good + std::string(1, '\0'), "x" + good})
    EXPECT_FALSE(tablesOfChangeset(bad).has_value());
  // Whatever the reader takes, the library reads to its end as well.
  int taken = 0;
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const int flip : {0x01, 0x40, 0x80, 0xFF}) {
      std::string spoilt = good;
      spoilt[at] = static_cast<char>(spoilt[at] ^ flip);
      for (std::string bytes : {spoilt, spoilt.substr(0, at), spoilt.substr(0, at) + good.substr(at + 1)}) {
        if (!tablesOfChangeset(bytes)) continue;
        ++taken;
        sqlite3_changeset_iter* changes = nullptr;
        ASSERT_EQ(sqlite3changeset_start(&changes, static_cast<int>(bytes.size()), bytes.data()), SQLITE_OK);
        int rows = 0;
        while (sqlite3changeset_next(changes) == SQLITE_ROW)
          ASSERT_LE(++rows, 100);
        EXPECT_EQ(sqlite3changeset_finalize(changes), SQLITE_OK) << "byte " << at;
      }
    }
  }
  EXPECT_GT(taken, 0);
}

TEST_F(HistoryDamage, AStrangersChangesetTouchesNothingButRecords) {
  struct Case {
    const char* table;
    const char* sql;
  };
  const std::string bytes = test::readFile(path);
  for (const Case& one :
       {Case{"meta", "UPDATE meta SET value = '1' WHERE name = 'compatible'"},
        Case{"META", "DELETE FROM meta WHERE name = 'last_key'"},
        Case{"step", "DELETE FROM step WHERE number = 1"}, Case{"rule", "UPDATE rule SET version = 0"},
        Case{"digest", "UPDATE digest SET sha256 = 'no'"},
        Case{"bulk_word", "INSERT INTO bulk_word(id, word) VALUES(1, 'x')"},
        Case{"search_config", "UPDATE search_config SET v = 99"}}) {
    SCOPED_TRACE(one.sql);
    const std::string harmless = recorded(path, "actor", "UPDATE actor SET name = 'x' WHERE uid = 'ben'");
    for (const std::string& changeset :
         {recorded(path, one.table, one.sql), harmless + recorded(path, one.table, one.sql),
          recorded(path, one.table, one.sql) + harmless}) {
      test::writeFile(path, bytes);
      addStep(path, changeset, true);
      EXPECT_FALSE(test::openArchive(path).verify()->empty());
      expectRefused(9, ErrorKind::Damaged, "has no history");
    }
    // Even unlooked-at it has no effect on them.
    test::writeFile(path, bytes);
    const std::string changeset = recorded(path, one.table, one.sql) + harmless;
    const std::string query = fmt::format("SELECT * FROM {}", one.table);
    const std::string before = answer(path, query);
    SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
    makeSafe(database);
    EXPECT_EQ(applyChangeset(database, changeset, Direction::Redo), "");
    EXPECT_EQ(answer(path, query), before);
    EXPECT_EQ(answer(path, "SELECT name FROM actor WHERE uid = 'ben'"), "x\n");
    test::writeFile(path, bytes);
  }
}

TEST_F(HistoryDamage, AStrangersChangesetKeepsTheRules) {
  struct Case {
    const char* table;
    const char* sql;
    ErrorKind kind;
  };
  const std::string bytes = test::readFile(path);
  for (const Case& one : {Case{"actor", "DELETE FROM actor WHERE uid = 'ann'", ErrorKind::Damaged},
                          Case{"actor", "UPDATE actor SET country = 'Atlantis'", ErrorKind::Invalid},
                          Case{"claim", "UPDATE claim SET subject = 'summit:letter'", ErrorKind::Invalid},
                          Case{"claim", "UPDATE claim SET credibility = 'very'", ErrorKind::Damaged},
                          Case{"event", "UPDATE event SET key = 99", ErrorKind::Damaged}}) {
    SCOPED_TRACE(one.sql);
    test::writeFile(path, bytes);
    addStep(path, recorded(path, one.table, fmt::format("PRAGMA defer_foreign_keys = ON; {}", one.sql)),
            true);
    expectRefused(9, one.kind);
  }
}

TEST_F(HistoryDamage, WhatDoesNotFitTheRecordsIsRefused) {
  const std::string bytes = test::readFile(path);
  for (const char* sql : {"UPDATE actor SET name = 'changed' WHERE uid = 'ann'",
                          "PRAGMA foreign_keys = OFF; DELETE FROM actor WHERE uid = 'ann'"}) {
    SCOPED_TRACE(sql);
    test::writeFile(path, bytes);
    execute(path, sql);
    expectRefused(0, ErrorKind::Damaged, "table actor");
  }
}

/// A later rule may derive other dates than when a step was recorded; a title that differs is another matter.
TEST_F(HistoryDamage, OnlyDerivedColumnsMayBeOtherOnes) {
  const Records records = *test::openArchive(path).records();
  {
    Archive archive = test::openArchive(path, Access::ReadWrite);
    ASSERT_TRUE(
        archive
            .change({RemoveRecord{TableId::Claims, "claim-1"}, RemoveRecord{TableId::Stages, "letter-sent"},
                     RemoveRecord{TableId::Messages, "letter"}},
                    test::note())
            .has_value());
    ASSERT_TRUE(archive.goToStep(2).has_value());
  }
  execute(path, "UPDATE event SET shown_when = '1900', earliest_begin = 1, latest_begin = NULL");
  {
    Archive archive = test::openArchive(path, Access::ReadWrite);
    ASSERT_TRUE(archive.goToStep(3).has_value());
    EXPECT_TRUE(archive.records()->messages.empty());
    ASSERT_TRUE(archive.goToStep(2).has_value());
    EXPECT_TRUE(*archive.records() == records);
    EXPECT_TRUE(archive.verify()->empty());
  }
  for (const char* sql : {"UPDATE event SET title = 'Ann to Benn'", "UPDATE event SET weight = 1",
                          "UPDATE event SET key = 2; UPDATE meta SET value = '2' WHERE name = 'last_key'"}) {
    SCOPED_TRACE(sql);
    const std::string bytes = test::readFile(path);
    execute(path, sql);
    expectRefused(3, ErrorKind::Damaged, "table event");
    test::writeFile(path, bytes);
  }
}

TEST_F(HistoryDamage, AFlippedQuestionOfAPinIsFound) {
  {
    Archive archive = test::openArchive(path, Access::ReadWrite);
    const Claim claim = test::smallRecords().claims.front();
    Pin pin;
    pin.uid = PinUid("pin");
    pin.subject = claim.subject;
    pin.question = claim.question;
    pin.claim = claim.uid;
    pin.reason = QStringLiteral("clear");
    ASSERT_TRUE(archive.change({PutRecord{pin}}, test::note()).has_value());
    EXPECT_TRUE(archive.records()->pins.front() == pin);
    EXPECT_TRUE(archive.verify()->empty());
  }
  execute(path, "UPDATE pin SET question = 'was it lead'");
  EXPECT_FALSE(test::openArchive(path).verify()->empty());
}

}  // namespace
}  // namespace entente
