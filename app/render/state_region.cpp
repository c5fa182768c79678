// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers the rectangles of what the painters draw otherwise.
#include "app/render/state_region.h"

#include <algorithm>
#include <vector>

#include "app/render/scene_parts.h"

namespace entente {

namespace {

/// Focus frames, rings, halos and second edges of folds reach so far beyond what they belong to.
constexpr int kMarginPx = 9;
/// The longest caption of a rival date.
constexpr double kCaptionPx = 240;

class StateRegion {
 public:
  StateRegion(const Scene& scene, const SceneState& state) : m_scene(scene) {
    m_items = state.selected;
    if (state.hovered) m_items.push_back(*state.hovered);
    if (state.focused) m_items.push_back(*state.focused);
    std::ranges::sort(m_items);
    if (!m_items.empty()) addItems();
    for (const SceneDensity& density : scene.densities) {
      if (state.hoveredColumn && state.hoveredColumn->lane == density.lane)
        add(toQRect(density.column(state.hoveredColumn->column)));
    }
    for (const LinkArc& link : state.links)
      region += linkRegion(scene, link);
  }

  QRegion region;

 private:
  [[nodiscard]] bool has(ItemIndex item) const { return std::ranges::binary_search(m_items, item); }
  void add(const QRectF& rect) {
    if (!rect.isEmpty())
      region += rect.toAlignedRect().adjusted(-kMarginPx, -kMarginPx, kMarginPx, kMarginPx);
  }

  void addItems() {
    for (const SceneMark& mark : m_scene.marks) {
      if (has(mark.item)) add(markExtent(m_scene, mark));
    }
    for (const SceneFold& fold : m_scene.folds) {
      if (std::ranges::any_of(fold.items, [this](ItemIndex item) { return has(item); }))
        add(toQRect(fold.rect));
    }
    for (const SceneTrackBar& bar : m_scene.trackBars) {
      if (has(bar.item)) add(toQRect(bar.rect));
    }
    for (const SceneGhost& ghost : m_scene.ghosts) {
      if (!has(ghost.item)) continue;
      const double caption = kCaptionPx * m_scene.scale;
      add(toQRect(ghost.rect).adjusted(-caption, 0, caption, 0));
      if (ghost.tied) add(ghostTie(ghost));
    }
  }

  const Scene& m_scene;
  std::vector<ItemIndex> m_items;
};

}  // namespace

QRegion stateRegion(const Scene& scene, const SceneState& state) {
  return StateRegion(scene, state).region;
}

}  // namespace entente
