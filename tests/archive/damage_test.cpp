// SPDX-License-Identifier: GPL-3.0-or-later
// Damaged and foreign files: each gives a clear error, none is touched.
#include <SQLiteCpp/Database.h>
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <functional>

#include "core/archive/schema_sql.h"
#include "tests/archive/sample_archive.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/unprivileged.h"

namespace entente {
namespace {

using test::TemporaryFolder;
using Path = std::filesystem::path;

void flipByte(const Path& path, std::size_t at) {
  std::string bytes = test::readFile(path);
  ASSERT_LT(at, bytes.size());
  bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
  test::writeFile(path, bytes);
}

void execute(const Path& path, const std::string& sql) {
  SQLite::Database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(sql);
}

std::size_t offsetOf(const Path& path, const std::string& text) {
  return test::readFile(path).find(text);
}

struct Case {
  const char* name;
  ErrorKind kind;
  const char* says;
  std::function<void(const Path&)> spoil;
};

std::vector<Case> cases() {
  return {
      {"cut to half", ErrorKind::Damaged, "cut off",
       [](const Path& p) { std::filesystem::resize_file(p, std::filesystem::file_size(p) / 2); }},
      {"cut within the header", ErrorKind::Foreign, "not an Entente archive",
       [](const Path& p) { std::filesystem::resize_file(p, 50); }},
      {"flipped magic", ErrorKind::Foreign, "not an Entente archive", [](const Path& p) { flipByte(p, 3); }},
      {"flipped page size", ErrorKind::Damaged, "damaged", [](const Path& p) { flipByte(p, 16); }},
      {"flipped application id", ErrorKind::Foreign, "another program",
       [](const Path& p) { flipByte(p, 70); }},
      {"flipped schema", ErrorKind::Damaged, "damaged",
       [](const Path& p) { flipByte(p, offsetOf(p, "CREATE TABLE claim(") + 14); }},
      {"flipped tree", ErrorKind::Damaged, "damaged", [](const Path& p) { flipByte(p, 4096 * 3); }},
      {"zero bytes", ErrorKind::Foreign, "empty", [](const Path& p) { test::writeFile(p, ""); }},
      {"a text file", ErrorKind::Foreign, "not an Entente archive",
       [](const Path& p) { test::writeFile(p, std::string(5000, 'x')); }},
      {"another program's database", ErrorKind::Foreign, "another program",
       [](const Path& p) {
         std::filesystem::remove(p);
         execute(p, "CREATE TABLE bookmarks(url TEXT)");
       }},
      {"a newer version", ErrorKind::TooNew, "newer Entente",
       [](const Path& p) {
         execute(p, "UPDATE meta SET value = '7' WHERE name = 'compatible'; PRAGMA user_version = 7");
       }},
      {"no version", ErrorKind::Damaged, "no version",
       [](const Path& p) { execute(p, "PRAGMA user_version = 0"); }},
      {"another table", ErrorKind::Damaged, "tables",
       [](const Path& p) { execute(p, "CREATE TABLE extra(x TEXT) STRICT"); }},
  };
}

TEST(Damage, EachKindGivesAClearErrorAndStaysUntouched) {
  for (const Case& one : cases()) {
    SCOPED_TRACE(one.name);
    const TemporaryFolder folder;
    const Path path = folder / "a.entente";
    test::makeArchive(path, test::smallRecords());
    one.spoil(path);
    const std::string before = test::readFile(path);
    for (const Access access : {Access::ReadOnly, Access::ReadWrite}) {
      const auto archive = Archive::open(path, access);
      ASSERT_FALSE(archive.has_value());
      EXPECT_EQ(archive.error().kind, one.kind) << archive.error().text();
      EXPECT_NE(archive.error().message.find(one.says), std::string::npos) << archive.error().message;
      EXPECT_NE(archive.error().message.find("a.entente"), std::string::npos) << archive.error().message;
      EXPECT_TRUE(test::readFile(path) == before) << "the file was written to";
    }
    int files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path()))
      ++files;
    EXPECT_EQ(files, 1) << "something was left beside it";
  }
}

TEST(Damage, WhatIsNoFileIsSaidToBeNone) {
  const TemporaryFolder folder;
  EXPECT_EQ(Archive::open(folder.path(), Access::ReadOnly).error().kind, ErrorKind::Foreign);
  EXPECT_EQ(Archive::open(folder / "none.entente", Access::ReadOnly).error().kind, ErrorKind::NotFound);
}

TEST(Damage, AFileThatMayNotBeReadSaysSo) {
  const TemporaryFolder folder;
  const Path path = folder / "a.entente";
  test::makeArchive(path, test::smallRecords());
  std::filesystem::permissions(folder.path(), std::filesystem::perms{0755});
  std::filesystem::permissions(path, std::filesystem::perms::none);
  EXPECT_TRUE(test::holdsForNobody(
      [&] { return Archive::open(path, Access::ReadOnly).error().kind == ErrorKind::NoPermission; }));
}

TEST(Damage, AFileThatMayNotBeWrittenCanBeRead) {
  const TemporaryFolder folder;
  const Path path = folder / "a.entente";
  test::makeArchive(path, test::smallRecords());
  std::filesystem::permissions(path, std::filesystem::perms{0444});
  std::filesystem::permissions(folder.path(), std::filesystem::perms{0555});
  EXPECT_TRUE(test::holdsForNobody([&] {
    const auto archive = Archive::open(path, Access::ReadOnly);
    return archive && !archive->isWritable() && archive->records()->claims.size() == 1 &&
           archive->verify()->empty() &&
           Archive::open(path, Access::ReadWrite).error().kind == ErrorKind::ReadOnly &&
           Archive::create(path, test::smallRecords(), true).error().kind == ErrorKind::NoPermission;
  }));
  std::filesystem::permissions(folder.path(), std::filesystem::perms{0755});
}

