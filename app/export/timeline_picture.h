// SPDX-License-Identifier: GPL-3.0-or-later
// Timeline picture: the timeline as a file, with title, source line and recipe.
#pragma once

#include <QByteArray>
#include <QFont>
#include <QSize>
#include <QString>

#include "app/export/picture_file.h"
#include "app/export/recipe.h"
#include "app/render/scene_painter.h"
#include "app/render/theme.h"
#include "core/base/result.h"
#include "core/layout/slice_source.h"
#include "core/time/time_span.h"

namespace entente {

/// What is drawn. Source and texts must live as long as the call that draws.
struct TimelinePicture {
  const SliceSource& source;
  const SceneTexts& texts;
  TimeSpan span;
  Instant now;
  QSize sizePx{1440, 900};  ///< logical pixels, all of it; the height grows where the lanes need more
  ThemeName theme = ThemeName::Light;
  QString title;       ///< above the timeline; empty for none
  QString caption;     ///< below the title; the description of the file
  QString sourceLine;  ///< below the timeline
  QFont baseFont;
  Recipe recipe;
  AxisNames axisNames = {};
  QString zone = {};     ///< of the axis, as the IANA database names it; empty: UTC
  bool asKnown = false;  ///< `now` is a day as known on which all is shown
  bool legend = false;   ///< what the marks mean, below the timeline
};

// The same picture gives the same bytes on the same fonts. ErrorKind::Invalid if the size or the span cannot
// be drawn. Needs a QGuiApplication; GUI thread.

/// scaleFactor: device pixels a logical pixel, 1 to 4. Text chunks: Title, Description, Source, Software and
/// the recipe.
[[nodiscard]] Result<QByteArray> timelinePng(const TimelinePicture& picture, int scaleFactor = 1);
[[nodiscard]] Result<QByteArray> timelineSvg(const TimelinePicture& picture);

}  // namespace entente
