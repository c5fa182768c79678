// SPDX-License-Identifier: GPL-3.0-or-later
// TimelinePictureState: the scene of a widget's size and span, made when it is asked for and kept until
// something changes.
#pragma once

#include <QFont>
#include <memory>
#include <optional>

#include "app/render/scene_painter.h"
#include "app/render/type.h"
#include "app/words/lane_texts.h"
#include "core/layout/scene_builder.h"
#include "core/view/lane_slices.h"

namespace entente {

class TimelinePictureState {
 public:
  /// Other data, grouping or fonts (`scale` times as large as usual): packings are thrown away. Null empties
  /// the picture.
  void setSlices(std::shared_ptr<const LaneSlices> slices, const SceneFonts& fonts, double scale = 1);
  /// Span or size: the scene is made anew when it is next asked for.
  void setRequest(const SceneRequest& request);

  [[nodiscard]] bool isEmpty() const { return m_slices == nullptr; }
  [[nodiscard]] const LaneSlices& slices() const { return *m_slices; }
  [[nodiscard]] const LaneTexts& texts() const { return *m_texts; }
  /// Not while empty.
  [[nodiscard]] const Scene& scene();
  /// Makes ready what the next pictures may need, a little at a time: labels that none has needed yet, then
  /// the next levels of zoom. False when there is nothing left to do.
  bool warm();

 private:
  std::shared_ptr<const LaneSlices> m_slices;
  std::unique_ptr<LaneTexts> m_texts;
  std::unique_ptr<FontLabelMeasure> m_measure;
  std::unique_ptr<SceneBuilder> m_builder;
  SceneRequest m_request;
  Scene m_scene;
  bool m_stale = true;
  QFont m_font;                          ///< of the labels
  std::uint32_t m_warm = 0;              ///< labels of events below it are measured
  std::optional<ZoomLevel> m_warmLevel;  ///< whose neighbours are ready, but for the last m_warmSides
  int m_warmSides = 0;
};

}  // namespace entente
