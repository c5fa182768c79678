// SPDX-License-Identifier: GPL-3.0-or-later
// The bulk population: in and out, its columns, its checksums, its batches.
#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <random>

#include "core/model/canonical_csv.h"
#include "tests/archive/sample_archive.h"
#include "tests/support/temporary_folder.h"

namespace entente {
namespace {

using test::TemporaryFolder;

Records bulkRecords(int count) {
  Records records = test::smallRecords();
  for (const char* uid : {"first", "second"}) {
    BulkBatch batch;
    batch.uid = BatchUid(uid);
    batch.title = QString::fromLatin1(uid);
    records.bulkBatches.push_back(batch);
  }
  std::mt19937 random(3);
  for (int i = 0; i < count; ++i) {
    BulkEvent event;
    event.key = std::int64_t{i} * 7 % 100'003 + (std::int64_t{1} << 40);
    event.batch = BatchUid(i % 3 == 0 ? "first" : "second");
    event.when = test::date("19" + std::to_string(60 + random() % 40) + "-0" +
                            std::to_string(1 + random() % 9) + "-1" + std::to_string(random() % 10));
    event.actor1 = QStringLiteral("A%1").arg(random() % 50);
    event.code = QStringLiteral("0%1").arg(random() % 20);
    event.mentions = random() % 1000;
    if (i % 2 == 0) event.tone = *Decimal::parse("-1.50");
    records.bulkEvents.push_back(event);
  }
  sortCanonically(records);
  return records;
}

TEST(Bulk, GoesInAndComesOut) {
  const TemporaryFolder folder;
  const Records records = bulkRecords(70'000);  // more than one chunk
  test::makeArchive(folder / "a.entente", records);
  const Archive archive = test::openArchive(folder / "a.entente");
  EXPECT_TRUE(*archive.records() == records);
  EXPECT_TRUE(archive.verify()->empty());
  const Dataset data = *archive.dataset();
  ASSERT_EQ(data.bulk->size(), records.bulkEvents.size());
  EXPECT_TRUE(std::ranges::is_sorted(data.bulk->begins));
  std::map<std::int64_t, std::int64_t> begins;
  for (const BulkEvent& event : records.bulkEvents)
    begins[event.key] = event.when->bounds().earliestBegin.seconds;
  for (std::size_t row = 0; row < data.bulk->size(); ++row)
    ASSERT_EQ(begins.at(data.bulk->keys[row]), data.bulk->begins[row]);
}

TEST(Bulk, ColumnsComeFromTheRowsWhereAChunkIsMissing) {
  const TemporaryFolder folder;
  test::makeArchive(folder / "a.entente", bulkRecords(500));
  const Dataset before = *test::openArchive(folder / "a.entente").dataset();
  SQLite::Database((folder / "a.entente").string(), SQLite::OPEN_READWRITE).exec("DELETE FROM bulk_chunk");
  const Dataset after = *test::openArchive(folder / "a.entente").dataset();
  EXPECT_EQ(after.bulk->keys, before.bulk->keys);
  EXPECT_EQ(after.bulk->ends, before.bulk->ends);
  EXPECT_EQ(test::openArchive(folder / "a.entente").verify()->size(), 1U) << "its checksum is missing";
}

TEST(Bulk, VerifyFindsAChangedRowAndAChangedColumn) {
  const TemporaryFolder folder;
  for (const char* sql :
       {"UPDATE bulk_event SET mentions = mentions + 1 WHERE row = 17",
        "UPDATE bulk_word SET word = 'ZZ' WHERE id = 2", "UPDATE bulk_event SET masked = 1 WHERE row = 3",
        "UPDATE bulk_event SET earliest_begin = 5 WHERE row = 3",
        "UPDATE bulk_chunk SET begins = zeroblob(length(begins))"}) {
    test::makeArchive(folder / "a.entente", bulkRecords(500));
    SQLite::Database((folder / "a.entente").string(), SQLite::OPEN_READWRITE).exec(sql);
    EXPECT_EQ(test::openArchive(folder / "a.entente").verify()->size(), 1U) << sql;
  }
}

TEST(Bulk, ABatchGoesWithItsEvents) {
  const TemporaryFolder folder;
  const Records records = bulkRecords(900);
  test::makeArchive(folder / "a.entente", records);
  Archive archive = test::openArchive(folder / "a.entente", Access::ReadWrite);
  ASSERT_TRUE(archive.removeBulkBatch(BatchUid("first")).has_value());
  EXPECT_EQ(archive.removeBulkBatch(BatchUid("first")).error().kind, ErrorKind::NotFound);
  EXPECT_EQ(archive.dataset()->bulk->size(), 600U);
  EXPECT_EQ(archive.records()->bulkEvents.size(), 600U);
  EXPECT_TRUE(archive.verify()->empty());
}

TEST(Bulk, MaskedEventsAreNotShown) {
  const TemporaryFolder folder;
  test::makeArchive(folder / "a.entente", bulkRecords(10));
  const std::int64_t key = test::openArchive(folder / "a.entente").dataset()->bulk->keys[4];
  SQLite::Database((folder / "a.entente").string(), SQLite::OPEN_READWRITE)
      .exec("UPDATE bulk_event SET masked = 1 WHERE row = 4");
  const Dataset data = *test::openArchive(folder / "a.entente").dataset();
  EXPECT_EQ(data.bulk->size(), 9U);
  EXPECT_EQ(std::ranges::count(data.bulk->keys, key), 0);
}

TEST(Bulk, AStrangersChunkIsNotBelieved) {
  const TemporaryFolder folder;
  test::makeArchive(folder / "a.entente", bulkRecords(20));
  SQLite::Database((folder / "a.entente").string(), SQLite::OPEN_READWRITE)
      .exec("UPDATE bulk_chunk SET rows = 2305843009213693952, keys = x'', begins = x'', ends = x''");
  EXPECT_EQ(test::openArchive(folder / "a.entente").dataset()->bulk->size(), 20U) << "read row by row";
  EXPECT_EQ(test::openArchive(folder / "a.entente").verify()->size(), 1U);
}

}  // namespace
}  // namespace entente
