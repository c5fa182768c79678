// SPDX-License-Identifier: GPL-3.0-or-later
// Timeline export: an archive's timeline, seen through a view, as the bytes of a picture with title, source
// line and recipe.
#pragma once

#include <QByteArray>
#include <QFont>
#include <QSize>
#include <memory>

#include "app/render/theme.h"
#include "core/base/result.h"
#include "core/view/snapshot.h"

namespace entente {

enum class PictureFormat : std::uint8_t { Png, Svg };

/// By the ending of a file name, in any case. ErrorKind::Invalid for any other ending.
[[nodiscard]] Result<PictureFormat> pictureFormatOf(const QString& path);

struct TimelineExport {
  std::shared_ptr<const Snapshot> snapshot;
  SavedState state;
  QSize size{1600, 900};
  ThemeName theme = ThemeName::Light;
  PictureFormat format = PictureFormat::Png;
  bool legend = true;  ///< below the timeline
  Instant today;       ///< where the today line stands; its day is part of the recipe
  QString program;     ///< name and version
  QFont font;
};

/// The recipe holds all of the above but the font: the same on the same archive gives the same bytes on the
/// same fonts. GUI thread.
[[nodiscard]] Result<QByteArray> exportTimeline(const TimelineExport& what);

}  // namespace entente
