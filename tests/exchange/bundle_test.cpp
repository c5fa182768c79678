// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles as a whole: the built-in one, any valid form of one, and what a writer leaves behind when it fails.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "core/exchange/bundle_reader.h"
#include "core/exchange/bundle_writer.h"
#include "core/exchange/csv_reader.h"
#include "core/model/canonical_csv.h"
#include "tests/exchange/small_bundle.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/unprivileged.h"

namespace entente {
namespace {

using test::filesIn;
using test::SmallBundle;
using test::TemporaryFolder;

const std::filesystem::path kBuiltIn = ENTENTE_SOURCE_DIR "/resources/archive";

std::string told(const BundleReading& reading) {
  std::string lines;
  for (const BundleProblem& problem : reading.problems)
    lines += problem.text() + '\n';
  return lines;
}

Records smallRecords() {
  const TemporaryFolder folder;
  SmallBundle().writeTo(folder.path());
  return readBundle(folder.path())->records;
}

TEST(BuiltInBundle, ReadsAndWritesBackToTheByte) {
  const auto reading = readBundle(kBuiltIn);
  ASSERT_TRUE(reading.has_value()) << reading.error().text();
  ASSERT_EQ(told(*reading), "");
  const TemporaryFolder folder;
  const auto written = writeBundle(reading->records, folder.path(), false);
  ASSERT_TRUE(written.has_value()) << written.error().text();
  auto expected = filesIn(kBuiltIn);
  std::erase_if(expected, [](const auto& file) { return !file.first.ends_with(".csv"); });
  const auto got = filesIn(folder.path());
  ASSERT_EQ(got.size(), expected.size());
  for (const auto& [name, bytes] : expected)
    EXPECT_TRUE(got.at(name) == bytes) << name << " differs";
}

TEST(BuiltInBundle, HasItsRows) {
  const auto reading = readBundle(kBuiltIn);
  ASSERT_TRUE(reading.has_value());
  const Records& r = reading->records;
  EXPECT_EQ(r.summits.size(), 56U);
  EXPECT_EQ(r.messages.size(), 44U);
  EXPECT_EQ(r.stages.size(), 131U);
  EXPECT_EQ(r.pledges.size(), 15U);
  EXPECT_EQ(r.positions.size(), 33U);
  EXPECT_EQ(r.statements.size(), 78U);
  EXPECT_EQ(r.spending.size(), 2069U);
  EXPECT_EQ(r.actors.size(), 173U);
  EXPECT_EQ(r.offices.size(), 74U);
  EXPECT_EQ(r.accessions.size(), 32U);
  EXPECT_EQ(r.sources.size(), 309U);
  EXPECT_EQ(r.claims.size(), 364U);
  EXPECT_EQ(r.links.size(), 216U);
}

TEST(Bundle, TheSmallOneIsCanonical) {
  const TemporaryFolder folder;
  ASSERT_TRUE(writeBundle(smallRecords(), folder.path(), false).has_value());
  EXPECT_EQ(filesIn(folder.path()), SmallBundle().files);
}

/// The same bundle as another program might write it: rows and columns shuffled, more quotes, CR LF.
std::string disguised(const std::string& bytes, std::mt19937& random) {
  CsvReader reader(bytes);
  CsvRow row;
  std::vector<std::vector<std::string>> rows;
  while (reader.next(row)) {
    rows.emplace_back();
    for (const CsvCell& cell : row.cells)
      rows.back().push_back(cell.text);
  }
  std::vector<std::size_t> order(rows.front().size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = i;
  std::shuffle(order.begin(), order.end(), random);
  std::shuffle(rows.begin() + 1, rows.end(), random);
  std::string out;
  for (const auto& cells : rows) {
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (i > 0) out += ',';
      std::string cell;
      appendCsvCell(cell, cells[order[i]]);
      const bool quoted = cell.starts_with('"');
      for (std::size_t at = 0; quoted && (at = cell.find('\n', at)) != std::string::npos; at += 2)
        cell.replace(at, 1, "\r\n");
      out += quoted || random() % 2 == 0 ? cell : '"' + cell + '"';
    }
    out += "\r\n";
  }
  if (random() % 2 == 0) out.resize(out.size() - 2);  // the last line needs no end
  return out;
}

TEST(Bundle, OfBeforePinsOfQuestionsIsReadToo) {
  const TemporaryFolder folder;
  SmallBundle bundle;
  bundle.files["pins.csv"] = "uid,subject,field,claim,reason,pinned_at\n";
  bundle.writeTo(folder.path());
  const auto reading = readBundle(folder.path());
  ASSERT_TRUE(reading.has_value());
  EXPECT_EQ(told(*reading), "");
}

TEST(Bundle, AnyValidFormReadsToTheSameRecords) {
  const auto plain = readBundle(kBuiltIn);
  ASSERT_TRUE(plain.has_value());
  std::mt19937 random(11);
  for (int round = 0; round < 3; ++round) {
    const TemporaryFolder folder;
    std::size_t changed = 0;
    for (const auto& [name, bytes] : filesIn(kBuiltIn)) {
      if (!name.ends_with(".csv")) continue;
      const std::string other = disguised(bytes, random);
      changed += other != bytes ? 1U : 0U;
      test::writeFile(folder / name, other);
    }
    EXPECT_EQ(changed, 21U);
    const auto reading = readBundle(folder.path());
    ASSERT_TRUE(reading.has_value());
    ASSERT_EQ(told(*reading), "");
    EXPECT_TRUE(reading->records == plain->records);
    const TemporaryFolder again;
    ASSERT_TRUE(writeBundle(reading->records, again.path(), false).has_value());
    EXPECT_EQ(test::readFile(again / "claims.csv"), test::readFile(kBuiltIn / "claims.csv"));
    EXPECT_EQ(test::readFile(again / "messages.csv"), test::readFile(kBuiltIn / "messages.csv"));
  }
}

/// A bundle with bytes thrown about in it: read to the end, and every problem lies inside its file.
TEST(Bundle, DamagedFilesNeverStopTheReader) {
  std::mt19937 random(12);
  std::size_t problems = 0;
  for (int round = 0; round < 300; ++round) {
    SmallBundle bundle;
    for (auto& [name, bytes] : bundle.files) {
      for (std::size_t hits = random() % 3; hits > 0; --hits)
        bytes[random() % bytes.size()] =
            random() % 2 == 0 ? "\",\n;:/"[random() % 6] : static_cast<char>(random() % 256);
    }
    const TemporaryFolder folder;
    bundle.writeTo(folder.path());
    const auto reading = readBundle(folder.path());
    ASSERT_TRUE(reading.has_value());
    problems += reading->problems.size();
    for (const BundleProblem& problem : reading->problems) {
      const std::string& bytes = bundle.files.at(problem.file);
      ASSERT_LE(problem.line, std::ranges::count(bytes, '\n') + 1) << problem.text();
      ASSERT_LE(problem.column, static_cast<std::int64_t>(bytes.size()) + 1) << problem.text();
      ASSERT_FALSE(problem.reason.empty());
    }
  }
  EXPECT_GT(problems, 1000U);
}

TEST(Bundle, FoldersThatAreNone) {
  const TemporaryFolder folder;
  const auto missing = readBundle(folder / "nowhere");
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().kind, ErrorKind::NotFound);
  test::writeFile(folder / "file", "uid\n");
  const auto file = readBundle(folder / "file");
  ASSERT_FALSE(file.has_value());
  EXPECT_EQ(file.error().kind, ErrorKind::Foreign);
  const auto onto = writeBundle(smallRecords(), folder / "file", true);
  ASSERT_FALSE(onto.has_value());
  EXPECT_EQ(onto.error().kind, ErrorKind::Exists);
  EXPECT_EQ(test::readFile(folder / "file"), "uid\n");
}

TEST(Bundle, ReadingCanBeStoppedAndTellsHowFarItIs) {
  std::stop_source source;
  std::vector<std::int64_t> steps;
  std::int64_t last = 0;
  const Progress watched{{},
                         [&](std::int64_t done, std::int64_t total) { steps.push_back(done), last = total; }};
  ASSERT_TRUE(readBundle(kBuiltIn, watched).has_value());
  EXPECT_GT(steps.size(), 20U);
  EXPECT_LT(steps.size(), 200U);
  EXPECT_TRUE(std::ranges::is_sorted(steps));
  EXPECT_EQ(steps.back(), last);

  const Progress stopping{source.get_token(), [&](std::int64_t, std::int64_t) { source.request_stop(); }};
  const auto reading = readBundle(kBuiltIn, stopping);
  ASSERT_FALSE(reading.has_value());
  EXPECT_EQ(reading.error().kind, ErrorKind::Cancelled);
}

TEST(BundleWriter, MakesTheFolderAndAllFilesEvenOfNothing) {
  const TemporaryFolder folder;
  const auto path = folder / "a/b";
  ASSERT_TRUE(writeBundle(Records(), path, false).has_value());
  const auto files = filesIn(path);
  EXPECT_EQ(files.size(), 21U);
  EXPECT_EQ(files.at("properties.csv"), "uid,value\nformat,1\n");
  EXPECT_EQ(files.at("pins.csv"), "uid,subject,field,question,claim,reason,pinned_at\n");
  const auto reading = readBundle(path);
  ASSERT_TRUE(reading.has_value());
  EXPECT_EQ(told(*reading), "");
}

TEST(BundleWriter, SortsRowsWhateverTheirOrder) {
  Records records = smallRecords();
  std::ranges::reverse(records.actors);
  std::ranges::reverse(records.claims);
  const TemporaryFolder folder;
  ASSERT_TRUE(writeBundle(records, folder.path(), false).has_value());
  EXPECT_EQ(filesIn(folder.path()), SmallBundle().files);
}

TEST(BundleWriter, OverwritesOnlyIfToldAndOnlyItsOwnFiles) {
  const TemporaryFolder folder;
  test::writeFile(folder / "notes.txt", "mine");
  test::writeFile(folder / "links.csv", "old");
  const auto refused = writeBundle(smallRecords(), folder.path(), false);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().kind, ErrorKind::Exists);
  EXPECT_EQ(filesIn(folder.path()).size(), 2U);

