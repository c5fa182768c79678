// SPDX-License-Identifier: GPL-3.0-or-later
// Holds what a scene is made of, in the order in which it depends on each other.
#include "app/timeline/timeline_picture_state.h"

#include <algorithm>

#include "core/base/check.h"

namespace entente {

void TimelinePictureState::setSlices(std::shared_ptr<const LaneSlices> slices, const SceneFonts& fonts,
                                     double scale) {
  m_builder.reset();
  // Events keep their numbers while only their lanes change.
  const bool sameEvents =
      m_slices && slices && &m_slices->snapshot() == &slices->snapshot() && m_font == fonts.labelStrong;
  const std::unique_ptr<FontLabelMeasure> before = std::move(m_measure);
  m_texts.reset();
  m_slices = std::move(slices);
  m_font = fonts.labelStrong;
  if (!sameEvents) m_warm = 0;
  m_warmLevel.reset();
  m_stale = true;
  m_scene = Scene();
  if (!m_slices) return;
  m_texts = std::make_unique<LaneTexts>(m_slices);
  m_measure = std::make_unique<FontLabelMeasure>(*m_texts, fonts.labelStrong);
  const auto events = static_cast<std::uint32_t>(m_slices->snapshot().dataset.curated->size());
  if (sameEvents && before) m_measure->takeOver(*before, ItemIndex(events));
  m_builder = std::make_unique<SceneBuilder>(*m_slices, *m_measure, scaledMetrics(scale));
}

bool TimelinePictureState::warm() {
  constexpr std::uint32_t kAtOnce = 40;
  constexpr std::uint32_t kMost = 20'000;
  if (!m_slices) return false;
  const auto events = static_cast<std::uint32_t>(m_slices->snapshot().dataset.curated->size());
  const std::uint32_t end = std::min({events, kMost, m_warm + kAtOnce});
  for (; m_warm < end; ++m_warm)
    (void)m_measure->labelWidthPx(ItemIndex(m_warm));
  if (m_warm < std::min(events, kMost)) return true;
  const ZoomLevel level = scene().level;
  if (m_warmLevel != level) m_warmSides = 2;
  m_warmLevel = level;
  if (m_warmSides == 0) return false;
  --m_warmSides;
  m_builder->prepare(m_request, {level.halfPowers + (m_warmSides == 0 ? 1 : -1)});
  return m_warmSides > 0;
}

void TimelinePictureState::setRequest(const SceneRequest& request) {
  m_request = request;
  m_stale = true;
}

const Scene& TimelinePictureState::scene() {
  check(m_builder != nullptr, "a scene is asked of a picture that has data");
  if (m_stale) {
    m_scene = m_builder->build(m_request);
    m_stale = false;
  }
  return m_scene;
}

}  // namespace entente
