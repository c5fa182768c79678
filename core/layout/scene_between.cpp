// SPDX-License-Identifier: GPL-3.0-or-later
// Moves marks with their bars and labels.
#include "core/layout/scene_between.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <vector>

namespace entente {

namespace {

/// The middle of what stands for an item.
struct Point {
  double x = 0;
  double y = 0;
};

Point middleOf(const SceneRect& rect) {
  return {rect.x + rect.width / 2, rect.y + rect.height / 2};
}

using Places = std::unordered_map<ItemIndex, std::vector<Point>>;

Places placesIn(const Scene& scene) {
  Places places;
  for (const SceneMark& mark : scene.marks)
    places[mark.item].push_back(middleOf(mark.glyphRect));
  for (const SceneFold& fold : scene.folds) {
    for (const ItemIndex item : fold.items)
      places[item].push_back(middleOf(fold.rect));
  }
  return places;
}

Point nearest(const std::vector<Point>& places, Point to) {
  return *std::min_element(places.begin(), places.end(), [to](Point a, Point b) {
    return std::hypot(a.x - to.x, a.y - to.y) < std::hypot(b.x - to.x, b.y - to.y);
  });
}

void move(SceneRect& rect, double dx, double dy) {
  rect.x += dx;
  rect.y += dy;
}

void move(SceneMark& mark, double dx, double dy) {
  move(mark.glyphRect, dx, dy);
  move(mark.bar.rect, dx, dy);
  move(mark.labelRect, dx, dy);
  for (double* x : {&mark.bar.solidBeginX, &mark.bar.solidEndX, &mark.bar.innerBeginX, &mark.bar.innerEndX})
    *x += dx;
}

}  // namespace

Scene sceneBetween(const Scene& from, const Scene& to, double part) {
  Scene scene = to;
  const double left = 1 - std::clamp(part, 0.0, 1.0);
  if (left == 0) return scene;
  const Places places = placesIn(from);
  for (SceneMark& mark : scene.marks) {
    const auto known = places.find(mark.item);
    if (known == places.end()) continue;
    const Point there = middleOf(mark.glyphRect);
    const Point here = nearest(known->second, there);
    move(mark, (here.x - there.x) * left, (here.y - there.y) * left);
  }
  // Ties would hang in the air.
  scene.ghosts.clear();
  return scene;
}

}  // namespace entente
