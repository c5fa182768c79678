// SPDX-License-Identifier: GPL-3.0-or-later
// LaneTexts: what the lanes, marks and tracks of LaneSlices are called.
#pragma once

#include <memory>

#include "app/render/scene_texts.h"
#include "core/view/lane_slices.h"

namespace entente {

class LaneTexts : public SceneTexts {
 public:
  explicit LaneTexts(std::shared_ptr<const LaneSlices> slices);

  [[nodiscard]] QString label(ItemIndex item) const override;
  [[nodiscard]] QString laneName(int lane) const override;
  [[nodiscard]] QString trackName(int lane, int track) const override;
  [[nodiscard]] bool laneHasGlyph(int lane) const override;
  [[nodiscard]] GlyphKind laneGlyph(int lane) const override;

  /// Two lines for a tool tip: title and date of an event, or holder, office and time.
  [[nodiscard]] QString toolTip(ItemIndex item) const;

 private:
  std::shared_ptr<const LaneSlices> m_slices;
};

}  // namespace entente
