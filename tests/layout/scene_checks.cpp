// SPDX-License-Identifier: GPL-3.0-or-later
// Random lanes and requests, and overlaps found by comparing everything with everything.
#include "tests/layout/scene_checks.h"

#include <cmath>
#include <string>

namespace entente {

namespace {

constexpr double kRounding = 1e-6;

SceneRect shrunk(const SceneRect& r) {
  return {r.x + kRounding, r.y + kRounding, r.width - 2 * kRounding, r.height - 2 * kRounding};
}

}  // namespace

FakeSlices someLanes(std::mt19937& random) {
  FakeSlices::Lane offices{LaneRole::Tracks, 2, {}};
  for (int year = 2016; year < 2026; ++year) {
    offices.marks.push_back(markOf(std::to_string(year) + "-02-03/" + std::to_string(year + 1) + "-02-02"));
    offices.marks.back().track = static_cast<std::uint8_t>(year % 2);
  }
  const auto lane = [&](std::int64_t most) {
    const auto count = static_cast<std::size_t>(randomBetween(random, 0, most));
    return FakeSlices::Lane{LaneRole::Events, 0, randomMarks(random, kYears, count)};
  };
  return FakeSlices({offices, lane(8), lane(60), lane(250)});
}

SceneRequest randomRequest(std::mt19937& random) {
  const double seconds = std::exp2(std::uniform_real_distribution<double>(9, 30)(random));
  const Instant begin = plusSeconds(kYears.begin, randomBetween(random, 0, kYears.seconds()));
  const auto half = static_cast<std::int64_t>(seconds / 2);
  const std::int64_t widths[] = {300, 700, 850, 1292, 1900};
  return {{plusSeconds(begin, -half), plusSeconds(begin, half + 1)},
          static_cast<double>(widths[randomBetween(random, 0, 4)]),
          static_cast<double>(randomBetween(random, 100, 900)),
          kNow};
}

std::vector<SceneRect> rectsOf(const SceneMark& mark) {
  std::vector<SceneRect> rects;
  for (const SceneRect& rect : {mark.glyphRect, mark.bar.rect, mark.labelRect}) {
    if (!rect.isEmpty()) rects.push_back(rect);
  }
  return rects;
}

std::vector<std::vector<SceneRect>> thingsOf(const Scene& scene) {
  std::vector<std::vector<SceneRect>> things;
  for (const SceneMark& mark : scene.marks)
    things.push_back(rectsOf(mark));
  for (const SceneFold& fold : scene.folds)
    things.push_back({fold.rect});
  return things;
}

std::size_t overlapsIn(const Scene& scene) {
  const auto things = thingsOf(scene);
  std::size_t overlaps = 0;
  for (std::size_t a = 0; a < things.size(); ++a) {
    for (std::size_t b = a + 1; b < things.size(); ++b) {
      for (const SceneRect& one : things[a]) {
        for (const SceneRect& other : things[b])
          overlaps += shrunk(one).overlaps(other) ? 1 : 0;
      }
    }
  }
  return overlaps;
}

}  // namespace entente
