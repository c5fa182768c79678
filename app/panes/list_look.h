// SPDX-License-Identifier: GPL-3.0-or-later
// List look: how plain lists and trees of the panes are drawn: room around the lines, ink on the selected
// fill.
#pragma once

class QAbstractItemView;

namespace entente {

struct Theme;

void styleList(QAbstractItemView& list, const Theme& theme);

}  // namespace entente
