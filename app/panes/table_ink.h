// SPDX-License-Identifier: GPL-3.0-or-later
// The colour of a widget's words, whatever ground it stands on.
#pragma once

#include <QColor>
#include <QPalette>
#include <QWidget>

namespace entente {

/// Both roles: a widget on a Base ground writes in Text, on any other in WindowText.
inline void setWordsColor(QWidget& widget, const QColor& color) {
  QPalette palette = widget.palette();
  palette.setColor(QPalette::WindowText, color);
  palette.setColor(QPalette::Text, color);
  widget.setPalette(palette);
}

}  // namespace entente
