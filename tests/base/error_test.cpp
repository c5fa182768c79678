// SPDX-License-Identifier: GPL-3.0-or-later
// Errors gather context on the way up, innermost first, and read outermost first.
#include <gtest/gtest.h>

#include "core/base/check.h"
#include "core/base/result.h"
#include "core/base/strong_id.h"

namespace entente {
namespace {

TEST(Error, ContextReadsFromTheOutsideIn) {
  const Error inner{ErrorKind::Damaged, "page 3 is not a page", {}};
  const Result<int> passedOn = fail(inner, "reading the table of events");
  const Result<int> outer = fail(passedOn.error(), "opening a.entente");
  EXPECT_EQ(outer.error().text(), "opening a.entente: reading the table of events: page 3 is not a page");
  EXPECT_EQ(outer.error().kind, ErrorKind::Damaged);
  EXPECT_TRUE(inner.context.empty());
}

TEST(CheckDeathTest, StopsTheProgramAndSaysWhere) {
  EXPECT_DEATH(check(false, "rows are sorted"), "rows are sorted .*error_test.cpp:[0-9]+");
  check(true, "nothing happens");
}

TEST(StrongId, ComparesByValue) {
  using Uid = StrongId<struct TestTag, int>;
  EXPECT_EQ(Uid(3), Uid(3));
  EXPECT_LT(Uid(2), Uid(3));
  EXPECT_NE(std::hash<Uid>{}(Uid(2)), std::hash<Uid>{}(Uid(3)));
}

}  // namespace
}  // namespace entente
