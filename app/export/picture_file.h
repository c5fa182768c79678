// SPDX-License-Identifier: GPL-3.0-or-later
// Picture file: what every picture that is exported shares: its resolution, its words, its PNG.
#pragma once

#include <QByteArray>
#include <QFont>
#include <QImage>
#include <QSize>
#include <QString>
#include <functional>

#include "app/export/recipe.h"
#include "core/base/result.h"

class QPainter;

namespace entente {

/// The smallest and largest width and height that can be asked for.
inline constexpr int kLeastPictureWidth = 320;
inline constexpr int kLeastPictureHeight = 160;
inline constexpr int kMostPictureSide = 16'384;

/// How words are set that fold into a width.
inline constexpr int kFoldedTextFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

/// A device of the resolution that pictures have (96 dpi), to measure text with.
[[nodiscard]] QImage measuringImage();
/// Of words folded into a width, in whole pixels; 0 for none.
[[nodiscard]] double foldedHeight(const QFont& font, const QString& text, double width);

struct PictureAbout {
  QString title;
  QString description;
  QString source;
  Recipe recipe;
};

/// `size` logical pixels, `scaleFactor` (1 to 4) device pixels each. Text chunks: Title, Description, Source,
/// Software and the recipe. ErrorKind::Invalid if it is too large to be drawn or scaled otherwise.
[[nodiscard]] Result<QByteArray> pngOf(QSize size, int scaleFactor, const PictureAbout& about,
                                       const std::function<void(QPainter&)>& paint);

}  // namespace entente
