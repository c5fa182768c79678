// SPDX-License-Identifier: GPL-3.0-or-later
// Text labels: labels whose text is never read as markup, in a font and ink of the theme.
#pragma once

#include <QColor>
#include <QFont>
#include <QString>

class QLabel;

namespace entente {

/// Plain text that wraps.
[[nodiscard]] QLabel* plainLabel(const QString& text = {});

/// A link that mouse and keyboard open (linkActivated with `target`); the text is escaped.
[[nodiscard]] QLabel* linkLabel(const QString& text, const QString& target, const QColor& color);

void setInk(QLabel& label, const QFont& font, const QColor& color);

}  // namespace entente
