// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 in the middle of an import or of a change leaves the old or the new archive, whole.
#include <fcntl.h>
#include <fmt/core.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <random>

#include "core/model/canonical_csv.h"
#include "tests/archive/sample_archive.h"
#include "tests/support/temporary_folder.h"

namespace entente {
namespace {

using test::TemporaryFolder;

/// Runs `work` in a child, which writes a byte for every step, and kills the child when `steps` bytes have
/// come. What the child is in the middle of then is up to the two processes; `steps` varies, so that many
/// places are hit.
void killAfter(int steps, const std::function<void(const std::function<void()>&)>& work) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    close(ends[0]);
    work([&] { (void)!write(ends[1], "x", 1); });
    _exit(0);
  }
  close(ends[1]);
  char byte = 0;
  for (int i = 0; i < steps; ++i) {
    if (read(ends[0], &byte, 1) != 1) break;
  }
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  close(ends[0]);
}

TEST(Kill, DuringAChangeLeavesTheOldOrTheNewArchive) {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder / "a.entente";
  test::makeArchive(path, test::builtInRecords());
  std::mt19937 random(7);
  for (int round = 0; round < 12; ++round) {
    killAfter(1 + static_cast<int>(random() % 9), [&](const std::function<void()>& step) {
      Archive archive = test::openArchive(path, Access::ReadWrite);
      for (int i = 0;; ++i) {
        std::vector<RecordChange> changes;
        for (Source source : test::builtInRecords().sources) {
          source.note = QStringLiteral("pass %1").arg(i);
          changes.push_back(PutRecord{source});
        }
        step();
        (void)archive.change(changes, test::note());
        step();
      }
    });
    const Archive archive = test::openArchive(path, Access::ReadWrite);
    ASSERT_TRUE(archive.verify()->empty()) << "round " << round;
    const auto records = archive.records();
    ASSERT_TRUE(records.has_value());
    const bool untouched = records->sources == test::builtInRecords().sources;
    for (const Source& source : records->sources) {
      if (untouched) break;
      EXPECT_EQ(source.note, records->sources.front().note) << "half of a change is there, round " << round;
    }
  }
  EXPECT_TRUE(test::openArchive(path, Access::ReadOnly).verify()->empty());
}

/// Changes, undoing and redoing: the last step that holds says which records there are.
TEST(Kill, InTheHistoryLeavesItInStepWithTheRecords) {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder / "a.entente";
  Records records = test::smallRecords();
  for (Source& source : records.sources)
    source.note = QStringLiteral("none");
  test::makeArchive(path, records);
  std::mt19937 random(9);
  for (int round = 0; round < 12; ++round) {
    const unsigned seed = random();
    killAfter(1 + static_cast<int>(random() % 25), [&](const std::function<void()>& step) {
      Archive archive = test::openArchive(path, Access::ReadWrite);
      std::mt19937 choice(seed);
      for (int i = 0;; ++i) {
        const auto steps = archive.history();
        step();
        if (i % 3 == 2) {
          (void)archive.goToStep((*steps)[choice() % steps->size()].number);
        } else {
          const std::string title = fmt::format("pass {} {}", round, i);
          for (Source& source : records.sources)
            source.note = QString::fromStdString(title);
          (void)archive.change({PutRecord{records.sources[0]}, PutRecord{records.sources[1]}},
                               test::note(title.c_str()));
        }
        step();
      }
    });
    Archive archive = test::openArchive(path, Access::ReadWrite);
    const auto problems = archive.verify();
    ASSERT_TRUE(problems.has_value()) << problems.error().text();
    ASSERT_TRUE(problems->empty()) << "round " << round << ": " << problems->front();
    QString last = QStringLiteral("none");
    const auto steps = archive.history();
    for (const HistoryStep& step : *steps) {
      if (!step.undone) last = step.title;
    }
    const auto now = archive.records();
    for (const Source& source : now->sources)
      EXPECT_EQ(source.note, last) << "round " << round;
  }
  Archive archive = test::openArchive(path, Access::ReadWrite);
  ASSERT_TRUE(archive.goToStep(0).has_value());
  EXPECT_EQ(archive.records()->sources.front().note, QStringLiteral("none"));
}

TEST(Kill, DuringAnImportLeavesTheOldOrTheNewArchive) {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder / "a.entente";
  Records old = test::smallRecords();
  sortCanonically(old);
  test::makeArchive(path, old);
  std::mt19937 random(8);
  for (int round = 0; round < 12; ++round) {
    killAfter(1 + static_cast<int>(random() % 45), [&](const std::function<void()>& step) {
      for (;;)
        (void)Archive::create(path, test::builtInRecords(), true,
                              {{}, [&](std::int64_t, std::int64_t) { step(); }});
    });
    const Archive archive = test::openArchive(path);
    ASSERT_TRUE(archive.verify()->empty()) << "round " << round;
    const auto records = archive.records();
    ASSERT_TRUE(records.has_value());
    EXPECT_TRUE(*records == old || *records == test::builtInRecords()) << "round " << round;
  }
  // The next import clears away what the killed ones left.
  test::makeArchive(path, old);
  int files = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path()))
    ++files;
  EXPECT_EQ(files, 1);
}

}  // namespace
}  // namespace entente
