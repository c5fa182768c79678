// SPDX-License-Identifier: GPL-3.0-or-later
// First fit by weight, in rows that are searched by halving.
#include "core/layout/lane_packing.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "core/base/check.h"
#include "core/layout/fold_packing.h"
#include "core/layout/mark_shape.h"
#include "core/layout/taken_row.h"

namespace entente {

namespace {

class LanePacker {
 public:
  LanePacker(std::span<const SliceMark> marks, const LabelMeasure& labels, const SceneMetrics& metrics,
             ZoomLevel level, Instant now)
      : m_metrics(metrics), m_level(level), m_secondsPerPixel(level.secondsPerPixel()) {
    m_placed.resize(marks.size());
    m_shapes.reserve(marks.size());
    for (std::uint32_t i = 0; i < marks.size(); ++i) {
      m_shapes.push_back(shapeOf(marks[i], metrics, level, now));
      m_placed[i] = {i, 0, LabelSide::None, m_shapes[i].bar,
                     std::max(0.0, labels.labelWidthPx(marks[i].item))};
      m_twoLinesPx.push_back(m_shapes[i].bar ? 0 : std::max(0.0, labels.twoLinesWidthPx(marks[i].item)));
    }
    m_order.resize(marks.size());
    std::iota(m_order.begin(), m_order.end(), 0U);
    std::stable_sort(m_order.begin(), m_order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return marks[a].weight > marks[b].weight; });
  }

  LanePacking pack(int mostRows) {
    if (!placeAll(mostRows, true)) placeAll(mostRows - 1, false);
    breakLabels(mostRows);
    return result(mostRows);
  }

 private:
  /// Returns whether everything found one of the rows; what did not is left over. Gives up at the first such
  /// mark if asked to.
  bool placeAll(int rows, bool allOrNothing) {
    m_rows.assign(static_cast<std::size_t>(rows), TakenRow());
    m_leftovers.clear();
    for (const std::uint32_t mark : m_order) {
      if (place(mark)) continue;
      m_leftovers.push_back(mark);
      if (allOrNothing) return false;
    }
    return m_leftovers.empty();
  }

  /// A way in which a mark could stand.
  struct Way {
    LabelSide side = LabelSide::None;
    bool twoLines = false;
    std::optional<MarkExtent> extent;
  };

