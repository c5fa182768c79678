// SPDX-License-Identifier: GPL-3.0-or-later
// Plot painting: a figure painted elsewhere than on screen, by the same view.
#pragma once

#include <QFont>
#include <QRectF>
#include <optional>

#include "app/charts/figure.h"
#include "app/render/theme.h"
#include "app/render/type.h"

class QPainter;

namespace entente {

struct PlotLook {
  ThemeName theme = ThemeName::Light;
  QFont font;
  TypeFaces faces;
  std::optional<TimeSpan> span;  ///< of a figure over time; not set: what it shows by itself
};

/// Paints the plot into `target` (whole pixels; one unit a pixel). Needs a QApplication; GUI thread.
void paintPlot(QPainter& painter, const QRectF& target, const Figure& figure, const PlotLook& look);

}  // namespace entente
