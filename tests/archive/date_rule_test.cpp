// SPDX-License-Identifier: GPL-3.0-or-later
// Bounds that an older rule made: put right in memory where the file is only read, in the file where it is
// written.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "core/archive/archive.h"
#include "tests/archive/sample_archive.h"
#include "tests/support/temporary_folder.h"

namespace entente {
namespace {

/// The built-in records with bounds that no rule of today gives: as if each event lay as far before 1970 as
/// it does behind.
void makeOld(const std::filesystem::path& path) {
  test::makeArchive(path, test::builtInRecords());
  SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
  database.exec(
      "UPDATE event SET earliest_begin = -earliest_begin, latest_begin = -latest_begin, "
      "earliest_end = -earliest_end, latest_end = -latest_end");
  database.exec("UPDATE rule SET version = 1 WHERE name = 'dates'");
}

int storedRule(const std::filesystem::path& path) {
  SQLite::Database database(path.string(), SQLite::OPEN_READONLY);
  return database.execAndGet("SELECT version FROM rule WHERE name = 'dates'").getInt();
}

void expectRight(const Archive& archive) {
  const auto old = archive.dataset();
  ASSERT_TRUE(old) << old.error().text();
  const test::TemporaryFolder folder;
  test::makeArchive(folder / "fresh.entente", test::builtInRecords());
  const auto fresh = test::openArchive(folder / "fresh.entente").dataset();
  ASSERT_GT(fresh->curated->size(), 100U);
  EXPECT_EQ(old->curated->bounds, fresh->curated->bounds);
  EXPECT_EQ(old->curated->keys, fresh->curated->keys);
  EXPECT_EQ(old->curated->kinds, fresh->curated->kinds);
  EXPECT_EQ(old->curated->flags, fresh->curated->flags);
  EXPECT_EQ(old->curated->endKinds, fresh->curated->endKinds);
}

TEST(DateRule, AnOldArchiveIsReadRightWithoutBeingChanged) {
  const test::TemporaryFolder folder;
  makeOld(folder / "old.entente");
  const Archive archive = test::openArchive(folder / "old.entente");
  expectRight(archive);
  EXPECT_EQ(archive.verify()->size(), 0U);
  EXPECT_EQ(storedRule(folder / "old.entente"), 1);
}

TEST(DateRule, AnOldArchiveIsRebuiltWhenItIsOpenedForWriting) {
  const test::TemporaryFolder folder;
  makeOld(folder / "old.entente");
  { const Archive archive = test::openArchive(folder / "old.entente", Access::ReadWrite); }
  EXPECT_EQ(storedRule(folder / "old.entente"), kDateRuleVersion);
  const Archive archive = test::openArchive(folder / "old.entente");
  expectRight(archive);
  EXPECT_EQ(archive.verify()->size(), 0U);
}

}  // namespace
}  // namespace entente
