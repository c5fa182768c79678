// SPDX-License-Identifier: GPL-3.0-or-later
// Chart export: a chart of a pledge as the bytes of a picture, a page or a table, with title, source line and
// recipe.
#pragma once

#include <QByteArray>
#include <QFont>
#include <QSize>
#include <QString>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "app/charts/figure.h"
#include "app/export/recipe.h"
#include "app/render/theme.h"
#include "core/base/result.h"
#include "core/model/records.h"
#include "core/view/snapshot.h"

namespace entente {

enum class ChartFormat : std::uint8_t { Svg, Png, Pdf, Csv, Xlsx };

/// By the ending of a file name, in any case. ErrorKind::Invalid for any other ending.
[[nodiscard]] Result<ChartFormat> chartFormatOf(const QString& path);
/// Whether it is drawn, which needs a QApplication.
[[nodiscard]] bool isDrawn(ChartFormat format);

struct ChartExport {
  std::shared_ptr<const Snapshot> snapshot;
  Pledge pledge;
  std::vector<Pledge> pledges;  ///< all of the archive
  ChartChoice choice;
  std::optional<TimeSpan> span;        ///< of a chart over time; not set: what it shows by itself
  std::optional<FuzzyDate> knownAsOf;  ///< for the recipe; the snapshot is what was known then
  QSize size{1200, 800};               ///< pixels; the picture is higher where rows need it
  ThemeName theme = ThemeName::Light;
  int scaleFactor = 1;  ///< of a PNG: device pixels a pixel, 1 to 4
  Instant today;        ///< its day is part of the recipe
  QString program;      ///< name and version
  QFont font;
};

/// ErrorKind::NotFound with the reason where there is nothing to draw.
[[nodiscard]] Result<Figure> figureOf(const ChartExport& what);
[[nodiscard]] Recipe recipeOf(const ChartExport& what, const Figure& figure);

/// The same export of the same archive gives the same bytes (of pictures: on the same fonts). `name` is that
/// of the file. For drawn formats GUI thread, with a QApplication.
[[nodiscard]] Result<QByteArray> exportChart(const ChartExport& what, ChartFormat format,
                                             const QString& name);
/// What is to be kept beside a CSV as "<name>-metadata.json".
[[nodiscard]] Result<QByteArray> exportMetadata(const ChartExport& what, const QString& name);

}  // namespace entente