  bool place(std::uint32_t mark) {
    const auto extent = [&](LabelSide side, double widthPx) {
      return widthPx > 0 || side == LabelSide::None
                 ? extentOf(m_shapes[mark], side, widthPx, m_metrics, m_level)
                 : std::nullopt;
    };
    const double one = m_placed[mark].labelWidthPx;
    const double two = m_twoLinesPx[mark];
    const Way right{LabelSide::Right, false, extent(LabelSide::Right, one)};
    const Way none{LabelSide::None, false, extent(LabelSide::None, 0)};
    // All ways hold the mark without its label: each row is searched once.
    m_rooms.clear();
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
      m_rooms.push_back(m_rows[row].roomFor(*none.extent, m_secondsPerPixel));
      if (standsIn(mark, right, row)) return true;
    }
    for (const Way& way : {Way{LabelSide::Left, false, extent(LabelSide::Left, one)},
                           Way{LabelSide::Right, true, extent(LabelSide::Right, two)},
                           Way{LabelSide::Left, true, extent(LabelSide::Left, two)}, none}) {
      for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (standsIn(mark, way, row)) return true;
      }
    }
    m_placed[mark].label = LabelSide::None;
    m_placed[mark].twoLines = false;
    return false;
  }

  /// Puts the mark there if there is room.
  bool standsIn(std::uint32_t mark, const Way& way, std::size_t row) {
    if (!way.extent || !TakenRow::holds(m_rooms[row], *way.extent, m_secondsPerPixel)) return false;
    if (way.twoLines) {
      if (row + 1 >= m_rows.size() || !TakenRow::holds(m_rooms[row + 1], *way.extent, m_secondsPerPixel))
        return false;
      m_rows[row + 1].takeIn(m_rooms[row + 1], *way.extent, mark);
    }
    m_rows[row].takeIn(m_rooms[row], *way.extent, mark);
    m_placed[mark].row = static_cast<int>(row);
    m_placed[mark].label = way.side;
    m_placed[mark].twoLines = way.twoLines;
    return true;
  }

  /// Gives shortened labels a second line where the row below is free.
  void breakLabels(int mostRows) {
    const auto usable = static_cast<std::size_t>(m_leftovers.empty() ? mostRows : mostRows - 1);
    while (m_rows.size() > 1 && m_rows.back().taken().empty())
      m_rows.pop_back();
    for (const std::uint32_t mark : m_order) {
      PackedMark& placed = m_placed[mark];
      const double width = m_twoLinesPx[mark];
      // In two lines it must not need more room in its own row than it has.
      if (placed.label == LabelSide::None || placed.twoLines || width <= 0 || width > placed.labelWidthPx)
        continue;
      const auto below = static_cast<std::size_t>(placed.row) + 1;
      if (below >= usable) continue;
      if (below == m_rows.size() && static_cast<int>(below) < m_metrics.minLaneRows) m_rows.emplace_back();
      if (below >= m_rows.size()) continue;
      const auto extent = extentOf(m_shapes[mark], placed.label, width, m_metrics, m_level);
      if (!extent || !m_rows[below].take(*extent, mark, m_secondsPerPixel)) continue;
      placed.twoLines = true;
    }
  }

  LanePacking result(int mostRows) {
    LanePacking packing;
    packing.rows = std::max(1, static_cast<int>(m_rows.size()));
    std::vector<std::vector<std::uint32_t>> marksByRow(m_rows.size());
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
      for (const TakenRow::Taken& taken : m_rows[row].taken()) {
        // Not the second lines of the row above.
        if (m_placed[taken.mark].row == static_cast<int>(row)) marksByRow[row].push_back(taken.mark);
      }
    }
    if (!m_leftovers.empty()) {
      packing.rows = mostRows;
      FoldedRow last = foldRow(std::move(m_leftovers), m_shapes, m_metrics, m_level);
      for (const std::uint32_t mark : last.alone)
        m_placed[mark].row = mostRows - 1;
      packing.folds = std::move(last.folds);
      marksByRow.resize(static_cast<std::size_t>(mostRows));
      marksByRow.back() = std::move(last.alone);
    }
    list(packing, marksByRow);
    return packing;
  }

  /// Fills marks and byRow, leaving out what is folded.
  void list(LanePacking& packing, const std::vector<std::vector<std::uint32_t>>& marksByRow) const {
    std::vector<bool> folded(m_placed.size(), false);
    for (const PackedFold& fold : packing.folds) {
      for (const std::uint32_t mark : fold.marks)
        folded[mark] = true;
    }
    std::vector<std::uint32_t>& place = packing.placeOf;
    place.assign(m_placed.size(), LanePacking::kInFold);
    for (std::uint32_t mark = 0; mark < m_placed.size(); ++mark) {
      if (folded[mark]) continue;
      place[mark] = static_cast<std::uint32_t>(packing.marks.size());
      PackedMark& placed = packing.marks.emplace_back(m_placed[mark]);
      if (placed.label == LabelSide::None) placed.labelWidthPx = 0;
      if (placed.twoLines) placed.labelWidthPx = m_twoLinesPx[mark];
    }
    packing.byRow.resize(static_cast<std::size_t>(packing.rows));
    for (std::size_t row = 0; row < marksByRow.size(); ++row) {
      for (const std::uint32_t mark : marksByRow[row])
        packing.byRow[row].push_back(place[mark]);
    }
  }

  const SceneMetrics& m_metrics;
  ZoomLevel m_level;
  double m_secondsPerPixel;
  std::vector<MarkShape> m_shapes;
  std::vector<PackedMark> m_placed;  ///< by mark
  std::vector<double> m_twoLinesPx;  ///< likewise; 0 if it has no label in two lines
  std::vector<std::uint32_t> m_order;
  std::vector<TakenRow> m_rows;
  std::vector<TakenRow::Room> m_rooms;  ///< of the mark that is being placed, by row
  std::vector<std::uint32_t> m_leftovers;
};

}  // namespace

LanePacking packLane(std::span<const SliceMark> marks, const LabelMeasure& labels,
                     const SceneMetrics& metrics, ZoomLevel level, Instant now, int mostRows) {
  check(mostRows >= 1, "a lane has at least one row");
  return LanePacker(marks, labels, metrics, level, now).pack(mostRows);
}

}  // namespace entente
