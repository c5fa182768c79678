// SPDX-License-Identifier: GPL-3.0-or-later
// Table roles: what models tell the delegate beside their texts.
#pragma once

#include <QMetaType>

#include "app/panes/detail_blocks.h"
#include "core/layout/slice_source.h"

namespace entente {

enum TableRole : int {
  GlyphRole = Qt::UserRole + 1,  ///< GlyphKind as int: painted at the left
  BadgeRole,                     ///< int: the yellow badge with this number, in place of the text; 0 none
  GradeRole,                     ///< QString: a letter in a box at the left
  SecondLineRole,                ///< QString: a caption under the text
  InkRole,                       ///< Ink as int, of the text; ink where it is not given
  SecondInkRole,                 ///< Ink as int, of the second line; ink 3 where it is not given
  StrongRole,                    ///< bool: semibold
  HeadingRole                    ///< bool: the row is a heading over the rows below
};

}  // namespace entente