  ASSERT_TRUE(writeBundle(smallRecords(), folder.path(), true).has_value());
  auto expected = SmallBundle().files;
  expected["notes.txt"] = "mine";
  EXPECT_EQ(filesIn(folder.path()), expected);
}

TEST(BundleWriter, ReplacesALinkNotWhatItPointsTo) {
  const TemporaryFolder folder;
  test::writeFile(folder / "elsewhere", "kept");
  std::filesystem::create_directory(folder / "bundle");
  std::filesystem::create_symlink(folder / "elsewhere", folder / "bundle/links.csv");
  std::filesystem::create_symlink(folder / "elsewhere", folder / "bundle/.links.csv.new");
  ASSERT_TRUE(writeBundle(smallRecords(), folder / "bundle", true).has_value());
  EXPECT_EQ(test::readFile(folder / "elsewhere"), "kept");
  EXPECT_EQ(filesIn(folder / "bundle"), SmallBundle().files);
}

TEST(BundleWriter, AFolderUnderAFilesNameIsRefusedBeforeAnythingIsWritten) {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "views.csv");
  const auto refused = writeBundle(smallRecords(), folder.path(), true);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().kind, ErrorKind::Exists);
  EXPECT_NE(refused.error().message.find("views.csv"), std::string::npos);
  EXPECT_EQ(filesIn(folder.path()).size(), 1U);
}

