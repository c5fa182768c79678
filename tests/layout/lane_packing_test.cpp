// SPDX-License-Identifier: GPL-3.0-or-later
// Packing against a slow version that compares every mark with every other.
#include "core/layout/lane_packing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "core/time/civil.h"
#include "tests/layout/fake_slices.h"

namespace entente {
namespace {

const Instant kNow = startOfDay({2026, 7, 1});
const TimeSpan kYears{startOfYear(2015), startOfYear(2027)};

struct Stretch {
  double left = 0;
  double right = 0;
};

/// What the header promises, in pixels from the present.
class SlowPacking {
 public:
  SlowPacking(const std::vector<SliceMark>& marks, const LabelMeasure& labels, ZoomLevel level)
      : m_marks(marks), m_labels(labels), m_level(level) {}

  struct Place {
    int row = 0;
    LabelSide label = LabelSide::None;
    bool twoLines = false;
    bool operator==(const Place&) const = default;
  };

  /// Without the marks that find no row; all in `rows` rows. `broken`: how many labels got a second line when
  /// all had their rows.
  std::map<std::uint32_t, Place> pack(int rows, int* broken = nullptr) {
    m_rows.assign(static_cast<std::size_t>(rows), {});
    std::map<std::uint32_t, Place> places;
    std::vector<std::uint32_t> order(m_marks.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return m_marks[a].weight > m_marks[b].weight; });
    for (const std::uint32_t mark : order) {
      if (const auto place = find(mark)) places[mark] = *place;
    }
    if (!broken) return places;
    // Rows that nobody stands in are not there, but for those that every lane has.
    int used = std::min(rows, 2);
    for (const auto& [mark, place] : places)
      used = std::max(used, place.row + 1 + place.twoLines);
    for (const std::uint32_t mark : order) {
      const auto place = places.find(mark);
      if (place == places.end() || place->second.label == LabelSide::None || place->second.twoLines) continue;
      const double two = twoLinesPx(mark);
      if (two == 0 || place->second.row + 1 >= used) continue;
      const auto wanted = stretch(m_marks[mark], place->second.label, two);
      auto& below = m_rows[static_cast<std::size_t>(place->second.row) + 1];
      if (!isFree(below, *wanted)) continue;
      below.push_back(*wanted);
      place->second.twoLines = true;
      ++*broken;
    }
    return places;
  }

 private:
  double px(Instant at) const {
    return static_cast<double>(at.seconds - kNow.seconds) / m_level.secondsPerPixel();
  }

  Stretch drawn(const SliceMark& mark) const {
    const DateBounds& b = mark.bounds;
    Stretch s{px(b.earliestBegin), px(b.latestEnd)};
    const double begun = px(plusSeconds(b.latestBegin, 1));
    if (mark.endKind == EndKind::Open) s.right = std::max(0.0, begun);
    if (mark.endKind == EndKind::Unknown) s.right = begun + 48;
    if (mark.beginKind == EndKind::Unknown) s.left = px(plusSeconds(b.earliestEnd, -1)) - 48;
    return s;
  }

  [[nodiscard]] bool isBar(const SliceMark& mark) const {
    const Stretch s = drawn(mark);
    return s.right - s.left >= 22;
  }
  /// Bars have one line.
  [[nodiscard]] double twoLinesPx(std::uint32_t mark) const {
    return isBar(m_marks[mark]) ? 0 : m_labels.twoLinesWidthPx(m_marks[mark].item);
  }
  static bool isFree(const std::vector<Stretch>& row, const Stretch& wanted) {
    return std::none_of(row.begin(), row.end(),
                        [&](const Stretch& s) { return s.left < wanted.right && wanted.left < s.right; });
  }

  std::optional<Stretch> stretch(const SliceMark& mark, LabelSide side, double widthPx) const {
    Stretch s = drawn(mark);
    const bool bar = isBar(mark);
    const bool close = 86'400 / m_level.secondsPerPixel() >= 24;
    if (!bar) {
      const double middle = (s.left + s.right) / 2;
      s = {middle - 6, middle + 6};
    }
    const double label = 4 + widthPx + 8;
    if (side == LabelSide::None) return Stretch{s.left - 1, s.right + 1};
    if (side == LabelSide::Left) {
      if (bar && (close || mark.beginKind == EndKind::Open)) return std::nullopt;
      return Stretch{s.left - label, s.right + 1};
    }
    if (bar && close) return Stretch{s.left - 1, std::max(s.right + 1, s.left + 14 + label)};
    return Stretch{s.left - 1, s.right + label};
  }

