// SPDX-License-Identifier: GPL-3.0-or-later
// Chart page: a figure with its words, drawn as SVG, PNG or PDF.
#pragma once

#include <QByteArray>

#include "app/export/chart_export.h"

namespace entente {

/// Title, subtitle, plot, source line and the archive's fingerprint, one below the other. The text of an SVG
/// is text, the lines of a PDF are lines.
[[nodiscard]] Result<QByteArray> chartPage(const Figure& figure, const ChartExport& what, ChartFormat format);

}  // namespace entente
