// SPDX-License-Identifier: GPL-3.0-or-later
// Ghosts: rival dates stand at their true width in a free row, tied to their marks, can be clicked, and stay
// in their rows while one pans.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "core/layout/scene_builder.h"
#include "core/time/civil.h"
#include "tests/layout/fake_slices.h"

namespace entente {
namespace {

const Instant kNow = startOfDay({2026, 7, 1});
const TimeSpan kYears{startOfYear(2023), startOfYear(2027)};

class GhostSlices : public FakeSlices {
 public:
  explicit GhostSlices(std::vector<SliceMark> marks)
      : FakeSlices({{LaneRole::Events, 0, std::move(marks)}}) {}

  /// A rival date of the mark at a place in the order of begin.
  void rival(std::size_t place, const char* edtf, std::uint8_t strength = 1) {
    const auto date = *FuzzyDate::parse(edtf);
    const ItemIndex item = marksOf(0)[place].item;
    const auto number = std::ranges::count(m_ghosts, item, &SliceGhost::item);
    m_ghosts.push_back({item, static_cast<std::uint32_t>(number), date.bounds(), date.beginKind(),
                        date.endKind(), strength});
  }
  [[nodiscard]] std::vector<SliceGhost> ghosts(int) const override { return m_ghosts; }

 private:
  std::vector<SliceGhost> m_ghosts;
};

Scene sceneOf(const GhostSlices& slices, TimeSpan span = kYears, double widthPx = 1200) {
  const FakeLabels labels;
  SceneBuilder builder(slices, labels, SceneMetrics());
  return builder.build({span, widthPx, 600, kNow, {}, {}, false});
}

TEST(Ghosts, StandAtTheirTrueWidthTiedToTheMark) {
  GhostSlices slices({markOf("2025-06-24")});
  slices.rival(0, "2024-06", 2);
  const Scene scene = sceneOf(slices);
  ASSERT_EQ(scene.ghosts.size(), 1U);
  const SceneGhost& ghost = scene.ghosts[0];
  const TimeScale scale(kYears, 1200);
  EXPECT_NEAR(ghost.rect.x, scale.x(startOfDay({2024, 6, 1})), 0.5);
  EXPECT_NEAR(ghost.rect.right(), scale.x(startOfDay({2024, 7, 1})), 0.5);
  EXPECT_EQ(ghost.strength, 2);
  EXPECT_EQ(ghost.beyond, LabelSide::None);
  ASSERT_TRUE(ghost.tied);
  EXPECT_DOUBLE_EQ(ghost.tieFromX, ghost.rect.right());
  EXPECT_DOUBLE_EQ(ghost.tieToX, scene.marks[0].glyphRect.x);
  const SceneHit hit = hitTest(scene, ghost.rect.x + 1, ghost.rect.y + 1);
  EXPECT_EQ(hit.ghost, &ghost);
  EXPECT_EQ(hit.mark, nullptr);
}

TEST(Ghosts, BeyondTheEdgeABoxStandsThereWhileTheMarkIsInView) {
  GhostSlices slices({markOf("2025-06-24")});
  slices.rival(0, "2019");
  slices.rival(0, "2031-05-05");
  const Scene scene = sceneOf(slices);
  ASSERT_EQ(scene.ghosts.size(), 2U);
  EXPECT_EQ(scene.ghosts[0].beyond, LabelSide::Left);
  EXPECT_DOUBLE_EQ(scene.ghosts[0].rect.x, 0);
  EXPECT_EQ(scene.ghosts[1].beyond, LabelSide::Right);
  EXPECT_DOUBLE_EQ(scene.ghosts[1].rect.right(), 1200);
  EXPECT_EQ(sceneOf(slices, {startOfYear(2018), startOfYear(2020)}).ghosts.size(), 1U)
      << "the one is in view though its mark is not";
  EXPECT_TRUE(sceneOf(slices, {startOfYear(2021), startOfYear(2023)}).ghosts.empty());
}

TEST(Ghosts, TakeAFreeRowAndMoveNothing) {
  std::vector<SliceMark> marks{markOf("2025-06-24"), markOf("2024-06-10"), markOf("2024-06-20")};
  const GhostSlices without(marks);
  GhostSlices slices(marks);
  slices.rival(2, "2024-06");
  const Scene bare = sceneOf(without);
  const Scene scene = sceneOf(slices);
  ASSERT_EQ(scene.marks.size(), bare.marks.size());
  for (std::size_t i = 0; i < scene.marks.size(); ++i) {
    EXPECT_EQ(scene.marks[i].glyphRect, bare.marks[i].glyphRect);
    EXPECT_EQ(scene.marks[i].labelRect, bare.marks[i].labelRect);
  }
}

TEST(Ghosts, OfAnythingStayInTheirRowsWhileOnePansAndLieUnderNothingWhereARowIsFree) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    std::mt19937 random(seed);
    GhostSlices slices(randomMarks(random, kYears, 30));
    for (int i = 0; i < 8; ++i)
      slices.rival(random() % 30, i % 2 == 0 ? "2024-06" : "2025-01-15");
    std::map<std::pair<ItemIndex, std::uint32_t>, int> rows;
    for (int step = 0; step < 6; ++step) {
      const std::int64_t by = step * 40 * kSecondsPerDay;
      const Scene scene = sceneOf(slices, {plusSeconds(kYears.begin, by), plusSeconds(kYears.end, by)});
      for (const SceneGhost& ghost : scene.ghosts) {
        const auto [known, isNew] = rows.try_emplace({ghost.item, ghost.rival}, ghost.row);
        ASSERT_EQ(known->second, ghost.row) << "seed " << seed << " step " << step;
        const auto own = std::ranges::find(scene.marks, ghost.item, &SceneMark::item);
        if (ghost.beyond != LabelSide::None || own == scene.marks.end() || own->row == ghost.row) continue;
        // It left its mark's row for one where it is free.
        for (const SceneMark& mark : scene.marks) {
          if (mark.row != ghost.row) continue;
          ASSERT_FALSE(mark.glyphRect.overlaps(ghost.rect)) << "seed " << seed;
          ASSERT_FALSE(!mark.labelRect.isEmpty() && mark.labelRect.overlaps(ghost.rect)) << "seed " << seed;
        }
      }
    }
  }
}

}  // namespace
}  // namespace entente
