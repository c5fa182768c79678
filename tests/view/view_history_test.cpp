// SPDX-License-Identifier: GPL-3.0-or-later
// View history: back and forward, what going elsewhere drops, and its end.
#include "core/view/view_history.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

ViewState viewOf(std::int64_t begin) {
  ViewState view;
  view.span = {Instant{begin}, Instant{begin + 100}};
  return view;
}

TEST(ViewHistory, GoesBackAndForward) {
  ViewHistory history;
  EXPECT_EQ(history.back(), nullptr);
  EXPECT_EQ(history.forward(), nullptr);
  for (const int begin : {1, 2, 2, 3})
    history.visit(viewOf(begin));
  EXPECT_FALSE(history.canGoForward());
  EXPECT_EQ(*history.back(), viewOf(2));
  EXPECT_EQ(*history.back(), viewOf(1));
  EXPECT_EQ(history.back(), nullptr);
  EXPECT_EQ(*history.forward(), viewOf(2));
  history.visit(viewOf(2));
  EXPECT_TRUE(history.canGoForward()) << "where one is already is no new place";
  history.visit(viewOf(7));
  EXPECT_FALSE(history.canGoForward());
  EXPECT_EQ(*history.back(), viewOf(2));
}

TEST(ViewHistory, ForgetsTheOldest) {
  ViewHistory history;
  for (int begin = 0; begin < 300; ++begin)
    history.visit(viewOf(begin));
  int steps = 0;
  const ViewState* first = nullptr;
  while (const ViewState* view = history.back()) {
    first = view;
    ++steps;
  }
  EXPECT_EQ(steps, static_cast<int>(ViewHistory::kMost) - 1);
  EXPECT_EQ(*first, viewOf(100));
}

}  // namespace
}  // namespace entente
