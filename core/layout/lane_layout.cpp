// SPDX-License-Identifier: GPL-3.0-or-later
// What is computed from all marks of a lane.
#include "core/layout/lane_layout.h"

#include <algorithm>
#include <unordered_map>

namespace entente {

namespace {

constexpr TimeSpan kAllOfTime{kBeginningOfTime, kEndOfTime};
/// Packings kept for levels that were looked at: some dozen levels with two numbers of rows each.
constexpr std::size_t kMostKept = 48;
/// Enough to tell the precision of a lane whose marks are not all read.
constexpr std::size_t kSample = 255;

/// The median, so that a few years among days do not decide.
std::int64_t precisionOf(const std::vector<SliceMark>& marks) {
  std::vector<std::int64_t> lengths;
  for (const SliceMark& mark : marks) {
    const std::int64_t length = mark.bounds.latestBegin.seconds - mark.bounds.earliestBegin.seconds;
    lengths.push_back(std::clamp<std::int64_t>(length, 0, kSecondsPerDay - 1) + 1);
  }
  if (lengths.empty()) return 1;
  const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
  std::nth_element(lengths.begin(), middle, lengths.end());
  return *middle;
}

}  // namespace

LaneLayout::LaneLayout(const SliceSource& source, int lane)
    : m_source(source), m_lane(lane), m_summary(source.lane(lane)) {
  const bool few = m_summary.count <= kMostPackedMarks;
  SliceSource::Marks read = source.marks(lane, kAllOfTime, few ? kMostPackedMarks : kSample);
  m_precisionSeconds = precisionOf(read.marks);
  m_hasAll = few && read.all;
  if (!m_hasAll) return;
  m_marks = std::move(read.marks);
  for (const SliceMark& mark : m_marks) {
    m_ends.push_back(mark.bounds.latestEnd);
    // Events without begin do not all crowd at the beginning of time.
    const bool begins = mark.beginKind == EndKind::Known;
    m_places.push_back(begins ? mark.bounds.earliestBegin : mark.bounds.earliestEnd);
    m_hasOpenEnds = m_hasOpenEnds || mark.endKind == EndKind::Open;
  }
  readGhosts();
  std::sort(m_ends.begin(), m_ends.end());
  std::sort(m_places.begin(), m_places.end());
}

void LaneLayout::readGhosts() {
  std::vector<SliceGhost> ghosts = m_source.ghosts(m_lane);
  if (ghosts.empty()) return;
  std::unordered_map<ItemIndex, std::uint32_t> places;
  for (std::uint32_t i = 0; i < m_marks.size(); ++i)
    places.emplace(m_marks[i].item, i);
  for (const SliceGhost& ghost : ghosts) {
    const auto mark = places.find(ghost.item);
    if (mark != places.end()) m_ghosts.push_back({ghost, mark->second});
  }
  std::sort(m_ghosts.begin(), m_ghosts.end(), [](const MarkGhost& a, const MarkGhost& b) {
    return std::pair(a.ghost.item, a.ghost.rival) < std::pair(b.ghost.item, b.ghost.rival);
  });
}

bool LaneLayout::isDense(ZoomLevel level, double widthPx, int leastDense) {
  if (!m_hasAll) return true;
  if (static_cast<int>(m_marks.size()) < leastDense) return false;
  if (m_density && m_density->level == level && m_density->widthPx == widthPx) return m_density->dense;

  const double windowPx = widthPx / 3;
  const double most = windowPx / 4;
  bool dense = false;
  std::size_t first = 0;
  for (std::size_t last = 0; last < m_places.size() && !dense; ++last) {
    const std::int64_t end = m_places[last].seconds;
    while (static_cast<double>(end - m_places[first].seconds) >= windowPx * level.secondsPerPixel())
      ++first;
    dense = static_cast<double>(last - first + 1) > most;
  }
  m_density = {level, widthPx, dense};
  return dense;
}

const LanePacking& LaneLayout::packing(ZoomLevel level, int mostRows, Instant now, const LabelMeasure& labels,
                                       const SceneMetrics& metrics) {
  const std::pair key(level, mostRows);
  const auto known = m_packings.find(key);
  if (known != m_packings.end() && (!m_hasOpenEnds || known->second.now == now)) return known->second.packing;
  if (known == m_packings.end() && m_packings.size() >= kMostKept) m_packings.clear();
  Packed& packed = m_packings[key];
  packed = {now, packLane(m_marks, labels, metrics, level, now, mostRows)};
  packGhosts(packed.packing, m_marks, m_ghosts, metrics, level, now);
  return packed.packing;
}

std::uint32_t LaneLayout::countIn(TimeSpan span) const {
  if (!m_hasAll) {
    std::uint32_t count = 0;
    m_source.density(m_lane, span, std::span(&count, 1));
    return count;
  }
  const auto begun = std::partition_point(m_marks.begin(), m_marks.end(), [&](const SliceMark& mark) {
    return mark.bounds.earliestBegin < span.end;
  });
  const auto ended = std::upper_bound(m_ends.begin(), m_ends.end(), span.begin);
  return static_cast<std::uint32_t>((begun - m_marks.begin()) - (ended - m_ends.begin()));
}

}  // namespace entente
