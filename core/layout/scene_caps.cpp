// SPDX-License-Identifier: GPL-3.0-or-later
// Painting order and caps.
#include "core/layout/scene_caps.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

namespace entente {

namespace {

/// A track bar or a mark, by its place in its vector.
struct Ranked {
  std::uint8_t weight = 0;
  bool isTrackBar = false;
  std::size_t index = 0;
};

std::vector<Ranked> byDescendingWeight(const Scene& scene) {
  std::vector<Ranked> ranked;
  ranked.reserve(scene.trackBars.size() + scene.marks.size());
  for (std::size_t i = 0; i < scene.trackBars.size(); ++i)
    ranked.push_back({scene.trackBars[i].weight, true, i});
  for (std::size_t i = 0; i < scene.marks.size(); ++i)
    ranked.push_back({scene.marks[i].weight, false, i});
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Ranked& a, const Ranked& b) { return a.weight > b.weight; });
  return ranked;
}

template <class Thing>
void keep(std::vector<Thing>& things, const std::vector<bool>& kept) {
  std::size_t next = 0;
  for (std::size_t i = 0; i < things.size(); ++i) {
    if (!kept[i]) continue;
    if (next != i) things[next] = std::move(things[i]);
    ++next;
  }
  things.resize(next);
}

void capMarks(Scene& scene) {
  if (scene.trackBars.size() + scene.marks.size() <= kMostSceneMarks) return;
  std::vector<bool> bars(scene.trackBars.size(), false);
  std::vector<bool> marks(scene.marks.size(), false);
  std::vector<Ranked> ranked = byDescendingWeight(scene);
  ranked.resize(kMostSceneMarks);
  for (const Ranked& r : ranked)
    (r.isTrackBar ? bars : marks)[r.index] = true;
  keep(scene.trackBars, bars);
  keep(scene.marks, marks);
}

void capLabels(Scene& scene) {
  std::size_t labels = 0;
  for (const Ranked& r : byDescendingWeight(scene)) {
    SceneRect& rect = r.isTrackBar ? scene.trackBars[r.index].labelRect : scene.marks[r.index].labelRect;
    if (rect.isEmpty()) continue;
    if (++labels <= kMostSceneLabels) continue;
    rect = {};
    if (!r.isTrackBar) scene.marks[r.index].labelSide = LabelSide::None;
  }
}

void capGhosts(Scene& scene) {
  if (scene.ghosts.size() <= kMostSceneGhosts) return;
  std::vector<bool> kept(scene.ghosts.size(), false);
  std::vector<std::size_t> order(scene.ghosts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(scene.ghosts[a].weight, scene.ghosts[a].strength) >
           std::pair(scene.ghosts[b].weight, scene.ghosts[b].strength);
  });
  for (std::size_t i = 0; i < kMostSceneGhosts; ++i)
    kept[order[i]] = true;
  keep(scene.ghosts, kept);
}

}  // namespace

void orderAndCap(Scene& scene) {
  capMarks(scene);
  capLabels(scene);
  capGhosts(scene);
  std::stable_sort(scene.marks.begin(), scene.marks.end(),
                   [](const SceneMark& a, const SceneMark& b) { return a.weight < b.weight; });
}

}  // namespace entente
