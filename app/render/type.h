// SPDX-License-Identifier: GPL-3.0-or-later
// Type: the fonts of the program, all derived from one base font and a scale.
#pragma once

#include <QFont>
#include <QString>

namespace entente {

/// Sizes in points at 96 dpi; weights 400 and 600 alone. Sans is Entente's own voice, serif the words of a
/// source.
struct TypeFaces {
  QFont caption;     ///< 8
  QFont body;        ///< 9
  QFont bodyStrong;  ///< 9 semibold
  QFont date;        ///< 10
  QFont chartTitle;  ///< 11 semibold
  QFont title;       ///< 13 semibold
  QFont quote;       ///< serif 10.25, on lines of kQuoteLinePx
};

inline constexpr double kBasePoints = 9;
inline constexpr double kQuoteLinePx = 18;

/// Family and hinting from `base`, sizes from the list above times `scale` (1 is a 9 point body, whatever the
/// size of base; a window that follows the system's size gives base.pointSizeF() / kBasePoints).
[[nodiscard]] TypeFaces typeFaces(const QFont& base, double scale = 1);

/// The first installed of Noto Serif, Source Serif, Liberation Serif, DejaVu Serif; else the system's serif.
[[nodiscard]] QString serifFamily();

/// The fonts of the timeline.
struct SceneFonts {
  QFont axisMajor;      ///< 9 semibold
  QFont axisMinor;      ///< 8
  QFont today;          ///< 8 semibold
  QFont laneName;       ///< 9 semibold
  QFont count;          ///< 9
  QFont headerCaption;  ///< 8: track names, notes under a lane's name
  QFont track;          ///< 8: names in track bars
  QFont label;          ///< 9
  QFont labelStrong;    ///< 9 semibold: labels of selected marks; what labels are measured with
  QFont foldCount;      ///< 8 semibold
  QFont badge;          ///< 8 semibold: badgeFont(labelStrong)
};

[[nodiscard]] SceneFonts sceneFonts(const TypeFaces& faces);

}  // namespace entente
