// SPDX-License-Identifier: GPL-3.0-or-later
// Holds what a scene is made of, in the order in which it depends on each other.
#include "app/timeline/timeline_picture_state.h"

#include "core/base/check.h"

namespace entente {

void TimelinePictureState::setSlices(std::shared_ptr<const LaneSlices> slices, const SceneFonts& fonts,
                                     double scale) {
  m_builder.reset();
  m_measure.reset();
  m_texts.reset();
  m_slices = std::move(slices);
  m_stale = true;
  m_scene = Scene();
  if (!m_slices) return;
  m_texts = std::make_unique<LaneTexts>(m_slices);
  m_measure = std::make_unique<FontLabelMeasure>(*m_texts, fonts.labelStrong);
  m_builder = std::make_unique<SceneBuilder>(*m_slices, *m_measure, scaledMetrics(scale));
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
