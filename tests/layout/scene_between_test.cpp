// SPDX-License-Identifier: GPL-3.0-or-later
// A picture on its way to another: begins where marks were, ends where they will be.
#include "core/layout/scene_between.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

SceneMark markAt(std::uint32_t item, int lane, double x, double y) {
  SceneMark mark;
  mark.item = ItemIndex(item);
  mark.lane = lane;
  mark.glyphRect = {x, y, 12, 12};
  mark.labelRect = {x + 16, y - 2, 80, 16};
  return mark;
}

TEST(SceneBetween, GoesStraightFromThereToHere) {
  Scene from;
  from.marks = {markAt(1, 0, 100, 50), markAt(2, 0, 300, 50)};
  SceneFold fold;
  fold.rect = {500, 90, 34, 16};
  fold.items = {ItemIndex(3), ItemIndex(4)};
  from.folds = {fold};
  Scene to;
  to.marks = {markAt(1, 1, 100, 250), markAt(2, 0, 310, 70), markAt(3, 0, 400, 10), markAt(9, 0, 5, 5)};
  EXPECT_EQ(sceneBetween(from, to, 1).marks[0].glyphRect, to.marks[0].glyphRect);
  const Scene begin = sceneBetween(from, to, 0);
  EXPECT_EQ(begin.marks[0].glyphRect, from.marks[0].glyphRect);
  EXPECT_EQ(begin.marks[0].labelRect, from.marks[0].labelRect) << "the label comes along";
  EXPECT_EQ(begin.marks[2].glyphRect, (SceneRect{511, 92, 12, 12})) << "out of the middle of its fold";
  EXPECT_EQ(begin.marks[3].glyphRect, to.marks[3].glyphRect) << "what was not there is where it will be";
  const Scene half = sceneBetween(from, to, 0.5);
  EXPECT_EQ(half.marks[0].glyphRect, (SceneRect{100, 150, 12, 12}));
  EXPECT_EQ(half.marks[1].glyphRect, (SceneRect{305, 60, 12, 12}));
}

TEST(SceneBetween, OfSeveralPlacesTheNearestOneLeads) {
  Scene from;
  from.marks = {markAt(1, 0, 100, 50), markAt(1, 3, 100, 400)};
  Scene to;
  to.marks = {markAt(1, 2, 100, 350)};
  EXPECT_EQ(sceneBetween(from, to, 0).marks[0].glyphRect.y, 400);
}

}  // namespace
}  // namespace entente