TEST(BundleWriter, WhatAnInterruptedWriterLeftIsNoHindrance) {
  const TemporaryFolder folder;
  test::writeFile(folder / ".claims.csv.new", "half");
  ASSERT_TRUE(writeBundle(smallRecords(), folder.path(), false).has_value());
  EXPECT_EQ(filesIn(folder.path()), SmallBundle().files);
}

TEST(BundleWriter, StoppedItLeavesWhatWasThere) {
  const auto builtIn = readBundle(kBuiltIn);
  ASSERT_TRUE(builtIn.has_value());
  const TemporaryFolder folder;
  ASSERT_TRUE(writeBundle(smallRecords(), folder / "old", false).has_value());
  for (const char* name : {"old", "new"}) {
    std::stop_source source;
    const Progress progress{source.get_token(), [&](std::int64_t done, std::int64_t total) {
                              if (done > total / 2) source.request_stop();
                            }};
    const auto stopped = writeBundle(builtIn->records, folder / name, true, progress);
    ASSERT_FALSE(stopped.has_value());
    EXPECT_EQ(stopped.error().kind, ErrorKind::Cancelled);
  }
  EXPECT_EQ(filesIn(folder / "old"), SmallBundle().files);
  EXPECT_FALSE(std::filesystem::exists(folder / "new"));
}

