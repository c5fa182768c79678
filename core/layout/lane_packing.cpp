// SPDX-License-Identifier: GPL-3.0-or-later
// First fit by weight, in rows that are searched by halving.
#include "core/layout/lane_packing.h"

#include <algorithm>
#include <numeric>
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
    }
    m_order.resize(marks.size());
    std::iota(m_order.begin(), m_order.end(), 0U);
    std::stable_sort(m_order.begin(), m_order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return marks[a].weight > marks[b].weight; });
  }

  LanePacking pack(int mostRows) {
    if (!placeAll(mostRows, true)) placeAll(mostRows - 1, false);
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

  bool place(std::uint32_t mark) {
    const double width = m_placed[mark].labelWidthPx;
    for (const LabelSide side : {LabelSide::Right, LabelSide::Left, LabelSide::None}) {
      if (side != LabelSide::None && width <= 0) continue;
      const auto extent = extentOf(m_shapes[mark], side, width, m_metrics, m_level);
      if (!extent) continue;
      for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (!m_rows[row].take(*extent, mark, m_secondsPerPixel)) continue;
        m_placed[mark].row = static_cast<int>(row);
        m_placed[mark].label = side;
        return true;
      }
    }
    m_placed[mark].label = LabelSide::None;
    return false;
  }

  LanePacking result(int mostRows) {
    LanePacking packing;
    while (m_rows.size() > 1 && m_rows.back().taken().empty())
      m_rows.pop_back();
    packing.rows = std::max(1, static_cast<int>(m_rows.size()));
    std::vector<std::vector<std::uint32_t>> marksByRow(m_rows.size());
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
      for (const TakenRow::Taken& taken : m_rows[row].taken())
        marksByRow[row].push_back(taken.mark);
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
      packing.marks.push_back(m_placed[mark]);
      if (m_placed[mark].label == LabelSide::None) packing.marks.back().labelWidthPx = 0;
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
  std::vector<std::uint32_t> m_order;
  std::vector<TakenRow> m_rows;
  std::vector<std::uint32_t> m_leftovers;
};

}  // namespace

LanePacking packLane(std::span<const SliceMark> marks, const LabelMeasure& labels,
                     const SceneMetrics& metrics, ZoomLevel level, Instant now, int mostRows) {
  check(mostRows >= 1, "a lane has at least one row");
  return LanePacker(marks, labels, metrics, level, now).pack(mostRows);
}

}  // namespace entente
