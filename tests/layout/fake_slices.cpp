// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes in memory and random marks.
#include "tests/layout/fake_slices.h"

#include <algorithm>
#include <tuple>

#include "core/base/check.h"

namespace entente {

FakeSlices::FakeSlices(std::vector<Lane> lanes) : m_lanes(std::move(lanes)) {
  std::uint32_t next = 0;
  for (Lane& lane : m_lanes) {
    std::stable_sort(lane.marks.begin(), lane.marks.end(), [](const SliceMark& a, const SliceMark& b) {
      return a.bounds.earliestBegin < b.bounds.earliestBegin;
    });
    for (SliceMark& mark : lane.marks)
      mark.item = ItemIndex(next++);
  }
}

LaneSummary FakeSlices::lane(int lane) const {
  const Lane& l = m_lanes[static_cast<std::size_t>(lane)];
  return {l.role, static_cast<std::uint32_t>(l.marks.size()), l.trackCount};
}

SliceSource::Marks FakeSlices::marks(int lane, TimeSpan span, std::size_t most) const {
  Marks result;
  for (const SliceMark& mark : marksOf(lane)) {
    if (mark.bounds.outer().overlaps(span)) result.marks.push_back(mark);
  }
  if (result.marks.size() <= most) return result;
  result.all = false;
  std::stable_sort(result.marks.begin(), result.marks.end(),
                   [](const SliceMark& a, const SliceMark& b) { return a.weight > b.weight; });
  result.marks.resize(most);
  std::sort(result.marks.begin(), result.marks.end(), [](const SliceMark& a, const SliceMark& b) {
    return std::tuple(a.bounds.earliestBegin, a.item) < std::tuple(b.bounds.earliestBegin, b.item);
  });
  return result;
}

void FakeSlices::density(int lane, TimeSpan span, std::span<std::uint32_t> counts) const {
  for (const SliceMark& mark : marksOf(lane)) {
    if (!span.contains(mark.bounds.earliestBegin)) continue;
    const auto into = static_cast<long double>(mark.bounds.earliestBegin.seconds - span.begin.seconds);
    const auto part =
        into * static_cast<long double>(counts.size()) / static_cast<long double>(span.seconds());
    ++counts[std::min(static_cast<std::size_t>(part), counts.size() - 1)];
  }
}

SliceMark markOf(const std::string& edtf, GlyphKind glyph, int weight) {
  const auto date = FuzzyDate::parse(edtf);
  check(date.has_value(), "a test's date is good EDTF");
  SliceMark mark;
  mark.bounds = date->bounds();
  mark.fade = fadeOf(*date);
  mark.glyph = glyph;
  mark.weight = static_cast<std::uint8_t>(weight);
  mark.beginKind = date->beginKind();
  mark.endKind = date->endKind();
  mark.uncertain = date->isUncertain();
  mark.approximate = date->isApproximate();
  return mark;
}

std::int64_t randomBetween(std::mt19937& random, std::int64_t least, std::int64_t most) {
  return std::uniform_int_distribution<std::int64_t>(least, most)(random);
}

namespace {

Instant randomBegin(std::mt19937& random, TimeSpan span) {
  // Some meet at a few places, as events do.
  const std::int64_t into = randomBetween(random, 0, span.seconds() - 1);
  if (randomBetween(random, 0, 2) > 0) return plusSeconds(span.begin, into);
  const std::int64_t part = span.seconds() / 7 + 1;
  return plusSeconds(span.begin, into / part * part + randomBetween(random, 0, part / 200 + 1));
}

SliceMark randomMark(std::mt19937& random, TimeSpan span) {
  SliceMark mark;
  mark.glyph = static_cast<GlyphKind>(randomBetween(random, 0, 6));
  mark.weight = static_cast<std::uint8_t>(randomBetween(random, 0, 9));
  const std::int64_t precisions[] = {1, 60, 3600, kSecondsPerDay, 30 * kSecondsPerDay, 365 * kSecondsPerDay};
  const std::int64_t unit = precisions[randomBetween(random, 0, 5)];
  const Instant begin = randomBegin(random, span);
  const std::int64_t lasts = randomBetween(random, 0, 3) == 0 ? randomBetween(random, 0, 40) * unit : 0;
  mark.bounds = {begin, plusSeconds(begin, unit - 1), plusSeconds(begin, lasts + 1),
                 plusSeconds(begin, lasts + unit)};
  switch (randomBetween(random, 0, 24)) {
    case 0:
      mark.endKind = EndKind::Open;
      mark.bounds.earliestEnd = mark.bounds.latestEnd = kEndOfTime;
      break;
    case 1:
      mark.endKind = EndKind::Unknown;
      mark.bounds.earliestEnd = plusSeconds(begin, 1);
      mark.bounds.latestEnd = kEndOfTime;
      break;
    case 2:
      mark.beginKind = EndKind::Unknown;
      mark.bounds.earliestBegin = kBeginningOfTime;
      mark.bounds.latestBegin = plusSeconds(mark.bounds.latestEnd, -1);
      break;
    case 3:
      mark.beginKind = EndKind::Open;
      mark.bounds.earliestBegin = mark.bounds.latestBegin = kBeginningOfTime;
      break;
    default:
      break;
  }
  return mark;
}

}  // namespace

std::vector<SliceMark> randomMarks(std::mt19937& random, TimeSpan span, std::size_t count) {
  std::vector<SliceMark> marks;
  for (std::size_t i = 0; i < count; ++i)
    marks.push_back(randomMark(random, span));
  return marks;
}

}  // namespace entente