  std::optional<Place> find(std::uint32_t mark) {
    const double one = m_labels.labelWidthPx(m_marks[mark].item);
    const double two = twoLinesPx(mark);
    struct Try {
      LabelSide side;
      double widthPx;
      bool twoLines;
    };
    for (const Try& way : {Try{LabelSide::Right, one, false}, Try{LabelSide::Left, one, false},
                           Try{LabelSide::Right, two, true}, Try{LabelSide::Left, two, true},
                           Try{LabelSide::None, 0, false}}) {
      if (way.side != LabelSide::None && way.widthPx == 0) continue;
      const auto wanted = stretch(m_marks[mark], way.side, way.widthPx);
      if (!wanted) continue;
      for (std::size_t row = 0; row + way.twoLines < m_rows.size(); ++row) {
        if (!isFree(m_rows[row], *wanted)) continue;
        if (way.twoLines && !isFree(m_rows[row + 1], *wanted)) continue;
        m_rows[row].push_back(*wanted);
        if (way.twoLines) m_rows[row + 1].push_back(*wanted);
        return Place{static_cast<int>(row), way.side, way.twoLines};
      }
    }
    return std::nullopt;
  }

  const std::vector<SliceMark>& m_marks;
  const LabelMeasure& m_labels;
  ZoomLevel m_level;
  std::vector<std::vector<Stretch>> m_rows;
};

/// The marks of a packing that are not in its last row of leftovers.
std::map<std::uint32_t, SlowPacking::Place> placesOf(const LanePacking& packing, int rows) {
  std::map<std::uint32_t, SlowPacking::Place> places;
  for (const PackedMark& mark : packing.marks) {
    if (mark.row < rows) places[mark.mark] = {mark.row, mark.label, mark.twoLines};
  }
  return places;
}

TEST(LanePacking, FindsTheSameRowsAndSidesAsTheSlowVersion) {
  std::mt19937 random(11);
  const FakeLabels labels;
  int withLeftovers = 0;
  int withoutLeftovers = 0;
  int broken = 0;
  for (int round = 0; round < 240; ++round) {
    const auto count = static_cast<std::size_t>(randomBetween(random, 0, 160));
    const FakeSlices slices({{LaneRole::Events, 0, randomMarks(random, kYears, count)}});
    const auto& marks = slices.marksOf(0);
    const ZoomLevel level{static_cast<int>(randomBetween(random, 4, 46))};
    const int mostRows = static_cast<int>(randomBetween(random, 1, 12));
    const LanePacking packing = packLane(marks, labels, SceneMetrics(), level, kNow, mostRows);

    SlowPacking slow(marks, labels, level);
    auto expected = slow.pack(mostRows, &broken);
    const bool everything = expected.size() == marks.size();
    if (!everything) expected = slow.pack(mostRows - 1, &broken);
    ++(everything ? withoutLeftovers : withLeftovers);
    ASSERT_EQ(placesOf(packing, everything ? mostRows : mostRows - 1), expected) << "round " << round;
    int lastRow = 0;
    for (const auto& [mark, place] : expected)
      lastRow = std::max(lastRow, place.row + place.twoLines);
    ASSERT_EQ(packing.rows, everything ? lastRow + 1 : mostRows) << "round " << round;
  }
  EXPECT_GT(withLeftovers, 40);
  EXPECT_GT(withoutLeftovers, 40);
  EXPECT_GT(broken, 100);
}

TEST(LanePacking, HasEveryMarkOnce) {
  std::mt19937 random(12);
  const FakeLabels labels;
  for (int round = 0; round < 100; ++round) {
    const FakeSlices slices({{LaneRole::Events, 0, randomMarks(random, kYears, 300)}});
    const auto& marks = slices.marksOf(0);
    const ZoomLevel level{static_cast<int>(randomBetween(random, 20, 56))};
    const int mostRows = static_cast<int>(randomBetween(random, 1, 8));
    const LanePacking packing = packLane(marks, labels, SceneMetrics(), level, kNow, mostRows);

    std::vector<int> seen(marks.size(), 0);
    for (const PackedMark& mark : packing.marks)
      ++seen[mark.mark];
    for (const PackedFold& fold : packing.folds) {
      ASSERT_GE(fold.marks.size(), 2U);
      ASSERT_TRUE(std::is_sorted(fold.marks.begin(), fold.marks.end()));
      for (const std::uint32_t mark : fold.marks)
        ++seen[mark];
    }
    ASSERT_EQ(seen, std::vector<int>(marks.size(), 1));

    std::multiset<std::uint32_t> inRows;
    for (std::size_t row = 0; row < packing.byRow.size(); ++row) {
      for (const std::uint32_t index : packing.byRow[row]) {
        ASSERT_EQ(packing.marks[index].row, static_cast<int>(row));
        inRows.insert(index);
      }
    }
    ASSERT_EQ(inRows.size(), packing.marks.size());
    ASSERT_EQ(std::set(inRows.begin(), inRows.end()).size(), packing.marks.size());
  }
}

TEST(LanePacking, KeepsLeftoversWithoutLabelInTheLastRow) {
  // Three of the same day in two rows: the heaviest has the first row; the others meet in the last.
  const FakeSlices slices(
      {{LaneRole::Events,
        0,
        {markOf("2020-05-05", GlyphKind::Summit, 3), markOf("2020-05-05", GlyphKind::Summit, 9),
         markOf("2020-05-05", GlyphKind::Summit, 2), markOf("2024-01-01", GlyphKind::Pledge, 1),
         markOf("2024-01-02", GlyphKind::Pledge, 5)}}});
  const ZoomLevel monthsAfar = zoomLevelFor(kSecondsPerDay);
  const LanePacking packing = packLane(slices.marksOf(0), FakeLabels(), SceneMetrics(), monthsAfar, kNow, 2);
  EXPECT_EQ(packing.rows, 2);
  ASSERT_EQ(packing.folds.size(), 1U);
  EXPECT_EQ(packing.folds[0].marks, (std::vector<std::uint32_t>{0, 2}));
  ASSERT_EQ(packing.marks.size(), 3U);
  EXPECT_EQ(packing.marks[0].mark, 1U);
  EXPECT_EQ(packing.marks[0].row, 0);
  EXPECT_EQ(packing.marks[0].label, LabelSide::Right);
  EXPECT_EQ(packing.marks[1].mark, 3U);
  EXPECT_EQ(packing.marks[1].row, 1);
  EXPECT_EQ(packing.marks[1].label, LabelSide::None);
  EXPECT_EQ(packing.marks[2].row, 0);
}

TEST(LanePacking, FoldsABarWhereItMeetsTheOthers) {
  // The bar begins years before; a card at its begin would be far from the days it was folded with.
  const FakeSlices slices(
      {{LaneRole::Events,
        0,
        {markOf("2001-01-01/2025-12-31", GlyphKind::Period, 1), markOf("2020-05-05", GlyphKind::Summit, 1),
         markOf("2020-05-06", GlyphKind::Summit, 1)}}});
  const ZoomLevel level = zoomLevelFor(kSecondsPerDay);
  const LanePacking packing = packLane(slices.marksOf(0), FakeLabels(), SceneMetrics(), level, kNow, 1);
  ASSERT_EQ(packing.folds.size(), 1U);
  EXPECT_EQ(packing.folds[0].marks.size(), 3U);
  EXPECT_GE(packing.folds[0].centre, startOfDay({2020, 5, 5}));
  EXPECT_LE(packing.folds[0].centre, startOfDay({2020, 5, 7}));
  EXPECT_EQ(packing.folds[0].span, (TimeSpan{startOfYear(2001), startOfYear(2026)}));
}

TEST(LanePacking, OfNothingHasOneRow) {
  const LanePacking packing = packLane({}, FakeLabels(), SceneMetrics(), ZoomLevel{30}, kNow, 12);
  EXPECT_EQ(packing.rows, 1);
  EXPECT_TRUE(packing.marks.empty());
  EXPECT_TRUE(packing.folds.empty());
}

}  // namespace
}  // namespace entente
