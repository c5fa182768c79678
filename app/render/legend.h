// SPDX-License-Identifier: GPL-3.0-or-later
// Legend: what marks, widths, fades, hatches and badges mean, drawn by the painter of the marks themselves.
#pragma once

#include <QRectF>
#include <QString>
#include <QStringList>

#include "app/render/theme.h"
#include "app/render/type.h"

class QPaintDevice;
class QPainter;

namespace entente {

/// How high the legend is at a width, in logical pixels: as many columns as fit. `scale` as of the scene's
/// metrics; `device` is the one that is painted on.
[[nodiscard]] double legendHeightPx(double widthPx, const SceneFonts& fonts, double scale,
                                    const QPaintDevice* device = nullptr);

/// From the upper left corner of `area`; its height is not looked at.
void paintLegend(QPainter& painter, const QRectF& area, const Theme& theme, const SceneFonts& fonts,
                 double scale);

/// What it says, entry by entry, for those who cannot see it.
[[nodiscard]] QStringList legendInWords();

}  // namespace entente
