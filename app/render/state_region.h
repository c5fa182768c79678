// SPDX-License-Identifier: GPL-3.0-or-later
// State region: which part of a picture looks as it does because of what is hovered, selected, focused and
// linked; so that a widget repaints no more than that.
#pragma once

#include <QRegion>

#include "app/render/scene_painter.h"

namespace entente {

/// In whole pixels of the scene's body, with everything that is painted for these items: frames, semibold
/// labels, rival dates with ties and captions, arcs with their words. Not what `greyed` and `hits` change.
[[nodiscard]] QRegion stateRegion(const Scene& scene, const SceneState& state);

}  // namespace entente