TEST(Damage, ANewerVersionThatSaysSoCanBeRead) {
  const TemporaryFolder folder;
  test::makeArchive(folder / "a.entente", test::smallRecords());
  execute(folder / "a.entente", fmt::format("PRAGMA user_version = {}", kSchemaVersion + 1));
  EXPECT_TRUE(Archive::open(folder / "a.entente", Access::ReadOnly).has_value());
  EXPECT_EQ(Archive::open(folder / "a.entente", Access::ReadWrite).error().kind, ErrorKind::TooNew);
}

/// A rollback journal as a program leaves it that is stopped within a change: the real thing, copied while it
/// was hot.
TEST(Damage, AHotJournalIsNotTouchedByReadersAndUndoneByWriters) {
  const TemporaryFolder folder;
  const Path original = folder / "original.entente";
  const Path path = folder / "a.entente";
  test::makeArchive(original, test::builtInRecords());
  const std::string print = test::openArchive(original).info()->fingerprint;
  {
    SQLite::Database database(original.string(), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA cache_size = 1; BEGIN; UPDATE claim SET value = value || ' spoilt'");
    std::filesystem::copy(original, path);
    std::filesystem::copy(original.string() + "-journal", path.string() + "-journal");
    database.exec("ROLLBACK");
  }
  const std::string before = test::readFile(path);
  const std::string journal = test::readFile(path.string() + "-journal");
  ASSERT_FALSE(journal.empty());
  ASSERT_NE(before, test::readFile(original)) << "the change had reached the file";

  const auto reader = Archive::open(path, Access::ReadOnly);
  ASSERT_FALSE(reader.has_value());
  EXPECT_EQ(reader.error().kind, ErrorKind::Damaged);
  EXPECT_NE(reader.error().message.find("recover"), std::string::npos) << reader.error().message;
  EXPECT_TRUE(test::readFile(path) == before);
  EXPECT_TRUE(test::readFile(path.string() + "-journal") == journal);

  std::filesystem::create_symlink(path, folder / "link.entente");
  EXPECT_EQ(Archive::open(folder / "link.entente", Access::ReadOnly).error().kind, ErrorKind::Damaged)
      << "a journal lies beside the real file, not beside the link";

  const Archive writer = test::openArchive(path, Access::ReadWrite);
  EXPECT_EQ(writer.info()->fingerprint, print);
  EXPECT_TRUE(writer.verify()->empty());
}

TEST(Verify, FindsAFlippedByteInAText) {
  const TemporaryFolder folder;
  const Path path = folder / "a.entente";
  for (const char* text :
       {"dear Donald", "Praise for the strikes", "The Irish Times", "No opt-out", "Manfred"}) {
    SCOPED_TRACE(text);
    test::makeArchive(path, test::builtInRecords());
    ASSERT_TRUE(test::openArchive(path).verify()->empty());
    const std::size_t at = offsetOf(path, text);
    if (at == std::string::npos) continue;  // a text may cross pages
    std::string bytes = test::readFile(path);
    bytes[at] = static_cast<char>(bytes[at] ^ 0x20);
    test::writeFile(path, bytes);
    const auto problems = test::openArchive(path).verify();
    ASSERT_TRUE(problems.has_value()) << problems.error().text();
    EXPECT_FALSE(problems->empty());
  }
}

TEST(Verify, FindsWhatTheDigestsDoNotCover) {
  const TemporaryFolder folder;
  const Path path = folder / "a.entente";
  for (const char* sql :
       {"UPDATE event SET latest_end = latest_end + 1", "UPDATE event SET shown_when = '1999'",
        "UPDATE event SET key = key + 1", "UPDATE event SET kind = 'messagf'", "UPDATE rule SET version = 0",
        "DELETE FROM digest WHERE name = 'claims'", "UPDATE digest SET sha256 = 'no' WHERE name = 'actors'",
        "PRAGMA foreign_keys = OFF; DELETE FROM source WHERE uid = 'paper'"}) {
    SCOPED_TRACE(sql);
    test::makeArchive(path, test::smallRecords());
    execute(path, sql);
    const auto problems = test::openArchive(path).verify();
    ASSERT_TRUE(problems.has_value()) << problems.error().text();
    EXPECT_FALSE(problems->empty());
  }
}

TEST(Verify, AnEveryByteSweepIsNoticedOrHarmless) {
  const TemporaryFolder folder;
  const Path path = folder / "a.entente";
  test::makeArchive(path, test::smallRecords());
  const Archive whole = test::openArchive(path);
  const Records records = *whole.records();
  const std::string bytes = test::readFile(path);
  for (std::size_t at = 0; at < bytes.size(); at += 509) {
    std::string spoilt = bytes;
    spoilt[at] = static_cast<char>(spoilt[at] ^ 0x11);
    test::writeFile(path, spoilt);
    const auto archive = Archive::open(path, Access::ReadOnly);
    if (!archive) continue;
    const auto problems = archive->verify();
    if (!problems || !problems->empty()) continue;
    const auto read = archive->records();
    ASSERT_TRUE(read.has_value()) << "byte " << at;
    EXPECT_TRUE(*read == records) << "byte " << at << " changed a record and verify did not see it";
  }
}

}  // namespace
}  // namespace entente