/// The process may not write files of more than a few bytes: as good as a full disk.
class NoRoom {
 public:
  NoRoom() {
    m_before = signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &m_limit);
    const rlimit tight{30'000, m_limit.rlim_max};
    setrlimit(RLIMIT_FSIZE, &tight);
  }
  ~NoRoom() {
    setrlimit(RLIMIT_FSIZE, &m_limit);
    signal(SIGXFSZ, m_before);
  }
  NoRoom(const NoRoom&) = delete;
  NoRoom& operator=(const NoRoom&) = delete;

 private:
  rlimit m_limit{};
  void (*m_before)(int) = nullptr;
};

TEST(BundleWriter, AFullDiskLeavesTheOldBundle) {
  const auto builtIn = readBundle(kBuiltIn);
  ASSERT_TRUE(builtIn.has_value());
  const TemporaryFolder folder;
  ASSERT_TRUE(writeBundle(smallRecords(), folder.path(), false).has_value());
  Result<void> written;
  {
    const NoRoom noRoom;
    written = writeBundle(builtIn->records, folder.path(), true);
  }
  ASSERT_FALSE(written.has_value());
  EXPECT_EQ(written.error().kind, ErrorKind::Full);
  EXPECT_NE(written.error().message.find("sources.csv"), std::string::npos) << written.error().message;
  EXPECT_EQ(filesIn(folder.path()), SmallBundle().files);
}

TEST(BundleWriter, WhereNothingMayBeWrittenIsSaid) {
  const TemporaryFolder folder;
  std::filesystem::permissions(folder.path(), std::filesystem::perms{0555});
  EXPECT_TRUE(test::holdsForNobody([&] {
    const auto written = writeBundle(Records(), folder / "bundle", false);
    return !written && written.error().kind == ErrorKind::NoPermission &&
           written.error().message.find((folder / "bundle").string()) != std::string::npos;
  }));
  std::filesystem::permissions(folder.path(), std::filesystem::perms{0755});
}

TEST(BundleWriter, TextsThatCsvCannotCarryAreRefused) {
  for (const char* text : {"one\rtwo", "one\r\ntwo", "bell\a", "\u0085"}) {
    Records records = smallRecords();
    records.messages.front().text = QString::fromUtf8(text);
    const TemporaryFolder folder;
    const auto written = writeBundle(records, folder.path(), false);
    ASSERT_FALSE(written.has_value());
    EXPECT_EQ(written.error().kind, ErrorKind::Invalid);
    EXPECT_EQ(written.error().message,
              "messages.csv: 'text' of m1 holds a control character or carriage return, which a bundle "
              "cannot carry.");
    EXPECT_TRUE(filesIn(folder.path()).empty());
  }
}

TEST(BundleWriter, TabsAndLinesComeBack) {
  Records records = smallRecords();
  records.messages.front().text = QStringLiteral(" \ttabs\t\nlines\n\n\"quotes\", commas ");
  records.actors.front().note = QStringLiteral("a\tb");
  const TemporaryFolder folder;
  ASSERT_TRUE(writeBundle(records, folder.path(), false).has_value());
  const auto reading = readBundle(folder.path());
  ASSERT_TRUE(reading.has_value());
  EXPECT_EQ(told(*reading), "");
  EXPECT_TRUE(reading->records == records);
}

}  // namespace
}  // namespace entente
