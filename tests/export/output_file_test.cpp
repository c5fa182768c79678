// SPDX-License-Identifier: GPL-3.0-or-later
// Whole files or none, and errors of the right kind.
#include "app/export/output_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/support/temporary_folder.h"
#include "tests/support/unprivileged.h"

namespace entente {
namespace {

using testing::HasSubstr;

QString path(const std::filesystem::path& from) {
  return QString::fromStdString(from.string());
}

std::size_t filesIn(const std::filesystem::path& folder) {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder))
    ++count;
  return count;
}

TEST(OutputFileTest, WritesAndReplacesOnlyWhereAllowed) {
  const test::TemporaryFolder folder;
  const QString file = path(folder / "a.svg");
  EXPECT_TRUE(writeFile(file, "one", false));
  EXPECT_EQ(test::readFile(folder / "a.svg"), "one");
  const Result<void> again = writeFile(file, "two", false);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, ErrorKind::Exists);
  EXPECT_THAT(again.error().message, HasSubstr("a.svg exists already"));
  EXPECT_EQ(test::readFile(folder / "a.svg"), "one");
  EXPECT_TRUE(writeFile(file, "two", true));
  EXPECT_EQ(test::readFile(folder / "a.svg"), "two");
  EXPECT_EQ(filesIn(folder.path()), 1U) << "no temporary file is left";
}

TEST(OutputFileTest, SaysThatTheFolderIsNotThere) {
  const test::TemporaryFolder folder;
  const Result<void> result = writeFile(path(folder / "no" / "a.svg"), "one", true);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::NotFound);
  EXPECT_THAT(result.error().message, HasSubstr("does not exist"));
}

TEST(OutputFileTest, RefusesAFolderAsFile) {
  const test::TemporaryFolder folder;
  const Result<void> result = writeFile(path(folder.path()), "one", true);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::Invalid);
}

TEST(OutputFileTest, SaysThatItMayNotWrite) {
  const test::TemporaryFolder folder;
  std::filesystem::permissions(folder.path(), std::filesystem::perms{0555});
  EXPECT_TRUE(test::holdsForNobody([&] {
    const Result<void> result = writeFile(path(folder / "a.svg"), "one", true);
    return !result && result.error().kind == ErrorKind::NoPermission;
  }));
  std::filesystem::permissions(folder.path(), std::filesystem::perms{0755});
}

TEST(OutputFileTest, ReplacesFilesAlone) {
  EXPECT_EQ(writeFile(QStringLiteral("/dev/null"), "one", true).error().kind, ErrorKind::Exists);
}

}  // namespace
}  // namespace entente
